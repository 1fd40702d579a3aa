/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-paragraph.h"

static void
test_copies_change_one_thing (void)
{
  g_autoptr (PresserParagraph) first = presser_paragraph_new (PRESSER_PARAGRAPH_BODY);
  g_autoptr (PresserParagraph) kind = presser_paragraph_with_kind (first, PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserParagraph) id = presser_paragraph_with_id (kind, "u1.p1");
  g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (id, "u1", "p.lund");
  g_autoptr (PresserParagraph) language = presser_paragraph_with_language (turn, "nb");
  g_autoptr (PresserParagraph) answer = presser_paragraph_with_question (language, "u0");
  g_autoptr (PresserParagraph) last = presser_paragraph_with_times (answer, 1500, 2750);

  g_assert_cmpint (presser_paragraph_get_kind (first), ==, PRESSER_PARAGRAPH_BODY);
  g_assert_null (presser_paragraph_get_turn (first));
  g_assert_cmpint (presser_paragraph_get_start_time (first), ==, PRESSER_TIME_UNKNOWN);
  g_assert_cmpint (presser_paragraph_get_kind (last), ==, PRESSER_PARAGRAPH_SPEECH);
  g_assert_cmpstr (presser_paragraph_get_id (last), ==, "u1.p1");
  g_assert_cmpstr (presser_paragraph_get_turn (last), ==, "u1");
  g_assert_cmpstr (presser_paragraph_get_speaker (last), ==, "p.lund");
  g_assert_cmpstr (presser_paragraph_get_question (last), ==, "u0");
  g_assert_cmpstr (presser_paragraph_get_language (last), ==, "nb");
  g_assert_cmpint (presser_paragraph_get_start_time (last), ==, 1500);
  g_assert_cmpint (presser_paragraph_get_end_time (last), ==, 2750);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraph/copies-change-one-thing", test_copies_change_one_thing);
  return g_test_run ();
}
