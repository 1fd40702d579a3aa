/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter-private.h"

#include <string.h>

#include "presser-error.h"

static void
assert_wrong (const char *query,
              const char *what,
              const char *possible)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (presser_filter_parse (query, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, what));
  g_assert_nonnull (strstr (error->message, possible));
}

static void
test_errors_say_what_is_wrong_and_what_there_is (void)
{
  assert_wrong ("speker:lavrov", "speker", "speaker, topic");
  assert_wrong ("http://example.org", "http", "quotes");
  assert_wrong ("status:done", "status:done", "suggested, draft, verified");
  assert_wrong ("kind:x", "kind:x", "direct, indirect, mixed");
  assert_wrong ("rule:secret", "rule:secret", "off-the-record");
  assert_wrong ("is:good", "is:good", "untagged, unattributed");
  assert_wrong ("certainty:1.5", "1.5", "high, medium, low, unknown, 0 … 1");
  assert_wrong ("certainty:nan", "nan", "high");
  assert_wrong ("speaker: lavrov", "speaker:", "value");
  assert_wrong ("topic:\"  \"", "topic:", "value");
  assert_wrong ("a \"not closed", "not closed", "\"");
  assert_wrong ("speaker:\"not closed", "not closed", "\"");
}

static void
assert_term (const char      *query,
             PresserTermField field,
             gboolean         is_negated,
             const char      *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) terms = presser_filter_parse (query, &error);
  PresserTerm *term;

  g_assert_no_error (error);
  g_assert_cmpuint (terms->len, ==, 1);
  term = terms->pdata[0];
  g_assert_cmpint (term->field, ==, field);
  g_assert_cmpint (term->is_negated, ==, is_negated);
  g_assert_cmpstr (term->value, ==, value);
}

static void
test_what_only_looks_like_a_term_is_text (void)
{
  assert_term ("10:30", PRESSER_TERM_TEXT, FALSE, "10:30");
  assert_term (":-)", PRESSER_TERM_TEXT, FALSE, ":-)");
  assert_term ("-", PRESSER_TERM_TEXT, FALSE, "-");
  assert_term ("\"speaker:lavrov\"", PRESSER_TERM_TEXT, FALSE, "speaker:lavrov");
  assert_term ("well-known", PRESSER_TERM_TEXT, FALSE, "well-known");
}

static void
test_negation_and_quotes_go_with_every_field (void)
{
  assert_term ("-speaker:\"Ivo Moro\"", PRESSER_TERM_SPEAKER, TRUE, "Ivo Moro");
  assert_term ("-\"two words\"", PRESSER_TERM_TEXT, TRUE, "two words");
  assert_term ("\u00a0note:x\u3000", PRESSER_TERM_NOTE, FALSE, "x");
  assert_term ("certainty:0.25", PRESSER_TERM_CERTAINTY, FALSE, "0.25");
  assert_term ("\377bad", PRESSER_TERM_TEXT, FALSE, "\357\277\275bad");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-parse/errors-say-what-is-wrong-and-what-there-is", test_errors_say_what_is_wrong_and_what_there_is);
  g_test_add_func ("/filter-parse/what-only-looks-like-a-term-is-text", test_what_only_looks_like_a_term_is_text);
  g_test_add_func ("/filter-parse/negation-and-quotes-go-with-every-field", test_negation_and_quotes_go_with_every_field);
  return g_test_run ();
}
