/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long random series of tagging, correcting, saving and opening again, on markup full of traps. */

#include <glib.h>
#include <string.h>

#include "tei-testing.h"
#include "tei-validating.h"

#define N_ROUNDS 40

/* The last body is for statements only. */
#define N_CORRECTABLE (G_N_ELEMENTS (bodies) - 1)

static const char *const bodies[] = {
  /* as the builder writes it */
  "<div><head xml:id=\"b1\">A heading</head><dateline xml:id=\"b2\">Minsk, <date>14 March</date></dateline>\n"
  "  <p xml:id=\"b3\">The first paragraph of a report. It has two sentences.</p>\n"
  "  <note type=\"speaker\">MS. ONE:</note>\n"
  "  <u xml:id=\"u1\" who=\"#p.one\">\n"
  "    <seg xml:id=\"u1.p1\">Good morning to all of you.</seg>\n"
  "    <seg xml:id=\"u1.p2\">We shall see what comes, and then we shall talk.</seg>\n"
  "    <kinesic><desc>applause</desc></kinesic>\n"
  "  </u>\n"
  "  <note type=\"speaker\">Q:</note>\n"
  "  <u xml:id=\"u2\"><seg xml:id=\"u2.p1\">And who pays?</seg></u>\n"
  "</div>\n",
  /* inline markup, comments, CDATA, references, folded blanks, notes that are no text */
  "<div>\n"
  "  <p>One <hi rend=\"b\">two  three</hi> four<!-- c --> five <?pi?>six\n     seven <name><hi>eight</hi> nine</name>.</p>\n"
  "  <p>\n    A &amp; b &lt; c &#x201C;quoted&#8221; <![CDATA[raw <b> & text]]> end<note place=\"foot\">a note</note> of it.\n  </p>\n"
  "  <p/>\n"
  "  <p>&#32;odd&#32;&#32;blanks &#9;here &#32;</p>\n"
  "  <list><item>first <hi> item</hi></item><item>second<list><item>inner one</item></list>rest of it</item></list>\n"
  "  <sp who=\"#p.two\"><speaker>Two.</speaker><p>Speech with <stage>aside</stage> in it.</p><l>A line</l><l>of verse</l></sp>\n"
  "  <u>bare text in a turn <pause/> goes <vocal><desc>laughs</desc></vocal> on</u>\n"
  "  <quote><p>Quoted words.</p><p>More of them.</p></quote>\n"
  "</div>\n",
  /* statements that stand there already */
  "<div>\n"
  "  <p>Now <said xml:id=\"s1\" who=\"#p.one\" ana=\"#st.draft\" next=\"#s1.2\">one thing <said xml:id='s2' ana='#st.verified x:y'"
  " direct=\"false\">inside</said></said></p>\n"
  "  <p><said xml:id=\"s1.2\" who=\"#p.one\" ana=\"#st.draft\" prev=\"#s1\">goes on</said> here, <said xml:id=\"s3\" ana=\"#st.draft\">and"
  " <hi>there</hi></said><said ana=\"#st.draft\" toWhom=\"#p.two\">nameless</said> text.</p>\n"
  "  <said xml:id=\"s4\" ana=\"#st.draft\"><p>A whole paragraph.</p>\n  <p>And another.</p></said>\n"
  "</div>\n",
  /* breaks that part words */
  "<div>\n"
  "  <p>One line<lb/>and <hi>the<lb/><hi>next</hi></hi><pb n=\"2\"/><hi>page</hi> of\n<lb n=\"3\"/>\n it, broken<lb break=\"no\"/> in<lb break=\"no\"/>side.</p>\n"
  "  <p><lb/>A line<lb/></p>\n"
  "</div>\n",
  /* quotations that say whose they are */
  "<div>\n"
  "  <p>She said <q who=\"#p.one\" type=\"spoken\">there is no toll</q> and <q>not now</q>, he <q xml:id='q2' who='#p.two' ana='#st.draft #k.indirect'>that"
  " <said xml:id=\"s8\" ana=\"#st.draft\">nobody</said> pays</q>.</p>\n  <p>More of it.</p>\n"
  "</div>\n",
  /* word by word: the text cannot be corrected everywhere */
  "<div>\n"
  "  <u xml:id=\"u1\"><seg xml:id=\"u1.p1\">\n    <s xml:id=\"u1.s1\">\n      <name><w xml:id=\"w1\">Port</w>\n      <w>Hall</w></name>\n"
  "      <w join=\"right\">pays</w>\n      <pc>,</pc>\n      <w>wo<w norm=\"would\"/><w norm=\"not\"/></w>\n      <pc join=\"left\">!</pc>\n"
  "      <note>a note</note><linkGrp><link target=\"#w1 #w1\"/></linkGrp>\n    </s>\n    <s><w>And</w><w join=\"both\">-</w> <w>then</w><w>some</w> </s></seg></u>\n"
  "</div>\n",
};

static guint
pick (GRand *rand,
      guint  limit)
{
  return limit == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) limit);
}

static void
add_random_statement (GRand          *rand,
                      PresserTeiFile *file)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  guint            length = presser_text_get_length (presser_document_get_text (document));
  PresserRange     ranges[2];
  guint            n_ranges = 1 + (pick (rand, 4) == 0);
  g_autofree char *id = presser_document_make_statement_id (document);
  g_autoptr (PresserStatement) statement = NULL;
  g_autofree char *quote = NULL;

  ranges[0].start = pick (rand, length);
  ranges[0].end = MIN (length, ranges[0].start + 1 + pick (rand, pick (rand, 3) == 0 ? 90 : 12));
  ranges[1].start = MIN (length, ranges[0].end + 4 + pick (rand, 20));
  ranges[1].end = MIN (length, ranges[1].start + 1 + pick (rand, 20));
  if (n_ranges == 2 && ranges[1].start >= ranges[1].end)
    n_ranges = 1;
  if (ranges[0].start >= ranges[0].end)
    return;

  statement = presser_statement_new (id, ranges, n_ranges);
  quote = presser_document_dup_quote (document, statement);
  if (*g_strstrip (quote) != '\0')
    presser_document_add_statement (document, statement);
}

static void
remove_random_statement (GRand          *rand,
                         PresserTeiFile *file)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  GListModel      *statements = presser_document_get_statements (document);
  guint            n_statements = g_list_model_get_n_items (statements);
  g_autoptr (PresserStatement) statement = n_statements == 0 ? NULL
                                                             : g_list_model_get_item (statements, pick (rand, n_statements));

  if (statement != NULL)
    presser_document_remove_statement (document, statement);
}

static void
change_random_statement (GRand          *rand,
                         PresserTeiFile *file)
{
  PresserDocument *document = presser_tei_file_get_document (file);
  GListModel      *statements = presser_document_get_statements (document);
  guint            n_statements = g_list_model_get_n_items (statements);
  g_autoptr (PresserStatement) statement = n_statements == 0 ? NULL
                                                             : g_list_model_get_item (statements, pick (rand, n_statements));
  g_autoptr (PresserStatement) changed = NULL;

  if (statement == NULL)
    return;
  changed = presser_statement_with_status (statement, (PresserStatus) pick (rand, 3));
  presser_document_replace_statement (document, statement, changed);
}

static void
edit_random_text (GRand          *rand,
                  PresserTeiFile *file,
                  gboolean        with_lines)
{
  static const char *const words[] = { "", "", "x", "new words ", " ", "  ", "é & <b>", "\t", "a\nb", "\n", "\n\n" };
  PresserDocument         *document = presser_tei_file_get_document (file);
  PresserText             *text = presser_document_get_text (document);
  guint                    length = presser_text_get_length (text);
  PresserRange             range;
  guint                    choice = pick (rand, with_lines ? G_N_ELEMENTS (words) : G_N_ELEMENTS (words) - 3);

  range.start = pick (rand, length + 1);
  range.end = MIN (length, range.start + (pick (rand, 2) ? pick (rand, with_lines ? 30 : 8) : 0));
  if (!with_lines)
    {
      guint paragraph = presser_document_find_paragraph (document, range.start);

      range.end = MIN (range.end, presser_document_get_paragraph_range (document, paragraph).end);
    }
  presser_document_replace_text (document, range, words[choice]);
}

/* In the form that a file can hold: blanks at the ends of a range don't count. */
static char *
describe_statements (PresserDocument *document)
{
  GListModel *statements = presser_document_get_statements (document);
  GString    *result = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      g_autoptr (GString) folded = g_string_new (NULL);
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

      for (guint range = 0; range < n_ranges; range++)
        {
          g_autofree char *slice = presser_text_dup_slice (presser_document_get_text (document), ranges[range]);

          for (const char *p = slice; *p != '\0'; p++)
            if (!g_ascii_isspace (*p))
              g_string_append_c (folded, *p);
        }
      if (folded->len == 0)
        continue;
      g_string_append_printf (result, "%s %d|%s|\n", presser_statement_get_id (statement),
                              presser_statement_get_status (statement), folded->str);
    }

  return g_string_free (result, FALSE);
}

static char **
sort_lines (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    for (guint j = i + 1; lines[j] != NULL; j++)
      if (strcmp (lines[i], lines[j]) > 0)
        {
          char *line = lines[i];

          lines[i] = lines[j];
          lines[j] = line;
        }

  return lines;
}

static PresserTeiFile *
reopen (PresserTeiFile *file)
{
  g_autofree char *xml = bytes_to_string (presser_tei_file_get_bytes (file));
  PresserTeiFile  *again = read_text (xml);
  g_autofree char *text = dup_text (file);
  g_autofree char *again_text = dup_text (again);
  g_autofree char *statements = describe_statements (presser_tei_file_get_document (file));
  g_autofree char *again_statements = describe_statements (presser_tei_file_get_document (again));
  g_auto (GStrv) lines = sort_lines (statements);
  g_auto (GStrv) again_lines = sort_lines (again_statements);

  g_assert_cmpstr (text, ==, again_text);
  g_assert_cmpstrv (lines, again_lines);

  return again;
}

static void
assert_file_valid (PresserTeiFile *file)
{
  g_autofree char *xml = bytes_to_string (presser_tei_file_get_bytes (file));

  assert_valid (xml);
}

static void
run_rounds (guint    seed,
            guint    body,
            gboolean with_text,
            gboolean with_lines)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *xml = make_tei (bodies[body]);
  PresserTeiFile  *file = read_text (xml);

  for (guint round = 0; round < 6; round++)
    {
      PresserTeiFile *again;
      guint           n_steps = 1 + pick (rand, 6);

      for (guint step = 0; step < n_steps; step++)
        {
          guint what = pick (rand, with_text ? 8 : 5);

          if (what < 3)
            add_random_statement (rand, file);
          else if (what == 3)
            remove_random_statement (rand, file);
          else if (what == 4)
            change_random_statement (rand, file);
          else
            edit_random_text (rand, file, with_lines);
        }
      if (g_test_verbose ())
        {
          g_autofree char *text = dup_text (file);
          g_autofree char *statements = describe_statements (presser_tei_file_get_document (file));
          g_autofree char *before = bytes_to_string (presser_tei_file_get_bytes (file));

          g_printerr ("seed %u body %u round %u\n%s\n--\n%s\n--\n%s\n", seed, body, round, before, text, statements);
        }
      save (file);
      again = reopen (file);
      if (!with_lines || body == 0)
        assert_file_valid (file);
      if (pick (rand, 2))
        {
          g_object_unref (file);
          file = again;
        }
      else
        g_object_unref (again);
    }
  g_object_unref (file);
}

static void
test_statements_come_back (void)
{
  for (guint seed = 0; seed < N_ROUNDS; seed++)
    for (guint body = 0; body < G_N_ELEMENTS (bodies); body++)
      run_rounds (seed, body, FALSE, FALSE);
}

static void
test_corrections_come_back (void)
{
  for (guint seed = 0; seed < N_ROUNDS; seed++)
    for (guint body = 0; body < N_CORRECTABLE; body++)
      run_rounds (seed, body, TRUE, FALSE);
}

static void
test_paragraphs_come_back (void)
{
  for (guint seed = 0; seed < N_ROUNDS; seed++)
    for (guint body = 0; body < N_CORRECTABLE; body++)
      run_rounds (seed, body, TRUE, TRUE);
}

static void
test_removing_all_marks_gives_the_first_bytes (void)
{
  for (guint seed = 0; seed < N_ROUNDS; seed++)
    for (guint body = 0; body < G_N_ELEMENTS (bodies); body += body == 1 || body == 3 ? 2 : 1) /* those without marks */
      {
        g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
        g_autofree char *xml = make_tei (bodies[body]);
        g_autoptr (PresserTeiFile) file = read_text (xml);
        PresserDocument *document = presser_tei_file_get_document (file);
        g_autofree char *end = NULL;

        for (guint round = 0; round < 4; round++)
          {
            for (guint i = 0; i < 5; i++)
              add_random_statement (rand, file);
            save (file);
          }
        while (g_list_model_get_n_items (presser_document_get_statements (document)) > 0)
          {
            remove_random_statement (rand, file);
            if (pick (rand, 3) == 0)
              save (file);
          }
        save (file);
        end = bytes_to_string (presser_tei_file_get_bytes (file));
        g_assert_cmpstr (end, ==, xml);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei/random/statements-come-back", test_statements_come_back);
  g_test_add_func ("/tei/random/corrections-come-back", test_corrections_come_back);
  g_test_add_func ("/tei/random/paragraphs-come-back", test_paragraphs_come_back);
  g_test_add_func ("/tei/random/removing-all-marks-gives-the-first-bytes", test_removing_all_marks_gives_the_first_bytes);

  return g_test_run ();
}
