/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-bands.h"
#include "presser-transcript-buffer.h"

G_BEGIN_DECLS

/* Notes, noises and gaps, drawn below the paragraph that they stand in, with a small number at their place. */
typedef struct _PresserTranscriptAsides PresserTranscriptAsides;

PresserTranscriptAsides *presser_transcript_asides_new (GtkTextView *view);
void                     presser_transcript_asides_free (PresserTranscriptAsides *self);
/* Another document, or a font of another size; @below: pixels below every paragraph. */
void presser_transcript_asides_fit (PresserTranscriptAsides *self,
                                    PresserDocument         *document,
                                    PresserTranscriptBuffer *buffer,
                                    int                      below);
void presser_transcript_asides_snapshot (PresserTranscriptAsides *self,
                                         PresserAppearance        appearance,
                                         GtkSnapshot             *snapshot);
/* The whole of one that had no room, as a tooltip. */
gboolean presser_transcript_asides_query_tooltip (PresserTranscriptAsides *self,
                                                  int                      x,
                                                  int                      y,
                                                  GtkTooltip              *tooltip);

G_END_DECLS
