/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-cue-table.h"
#include "presser-error.h"

static guint64
look_up (PresserCueTable *table,
         const char      *word)
{
  char folded[PRESSER_WORD_MAX];

  return presser_cue_table_look_up (table, folded, presser_cue_fold (word, strlen (word), folded));
}

static void
test_words_are_found_in_any_case (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserCueTable) table = presser_cue_table_new ("# a comment\n[said]\nsaid ска-/зал/зала\n[he]\nhe\n[elision]\nl'\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (look_up (table, "SAID"), ==, PRESSER_WORD_SAID);
  g_assert_cmpuint (look_up (table, "Сказала"), ==, PRESSER_WORD_SAID);
  g_assert_cmpuint (look_up (table, "ска"), ==, 0);
  g_assert_cmpuint (look_up (table, "L’"), ==, PRESSER_WORD_ELISION);
  g_assert_cmpuint (look_up (table, "he"), ==, PRESSER_WORD_HE);
  g_assert_cmpuint (look_up (table, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), ==, 0);
}

static void
test_phrases_match_at_their_longest (void)
{
  static const char *const words[] = { "in", "the", "words", "of" };
  static const gsize       lengths[] = { 2, 3, 5, 2 };
  g_autoptr (PresserCueTable) table = presser_cue_table_new ("[according]\nin_the in_the_words_of\n", NULL);

  g_assert_cmpuint (presser_cue_table_match_phrase (table, words, lengths, 4), ==, 4);
  g_assert_cmpuint (presser_cue_table_match_phrase (table, words, lengths, 3), ==, 2);
  g_assert_cmpuint (presser_cue_table_match_phrase (table, words, lengths, 1), ==, 0);
}

static void
test_a_broken_table_names_its_line (void)
{
  static const char *const broken[] = { "[said]\nsaid\n[sayed]\nsays\n", "said\n", "[grammar]\nverb-third\n", "[marks]\n“\n" };
  static const char *const lines[] = { "line 4", "line 1", "line 2", "line 2" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserCueTable) table = presser_cue_table_new (broken[i], &error);

      g_assert_null (table);
      g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, lines[i]));
    }
}

static void
test_every_table_is_sound (void)
{
  const char *const *languages = presser_cue_table_get_languages ();

  g_assert_cmpuint (g_strv_length ((GStrv) languages), >=, 9);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      PresserCueTable *table = presser_cue_table_get (languages[i]);
      guint            n_pairs;

      g_assert_nonnull (table);
      presser_cue_table_get_marks (table, &n_pairs);
      g_assert_cmpuint (n_pairs, >, 0);
    }
  g_assert_true (presser_cue_table_get ("de-CH") == presser_cue_table_get ("de"));
  g_assert_null (presser_cue_table_get ("xx"));
}

static void
test_the_language_is_told_by_small_words (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } cases[] = {
    { "The minister said that he would come to the town on Monday.", "en" },
    { "Der Minister sagte, dass er am Montag in die Stadt kommen werde.", "de" },
    { "Le ministre a dit qu’il viendrait dans la ville avec son équipe.", "fr" },
    { "El ministro dijo que vendría a la ciudad con su equipo el lunes.", "es" },
    { "O ministro disse que viria à cidade com a sua equipe na segunda-feira.", "pt" },
    { "Il ministro ha detto che verrà nella città con la sua squadra.", "it" },
    { "Министр сказал, что он приедет в город после выходных.", "ru" },
    { "Міністр сказав, що він приїде до міста після вихідних.", "uk" },
    { "Minister powiedział, że on przyjedzie do miasta po weekendzie.", "pl" },
    { "", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (presser_cue_table_detect (cases[i].text, strlen (cases[i].text)), ==, cases[i].language);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-table/words-are-found-in-any-case", test_words_are_found_in_any_case);
  g_test_add_func ("/cue-table/phrases-match-at-their-longest", test_phrases_match_at_their_longest);
  g_test_add_func ("/cue-table/a-broken-table-names-its-line", test_a_broken_table_names_its_line);
  g_test_add_func ("/cue-table/every-table-is-sound", test_every_table_is_sound);
  g_test_add_func ("/cue-table/the-language-is-told-by-small-words", test_the_language_is_told_by_small_words);

  return g_test_run ();
}
