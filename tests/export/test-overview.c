/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pictures show: who speaks how much and on what, and that they keep the ground rules. */

#include "presser-overview.h"

/* Six words of Ann, four of Bo, five of Ann again. */
#define TEXT "The harbour will not be sold.\n" \
             "Who said it would?\n"            \
             "Nobody did, and nobody will."

typedef struct
{
  PresserDocument *document;
  PresserOverview *overview;
} Fixture;

static PresserParagraph *
make_speech (const char *turn,
             const char *speaker_id)
{
  g_autoptr (PresserParagraph) paragraph = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);

  return presser_paragraph_with_turn (paragraph, turn, speaker_id);
}

static void
add_speaker (Fixture    *fixture,
             const char *id,
             const char *name,
             const char *role)
{
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new (id, name);
  g_autoptr (PresserSpeaker) with_role = presser_speaker_with_role (speaker, role);

  presser_document_insert_speaker (fixture->document, G_MAXUINT, with_role);
}

static void
add_topic (Fixture    *fixture,
           const char *id,
           const char *parent)
{
  g_autoptr (PresserTopic) topic = presser_topic_new (id, id);
  g_autoptr (PresserTopic) child = presser_topic_with_parent (topic, parent);

  presser_document_insert_topic (fixture->document, G_MAXUINT, child);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (PresserText) text = presser_text_new (TEXT, -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (paragraphs, make_speech ("u1", "p.ann"));
  g_ptr_array_add (paragraphs, make_speech ("u2", "p.bo"));
  g_ptr_array_add (paragraphs, make_speech ("u3", "p.ann"));
  fixture->document = presser_document_new_with_paragraphs (text, paragraphs);
  add_speaker (fixture, "p.bo", "Bo", NULL);
  add_speaker (fixture, "p.ann", "Ann", "a minister");
  add_topic (fixture, "t.trade", NULL);
  add_topic (fixture, "t.ports", "t.trade");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->overview, presser_overview_free);
  g_clear_object (&fixture->document);
}

static void
tag (Fixture          *fixture,
     PresserRange      range,
     const char       *topic,
     PresserGroundRule rule)
{
  g_autofree char *id = presser_document_make_statement_id (fixture->document);
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (bare, "p.ann");
  g_autoptr (PresserStatement) on = topic != NULL ? presser_statement_with_topics (said, (const char *[]){ topic, NULL })
                                                  : g_object_ref (said);
  g_autoptr (PresserStatement) statement = presser_statement_with_ground_rule (on, rule, 0);

  presser_document_add_statement (fixture->document, statement);
}

static void
look (Fixture *fixture)
{
  fixture->overview = presser_overview_new (fixture->document, presser_document_get_statements (fixture->document));
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  const PresserOverviewVoice *ann;
  const PresserOverviewVoice *bo;

  look (fixture);
  g_assert_cmpuint (presser_overview_get_n_voices (fixture->overview), ==, 2);
  ann = presser_overview_get_voice (fixture->overview, 0);
  bo = presser_overview_get_voice (fixture->overview, 1);
  g_assert_cmpstr (ann->speaker_id, ==, "p.ann");
  g_assert_cmpuint (ann->n_words, ==, 11);
  g_assert_cmpuint (ann->n_turns, ==, 2);
  g_assert_cmpstr (bo->name, ==, "Bo");
  g_assert_cmpuint (bo->n_words, ==, 4);
  g_assert_cmpuint (bo->n_turns, ==, 1);
}

static void
test_shared_words_count_once (Fixture      *fixture,
                              gconstpointer data)
{
  tag (fixture, (PresserRange){ 0, 16 }, NULL, PRESSER_GROUND_ON_RECORD); /* The harbour will */
  tag (fixture, (PresserRange){ 4, 20 }, NULL, PRESSER_GROUND_ON_RECORD); /* harbour will not */
  look (fixture);
  g_assert_cmpuint (presser_overview_get_voice (fixture->overview, 0)->n_tagged_words, ==, 4);
  g_assert_cmpuint (presser_overview_get_voice (fixture->overview, 0)->n_statements, ==, 2);
}

static void
test_a_topic_holds_those_below (Fixture      *fixture,
                                gconstpointer data)
{
  const PresserOverviewTopic *trade;
  const PresserOverviewTopic *ports;

  tag (fixture, (PresserRange){ 0, 29 }, "t.ports", PRESSER_GROUND_ON_RECORD);
  tag (fixture, (PresserRange){ 49, 59 }, "t.trade", PRESSER_GROUND_ON_RECORD);
  look (fixture);
  g_assert_cmpuint (presser_overview_get_n_topics (fixture->overview), ==, 2);
  trade = presser_overview_get_topic (fixture->overview, 0);
  ports = presser_overview_get_topic (fixture->overview, 1);
  g_assert_cmpuint (trade->places->len, ==, 2);
  g_assert_cmpuint (g_array_index (trade->places, PresserOverviewPlace, 1).range.start, ==, 49);
  g_assert_cmpuint (ports->depth, ==, 1);
  g_assert_cmpuint (ports->places->len, ==, 1);
  g_assert_cmpuint (presser_overview_count (fixture->overview, 0, 0), ==, 2);
  g_assert_cmpuint (presser_overview_count (fixture->overview, 0, 1), ==, 1);
  g_assert_cmpuint (presser_overview_count (fixture->overview, 1, 0), ==, 0);
}

static void
test_ground_rules (Fixture      *fixture,
                   gconstpointer data)
{
  const PresserOverviewVoice *source;

  tag (fixture, (PresserRange){ 0, 29 }, "t.ports", PRESSER_GROUND_OFF_RECORD);
  tag (fixture, (PresserRange){ 49, 59 }, "t.ports", PRESSER_GROUND_BACKGROUND);
  look (fixture);
  g_assert_cmpuint (presser_overview_get_n_withheld (fixture->overview), ==, 1);
  g_assert_cmpuint (presser_overview_get_topic (fixture->overview, 1)->places->len, ==, 1);
  g_assert_cmpuint (presser_overview_get_voice (fixture->overview, 0)->n_statements, ==, 0);
  source = presser_overview_get_voice (fixture->overview, 2);
  g_assert_true (source->is_background);
  g_assert_cmpstr (source->name, ==, "a minister");
  g_assert_null (source->speaker_id);
  g_assert_cmpuint (source->n_statements, ==, 1);
  g_assert_cmpuint (presser_overview_count (fixture->overview, 0, 1), ==, 0);
  g_assert_cmpuint (presser_overview_count (fixture->overview, 2, 1), ==, 1);
}

/* Who asks is not named; the first question is answered, the second is not. */
static void
test_questions_and_answers (Fixture      *fixture,
                            gconstpointer data)
{
  PresserSpeaker *bo = presser_document_get_speaker (fixture->document, "p.bo");
  g_autoptr (PresserSpeaker) unnamed = presser_speaker_with_unnamed (bo, TRUE);
  g_autoptr (PresserParagraph) answer = presser_paragraph_with_question (presser_document_get_paragraph (fixture->document, 2), "u2");
  const PresserOverviewExchange *exchange;

  look (fixture);
  g_assert_cmpuint (presser_overview_get_n_exchanges (fixture->overview), ==, 0);
  g_clear_pointer (&fixture->overview, presser_overview_free);

  presser_document_replace_speaker (fixture->document, bo, unnamed);
  presser_document_replace_paragraph (fixture->document, 2, answer);
  tag (fixture, (PresserRange){ 49, 59 }, NULL, PRESSER_GROUND_ON_RECORD);
  tag (fixture, (PresserRange){ 0, 3 }, NULL, PRESSER_GROUND_ON_RECORD);
  look (fixture);
  g_assert_cmpuint (presser_overview_get_n_exchanges (fixture->overview), ==, 1);
  exchange = presser_overview_get_exchange (fixture->overview, 0);
  g_assert_cmpuint (exchange->question, ==, 1);
  g_assert_cmpuint (exchange->answer, ==, 2);
  g_assert_cmpuint (exchange->n_statements, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/overview/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/overview/shared-words-count-once", Fixture, NULL, set_up, test_shared_words_count_once, tear_down);
  g_test_add ("/overview/a-topic-holds-those-below", Fixture, NULL, set_up, test_a_topic_holds_those_below, tear_down);
  g_test_add ("/overview/ground-rules", Fixture, NULL, set_up, test_ground_rules, tear_down);

  g_test_add ("/overview/questions-and-answers", Fixture, NULL, set_up, test_questions_and_answers, tear_down);

  return g_test_run ();
}
