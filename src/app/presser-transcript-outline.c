/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-outline.h"

#include <math.h>

typedef struct
{
  double x;
  double y;
} Point;

/* Whether what follows is the next line, so that the two can be drawn as one. */
static gboolean
follow (const GdkRectangle *one,
        const GdkRectangle *next)
{
  int gap = next->y - (one->y + one->height);

  return next->y > one->y && gap < one->height
         && next->x < one->x + one->width && one->x < next->x + next->width;
}

static void
add_point (GArray *points,
           double  x,
           double  y)
{
  Point point = { x, y };

  g_array_append_val (points, point);
}

/* Half way between two lines. */
static double
find_border (const GdkRectangle *one,
             const GdkRectangle *next)
{
  return (one->y + one->height + next->y) / 2.;
}

/* Down the right side and up the left. */
static GArray *
dup_corners (const GdkRectangle *bands,
             guint               n_bands,
             double              distance)
{
  GArray             *corners = g_array_new (FALSE, FALSE, sizeof (Point));
  const GdkRectangle *last = &bands[n_bands - 1];

  add_point (corners, bands[0].x + bands[0].width + distance, bands[0].y - distance);

  for (guint i = 0; i + 1 < n_bands; i++)
    {
      double border = find_border (&bands[i], &bands[i + 1]);

      add_point (corners, bands[i].x + bands[i].width + distance, border);
      add_point (corners, bands[i + 1].x + bands[i + 1].width + distance, border);
    }

  add_point (corners, last->x + last->width + distance, last->y + last->height + distance);
  add_point (corners, last->x - distance, last->y + last->height + distance);

  for (guint i = n_bands - 1; i > 0; i--)
    {
      double border = find_border (&bands[i - 1], &bands[i]);

      add_point (corners, bands[i].x - distance, border);
      add_point (corners, bands[i - 1].x - distance, border);
    }

  add_point (corners, bands[0].x - distance, bands[0].y - distance);

  return corners;
}

/* Where the rounding of a corner begins on the way to another one. */
static Point
step_off (Point  corner,
          Point  other,
          double radius)
{
  double length = hypot (other.x - corner.x, other.y - corner.y);
  double share = length > 0 ? MIN (radius, length / 2) / length : 0;

  return (Point){ corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share };
}

static void
trace_corners (cairo_t *cr,
               GArray  *corners,
               double   radius)
{
  cairo_new_sub_path (cr);

  for (guint i = 0; i < corners->len; i++)
    {
      Point corner = g_array_index (corners, Point, i);
      Point before = step_off (corner, g_array_index (corners, Point, (i + corners->len - 1) % corners->len), radius);
      Point behind = step_off (corner, g_array_index (corners, Point, (i + 1) % corners->len), radius);

      cairo_line_to (cr, before.x, before.y);
      cairo_curve_to (cr, corner.x, corner.y, corner.x, corner.y, behind.x, behind.y);
    }

  cairo_close_path (cr);
}

/**
 * presser_transcript_outline_trace: (skip)
 * @cr: where to add the path
 * @bands: areas of lines
 * @n_bands: how many
 * @distance: how far outside the areas to go, in pixels
 * @radius: of the corners, in pixels
 *
 * Adds the outline to the path of @cr.
 */
void
presser_transcript_outline_trace (cairo_t            *cr,
                                  const GdkRectangle *bands,
                                  guint               n_bands,
                                  double              distance,
                                  double              radius)
{
  guint first = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      g_autoptr (GArray) corners = NULL;

      if (i + 1 < n_bands && follow (&bands[i], &bands[i + 1]))
        continue;

      corners = dup_corners (&bands[first], i + 1 - first, distance);
      trace_corners (cr, corners, radius);
      first = i + 1;
    }
}
