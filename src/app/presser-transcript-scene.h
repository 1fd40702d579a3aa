/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-asides.h"
#include "presser-transcript-buffer.h"
#include "presser-transcript-marks.h"

G_BEGIN_DECLS

/* What of the document is seen at the moment, worked out once for all who draw it or ask where the
 * pointer is. */
typedef struct _PresserTranscriptScene PresserTranscriptScene;

PresserTranscriptScene *presser_transcript_scene_new (GtkTextView *view);
void                    presser_transcript_scene_free (PresserTranscriptScene *self);
void                    presser_transcript_scene_set_document (PresserTranscriptScene  *self,
                                                               PresserDocument         *document,
                                                               PresserTranscriptBuffer *buffer);
void                    presser_transcript_scene_set_filter (PresserTranscriptScene *self,
                                                             PresserFilter          *filter);
/* Other statements than before, or others to be shown. */
void presser_transcript_scene_forget_marks (PresserTranscriptScene *self);
/* The text, its look or the width has changed. */
void presser_transcript_scene_forget_places (PresserTranscriptScene *self);
/* A font of another size. */
void presser_transcript_scene_fit (PresserTranscriptScene *self);
/* Borrowed; NULL while the text is out of step with the document. */
PresserMarks *presser_transcript_scene_get_marks (PresserTranscriptScene *self);
/* At a point in widget coordinates, the innermost first: GPtrArray of PresserStatement. */
GPtrArray *presser_transcript_scene_dup_at (PresserTranscriptScene *self,
                                            double                  x,
                                            double                  y);

G_END_DECLS
