/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement-private.h"

/* Ranges before, an edit, and what is expected: whether it can be taken back by moving, and the ranges after. */
typedef struct
{
  const char  *what;
  const char  *before;
  PresserShift shift;
  gboolean     loses;
  const char  *after;
} Case;

static const Case cases[] = {
  { "put in before", "5-9", { 2, 0, 3 }, FALSE, "8-12" },
  { "put in at the start", "5-9", { 5, 0, 3 }, FALSE, "8-12" },
  { "put in within", "5-9", { 6, 0, 3 }, FALSE, "5-12" },
  { "put in at the end", "5-9", { 9, 0, 3 }, FALSE, "5-9" },
  { "put in behind", "5-9", { 12, 0, 3 }, FALSE, "5-9" },
  { "put in a gap", "5-9 12-15", { 10, 0, 3 }, FALSE, "5-9 15-18" },
  { "taken out before", "5-9", { 1, 3, 0 }, FALSE, "2-6" },
  { "taken out up to the start", "5-9", { 2, 3, 0 }, FALSE, "2-6" },
  { "taken out across the start", "5-9", { 3, 4, 0 }, TRUE, "3-5" },
  { "taken out from the start", "5-9", { 5, 2, 0 }, TRUE, "5-7" },
  { "taken out within", "5-9", { 6, 2, 0 }, FALSE, "5-7" },
  { "taken out up to the end", "5-9", { 7, 2, 0 }, TRUE, "5-7" },
  { "taken out across the end", "5-9", { 7, 5, 0 }, TRUE, "5-7" },
  { "taken out behind", "5-9", { 9, 2, 0 }, FALSE, "5-9" },
  { "taken out wholly", "5-9", { 4, 9, 0 }, TRUE, "" },
  { "taken out exactly", "5-9", { 5, 4, 0 }, TRUE, "" },
  { "closing a gap", "5-9 12-15", { 9, 3, 0 }, TRUE, "5-12" },
  { "narrowing a gap", "5-9 12-15", { 10, 2, 0 }, FALSE, "5-9 10-13" },
  { "replaced within", "5-9", { 6, 2, 5 }, FALSE, "5-12" },
  { "replaced at the start", "5-9", { 5, 2, 1 }, TRUE, "5-8" },
  { "replaced at the end", "5-9", { 7, 2, 1 }, TRUE, "5-8" },
  { "replaced exactly", "5-9", { 5, 4, 2 }, TRUE, "5-7" },
  { "replaced across the start", "5-9", { 3, 4, 1 }, TRUE, "4-6" },
  { "replaced with more around", "5-9", { 4, 9, 3 }, TRUE, "" },
  { "replaced a gap", "5-9 12-15", { 9, 3, 1 }, FALSE, "5-9 10-13" },
};

static GArray *
read_ranges (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  guint   i;

  for (i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      char        *end;
      PresserRange range;

      range.start = (guint) g_ascii_strtoull (parts[i], &end, 10);
      range.end = (guint) g_ascii_strtoull (end + 1, NULL, 10);
      g_array_append_val (ranges, range);
    }
  return ranges;
}

static char *
write_ranges (const PresserRange *ranges,
              guint               n_ranges)
{
  GString *words = g_string_new (NULL);
  guint    i;

  for (i = 0; i < n_ranges; i++)
    g_string_append_printf (words, "%s%u-%u", i > 0 ? " " : "", ranges[i].start, ranges[i].end);
  return g_string_free (words, FALSE);
}

static void
test_places_follow_the_text (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) before = read_ranges (cases[i].before);
      const PresserRange *ranges = (const PresserRange *) (gpointer) before->data;
      g_autoptr (GArray) after = presser_shift_dup_ranges (cases[i].shift, ranges, before->len);
      g_autofree char *words = write_ranges ((const PresserRange *) (gpointer) after->data, after->len);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (words, ==, cases[i].after);
      g_assert_cmpint (presser_shift_loses (cases[i].shift, ranges, before->len), ==, cases[i].loses);
    }
}

static void
test_moving_back_is_exact_where_nothing_is_lost (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) before = read_ranges (cases[i].before);
      PresserShift back = { cases[i].shift.position, cases[i].shift.n_added, cases[i].shift.n_removed };
      g_autoptr (PresserStatement) statement = NULL;
      g_autofree char    *words = NULL;
      const PresserRange *ranges;
      guint               n_ranges;

      if (cases[i].loses)
        continue;
      statement = presser_statement_new ("s1", (const PresserRange *) (gpointer) before->data, before->len);
      presser_statement_shift (statement, cases[i].shift);
      presser_statement_shift (statement, back);
      ranges = presser_statement_get_ranges (statement, &n_ranges);
      words = write_ranges (ranges, n_ranges);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (words, ==, cases[i].before);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-place/places-follow-the-text", test_places_follow_the_text);
  g_test_add_func ("/statement-place/moving-back-is-exact-where-nothing-is-lost", test_moving_back_is_exact_where_nothing_is_lost);
  return g_test_run ();
}
