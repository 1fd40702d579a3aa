/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement.h"

static PresserStatement *
new_statement (void)
{
  PresserRange range = { 3, 9 };

  return presser_statement_new ("s1", &range, 1);
}

static void
test_each_one_changes_what_it_says_and_nothing_else (void)
{
  const char *const topics[] = { "t.a", "t.b", "t.a", NULL };
  PresserRange      range = { 4, 6 };
  g_autoptr (PresserStatement) first = new_statement ();
  PresserStatement *changed[] = {
    presser_statement_with_id (first, "s2"),
    presser_statement_with_ranges (first, &range, 1),
    presser_statement_with_speaker (first, "p.a"),
    presser_statement_with_topics (first, topics),
    presser_statement_with_kind (first, PRESSER_KIND_MIXED),
    presser_statement_with_status (first, PRESSER_STATUS_VERIFIED),
    presser_statement_with_ground_rule (first, PRESSER_GROUND_OFF_RECORD, 0),
    presser_statement_with_certainty (first, "high"),
    presser_statement_with_note (first, "look"),
    presser_statement_with_annotator (first, "ann.jo"),
    presser_statement_with_times (first, 1, 2),
  };
  guint i, j;

  g_assert_cmpuint (g_strv_length ((char **) presser_statement_get_topics (changed[3])), ==, 2);
  for (i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_assert_false (presser_statement_equal (first, changed[i]));
      for (j = 0; j < i; j++)
        g_assert_false (presser_statement_equal (changed[j], changed[i]));
    }
  for (i = 0; i < G_N_ELEMENTS (changed); i++)
    g_object_unref (changed[i]);
}

static void
test_a_change_taken_back_is_equal_to_the_first (void)
{
  g_autoptr (PresserStatement) first = new_statement ();
  g_autoptr (PresserStatement) noted = presser_statement_with_note (first, "x");
  g_autoptr (PresserStatement) again = presser_statement_with_note (noted, NULL);

  g_assert_cmpstr (presser_statement_get_note (noted), ==, "x");
  g_assert_true (presser_statement_equal (first, again));
}

static void
test_notes_are_clean_text (void)
{
  g_autoptr (PresserStatement) first = new_statement ();
  g_autoptr (PresserStatement) noted = presser_statement_with_note (first, "a\001\r\nb");

  g_assert_cmpstr (presser_statement_get_note (noted), ==, "a\357\277\275\nb");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-changes/each-one-changes-what-it-says-and-nothing-else", test_each_one_changes_what_it_says_and_nothing_else);
  g_test_add_func ("/statement-changes/a-change-taken-back-is-equal-to-the-first", test_a_change_taken_back_is_equal_to_the_first);
  g_test_add_func ("/statement-changes/notes-are-clean-text", test_notes_are_clean_text);
  return g_test_run ();
}
