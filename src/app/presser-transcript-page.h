/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-range.h"

G_BEGIN_DECLS

/* Where text lies on the page: what a text view does not tell, worked out from what it does, and
 * remembered by paragraph until something moves. All places are in buffer coordinates. */
typedef struct _PresserTranscriptPage PresserTranscriptPage;

/**
 * PresserStrip:
 * @area: what it covers, in buffer coordinates; as high as the text of its line
 * @line: the paragraph, counted as the buffer counts lines
 *
 * A stretch of one display line. A range covers several in a line of mixed direction.
 */
typedef struct
{
  GdkRectangle area;
  guint        line;
} PresserStrip;

PresserTranscriptPage *presser_transcript_page_new (GtkTextView *view);
void                   presser_transcript_page_free (PresserTranscriptPage *self);
/* To be called when text, its look or the width has changed. */
void presser_transcript_page_forget (PresserTranscriptPage *self);
/* What stands between two heights, in whole paragraphs. */
PresserRange presser_transcript_page_get_range (PresserTranscriptPage *self,
                                                int                    top,
                                                int                    bottom);
/* The display lines that a range lies on, in code points. */
PresserRange presser_transcript_page_get_display_lines (PresserTranscriptPage *self,
                                                        PresserRange           range);
/* Adds to @strips, an array of PresserStrip, those of a range that lie between two heights, from top to bottom. */
void presser_transcript_page_add_strips (PresserTranscriptPage *self,
                                         PresserRange           range,
                                         int                    top,
                                         int                    bottom,
                                         GArray                *strips);

gboolean presser_transcript_page_is_right_to_left (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTranscriptPage, presser_transcript_page_free)

G_END_DECLS
