/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much somebody said: a pale bar, and over it a full one for as much of it as is tagged. */
#define PRESSER_TYPE_OVERVIEW_BAR (presser_overview_bar_get_type ())
G_DECLARE_FINAL_TYPE (PresserOverviewBar, presser_overview_bar, PRESSER, OVERVIEW_BAR, GtkWidget)

/* @colour: a place in the palette, -1 for grey. @said and @tagged: shares of the whole width, 0 to 1. */
GtkWidget *presser_overview_bar_new (int    colour,
                                     double said,
                                     double tagged);

G_END_DECLS
