/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement.h"

static PresserStatement *
new_statement (const char *id,
               guint       start,
               guint       end)
{
  PresserRange range = { start, end };

  return presser_statement_new (id, &range, 1);
}

static void
test_new_one_is_a_direct_draft_on_the_record (void)
{
  g_autoptr (PresserStatement) statement = new_statement ("s1", 3, 9);

  g_assert_cmpstr (presser_statement_get_id (statement), ==, "s1");
  g_assert_cmpint (presser_statement_get_kind (statement), ==, PRESSER_KIND_DIRECT);
  g_assert_cmpint (presser_statement_get_status (statement), ==, PRESSER_STATUS_DRAFT);
  g_assert_cmpint (presser_statement_get_ground_rule (statement), ==, PRESSER_GROUND_ON_RECORD);
  g_assert_null (presser_statement_get_speaker (statement));
  g_assert_null (presser_statement_get_topics (statement)[0]);
  g_assert_null (presser_statement_get_note (statement));
  g_assert_null (presser_statement_get_certainty (statement));
  g_assert_null (presser_statement_get_annotator (statement));
  g_assert_cmpint (presser_statement_get_made (statement), ==, 0);
}

static void
test_ranges_are_put_in_order_and_joined (void)
{
  PresserRange given[] = { { 20, 25 }, { 5, 9 }, { 9, 12 }, { 7, 8 }, { 30, 30 }, { 40, 35 } };
  g_autoptr (PresserStatement) statement = presser_statement_new ("s1", given, G_N_ELEMENTS (given));
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  g_assert_cmpuint (n_ranges, ==, 2);
  g_assert_true (presser_range_equal (ranges[0], (PresserRange){ 5, 12 }));
  g_assert_true (presser_range_equal (ranges[1], (PresserRange){ 20, 25 }));
  g_assert_true (presser_range_equal (presser_statement_get_extent (statement), (PresserRange){ 5, 25 }));
}

static void
test_without_any_text_there_is_no_statement (void)
{
  PresserRange nothing = { 4, 4 };

  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*len > 0*");
  g_assert_null (presser_statement_new ("s1", &nothing, 1));
  g_test_assert_expected_messages ();
}

static void
test_changed_copies_leave_the_first_as_it_was (void)
{
  g_autoptr (PresserStatement) first = new_statement ("s1", 3, 9);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (first, "p.lund");
  g_autoptr (PresserStatement) tagged = presser_statement_with_topic (said, "t.tolls");
  g_autoptr (PresserStatement) twice = presser_statement_with_topic (tagged, "t.tolls");
  g_autoptr (PresserStatement) more = presser_statement_with_topic (tagged, "t.money");
  g_autoptr (PresserStatement) fewer = presser_statement_without_topic (more, "t.tolls");
  g_autoptr (PresserStatement) noted = presser_statement_with_note (fewer, "");

  g_assert_null (presser_statement_get_speaker (first));
  g_assert_cmpstr (presser_statement_get_speaker (more), ==, "p.lund");
  g_assert_true (presser_statement_equal (tagged, twice));
  g_assert_cmpuint (g_strv_length ((char **) presser_statement_get_topics (more)), ==, 2);
  g_assert_true (presser_statement_has_topic (more, "t.money"));
  g_assert_false (presser_statement_has_topic (fewer, "t.tolls"));
  g_assert_null (presser_statement_get_note (noted));
  g_assert_false (presser_statement_equal (first, said));
}

static void
test_embargo_goes_with_its_rule (void)
{
  g_autoptr (PresserStatement) statement = new_statement ("s1", 3, 9);
  g_autoptr (PresserStatement) held = presser_statement_with_ground_rule (statement, PRESSER_GROUND_EMBARGOED, 1234);
  g_autoptr (PresserStatement) free = presser_statement_with_ground_rule (held, PRESSER_GROUND_BACKGROUND, 1234);

  g_assert_cmpint (presser_statement_get_embargo (held), ==, 1234);
  g_assert_cmpint (presser_statement_get_embargo (free), ==, 0);
}

static void
test_text_order_is_by_start_then_length_then_number (void)
{
  g_autoptr (PresserStatement) early = new_statement ("s9", 1, 3);
  g_autoptr (PresserStatement) longer = new_statement ("s8", 2, 9);
  g_autoptr (PresserStatement) second = new_statement ("s2", 2, 5);
  g_autoptr (PresserStatement) tenth = new_statement ("s10", 2, 5);

  g_assert_cmpint (presser_statement_compare (early, longer), <, 0);
  g_assert_cmpint (presser_statement_compare (longer, second), <, 0);
  g_assert_cmpint (presser_statement_compare (second, tenth), <, 0);
  g_assert_cmpint (presser_statement_compare (tenth, second), >, 0);
  g_assert_cmpint (presser_statement_compare (tenth, tenth), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/new-one-is-a-direct-draft-on-the-record", test_new_one_is_a_direct_draft_on_the_record);
  g_test_add_func ("/statement/ranges-are-put-in-order-and-joined", test_ranges_are_put_in_order_and_joined);
  g_test_add_func ("/statement/without-any-text-there-is-no-statement", test_without_any_text_there_is_no_statement);
  g_test_add_func ("/statement/changed-copies-leave-the-first-as-it-was", test_changed_copies_leave_the_first_as_it_was);
  g_test_add_func ("/statement/embargo-goes-with-its-rule", test_embargo_goes_with_its_rule);
  g_test_add_func ("/statement/text-order-is-by-start-then-length-then-number", test_text_order_is_by_start_then_length_then_number);
  return g_test_run ();
}
