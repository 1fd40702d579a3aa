/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The map beside the transcript: marks lie where their statements lie in the text. */

#include "presser-palette.h"
#include "presser-transcript-map.h"
#include "transcript-fixture.h"

typedef struct
{
  Fixture    fixture;
  GtkWidget *window;
  GtkWidget *map; /* borrowed from the window */
} Sheet;

static void
set_up_map (Sheet        *sheet,
            gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  set_up_long (&sheet->fixture, NULL);
  sheet->window = gtk_window_new ();
  sheet->map = g_object_new (PRESSER_TYPE_TRANSCRIPT_MAP, NULL);
  presser_transcript_map_show (PRESSER_TRANSCRIPT_MAP (sheet->map), sheet->fixture.view, sheet->fixture.document,
                               presser_document_get_statements (sheet->fixture.document));
  gtk_box_append (GTK_BOX (box), sheet->map);
  gtk_window_set_child (GTK_WINDOW (sheet->window), box);
  gtk_window_set_default_size (GTK_WINDOW (sheet->window), 200, 400);
  gtk_window_present (GTK_WINDOW (sheet->window));
  while (gtk_widget_get_height (sheet->map) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down_map (Sheet        *sheet,
               gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (sheet->window));
  settle (); /* two windows gone at once leave the text view's cursor blinking: GTK 4.8 */
  tear_down (&sheet->fixture, NULL);
}

static cairo_surface_t *
draw (Sheet *sheet)
{
  int              width = gtk_widget_get_width (sheet->map);
  int              height = gtk_widget_get_height (sheet->map);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cairo = cairo_create (surface);
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  GskRenderNode   *node;

  /* What the widget draws by itself: a paintable of it would show what it drew last. */
  GTK_WIDGET_GET_CLASS (sheet->map)->snapshot (sheet->map, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cairo);
  gsk_render_node_unref (node);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

/* Rows of pixels in which a mark's full colour is drawn, as shares of the height; -1 for none. */
static void
find_marks (Sheet  *sheet,
            double *first,
            double *last)
{
  cairo_surface_t *surface = draw (sheet);
  int              height = cairo_image_surface_get_height (surface);
  int              middle = cairo_image_surface_get_width (surface) / 2;

  *first = *last = -1;
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                                              + y * cairo_image_surface_get_stride (surface));

      if (row[middle] >> 24 != 0xff)
        continue;
      *last = (double) y / height;
      if (*first < 0)
        *first = *last;
    }
  cairo_surface_destroy (surface);
}

static void
test_marks_lie_where_statements_lie (Sheet        *sheet,
                                     gconstpointer data)
{
  guint  length = presser_text_get_length (presser_document_get_text (sheet->fixture.document));
  double share = (double) find (&sheet->fixture, "Paragraph 300 of many").start / length;
  double first;
  double last;

  find_marks (sheet, &first, &last);
  g_assert_cmpfloat (first, ==, -1);

  tag (&sheet->fixture, "Paragraph 300 of many", "p.lavrov");
  find_marks (sheet, &first, &last);
  g_assert_cmpfloat_with_epsilon (first, share, 0.01);
  g_assert_cmpfloat_with_epsilon (last, share, 0.015);

  presser_history_undo (get_history (&sheet->fixture));
  find_marks (sheet, &first, &last);
  g_assert_cmpfloat (first, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/transcript-map/marks-lie-where-statements-lie", Sheet, NULL, set_up_map,
              test_marks_lie_where_statements_lie, tear_down_map);

  return g_test_run ();
}
