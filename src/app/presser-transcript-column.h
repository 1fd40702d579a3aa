/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the text as wide as is good to read, in the middle of the view, with the gutter beside it. */
typedef struct _PresserTranscriptColumn PresserTranscriptColumn;

/* @is_mirrored: the gutter is on the right. */
PresserTranscriptColumn *presser_transcript_column_new (GtkTextView *view,
                                                        GtkWidget   *gutter,
                                                        gboolean     is_mirrored);
void                     presser_transcript_column_free (PresserTranscriptColumn *self);
/* To be called when the font may have changed. */
void presser_transcript_column_forget (PresserTranscriptColumn *self);
/* Sets the margins for a view of that width; TRUE if lines may have moved. */
gboolean presser_transcript_column_fit (PresserTranscriptColumn *self,
                                        int                      width);

G_END_DECLS
