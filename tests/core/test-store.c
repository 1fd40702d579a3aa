/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-store-private.h"

#include <string.h>

static void
assert_places (PresserStore *store,
               const char   *expected)
{
  guint n_characters = (guint) g_utf8_strlen (expected, -1);
  guint i;

  g_assert_cmpuint (presser_store_get_length (store), ==, n_characters);
  for (i = 0; i < n_characters; i++)
    g_assert_cmpuint (g_utf8_get_char (presser_store_get_pointer (store, i)), ==,
                      g_utf8_get_char (g_utf8_offset_to_pointer (expected, i)));
  g_assert_cmpint (*presser_store_get_pointer (store, n_characters), ==, '\0');
}

static void
test_every_place_is_found_in_ascii_and_in_mixed_text (void)
{
  g_autoptr (PresserStore) store = presser_store_new ();
  g_autoptr (GString) expected = g_string_new (NULL);
  static const char *const parts[] = { "", "plain ASCII first ", "é", "字字字", "😀 and so on; ", "ascii again " };
  guint                    round, i;

  assert_places (store, "");
  for (round = 0; round < 40; round++)
    for (i = 0; i < G_N_ELEMENTS (parts); i++)
      {
        if (round < 10 && i > 1)
          continue;
        g_assert_cmpuint (presser_store_append (store, parts[i], strlen (parts[i])), ==,
                          (guint) g_utf8_strlen (parts[i], -1));
        g_string_append (expected, parts[i]);
        assert_places (store, expected->str);
      }
}

static void
test_exact_multiples_of_the_sample_have_an_end (void)
{
  g_autoptr (PresserStore) store = presser_store_new ();
  g_autoptr (GString) expected = g_string_new (NULL);
  guint i;

  for (i = 0; i < 256; i++)
    {
      presser_store_append (store, "é", strlen ("é"));
      g_string_append (expected, "é");
      assert_places (store, expected->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/every-place-is-found-in-ascii-and-in-mixed-text", test_every_place_is_found_in_ascii_and_in_mixed_text);
  g_test_add_func ("/store/exact-multiples-of-the-sample-have-an-end", test_exact_multiples_of_the_sample_have_an_end);
  return g_test_run ();
}
