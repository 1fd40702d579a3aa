/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-filter-complete.h"

#include "presser-filter.h"

static PresserDocument *
make_document (void)
{
  PresserDocument *document = presser_document_new ("Nothing was said.");
  g_autoptr (PresserSpeaker) lavrov = presser_speaker_new ("p.lavrov", "Sergey Lavrov");
  g_autoptr (PresserSpeaker) quoted = presser_speaker_new ("p.al", "Al \"Bud\" Ives");
  g_autoptr (PresserSpeaker) emile = presser_speaker_new ("p.emile", "Émile");
  g_autoptr (PresserTopic) cis = presser_topic_new ("t.cis", "CIS");
  g_autoptr (PresserTopic) caucasus = presser_topic_new ("t.caucasus", "South Caucasus");

  presser_document_insert_speaker (document, G_MAXUINT, lavrov);
  presser_document_insert_speaker (document, G_MAXUINT, quoted);
  presser_document_insert_speaker (document, G_MAXUINT, emile);
  presser_document_insert_topic (document, G_MAXUINT, caucasus);
  presser_document_insert_topic (document, G_MAXUINT, cis);
  return document;
}

/* What the query becomes with each completion, joined by " | ". */
static char *
complete (const char *query,
          guint       cursor)
{
  g_autoptr (PresserDocument) document = make_document ();
  guint start;
  guint end;
  g_autoptr (GPtrArray) found = presser_filter_complete (query, cursor, document, &start, &end);
  GString *results = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const PresserCompletion *completion = found->pdata[i];
      g_autofree char         *before = g_utf8_substring (query, 0, start);
      const char              *after = g_utf8_offset_to_pointer (query, end);
      g_autofree char         *result = g_strconcat (before, completion->text, after, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserFilter) filter = completion->is_field ? NULL : presser_filter_new (result, &error);

      /* What is offered can be asked. */
      g_assert_no_error (error);
      g_string_append_printf (results, "%s%s", i > 0 ? " | " : "", result);
    }
  return g_string_free (results, FALSE);
}

static void
assert_completes (const char *query,
                  guint       cursor,
                  const char *expected)
{
  g_autofree char *results = complete (query, cursor);

  g_assert_cmpstr (results, ==, expected);
}

static void
test_fields (void)
{
  assert_completes ("st", 2, "status:");
  assert_completes ("-st", 3, "-status:");
  assert_completes ("harbour st", 10, "harbour status:");
  assert_completes ("no", 2, "note:");
}

static void
test_values (void)
{
  assert_completes ("speaker:lav", 11, "speaker:\"Sergey Lavrov\"");
  assert_completes ("speaker:\"serg", 13, "speaker:\"Sergey Lavrov\"");
  assert_completes ("-status:v", 9, "-status:verified");
  assert_completes ("SPEAKER:emi", 11, "speaker:Émile");
  assert_completes ("speaker:ives", 12, "speaker:p.al");
  assert_completes ("speaker:nobody", 14, "");
}

static void
test_a_beginning_comes_before_a_middle (void)
{
  assert_completes ("topic:c", 7, "topic:CIS | topic:\"South Caucasus\"");
}

static void
test_names_without_a_field (void)
{
  assert_completes ("lav", 3, "speaker:\"Sergey Lavrov\"");
  assert_completes ("cauc", 4, "topic:\"South Caucasus\"");
  assert_completes ("\"a quote", 8, "");
}

static void
test_the_term_at_the_cursor (void)
{
  assert_completes ("topic:ci speaker:emi", 7, "topic:CIS speaker:emi");
  assert_completes ("topic:\"south x\" kind:ind", 24, "topic:\"south x\" kind:indirect");
}

static void
test_everything_at_the_start (void)
{
  g_autofree char *results = complete ("", 0);

  g_assert_true (g_str_has_prefix (results, "speaker: | topic: | status:"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter-complete/fields", test_fields);
  g_test_add_func ("/filter-complete/values", test_values);
  g_test_add_func ("/filter-complete/a-beginning-comes-before-a-middle", test_a_beginning_comes_before_a_middle);
  g_test_add_func ("/filter-complete/names-without-a-field", test_names_without_a_field);
  g_test_add_func ("/filter-complete/the-term-at-the-cursor", test_the_term_at_the_cursor);
  g_test_add_func ("/filter-complete/everything-at-the-start", test_everything_at_the_start);

  return g_test_run ();
}
