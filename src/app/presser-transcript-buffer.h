/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* The document's text for a text view: it follows the document by splices, and what is typed into
 * it becomes an edit of the document, from which it comes back. */
#define PRESSER_TYPE_TRANSCRIPT_BUFFER (presser_transcript_buffer_get_type ())
G_DECLARE_FINAL_TYPE (PresserTranscriptBuffer, presser_transcript_buffer, PRESSER, TRANSCRIPT_BUFFER, GtkSourceBuffer)

PresserTranscriptBuffer *presser_transcript_buffer_new (PresserDocument *document);
void                     presser_transcript_buffer_set_appearance (PresserTranscriptBuffer *self,
                                                                   gboolean                 dark,
                                                                   gboolean                 high_contrast);
void                     presser_transcript_buffer_set_aside_height (PresserTranscriptBuffer *self,
                                                                     int                      below,
                                                                     int                      line);
void                     presser_transcript_buffer_leave_document (PresserTranscriptBuffer *self);
/* FALSE while a change of the document is just being told about and the text is still the old one. */
gboolean presser_transcript_buffer_is_current (PresserTranscriptBuffer *self);
/* TRUE if there is any right-to-left writing, now or earlier. */
gboolean     presser_transcript_buffer_has_right_to_left (PresserTranscriptBuffer *self);
PresserRange presser_transcript_buffer_get_selection (PresserTranscriptBuffer *self);

G_END_DECLS
