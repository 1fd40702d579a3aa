/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* One topic along the transcript: a mark for each statement, in its speaker's colour. A mark clicked, or chosen by the
 * arrow keys and opened by Enter, does `win.go-to-statement`. */
#define PRESSER_TYPE_OVERVIEW_STRIP (presser_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (PresserOverviewStrip, presser_overview_strip, PRESSER, OVERVIEW_STRIP, GtkWidget)

GtkWidget *presser_overview_strip_new (PresserDocument *document,
                                       const char      *label);
/* In text order. @colour: a place in the palette, -1 for grey. */
void presser_overview_strip_add_mark (PresserOverviewStrip *self,
                                      PresserStatement     *statement,
                                      int                   colour);

G_END_DECLS
