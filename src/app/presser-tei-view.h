/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* The XML that saving writes, to read. */
#define PRESSER_TYPE_TEI_VIEW (presser_tei_view_get_type ())
G_DECLARE_FINAL_TYPE (PresserTeiView, presser_tei_view, PRESSER, TEI_VIEW, GtkSourceView)

/* @bytes: valid UTF-8. */
void presser_tei_view_show (PresserTeiView  *self,
                            PresserDocument *document,
                            GBytes          *bytes);
/* Marks some places of it, in bytes, and scrolls to the first: GArray of PresserRange. */
void presser_tei_view_reveal (PresserTeiView *self,
                              GArray         *places);

G_END_DECLS
