/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* How each kind of paragraph looks, as text tags; running prose and speech have none. */
typedef struct _PresserTranscriptTags PresserTranscriptTags;

PresserTranscriptTags *presser_transcript_tags_new (GtkTextBuffer   *buffer,
                                                    PresserDocument *document);
void                   presser_transcript_tags_free (PresserTranscriptTags *self);
void                   presser_transcript_tags_set_aside_height (PresserTranscriptTags *self,
                                                                 int                    below,
                                                                 int                    line);
void                   presser_transcript_tags_set_appearance (PresserTranscriptTags *self,
                                                               gboolean               dark,
                                                               gboolean               high_contrast);
gboolean               presser_transcript_tags_hold (PresserTranscriptTags *self,
                                                     GtkTextTag            *tag);
void                   presser_transcript_tags_apply_first (PresserTranscriptTags *self);
/* Brings paragraphs @first to @last, both included, into the look of their kind. */
void presser_transcript_tags_apply (PresserTranscriptTags *self,
                                    guint                  first,
                                    guint                  last);
void presser_transcript_tags_apply_to_labels (PresserTranscriptTags *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTranscriptTags, presser_transcript_tags_free)

G_END_DECLS
