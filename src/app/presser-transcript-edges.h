/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-private.h"

G_BEGIN_DECLS

/* What the pointer does on statements: clicking again where several overlap takes the next one, and
 * the handles at the edges of the current one are dragged. */
typedef struct _PresserTranscriptEdges PresserTranscriptEdges;

/* Installs the action transcript.set-edges, a statement's id, its new start and its new end: “(suu)”. */
void                    presser_transcript_edges_install (GtkWidgetClass *widget_class);
PresserTranscriptEdges *presser_transcript_edges_new (PresserTranscript *transcript);
void                    presser_transcript_edges_free (PresserTranscriptEdges *self);
/* Draws the handles in buffer coordinates, to lie above the text. */
void presser_transcript_edges_snapshot (PresserTranscriptEdges *self,
                                        PresserMarks           *marks,
                                        PresserAppearance       appearance,
                                        GtkSnapshot            *snapshot);

G_END_DECLS
