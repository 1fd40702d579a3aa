/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement-store-private.h"

static PresserStatement *
new_statement (guint number,
               guint start,
               guint end)
{
  g_autofree char *id = g_strdup_printf ("s%u", number);
  PresserRange     range = { start, end };

  return presser_statement_new (id, &range, 1);
}

static GPtrArray *
new_array (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
test_regions_are_as_small_as_they_can_be (void)
{
  g_autoptr (PresserStatementStore) store = presser_statement_store_new ();
  g_autoptr (GPtrArray) nothing = new_array ();
  g_autoptr (GPtrArray) first = new_array ();
  g_autoptr (GPtrArray) out = new_array ();
  g_autoptr (GPtrArray) in = new_array ();
  PresserListRegion region;
  guint             i;

  for (i = 10; i > 0; i--)
    g_ptr_array_add (first, new_statement (i, i * 10, i * 10 + 5));
  region = presser_statement_store_swap (store, nothing, first, NULL);
  g_assert_cmpuint (region.position, ==, 0);
  g_assert_cmpuint (region.n_added, ==, 10);

  g_ptr_array_add (out, g_object_ref (presser_statement_store_find (store, "s4")));
  g_ptr_array_add (in, presser_statement_with_note (out->pdata[0], "x"));
  region = presser_statement_store_swap (store, out, in, NULL);
  g_assert_cmpuint (region.position, ==, 3);
  g_assert_cmpuint (region.n_removed, ==, 1);
  g_assert_cmpuint (region.n_added, ==, 1);
  g_assert_true (presser_statement_store_holds (store, in->pdata[0]));
  g_assert_false (presser_statement_store_holds (store, out->pdata[0]));
}

static void
test_shifting_moves_only_what_stays (void)
{
  g_autoptr (PresserStatementStore) store = presser_statement_store_new ();
  g_autoptr (GPtrArray) nothing = new_array ();
  g_autoptr (GPtrArray) first = new_array ();
  g_autoptr (GPtrArray) out = new_array ();
  PresserShift shift = { 0, 0, 7 };

  g_ptr_array_add (first, new_statement (1, 0, 5));
  g_ptr_array_add (first, new_statement (2, 10, 15));
  presser_statement_store_swap (store, nothing, first, NULL);
  g_ptr_array_add (out, g_object_ref (first->pdata[0]));
  presser_statement_store_swap (store, out, nothing, &shift);
  g_assert_cmpuint (presser_statement_get_extent (first->pdata[0]).start, ==, 0);
  g_assert_cmpuint (presser_statement_get_extent (first->pdata[1]).start, ==, 17);
}

/* Nested, overlapping, equal and far ones, against asking each. */
static void
test_queries_agree_with_asking_each (void)
{
  g_autoptr (PresserStatementStore) store = presser_statement_store_new ();
  g_autoptr (GPtrArray) nothing = new_array ();
  g_autoptr (GPtrArray) all = new_array ();
  guint i, start, length;

  for (i = 0; i < 200; i++)
    {
      guint from = (guint) g_test_rand_int_range (0, 300);

      g_ptr_array_add (all, new_statement (i, from, from + (guint) g_test_rand_int_range (1, i % 10 == 0 ? 200 : 12)));
    }
  presser_statement_store_swap (store, nothing, all, NULL);
  for (start = 0; start < 330; start += 3)
    for (length = 0; length < 40; length += 13)
      {
        PresserRange range = { start, start + length };
        g_autoptr (GPtrArray) found = presser_statement_store_dup_touching (store, range);
        guint n_expected = 0;

        for (i = 0; i < all->len; i++)
          n_expected += presser_range_touches (presser_statement_get_extent (all->pdata[i]), range) ? 1 : 0;
        g_assert_cmpuint (found->len, ==, n_expected);
        for (i = 1; i < found->len; i++)
          g_assert_cmpint (presser_statement_compare (found->pdata[i - 1], found->pdata[i]), <, 0);
      }
}

static void
test_a_gap_is_not_touched (void)
{
  g_autoptr (PresserStatementStore) store = presser_statement_store_new ();
  g_autoptr (GPtrArray) nothing = new_array ();
  g_autoptr (GPtrArray) in = new_array ();
  PresserRange ranges[] = { { 0, 5 }, { 20, 25 } };
  g_autoptr (GPtrArray) in_gap = NULL;
  g_autoptr (GPtrArray) across = NULL;

  g_ptr_array_add (in, presser_statement_new ("s1", ranges, 2));
  presser_statement_store_swap (store, nothing, in, NULL);
  in_gap = presser_statement_store_dup_touching (store, (PresserRange){ 5, 20 });
  across = presser_statement_store_dup_touching (store, (PresserRange){ 4, 21 });
  g_assert_cmpuint (in_gap->len, ==, 0);
  g_assert_cmpuint (across->len, ==, 1);
}

/* So many that anything slower than it should be does not come to an end. */
static void
test_a_hundred_thousand_are_found_among_each_other (void)
{
  g_autoptr (PresserStatementStore) store = presser_statement_store_new ();
  g_autoptr (GPtrArray) nothing = new_array ();
  g_autoptr (GPtrArray) all = new_array ();
  guint i;

  for (i = 0; i < 100000; i++)
    g_ptr_array_add (all, new_statement (i, i * 50, i * 50 + 120));
  g_ptr_array_add (all, new_statement (i, 0, i * 50));
  presser_statement_store_swap (store, nothing, all, NULL);
  for (i = 10; i < 99990; i++)
    {
      g_autoptr (GPtrArray) found = presser_statement_store_dup_touching (store, (PresserRange){ i * 50 + 10, i * 50 + 30 });

      g_assert_cmpuint (found->len, ==, 4);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-store/regions-are-as-small-as-they-can-be", test_regions_are_as_small_as_they_can_be);
  g_test_add_func ("/statement-store/shifting-moves-only-what-stays", test_shifting_moves_only_what_stays);
  g_test_add_func ("/statement-store/queries-agree-with-asking-each", test_queries_agree_with_asking_each);
  g_test_add_func ("/statement-store/a-gap-is-not-touched", test_a_gap_is_not_touched);
  g_test_add_func ("/statement-store/a-hundred-thousand-are-found-among-each-other", test_a_hundred_thousand_are_found_among_each_other);
  return g_test_run ();
}
