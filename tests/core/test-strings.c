/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-strings-private.h"

static void
assert_cleaned (const char *utf8,
                gssize      n_bytes,
                const char *expected)
{
  g_autofree char *clean = presser_strings_clean (utf8, n_bytes);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_line_ends_become_one_character (void)
{
  assert_cleaned ("a\r\nb\rc\nd\r\r\n", -1, "a\nb\nc\nd\n\n");
  assert_cleaned ("tab\there", -1, "tab\there");
}

static void
test_what_xml_cannot_hold_is_shown_as_such (void)
{
  assert_cleaned ("a\001b\fc", -1, "a\357\277\275b\357\277\275c");
  assert_cleaned ("a\0b", 3, "a\357\277\275b");
  assert_cleaned ("a\xef\xbf\xbe"
                  "b",
                  -1, "a\357\277\275b");
  assert_cleaned ("a\377b", -1, "a\357\277\275b");
  assert_cleaned ("a\xed\xa0\x80"
                  "b",
                  -1, "a\357\277\275\357\277\275\357\277\275b");
}

static void
test_sound_text_of_every_script_stays (void)
{
  const char *text = "Добрый день, 字, שלום, 😀, \xef\xbf\xbd, e\xcc\x81";

  assert_cleaned (text, -1, text);
  assert_cleaned ("", -1, "");
  assert_cleaned ("abc", 2, "ab");
}

static void
test_nothing_and_the_empty_string_are_the_same (void)
{
  g_autofree char *filled = presser_strings_dup_filled ("x");

  g_assert_null (presser_strings_dup_filled (NULL));
  g_assert_null (presser_strings_dup_filled (""));
  g_assert_cmpstr (filled, ==, "x");
}

static void
test_folding_drops_case_accents_and_shapes_of_punctuation (void)
{
  static const char *const pairs[][2] = {
    { "António Guterres", "antonio guterres" },
    { "WAŁĘSA", "walesa" },
    { "Đoković", "dokovic" },
    { "Straße", "strasse" },
    { "Йод", "иод" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "don’t – “so”", "don't - \"so\"" },
    { "ﬁne", "fine" },
    { "שָׁלוֹם", "שלום" },
    { "कुल", "कुल" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *folded = presser_strings_fold (pairs[i][0]);

      g_assert_cmpstr (folded, ==, pairs[i][1]);
    }
}

static void
test_names_are_the_same_whatever_their_case_but_not_their_letters (void)
{
  g_assert_true (presser_strings_same_name ("MR. LAVROV", "Mr. Lavrov"));
  g_assert_true (presser_strings_same_name ("Éva", "E\xcc\x81va"));
  g_assert_false (presser_strings_same_name ("Eva", "Éva"));
}

static void
test_words_are_counted_as_a_reader_would (void)
{
  static const struct
  {
    const char *text;
    guint       n_words;
  } cases[] = {
    { "", 0 },
    { " \n ", 0 },
    { "One", 1 },
    { "Don’t stop: well-known 'quotes' - here.", 5 },
    { "don't-", 1 },
    { "rock 'n' roll", 3 },
    { "习近平说", 4 },
    { "Xi 习 said", 3 },
    { "Добрый день", 2 },
    { "1,000 people", 3 },
    { "हिन्दी भाषा", 2 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (presser_strings_count_words (cases[i].text), ==, cases[i].n_words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strings/line-ends-become-one-character", test_line_ends_become_one_character);
  g_test_add_func ("/strings/what-xml-cannot-hold-is-shown-as-such", test_what_xml_cannot_hold_is_shown_as_such);
  g_test_add_func ("/strings/sound-text-of-every-script-stays", test_sound_text_of_every_script_stays);
  g_test_add_func ("/strings/nothing-and-the-empty-string-are-the-same", test_nothing_and_the_empty_string_are_the_same);
  g_test_add_func ("/strings/folding-drops-case-accents-and-shapes-of-punctuation", test_folding_drops_case_accents_and_shapes_of_punctuation);
  g_test_add_func ("/strings/names-are-the-same-whatever-their-case-but-not-their-letters", test_names_are_the_same_whatever_their_case_but_not_their_letters);
  g_test_add_func ("/strings/words-are-counted-as-a-reader-would", test_words_are_counted_as_a_reader_would);
  return g_test_run ();
}
