/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-topic-proposals.h"

static const char story[] =
    "Mayor Anna Lund spoke about the water supply of Port Hall today. The water supply is old, Lund said.\n"
    "Reporters asked about the new tunnel. “The tunnel will cost a lot,” said Lund. “But tunnels last.”\n"
    "The European Commission pays for the tunnel. It was the European Commission that asked for it, said Peter Holm.\n"
    "The question of the water supply stays open, Holm said, and the question is whether the tunnel comes first.\n"
    "(Applause.) There were more questions. (Applause.)";

static char *
join_labels (GPtrArray *proposals)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", ((PresserTopicProposal *) proposals->pdata[i])->label);

  return g_string_free (labels, FALSE);
}

static GPtrArray *
propose (PresserDocument *document,
         const char      *language)
{
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new (document);
  g_autoptr (GError) error = NULL;
  GPtrArray *proposals = presser_suggest_topics (source, language, 12, NULL, &error);

  g_assert_no_error (error);

  return proposals;
}

static void
test_topics_are_what_the_text_comes_back_to (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (story);
  g_autoptr (GPtrArray) proposals = propose (document, "en");
  g_autofree char            *labels = join_labels (proposals);
  const PresserTopicProposal *first = proposals->pdata[0];
  g_autofree char            *words = presser_text_dup_slice (presser_document_get_text (document), first->first);

  g_assert_nonnull (strstr (labels, "water supply"));
  g_assert_nonnull (strstr (labels, "tunnel"));
  g_assert_nonnull (strstr (labels, "European Commission"));
  g_assert_null (strstr (labels, "Lund")); /* people speak; they are no topics */
  g_assert_null (strstr (labels, "Holm"));
  g_assert_null (strstr (labels, "question")); /* every briefing has some */
  g_assert_null (strstr (labels, "pplause"));
  g_assert_cmpstr (words, ==, first->label);
  g_assert_cmpuint (first->n_times, >=, 2);
}

static void
test_german_topics_are_nouns (void)
{
  g_autoptr (PresserDocument) document =
      presser_document_new ("Der Minister sprach über die Wasserversorgung der Stadt. Die Wasserversorgung müsse besser werden.\n"
                            "Auch die Brücke war ein Thema. Brücken seien teuer, sagte der Minister, aber die Brücke komme.\n"
                            "Wer für die Wasserversorgung zahlt, blieb offen.");
  g_autoptr (GPtrArray) proposals = propose (document, "de");
  g_autofree char *labels = join_labels (proposals);

  g_assert_nonnull (strstr (labels, "Wasserversorgung"));
  g_assert_nonnull (strstr (labels, "Brücke"));
  g_assert_null (strstr (labels, "Minister"));
  g_assert_null (strstr (labels, "Thema"));
}

static void
test_topics_that_are_there_are_not_proposed (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (story);
  g_autoptr (PresserTopic) tunnels = presser_topic_new ("t.tunnels", "Tunnels");
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *labels = NULL;

  presser_document_insert_topic (document, 0, tunnels);
  proposals = propose (document, "en");
  labels = join_labels (proposals);
  g_assert_null (strstr (labels, "tunnel"));
}

static void
test_accepting_is_one_step (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (story);
  g_autoptr (GPtrArray) proposals = propose (document, "en");
  GListModel *topics = presser_document_get_topics (document);
  g_autoptr (PresserTopic) first = NULL;

  g_assert_cmpuint (presser_suggest_add_topics (document, proposals), ==, proposals->len);
  g_assert_cmpuint (presser_suggest_add_topics (document, proposals), ==, 0);
  first = g_list_model_get_item (topics, 0);
  g_assert_cmpstr (presser_topic_get_keywords (first)[0], ==, ((PresserTopicProposal *) proposals->pdata[0])->label);
  presser_history_undo (presser_document_get_history (document));
  g_assert_cmpuint (g_list_model_get_n_items (topics), ==, 0);
}

static void
test_nothing_comes_of_nothing (void)
{
  static const char *const texts[] = { "", "\n\n", "Yes.", "😀 😀 😀", "((((" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PresserDocument) document = presser_document_new (texts[i]);
      g_autoptr (GPtrArray) proposals = propose (document, NULL);

      g_assert_cmpuint (proposals->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topic-proposals/are-what-the-text-comes-back-to", test_topics_are_what_the_text_comes_back_to);
  g_test_add_func ("/topic-proposals/german-ones-are-nouns", test_german_topics_are_nouns);
  g_test_add_func ("/topic-proposals/those-that-are-there-are-left-out", test_topics_that_are_there_are_not_proposed);
  g_test_add_func ("/topic-proposals/accepting-is-one-step", test_accepting_is_one_step);
  g_test_add_func ("/topic-proposals/nothing-comes-of-nothing", test_nothing_comes_of_nothing);

  return g_test_run ();
}
