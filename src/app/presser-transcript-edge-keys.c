/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-edge-keys.h"

#include "presser-transcript-page.h"

struct _PresserTranscriptEdgeKeys
{
  char        *statement; /* id; NULL while no edge is in hand */
  gboolean     is_start;
  PresserRange extent; /* where its edges are by now */

  GtkEventController *controller; /* borrowed from the view while an edge is in hand, or NULL */
  PresserTranscript  *transcript; /* borrowed: it owns this */
};

/**
 * presser_transcript_edge_keys_new: (skip)
 * @transcript: the view, which owns them
 *
 * Returns: (transfer full): no edge in hand
 */
PresserTranscriptEdgeKeys *
presser_transcript_edge_keys_new (PresserTranscript *transcript)
{
  PresserTranscriptEdgeKeys *self = g_new0 (PresserTranscriptEdgeKeys, 1);

  self->transcript = transcript;
  return self;
}

/**
 * presser_transcript_edge_keys_free: (skip)
 * @self: edge keys
 *
 * Frees them. The view's controllers must be gone or silent by then.
 */
void
presser_transcript_edge_keys_free (PresserTranscriptEdgeKeys *self)
{
  g_free (self->statement);
  g_free (self);
}

static GtkTextBuffer *
get_buffer (PresserTranscriptEdgeKeys *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->transcript));
}

/* With the cursor at the edge that is in hand, and that in view. */
static void
show_extent (PresserTranscriptEdgeKeys *self)
{
  guint       place = self->is_start ? self->extent.start : self->extent.end;
  guint       other = self->is_start ? self->extent.end : self->extent.start;
  GtkTextIter insert, bound;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &insert, (int) place);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &bound, (int) other);
  gtk_text_buffer_select_range (get_buffer (self), &insert, &bound);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->transcript), gtk_text_buffer_get_insert (get_buffer (self)));
}

static gboolean
remove_controller_idle (gpointer data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (data);

  if (widget != NULL)
    gtk_widget_remove_controller (widget, data);
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be in the middle of its own signal. */
static void
put_down (PresserTranscriptEdgeKeys *self)
{
  GtkEventController *controller = g_steal_pointer (&self->controller);

  g_clear_pointer (&self->statement, g_free);
  if (controller == NULL)
    return;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_controller_idle, g_object_ref (controller), g_object_unref);
}

static void
finish (PresserTranscriptEdgeKeys *self,
        gboolean                   keep)
{
  g_autofree char  *id = g_strdup (self->statement);
  PresserRange      extent = self->extent;
  guint             place;
  PresserDocument  *document = presser_transcript_get_document (self->transcript);
  PresserStatement *statement = document != NULL ? presser_document_get_statement (document, id) : NULL;

  put_down (self);
  if (statement == NULL)
    return;
  if (keep)
    gtk_widget_activate_action (GTK_WIDGET (self->transcript), "transcript.set-edges", "(suu)", id, extent.start, extent.end);
  statement = presser_document_get_statement (document, id);
  extent = presser_statement_get_extent (statement);
  place = self->is_start ? extent.start : extent.end - 1;
  presser_transcript_select (self->transcript, (PresserRange){ place, place });
  presser_transcript_choose (self->transcript, statement);
}

static gboolean
is_right_to_left (const GtkTextIter *iter)
{
  GtkTextIter      start = *iter, end = *iter;
  g_autofree char *text = NULL;

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (&start, &end);
  return presser_transcript_page_is_right_to_left (text);
}

/* A start goes from word to word by where they begin, an end by where they end. */
static void
move_by_word (PresserTranscriptEdgeKeys *self,
              GtkTextIter               *iter,
              int                        step)
{
  if (is_right_to_left (iter))
    step = -step;
  if (step < 0)
    {
      gtk_text_iter_backward_word_start (iter);
      if (!self->is_start && gtk_text_iter_backward_word_start (iter))
        gtk_text_iter_forward_word_end (iter);
    }
  else if (!gtk_text_iter_forward_word_end (iter))
    gtk_text_buffer_get_end_iter (get_buffer (self), iter);
  else if (self->is_start && gtk_text_iter_forward_word_end (iter))
    gtk_text_iter_backward_word_start (iter);
}

static gboolean
move (PresserTranscriptEdgeKeys *self,
      guint                      keyval,
      gboolean                   by_word)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->transcript);
  int          step = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ? -1 : 1;
  GtkTextIter  iter;
  guint        place;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, (int) (self->is_start ? self->extent.start : self->extent.end));
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (by_word)
        move_by_word (self, &iter, step);
      else
        gtk_text_view_move_visually (view, &iter, step);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      gtk_text_view_backward_display_line_start (view, &iter);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      gtk_text_view_forward_display_line_end (view, &iter);
      break;
    default:
      return FALSE;
    }

  place = (guint) gtk_text_iter_get_offset (&iter);
  if (self->is_start && place < self->extent.end)
    self->extent.start = place;
  else if (!self->is_start && place > self->extent.start)
    self->extent.end = place;
  show_extent (self);
  return TRUE;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
key_pressed_cb (PresserTranscriptEdgeKeys *self,
                guint                      keyval,
                guint                      keycode,
                GdkModifierType            state)
{
  if (is_modifier (keyval))
    return FALSE;
  /* Something else was selected meanwhile. */
  if (!presser_range_equal (presser_transcript_get_selection (self->transcript), self->extent))
    {
      put_down (self);
      return FALSE;
    }
  if (move (self, keyval, (state & GDK_CONTROL_MASK) != 0))
    return TRUE;
  switch (keyval)
    {
    case GDK_KEY_bracketleft:
    case GDK_KEY_bracketright:
    case GDK_KEY_a:
    case GDK_KEY_z:
      return FALSE; /* the other edge, or done */
    case GDK_KEY_Escape:
      finish (self, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish (self, TRUE);
      return TRUE;
    default:
      finish (self, TRUE);
      return FALSE;
    }
}

static void
take_up (PresserTranscriptEdgeKeys *self,
         PresserStatement          *statement)
{
  self->statement = g_strdup (presser_statement_get_id (statement));
  self->extent = presser_statement_get_extent (statement);
  /* Before the window's single keys: what was added last comes first. */
  self->controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->transcript), self->controller);
}

/**
 * presser_transcript_edge_keys_take: (skip)
 * @self: edge keys
 * @is_start: which edge
 *
 * Takes an edge of the current statement in hand. If one is already: the other one, or, if it is the same,
 * leaves it where it is by now.
 */
void
presser_transcript_edge_keys_take (PresserTranscriptEdgeKeys *self,
                                   gboolean                   is_start)
{
  PresserStatement *current = presser_transcript_get_current (self->transcript);

  if (self->statement != NULL && self->is_start == is_start)
    {
      finish (self, TRUE);
      return;
    }
  if (self->statement == NULL && (current == NULL || presser_transcript_get_correcting (self->transcript)))
    return;
  self->is_start = is_start;
  if (self->statement == NULL)
    take_up (self, current);
  show_extent (self);
}
