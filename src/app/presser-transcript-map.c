/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-map.h"

#include <adwaita.h>
#include <string.h>

#include "presser-palette.h"
#include "presser-statement-row.h"

#define MAP_WIDTH 14
#define INSET     3
/* Shorter statements could not be hit, in pixels. */
#define LEAST_HEIGHT 2
/* How far from a mark the pointer still means it, in pixels. */
#define REACH 4

/* What one row of pixels shows: nothing, one speaker, or the first two of several. */
typedef struct
{
  gint8 n_colours;
  gint8 colours[2]; /* places in the palette, -1 for grey */
} Row;

struct _PresserTranscriptMap
{
  GtkWidget parent_instance;

  /* Weak: a text view that outlives its window blinks on into nothing. */
  PresserTranscript *transcript;

  /* Owned. */
  PresserDocument *document;
  GListModel      *statements;
  GSignalGroup    *statement_signals;
  GSignalGroup    *document_signals;
  GSignalGroup    *speaker_signals;
  GSignalGroup    *scroll_signals;

  GArray *rows; /* of Row, one a pixel of height; made anew when it is too old */
};

G_DEFINE_FINAL_TYPE (PresserTranscriptMap, presser_transcript_map, GTK_TYPE_WIDGET)

static guint
get_length (PresserTranscriptMap *self)
{
  return MAX (presser_text_get_length (presser_document_get_text (self->document)), 1);
}

static double
get_y (PresserTranscriptMap *self,
       guint                 position)
{
  return (double) position / get_length (self) * gtk_widget_get_height (GTK_WIDGET (self));
}

static guint
get_position (PresserTranscriptMap *self,
              double                y)
{
  double share = y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  return (guint) (CLAMP (share, 0, 1) * get_length (self));
}

static void
add_colour (Row *row,
            int  colour)
{
  for (int i = 0; i < row->n_colours; i++)
    if (row->colours[i] == colour)
      return;
  if (row->n_colours < (int) G_N_ELEMENTS (row->colours))
    row->colours[row->n_colours++] = (gint8) colour;
}

static void
add_statement (PresserTranscriptMap *self,
               PresserStatement     *statement)
{
  int                 colour = presser_palette_find_speaker (self->document, presser_statement_get_speaker (statement));
  const PresserRange *ranges;
  guint               n_ranges;

  ranges = presser_statement_get_ranges (statement, &n_ranges);
  for (guint i = 0; i < n_ranges; i++)
    {
      guint first = (guint) get_y (self, ranges[i].start);
      guint last = MAX ((guint) get_y (self, ranges[i].end), first + LEAST_HEIGHT - 1);

      for (guint y = first; y <= last && y < self->rows->len; y++)
        add_colour (&g_array_index (self->rows, Row, y), colour);
    }
}

static void
ensure_rows (PresserTranscriptMap *self)
{
  guint height = (guint) gtk_widget_get_height (GTK_WIDGET (self));

  if (self->rows->len == height)
    return;
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->rows, height);
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (self->statements, i);

      add_statement (self, statement);
    }
}

static void
changed_cb (PresserTranscriptMap *self)
{
  g_array_set_size (self->rows, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What of the text can be seen now. */
static PresserRange
get_seen (PresserTranscriptMap *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->transcript);
  GdkRectangle rectangle;
  GtkTextIter  start;
  GtkTextIter  end;

  gtk_text_view_get_visible_rect (view, &rectangle);
  gtk_text_view_get_line_at_y (view, &start, rectangle.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, rectangle.y + rectangle.height, NULL);
  gtk_text_iter_forward_to_line_end (&end);
  return (PresserRange){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

static void
draw_seen (PresserTranscriptMap *self,
           GtkSnapshot          *snapshot)
{
  PresserRange    seen = get_seen (self);
  float           top = (float) get_y (self, seen.start);
  float           bottom = MAX ((float) get_y (self, seen.end), top + 6);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, top, MAP_WIDTH, bottom - top);
  GskRoundedRect  outline;
  GdkRGBA         colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= 0.12f;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* Rows that look alike are one rectangle. */
static void
draw_marks (PresserTranscriptMap *self,
            GtkSnapshot          *snapshot)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint    end;

  for (guint y = 0; y < self->rows->len; y = end)
    {
      const Row *row = &g_array_index (self->rows, Row, y);
      float      width = (MAP_WIDTH - 2 * INSET) / (float) MAX (row->n_colours, 1);

      end = y + 1;
      while (end < self->rows->len && memcmp (row, &g_array_index (self->rows, Row, end), sizeof *row) == 0)
        end++;
      for (int i = 0; i < row->n_colours; i++)
        {
          graphene_rect_t bounds = GRAPHENE_RECT_INIT (INSET + (float) i * width, (float) y, width, (float) (end - y));
          GdkRGBA         colour;

          presser_palette_get (row->colours[i], is_dark, &colour);
          gtk_snapshot_append_color (snapshot, &colour, &bounds);
        }
    }
}

static void
presser_transcript_map_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  PresserTranscriptMap *self = PRESSER_TRANSCRIPT_MAP (widget);

  if (self->document == NULL || self->transcript == NULL)
    return;
  ensure_rows (self);
  draw_seen (self, snapshot);
  draw_marks (self, snapshot);
}

static void
presser_transcript_map_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAP_WIDTH : 0;
}

/* The statement whose mark is nearest to a place. */
static PresserStatement *
dup_statement_at (PresserTranscriptMap *self,
                  double                y)
{
  PresserStatement *found = NULL;
  double            nearest = REACH;

  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (self->statements, i);
      PresserRange extent = presser_statement_get_extent (statement);
      double       start = get_y (self, extent.start);
      double       end = MAX (get_y (self, extent.end), start + LEAST_HEIGHT);
      double       distance = y < start ? start - y : y > end ? y - end
                                                              : 0;

      if (distance >= nearest)
        continue;
      nearest = distance;
      g_set_object (&found, statement);
    }
  return found;
}

static void
go_to (PresserTranscriptMap *self,
       double                y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->transcript);
  GtkTextIter  iter;
  GtkTextMark *mark;

  if (self->document == NULL || self->transcript == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) get_position (self, y));
  mark = gtk_text_buffer_create_mark (gtk_text_view_get_buffer (view), NULL, &iter, TRUE);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0.5);
  gtk_text_buffer_delete_mark (gtk_text_view_get_buffer (view), mark);
}

static void
drag_begin_cb (PresserTranscriptMap *self,
               double                x,
               double                y)
{
  go_to (self, y);
}

static void
drag_update_cb (PresserTranscriptMap *self,
                double                offset_x,
                double                offset_y,
                GtkGestureDrag       *gesture)
{
  double x;
  double y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, y + offset_y);
}

static gboolean
query_tooltip_cb (PresserTranscriptMap *self,
                  int                   x,
                  int                   y,
                  gboolean              by_keyboard,
                  GtkTooltip           *tooltip)
{
  g_autoptr (PresserStatement) statement = NULL;
  g_autofree char *details = NULL;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  if (self->document == NULL)
    return FALSE;
  statement = dup_statement_at (self, y);
  if (statement == NULL)
    return FALSE;
  details = presser_statement_row_dup_details (self->document, statement);
  line = presser_statement_row_dup_line (self->document, statement);
  text = g_strdup_printf ("%s\n%s", details, line);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/**
 * presser_transcript_map_show:
 * @self: a map
 * @transcript: what it is a map of
 * @document: (nullable): what that shows
 * @statements: (nullable): those of its statements to mark, in text order
 */
void
presser_transcript_map_show (PresserTranscriptMap *self,
                             PresserTranscript    *transcript,
                             PresserDocument      *document,
                             GListModel           *statements)
{
  g_return_if_fail (PRESSER_IS_TRANSCRIPT_MAP (self));

  g_set_weak_pointer (&self->transcript, transcript);
  g_set_object (&self->document, document);
  g_set_object (&self->statements, statements);
  g_signal_group_set_target (self->statement_signals, statements);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->scroll_signals, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (transcript)));
  changed_cb (self);
}

static void
presser_transcript_map_dispose (GObject *object)
{
  PresserTranscriptMap *self = PRESSER_TRANSCRIPT_MAP (object);

  g_clear_object (&self->statement_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->scroll_signals);
  g_clear_object (&self->statements);
  g_clear_object (&self->document);
  g_clear_weak_pointer (&self->transcript);

  G_OBJECT_CLASS (presser_transcript_map_parent_class)->dispose (object);
}

static void
presser_transcript_map_finalize (GObject *object)
{
  g_array_unref (PRESSER_TRANSCRIPT_MAP (object)->rows);

  G_OBJECT_CLASS (presser_transcript_map_parent_class)->finalize (object);
}

static void
presser_transcript_map_class_init (PresserTranscriptMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_transcript_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = presser_transcript_map_finalize;
  widget_class->measure = presser_transcript_map_measure;
  widget_class->snapshot = presser_transcript_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "transcript-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GSignalGroup *
follow (PresserTranscriptMap *self,
        GType                 type,
        const char           *signal,
        GCallback             callback)
{
  GSignalGroup *group = g_signal_group_new (type);

  g_signal_group_connect_swapped (group, signal, callback, self);
  return group;
}

static void
presser_transcript_map_init (PresserTranscriptMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->statement_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (changed_cb));
  self->document_signals = follow (self, PRESSER_TYPE_DOCUMENT, "text-changed", G_CALLBACK (changed_cb));
  self->speaker_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (changed_cb));
  self->scroll_signals = follow (self, GTK_TYPE_ADJUSTMENT, "value-changed", G_CALLBACK (gtk_widget_queue_draw));
  g_signal_group_connect_swapped (self->scroll_signals, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
