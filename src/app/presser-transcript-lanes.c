/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One bar a statement beside the lines it stands on, and the initials of who said it beside the first
 * of them: so colour is not the only sign. */

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-quote-drag.h"
#include "presser-tag.h"
#include "presser-transcript-private.h"

#define BAR_WIDTH    4
#define BAR_STEP     6
#define INITIALS     24
#define INITIALS_GAP 3
#define WIDTH        (INITIALS + PRESSER_TRANSCRIPT_MAX_LANES * BAR_STEP)
#define MAX_OPACITY  1.f
#define FAINT        0.3f

#define PRESSER_TYPE_TRANSCRIPT_LANES (presser_transcript_lanes_get_type ())
G_DECLARE_FINAL_TYPE (PresserTranscriptLanes, presser_transcript_lanes, PRESSER, TRANSCRIPT_LANES, GtkSourceGutterRenderer)

struct _PresserTranscriptLanes
{
  GtkSourceGutterRenderer parent_instance;

  PangoLayout *layout;         /* for initials; NULL until needed */
  int          initials_below; /* no initials above this: those of the statement before are there */
};

G_DEFINE_FINAL_TYPE (PresserTranscriptLanes, presser_transcript_lanes, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static PresserTranscript *
get_transcript (PresserTranscriptLanes *self)
{
  return PRESSER_TRANSCRIPT (gtk_source_gutter_renderer_get_view (GTK_SOURCE_GUTTER_RENDERER (self)));
}

/* Lanes are counted from the text, which is on the right unless all is mirrored. */
static int
mirror (PresserTranscriptLanes *self,
        int                     x,
        int                     width)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? WIDTH - x - width : x;
}

static GdkRectangle
get_bar (PresserTranscriptLanes *self,
         const PresserMark      *mark,
         int                     top,
         int                     bottom)
{
  return (GdkRectangle){ mirror (self, WIDTH - (int) (mark->lane + 1) * BAR_STEP, BAR_WIDTH), top, BAR_WIDTH, bottom - top };
}

static void
draw_bar (PresserTranscriptLanes *self,
          GtkSnapshot            *snapshot,
          const PresserMark      *mark,
          GdkRectangle            bar)
{
  PresserAppearance appearance = presser_transcript_get_appearance (get_transcript (self));
  gboolean          is_suggested = presser_statement_get_status (mark->statement) == PRESSER_STATUS_SUGGESTED;
  graphene_rect_t   bounds = GRAPHENE_RECT_INIT ((float) bar.x, (float) bar.y, (float) bar.width, (float) bar.height);
  GskRoundedRect    outline;
  GdkRGBA           colour;

  presser_palette_get (mark->colour, appearance.dark, &colour);
  colour.alpha = mark->is_shown ? MAX_OPACITY : FAINT;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, BAR_WIDTH / 2.f);

  if (is_suggested)
    {
      const float   widths[] = { 1, 1, 1, 1 };
      const GdkRGBA colours[] = { colour, colour, colour, colour };

      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* The outermost lane in use beside a strip: initials stand left of it. */
static guint
find_outermost_lane (PresserMarks       *marks,
                     const PresserStrip *strip)
{
  guint lane = 0;

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const PresserMark  *mark = presser_marks_get (marks, i);
      const PresserStrip *strips = presser_marks_get_strips (marks, mark);

      for (guint j = 0; j < mark->n_strips; j++)
        if (strips[j].line == strip->line && strips[j].area.y <= strip->area.y + strip->area.height
            && strips[j].area.y + strips[j].area.height >= strip->area.y)
          lane = MAX (lane, mark->lane);
    }

  return lane;
}

static void
draw_initials (PresserTranscriptLanes *self,
               GtkSnapshot            *snapshot,
               const PresserMark      *mark,
               guint                   outermost,
               int                     y,
               int                     height)
{
  PresserTranscript *transcript = get_transcript (self);
  PresserAppearance  appearance = presser_transcript_get_appearance (transcript);
  const char        *id = presser_statement_get_speaker (mark->statement);
  PresserDocument   *document = presser_transcript_get_document (transcript);
  PresserSpeaker    *speaker = id != NULL ? presser_document_get_speaker (document, id) : NULL;
  g_autofree char   *initials = NULL;
  GdkRGBA            ink;
  int                x, text_width, text_height;

  if (speaker == NULL || y < self->initials_below)
    return;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  initials = presser_tag_dup_initials (G_OBJECT (speaker));
  pango_layout_set_text (self->layout, initials, -1);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  self->initials_below = y + height;
  x = WIDTH - (int) (outermost + 1) * BAR_STEP - INITIALS_GAP - text_width;
  presser_palette_get_ink (mark->colour, appearance.dark, &ink);
  ink.alpha = mark->is_shown ? MAX_OPACITY : FAINT;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) mirror (self, MAX (x, 0), text_width),
                                                          (float) (y + (height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* The strips of one paragraph, joined where one line follows the other. */
static void
draw_mark (PresserTranscriptLanes *self,
           GtkSnapshot            *snapshot,
           PresserMarks           *marks,
           const PresserMark      *mark,
           guint                   line,
           int                     shift)
{
  const PresserStrip *strips = presser_marks_get_strips (marks, mark);
  int                 top = 0, bottom = G_MININT;

  for (guint i = 0; i < mark->n_strips; i++)
    {
      GdkRectangle area = strips[i].area;

      if (strips[i].line != line)
        continue;

      if (i == 0 && mark->starts)
        draw_initials (self, snapshot, mark, find_outermost_lane (marks, &strips[i]), area.y + shift, area.height);

      if (bottom == G_MININT)
        top = area.y;
      else if (area.y > bottom + area.height)
        {
          draw_bar (self, snapshot, mark, get_bar (self, mark, top + shift, bottom + shift));
          top = area.y;
        }

      bottom = area.y + area.height;
    }

  if (bottom != G_MININT)
    draw_bar (self, snapshot, mark, get_bar (self, mark, top + shift, bottom + shift));
}

/* From buffer to widget coordinates, up and down. */
static int
get_shift (PresserTranscriptLanes *self)
{
  int y;

  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (get_transcript (self)), GTK_TEXT_WINDOW_TEXT, 0, 0, NULL, &y);
  return y;
}

static void
presser_transcript_lanes_begin (GtkSourceGutterRenderer *renderer,
                                GtkSourceGutterLines    *lines)
{
  PRESSER_TRANSCRIPT_LANES (renderer)->initials_below = G_MININT;
}

static void
presser_transcript_lanes_snapshot_line (GtkSourceGutterRenderer *renderer,
                                        GtkSnapshot             *snapshot,
                                        GtkSourceGutterLines    *lines,
                                        guint                    line)
{
  PresserTranscriptLanes *self = PRESSER_TRANSCRIPT_LANES (renderer);
  PresserMarks           *marks = presser_transcript_get_marks (get_transcript (self));
  int                     shift = get_shift (self);

  if (marks == NULL)
    return;

  for (guint i = 0; i < marks->marks->len; i++)
    draw_mark (self, snapshot, marks, presser_marks_get (marks, i), line, shift);
}

static void
presser_transcript_lanes_measure (GtkWidget     *widget,
                                  GtkOrientation orientation,
                                  int            for_size,
                                  int           *minimum,
                                  int           *natural,
                                  int           *minimum_baseline,
                                  int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static PresserStatement *
find_statement (PresserTranscriptLanes *self,
                double                  x,
                double                  y)
{
  PresserMarks *marks = presser_transcript_get_marks (get_transcript (self));
  int           shift = get_shift (self);
  guint         lane = (guint) (CLAMP (WIDTH - mirror (self, (int) x, 0), 0, WIDTH - 1) / BAR_STEP);

  for (guint i = 0; marks != NULL && i < marks->marks->len; i++)
    {
      const PresserMark *mark = presser_marks_get (marks, i);
      GdkRectangle       first, last;

      if (mark->n_strips == 0 || (mark->lane != lane && lane < PRESSER_TRANSCRIPT_MAX_LANES))
        continue;

      first = presser_marks_get_strips (marks, mark)[0].area;
      last = presser_marks_get_strips (marks, mark)[mark->n_strips - 1].area;

      if (y >= first.y + shift && y <= last.y + last.height + shift)
        return mark->statement;
    }

  return NULL;
}

static void
pressed_cb (GtkGestureClick        *gesture,
            int                     n_presses,
            double                  x,
            double                  y,
            PresserTranscriptLanes *self)
{
  if (find_statement (self, x, y) != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Not at the press: that may be the beginning of a drag. */
static void
released_cb (GtkGestureClick        *gesture,
             int                     n_presses,
             double                  x,
             double                  y,
             PresserTranscriptLanes *self)
{
  PresserStatement *statement = find_statement (self, x, y);

  if (statement == NULL)
    return;

  presser_transcript_go_to_statement (get_transcript (self), statement);
  gtk_widget_grab_focus (GTK_WIDGET (get_transcript (self)));
}

static PresserStatement *
find_dragged (GtkWidget        *widget,
              double            x,
              double            y,
              PresserDocument **document)
{
  PresserTranscriptLanes *self = PRESSER_TRANSCRIPT_LANES (widget);

  *document = presser_transcript_get_document (get_transcript (self));
  return find_statement (self, x, y);
}

static gboolean
presser_transcript_lanes_query_tooltip (GtkWidget  *widget,
                                        int         x,
                                        int         y,
                                        gboolean    is_keyboard,
                                        GtkTooltip *tooltip)
{
  PresserTranscriptLanes *self = PRESSER_TRANSCRIPT_LANES (widget);
  PresserDocument        *document = presser_transcript_get_document (get_transcript (self));
  PresserStatement       *statement = find_statement (self, x, y);

  if (statement == NULL)
    return FALSE;

  gtk_tooltip_set_custom (tooltip, presser_transcript_card_new (document, statement));
  return TRUE;
}

static void
presser_transcript_lanes_css_changed (GtkWidget         *widget,
                                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (presser_transcript_lanes_parent_class)->css_changed (widget, change);
  g_clear_object (&PRESSER_TRANSCRIPT_LANES (widget)->layout);
}

static void
presser_transcript_lanes_dispose (GObject *object)
{
  g_clear_object (&PRESSER_TRANSCRIPT_LANES (object)->layout);

  G_OBJECT_CLASS (presser_transcript_lanes_parent_class)->dispose (object);
}

static void
presser_transcript_lanes_class_init (PresserTranscriptLanesClass *klass)
{
  GtkWidgetClass               *widget_class = GTK_WIDGET_CLASS (klass);
  GtkSourceGutterRendererClass *renderer_class = GTK_SOURCE_GUTTER_RENDERER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_transcript_lanes_dispose;
  widget_class->measure = presser_transcript_lanes_measure;
  widget_class->query_tooltip = presser_transcript_lanes_query_tooltip;
  widget_class->css_changed = presser_transcript_lanes_css_changed;
  renderer_class->begin = presser_transcript_lanes_begin;
  renderer_class->snapshot_line = presser_transcript_lanes_snapshot_line;
}

static void
presser_transcript_lanes_init (PresserTranscriptLanes *self)
{
  GtkGesture         *gesture = gtk_gesture_click_new ();
  GtkEventController *drag = presser_quote_drag_source_new (find_dragged);

  gtk_widget_add_css_class (GTK_WIDGET (self), "statement-lanes");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), drag);
  gtk_gesture_group (GTK_GESTURE (drag), gesture);
}

/**
 * presser_transcript_lanes_new: (skip)
 *
 * Creates a renderer for the gutter of a transcript view, and of no other.
 *
 * Returns: (transfer floating): the renderer
 */
GtkSourceGutterRenderer *
presser_transcript_lanes_new (void)
{
  return g_object_new (PRESSER_TYPE_TRANSCRIPT_LANES, NULL);
}
