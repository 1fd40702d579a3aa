/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-filter.h"
#include "presser-tag.h"
#include "presser-tagging.h"

static void
test_typed_letters_find_names_and_aliases (void)
{
  static const struct
  {
    const char *typed;
    int         match;
  } rows[] = {
    { "zo", 3 },
    { "ZOÉ", 3 },
    { "mull", 2 },
    { "müll", 2 },
    { "minister", 2 },
    { "ler", 1 },
    { "x", 0 },
  };
  const char *aliases[] = { "THE MINISTER", NULL };
  g_autoptr (PresserSpeaker) bare = presser_speaker_new ("p.m", "Zoë Müller");
  g_autoptr (PresserSpeaker) speaker = presser_speaker_with_aliases (bare, aliases);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (presser_tag_match (G_OBJECT (speaker), rows[i].typed), ==, rows[i].match);
}

static void
test_initials_come_from_the_first_and_the_last_name (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } rows[] = {
    { "Sergey Lavrov", "SL" },
    { "Holm", "H" },
    { "ana maria de souza", "AS" },
    { "Élodie Ñuñez", "ÉÑ" },
    { "(someone) x", "X" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.x", rows[i].name);
      g_autofree char *initials = presser_tag_dup_initials (G_OBJECT (speaker));

      g_assert_cmpstr (initials, ==, rows[i].initials);
    }
}

static void
test_somebody_unnamed_is_a_question_mark (void)
{
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.r", "Reporter");
  g_autoptr (PresserSpeaker) unnamed = presser_speaker_with_unnamed (speaker, TRUE);
  g_autofree char *initials = presser_tag_dup_initials (G_OBJECT (unnamed));

  g_assert_cmpstr (initials, ==, "?");
}

static void
test_letters_go_to_topics_that_have_none_below (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text");
  const char *security = presser_tagging_add_topic (document, "Security");
  g_autoptr (PresserTopic) nato = presser_topic_new ("t.nato", "NATO");
  g_autoptr (PresserTopic) below = presser_topic_with_parent (nato, security);
  g_autoptr (GObject) a = NULL;
  g_autoptr (GObject) b = NULL;

  presser_document_insert_topic (document, G_MAXUINT, below);
  presser_tagging_add_topic (document, "Economy");
  a = presser_tag_dup_for_key (document, 'a');
  b = presser_tag_dup_for_key (document, 'b');

  g_assert_cmpstr (presser_tag_get_name (a), ==, "NATO");
  g_assert_cmpstr (presser_tag_get_name (b), ==, "Economy");
  g_assert_null (presser_tag_dup_for_key (document, 'c'));
  g_assert_cmpint (presser_tag_get_key (b, document), ==, 'b');
  g_assert_cmpint (presser_tag_get_key (G_OBJECT (presser_document_get_topic (document, security)), document), ==, 0);
  g_assert_cmpuint (presser_tag_get_depth (a, document), ==, 1);
}

static void
test_digits_go_to_speakers_in_order (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text");
  g_autoptr (GObject) second = NULL;

  presser_tagging_add_speaker (document, "Ines Holm");
  presser_tagging_add_speaker (document, "Ole Berg");
  second = presser_tag_dup_for_key (document, '2');

  g_assert_cmpstr (presser_tag_get_name (second), ==, "Ole Berg");
  g_assert_null (presser_tag_dup_for_key (document, '3'));
}

static void
test_the_query_of_a_tag_finds_its_statements (void)
{
  static const char *const names[] = { "Holm", "Ines Holm", "Ines \"the board\" Holm" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PresserDocument) document = presser_document_new ("We will not sail.");
      const char       *id = presser_tagging_add_speaker (document, names[i]);
      PresserTarget     target = { document, { 0, 17 }, NULL, NULL };
      PresserStatement *statement = presser_tagging_toggle_speaker (&target, id);
      g_autofree char  *query = presser_tag_dup_query (G_OBJECT (presser_document_get_speaker (document, id)));
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserFilter) filter = presser_filter_new (query, &error);

      g_assert_no_error (error);
      g_assert_true (presser_filter_matches (filter, document, statement));
    }
}

static void
test_latin_letters_find_names_of_another_script (void)
{
  static const char *const fits[][2] = { { "Сергей Лавров", "lavr" }, { "Щукин", "shchuk" }, { "Жуков", "zhuk" }, { "Гончаренко", "hon" }, { "Гончаренко", "gon" }, { "Αλέξης Τσίπρας", "tsip" }, { "Sergey Lavrov", "лав" } };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (fits); i++)
    g_assert_cmpint (presser_tag_match_text (fits[i][0], fits[i][1]), >, 0);
  g_assert_cmpint (presser_tag_match_text ("Сергей Лавров", "putin"), ==, 0);
}

static void
test_a_machines_label_is_no_confirmed_speaker (void)
{
  static const char *const labels[] = { "SPEAKER_00", "Speaker 2", "spk_1", "Speaker A" };
  static const char *const names[] = { "Speaker Johnson", "Ines Holm", "Speaker" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.a", labels[i]);

      g_assert_true (presser_tag_is_unconfirmed (G_OBJECT (speaker)));
    }
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PresserSpeaker) speaker = presser_speaker_new ("p.a", names[i]);

      g_assert_false (presser_tag_is_unconfirmed (G_OBJECT (speaker)));
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tag/typed-letters-find-names-and-aliases", test_typed_letters_find_names_and_aliases);
  g_test_add_func ("/tag/initials-come-from-the-first-and-the-last-name", test_initials_come_from_the_first_and_the_last_name);
  g_test_add_func ("/tag/somebody-unnamed-is-a-question-mark", test_somebody_unnamed_is_a_question_mark);
  g_test_add_func ("/tag/letters-go-to-topics-that-have-none-below", test_letters_go_to_topics_that_have_none_below);
  g_test_add_func ("/tag/digits-go-to-speakers-in-order", test_digits_go_to_speakers_in_order);
  g_test_add_func ("/tag/the-query-of-a-tag-finds-its-statements", test_the_query_of_a_tag_finds_its_statements);

  g_test_add_func ("/tag/latin-letters-find-names-of-another-script", test_latin_letters_find_names_of_another_script);
  g_test_add_func ("/tag/a-machines-label-is-no-confirmed-speaker", test_a_machines_label_is_no_confirmed_speaker);

  return g_test_run ();
}
