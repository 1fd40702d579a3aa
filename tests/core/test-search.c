/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-search.h"

#include <string.h>

#include "presser-error.h"

#define TEXT "The Harbour 🚢 of Genoa.\nThe harbour, the HARBOUR!"

static char *
find (const char        *pattern,
      PresserSearchFlags flags)
{
  g_autoptr (PresserDocument) document = presser_document_new (TEXT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = presser_search_find (document, pattern, flags, NULL, 100, &error);
  GString *places = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const PresserHit *hit = hits->pdata[i];

      g_assert_null (hit->replacement);
      g_string_append_printf (places, "%s%u-%u", i > 0 ? " " : "", hit->range.start, hit->range.end);
    }
  return g_string_free (places, FALSE);
}

static void
assert_finds (const char        *pattern,
              PresserSearchFlags flags,
              const char        *expected)
{
  g_autofree char *places = find (pattern, flags);

  g_assert_cmpstr (places, ==, expected);
}

static void
test_places_are_code_points (void)
{
  assert_finds ("harbour", 0, "4-11 28-35 41-48");
  assert_finds ("harbour", PRESSER_SEARCH_CASE, "28-35");
  assert_finds ("🚢", 0, "12-13");
  assert_finds ("nowhere", 0, "");
  assert_finds ("", 0, "");
}

static void
test_plain_words_are_no_expression (void)
{
  assert_finds ("Genoa.", 0, "17-23");
  assert_finds ("a.", 0, "21-23");
  assert_finds ("(", 0, "");
}

static void
test_expressions (void)
{
  assert_finds ("^the \\w+", PRESSER_SEARCH_REGEX, "0-11 24-35");
  assert_finds ("x*", PRESSER_SEARCH_REGEX, "");
  assert_finds ("[🚢!]", PRESSER_SEARCH_REGEX, "12-13 48-49");
}

static void
assert_wrong (const char *pattern,
              const char *with)
{
  g_autoptr (PresserDocument) document = presser_document_new (TEXT);
  g_autoptr (GError) error = NULL;

  g_assert_null (presser_search_find (document, pattern, PRESSER_SEARCH_REGEX, with, 100, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
}

static void
test_what_is_wrong_is_said (void)
{
  assert_wrong ("(", NULL);
  assert_wrong ("harbour", "\\g<");
}

/* The time such an expression takes doubles with each letter: it is given up. */
static void
test_an_endless_expression_is_given_up (void)
{
  g_autofree char *letters = g_strnfill (200, 'a');
  g_autofree char *text = g_strconcat (letters, "bc", NULL);
  g_autoptr (PresserDocument) document = presser_document_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = presser_search_find (document, "^(a+)+c", PRESSER_SEARCH_REGEX, NULL, 100, &error);

  g_assert_null (hits);
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
}

static void
test_max (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (TEXT);
  g_autoptr (GPtrArray) hits = presser_search_find (document, "harbour", 0, NULL, 2, NULL);

  g_assert_cmpuint (hits->len, ==, 2);
}

static void
assert_text (PresserDocument *document,
             const char      *expected)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_replace_is_one_step (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (TEXT);
  g_autoptr (GPtrArray) hits = presser_search_find (document, "h(arb)our", PRESSER_SEARCH_REGEX, "\\1or", 100, NULL);

  g_assert_cmpuint (presser_search_replace (document, hits, NULL), ==, 3);
  assert_text (document, "The arbor 🚢 of Genoa.\nThe arbor, the ARBor!");
  presser_history_undo (presser_document_get_history (document));
  assert_text (document, TEXT);
}

static void
test_replace_only_what_was_chosen (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (TEXT);
  g_autoptr (GPtrArray) hits = presser_search_find (document, "harbour", 0, "\\1", 100, NULL);
  const gboolean chosen[] = { FALSE, TRUE, FALSE };

  g_assert_cmpuint (presser_search_replace (document, hits, chosen), ==, 1);
  assert_text (document, "The Harbour 🚢 of Genoa.\nThe \\1, the HARBOUR!");
}

static void
test_statements_follow (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (TEXT);
  const PresserRange range = { 24, 49 };
  g_autoptr (PresserStatement) statement = presser_statement_new ("s1", &range, 1);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *quote = NULL;

  presser_document_add_statement (document, statement);
  hits = presser_search_find (document, "harbour", 0, "port", 100, NULL);
  presser_search_replace (document, hits, NULL);
  quote = presser_document_dup_quote (document, presser_document_get_statement (document, "s1"));
  g_assert_cmpstr (quote, ==, "The port, the port!");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/places-are-code-points", test_places_are_code_points);
  g_test_add_func ("/search/plain-words-are-no-expression", test_plain_words_are_no_expression);
  g_test_add_func ("/search/expressions", test_expressions);
  g_test_add_func ("/search/what-is-wrong-is-said", test_what_is_wrong_is_said);
  g_test_add_func ("/search/an-endless-expression-is-given-up", test_an_endless_expression_is_given_up);
  g_test_add_func ("/search/max", test_max);
  g_test_add_func ("/search/replace-is-one-step", test_replace_is_one_step);
  g_test_add_func ("/search/replace-only-what-was-chosen", test_replace_only_what_was_chosen);
  g_test_add_func ("/search/statements-follow", test_statements_follow);

  return g_test_run ();
}
