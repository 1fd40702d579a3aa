/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-ids-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserIds, presser_ids_free)

static void
assert_made (PresserIds *ids,
             const char *prefix,
             const char *name,
             const char *expected)
{
  g_autofree char *id = presser_ids_make (ids, prefix, name, g_str_equal (prefix, "p"));

  g_assert_cmpstr (id, ==, expected);
  g_assert_true (presser_ids_has (ids, id));
}

static void
test_speakers_are_called_by_their_surname (void)
{
  g_autoptr (PresserIds) ids = presser_ids_new ();

  assert_made (ids, "p", "Sergey Lavrov", "p.lavrov");
  assert_made (ids, "p", "MR. LAVROV", "p.lavrov-2");
  assert_made (ids, "p", "Lavrov, Sergey", "p.lavrov-3");
  assert_made (ids, "p", "António Guterres", "p.guterres");
  assert_made (ids, "p", "Sammy Davis Jr.", "p.davis");
  assert_made (ids, "p", "John O’Neill (Ireland)", "p.oneill");
  assert_made (ids, "p", "Q", "p.q");
}

static void
test_topics_are_called_by_all_their_words (void)
{
  g_autoptr (PresserIds) ids = presser_ids_new ();

  assert_made (ids, "t", "South Caucasus", "t.south-caucasus");
  assert_made (ids, "t", "  Łódź -- & trade! ", "t.lodz-trade");
  assert_made (ids, "t", "One word after another until nobody wants to read it", "t.one-word-after-another-until-nobody-want");
}

static void
test_letters_without_an_ascii_form_stay (void)
{
  g_autoptr (PresserIds) ids = presser_ids_new ();

  assert_made (ids, "p", "Сергей Лавров", "p.лавров");
  assert_made (ids, "t", "贸易", "t.贸易");
  assert_made (ids, "t", "हिन्दी", "t.हिन्दी");
}

static void
test_names_without_letters_get_numbers (void)
{
  g_autoptr (PresserIds) ids = presser_ids_new ();

  assert_made (ids, "p", "???", "p.1");
  assert_made (ids, "p", "", "p.2");
  assert_made (ids, "t", "😀", "t.1");
}

static void
test_numbers_of_statements_are_never_used_again (void)
{
  g_autoptr (PresserIds) ids = presser_ids_new ();
  g_autofree char *first = presser_ids_make_statement (ids);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;

  g_assert_cmpstr (first, ==, "s1");
  presser_ids_reserve (ids, "s2");
  second = presser_ids_make_statement (ids);
  g_assert_cmpstr (second, ==, "s3");
  /* A part of s9: with s9 given away, its second part would get the same name. */
  presser_ids_reserve (ids, "s9.2");
  third = presser_ids_make_statement (ids);
  g_assert_cmpstr (third, ==, "s10");
  presser_ids_reserve (ids, "s99999999999999999999");
  presser_ids_reserve (ids, "s4a");
  presser_ids_reserve (ids, "seg11");
  fourth = presser_ids_make_statement (ids);
  g_assert_cmpstr (fourth, ==, "s11");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ids/speakers-are-called-by-their-surname", test_speakers_are_called_by_their_surname);
  g_test_add_func ("/ids/topics-are-called-by-all-their-words", test_topics_are_called_by_all_their_words);
  g_test_add_func ("/ids/letters-without-an-ascii-form-stay", test_letters_without_an_ascii_form_stay);
  g_test_add_func ("/ids/names-without-letters-get-numbers", test_names_without_letters_get_numbers);
  g_test_add_func ("/ids/numbers-of-statements-are-never-used-again", test_numbers_of_statements_are_never_used_again);
  return g_test_run ();
}
