/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-buffer.h"
#include "presser-transcript.h"

G_BEGIN_DECLS

/* Which statement the cursor is in. */
typedef struct _PresserTranscriptCursor PresserTranscriptCursor;

/* @changed is called with @transcript when the current statement has changed. */
PresserTranscriptCursor *presser_transcript_cursor_new (PresserTranscript *transcript,
                                                        GCallback          changed);
void                     presser_transcript_cursor_free (PresserTranscriptCursor *self);
void                     presser_transcript_cursor_set_document (PresserTranscriptCursor *self,
                                                                 PresserDocument         *document,
                                                                 PresserTranscriptBuffer *buffer);
/* To be called when the cursor has moved or the statements have changed. */
void              presser_transcript_cursor_update (PresserTranscriptCursor *self);
PresserStatement *presser_transcript_cursor_get_current (PresserTranscriptCursor *self);
void              presser_transcript_cursor_choose (PresserTranscriptCursor *self,
                                                    PresserStatement        *statement);
void              presser_transcript_cursor_cycle (PresserTranscriptCursor *self);

G_END_DECLS
