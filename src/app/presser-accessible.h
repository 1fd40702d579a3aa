/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names every button below @widget that shows only an icon by its tooltip. */
void presser_accessible_name_buttons (GtkWidget *widget);

G_END_DECLS
