/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A long random series of everything that can be done to a document. */

#include "test-dump.h"
#include "test-mirror.h"
#include "test-model.h"
#include "test-random-edit.h"

#define N_SERIES 6
#define N_EDITS  700

static PresserDocument *
new_document (void)
{
  return presser_document_new ("“The CIS is a priority,” he said. “It\nstays one.”\n\nQ: And trade?\nHe nodded. Добро 字!");
}

static void
check_queries (PresserDocument *document)
{
  GListModel  *statements = presser_document_get_statements (document);
  guint        length = presser_text_get_length (presser_document_get_text (document));
  guint        start = (guint) g_test_rand_int_range (0, (gint32) length + 1);
  guint        end = start + (guint) g_test_rand_int_range (0, 20);
  PresserRange range = { start, MIN (end, length) };
  g_autoptr (GPtrArray) found = presser_document_dup_statements_touching (document, range);
  guint n_found = 0;
  guint i, j;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
      gboolean            touches = FALSE;

      for (j = 0; j < n_ranges; j++)
        touches = touches || presser_range_touches (ranges[j], range);
      if (touches)
        {
          g_assert_cmpuint (n_found, <, found->len);
          g_assert_true (found->pdata[n_found++] == statement);
        }
    }
  g_assert_cmpuint (n_found, ==, found->len);
}

static void
note_state (PresserDocument *document,
            GHashTable      *dumps)
{
  guint64 state = presser_history_get_state (presser_document_get_history (document));

  g_hash_table_insert (dumps, g_memdup2 (&state, sizeof state), test_dump_document (document));
}

static void
check_state (PresserDocument *document,
             GHashTable      *dumps)
{
  guint64          state = presser_history_get_state (presser_document_get_history (document));
  const char      *expected = g_hash_table_lookup (dumps, &state);
  g_autofree char *dump = test_dump_document (document);

  /* States between the edits of one call of test_random_edit() were not noted. */
  if (expected != NULL)
    g_assert_cmpstr (dump, ==, expected);
  test_check_document (document);
}

static void
edit_once (PresserDocument *document,
           TestModel       *model,
           GHashTable      *dumps)
{
  PresserHistory *history = presser_document_get_history (document);
  guint           i;

  if (g_test_rand_int_range (0, 12) == 0)
    {
      for (i = (guint) g_test_rand_int_range (1, 6); i > 0 && presser_history_undo (history); i--)
        check_state (document, dumps);
      if (g_test_rand_bit ())
        presser_history_redo (history);
      check_state (document, dumps);
      test_model_read (model, document);
    }
  test_random_edit (document, model);
  test_model_compare (model, document);
  test_check_document (document);
  check_queries (document);
  note_state (document, dumps);
}

static void
test_random_series_is_undone_and_redone_exactly (void)
{
  guint series, i;

  for (series = 0; series < N_SERIES; series++)
    {
      g_autoptr (PresserDocument) document = new_document ();
      g_autoptr (TestModel) model = test_model_new (document);
      g_autoptr (TestMirror) mirror = test_mirror_new (document);
      g_autoptr (GHashTable) dumps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      PresserHistory  *history = presser_document_get_history (document);
      g_autofree char *first = test_dump_document (document);
      g_autofree char *last = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      note_state (document, dumps);
      for (i = 0; i < N_EDITS; i++)
        {
          edit_once (document, model, dumps);
          test_mirror_compare (mirror);
        }
      /* The last edit may have changed nothing, and then what was undone before it can still be redone. */
      while (presser_history_redo (history))
        check_state (document, dumps);
      last = test_dump_document (document);
      g_assert_true (presser_history_is_modified (history));
      while (presser_history_undo (history))
        check_state (document, dumps);
      undone = test_dump_document (document);
      g_assert_cmpstr (undone, ==, first);
      g_assert_false (presser_history_is_modified (history));
      test_mirror_compare (mirror);
      while (presser_history_redo (history))
        check_state (document, dumps);
      redone = test_dump_document (document);
      g_assert_cmpstr (redone, ==, last);
      test_mirror_compare (mirror);
    }
}

static void
test_common_characters_keep_their_order (void)
{
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (TestModel) model = test_model_new (document);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) before = NULL;
  guint edit, i, j;

  for (edit = 0; edit < 300; edit++)
    {
      g_autoptr (GArray) after = NULL;
      guint place = 0;
      guint last_place = 0;

      before = presser_text_dup_pieces (presser_document_get_text (document));
      test_random_edit (document, model);
      if (edit % 3 == 0)
        presser_history_undo (presser_document_get_history (document));
      test_model_read (model, document);
      after = presser_text_dup_pieces (presser_document_get_text (document));
      g_hash_table_remove_all (places);
      for (i = 0; i < before->len; i++)
        for (j = 0; j < g_array_index (before, PresserPiece, i).length; j++)
          g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (before, PresserPiece, i).store_start + j),
                               GUINT_TO_POINTER (++place));
      for (i = 0; i < after->len; i++)
        for (j = 0; j < g_array_index (after, PresserPiece, i).length; j++)
          {
            place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (g_array_index (after, PresserPiece, i).store_start + j)));
            if (place == 0)
              continue;
            g_assert_cmpuint (place, >, last_place);
            last_place = place;
          }
      g_clear_pointer (&before, g_array_unref);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/random-series-is-undone-and-redone-exactly", test_random_series_is_undone_and_redone_exactly);
  g_test_add_func ("/property/common-characters-keep-their-order", test_common_characters_keep_their_order);
  return g_test_run ();
}
