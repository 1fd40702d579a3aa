/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-import-decisions.h"

static const char transcript[] = "Press Briefing\n\n"
                                 "MR. MARKS: Good morning, we sail in May.\n\n"
                                 "MS. HOLM: The board agreed on that.\n\n"
                                 "DR. MARKS: The fares stay.\n\n"
                                 "MR. MARKS: Good day.\n\n"
                                 "MS. HOLM: Thank you.\n\n"
                                 "DR. MARKS: Thank you all.\n";

static PresserImportReport *
run (PresserImportDecisions *decisions)
{
  g_autoptr (PresserImportDecisions) copy = presser_import_decisions_copy (decisions);
  g_autoptr (GBytes) bytes = g_bytes_new_static (transcript, sizeof transcript - 1);
  g_autoptr (GError) error = NULL;
  PresserImportReport *report = NULL;
  g_autoptr (GBytes) tei = presser_import_decisions_run (copy, bytes, "briefing.txt", &report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tei);
  return report;
}

static guint
count_speakers (PresserImportDecisions *decisions)
{
  g_autoptr (PresserImportReport) report = run (decisions);

  return g_list_model_get_n_items (presser_import_report_get_speakers (report));
}

static void
test_nothing_decided_is_what_was_found (void)
{
  g_autoptr (PresserImportDecisions) decisions = presser_import_decisions_new ();
  g_autoptr (PresserImportReport) report = run (decisions);

  g_assert_cmpuint (g_list_model_get_n_items (presser_import_report_get_speakers (report)), ==, 3);
  g_assert_true (presser_import_report_is_unsure (report));
}

static void
test_labels_are_merged_and_kept_apart_again (void)
{
  static const char *const labels[] = { "MR. MARKS", "DR. MARKS", NULL };
  g_autoptr (PresserImportDecisions) decisions = presser_import_decisions_new ();

  presser_import_decisions_merge (decisions, "DR. MARKS", "MR. MARKS");
  presser_import_decisions_merge (decisions, "MR. MARKS", "MR. MARKS"); /* nothing to decide */
  g_assert_cmpuint (count_speakers (decisions), ==, 2);
  presser_import_decisions_merge (decisions, "MS. HOLM", "MR. MARKS");
  g_assert_cmpuint (count_speakers (decisions), ==, 1);
  presser_import_decisions_merge (decisions, "MS. HOLM", "DR. MARKS"); /* instead */
  g_assert_cmpuint (decisions->merges->len, ==, 4);
  presser_import_decisions_keep_apart (decisions, labels);
  g_assert_cmpuint (count_speakers (decisions), ==, 3);
}

static void
test_what_is_no_speaker_can_become_one_again (void)
{
  g_autoptr (PresserImportDecisions) decisions = presser_import_decisions_new ();

  presser_import_decisions_set_speaker (decisions, "MS. HOLM", FALSE);
  g_assert_cmpuint (count_speakers (decisions), ==, 2);
  presser_import_decisions_set_speaker (decisions, "MS. HOLM", TRUE);
  g_assert_cmpuint (decisions->not_speakers->len, ==, 0);
  g_assert_cmpuint (count_speakers (decisions), ==, 3);
}

static void
test_metadata_go_before_what_was_found (void)
{
  g_autoptr (PresserImportDecisions) decisions = presser_import_decisions_new ();
  g_autoptr (PresserMetadata) none = presser_metadata_new ();
  g_autoptr (PresserImportReport) report = NULL;

  decisions->metadata = presser_metadata_with (none, PRESSER_METADATA_TITLE, "Ferry Briefing");
  report = run (decisions);
  g_assert_cmpstr (presser_metadata_get (presser_import_report_get_metadata (report), PRESSER_METADATA_TITLE), ==, "Ferry Briefing");
}

static void
test_a_broken_pattern_is_told (void)
{
  g_autoptr (PresserImportDecisions) decisions = presser_import_decisions_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (transcript, sizeof transcript - 1);
  g_autoptr (GError) error = NULL;

  decisions->label_pattern = g_strdup ("(");
  g_assert_null (presser_import_decisions_run (decisions, bytes, "briefing.txt", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-decisions/nothing-decided-is-what-was-found", test_nothing_decided_is_what_was_found);
  g_test_add_func ("/import-decisions/labels-are-merged-and-kept-apart-again", test_labels_are_merged_and_kept_apart_again);
  g_test_add_func ("/import-decisions/what-is-no-speaker-can-become-one-again", test_what_is_no_speaker_can_become_one_again);
  g_test_add_func ("/import-decisions/metadata-go-before-what-was-found", test_metadata_go_before_what_was_found);
  g_test_add_func ("/import-decisions/a-broken-pattern-is-told", test_a_broken_pattern_is_told);

  return g_test_run ();
}
