/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-scene.h"

struct _PresserTranscriptScene
{
  PresserTranscriptPage *page;
  PresserMarks          *marks; /* NULL: to be found again */
  GdkRectangle           seen;  /* what was seen when they were found, in buffer coordinates */

  GtkTextView             *view;     /* borrowed: it owns this */
  PresserDocument         *document; /* borrowed from the view, or NULL */
  PresserTranscriptBuffer *buffer;   /* borrowed from the view, or NULL */
  PresserFilter           *filter;   /* borrowed, or NULL */
};

/**
 * presser_transcript_scene_new: (skip)
 * @view: the text view, which owns the scene
 *
 * Creates a scene without a document.
 *
 * Returns: (transfer full): the scene
 */
PresserTranscriptScene *
presser_transcript_scene_new (GtkTextView *view)
{
  PresserTranscriptScene *self = g_new0 (PresserTranscriptScene, 1);

  self->view = view;
  self->page = presser_transcript_page_new (view);
  return self;
}

/**
 * presser_transcript_scene_free: (skip)
 * @self: a scene
 *
 * Frees it.
 */
void
presser_transcript_scene_free (PresserTranscriptScene *self)
{
  g_clear_pointer (&self->marks, presser_marks_free);
  presser_transcript_page_free (self->page);
  g_free (self);
}

/**
 * presser_transcript_scene_set_document: (skip)
 * @self: a scene
 * @document: (nullable): the document, not owned
 * @buffer: (nullable): the buffer that shows it, not owned
 *
 * Shows another document, or none.
 */
void
presser_transcript_scene_set_document (PresserTranscriptScene  *self,
                                       PresserDocument         *document,
                                       PresserTranscriptBuffer *buffer)
{
  self->document = document;
  self->buffer = buffer;
  presser_transcript_scene_fit (self);
  presser_transcript_scene_forget_places (self);
}

/**
 * presser_transcript_scene_fit: (skip)
 * @self: a scene
 *
 * To be called when the font may have another size: makes room for what stands beside the text.
 */
void
presser_transcript_scene_fit (PresserTranscriptScene *self)
{
  presser_transcript_asides_fit (self->view, self->document, self->buffer, gtk_text_view_get_pixels_below_lines (self->view));
}

/**
 * presser_transcript_scene_set_filter: (skip)
 * @self: a scene
 * @filter: (nullable): what to show in full, not owned
 *
 * Sets the filter, or none.
 */
void
presser_transcript_scene_set_filter (PresserTranscriptScene *self,
                                     PresserFilter          *filter)
{
  self->filter = filter;
  presser_transcript_scene_forget_marks (self);
}

/**
 * presser_transcript_scene_forget_marks: (skip)
 * @self: a scene
 *
 * To be called when there are other statements than before, or others are to be shown.
 */
void
presser_transcript_scene_forget_marks (PresserTranscriptScene *self)
{
  g_clear_pointer (&self->marks, presser_marks_free);
}

/**
 * presser_transcript_scene_forget_places: (skip)
 * @self: a scene
 *
 * To be called when the text, its look or the width has changed.
 */
void
presser_transcript_scene_forget_places (PresserTranscriptScene *self)
{
  presser_transcript_page_forget (self->page);
  presser_transcript_scene_forget_marks (self);
}

/**
 * presser_transcript_scene_get_marks: (skip)
 * @self: a scene
 *
 * Returns: (nullable) (transfer none): what is seen, good until something moves; %NULL while the text is
 *   out of step with the document
 */
PresserMarks *
presser_transcript_scene_get_marks (PresserTranscriptScene *self)
{
  GdkRectangle seen;

  if (self->document == NULL || !presser_transcript_buffer_is_current (self->buffer))
    return NULL;

  gtk_text_view_get_visible_rect (self->view, &seen);

  if (self->marks != NULL && gdk_rectangle_equal (&seen, &self->seen))
    return self->marks;

  presser_transcript_scene_forget_marks (self);
  self->marks = presser_marks_new (self->document, self->page, self->filter, seen.y, seen.y + seen.height);
  self->seen = seen;

  return self->marks;
}

/**
 * presser_transcript_scene_dup_at: (skip)
 * @self: a scene
 * @x: in widget coordinates
 * @y: in widget coordinates
 *
 * Returns: (transfer full) (element-type PresserStatement): the statements there, the innermost first
 */
GPtrArray *
presser_transcript_scene_dup_at (PresserTranscriptScene *self,
                                 double                  x,
                                 double                  y)
{
  PresserMarks *marks = presser_transcript_scene_get_marks (self);
  int           buffer_x, buffer_y;

  if (marks == NULL)
    return g_ptr_array_new ();

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  return presser_marks_dup_at (marks, buffer_x, buffer_y);
}
