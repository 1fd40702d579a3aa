/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static PresserDocument *
new_document (void)
{
  static const PresserParagraphKind kinds[] = {
    PRESSER_PARAGRAPH_LABEL, PRESSER_PARAGRAPH_SPEECH, PRESSER_PARAGRAPH_STAGE,
    PRESSER_PARAGRAPH_NOTE, PRESSER_PARAGRAPH_SPEECH, PRESSER_PARAGRAPH_BODY
  };
  g_autoptr (PresserText) text = presser_text_new ("LUND:\nNo toll.\n(Applause)\n12:30\nNot before 2030.\n", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (paragraphs, presser_paragraph_new (kinds[i]));
  return presser_document_new_with_paragraphs (text, paragraphs);
}

static void
assert_quote (const PresserRange *ranges,
              guint               n_ranges,
              const char         *expected)
{
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserStatement) statement = presser_statement_new ("s1", ranges, n_ranges);
  g_autofree char *quote = presser_document_dup_quote (document, statement);

  g_assert_cmpstr (quote, ==, expected);
}

static void
test_interruptions_are_not_speech (void)
{
  assert_quote (&(PresserRange){ 6, 48 }, 1, "No toll. Not before 2030.");
}

static void
test_what_the_journalist_marked_itself_is (void)
{
  assert_quote (&(PresserRange){ 15, 25 }, 1, "(Applause)");
  assert_quote (&(PresserRange){ 0, 14 }, 1, "LUND: No toll.");
}

static void
test_parts_are_joined_by_one_space (void)
{
  PresserRange ranges[] = { { 6, 8 }, { 36, 48 } };

  assert_quote (ranges, 2, "No before 2030.");
}

static void
test_line_ends_at_the_edges_are_nothing (void)
{
  assert_quote (&(PresserRange){ 5, 15 }, 1, "No toll.");
}

static PresserStatement *
new_tagged (const char   *id,
            const char   *topic,
            const char   *other_topic,
            PresserStatus status)
{
  PresserRange      range = { 6, 14 };
  const char *const topics[] = { topic, other_topic, NULL };
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (bare, "p.lund");
  g_autoptr (PresserStatement) tagged = presser_statement_with_topics (said, topics);

  return presser_statement_with_status (tagged, status);
}

static void
add_topic (PresserDocument *document,
           const char      *id,
           const char      *parent)
{
  g_autoptr (PresserTopic) topic = presser_topic_new (id, id);
  g_autoptr (PresserTopic) child = presser_topic_with_parent (topic, parent);

  presser_document_insert_topic (document, G_MAXUINT, child);
}

static void
test_a_topic_counts_what_is_below_it_once (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserStatement) one = new_tagged ("s1", "t.tolls", "t.money", PRESSER_STATUS_DRAFT);
  g_autoptr (PresserStatement) two = new_tagged ("s2", "t.tolls", NULL, PRESSER_STATUS_VERIFIED);
  g_autoptr (PresserStatement) idea = new_tagged ("s3", "t.tolls", NULL, PRESSER_STATUS_SUGGESTED);
  PresserHistory *history = presser_document_get_history (document);

  add_topic (document, "t.money", NULL);
  add_topic (document, "t.tolls", "t.money");
  presser_document_add_statement (document, one);
  g_assert_cmpuint (presser_document_count_by_topic (document, "t.money"), ==, 1);
  presser_document_add_statement (document, two);
  presser_document_add_statement (document, idea);
  g_assert_cmpuint (presser_document_count_by_topic (document, "t.money"), ==, 2);
  g_assert_cmpuint (presser_document_count_by_topic (document, "t.tolls"), ==, 2);
  g_assert_cmpuint (presser_document_count_by_speaker (document, "p.lund"), ==, 2);
  g_assert_cmpuint (presser_document_count_by_speaker (document, "p.nobody"), ==, 0);
  presser_history_undo (history);
  presser_history_undo (history);
  g_assert_cmpuint (presser_document_count_by_topic (document, "t.money"), ==, 1);
  presser_document_move_topic (document, presser_document_get_topic (document, "t.tolls"), NULL, 0);
  presser_document_remove_statement (document, one);
  g_assert_cmpuint (presser_document_count_by_topic (document, "t.money"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-quotes/interruptions-are-not-speech", test_interruptions_are_not_speech);
  g_test_add_func ("/document-quotes/what-the-journalist-marked-itself-is", test_what_the_journalist_marked_itself_is);
  g_test_add_func ("/document-quotes/parts-are-joined-by-one-space", test_parts_are_joined_by_one_space);
  g_test_add_func ("/document-quotes/line-ends-at-the-edges-are-nothing", test_line_ends_at_the_edges_are_nothing);
  g_test_add_func ("/document-quotes/a-topic-counts-what-is-below-it-once", test_a_topic_counts_what_is_below_it_once);
  return g_test_run ();
}
