/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-markup.h"

#include "presser-front-matter.h"
#include "presser-inline.h"
#include "presser-table.h"

typedef struct
{
  const char *block;
  const char *plain;
  guint       bold;
} Row;

static const Row rows[] = {
  { "**Anna:** yes", "Anna: yes", 5 },
  { "__Anna__ yes", "Anna yes", 4 },
  { "say *it* and ***this***", "say it and this", 0 },
  { "a footnote* here", "a footnote* here", 0 },
  { "5 * 3 and snake_case_word", "5 * 3 and snake_case_word", 0 },
  { "\\[soon\\] and \\*", "[soon] and *", 0 },
  { "see [the page](https://example.org/a_b_c) now", "see the page now", 0 },
  { "![alt](x.png) and <https://example.org>", "alt and https://example.org", 0 },
  { "[not a link] here", "[not a link] here", 0 },
  { "~~no~~ <s>old</s> new &amp; &#8217; &bogus;", "no old new & ’ &bogus;", 0 },
  { "*two\nlines*", "two\nlines", 0 },
  { "`code` stays", "code stays", 0 },
  { "**", "**", 0 },
};

static void
test_takes_marks_off_and_leaves_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree guint16 *bold = NULL;
      g_autofree char    *plain = presser_inline_read (rows[i].block, &bold);

      g_assert_cmpstr (plain, ==, rows[i].plain);
      g_assert_cmpuint (bold[0], ==, rows[i].bold);
    }
}

static void
test_decodes_references (void)
{
  g_autofree char *text = presser_markup_decode_entities ("&lt;&#x2014;&nbsp;&apos;& &; &#0; &#xD800;", -1);

  g_assert_cmpstr (text, ==, "<—\302\240'& &; &#0; &#xD800;");
}

static void
test_strips_tags_only (void)
{
  g_autofree char *text = presser_markup_strip_tags ("<v Anna>We <i>will</i> if 3 < 5 <00:01.000>now", -1);

  g_assert_cmpstr (text, ==, "We will if 3 < 5 now");
}

static void
test_front_matter_ends_where_it_says (void)
{
  g_assert_cmpuint (presser_front_matter_read (NULL, "---\na: b\n---\ntext"), ==, 13);
  g_assert_cmpuint (presser_front_matter_read (NULL, "---\na: b\n"), ==, 0);
  g_assert_cmpuint (presser_front_matter_read (NULL, "---\nno keys\n---\n"), ==, 0);
  g_assert_cmpuint (presser_front_matter_read (NULL, "text\n---\na: b\n---\n"), ==, 0);
}

static void
test_tables_have_any_separator (void)
{
  g_autoptr (GPtrArray) rows_read = presser_table_read ("a,\"b,\n\"\"c\"\"\",d\n\n1,2\n", ',', G_MAXUINT);
  GPtrArray *first = rows_read->pdata[0];

  g_assert_cmpuint (rows_read->len, ==, 2);
  g_assert_cmpuint (first->len, ==, 3);
  g_assert_cmpstr (first->pdata[1], ==, "b,\n\"c\"");
  g_assert_cmpint (presser_table_guess_separator ("a;b;c\n1;2;3\n4;5,6;7\n"), ==, ';');
  g_assert_cmpint (presser_table_guess_separator ("a\tb\n1\t2\n"), ==, '\t');
  g_assert_cmpint (presser_table_guess_separator ("no table\nat all\n"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/takes-marks-off-and-leaves-words", test_takes_marks_off_and_leaves_words);
  g_test_add_func ("/markup/decodes-references", test_decodes_references);
  g_test_add_func ("/markup/strips-tags-only", test_strips_tags_only);
  g_test_add_func ("/markup/front-matter-ends-where-it-says", test_front_matter_ends_where_it_says);
  g_test_add_func ("/markup/tables-have-any-separator", test_tables_have_any_separator);

  return g_test_run ();
}
