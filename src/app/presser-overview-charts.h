/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-overview.h"

G_BEGIN_DECLS

/* The pictures of the overview. Each is a table for a screen reader: rows with a heading, cells with a name. */
GtkWidget *presser_overview_make_words_chart (PresserDocument *document,
                                              PresserOverview *overview);
/* NULL if no statement has a topic. */
GtkWidget *presser_overview_make_topics_chart (PresserDocument *document,
                                               PresserOverview *overview);
GtkWidget *presser_overview_make_heat_map (PresserDocument *document,
                                           PresserOverview *overview);

G_END_DECLS
