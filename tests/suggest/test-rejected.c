/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-accept.h"
#include "presser-rejected.h"
#include "presser-suggest.h"

static const char story[] = "The mayor spoke for an hour.\n"
                            "“The road is closed until the first of May,” said Mayor Anna Lund. “Yes, until then,” she added.\n"
                            "“Nobody told us about any of that before,” said Peter Holm.";

static guint
suggest (PresserDocument *document)
{
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new (document);
  g_autoptr (GPtrArray) proposals = presser_suggest_run (source, NULL, NULL, NULL);

  return presser_suggest_add (document, proposals, PRESSER_STATUS_SUGGESTED);
}

static void
reject (PresserDocument *document,
        guint            position)
{
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (suggestions, g_list_model_get_item (presser_document_get_statements (document), position));
  g_assert_cmpuint (presser_suggest_reject (document, suggestions), ==, 1);
}

static guint
count (PresserDocument *document)
{
  return g_list_model_get_n_items (presser_document_get_statements (document));
}

static void
test_rejected_ones_stay_away (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (story);
  PresserHistory *history = presser_document_get_history (document);

  g_assert_cmpuint (suggest (document), ==, 3);
  reject (document, 0);
  g_assert_cmpuint (count (document), ==, 2);
  g_assert_cmpuint (suggest (document), ==, 0);

  presser_history_undo (history);
  g_assert_cmpuint (count (document), ==, 3);
  g_assert_null (presser_metadata_get (presser_document_get_metadata (document), PRESSER_METADATA_REJECTED));
  presser_history_redo (history);
  g_assert_cmpuint (count (document), ==, 2);
  g_assert_cmpuint (suggest (document), ==, 0);
}

static void
test_rejected_ones_stay_away_after_edits (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (story);

  suggest (document);
  reject (document, 0);
  presser_document_replace_text (document, (PresserRange){ 0, 9 }, "Yesterday the mayor");
  g_assert_cmpuint (suggest (document), ==, 0);

  /* other words are another statement */
  {
    g_autofree char *text = presser_text_dup (presser_document_get_text (document));
    guint            at = (guint) g_utf8_pointer_to_offset (text, strstr (text, "first of May"));

    presser_document_replace_text (document, (PresserRange){ at, at + 5 }, "third");
  }
  g_assert_cmpuint (suggest (document), ==, 1);
}

static void
test_short_ones_are_told_apart_by_what_is_before (void)
{
  static const char text[] = "He was asked about the bridge: Yes. He was asked about the school: Yes.";
  g_autofree char  *first = presser_rejected_make_fingerprint (text, 31, 34);
  g_autofree char  *again = presser_rejected_make_fingerprint (text, 31, 35);
  g_autofree char  *second = presser_rejected_make_fingerprint (text, 67, 70);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, second);
}

static void
test_moved_edges_are_decided_too (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (story);
  g_autoptr (PresserStatement) statement = NULL;
  g_autoptr (PresserStatement) moved = NULL;
  PresserRange range;

  suggest (document);
  statement = g_list_model_get_item (presser_document_get_statements (document), 0);
  range = presser_statement_get_extent (statement);
  range.end -= 10;
  moved = presser_statement_with_ranges (statement, &range, 1);
  presser_document_replace_statement (document, statement, moved);
  g_assert_cmpuint (suggest (document), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rejected/stay-away", test_rejected_ones_stay_away);
  g_test_add_func ("/rejected/stay-away-after-edits", test_rejected_ones_stay_away_after_edits);
  g_test_add_func ("/rejected/short-ones-are-told-apart-by-what-is-before", test_short_ones_are_told_apart_by_what_is_before);
  g_test_add_func ("/rejected/moved-edges-are-decided-too", test_moved_edges_are_decided_too);

  return g_test_run ();
}
