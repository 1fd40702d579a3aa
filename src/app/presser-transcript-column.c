/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-column.h"

#include "presser-settings.h"

/* Running prose with the share of blanks and long and short letters that languages written in Latin
 * letters have; only its width is of interest. */
#define SAMPLE         "the quick brown fox was seen to jump over a lazy dog on Sunday, and "
#define CHARS_A_LINE   72 /* unless the settings say otherwise */
#define NEAREST_MARGIN 16
#define NEAREST_GUTTER 6
#define GUTTER_GAP     12

struct _PresserTranscriptColumn
{
  int column; /* width of the text; 0 until measured */
  int width;  /* of the view, when it was fitted last */
  int gutter_width;

  GSettings *settings;   /* NULL without a schema */
  gulong     handler_id; /* of it */

  GtkTextView *view;   /* borrowed: it owns this */
  GtkWidget   *gutter; /* borrowed from the view */
  gboolean     is_mirrored;
};

static void
text_width_changed_cb (GSettings  *settings,
                       const char *key,
                       gpointer    user_data)
{
  PresserTranscriptColumn *self = user_data;

  presser_transcript_column_forget (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self->view));
}

/**
 * presser_transcript_column_new: (skip)
 * @view: the text view, which owns the column
 * @gutter: its gutter, which lives as long
 * @is_mirrored: whether the gutter is on the right
 *
 * Creates a column; nothing is measured yet.
 *
 * Returns: (transfer full): the column
 */
PresserTranscriptColumn *
presser_transcript_column_new (GtkTextView *view,
                               GtkWidget   *gutter,
                               gboolean     is_mirrored)
{
  PresserTranscriptColumn *self = g_new0 (PresserTranscriptColumn, 1);

  self->view = view;
  self->gutter = gutter;
  self->is_mirrored = is_mirrored;
  self->settings = presser_settings_get ();
  if (self->settings != NULL)
    self->handler_id = g_signal_connect (self->settings, "changed::text-width", G_CALLBACK (text_width_changed_cb), self);
  return self;
}

/**
 * presser_transcript_column_free: (skip)
 * @self: a column
 *
 * Frees it; the margins stay.
 */
void
presser_transcript_column_free (PresserTranscriptColumn *self)
{
  if (self->settings != NULL)
    g_signal_handler_disconnect (self->settings, self->handler_id);
  g_free (self);
}

/**
 * presser_transcript_column_forget: (skip)
 * @self: a column
 *
 * To be called when the font may have changed: the next fit measures it again.
 */
void
presser_transcript_column_forget (PresserTranscriptColumn *self)
{
  self->column = 0;
}

static int
measure_column (PresserTranscriptColumn *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), SAMPLE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * presser_settings_get_int ("text-width", CHARS_A_LINE) / (int) g_utf8_strlen (SAMPLE, -1);
}

/* The gutter without the space before it. */
static int
measure_gutter (PresserTranscriptColumn *self)
{
  int width;

  gtk_widget_measure (self->gutter, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return MAX (width - gtk_widget_get_margin_start (self->gutter), 0);
}

/**
 * presser_transcript_column_fit: (skip)
 * @self: a column
 * @width: of the view, in pixels
 *
 * Sets the margins. In a narrow view the text takes what there is.
 *
 * Returns: whether lines may wrap elsewhere now
 */
gboolean
presser_transcript_column_fit (PresserTranscriptColumn *self,
                               int                      width)
{
  int gutter_width = measure_gutter (self);
  int space, before, behind;

  if (self->column > 0 && self->width == width && self->gutter_width == gutter_width)
    return FALSE;

  if (self->column == 0)
    self->column = measure_column (self);

  self->width = width;
  self->gutter_width = gutter_width;
  space = MAX (width - gutter_width - GUTTER_GAP - self->column, 0);
  before = MAX (space - gutter_width, 0) / 2;
  behind = MAX (space - before, NEAREST_MARGIN);

  /* The gutter is to stand beside the text and not at the window's edge. */
  gtk_widget_set_margin_start (self->gutter, MAX (before, NEAREST_GUTTER));
  gtk_text_view_set_left_margin (self->view, self->is_mirrored ? behind : GUTTER_GAP);
  gtk_text_view_set_right_margin (self->view, self->is_mirrored ? GUTTER_GAP : behind);

  return TRUE;
}
