/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-bands.h"

#include "presser-palette.h"
#include "presser-transcript-outline.h"

#define RADIUS           5.f
#define UNDERLINE_HEIGHT 2.f
#define EDGE             1.f
#define CURRENT_EDGE     2.f
#define MARGIN           3    /* for edges around a band */
#define FAINT            0.3f /* of what it would be, if the filter leaves it out */

typedef struct
{
  GtkSnapshot      *snapshot;
  PresserAppearance appearance;
  PresserStatement *current;
} Pen;

static GdkRGBA
get_colour (const Pen         *pen,
            const PresserMark *mark,
            int                colour)
{
  GdkRGBA rgba;

  presser_palette_get (colour, pen->appearance.dark, &rgba);

  if (!mark->is_shown)
    rgba.alpha *= FAINT;

  return rgba;
}

static GdkRGBA
get_tint (const Pen         *pen,
          const PresserMark *mark)
{
  GdkRGBA rgba;

  presser_palette_get_tint (mark->colour, pen->appearance.dark, &rgba);

  if (!mark->is_shown)
    rgba.alpha *= FAINT;

  return rgba;
}

static void
draw_edge (const Pen            *pen,
           const GskRoundedRect *outline,
           GdkRGBA               colour,
           float                 width)
{
  const float   widths[] = { width, width, width, width };
  const GdkRGBA colours[] = { colour, colour, colour, colour };

  gtk_snapshot_append_border (pen->snapshot, outline, widths, colours);
}

static void
draw_underlines (const Pen          *pen,
                 const PresserMark  *mark,
                 const PresserStrip *strip,
                 graphene_rect_t     band)
{
  for (guint i = 0; i < mark->n_topics; i++)
    {
      GdkRGBA colour = get_colour (pen, mark, mark->topic_colours[i]);
      float   y = (float) (strip->area.y + strip->area.height) + (float) (mark->first_underline + i) * UNDERLINE_HEIGHT;

      gtk_snapshot_append_color (pen->snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (band.origin.x, y, band.size.width, UNDERLINE_HEIGHT));
    }
}

static void
draw_band (const Pen          *pen,
           const PresserMark  *mark,
           const PresserStrip *strip)
{
  GdkRectangle    area = presser_marks_get_band (mark, strip);
  graphene_rect_t band = GRAPHENE_RECT_INIT ((float) area.x, (float) area.y, (float) area.width, (float) area.height);
  GdkRGBA         tint = get_tint (pen, mark);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &band, RADIUS);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, &tint, &band);
  draw_underlines (pen, mark, strip, band);
  gtk_snapshot_pop (pen->snapshot);

  if (pen->appearance.high_contrast && mark->statement != pen->current)
    draw_edge (pen, &outline, get_colour (pen, mark, mark->colour), EDGE);
}

/* One outline for all lines. It needs cairo: GTK has neither dashes nor paths before 4.14. */
static void
draw_outline (const Pen         *pen,
              PresserMarks      *marks,
              const PresserMark *mark,
              gboolean           is_dashed)
{
  static const double      dashes[] = { 4, 3 };
  const PresserStrip      *strips = presser_marks_get_strips (marks, mark);
  GdkRGBA                  colour = get_colour (pen, mark, mark->colour);
  g_autofree GdkRectangle *bands = g_new (GdkRectangle, mark->n_strips);
  GdkRectangle             bounds;
  cairo_t                 *cr;

  for (guint i = 0; i < mark->n_strips; i++)
    {
      bands[i] = presser_marks_get_band (mark, &strips[i]);
      gdk_rectangle_union (&bands[i], i > 0 ? &bounds : &bands[i], &bounds);
    }

  cr = gtk_snapshot_append_cairo (pen->snapshot,
                                  &GRAPHENE_RECT_INIT ((float) (bounds.x - MARGIN), (float) (bounds.y - MARGIN),
                                                       (float) (bounds.width + 2 * MARGIN),
                                                       (float) (bounds.height + 2 * MARGIN)));
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, mark->statement == pen->current ? CURRENT_EDGE : EDGE);
  cairo_set_dash (cr, dashes, is_dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  presser_transcript_outline_trace (cr, bands, mark->n_strips, EDGE / 2, RADIUS + EDGE / 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_mark (const Pen         *pen,
           PresserMarks      *marks,
           const PresserMark *mark)
{
  gboolean            is_suggested = presser_statement_get_status (mark->statement) == PRESSER_STATUS_SUGGESTED;
  const PresserStrip *strips = presser_marks_get_strips (marks, mark);

  if (mark->n_strips == 0)
    return;

  for (guint i = 0; i < mark->n_strips && !is_suggested; i++)
    draw_band (pen, mark, &strips[i]);

  if (is_suggested || mark->statement == pen->current)
    draw_outline (pen, marks, mark, is_suggested);
}

/**
 * presser_transcript_bands_snapshot: (skip)
 * @marks: what is seen
 * @current: (nullable): the statement to show with a stronger edge
 * @appearance: what the desktop asks for
 * @snapshot: where to draw
 *
 * Draws the longer below the shorter, as text order has them, and the current one's edge over all.
 */
void
presser_transcript_bands_snapshot (PresserMarks     *marks,
                                   PresserStatement *current,
                                   PresserAppearance appearance,
                                   GtkSnapshot      *snapshot)
{
  const Pen          pen = { snapshot, appearance, current };
  const PresserMark *last = NULL;

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const PresserMark *mark = presser_marks_get (marks, i);

      if (mark->statement == current)
        last = mark;
      else
        draw_mark (&pen, marks, mark);
    }

  if (last != NULL)
    draw_mark (&pen, marks, last);
}
