/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Unparents every child: for widgets that are no container of GTK's, in dispose or to be filled anew. */
void presser_children_remove (GtkWidget *widget);

G_END_DECLS
