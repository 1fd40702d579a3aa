/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-keywords.h"
#include "presser-suggest-config.h"

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
  g_autoptr (PresserKeywords) keywords = presser_keywords_new (topics, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = presser_keywords_match (keywords, cases[i].text, strlen (cases[i].text), NULL);
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
  keywords = presser_keywords_new (topics, NULL);
  ids = presser_keywords_match (keywords, "Money", 5, NULL);
  g_assert_true (presser_keywords_is_empty (keywords));
  g_assert_null (ids[0]);
}

static void
assert_matches (const char *language,
                const char *keyword,
                const char *text,
                const char *expected)
{
  const char *const words[] = { keyword, NULL };
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserTopic) topic = presser_topic_new ("t.x", "X");
  g_autoptr (PresserKeywords) keywords = NULL;
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) found = NULL;

  g_ptr_array_add (topics, presser_topic_with_keywords (topic, words));
  keywords = presser_keywords_new (topics, presser_cue_table_get (language));
  ids = presser_keywords_match (keywords, text, strlen (text), &found);
  g_assert_cmpstr (found[0], ==, expected);
  g_assert_cmpuint (g_strv_length (ids), ==, g_strv_length (found));
}

static void
test_inflected_forms_match_where_the_language_is_known (void)
{
  /* these languages have case endings in their tables, with or without a stemmer */
  assert_matches ("pl", "sankcja", "Nowe sankcje wobec firmy", "sankcje");
  assert_matches ("uk", "санкція", "Про санкції проти компанії", "санкції");
  assert_matches ("uk", "санкція", "Сани стоять надворі", NULL);
#ifdef HAVE_STEMMER
  assert_matches ("en", "sanction", "They were sanctioned again.", "sanctioned");
  assert_matches ("en", "state budgets", "The State Budget grows.", "State Budget");
  assert_matches ("en", "policy", "The police came.", NULL);
  assert_matches ("fr", "élève", "Les élèves sont là.", "élèves");
  assert_matches ("de", "Brücke", "Die Brücken sind alt.", "Brücken");
  assert_matches ("es", "elección", "Las elecciones de mayo", "elecciones");
  assert_matches ("it", "elezione", "le elezioni di maggio", "elezioni");
  assert_matches ("pt", "contrato", "os contratos de maio", "contratos");
  assert_matches ("ru", "санкция", "О санкциях против компании", "санкциях");
#endif
}

static void
test_case_accents_and_scripts (void)
{
  assert_matches (NULL, "lodz", "W ŁODZI i w Łódź", "Łódź");
  assert_matches (NULL, "ÅNGSTRÖM", "angstrom", "angstrom");
  assert_matches (NULL, "US", "between us and them", NULL);
  assert_matches (NULL, "US", "between the US and them", "US");
  assert_matches (NULL, "NATO", "Die Nato tagt.", "Nato");
  assert_matches (NULL, "WHO", "Who knows?", NULL);
  assert_matches (NULL, "制裁", "他们谈到了制裁问题。", "制裁");
  assert_matches (NULL, "العقوبات", "تحدث عن العقوبات الجديدة", "العقوبات");
  assert_matches (NULL, "road* toll*", "Roadside tollgates", "Roadside tollgates");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keywords/match-words-phrases-and-beginnings", test_keywords_match_words_phrases_and_beginnings);
  g_test_add_func ("/keywords/inflected-forms-match-where-the-language-is-known", test_inflected_forms_match_where_the_language_is_known);
  g_test_add_func ("/keywords/case-accents-and-scripts", test_case_accents_and_scripts);
  g_test_add_func ("/keywords/topics-without-keywords-match-nothing", test_topics_without_keywords_match_nothing);

  return g_test_run ();
}
