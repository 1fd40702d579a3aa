/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-marks.h"

G_BEGIN_DECLS

/**
 * PresserAppearance:
 * @dark: whether the page is dark
 * @high_contrast: whether every band has an edge
 *
 * What the desktop asks of drawing.
 */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
} PresserAppearance;

/* Draws bands and underlines in buffer coordinates, to lie below the text. */
void presser_transcript_bands_snapshot (PresserMarks     *marks,
                                        PresserStatement *current,
                                        PresserAppearance appearance,
                                        GtkSnapshot      *snapshot);

G_END_DECLS
