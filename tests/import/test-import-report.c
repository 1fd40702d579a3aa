/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import.h"
#include "presser-tei-file.h"

#include <string.h>

static const char briefing[] = "Press Briefing\n\nMay 4, 2022\n\nBriefing Room\n\n3:37 P.M. EDT\n\n"
                               "MS. VALE:  Good afternoon, everybody. Thank you all for coming today.\n\n"
                               "Q    Will the office publish the list of names this week?\n\n"
                               "MS. VALE:  It will. Dr. Marks can tell you more about the list.\n\n"
                               "DR. MARKS:  The list has forty names and it is final as of today.\n\n"
                               "Q    Thank you.\n\n"
                               "MR. MARKS:  Thank you.\n\n"
                               "Aside:  we go on.\n\n"
                               "Aside:  we never stop.\n\n"
                               "MS. VALE:  Thanks.\n";

static PresserImportReport *
report_on (const char                 *text,
           const PresserImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PresserImportReport *report = NULL;
  g_autoptr (GBytes) tei = presser_import_with_report (bytes, "briefing.txt", options, &report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tei);

  return report;
}

static PresserImportSpeaker *
find (GListModel *speakers,
      const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserImportSpeaker) speaker = g_list_model_get_item (speakers, i);

      if (g_strv_contains (presser_import_speaker_get_labels (speaker), label))
        return speaker;
    }

  return NULL;
}

static void
test_says_what_it_found (void)
{
  g_autoptr (PresserImportReport) report = report_on (briefing, NULL);
  GListModel           *speakers = presser_import_report_get_speakers (report);
  PresserImportSpeaker *vale = find (speakers, "MS. VALE");

  g_assert_cmpstr (presser_import_report_get_format (report)->id, ==, "text");
  g_assert_cmpint (presser_import_report_get_score (report), ==, 10);
  g_assert_cmpstr (presser_import_report_get_encoding (report), ==, "UTF-8");
  g_assert_true (presser_import_report_is_encoding_certain (report));
  g_assert_null (presser_import_report_get_columns (report));
  g_assert_cmpuint (presser_import_report_get_n_turns (report), ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (speakers), ==, 4);
  g_assert_cmpstr (presser_metadata_get (presser_import_report_get_metadata (report), PRESSER_METADATA_DATE), ==, "2022-05-04");

  g_assert_nonnull (vale);
  g_assert_cmpstr (presser_import_speaker_get_name (vale), ==, "Ms. Vale");
  g_assert_cmpuint (presser_import_speaker_get_n_turns (vale), ==, 3);
  g_assert_cmpstr (presser_import_speaker_get_sample (vale), ==, "Good afternoon, everybody. Thank you all for coming today.");
  g_assert_true (presser_import_speaker_is_certain (vale));
  g_assert_true (presser_import_speaker_is_unnamed (find (speakers, "Q")));
}

static void
test_proposes_what_may_be_one_person (void)
{
  g_autoptr (PresserImportReport) report = report_on (briefing, NULL);
  GListModel *speakers = presser_import_report_get_speakers (report);

  g_assert_cmpstr (presser_import_speaker_get_proposed (find (speakers, "MR. MARKS")), ==, "DR. MARKS");
  g_assert_null (presser_import_speaker_get_proposed (find (speakers, "DR. MARKS")));
  g_assert_null (presser_import_speaker_get_proposed (find (speakers, "MS. VALE")));
  g_assert_true (presser_import_report_is_unsure (report));
}

static void
test_proposes_short_forms (void)
{
  static const char *const pairs[][2] = { { "Dr. Fauer", "Tony Fauer" }, { "Monica", "Monica Pole" }, { "Pole", "Monica Pole" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s: One thing first.\n\nOtto Lind: Yes.\n\n%s: And one more.\n\nOtto Lind: Good.\n\n"
                                               "%s: That is all.\n\n%s: Thanks.\n\n%s: Bye.\n\n%s: Bye.\n",
                                               pairs[i][1], pairs[i][0], pairs[i][1], pairs[i][0], pairs[i][0], pairs[i][1]);
      g_autoptr (PresserImportReport) report = report_on (text, NULL);
      GListModel           *speakers = presser_import_report_get_speakers (report);
      PresserImportSpeaker *other = find (speakers, pairs[i][0]);

      g_assert_nonnull (other);
      g_assert_cmpstr (presser_import_speaker_get_proposed (other), ==, pairs[i][1]);
      g_assert_cmpuint (g_list_model_get_n_items (speakers), ==, 3);
    }
}

static void
test_shows_what_was_no_label (void)
{
  g_autoptr (PresserImportReport) report = report_on (briefing, NULL);
  GListModel           *candidates = presser_import_report_get_candidates (report);
  PresserImportSpeaker *line = find (candidates, "Aside");

  g_assert_nonnull (line);
  g_assert_cmpuint (presser_import_speaker_get_n_turns (line), ==, 2);
  g_assert_cmpstr (presser_import_speaker_get_sample (line), ==, "Aside: we go on.");
}

static void
test_takes_what_the_user_says_for_a_label (void)
{
  static const char *const   speakers_given[] = { "ASIDE", NULL };
  static const char *const   not_speakers[] = { "Dr. Marks:", NULL };
  const PresserImportOptions options = { .speakers = speakers_given, .not_speakers = not_speakers };
  g_autoptr (PresserImportReport) report = report_on (briefing, &options);
  GListModel *speakers = presser_import_report_get_speakers (report);

  g_assert_cmpuint (presser_import_speaker_get_n_turns (find (speakers, "Aside")), ==, 2);
  g_assert_null (find (speakers, "DR. MARKS"));
  g_assert_nonnull (find (presser_import_report_get_candidates (report), "DR. MARKS"));
  g_assert_cmpuint (presser_import_report_get_n_turns (report), ==, 8);
}

static void
test_drops_a_speaker_of_the_format (void)
{
  static const char *const   not_speakers[] = { "UNKNOWN", NULL };
  const PresserImportOptions options = { .not_speakers = not_speakers };
  g_autoptr (PresserImportReport) report = report_on ("[{\"speaker\":\"UNKNOWN\",\"text\":\"One thing.\"},"
                                                      "{\"speaker\":\"Ann Vale\",\"text\":\"Another.\"}]",
                                                      &options);

  g_assert_cmpuint (g_list_model_get_n_items (presser_import_report_get_speakers (report)), ==, 1);
  g_assert_cmpuint (presser_import_report_get_n_turns (report), ==, 2);
}

static void
test_merges_what_the_user_says (void)
{
  const PresserImportMerge   merges[] = { { "MR. MARKS", "DR. MARKS" }, { NULL, NULL } };
  const PresserImportOptions options = { .merges = merges };
  g_autoptr (PresserImportReport) report = report_on (briefing, &options);
  PresserImportSpeaker *marks = find (presser_import_report_get_speakers (report), "MR. MARKS");

  g_assert_cmpstr (presser_import_speaker_get_name (marks), ==, "Dr. Marks");
  g_assert_cmpuint (presser_import_speaker_get_n_turns (marks), ==, 2);
  g_assert_null (presser_import_speaker_get_proposed (marks));
}

static void
test_merges_in_a_circle_do_no_harm (void)
{
  const PresserImportMerge   merges[] = { { "MR. MARKS", "DR. MARKS" }, { "DR. MARKS", "MR. MARKS" }, { "Q", "Q" }, { NULL, NULL } };
  const PresserImportOptions options = { .merges = merges };
  g_autoptr (PresserImportReport) report = report_on (briefing, &options);

  g_assert_cmpuint (presser_import_report_get_n_turns (report), ==, 7);
}

static void
test_keeps_apart_what_the_user_says (void)
{
  static const char *const   apart[] = { "MR. MARKS", NULL };
  const PresserImportOptions options = { .apart = apart };
  g_autoptr (PresserImportReport) report = report_on (briefing, &options);

  g_assert_null (presser_import_speaker_get_proposed (find (presser_import_report_get_speakers (report), "MR. MARKS")));
}

static void
test_follows_an_own_pattern (void)
{
  g_autoptr (GRegex) pattern = g_regex_new ("<<(?<speaker>[^>]+)>>\\s*", 0, 0, NULL);
  const PresserImportOptions options = { .label_pattern = pattern };
  g_autoptr (PresserImportReport) report = report_on ("<<Ann Vale>> Good morning.\n\nWe begin.\n\n<<Otto Lind>> Why: now?\n\nMS. VALE: is no label.\n",
                                                      &options);
  GListModel *speakers = presser_import_report_get_speakers (report);

  g_assert_cmpuint (g_list_model_get_n_items (speakers), ==, 2);
  g_assert_cmpuint (presser_import_report_get_n_turns (report), ==, 2);
  g_assert_cmpstr (presser_import_speaker_get_sample (find (speakers, "Otto Lind")), ==, "Why: now?");
}

static void
test_lets_columns_be_chosen (void)
{
  static const char          table[] = "a,b,c\nAnn Vale,long words that are a remark by somebody else,Good morning.\nOtto Lind,another long remark that is here,Why?\n";
  const int                  columns[PRESSER_IMPORT_N_COLUMNS] = { 2, 0, -1, -1, -1 };
  const PresserImportOptions options = { .format = "csv", .columns = columns };
  g_autoptr (PresserImportReport) report = report_on (table, &options);
  PresserImportSpeaker *lind = find (presser_import_report_get_speakers (report), "Otto Lind");

  g_assert_cmpstr (presser_import_report_get_columns (report)[1], ==, "b");
  g_assert_cmpint (presser_import_report_get_column (report, PRESSER_IMPORT_COLUMN_TEXT), ==, 2);
  g_assert_cmpint (presser_import_report_get_column (report, PRESSER_IMPORT_COLUMN_START), ==, -1);
  g_assert_nonnull (lind);
  g_assert_cmpstr (presser_import_speaker_get_sample (lind), ==, "Why?");
}

static void
test_lists_encodings_where_it_is_a_guess (void)
{
  g_autoptr (PresserImportReport) report = report_on ("\xd2\xe5\xd3 \xe1 \xc7\n", NULL);
  const char *const *encodings = presser_import_report_get_encodings (report);

  g_assert_false (presser_import_report_is_encoding_certain (report));
  g_assert_true (presser_import_report_is_unsure (report));
  g_assert_cmpstr (encodings[0], ==, presser_import_report_get_encoding (report));
  g_assert_cmpuint (g_strv_length ((char **) encodings), >, 1);
}

static void
test_previews_an_encoding (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Plain.\n\nCaf\xe9.\nPlain.\nna\xefve\n", 27);
  g_autofree char *latin = presser_import_preview (bytes, "WINDOWS-1252", 5);
  g_autofree char *first = presser_import_preview (bytes, "WINDOWS-1252", 1);
  g_autofree char *cyrillic = presser_import_preview (bytes, "WINDOWS-1251", 5);

  g_assert_cmpstr (latin, ==, "Café.\nnaïve");
  g_assert_cmpstr (first, ==, "Café.");
  g_assert_cmpstr (cyrillic, ==, "Cafй.\nnaпve");
  g_assert_null (presser_import_preview (bytes, "MARTIAN-7", 5));
  g_assert_true (g_strv_contains (presser_import_get_encodings (), "WINDOWS-1251"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-report/says-what-it-found", test_says_what_it_found);
  g_test_add_func ("/import-report/proposes-what-may-be-one-person", test_proposes_what_may_be_one_person);
  g_test_add_func ("/import-report/proposes-short-forms", test_proposes_short_forms);
  g_test_add_func ("/import-report/shows-what-was-no-label", test_shows_what_was_no_label);
  g_test_add_func ("/import-report/takes-what-the-user-says-for-a-label", test_takes_what_the_user_says_for_a_label);
  g_test_add_func ("/import-report/drops-a-speaker-of-the-format", test_drops_a_speaker_of_the_format);
  g_test_add_func ("/import-report/merges-what-the-user-says", test_merges_what_the_user_says);
  g_test_add_func ("/import-report/merges-in-a-circle-do-no-harm", test_merges_in_a_circle_do_no_harm);
  g_test_add_func ("/import-report/keeps-apart-what-the-user-says", test_keeps_apart_what_the_user_says);
  g_test_add_func ("/import-report/follows-an-own-pattern", test_follows_an_own_pattern);
  g_test_add_func ("/import-report/lets-columns-be-chosen", test_lets_columns_be_chosen);
  g_test_add_func ("/import-report/lists-encodings-where-it-is-a-guess", test_lists_encodings_where_it_is_a_guess);
  g_test_add_func ("/import-report/previews-an-encoding", test_previews_an_encoding);

  return g_test_run ();
}
