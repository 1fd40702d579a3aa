/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Places in the transcript: the selection, and what to bring into view. */

#include "presser-transcript-private.h"

#define MARGIN      0.08 /* of the view's height, between what is revealed and the edge */
#define MOST_HEIGHT 0.8  /* of the view's height: what is taller is shown from its start */

static void
get_iter (PresserTranscript *self,
          guint              position,
          GtkTextIter       *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter,
                                      (int) MIN (position, (guint) G_MAXINT));
}

/**
 * presser_transcript_get_selection:
 * @self: a transcript view
 *
 * Returns: the selection in code points, empty at the cursor if nothing is selected
 */
PresserRange
presser_transcript_get_selection (PresserTranscript *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PRESSER_IS_TRANSCRIPT (self), ((PresserRange){ 0, 0 }));

  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end);
  return (PresserRange){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

/**
 * presser_transcript_select:
 * @self: a transcript view
 * @range: what to select, in code points; empty to put the cursor there
 *
 * Selects, with the cursor at the end. Nothing scrolls.
 */
void
presser_transcript_select (PresserTranscript *self,
                           PresserRange       range)
{
  GtkTextIter start, end;

  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));

  get_iter (self, range.start, &start);
  get_iter (self, range.end, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &end, &start);
}

static void
scroll_to (PresserTranscript *self,
           GtkTextIter       *iter,
           gboolean           is_at_top)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextMark   *mark = gtk_text_buffer_get_mark (buffer, "presser-reveal");

  /* A mark and not the place itself: far lines are measured first, then it is scrolled. */
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "presser-reveal", iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, iter);

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, MARGIN, is_at_top, 0, MARGIN);
}

/**
 * presser_transcript_reveal:
 * @self: a transcript view
 * @range: what to bring into view, in code points
 *
 * Scrolls only as far as needed for the range, or its start if it is tall, to be seen.
 */
void
presser_transcript_reveal (PresserTranscript *self,
                           PresserRange       range)
{
  GtkTextIter  start, end;
  GdkRectangle seen, first, last;

  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));

  get_iter (self, range.start, &start);
  get_iter (self, range.end, &end);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);

  if (first.y >= seen.y && last.y + last.height <= seen.y + seen.height)
    return;

  if (first.y < seen.y)
    scroll_to (self, &start, FALSE);
  else if (last.y + last.height - first.y > seen.height * MOST_HEIGHT)
    scroll_to (self, &start, TRUE);
  else
    scroll_to (self, &end, FALSE);
}

/**
 * presser_transcript_go_to_statement:
 * @self: a transcript view
 * @statement: a statement of the document
 *
 * Puts the cursor at the statement's start, makes it current and brings it into view.
 */
void
presser_transcript_go_to_statement (PresserTranscript *self,
                                    PresserStatement  *statement)
{
  PresserRange extent;

  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));
  g_return_if_fail (PRESSER_IS_STATEMENT (statement));

  extent = presser_statement_get_extent (statement);
  presser_transcript_select (self, (PresserRange){ extent.start, extent.start });
  presser_transcript_choose (self, statement);
  presser_transcript_reveal (self, extent);
}

/**
 * presser_transcript_get_location:
 * @self: a transcript view
 * @range: in code points
 * @rectangle: (out caller-allocates): where to put the place
 *
 * Tells where a range's last character lies, in widget coordinates, for a popover to point at.
 */
void
presser_transcript_get_location (PresserTranscript *self,
                                 PresserRange       range,
                                 GdkRectangle      *rectangle)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  iter;

  g_return_if_fail (PRESSER_IS_TRANSCRIPT (self));
  g_return_if_fail (rectangle != NULL);

  get_iter (self, presser_range_is_empty (range) ? range.start : range.end - 1, &iter);
  gtk_text_view_get_iter_location (view, &iter, rectangle);

  if (rectangle->width < 0)
    {
      rectangle->x += rectangle->width;
      rectangle->width = -rectangle->width;
    }

  rectangle->width = MAX (rectangle->width, 1);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rectangle->x, rectangle->y, &rectangle->x, &rectangle->y);
}
