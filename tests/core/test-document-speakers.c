/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static PresserDocument *
new_document (void)
{
  PresserDocument *document = presser_document_new ("One two\nThree");
  g_autoptr (PresserSpeaker) lavrov = presser_speaker_new ("p.lavrov", "Sergey Lavrov");
  g_autoptr (PresserSpeaker) label = presser_speaker_new ("p.mr", "MR. LAVROV");
  g_autoptr (PresserStatement) bare = presser_statement_new ("s1", &(PresserRange){ 0, 3 }, 1);
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (bare, "p.mr");
  g_autoptr (PresserParagraph) plain = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (plain, "u1", "p.mr");

  presser_document_insert_speaker (document, G_MAXUINT, lavrov);
  presser_document_insert_speaker (document, G_MAXUINT, label);
  presser_document_add_statement (document, said);
  presser_document_replace_paragraph (document, 1, turn);
  presser_history_clear (presser_document_get_history (document));
  return document;
}

static void
test_they_are_found_by_id_and_name (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  g_assert_cmpstr (presser_speaker_get_name (presser_document_get_speaker (document, "p.mr")), ==, "MR. LAVROV");
  g_assert_null (presser_document_get_speaker (document, "p.nobody"));
  g_assert_null (presser_document_get_speaker (document, NULL));
  g_assert_cmpstr (presser_speaker_get_id (presser_document_find_speaker (document, "sergey lavrov")), ==, "p.lavrov");
  g_assert_null (presser_document_find_speaker (document, "Lavrov"));
}

static void
test_merging_hands_over_statements_turns_and_names (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  PresserHistory *history = presser_document_get_history (document);
  PresserSpeaker *into;

  presser_document_merge_speaker (document, presser_document_get_speaker (document, "p.mr"),
                                  presser_document_get_speaker (document, "p.lavrov"));
  into = presser_document_get_speaker (document, "p.lavrov");
  g_assert_null (presser_document_get_speaker (document, "p.mr"));
  g_assert_true (presser_speaker_is_called (into, "Mr. Lavrov"));
  g_assert_cmpstr (presser_speaker_get_name (into), ==, "Sergey Lavrov");
  g_assert_cmpstr (presser_statement_get_speaker (presser_document_get_statement (document, "s1")), ==, "p.lavrov");
  g_assert_cmpstr (presser_paragraph_get_speaker (presser_document_get_paragraph (document, 1)), ==, "p.lavrov");
  g_assert_cmpstr (presser_paragraph_get_turn (presser_document_get_paragraph (document, 1)), ==, "u1");

  presser_history_undo (history);
  g_assert_false (presser_history_can_undo (history));
  g_assert_cmpstr (presser_statement_get_speaker (presser_document_get_statement (document, "s1")), ==, "p.mr");
  g_assert_null (presser_speaker_get_aliases (presser_document_get_speaker (document, "p.lavrov"))[0]);
}

static void
test_removing_leaves_statements_and_turns_with_nobody (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  presser_document_remove_speaker (document, presser_document_get_speaker (document, "p.mr"));
  g_assert_null (presser_statement_get_speaker (presser_document_get_statement (document, "s1")));
  g_assert_null (presser_paragraph_get_speaker (presser_document_get_paragraph (document, 1)));
  g_assert_cmpstr (presser_paragraph_get_turn (presser_document_get_paragraph (document, 1)), ==, "u1");
}

static void
test_moving_counts_places_without_the_moved_one (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserSpeaker) first = NULL;

  presser_document_move_speaker (document, presser_document_get_speaker (document, "p.lavrov"), G_MAXUINT);
  first = g_list_model_get_item (presser_document_get_speakers (document), 0);
  g_assert_cmpstr (presser_speaker_get_id (first), ==, "p.mr");
  presser_document_move_speaker (document, first, 0);
  presser_history_undo (presser_document_get_history (document));
  g_assert_false (presser_history_can_undo (presser_document_get_history (document)));
}

static void
test_a_turn_is_given_to_another_speaker (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  presser_document_set_turn_speaker (document, "u1", "p.lavrov");
  g_assert_cmpstr (presser_paragraph_get_speaker (presser_document_get_paragraph (document, 1)), ==, "p.lavrov");
  g_assert_null (presser_paragraph_get_speaker (presser_document_get_paragraph (document, 0)));
}

static void
test_changing_must_keep_the_id (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  PresserSpeaker *speaker = presser_document_get_speaker (document, "p.mr");
  g_autoptr (PresserSpeaker) other = presser_speaker_new ("p.other", "Other");
  g_autoptr (PresserSpeaker) renamed = presser_speaker_with_name (speaker, "Mr L.");

  presser_document_replace_speaker (document, speaker, renamed);
  g_assert_true (presser_document_get_speaker (document, "p.mr") == renamed);
  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*g_str_equal*");
  presser_document_replace_speaker (document, renamed, other);
  g_test_assert_expected_messages ();
}

static void
test_words_in_a_turn_have_its_speaker (void)
{
  g_autoptr (PresserDocument) document = new_document ();

  g_assert_cmpstr (presser_document_find_turn_speaker (document, (PresserRange){ 8, 13 }), ==, "p.mr");
  g_assert_cmpstr (presser_document_find_turn_speaker (document, (PresserRange){ 9, 9 }), ==, "p.mr");
  g_assert_null (presser_document_find_turn_speaker (document, (PresserRange){ 0, 3 }));
  g_assert_null (presser_document_find_turn_speaker (document, (PresserRange){ 4, 10 }));
  /* The line end belongs to the paragraph before it. */
  g_assert_null (presser_document_find_turn_speaker (document, (PresserRange){ 4, 8 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-speakers/they-are-found-by-id-and-name", test_they_are_found_by_id_and_name);
  g_test_add_func ("/document-speakers/merging-hands-over-statements-turns-and-names", test_merging_hands_over_statements_turns_and_names);
  g_test_add_func ("/document-speakers/removing-leaves-statements-and-turns-with-nobody", test_removing_leaves_statements_and_turns_with_nobody);
  g_test_add_func ("/document-speakers/moving-counts-places-without-the-moved-one", test_moving_counts_places_without_the_moved_one);
  g_test_add_func ("/document-speakers/a-turn-is-given-to-another-speaker", test_a_turn_is_given_to_another_speaker);
  g_test_add_func ("/document-speakers/changing-must-keep-the-id", test_changing_must_keep_the_id);
  g_test_add_func ("/document/speakers/words-in-a-turn-have-its-speaker", test_words_in_a_turn_have_its_speaker);
  return g_test_run ();
}
