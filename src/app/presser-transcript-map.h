/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript.h"

G_BEGIN_DECLS

/* The whole transcript in one narrow strip beside it: where the statements that match the filter lie, and what part is
 * in view. A click or a drag goes there. For the eye only: the list of statements tells the same in words. */
#define PRESSER_TYPE_TRANSCRIPT_MAP (presser_transcript_map_get_type ())
G_DECLARE_FINAL_TYPE (PresserTranscriptMap, presser_transcript_map, PRESSER, TRANSCRIPT_MAP, GtkWidget)

/* @statements: GListModel of PresserStatement, in text order. */
void presser_transcript_map_show (PresserTranscriptMap *self,
                                  PresserTranscript    *transcript,
                                  PresserDocument      *document,
                                  GListModel           *statements);

G_END_DECLS
