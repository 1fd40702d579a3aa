/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-private.h"

G_BEGIN_DECLS

/* One edge of the current statement in hand: arrows move it either way, the selection shows where it would be.
 * Enter, or whatever key comes next, keeps it; Escape leaves it where it was. */
typedef struct _PresserTranscriptEdgeKeys PresserTranscriptEdgeKeys;

PresserTranscriptEdgeKeys *presser_transcript_edge_keys_new (PresserTranscript *transcript);
void                       presser_transcript_edge_keys_free (PresserTranscriptEdgeKeys *self);
/* Takes an edge of the current statement in hand, the other edge of the one that is, or keeps it. */
void presser_transcript_edge_keys_take (PresserTranscriptEdgeKeys *self,
                                        gboolean                   is_start);

G_END_DECLS
