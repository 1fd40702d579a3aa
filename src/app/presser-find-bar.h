/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Finds text in a source view and replaces it in the document; lists all places on demand.
 *
 * Property: search-mode (gboolean). Signal: replaced (guint how many). */
#define PRESSER_TYPE_FIND_BAR (presser_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PresserFindBar, presser_find_bar, PRESSER, FIND_BAR, GtkWidget)

/* @document: (nullable): what @view shows. */
void presser_find_bar_set_view (PresserFindBar  *self,
                                GtkSourceView   *view,
                                PresserDocument *document);
/* Begins with what is selected, or with what was typed last. */
void presser_find_bar_open (PresserFindBar *self);
/* With the box to type in what to replace it by. */
void     presser_find_bar_open_replace (PresserFindBar *self);
void     presser_find_bar_close (PresserFindBar *self);
gboolean presser_find_bar_is_open (PresserFindBar *self);
void     presser_find_bar_find_next (PresserFindBar *self);
void     presser_find_bar_find_previous (PresserFindBar *self);

G_END_DECLS
