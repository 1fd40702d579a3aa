/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "presser-error.h"
#include "presser-tei-check.h"

#define HEADER                                                                                                         \
  "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"            \
  "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc><encodingDesc><classDecl>"   \
  "<taxonomy><category xml:id=\"t.tax\"><catDesc>Tax</catDesc></category></taxonomy></classDecl></encodingDesc>"       \
  "<profileDesc><particDesc><listPerson><person xml:id=\"p.lund\"><persName>Ada Lund</persName></person></listPerson>" \
  "</particDesc></profileDesc></teiHeader>"

static GPtrArray *
check (const char *xml,
       GFile      *schema)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = presser_tei_check (bytes, NULL, schema, NULL, &error);

  g_assert_no_error (error);
  return findings;
}

/* Expects one finding whose message holds @words, or with NULL none. */
static void
assert_finding (const char *xml,
                const char *words)
{
  g_autoptr (GPtrArray) findings = check (xml, NULL);
  const PresserFinding *finding;

  g_assert_cmpuint (findings->len, ==, words != NULL ? 1 : 0);
  if (words == NULL)
    return;

  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->level, ==, PRESSER_FINDING_ERROR);
  g_assert_nonnull (strstr (finding->message, words));
}

static void
assert_body_finding (const char *body,
                     const char *words)
{
  g_autofree char *xml = g_strdup_printf (HEADER "<text><body><div>%s</div></body></text></TEI>", body);

  assert_finding (xml, words);
}

static void
test_sound_file_has_no_finding (void)
{
  assert_body_finding ("<p>No <said xml:id=\"s1\" who=\"#p.lund\" ana=\"#t.tax\">tax</said>.</p>", NULL);
}

/* A window leads from a finding to the place in the text. */
static void
test_findings_have_places_in_the_text (void)
{
  static const char *const body = "<p>Caf\xc3\xa9 first.</p>\n <p>No <said who=\"#p.moro\">tax</said>.</p>";
  g_autofree char         *xml = g_strdup_printf (HEADER "<text><body><div>%s</div></body></text></TEI>", body);
  g_autoptr (GPtrArray) findings = check (xml, NULL);
  const PresserFinding *finding = g_ptr_array_index (findings, 0);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (finding->is_in_text);
  g_assert_cmpuint (finding->range.start, ==, strlen ("Cafe first.\nNo "));
  g_assert_cmpuint (finding->range.end, ==, strlen ("Cafe first.\nNo tax"));
  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_cmpuint (finding->column, ==, strlen (" <p>No ") + 1);
}

static void
test_findings_in_the_header_have_no_place_in_the_text (void)
{
  static const char *const xml = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><listPerson><person xml:id=\"a\"/>"
                                 "<person xml:id=\"a\"/></listPerson></teiHeader><text><body><p>x</p></body></text></TEI>";
  g_autoptr (GPtrArray) findings = check (xml, NULL);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_false (((const PresserFinding *) g_ptr_array_index (findings, 0))->is_in_text);
}

static void
test_broken_xml_is_placed (void)
{
  g_autoptr (GPtrArray) findings = check ("<TEI>\n<text>\n</TEI>", NULL);
  const PresserFinding *finding = g_ptr_array_index (findings, 0);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (finding->line, ==, 3);
  g_assert_cmpuint (finding->column, >, 0);
}

static void
test_empty_file_is_a_finding (void)
{
  assert_finding ("", "empty");
}

static void
test_ids_are_unique (void)
{
  assert_body_finding ("<p xml:id=\"b1\">One</p><p xml:id=\"b1\">Two</p>", "more than once");
}

static void
test_pointers_lead_somewhere (void)
{
  assert_body_finding ("<p><said who=\"#p.moro\">No</said></p>", "leads nowhere");
  assert_body_finding ("<p><said who=\"Moro\">No</said></p>", "is no pointer");
  assert_body_finding ("<p><said ana=\"#t.tax #t.toll\">No</said></p>", "#t.toll");
  assert_body_finding ("<p><said who=\"https://example.org/moro\">No</said></p>", NULL);
}

static void
test_chains_are_whole (void)
{
  assert_body_finding ("<p><said xml:id=\"s1\" next=\"#s1.2\">A</said> x <said xml:id=\"s1.2\">B</said></p>", "does not lead back");
  assert_body_finding ("<p><said xml:id=\"s1\" who=\"#p.lund\" next=\"#s1.2\">A</said> x <said xml:id=\"s1.2\" prev=\"#s1\">B</said></p>", "differ in who");
  assert_body_finding ("<p><said xml:id=\"s1\" next=\"#s1.2\">A</said> x <said xml:id=\"s1.2\" prev=\"#s1\">B</said></p>", NULL);
}

static void
test_ranges_lie_in_the_text (void)
{
  assert_body_finding ("<p xml:id=\"b1\">Caf\xc3\xa9 &amp; tea</p><p><ref target=\"#string-range(b1,0,10)\">r</ref></p>", NULL);
  assert_body_finding ("<p xml:id=\"b1\">Caf\xc3\xa9 &amp; tea</p><p><ref target=\"#string-range(b1,5,6)\">r</ref></p>", "goes beyond");
  assert_body_finding ("<p><ref target=\"#string-range(b9,0,1)\">r</ref></p>", "leads nowhere");
}

static void
test_persons_of_a_corpus_are_a_warning (void)
{
  g_autoptr (GPtrArray) findings = check ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><u who=\"#Lund\">A</u></body></text></TEI>", NULL);
  const PresserFinding *finding = g_ptr_array_index (findings, 0);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (finding->level, ==, PRESSER_FINDING_WARNING);
}

static void
test_schema_is_asked (void)
{
  static const char *const grammar = "<element name=\"note\" xmlns=\"http://relaxng.org/ns/structure/1.0\"><text/></element>";
  g_autofree char         *path = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp ("presser-XXXXXX.rng", &path, &error);
  g_autoptr (GFile) schema = NULL;
  g_autoptr (GPtrArray) valid = NULL;
  g_autoptr (GPtrArray) invalid = NULL;

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  g_file_set_contents (path, grammar, -1, &error);
  g_assert_no_error (error);

  schema = g_file_new_for_path (path);
  valid = check ("<note>x</note>", schema);
  invalid = check ("<memo>x</memo>", schema);
  g_assert_cmpuint (valid->len, <, invalid->len);
  g_remove (path);
}

/* As the schemas of the TEI are handed on. */
static void
test_compressed_schema_is_asked_and_lines_lead_to_the_text (void)
{
  static const char *const grammar = "<element name=\"TEI\" ns=\"http://www.tei-c.org/ns/1.0\" xmlns=\"http://relaxng.org/ns/structure/1.0\">"
                                     "<element name=\"text\"><zeroOrMore><element name=\"p\"><text/></element></zeroOrMore></element></element>";
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int              descriptor = g_file_open_tmp ("presser-XXXXXX.rng.gz", &path, &error);
  g_autoptr (GFile) schema = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) file = NULL;
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GPtrArray) valid = NULL;
  g_autoptr (GPtrArray) invalid = NULL;
  const PresserFinding *finding;

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  file = g_file_replace (schema, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  stream = g_converter_output_stream_new (G_OUTPUT_STREAM (file), G_CONVERTER (compressor));
  g_assert_true (g_output_stream_write_all (stream, grammar, strlen (grammar), NULL, NULL, NULL) && g_output_stream_close (stream, NULL, NULL));

  valid = check ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><p>One</p></text></TEI>", schema);
  invalid = check ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><p>One</p>\n<ab>Two</ab></text></TEI>", schema);
  g_assert_cmpuint (valid->len, ==, 0);
  g_assert_cmpuint (invalid->len, >, 0);
  finding = g_ptr_array_index (invalid, 0);
  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_true (finding->is_in_text);
  g_assert_cmpuint (finding->range.start, ==, strlen ("One\n"));
  g_remove (path);
}

/* A schema may come from anybody too: what it names on the network is not fetched, and what is no schema is said to be none. */
static void
test_schema_fetches_nothing (void)
{
  static const char *const grammar = "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"><include href=\"http://127.0.0.1:9/x.rng\"/></grammar>";
  g_autofree char         *path = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp ("presser-XXXXXX.rng", &path, &error);
  g_autoptr (GFile) schema = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new ("<a/>", 4);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  g_file_set_contents (path, grammar, -1, &error);
  g_assert_no_error (error);
  g_assert_null (presser_tei_check (bytes, NULL, schema, NULL, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei-check/sound-file-has-no-finding", test_sound_file_has_no_finding);
  g_test_add_func ("/tei-check/findings-have-places-in-the-text", test_findings_have_places_in_the_text);
  g_test_add_func ("/tei-check/findings-in-the-header-have-no-place-in-the-text", test_findings_in_the_header_have_no_place_in_the_text);
  g_test_add_func ("/tei-check/broken-xml-is-placed", test_broken_xml_is_placed);
  g_test_add_func ("/tei-check/empty-file-is-a-finding", test_empty_file_is_a_finding);
  g_test_add_func ("/tei-check/ids-are-unique", test_ids_are_unique);
  g_test_add_func ("/tei-check/pointers-lead-somewhere", test_pointers_lead_somewhere);
  g_test_add_func ("/tei-check/chains-are-whole", test_chains_are_whole);
  g_test_add_func ("/tei-check/ranges-lie-in-the-text", test_ranges_lie_in_the_text);
  g_test_add_func ("/tei-check/persons-of-a-corpus-are-a-warning", test_persons_of_a_corpus_are_a_warning);
  g_test_add_func ("/tei-check/schema-is-asked", test_schema_is_asked);
  g_test_add_func ("/tei-check/compressed-schema-is-asked-and-lines-lead-to-the-text", test_compressed_schema_is_asked_and_lines_lead_to_the_text);
  g_test_add_func ("/tei-check/schema-fetches-nothing", test_schema_fetches_nothing);

  return g_test_run ();
}
