/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* A speaker or a topic in the sidebar, with its menu. */
#define PRESSER_TYPE_TAG_ROW (presser_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (PresserTagRow, presser_tag_row, PRESSER, TAG_ROW, GtkListBoxRow)

GtkWidget *presser_tag_row_new (PresserDocument *document,
                                GObject         *tag);
GObject   *presser_tag_row_get_tag (PresserTagRow *self);
/* Count, key and colour anew: they follow from the rest of the document. */
void presser_tag_row_refresh (PresserTagRow *self,
                              gboolean       is_collapsed);

G_END_DECLS
