/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define PRESSER_TYPE_GUARDED_SELECTION (presser_guarded_selection_get_type ())
G_DECLARE_FINAL_TYPE (PresserGuardedSelection, presser_guarded_selection, PRESSER, GUARDED_SELECTION, GdkContentProvider)

/* Plain text that is asked for only when somebody pastes it: what may leave then, not what might have when it was
 * selected. @dup_text gives NULL for nothing. */
typedef char *(*PresserDupText) (gpointer data);

GdkContentProvider *presser_guarded_selection_new (PresserDupText dup_text,
                                                   gpointer       data);
/* Whom it asks is gone; a clipboard may still hold it. */
void presser_guarded_selection_forget (GdkContentProvider *selection);

G_END_DECLS
