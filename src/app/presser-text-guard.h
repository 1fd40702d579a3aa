/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-range.h"

G_BEGIN_DECLS

/* A text view lets its selection out in three ways by itself: to the primary selection, from which the middle button
 * pastes elsewhere, as soon as something is selected; to the clipboard; and by dragging. A guarded view lets out
 * only what its owner says may leave. */

/**
 * PresserTextGuardRules:
 * @dup_text: what of the selection may leave, %NULL for nothing; sets @objection if that is not all of it
 * @make_content: (nullable): the same for a drag out of a view that cannot be edited; @dup_text if there is none
 */
typedef struct
{
  char *(*dup_text) (gpointer     owner,
                     PresserRange selection,
                     char       **objection);
  GdkContentProvider *(*make_content) (gpointer     owner,
                                       PresserRange selection,
                                       char       **objection);
} PresserTextGuardRules;

/* @owner has to live as long as @view or to be it. The buffer of a view that is on the screen is changed between the
 * other two only. */
void presser_text_guard_attach (GtkTextView                 *view,
                                const PresserTextGuardRules *rules,
                                gpointer                     owner);
void presser_text_guard_let_go (GtkTextView *view);
void presser_text_guard_take (GtkTextView *view);
/* NULL if nothing is selected, or something that may not leave whole. */
char *presser_text_guard_dup_selection (GtkTextView *view);

G_END_DECLS
