/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static void
test_every_line_is_a_paragraph (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One\r\n\nДва\n");

  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, 4);
  g_assert_true (presser_range_equal (presser_document_get_paragraph_range (document, 0), (PresserRange){ 0, 3 }));
  g_assert_true (presser_range_equal (presser_document_get_paragraph_range (document, 1), (PresserRange){ 4, 4 }));
  g_assert_true (presser_range_equal (presser_document_get_paragraph_range (document, 2), (PresserRange){ 5, 8 }));
  g_assert_true (presser_range_equal (presser_document_get_paragraph_range (document, 3), (PresserRange){ 9, 9 }));
  g_assert_cmpint (presser_paragraph_get_kind (presser_document_get_paragraph (document, 2)), ==, PRESSER_PARAGRAPH_BODY);
}

static void
test_empty_text_is_one_empty_paragraph (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("");

  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, 1);
  g_assert_true (presser_range_is_empty (presser_document_get_paragraph_range (document, 0)));
  g_assert_cmpuint (presser_document_find_paragraph (document, 0), ==, 0);
  g_assert_cmpuint (presser_document_find_paragraph (document, 77), ==, 0);
  g_assert_cmpuint (presser_document_get_n_words (document), ==, 0);
}

static void
test_given_paragraphs_must_be_as_many_as_lines (void)
{
  g_autoptr (PresserText) text = presser_text_new ("One\nTwo", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserDocument) document = NULL;

  g_ptr_array_add (paragraphs, presser_paragraph_new (PRESSER_PARAGRAPH_HEADING));
  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*lines->len*");
  g_assert_null (presser_document_new_with_paragraphs (text, paragraphs));
  g_test_assert_expected_messages ();

  g_ptr_array_add (paragraphs, presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH));
  document = presser_document_new_with_paragraphs (text, paragraphs);
  g_assert_true (presser_document_get_paragraph (document, 1) == paragraphs->pdata[1]);
  g_assert_true (presser_document_get_text (document) == text);
}

static void
test_ids_of_paragraphs_and_turns_are_taken (void)
{
  g_autoptr (PresserText) text = presser_text_new ("One", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserParagraph) plain = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserParagraph) named = presser_paragraph_with_id (plain, "s1");
  g_autoptr (PresserDocument) document = NULL;
  g_autofree char *id = NULL;

  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (named, "u1", NULL));
  document = presser_document_new_with_paragraphs (text, paragraphs);
  g_assert_true (presser_document_has_id (document, "u1"));
  id = presser_document_make_statement_id (document);
  g_assert_cmpstr (id, ==, "s2");
}

static void
test_an_id_of_something_removed_is_not_given_again (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One");
  g_autofree char *id = presser_document_make_id (document, "p", "Ivo Moro");
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new (id, "Ivo Moro");
  g_autofree char *next = NULL;

  presser_document_insert_speaker (document, 0, speaker);
  presser_document_remove_speaker (document, speaker);
  next = presser_document_make_id (document, "p", "Ivo Moro");
  g_assert_cmpstr (id, ==, "p.moro");
  g_assert_cmpstr (next, ==, "p.moro-2");
}

static void
test_words_are_counted_anew_after_an_edit (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Good morning");

  g_assert_cmpuint (presser_document_get_n_words (document), ==, 2);
  presser_document_replace_text (document, (PresserRange){ 4, 4 }, " and fair");
  g_assert_cmpuint (presser_document_get_n_words (document), ==, 4);
  presser_history_undo (presser_document_get_history (document));
  g_assert_cmpuint (presser_document_get_n_words (document), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/every-line-is-a-paragraph", test_every_line_is_a_paragraph);
  g_test_add_func ("/document/empty-text-is-one-empty-paragraph", test_empty_text_is_one_empty_paragraph);
  g_test_add_func ("/document/given-paragraphs-must-be-as-many-as-lines", test_given_paragraphs_must_be_as_many_as_lines);
  g_test_add_func ("/document/ids-of-paragraphs-and-turns-are-taken", test_ids_of_paragraphs_and_turns_are_taken);
  g_test_add_func ("/document/an-id-of-something-removed-is-not-given-again", test_an_id_of_something_removed_is_not_given_again);
  g_test_add_func ("/document/words-are-counted-anew-after-an-edit", test_words_are_counted_anew_after_an_edit);
  return g_test_run ();
}
