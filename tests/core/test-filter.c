/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter.h"

static void
add_statement (PresserDocument  *document,
               PresserStatement *statement)
{
  presser_document_add_statement (document, statement);
  g_object_unref (statement);
}

static PresserStatement *
make_statement (const char   *id,
                PresserRange  range,
                const char   *speaker,
                const char   *topic,
                PresserStatus status,
                PresserKind   kind)
{
  const char *const topics[] = { topic, NULL };
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (bare, speaker);
  g_autoptr (PresserStatement) tagged = presser_statement_with_topics (said, topics);
  g_autoptr (PresserStatement) seen = presser_statement_with_status (tagged, status);

  return presser_statement_with_kind (seen, kind);
}

static void
add_topic (PresserDocument *document,
           const char      *id,
           const char      *label,
           const char      *parent)
{
  g_autoptr (PresserTopic) topic = presser_topic_new (id, label);
  g_autoptr (PresserTopic) child = presser_topic_with_parent (topic, parent);

  presser_document_insert_topic (document, G_MAXUINT, child);
}

static void
add_people (PresserDocument *document)
{
  const char *const aliases[] = { "LE MINISTRE", NULL };
  g_autoptr (PresserSpeaker) lavrov = presser_speaker_new ("p.lavrov", "Sergey Lavrov");
  g_autoptr (PresserSpeaker) plain = presser_speaker_new ("p.x", "Éric Żuławski");
  g_autoptr (PresserSpeaker) other = presser_speaker_with_aliases (plain, aliases);
  g_autoptr (PresserAnnotator) annotator = presser_annotator_new ("ann.rk", "R. Kovács", FALSE);

  presser_document_insert_speaker (document, G_MAXUINT, lavrov);
  presser_document_insert_speaker (document, G_MAXUINT, other);
  presser_document_add_annotator (document, annotator);
}

/* s1 “Sovereignty is\nnot for sale”, s2 “Trade grows”, s3 “It is ‘fair’”, s4 “Nobody said”. */
static PresserDocument *
new_document (void)
{
  PresserDocument *document = presser_document_new ("Sovereignty is\nnot for sale. Trade grows. It is ‘fair’. Nobody said.");
  g_autoptr (PresserStatement) fair = NULL;
  g_autoptr (PresserStatement) sure = NULL;
  g_autoptr (PresserStatement) by = NULL;

  add_people (document);
  add_topic (document, "t.cis", "CIS", NULL);
  add_topic (document, "t.trade", "Trade unions", "t.cis");
  add_statement (document, make_statement ("s1", (PresserRange){ 0, 28 }, "p.lavrov", "t.cis", PRESSER_STATUS_VERIFIED, PRESSER_KIND_DIRECT));
  add_statement (document, make_statement ("s2", (PresserRange){ 29, 41 }, "p.x", "t.trade", PRESSER_STATUS_DRAFT, PRESSER_KIND_INDIRECT));
  fair = make_statement ("s3", (PresserRange){ 42, 54 }, "p.lavrov", NULL, PRESSER_STATUS_SUGGESTED, PRESSER_KIND_MIXED);
  sure = presser_statement_with_certainty (fair, "0.60");
  by = presser_statement_with_annotator (sure, "ann.rk");
  add_statement (document, presser_statement_with_ground_rule (by, PRESSER_GROUND_OFF_RECORD, 0));
  fair = make_statement ("s4", (PresserRange){ 55, 66 }, NULL, NULL, PRESSER_STATUS_DRAFT, PRESSER_KIND_DIRECT);
  sure = presser_statement_with_certainty (fair, "high");
  add_statement (document, presser_statement_with_note (sure, "ask Éva  again"));
  return document;
}

static const struct
{
  const char *query;
  const char *expected;
} cases[] = {
  { "", "s1 s2 s3 s4" },
  { "   ", "s1 s2 s3 s4" },
  { "speaker:lavrov", "s1 s3" },
  { "speaker:p.lavrov", "s1 s3" },
  { "speaker:LAV", "s1 s3" },
  { "speaker:eric", "s2" },
  { "speaker:zulawski", "s2" },
  { "speaker:\"le ministre\"", "s2" },
  { "speaker:x", "s2" },
  { "speaker:lavrov speaker:eric", "s1 s2 s3" },
  { "-speaker:lavrov", "s2 s4" },
  { "-speaker:lavrov -speaker:eric", "s4" },
  { "topic:cis", "s1 s2" },
  { "topic:trade", "s2" },
  { "topic:\"trade un\"", "s2" },
  { "topic:cis -topic:trade", "s1" },
  { "topic:cis status:verified", "s1" },
  { "status:draft status:suggested", "s2 s3 s4" },
  { "STATUS:Draft", "s2 s4" },
  { "-kind:indirect", "s1 s3 s4" },
  { "rule:off-the-record", "s3" },
  { "certainty:0.6", "s3" },
  { "certainty:HIGH", "s4" },
  { "note:\"eva again\"", "s4" },
  { "annotator:kovacs", "s3" },
  { "annotator:rk", "s3" },
  { "id:s2", "s2" },
  { "id:s2 id:s4", "s2 s4" },
  { "is:untagged", "s3 s4" },
  { "is:unattributed", "s4" },
  { "-is:unattributed is:untagged", "s3" },
  { "sovereignty", "s1" },
  { "\"is not  for\"", "s1" },
  { "'fair'", "s3" },
  { "is -fair", "s1" },
  { "trade grows", "s2" },
  { "trade sale", "" },
  { "-sovereignty -trade", "s3 s4" },
  { "speaker:lavrov topic:cis status:verified \"sovereignty\" -kind:indirect", "s1" },
  { "\"\"", "s1 s2 s3 s4" },
};

static void
test_queries_find_what_they_ask_for (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserFilter) filter = presser_filter_new (cases[i].query, &error);
      g_autoptr (GPtrArray) matches = NULL;
      g_autoptr (GString) ids = g_string_new (NULL);

      g_test_message ("%s", cases[i].query);
      g_assert_no_error (error);
      matches = presser_filter_dup_matches (filter, document);
      for (j = 0; j < matches->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", presser_statement_get_id (matches->pdata[j]));
      g_assert_cmpstr (ids->str, ==, cases[i].expected);
    }
}

static void
test_unknown_speakers_and_topics_of_other_files_match_by_id (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text");
  g_autoptr (PresserFilter) filter = presser_filter_new ("speaker:Pekarská topic:healt", NULL);
  g_autoptr (PresserStatement) statement = make_statement ("s1", (PresserRange){ 0, 4 }, "Pekarská", "healt", PRESSER_STATUS_DRAFT, PRESSER_KIND_DIRECT);

  presser_document_add_statement (document, statement);
  g_assert_true (presser_filter_matches (filter, document, statement));
}

static void
test_an_id_means_nobody_else (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text of two");
  g_autoptr (PresserSpeaker) lee = presser_speaker_new ("Lee", "Ann Lee");
  g_autoptr (PresserSpeaker) leeds = presser_speaker_new ("Leeds", "Bo Leeds");
  g_autoptr (PresserFilter) by_id = presser_filter_new ("speaker:Lee topic:ad", NULL);
  g_autoptr (PresserFilter) by_name = presser_filter_new ("speaker:lee", NULL);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GPtrArray) named = NULL;

  presser_document_insert_speaker (document, G_MAXUINT, lee);
  presser_document_insert_speaker (document, G_MAXUINT, leeds);
  add_topic (document, "ad", "Adverts", NULL);
  add_topic (document, "trade", "Trade", NULL);
  add_statement (document, make_statement ("s1", (PresserRange){ 0, 4 }, "Lee", "ad", PRESSER_STATUS_DRAFT, PRESSER_KIND_DIRECT));
  add_statement (document, make_statement ("s2", (PresserRange){ 5, 7 }, "Leeds", "ad", PRESSER_STATUS_DRAFT, PRESSER_KIND_DIRECT));
  add_statement (document, make_statement ("s3", (PresserRange){ 8, 11 }, "Lee", "trade", PRESSER_STATUS_DRAFT, PRESSER_KIND_DIRECT));

  matches = presser_filter_dup_matches (by_id, document);
  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpstr (presser_statement_get_id (matches->pdata[0]), ==, "s1");
  named = presser_filter_dup_matches (by_name, document);
  g_assert_cmpuint (named->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/queries-find-what-they-ask-for", test_queries_find_what_they_ask_for);
  g_test_add_func ("/filter/unknown-speakers-and-topics-of-other-files-match-by-id", test_unknown_speakers_and_topics_of_other_files_match_by_id);
  g_test_add_func ("/filter/an-id-means-nobody-else", test_an_id_means_nobody_else);
  return g_test_run ();
}
