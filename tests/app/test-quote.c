/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-quote.h"

static const PresserRange all = { 0, 17 };

static PresserDocument *
make_document (PresserGroundRule rule,
               gint64            embargo)
{
  PresserDocument *document = presser_document_new ("We will not sail. More.");
  g_autoptr (PresserStatement) bare = presser_statement_new ("s1", &all, 1);
  g_autoptr (PresserStatement) spoken = presser_statement_with_speaker (bare, "p.holm");
  g_autoptr (PresserStatement) ruled = presser_statement_with_ground_rule (spoken, rule, embargo);
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.holm", "Ines <Holm>");
  g_autoptr (PresserSpeaker) titled = presser_speaker_with_role (speaker, "chairwoman");
  g_autoptr (PresserMetadata) metadata = presser_metadata_new ();
  g_autoptr (PresserMetadata) placed = presser_metadata_with (metadata, PRESSER_METADATA_PLACE, "Port Lindow");

  presser_document_insert_speaker (document, G_MAXUINT, titled);
  presser_document_add_statement (document, ruled);
  presser_document_set_metadata (document, placed);
  return document;
}

static void
test_a_quote_carries_who_in_what_role_and_where (void)
{
  g_autoptr (PresserDocument) document = make_document (PRESSER_GROUND_ON_RECORD, 0);
  g_autofree char *attribution = presser_quote_dup_attribution (document, presser_document_get_statement (document, "s1"));
  g_autofree char *text = presser_quote_dup_text ("We will not sail.", attribution);

  g_assert_cmpstr (text, ==, "“We will not sail.” — Ines <Holm>, chairwoman (Port Lindow)");
}

static void
test_a_background_quote_does_not_name_the_source (void)
{
  g_autoptr (PresserDocument) background = make_document (PRESSER_GROUND_BACKGROUND, 0);
  g_autoptr (PresserDocument) deep_background = make_document (PRESSER_GROUND_DEEP_BACKGROUND, 0);
  g_autofree char *attribution = presser_quote_dup_attribution (background, presser_document_get_statement (background, "s1"));
  g_autofree char *nobody = presser_quote_dup_attribution (deep_background, presser_document_get_statement (deep_background, "s1"));

  g_assert_nonnull (strstr (attribution, "chairwoman"));
  g_assert_null (strstr (attribution, "Holm"));
  g_assert_true (nobody == NULL || strstr (nobody, "Holm") == NULL);
}

static void
test_html_is_escaped (void)
{
  g_autofree char *html = presser_quote_dup_html ("a < b & c", "Ines <Holm>");

  g_assert_cmpstr (html, ==, "<blockquote><p>“a &lt; b &amp; c”</p><footer>— Ines &lt;Holm&gt;</footer></blockquote>");
}

static void
test_words_of_nobody_are_just_words (void)
{
  g_autofree char *text = presser_quote_dup_text ("We will not sail.", NULL);

  g_assert_cmpstr (text, ==, "We will not sail.");
}

static void
test_what_is_off_the_record_or_under_embargo_stays (void)
{
  static const struct
  {
    PresserGroundRule rule;
    gint64            embargo;
    gint64            now;
    PresserRange      range;
    gboolean          may_leave;
  } rows[] = {
    { PRESSER_GROUND_ON_RECORD, 0, 100, { 0, 17 }, TRUE },
    { PRESSER_GROUND_BACKGROUND, 0, 100, { 0, 17 }, TRUE },
    { PRESSER_GROUND_OFF_RECORD, 0, 100, { 0, 17 }, FALSE },
    { PRESSER_GROUND_OFF_RECORD, 0, 100, { 16, 23 }, FALSE },
    { PRESSER_GROUND_OFF_RECORD, 0, 100, { 18, 23 }, TRUE },
    { PRESSER_GROUND_EMBARGOED, 200, 100, { 0, 17 }, FALSE },
    { PRESSER_GROUND_EMBARGOED, 200, 200, { 0, 17 }, TRUE },
    { PRESSER_GROUND_EMBARGOED, 0, 100, { 0, 17 }, FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PresserDocument) document = make_document (rows[i].rule, rows[i].embargo);
      g_autofree char *objection = presser_quote_dup_objection (document, rows[i].range, rows[i].now);

      g_assert_true ((objection == NULL) == rows[i].may_leave);
    }
}

static void
test_a_passage_is_blacked_out_where_a_rule_holds_it_back (void)
{
  static const struct
  {
    PresserGroundRule rule;
    gint64            embargo;
    PresserRange      range;
    const char       *passage; /* NULL: nothing */
    gboolean          objects;
  } rows[] = {
    { PRESSER_GROUND_ON_RECORD, 0, { 0, 23 }, "We will not sail. More.", FALSE },
    { PRESSER_GROUND_OFF_RECORD, 0, { 18, 23 }, "More.", FALSE },
    { PRESSER_GROUND_OFF_RECORD, 0, { 10, 23 }, "███████ More.", TRUE },
    { PRESSER_GROUND_OFF_RECORD, 0, { 3, 7 }, NULL, TRUE },
    { PRESSER_GROUND_OFF_RECORD, 0, { 0, 18 }, NULL, TRUE },
    { PRESSER_GROUND_EMBARGOED, G_MAXINT64, { 10, 23 }, "███████ More.", TRUE },
    { PRESSER_GROUND_EMBARGOED, 1, { 10, 23 }, "t sail. More.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PresserDocument) document = make_document (rows[i].rule, rows[i].embargo);
      g_autofree char *objection = NULL;
      g_autofree char *passage = presser_quote_dup_passage (document, rows[i].range, &objection);

      g_assert_cmpstr (passage, ==, rows[i].passage);
      g_assert_true ((objection != NULL) == rows[i].objects);
    }
}

static void
test_what_lies_in_the_gap_of_a_statement_does_not_hold_it_back (void)
{
  static const PresserRange parts[] = { { 0, 2 }, { 12, 17 } };
  static const PresserRange gap = { 3, 11 };
  g_autoptr (PresserDocument) document = presser_document_new ("We will not sail. More.");
  g_autoptr (PresserStatement) statement = presser_statement_new ("s1", parts, 2);
  g_autoptr (PresserStatement) bare = presser_statement_new ("s2", &gap, 1);
  g_autoptr (PresserStatement) secret = presser_statement_with_ground_rule (bare, PRESSER_GROUND_OFF_RECORD, 0);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentProvider) nothing = NULL;
  g_autofree char *objection = NULL;
  g_autofree char *reason = NULL;

  presser_document_add_statement (document, statement);
  presser_document_add_statement (document, secret);
  content = presser_quote_new_of_statement (document, statement, NULL, &objection);
  nothing = presser_quote_new_of_statement (document, secret, NULL, &reason);
  g_assert_nonnull (content);
  g_assert_null (objection);
  g_assert_null (nothing);
  g_assert_nonnull (reason);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quote/a-quote-carries-who-in-what-role-and-where", test_a_quote_carries_who_in_what_role_and_where);
  g_test_add_func ("/quote/a-background-quote-does-not-name-the-source", test_a_background_quote_does_not_name_the_source);
  g_test_add_func ("/quote/html-is-escaped", test_html_is_escaped);
  g_test_add_func ("/quote/words-of-nobody-are-just-words", test_words_of_nobody_are_just_words);
  g_test_add_func ("/quote/what-is-off-the-record-or-under-embargo-stays", test_what_is_off_the_record_or_under_embargo_stays);
  g_test_add_func ("/quote/a-passage-is-blacked-out-where-a-rule-holds-it-back", test_a_passage_is_blacked_out_where_a_rule_holds_it_back);
  g_test_add_func ("/quote/what-lies-in-the-gap-of-a-statement-does-not-hold-it-back", test_what_lies_in_the_gap_of_a_statement_does_not_hold_it_back);

  return g_test_run ();
}
