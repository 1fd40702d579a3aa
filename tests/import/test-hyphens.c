/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-hyphens.h"

typedef struct
{
  const char *given; /* lines, parted by | */
  const char *joined;
  guint       n;
} Row;

static const Row rows[] = {
  /* the word stands elsewhere in one piece */
  { "the govern-|ment said. |A government is one.", "the government|said. |A government is one.", 1 },
  /* … and with its hyphen */
  { "a well-|known man. |A well-known man.", "a well-|known man. |A well-known man.", 0 },
  /* nothing tells: nothing is done */
  { "a long-|term plan.", "a long-|term plan.", 0 },
  /* nothing tells of this word, and the rest of the document is hyphenated */
  { "the govern-|ment and the par-|liament. |A government is one.", "the government|and the parliament.||A government is one.", 2 },
  /* a soft hyphen is the typesetter's */
  { "the par\302\255|liament.", "the parliament.|", 1 },
  /* a capital follows, or no letter stands before */
  { "Austria-|Hungary 1-|to-one, govern-|Ment government x", "Austria-|Hungary 1-|to-one, govern-|Ment government x", 0 },
  { "", "", 0 },
};

static void
test_words_come_together (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) lines = g_strsplit (rows[i].given, "|", -1);
      g_autoptr (GPtrArray) places = g_ptr_array_new ();
      g_autofree char *joined = NULL;
      guint            n;

      for (guint j = 0; lines[j] != NULL; j++)
        g_ptr_array_add (places, &lines[j]);
      n = presser_hyphens_join (places);
      joined = g_strjoinv ("|", lines);
      g_assert_cmpstr (joined, ==, rows[i].joined);
      g_assert_cmpuint (n, ==, rows[i].n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hyphens/words-come-together", test_words_come_together);

  return g_test_run ();
}
