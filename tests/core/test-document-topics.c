/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static void
add_topic (PresserDocument *document,
           guint            position,
           const char      *id,
           const char      *parent)
{
  g_autoptr (PresserTopic) topic = presser_topic_new (id, id);
  g_autoptr (PresserTopic) child = presser_topic_with_parent (topic, parent);

  presser_document_insert_topic (document, position, child);
}

/* a (b (c) d) e */
static PresserDocument *
new_document (void)
{
  PresserDocument  *document = presser_document_new ("One two");
  const char *const topics[] = { "b", "c", NULL };
  g_autoptr (PresserStatement) bare = presser_statement_new ("s1", &(PresserRange){ 0, 3 }, 1);
  g_autoptr (PresserStatement) tagged = presser_statement_with_topics (bare, topics);

  add_topic (document, G_MAXUINT, "a", NULL);
  add_topic (document, G_MAXUINT, "e", NULL);
  add_topic (document, G_MAXUINT, "b", "a");
  add_topic (document, G_MAXUINT, "d", "a");
  add_topic (document, G_MAXUINT, "c", "b");
  presser_document_add_statement (document, tagged);
  presser_history_clear (presser_document_get_history (document));
  return document;
}

/* Each topic with its parent: “a b<a c<b”. */
static void
assert_topics (PresserDocument *document,
               const char      *expected)
{
  GListModel *topics = presser_document_get_topics (document);
  g_autoptr (GString) list = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      const char *parent = presser_topic_get_parent (topic);

      g_string_append_printf (list, "%s%s%s%s", i > 0 ? " " : "", presser_topic_get_id (topic),
                              parent != NULL ? "<" : "", parent != NULL ? parent : "");
    }
  g_assert_cmpstr (list->str, ==, expected);
}

static void
assert_tags (PresserDocument *document,
             const char      *expected)
{
  PresserStatement *statement = presser_document_get_statement (document, "s1");
  g_autofree char  *tags = g_strjoinv (" ", (char **) presser_statement_get_topics (statement));

  g_assert_cmpstr (tags, ==, expected);
}

static PresserTopic *
get (PresserDocument *document,
     const char      *id)
{
  return presser_document_get_topic (document, id);
}

static void
test_the_list_is_a_walk_through_the_tree (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  assert_topics (document, "a b<a c<b d<a e");
  g_assert_true (presser_document_topic_is_within (document, "c", "a"));
  g_assert_true (presser_document_topic_is_within (document, "c", "c"));
  g_assert_false (presser_document_topic_is_within (document, "a", "c"));
  g_assert_false (presser_document_topic_is_within (document, "x", "a"));
  g_assert_true (presser_document_find_topic (document, "B") == get (document, "b"));
}

static void
test_moving_takes_the_topics_below_along (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  presser_document_move_topic (document, get (document, "b"), NULL, 0);
  assert_topics (document, "b c<b a d<a e");
  presser_document_move_topic (document, get (document, "b"), "e", G_MAXUINT);
  assert_topics (document, "a d<a e b<e c<b");
  presser_document_move_topic (document, get (document, "b"), "a", 1);
  assert_topics (document, "a d<a b<a c<b e");
  presser_document_move_topic (document, get (document, "b"), "a", 0);
  assert_topics (document, "a b<a c<b d<a e");
}

static void
test_a_topic_cannot_stand_below_itself (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserTopic) looped = presser_topic_with_parent (get (document, "a"), "c");

  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*has_sound_parent*");
  presser_document_move_topic (document, get (document, "a"), "c", 0);
  g_test_assert_expected_messages ();
  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*has_sound_parent*");
  presser_document_replace_topic (document, get (document, "a"), looped);
  g_test_assert_expected_messages ();
  assert_topics (document, "a b<a c<b d<a e");
}

static void
test_removing_lifts_the_topics_below (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  presser_document_remove_topic (document, get (document, "b"));
  assert_topics (document, "a c<a d<a e");
  assert_tags (document, "c");
  presser_document_remove_topic (document, get (document, "a"));
  assert_topics (document, "c d e");
  presser_history_undo (presser_document_get_history (document));
  presser_history_undo (presser_document_get_history (document));
  assert_topics (document, "a b<a c<b d<a e");
  assert_tags (document, "b c");
}

static void
test_merging_hands_over_statements_and_topics_below (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  presser_document_merge_topic (document, get (document, "b"), get (document, "e"));
  assert_topics (document, "a d<a e c<e");
  assert_tags (document, "e c");
  g_assert_cmpstr (presser_topic_get_keywords (get (document, "e"))[0], ==, "b");
}

static void
test_merging_into_a_topic_below_lifts_that_one (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  presser_document_merge_topic (document, get (document, "a"), get (document, "c"));
  assert_topics (document, "c b<c d<c e");
  assert_tags (document, "b c");
  presser_document_merge_topic (document, get (document, "b"), get (document, "c"));
  assert_topics (document, "c d<c e");
  assert_tags (document, "c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-topics/the-list-is-a-walk-through-the-tree", test_the_list_is_a_walk_through_the_tree);
  g_test_add_func ("/document-topics/moving-takes-the-topics-below-along", test_moving_takes_the_topics_below_along);
  g_test_add_func ("/document-topics/a-topic-cannot-stand-below-itself", test_a_topic_cannot_stand_below_itself);
  g_test_add_func ("/document-topics/removing-lifts-the-topics-below", test_removing_lifts_the_topics_below);
  g_test_add_func ("/document-topics/merging-hands-over-statements-and-topics-below", test_merging_hands_over_statements_and_topics_below);
  g_test_add_func ("/document-topics/merging-into-a-topic-below-lifts-that-one", test_merging_into_a_topic_below_lifts_that_one);
  return g_test_run ();
}
