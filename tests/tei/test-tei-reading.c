/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How other people's TEI is shown: what is text and what is not, where words part, who speaks, what is a statement. */

#include <string.h>

#include "presser-error.h"
#include "tei-testing.h"

static void
assert_text (const char *body,
             const char *expected)
{
  g_autofree char *xml = make_tei (body);
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autofree char *text = dup_text (file);

  g_assert_cmpstr (text, ==, expected);
}

/* As “position kind text”, each in brackets. */
static char *
describe_asides (PresserDocument *document)
{
  PresserRange whole = { 0, presser_text_get_length (presser_document_get_text (document)) };
  g_autoptr (GPtrArray) asides = presser_document_dup_asides (document, whole);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < asides->len; i++)
    {
      const PresserAside *aside = asides->pdata[i];

      g_string_append_printf (description, "[%u %d %s]", aside->position, (int) aside->kind, aside->text != NULL ? aside->text : "-");
    }

  return g_string_free (description, FALSE);
}

static void
test_what_is_not_said_stands_beside_the_text (void)
{
  g_autofree char *xml = make_tei ("<div><u><seg>One <kinesic><desc>applause</desc></kinesic> two<note>foot</note>,"
                                   " <gap reason=\"noise\"/> three. <pause dur=\"PT2S\"/><pause/></seg><gap><desc>A page</desc></gap>"
                                   "<seg><vocal><desc>laughs</desc></vocal> Four.</seg><vocal type=\"cough\"/></u></div>");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *text = dup_text (file);
  g_autofree char *asides = describe_asides (document);

  g_assert_cmpstr (text, ==, "One two, three.\nFour.");
  g_assert_cmpstr (asides, ==,
                   "[3 1 applause][7 0 foot][8 2 noise][15 3 2 s][15 3 -][15 2 A page][16 1 laughs][21 1 cough]");
}

/* A quote goes on across a noise, without it. */
static void
test_no_quote_holds_an_aside (void)
{
  g_autofree char *xml = make_tei ("<p><said xml:id=\"s1\">We shall <kinesic><desc>applause</desc></kinesic> not wait<note>n</note></said>.</p>");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *quote = presser_document_dup_quote (document, presser_document_get_statement (document, "s1"));

  g_assert_cmpstr (quote, ==, "We shall not wait");
}

static void
test_asides_keep_their_place_when_the_text_is_corrected (void)
{
  g_autofree char *xml = make_tei ("<p>One two <note>n</note>three four.</p>");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *before = describe_asides (document);
  g_autofree char *moved = NULL;
  g_autofree char *without = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (before, ==, "[7 0 n]");
  presser_document_replace_text (document, (PresserRange){ 0, 3 }, "Seventeen");
  moved = describe_asides (document);
  g_assert_cmpstr (moved, ==, "[13 0 n]");
  presser_document_replace_text (document, (PresserRange){ 10, 19 }, "");
  without = describe_asides (document);
  g_assert_cmpstr (without, ==, "[10 0 n]");
  presser_history_undo (presser_document_get_history (document));
  presser_history_undo (presser_document_get_history (document));
  undone = describe_asides (document);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_words_part_where_they_do_not_join (void)
{
  assert_text ("<div><u><seg><s><w join=\"right\">Yes</w> <pc>,</pc> <name><w>Port</w> <w>Hall</w></name>\n<pc join=\"left\">.</pc></s>"
               "<s><w>He</w><w>said</w> <w join=\"both\">-</w> <w>no</w><w>wo<w norm=\"will\"/><w norm=\"not\"/></w></s></seg></u></div>",
               "Yes, Port Hall. He said-no wo");
  /* Without any @join it is the white space. */
  assert_text ("<div><u><seg><w>Yes</w><pc>,</pc> <w>Port</w></seg></u></div>", "Yes, Port");
}

static void
test_line_breaks_part_words (void)
{
  assert_text ("<p>one<lb/>two <lb/>three<lb/> four<pb n=\"2\"/><hi>five</hi>, bro<lb break=\"no\"/>ken<lb/></p><p><lb/>six</p>",
               "one two three four five, broken\nsix");
}

static void
test_speakers_of_blocks_plays_and_codes_have_their_names (void)
{
  g_autoptr (PresserTeiFile) file = read_text (
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><profileDesc><particDesc><listPerson>"
      "<person><altGrp><alt type=\"L1\"/></altGrp><persName>Ada</persName></person>"
      "<person xml:id=\"p.two\"><persName type=\"alias\">MS. TWO</persName><persName xml:lang=\"xx\">Dwa</persName><persName xml:lang=\"en\">Two</persName></person>"
      "<personGrp xml:id=\"p.all\"><persName>All members</persName></personGrp></listPerson><listOrg><org xml:id=\"o.bank\"><orgName>The Bank</orgName></org></listOrg>"
      "</particDesc></profileDesc></teiHeader><text><front><castList><castItem><role xml:id=\"r.king\">King</role></castItem></castList></front><body><div>"
      "<annotationBlock who=\"L1\"><u><seg>a</seg></u></annotationBlock><u who=\"#p.two\"><seg>b</seg></u><u who=\"#p.all\"><seg>c</seg></u>"
      "<u who=\"#o.bank\"><seg>d</seg></u><sp who=\"#r.king\"><p>e</p></sp><u who=\"#p.gone\"><seg>f</seg></u></div></body></text></TEI>");
  static const char *const names[] = { "Ada", "Two", "All members", "The Bank", "King", "p.gone" };
  PresserDocument         *document = presser_tei_file_get_document (file);
  guint                    n_paragraphs = presser_document_get_n_paragraphs (document);

  g_assert_cmpuint (n_paragraphs, ==, 1 + G_N_ELEMENTS (names));
  for (guint i = 1; i < n_paragraphs; i++)
    {
      const char *id = presser_paragraph_get_speaker (presser_document_get_paragraph (document, i));

      g_assert_cmpstr (presser_speaker_get_name (presser_document_get_speaker (document, id)), ==, names[i - 1]);
    }
}

static void
test_quotations_that_say_whose_they_are_are_statements (void)
{
  static const char *const body = "<p>She said <q who=\"#p.one\" rend=\"q\">no toll</q>, <q>so</q>.</p>";
  g_autofree char         *xml = make_tei (body);
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument  *document = presser_tei_file_get_document (file);
  PresserStatement *statement = presser_document_get_statement (document, "said.1");
  g_autoptr (PresserStatement) verified = presser_statement_with_status (statement, PRESSER_STATUS_VERIFIED);
  g_autofree char *marked = NULL;
  g_autofree char *released = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_statements (document)), ==, 1);
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, "p.one");

  presser_document_replace_statement (document, statement, verified);
  marked = write_text (file);
  g_assert_nonnull (strstr (marked, "<q who=\"#p.one\" rend=\"q\" ana=\"#st.verified\""));

  presser_document_remove_statement (document, presser_document_get_statement (document, "said.1"));
  released = write_text (file);
  g_assert_nonnull (strstr (released, "She said <q rend=\"q\">no toll</q>"));
}

/* With a state of its own in @ana that counts, as Presser writes it. */
static void
test_annotations_say_by_their_revision_that_they_are_checked (void)
{
  g_autoptr (PresserTeiFile) file = read_text (
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><standOff><listAnnotation>"
      "<annotation xml:id=\"s1\" target=\"#string-range(b1,0,3)\"><revisionDesc status=\"checked\"><change when=\"2026-03-15\"/></revisionDesc></annotation>"
      "<annotation xml:id=\"s2\" target=\"#string-range(b1,4,3)\" ana=\"#st.draft\"><revisionDesc status=\"checked\"><change/></revisionDesc></annotation>"
      "</listAnnotation></standOff><text><body><p xml:id=\"b1\">One two</p></body></text></TEI>");
  PresserDocument *document = presser_tei_file_get_document (file);

  g_assert_cmpint (presser_statement_get_status (presser_document_get_statement (document, "s1")), ==, PRESSER_STATUS_VERIFIED);
  g_assert_cmpint (presser_statement_get_status (presser_document_get_statement (document, "s2")), ==, PRESSER_STATUS_DRAFT);
}

/* Half a word goes into an annotation; where the words join, no blank can be put. */
static void
test_corrections_that_cannot_be_written_are_refused (void)
{
  g_autofree char *xml = make_tei ("<div><u><seg><s><w join=\"right\">pays</w> <pc>,</pc> <w>says</w> <w>somebody</w></s></seg></u></div>");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  add_statement (file, 11, 19);
  presser_document_replace_text (presser_tei_file_get_document (file), (PresserRange){ 4, 4 }, " ");
  add_statement (file, 19, 20);
  bytes = presser_tei_file_write (file, &error);
  g_assert_null (bytes);
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei-reading/what-is-not-said-stands-beside-the-text", test_what_is_not_said_stands_beside_the_text);
  g_test_add_func ("/tei-reading/no-quote-holds-an-aside", test_no_quote_holds_an_aside);
  g_test_add_func ("/tei-reading/asides-keep-their-place-when-the-text-is-corrected", test_asides_keep_their_place_when_the_text_is_corrected);
  g_test_add_func ("/tei-reading/words-part-where-they-do-not-join", test_words_part_where_they_do_not_join);
  g_test_add_func ("/tei-reading/line-breaks-part-words", test_line_breaks_part_words);
  g_test_add_func ("/tei-reading/speakers-of-blocks-plays-and-codes-have-their-names", test_speakers_of_blocks_plays_and_codes_have_their_names);

  g_test_add_func ("/tei-reading/quotations-that-say-whose-they-are-are-statements", test_quotations_that_say_whose_they_are_are_statements);
  g_test_add_func ("/tei-reading/annotations-say-by-their-revision-that-they-are-checked", test_annotations_say_by_their_revision_that_they_are_checked);
  g_test_add_func ("/tei-reading/corrections-that-cannot-be-written-are-refused", test_corrections_that_cannot_be_written_are_refused);

  return g_test_run ();
}
