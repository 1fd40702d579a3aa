/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-speaker.h"

static void
test_new_one_has_an_automatic_colour_and_no_aliases (void)
{
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.lavrov", "Sergey Lavrov");

  g_assert_cmpstr (presser_speaker_get_id (speaker), ==, "p.lavrov");
  g_assert_cmpint (presser_speaker_get_colour (speaker), ==, PRESSER_COLOUR_AUTOMATIC);
  g_assert_null (presser_speaker_get_aliases (speaker)[0]);
  g_assert_false (presser_speaker_is_unnamed (speaker));
  g_assert_null (presser_speaker_get_role (speaker));
}

static void
test_called_by_name_and_aliases_in_any_case (void)
{
  const char *const aliases[] = { "MR. LAVROV", "", "ЛАВРОВ", NULL };
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.lavrov", "Sergey Lavrov");
  g_autoptr (PresserSpeaker) known = presser_speaker_with_aliases (speaker, aliases);

  g_assert_cmpuint (g_strv_length ((char **) presser_speaker_get_aliases (known)), ==, 2);
  g_assert_true (presser_speaker_is_called (known, "sergey LAVROV"));
  g_assert_true (presser_speaker_is_called (known, "Mr. Lavrov"));
  g_assert_true (presser_speaker_is_called (known, "Лавров"));
  g_assert_false (presser_speaker_is_called (known, "Lavrov"));
  g_assert_false (presser_speaker_is_called (speaker, "Mr. Lavrov"));
}

static void
test_copies_change_one_thing (void)
{
  g_autoptr (PresserSpeaker) first = presser_speaker_new ("p.q", "Q");
  g_autoptr (PresserSpeaker) named = presser_speaker_with_name (first, "Reporter");
  g_autoptr (PresserSpeaker) role = presser_speaker_with_role (named, "journalist");
  g_autoptr (PresserSpeaker) paper = presser_speaker_with_affiliation (role, "The Paper");
  g_autoptr (PresserSpeaker) link = presser_speaker_with_link (paper, "https://example.org/q");
  g_autoptr (PresserSpeaker) colour = presser_speaker_with_colour (link, 3);
  g_autoptr (PresserSpeaker) last = presser_speaker_with_unnamed (colour, TRUE);

  g_assert_cmpstr (presser_speaker_get_name (first), ==, "Q");
  g_assert_cmpstr (presser_speaker_get_id (last), ==, "p.q");
  g_assert_cmpstr (presser_speaker_get_name (last), ==, "Reporter");
  g_assert_cmpstr (presser_speaker_get_role (last), ==, "journalist");
  g_assert_cmpstr (presser_speaker_get_affiliation (last), ==, "The Paper");
  g_assert_cmpstr (presser_speaker_get_link (last), ==, "https://example.org/q");
  g_assert_cmpint (presser_speaker_get_colour (last), ==, 3);
  g_assert_true (presser_speaker_is_unnamed (last));
  g_assert_null (presser_speaker_get_role (named));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speaker/new-one-has-an-automatic-colour-and-no-aliases", test_new_one_has_an_automatic_colour_and_no_aliases);
  g_test_add_func ("/speaker/called-by-name-and-aliases-in-any-case", test_called_by_name_and_aliases_in_any_case);
  g_test_add_func ("/speaker/copies-change-one-thing", test_copies_change_one_thing);
  return g_test_run ();
}
