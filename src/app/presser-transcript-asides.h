/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-bands.h"
#include "presser-transcript-buffer.h"

G_BEGIN_DECLS

/* Notes, noises and gaps, drawn below the paragraph that they stand in, with a small number at their place. The view keeps
 * what is known of them. */

/* Another document (or NULL), or a font of another size; @below: pixels below every paragraph. */
void presser_transcript_asides_fit (GtkTextView             *view,
                                    PresserDocument         *document,
                                    PresserTranscriptBuffer *buffer,
                                    int                      below);
void presser_transcript_asides_snapshot (GtkTextView      *view,
                                         PresserAppearance appearance,
                                         GtkSnapshot      *snapshot);
/* The whole of one that had no room, as a tooltip. */
gboolean presser_transcript_asides_query_tooltip (GtkTextView *view,
                                                  int          x,
                                                  int          y,
                                                  GtkTooltip  *tooltip);

G_END_DECLS
