/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-overview.h"

G_BEGIN_DECLS

/* Questions and what came of them, as a list; a row opened does `win.go-to-paragraph`. NULL if the file does not say
 * what answers what. Takes @overview, which must be of @document as it is now. */
GtkWidget *presser_overview_make_questions (PresserDocument *document,
                                            PresserOverview *overview);

G_END_DECLS
