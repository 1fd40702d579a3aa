/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-palette.h"
#include "transcript-fixture.h"

static const PresserMark *
get_only_mark (Fixture *fixture)
{
  PresserMarks *marks;

  settle ();
  marks = presser_transcript_get_marks (fixture->view);
  g_assert_nonnull (marks);
  g_assert_cmpuint (marks->marks->len, ==, 1);
  return presser_marks_get (marks, 0);
}

static void
test_a_band_covers_each_line (Fixture      *fixture,
                              gconstpointer user_data)
{
  const PresserMark  *mark;
  const PresserStrip *strips;

  tag (fixture, "Yes, it was discussed in a narrow circle, and everybody in the room has understood it well.", "p.lavrov");
  mark = get_only_mark (fixture);
  strips = presser_marks_get_strips (presser_transcript_get_marks (fixture->view), mark);
  g_assert_cmpuint (mark->n_strips, >=, 2);

  for (guint i = 0; i < mark->n_strips; i++)
    {
      g_assert_cmpint (strips[i].area.width, >, 0);
      g_assert_cmpuint (strips[i].line, ==, 1);

      if (i > 0)
        g_assert_cmpint (strips[i].area.y, >=, strips[i - 1].area.y + strips[i - 1].area.height);
    }
}

static void
test_a_band_in_two_directions_has_two_parts (Fixture      *fixture,
                                             gconstpointer user_data)
{
  const PresserMark  *mark;
  const PresserStrip *strips;
  GdkRectangle        last;

  /* From right to left: the Hebrew word is at the right end, and “to” at the left end of the run of
   * English; what is read between the two stands elsewhere. */
  tag (fixture, "שלום to", "p.lavrov");
  mark = get_only_mark (fixture);
  g_assert_cmpuint (mark->n_strips, ==, 2);
  strips = presser_marks_get_strips (presser_transcript_get_marks (fixture->view), mark);
  g_assert_cmpint (strips[0].area.y, ==, strips[1].area.y);
  g_assert_false (gdk_rectangle_intersect (&strips[0].area, &strips[1].area, NULL));

  presser_transcript_get_location (fixture->view, find (fixture, "everyone"), &last);
  g_assert_cmpint (last.width, >, 0);
}

static void
test_overlapping_statements_have_lanes_and_underlines_of_their_own (Fixture      *fixture,
                                                                    gconstpointer user_data)
{
  g_autoptr (PresserTopic) topic = presser_topic_new ("t.talks", "Talks");
  PresserStatement *outer = tag (fixture, "Yes, it was discussed in a narrow circle", "p.lavrov");
  g_autoptr (PresserStatement) outer_tagged = presser_statement_with_topic (outer, "t.talks");
  PresserStatement *inner;
  PresserMarks     *marks;

  presser_document_insert_topic (fixture->document, 0, topic);
  presser_document_replace_statement (fixture->document, outer, outer_tagged);
  inner = tag (fixture, "it was discussed", NULL);
  {
    g_autoptr (PresserStatement) inner_tagged = presser_statement_with_topic (inner, "t.talks");

    presser_document_replace_statement (fixture->document, inner, inner_tagged);
  }

  settle ();
  marks = presser_transcript_get_marks (fixture->view);
  g_assert_cmpuint (marks->marks->len, ==, 2);
  g_assert_cmpuint (presser_marks_get (marks, 0)->lane, !=, presser_marks_get (marks, 1)->lane);
  g_assert_cmpuint (presser_marks_get (marks, 0)->first_underline, !=, presser_marks_get (marks, 1)->first_underline);
}

static void
test_statements_are_found_where_they_are_drawn (Fixture      *fixture,
                                                gconstpointer user_data)
{
  PresserStatement *inner;
  GdkRectangle      place;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;

  tag (fixture, "Yes, it was discussed in a narrow circle", "p.lavrov");
  inner = tag (fixture, "was", NULL);
  settle ();
  presser_transcript_get_location (fixture->view, presser_statement_get_extent (inner), &place);
  found = presser_transcript_dup_statements_at (fixture->view, place.x + 1, place.y + place.height / 2);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (found->pdata[0] == inner);
  none = presser_transcript_dup_statements_at (fixture->view, 1, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Draws the view as it is and gives the colour of a pixel. */
static GdkRGBA
draw_pixel (Fixture *fixture,
            int      x,
            int      y)
{
  GtkWidget      *widget = GTK_WIDGET (fixture->view);
  int             width = gtk_widget_get_width (widget);
  int             height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GtkSnapshot    *snapshot = gtk_snapshot_new ();
  GskRenderer    *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  GskRenderNode  *node;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = g_malloc0 ((gsize) width * (gsize) height * 4);
  guint32            pixel;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_render_node_unref (node);
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  memcpy (&pixel, pixels + 4 * (y * width + x), sizeof pixel);

  return (GdkRGBA){ (float) (pixel >> 16 & 0xff) / 255.f, (float) (pixel >> 8 & 0xff) / 255.f, (float) (pixel & 0xff) / 255.f, 1 };
}

static void
assert_similar (GdkRGBA one,
                GdkRGBA other)
{
  g_assert_cmpfloat_with_epsilon (one.red, other.red, 0.02);
  g_assert_cmpfloat_with_epsilon (one.green, other.green, 0.02);
  g_assert_cmpfloat_with_epsilon (one.blue, other.blue, 0.02);
}

static void
test_a_band_is_painted_in_the_speakers_tint (Fixture      *fixture,
                                             gconstpointer user_data)
{
  GdkRGBA      page, tint, expected;
  GdkRectangle place;
  int          x, y;

  presser_transcript_get_location (fixture->view, find (fixture, "narrow"), &place);
  x = place.x;
  y = place.y + place.height; /* below all letters */
  page = draw_pixel (fixture, x, y);
  tag (fixture, "in a narrow circle", "p.lavrov");
  presser_palette_get_tint (0, adw_style_manager_get_dark (adw_style_manager_get_default ()), &tint);
  expected = (GdkRGBA){ page.red + (tint.red - page.red) * tint.alpha, page.green + (tint.green - page.green) * tint.alpha,
                        page.blue + (tint.blue - page.blue) * tint.alpha, 1 };
  assert_similar (draw_pixel (fixture, x, y), expected);

  presser_history_undo (get_history (fixture));
  assert_similar (draw_pixel (fixture, x, y), page);
}

static void
get_label_colour (Fixture *fixture,
                  GdkRGBA *colour)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;
  g_autoptr (GdkRGBA) rgba = NULL;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &iter, (int) find (fixture, "MR. LAVROV").start);
  tags = gtk_text_iter_get_tags (&iter);
  g_assert_cmpuint (g_slist_length (tags), ==, 1);
  g_object_get (tags->data, "foreground-rgba", &rgba, NULL);
  *colour = *rgba;
}

static void
test_labels_have_the_speakers_colour (Fixture      *fixture,
                                      gconstpointer user_data)
{
  gboolean        dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  PresserSpeaker *speaker = presser_document_get_speaker (fixture->document, "p.lavrov");
  g_autoptr (PresserSpeaker) teal = presser_speaker_with_colour (speaker, 4);
  GdkRGBA colour, ink;

  get_label_colour (fixture, &colour);
  presser_palette_get_ink (0, dark, &ink);
  g_assert_true (gdk_rgba_equal (&colour, &ink));

  presser_document_replace_speaker (fixture->document, speaker, teal);
  get_label_colour (fixture, &colour);
  presser_palette_get_ink (4, dark, &ink);
  g_assert_true (gdk_rgba_equal (&colour, &ink));
}

static void
test_a_label_has_the_colour_of_the_turn_behind_it (Fixture      *fixture,
                                                   gconstpointer user_data)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (PresserParagraph) label = presser_paragraph_new (PRESSER_PARAGRAPH_LABEL);
  g_autoptr (PresserParagraph) speech = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (speech, "u1", "p.lavrov");
  GdkRGBA colour, ink;

  presser_document_replace_paragraph (fixture->document, 2, label);
  get_label_colour (fixture, &colour);
  presser_palette_get_ink (-1, dark, &ink);
  g_assert_true (gdk_rgba_equal (&colour, &ink));

  presser_document_replace_paragraph (fixture->document, 3, turn);
  get_label_colour (fixture, &colour);
  presser_palette_get_ink (0, dark, &ink);
  g_assert_true (gdk_rgba_equal (&colour, &ink));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("a-band-covers-each-line", set_up, test_a_band_covers_each_line);
  ADD ("a-band-in-two-directions-has-two-parts", set_up, test_a_band_in_two_directions_has_two_parts);
  ADD ("overlapping-statements-have-lanes-and-underlines-of-their-own", set_up,
       test_overlapping_statements_have_lanes_and_underlines_of_their_own);
  ADD ("statements-are-found-where-they-are-drawn", set_up, test_statements_are_found_where_they_are_drawn);
  ADD ("a-band-is-painted-in-the-speakers-tint", set_up, test_a_band_is_painted_in_the_speakers_tint);
  ADD ("labels-have-the-speakers-colour", set_up, test_labels_have_the_speakers_colour);
  ADD ("a-label-has-the-colour-of-the-turn-behind-it", set_up, test_a_label_has_the_colour_of_the_turn_behind_it);

  return g_test_run ();
}
