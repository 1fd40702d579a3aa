/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement.h"

static void
test_words_come_back_as_they_went (void)
{
  PresserKind       kind;
  PresserStatus     status;
  PresserGroundRule rule;
  int               i;

  for (i = PRESSER_KIND_DIRECT; i <= PRESSER_KIND_MIXED; i++)
    {
      g_assert_true (presser_kind_from_string (presser_kind_to_string ((PresserKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_nonnull (presser_kind_get_label (kind));
    }
  for (i = PRESSER_STATUS_SUGGESTED; i <= PRESSER_STATUS_VERIFIED; i++)
    {
      g_assert_true (presser_status_from_string (presser_status_to_string ((PresserStatus) i), &status));
      g_assert_cmpint (status, ==, i);
      g_assert_nonnull (presser_status_get_label (status));
    }
  for (i = PRESSER_GROUND_ON_RECORD; i <= PRESSER_GROUND_EMBARGOED; i++)
    {
      g_assert_true (presser_ground_rule_from_string (presser_ground_rule_to_string ((PresserGroundRule) i), &rule));
      g_assert_cmpint (rule, ==, i);
      g_assert_nonnull (presser_ground_rule_get_label (rule));
    }
}

static void
test_files_depend_on_these_words (void)
{
  g_assert_cmpstr (presser_kind_to_string (PRESSER_KIND_INDIRECT), ==, "indirect");
  g_assert_cmpstr (presser_status_to_string (PRESSER_STATUS_VERIFIED), ==, "verified");
  g_assert_cmpstr (presser_ground_rule_to_string (PRESSER_GROUND_ON_RECORD), ==, "on-the-record");
  g_assert_cmpstr (presser_ground_rule_to_string (PRESSER_GROUND_DEEP_BACKGROUND), ==, "deep-background");
}

static void
test_unknown_words_change_nothing (void)
{
  PresserStatus status = PRESSER_STATUS_VERIFIED;

  g_assert_false (presser_status_from_string ("Draft", &status));
  g_assert_false (presser_status_from_string (NULL, &status));
  g_assert_cmpint (status, ==, PRESSER_STATUS_VERIFIED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-words/words-come-back-as-they-went", test_words_come_back_as_they_went);
  g_test_add_func ("/statement-words/files-depend-on-these-words", test_files_depend_on_these_words);
  g_test_add_func ("/statement-words/unknown-words-change-nothing", test_unknown_words_change_nothing);
  return g_test_run ();
}
