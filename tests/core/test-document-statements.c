/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static PresserStatement *
new_statement (const char *id,
               guint       start,
               guint       end)
{
  PresserRange range = { start, end };

  return presser_statement_new (id, &range, 1);
}

static void
test_they_stand_in_text_order (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two three four");
  g_autoptr (PresserStatement) late = new_statement ("s1", 8, 13);
  g_autoptr (PresserStatement) early = new_statement ("s2", 0, 3);
  g_autoptr (PresserStatement) wide = new_statement ("s3", 0, 18);
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  const char *expected[] = { "s3", "s2", "s1" };
  guint       i;

  g_ptr_array_add (in, late);
  g_ptr_array_add (in, early);
  g_ptr_array_add (in, wide);
  presser_document_swap_statements (document, NULL, in);
  for (i = 0; i < 3; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (presser_document_get_statements (document), i);

      g_assert_cmpstr (presser_statement_get_id (statement), ==, expected[i]);
    }
}

static void
test_a_second_one_of_the_same_id_is_refused (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two");
  g_autoptr (PresserStatement) first = new_statement ("s1", 0, 3);
  g_autoptr (PresserStatement) second = new_statement ("s1", 4, 7);

  presser_document_add_statement (document, first);
  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*s1*stands already*");
  presser_document_add_statement (document, second);
  g_test_assert_expected_messages ();
  g_assert_true (presser_document_get_statement (document, "s1") == first);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_statements (document)), ==, 1);
}

static void
test_ranges_are_clipped_to_the_text (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two");
  g_autoptr (PresserStatement) far = new_statement ("s1", 4, 4000000000u);
  g_autoptr (PresserStatement) outside = new_statement ("s2", 7, 9);

  presser_document_add_statement (document, far);
  g_assert_cmpuint (presser_statement_get_extent (presser_document_get_statement (document, "s1")).end, ==, 7);
  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*clipped->len > 0*");
  presser_document_add_statement (document, outside);
  g_test_assert_expected_messages ();
  g_assert_null (presser_document_get_statement (document, "s2"));
}

static void
test_replacing_by_an_equal_one_is_no_step (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two");
  g_autoptr (PresserStatement) statement = new_statement ("s1", 0, 3);
  g_autoptr (PresserStatement) same = presser_statement_with_note (statement, NULL);
  g_autoptr (PresserStatement) other = presser_statement_with_note (statement, "x");
  PresserHistory *history = presser_document_get_history (document);

  presser_document_add_statement (document, statement);
  presser_document_replace_statement (document, statement, same);
  presser_history_undo (history);
  g_assert_null (presser_document_get_statement (document, "s1"));
  presser_history_redo (history);
  presser_document_replace_statement (document, statement, other);
  g_assert_true (presser_document_get_statement (document, "s1") == other);
  presser_history_undo (history);
  g_assert_true (presser_document_get_statement (document, "s1") == statement);
}

static void
test_one_that_is_not_here_cannot_go (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two");
  g_autoptr (PresserStatement) stranger = new_statement ("s1", 0, 3);

  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*not in the document*");
  presser_document_remove_statement (document, stranger);
  g_test_assert_expected_messages ();
  g_assert_false (presser_history_can_undo (presser_document_get_history (document)));
}

static void
test_those_at_a_place_are_found (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("One two three");
  g_autoptr (PresserStatement) first = new_statement ("s1", 0, 7);
  g_autoptr (PresserStatement) second = new_statement ("s2", 4, 13);
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) none = NULL;

  presser_document_add_statement (document, first);
  presser_document_add_statement (document, second);
  both = presser_document_dup_statements_touching (document, (PresserRange){ 5, 5 });
  one = presser_document_dup_statements_touching (document, (PresserRange){ 7, 7 });
  none = presser_document_dup_statements_touching (document, (PresserRange){ 13, 13 });
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_true (both->pdata[0] == first);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-statements/they-stand-in-text-order", test_they_stand_in_text_order);
  g_test_add_func ("/document-statements/a-second-one-of-the-same-id-is-refused", test_a_second_one_of_the_same_id_is_refused);
  g_test_add_func ("/document-statements/ranges-are-clipped-to-the-text", test_ranges_are_clipped_to_the_text);
  g_test_add_func ("/document-statements/replacing-by-an-equal-one-is-no-step", test_replacing_by_an_equal_one_is_no_step);
  g_test_add_func ("/document-statements/one-that-is-not-here-cannot-go", test_one_that_is_not_here_cannot_go);
  g_test_add_func ("/document-statements/those-at-a-place-are-found", test_those_at_a_place_are_found);
  return g_test_run ();
}
