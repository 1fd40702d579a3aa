/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "presser-palette.h"

/* The page and its text in libadwaita 1.2 and in later ones. */
static const GdkRGBA pages[2][2] = {
  { { 1, 1, 1, 1 }, { 1, 1, 1, 1 } },
  { { 0.118f, 0.118f, 0.118f, 1 }, { 0.114f, 0.114f, 0.125f, 1 } },
};
static const GdkRGBA texts[2][2] = {
  { { 0, 0, 0, 0.8f }, { 0, 0, 0.02f, 0.8f } },
  { { 1, 1, 1, 1 }, { 1, 1, 1, 1 } },
};

/* Linear RGB as seen by all, without red cones, without green cones: Machado, Oliveira and Fernandes,
 * “A Physiologically-based Model for Simulation of Color Vision Deficiency”, 2009, severity 1. */
static const double visions[3][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227969 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
};

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (GdkRGBA colour)
{
  return 0.2126 * to_linear (colour.red) + 0.7152 * to_linear (colour.green) + 0.0722 * to_linear (colour.blue);
}

/* WCAG 2.1, “contrast ratio”. */
static double
get_contrast (GdkRGBA one,
              GdkRGBA other)
{
  double a = get_luminance (one) + 0.05;
  double b = get_luminance (other) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

static GdkRGBA
lay_over (GdkRGBA below,
          GdkRGBA above)
{
  return (GdkRGBA){ below.red + (above.red - below.red) * above.alpha,
                    below.green + (above.green - below.green) * above.alpha,
                    below.blue + (above.blue - below.blue) * above.alpha, 1 };
}

static void
see (GdkRGBA colour,
     guint   vision,
     double  lab[3])
{
  double linear[] = { to_linear (colour.red), to_linear (colour.green), to_linear (colour.blue) };
  double seen[3], l, m, s;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (visions[vision][i][0] * linear[0] + visions[vision][i][1] * linear[1]
                         + visions[vision][i][2] * linear[2],
                     0, 1);

  /* Oklab: Björn Ottosson, “A perceptual color space for image processing”, 2020. */
  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
get_distance (GdkRGBA one,
              GdkRGBA other,
              guint   vision)
{
  double a[3], b[3];

  see (one, vision, a);
  see (other, vision, b);

  return sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
}

static void
test_marks_stand_out_from_the_page (void)
{
  for (int dark = 0; dark < 2; dark++)
    for (int colour = -1; colour < PRESSER_PALETTE_SIZE; colour++)
      {
        GdkRGBA mark, ink;

        presser_palette_get (colour, dark, &mark);
        presser_palette_get_ink (colour, dark, &ink);

        for (guint page = 0; page < 2; page++)
          {
            g_assert_cmpfloat (get_contrast (mark, pages[dark][page]), >=, 3);
            g_assert_cmpfloat (get_contrast (ink, pages[dark][page]), >=, 4.5);
          }
      }
}

static void
test_text_is_read_on_a_tint (void)
{
  for (int dark = 0; dark < 2; dark++)
    for (int colour = -1; colour < PRESSER_PALETTE_SIZE; colour++)
      for (guint page = 0; page < 2; page++)
        {
          GdkRGBA tint, band, dim;

          presser_palette_get_tint (colour, dark, &tint);
          band = lay_over (pages[dark][page], tint);
          g_assert_cmpfloat (get_contrast (lay_over (band, texts[dark][page]), band), >=, 7);
          presser_palette_get_dim (dark, &dim);
          g_assert_cmpfloat (get_contrast (lay_over (pages[dark][page], dim), pages[dark][page]), >=, 4.5);
          g_assert_cmpfloat (get_contrast (lay_over (band, dim), band), >=, 4.5);
          /* A tint that nobody sees is none. */
          g_assert_cmpfloat (get_contrast (band, pages[dark][page]), >=, 1.15);
        }
}

/* Twelve statements over each other, each of a different speaker, beginning with any. */
static void
test_text_is_read_on_many_tints (void)
{
  for (int dark = 0; dark < 2; dark++)
    for (int first = 0; first < PRESSER_PALETTE_SIZE; first++)
      for (int step = 0; step < PRESSER_PALETTE_SIZE; step++)
        {
          GdkRGBA band = pages[dark][0];

          for (int n = 0; n < PRESSER_PALETTE_SIZE; n++)
            {
              GdkRGBA tint;

              presser_palette_get_tint (first + n * step, dark, &tint);
              band = lay_over (band, tint);
              g_assert_cmpfloat (get_contrast (lay_over (band, texts[dark][0]), band), >=, 4.5);
            }
        }
}

static void
test_colours_are_told_apart_by_everyone (void)
{
  for (int dark = 0; dark < 2; dark++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      for (int one = 0; one < PRESSER_PALETTE_SIZE; one++)
        for (int other = 0; other < one; other++)
          {
            GdkRGBA a, b;

            presser_palette_get (one, dark, &a);
            presser_palette_get (other, dark, &b);
            /* About four steps that are only just seen (0.02 in Oklab). */
            g_assert_cmpfloat (get_distance (a, b, vision), >=, 0.075);
          }
}

static void
test_every_colour_has_its_own_name (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int colour = -1; colour < PRESSER_PALETTE_SIZE; colour++)
    g_assert_true (g_hash_table_add (names, (gpointer) presser_palette_get_name (colour)));
}

static PresserDocument *
make_document (void)
{
  static const char *const names[] = { "p.ivanova", "p.lavrov", "p.smith" };
  PresserDocument         *document = presser_document_new ("Good morning.");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PresserSpeaker) speaker = presser_speaker_new (names[i], names[i] + 2);

      presser_document_insert_speaker (document, G_MAXUINT, speaker);
    }

  return document;
}

static void
test_automatic_colours_follow_the_list (void)
{
  g_autoptr (PresserDocument) document = make_document ();

  g_assert_cmpint (presser_palette_find_speaker (document, "p.ivanova"), ==, 0);
  g_assert_cmpint (presser_palette_find_speaker (document, "p.smith"), ==, 2);

  presser_document_move_speaker (document, presser_document_get_speaker (document, "p.smith"), 0);
  g_assert_cmpint (presser_palette_find_speaker (document, "p.smith"), ==, 0);
  g_assert_cmpint (presser_palette_find_speaker (document, "p.ivanova"), ==, 1);

  presser_history_undo (presser_document_get_history (document));
  g_assert_cmpint (presser_palette_find_speaker (document, "p.smith"), ==, 2);
}

static void
test_an_own_colour_is_kept (void)
{
  g_autoptr (PresserDocument) document = make_document ();
  PresserSpeaker *speaker = presser_document_get_speaker (document, "p.lavrov");
  g_autoptr (PresserSpeaker) teal = presser_speaker_with_colour (speaker, 4);

  presser_document_replace_speaker (document, speaker, teal);
  g_assert_cmpint (presser_palette_find_speaker (document, "p.lavrov"), ==, 4);
}

static void
test_nobody_is_grey (void)
{
  g_autoptr (PresserDocument) document = make_document ();

  g_assert_cmpint (presser_palette_find_speaker (document, NULL), ==, -1);
  g_assert_cmpint (presser_palette_find_speaker (document, "p.nobody"), ==, -1);
  g_assert_cmpint (presser_palette_find_topic (document, NULL), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/marks-stand-out-from-the-page", test_marks_stand_out_from_the_page);
  g_test_add_func ("/palette/text-is-read-on-a-tint", test_text_is_read_on_a_tint);
  g_test_add_func ("/palette/text-is-read-on-many-tints", test_text_is_read_on_many_tints);
  g_test_add_func ("/palette/colours-are-told-apart-by-everyone", test_colours_are_told_apart_by_everyone);
  g_test_add_func ("/palette/every-colour-has-its-own-name", test_every_colour_has_its_own_name);
  g_test_add_func ("/palette/automatic-colours-follow-the-list", test_automatic_colours_follow_the_list);
  g_test_add_func ("/palette/an-own-colour-is-kept", test_an_own_colour_is_kept);
  g_test_add_func ("/palette/nobody-is-grey", test_nobody_is_grey);

  return g_test_run ();
}
