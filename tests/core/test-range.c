/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-range.h"

static PresserRange
make (guint start,
      guint end)
{
  return (PresserRange){ start, end };
}

static void
test_length_of_an_inverted_range_is_nothing (void)
{
  g_assert_cmpuint (presser_range_get_length (make (2, 5)), ==, 3);
  g_assert_cmpuint (presser_range_get_length (make (5, 2)), ==, 0);
  g_assert_true (presser_range_is_empty (make (5, 2)));
  g_assert_true (presser_range_is_empty (make (5, 5)));
  g_assert_false (presser_range_is_empty (make (5, 6)));
}

static void
test_end_is_not_contained (void)
{
  g_assert_false (presser_range_contains (make (2, 5), 1));
  g_assert_true (presser_range_contains (make (2, 5), 2));
  g_assert_true (presser_range_contains (make (2, 5), 4));
  g_assert_false (presser_range_contains (make (2, 5), 5));
  g_assert_false (presser_range_contains (make (2, 2), 2));
}

static void
test_touching_means_a_common_character (void)
{
  g_assert_true (presser_range_touches (make (2, 5), make (4, 9)));
  g_assert_false (presser_range_touches (make (2, 5), make (5, 9)));
  g_assert_true (presser_range_touches (make (0, 9), make (3, 4)));
  g_assert_true (presser_range_touches (make (2, 5), make (2, 2)));
  g_assert_true (presser_range_touches (make (4, 4), make (2, 5)));
  g_assert_false (presser_range_touches (make (2, 5), make (5, 5)));
  g_assert_false (presser_range_touches (make (3, 3), make (3, 3)));
}

static void
test_intersection_is_never_inverted (void)
{
  g_assert_true (presser_range_equal (presser_range_intersect (make (2, 5), make (4, 9)), make (4, 5)));
  g_assert_true (presser_range_is_empty (presser_range_intersect (make (2, 5), make (7, 9))));
  g_assert_cmpuint (presser_range_intersect (make (2, 5), make (7, 9)).end, ==, 7);
  g_assert_false (presser_range_equal (make (1, 2), make (1, 3)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/range/length-of-an-inverted-range-is-nothing", test_length_of_an_inverted_range_is_nothing);
  g_test_add_func ("/range/end-is-not-contained", test_end_is_not_contained);
  g_test_add_func ("/range/touching-means-a-common-character", test_touching_means_a_common_character);
  g_test_add_func ("/range/intersection-is-never-inverted", test_intersection_is_never_inverted);
  return g_test_run ();
}
