/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-text.h"

#include <string.h>

static PresserRange
make (guint start,
      guint end)
{
  return (PresserRange){ start, end };
}

static void
assert_text (PresserText *text,
             const char  *expected)
{
  g_autofree char *utf8 = presser_text_dup (text);
  guint            length = (guint) g_utf8_strlen (expected, -1);
  guint            i;

  g_assert_cmpstr (utf8, ==, expected);
  g_assert_cmpuint (presser_text_get_length (text), ==, length);
  for (i = 0; i < length; i++)
    g_assert_cmpuint (presser_text_get_character (text, i), ==,
                      g_utf8_get_char (g_utf8_offset_to_pointer (expected, i)));
  g_assert_cmpuint (presser_text_get_character (text, length), ==, 0);
}

static void
assert_pieces (PresserText *text,
               const char  *expected)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint               n_pieces;
  const PresserPiece *pieces = presser_text_get_pieces (text, &n_pieces);
  guint               i;

  for (i = 0; i < n_pieces; i++)
    g_string_append_printf (list, "%u+%u ", pieces[i].store_start, pieces[i].length);
  g_assert_cmpstr (list->str, ==, expected);
}

static void
replace (PresserText *text,
         PresserRange range,
         const char  *utf8)
{
  PresserPiece piece = presser_text_store (text, utf8, -1);

  presser_text_replace (text, range, &piece, 1);
}

static void
test_empty_text_has_no_piece (void)
{
  g_autoptr (PresserText) text = presser_text_new ("", -1);

  assert_text (text, "");
  assert_pieces (text, "");
  replace (text, make (0, 0), "new");
  assert_text (text, "new");
  replace (text, make (0, 3), "");
  assert_text (text, "");
  assert_pieces (text, "");
}

static void
test_replacing_cuts_pieces_and_keeps_identities (void)
{
  g_autoptr (PresserText) text = presser_text_new ("Good морнинг 字.", -1);

  replace (text, make (5, 12), "morning");
  assert_text (text, "Good morning 字.");
  assert_pieces (text, "0+5 15+7 12+3 ");
  replace (text, make (8, 14), "X");
  assert_text (text, "Good morX.");
  assert_pieces (text, "0+5 15+3 22+1 14+1 ");
}

static void
test_undo_gives_exactly_the_pieces_that_were (void)
{
  g_autoptr (PresserText) text = presser_text_new ("one two three", -1);
  g_autoptr (GArray) removed = NULL;

  replace (text, make (4, 4), "and ");
  assert_pieces (text, "0+4 13+4 4+9 ");
  removed = presser_text_dup_pieces_in (text, make (2, 10));
  replace (text, make (2, 10), "-");
  presser_text_replace (text, make (2, 3), (const PresserPiece *) (gpointer) removed->data, removed->len);
  assert_text (text, "one and two three");
  assert_pieces (text, "0+4 13+4 4+9 ");
  presser_text_replace (text, make (4, 8), NULL, 0);
  assert_pieces (text, "0+13 ");
}

static void
test_typing_on_is_one_piece (void)
{
  g_autoptr (PresserText) text = presser_text_new ("ab", -1);

  replace (text, make (1, 1), "x");
  replace (text, make (2, 2), "y");
  replace (text, make (3, 3), "z");
  assert_text (text, "axyzb");
  assert_pieces (text, "0+1 2+3 1+1 ");
}

static void
test_slices_are_clipped_and_stored_text_stays (void)
{
  g_autoptr (PresserText) text = presser_text_new ("a\r\nbé", -1);
  g_autofree char *slice = presser_text_dup_slice (text, make (2, 99));
  g_autofree char *nothing = presser_text_dup_slice (text, make (50, 99));
  g_autofree char *stored = NULL;
  g_autoptr (GArray) copy = presser_text_dup_pieces (text);

  g_assert_cmpstr (slice, ==, "bé");
  g_assert_cmpstr (nothing, ==, "");
  replace (text, make (0, 4), "");
  stored = presser_text_dup_stored (text, (PresserPiece){ 0, 4 });
  g_assert_cmpstr (stored, ==, "a\nbé");
  g_assert_cmpuint (copy->len, ==, 1);
}

static void
test_five_megabytes_are_reached_at_every_place (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (PresserText) text = NULL;
  guint i;

  while (long_text->len < 5 * 1000 * 1000)
    g_string_append (long_text, "Ответ — да. ");
  text = presser_text_new (long_text->str, (gssize) long_text->len);
  for (i = 0; i < 20000; i++)
    replace (text, make (i * 100, i * 100 + 1), "x");
  for (i = 0; i < 20000; i++)
    {
      g_assert_cmpuint (presser_text_get_character (text, i * 100), ==, 'x');
      g_assert_cmpuint (presser_text_get_character (text, i * 100 + 12), ==, g_utf8_get_char (g_utf8_offset_to_pointer (long_text->str, (i * 100 + 12) % 12)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/empty-text-has-no-piece", test_empty_text_has_no_piece);
  g_test_add_func ("/text/replacing-cuts-pieces-and-keeps-identities", test_replacing_cuts_pieces_and_keeps_identities);
  g_test_add_func ("/text/undo-gives-exactly-the-pieces-that-were", test_undo_gives_exactly_the_pieces_that_were);
  g_test_add_func ("/text/typing-on-is-one-piece", test_typing_on_is_one_piece);
  g_test_add_func ("/text/slices-are-clipped-and-stored-text-stays", test_slices_are_clipped_and_stored_text_stays);
  g_test_add_func ("/text/five-megabytes-are-reached-at-every-place", test_five_megabytes_are_reached_at_every_place);
  return g_test_run ();
}
