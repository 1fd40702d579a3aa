/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-edges.h"

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-transcript-edge-keys.h"

#define KNOB      4.f /* radius */
#define REACH     7   /* how far from an edge its handle can be grasped */
#define THRESHOLD 4   /* pixels before a press becomes a drag */
#define NO_PLACE  G_MAXUINT

typedef enum
{
  EDGE_NONE,
  EDGE_START,
  EDGE_END,
} Edge;

struct _PresserTranscriptEdges
{
  PresserStatement *statement; /* whose edge is dragged, or NULL */
  Edge              edge;
  PresserRange      extent;    /* where its edges are by now */
  gboolean          is_moving; /* a press that does not move is a click like any other */
  guint             clicked_at;

  PresserTranscriptEdgeKeys *keys;       /* owned */
  PresserTranscript         *transcript; /* borrowed: it owns this */
};

#define KEYS "presser-transcript-edge-keys" /* where the view's action finds them */

/* The ranges of @statement within @extent, the outermost drawn out to its ends: GArray of PresserRange. */
static GArray *
dup_ranges_within (PresserStatement *statement,
                   PresserRange      extent)
{
  GArray             *within = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      PresserRange range = { i == 0 ? extent.start : MAX (ranges[i].start, extent.start),
                             i == n_ranges - 1 ? extent.end : MIN (ranges[i].end, extent.end) };

      if (range.start < range.end)
        g_array_append_val (within, range);
    }

  if (within->len == 0)
    g_array_append_val (within, extent);

  return within;
}

static void
set_edges_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PresserDocument  *document = presser_transcript_get_document (PRESSER_TRANSCRIPT (widget));
  PresserStatement *statement;
  PresserRange      extent;
  const char       *id;
  g_autoptr (PresserStatement) changed = NULL;
  g_autoptr (GArray) ranges = NULL;

  g_variant_get (parameter, "(&suu)", &id, &extent.start, &extent.end);
  statement = document != NULL ? presser_document_get_statement (document, id) : NULL;

  if (statement == NULL || extent.start >= extent.end
      || presser_range_equal (extent, presser_statement_get_extent (statement)))
    return;

  ranges = dup_ranges_within (statement, extent);
  changed = presser_statement_with_ranges (statement, (const PresserRange *) (gpointer) ranges->data, ranges->len);
  presser_history_begin (presser_document_get_history (document), _ ("Move edge of statement"));
  presser_document_replace_statement (document, statement, changed);
  presser_history_end (presser_document_get_history (document));
}

static void
take_edge_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  presser_transcript_edge_keys_take (g_object_get_data (G_OBJECT (widget), KEYS), g_variant_get_boolean (parameter));
}

/**
 * presser_transcript_edges_install: (skip)
 * @widget_class: the class of the transcript view
 *
 * Installs the action transcript.set-edges: a statement's id, its new start and its new end, “(suu)”; and
 * transcript.take-edge: whether it is the start of the current one that the arrow keys move from now on.
 */
void
presser_transcript_edges_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "transcript.set-edges", "(suu)", set_edges_action);
  gtk_widget_class_install_action (widget_class, "transcript.take-edge", "b", take_edge_action);
}

static const PresserMark *
find_current (PresserTranscriptEdges *self,
              PresserMarks           *marks)
{
  PresserStatement *current = presser_transcript_get_current (self->transcript);

  for (guint i = 0; i < marks->marks->len; i++)
    if (presser_marks_get (marks, i)->statement == current)
      return presser_marks_get (marks, i);

  return NULL;
}

/* Where the cursor would stand before the character at @position, or behind it. */
static void
get_edge_place (PresserTranscriptEdges *self,
                guint                   position,
                gboolean                is_behind,
                GdkRectangle           *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->transcript);
  GtkTextIter  iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) position);
  gtk_text_view_get_iter_location (view, &iter, place);

  if (is_behind)
    place->x += place->width;

  place->width = 1;
}

static void
get_edge (PresserTranscriptEdges *self,
          PresserStatement       *statement,
          Edge                    edge,
          GdkRectangle           *place)
{
  PresserRange extent = presser_statement_get_extent (statement);

  if (edge == EDGE_START)
    get_edge_place (self, extent.start, FALSE, place);
  else
    get_edge_place (self, extent.end - 1, TRUE, place);
}

static void
draw_handle (GtkSnapshot   *snapshot,
             GdkRectangle   place,
             Edge           edge,
             const GdkRGBA *colour)
{
  float           x = (float) place.x + (edge == EDGE_START ? -1.f : 0.f);
  float           y = (float) (edge == EDGE_START ? place.y - 1 : place.y + place.height + 2);
  GskRoundedRect  knob;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x + 0.5f - KNOB, y - KNOB, 2 * KNOB, 2 * KNOB);

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (x - 0.5f, (float) place.y - 1, 2, (float) place.height + 3));
  gsk_rounded_rect_init_from_rect (&knob, &bounds, KNOB);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * presser_transcript_edges_snapshot: (skip)
 * @self: edges
 * @marks: what is seen
 * @appearance: what the desktop asks for
 * @snapshot: where to draw, in buffer coordinates
 *
 * Draws the handles of the current statement; none while the text is corrected.
 */
void
presser_transcript_edges_snapshot (PresserTranscriptEdges *self,
                                   PresserMarks           *marks,
                                   PresserAppearance       appearance,
                                   GtkSnapshot            *snapshot)
{
  const PresserMark *mark = find_current (self, marks);

  if (mark == NULL || presser_transcript_get_correcting (self->transcript))
    return;

  for (Edge edge = EDGE_START; edge <= EDGE_END; edge++)
    {
      GdkRectangle place;
      GdkRGBA      colour;

      presser_palette_get (mark->colour, appearance.dark, &colour);
      get_edge (self, mark->statement, edge, &place);
      draw_handle (snapshot, place, edge, &colour);
    }
}

static void
to_buffer (PresserTranscriptEdges *self,
           double                  x,
           double                  y,
           int                    *buffer_x,
           int                    *buffer_y)
{
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->transcript), GTK_TEXT_WINDOW_WIDGET,
                                         (int) x, (int) y, buffer_x, buffer_y);
}

static Edge
find_edge_at (PresserTranscriptEdges *self,
              double                  x,
              double                  y)
{
  PresserStatement *current = presser_transcript_get_current (self->transcript);
  int               buffer_x, buffer_y;

  if (current == NULL || presser_transcript_get_correcting (self->transcript))
    return EDGE_NONE;

  to_buffer (self, x, y, &buffer_x, &buffer_y);

  for (Edge edge = EDGE_START; edge <= EDGE_END; edge++)
    {
      GdkRectangle place;

      get_edge (self, current, edge, &place);

      if (ABS (buffer_x - place.x) <= REACH && buffer_y >= place.y - REACH && buffer_y <= place.y + place.height + REACH)
        return edge;
    }

  return EDGE_NONE;
}

/* The gap between two characters that is nearest to a point. */
static guint
find_position (PresserTranscriptEdges *self,
               double                  x,
               double                  y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->transcript);
  GtkTextIter  iter;
  int          buffer_x, buffer_y, trailing;

  to_buffer (self, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (view, &iter, &trailing, buffer_x, buffer_y);

  return (guint) (gtk_text_iter_get_offset (&iter) + trailing);
}

static void
drag_began_cb (GtkGestureDrag         *gesture,
               double                  x,
               double                  y,
               PresserTranscriptEdges *self)
{
  self->edge = find_edge_at (self, x, y);

  if (self->edge == EDGE_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  g_set_object (&self->statement, presser_transcript_get_current (self->transcript));
  self->extent = presser_statement_get_extent (self->statement);
  self->is_moving = FALSE;
}

/* While an edge is dragged, the selection shows where it would be. */
static void
drag_updated_cb (GtkGestureDrag         *gesture,
                 double                  offset_x,
                 double                  offset_y,
                 PresserTranscriptEdges *self)
{
  double x, y;
  guint  position;

  if (self->statement == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (!self->is_moving && ABS (offset_x) < THRESHOLD && ABS (offset_y) < THRESHOLD)
    return;

  self->is_moving = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  position = find_position (self, x + offset_x, y + offset_y);

  if (self->edge == EDGE_START && position < self->extent.end)
    self->extent.start = position;
  else if (self->edge == EDGE_END && position > self->extent.start)
    self->extent.end = position;

  presser_transcript_select (self->transcript, self->extent);
}

static void
drag_ended_cb (GtkGestureDrag         *gesture,
               double                  offset_x,
               double                  offset_y,
               PresserTranscriptEdges *self)
{
  g_autoptr (PresserStatement) statement = g_steal_pointer (&self->statement);
  PresserDocument  *document = presser_transcript_get_document (self->transcript);
  PresserStatement *moved;

  if (statement == NULL || document == NULL || !self->is_moving)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->transcript), "transcript.set-edges", "(suu)",
                              presser_statement_get_id (statement), self->extent.start, self->extent.end);
  presser_transcript_select (self->transcript, (PresserRange){ self->extent.start, self->extent.start });
  moved = presser_document_get_statement (document, presser_statement_get_id (statement));

  if (moved != NULL)
    presser_transcript_choose (self->transcript, moved);
}

static void
pressed_cb (GtkGestureClick        *gesture,
            int                     n_presses,
            double                  x,
            double                  y,
            PresserTranscriptEdges *self)
{
  guint position = find_position (self, x, y);

  if (n_presses == 1 && position == self->clicked_at)
    presser_transcript_cycle_current (self->transcript);

  self->clicked_at = position;
}

static void
moved_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          PresserTranscriptEdges   *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->transcript),
                                   find_edge_at (self, x, y) != EDGE_NONE ? "ew-resize" : "text");
}

/**
 * presser_transcript_edges_new: (skip)
 * @transcript: the view, which owns the edges
 *
 * Puts the gestures on the view.
 *
 * Returns: (transfer full): the edges
 */
PresserTranscriptEdges *
presser_transcript_edges_new (PresserTranscript *transcript)
{
  PresserTranscriptEdges *self = g_new0 (PresserTranscriptEdges, 1);
  GtkGesture             *drag = gtk_gesture_drag_new ();
  GtkGesture             *click = gtk_gesture_click_new ();
  GtkEventController     *motion = gtk_event_controller_motion_new ();

  self->transcript = transcript;
  self->keys = presser_transcript_edge_keys_new (transcript);
  g_object_set_data (G_OBJECT (transcript), KEYS, self->keys);
  self->clicked_at = NO_PLACE;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (transcript), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (transcript), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (transcript), motion);

  return self;
}

/**
 * presser_transcript_edges_free: (skip)
 * @self: edges
 *
 * Frees them. The view's gestures must be gone or silent by then.
 */
void
presser_transcript_edges_free (PresserTranscriptEdges *self)
{
  g_clear_object (&self->statement);
  presser_transcript_edge_keys_free (self->keys);
  g_free (self);
}
