/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Traces one rounded outline around the bands of lines that follow each other, and a new one where they
 * do not. Bands come from top to bottom. */
void presser_transcript_outline_trace (cairo_t            *cr,
                                       const GdkRectangle *bands,
                                       guint               n_bands,
                                       double              distance,
                                       double              radius);

G_END_DECLS
