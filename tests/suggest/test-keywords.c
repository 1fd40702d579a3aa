/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-keywords.h"

static GPtrArray *
make_topics (void)
{
  static const char *const money[] = { "toll*", "state budget", NULL };
  static const char *const people[] = { "Élève", "C++", "*", NULL };
  GPtrArray               *topics = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserTopic) one = presser_topic_new ("t.money", "Money");
  g_autoptr (PresserTopic) other = presser_topic_new ("t.people", "People");

  g_ptr_array_add (topics, presser_topic_with_keywords (one, money));
  g_ptr_array_add (topics, presser_topic_with_keywords (other, people));

  return topics;
}

static void
test_keywords_match_words_phrases_and_beginnings (void)
{
  static const struct
  {
    const char *text;
    const char *topics;
  } cases[] = {
    { "The tolls are high.", "t.money" },
    { "An atoll in the sea.", "" },
    { "The State\n  Budget grows.", "t.money" },
    { "The state has no budget.", "" },
    { "LES ELEVE E\xCC\x81LE\xCC\x80VE", "t.people" },
    { "Every toll for an élève", "t.money,t.people" },
    { "élèves", "" },
    { "", "" },
  };
  g_autoptr (GPtrArray) topics = make_topics ();
  g_autoptr (PresserKeywords) keywords = presser_keywords_new (topics);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = presser_keywords_match (keywords, cases[i].text, strlen (cases[i].text));
      g_autofree char *joined = g_strjoinv (",", ids);

      g_assert_cmpstr (joined, ==, cases[i].topics);
    }
}

static void
test_topics_without_keywords_match_nothing (void)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserKeywords) keywords = NULL;
  g_auto (GStrv) ids = NULL;

  g_ptr_array_add (topics, presser_topic_new ("t.money", "Money"));
  keywords = presser_keywords_new (topics);
  ids = presser_keywords_match (keywords, "Money", 5);
  g_assert_true (presser_keywords_is_empty (keywords));
  g_assert_null (ids[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keywords/match-words-phrases-and-beginnings", test_keywords_match_words_phrases_and_beginnings);
  g_test_add_func ("/keywords/topics-without-keywords-match-nothing", test_topics_without_keywords_match_nothing);

  return g_test_run ();
}
