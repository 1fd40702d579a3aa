/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* The document at a glance: words by speaker, topics along the transcript, speakers × topics. Each mark leads to its
 * statements: `win.show-statements` with a query, or `win.go-to-statement`. Built while it is seen, not before. */
#define PRESSER_TYPE_OVERVIEW_PAGE (presser_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (PresserOverviewPage, presser_overview_page, PRESSER, OVERVIEW_PAGE, GtkWidget)

/* @statements: GListModel of those of @document's to count, in text order. */
void presser_overview_page_show (PresserOverviewPage *self,
                                 PresserDocument     *document,
                                 GListModel          *statements);

/* The pictures as a file. */
GBytes *presser_overview_page_make_svg (PresserOverviewPage *self,
                                        GError             **error);
GBytes *presser_overview_page_make_png (PresserOverviewPage *self,
                                        GError             **error);

G_END_DECLS
