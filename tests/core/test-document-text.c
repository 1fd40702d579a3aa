/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static void
add_statement (PresserDocument *document,
               const char      *id,
               guint            start,
               guint            end)
{
  PresserRange range = { start, end };
  g_autoptr (PresserStatement) statement = presser_statement_new (id, &range, 1);

  presser_document_add_statement (document, statement);
}

static void
replace (PresserDocument *document,
         guint            start,
         guint            end,
         const char      *utf8)
{
  presser_document_replace_text (document, (PresserRange){ start, end }, utf8);
}

static void
assert_quote (PresserDocument *document,
              const char      *id,
              const char      *expected)
{
  PresserStatement *statement = presser_document_get_statement (document, id);
  g_autofree char  *quote = statement != NULL ? presser_document_dup_quote (document, statement) : NULL;

  g_assert_cmpstr (quote, ==, expected);
}

static void
assert_text (PresserDocument *document,
             const char      *expected)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));

  g_assert_cmpstr (utf8, ==, expected);
}

static void
undo (PresserDocument *document)
{
  g_assert_true (presser_history_undo (presser_document_get_history (document)));
}

static void
test_statements_keep_the_words_they_marked (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("He said taxes fall and rents too.");

  add_statement (document, "s1", 8, 18);
  add_statement (document, "s2", 23, 28);
  replace (document, 0, 2, "The minister");
  assert_quote (document, "s1", "taxes fall");
  assert_quote (document, "s2", "rents");
  replace (document, 24, 24, "will ");
  assert_quote (document, "s1", "taxes will fall");
  replace (document, 18, 18, "that ");
  assert_quote (document, "s1", "taxes will fall");
  assert_quote (document, "s2", "rents");
  undo (document);
  undo (document);
  undo (document);
  assert_text (document, "He said taxes fall and rents too.");
  assert_quote (document, "s1", "taxes fall");
}

static void
test_a_misspelt_first_word_stays_in_the_statement (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("He: Ve agree.");

  add_statement (document, "s1", 4, 13);
  replace (document, 4, 6, "We");
  assert_quote (document, "s1", "We agree.");
  replace (document, 4, 13, "They concur!");
  assert_quote (document, "s1", "They concur!");
  undo (document);
  undo (document);
  assert_quote (document, "s1", "Ve agree.");
}

static void
test_a_statement_whose_words_are_gone_goes_and_comes_back (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two three");
  PresserStatement *statement;

  add_statement (document, "s1", 4, 7);
  statement = presser_document_get_statement (document, "s1");
  replace (document, 3, 8, "");
  assert_text (document, "Onethree");
  g_assert_null (presser_document_get_statement (document, "s1"));
  undo (document);
  g_assert_true (presser_document_get_statement (document, "s1") == statement);
  assert_quote (document, "s1", "two");
}

static void
test_only_what_differs_is_replaced (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("The minster said so.");
  guint n_pieces;

  replace (document, 0, 20, "The minister said so.");
  presser_text_get_pieces (presser_document_get_text (document), &n_pieces);
  g_assert_cmpuint (n_pieces, ==, 3);
  replace (document, 0, 3, "The");
  presser_history_undo (presser_document_get_history (document));
  g_assert_false (presser_history_can_undo (presser_document_get_history (document)));
}

static void
test_a_line_end_splits_the_paragraph_and_its_removal_joins (void)
{
  g_autoptr (PresserText) text = presser_text_new ("One two\nThree", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserParagraph) plain = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (plain, "u1", "p.a");
  g_autoptr (PresserDocument) document = NULL;

  g_ptr_array_add (paragraphs, presser_paragraph_with_id (turn, "a"));
  g_ptr_array_add (paragraphs, presser_paragraph_with_id (turn, "b"));
  document = presser_document_new_with_paragraphs (text, paragraphs);

  replace (document, 3, 4, "\n");
  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, 3);
  g_assert_true (presser_document_get_paragraph (document, 0) == paragraphs->pdata[0]);
  g_assert_null (presser_paragraph_get_id (presser_document_get_paragraph (document, 1)));
  g_assert_cmpstr (presser_paragraph_get_turn (presser_document_get_paragraph (document, 1)), ==, "u1");
  g_assert_true (presser_document_get_paragraph (document, 2) == paragraphs->pdata[1]);

  replace (document, 7, 8, " ");
  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, 2);
  undo (document);
  undo (document);
  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, 2);
  g_assert_true (presser_document_get_paragraph (document, 0) == paragraphs->pdata[0]);
  g_assert_true (presser_document_get_paragraph (document, 1) == paragraphs->pdata[1]);
}

static void
test_what_is_put_in_is_cleaned_and_the_range_clipped (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One");

  replace (document, 3, 99, "\r\ntwo\001");
  assert_text (document, "One\ntwo\357\277\275");
  replace (document, 50, 60, "!");
  assert_text (document, "One\ntwo\357\277\275!");
}

static void
check_all_cb (PresserDocument *document,
              guint            start,
              guint            n_removed,
              guint            n_added,
              gboolean        *was_called)
{
  *was_called = TRUE;
  assert_text (document, "Four two three");
  assert_quote (document, "s1", "two");
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (n_removed, ==, 3);
  g_assert_cmpuint (n_added, ==, 4);
}

static void
check_all_before_cb (GListModel      *list,
                     guint            position,
                     guint            n_removed,
                     guint            n_added,
                     PresserDocument *document)
{
  assert_text (document, "Four two three");
  assert_quote (document, "s1", "two");
  g_assert_null (presser_document_get_statement (document, "s2"));
}

static void
test_signals_show_everything_as_it_will_be (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two three");
  gboolean was_called = FALSE;

  add_statement (document, "s1", 4, 7);
  add_statement (document, "s2", 0, 2);
  g_signal_connect (document, "text-changed", G_CALLBACK (check_all_cb), &was_called);
  g_signal_connect (presser_document_get_statements (document), "items-changed", G_CALLBACK (check_all_before_cb), document);
  replace (document, 0, 3, "Four");
  g_assert_true (was_called);
}

static void
test_right_to_left_text_is_text_like_any_other (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("אמר: “המיסים יורדים” והלך.");

  add_statement (document, "s1", 6, 19);
  assert_quote (document, "s1", "המיסים יורדים");
  replace (document, 0, 3, "השר אמר");
  assert_quote (document, "s1", "המיסים יורדים");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-text/statements-keep-the-words-they-marked", test_statements_keep_the_words_they_marked);
  g_test_add_func ("/document-text/a-misspelt-first-word-stays-in-the-statement", test_a_misspelt_first_word_stays_in_the_statement);
  g_test_add_func ("/document-text/a-statement-whose-words-are-gone-goes-and-comes-back", test_a_statement_whose_words_are_gone_goes_and_comes_back);
  g_test_add_func ("/document-text/only-what-differs-is-replaced", test_only_what_differs_is_replaced);
  g_test_add_func ("/document-text/a-line-end-splits-the-paragraph-and-its-removal-joins", test_a_line_end_splits_the_paragraph_and_its_removal_joins);
  g_test_add_func ("/document-text/what-is-put-in-is-cleaned-and-the-range-clipped", test_what_is_put_in_is_cleaned_and_the_range_clipped);
  g_test_add_func ("/document-text/signals-show-everything-as-it-will-be", test_signals_show_everything_as_it_will_be);
  g_test_add_func ("/document-text/right-to-left-text-is-text-like-any-other", test_right_to_left_text_is_text_like_any_other);
  return g_test_run ();
}
