/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of other people: opened, tagged, saved, with nothing else changed; and files that are no good. */

#include <glib.h>
#include <string.h>

#include "presser-error.h"
#include "tei-testing.h"
#include "tei-validating.h"

/* Odd quotes, white space in tags, comments, instructions, CDATA, entities, a prefix. */
static const char odd[] = "<?xml version='1.0' encoding='UTF-8' standalone=\"no\" ?>\n"
                          "<?xml-model href=\"x.rng\"?><!-- before -->\n"
                          "<!DOCTYPE t:TEI [ <!ENTITY who \"Ms. <b>One</b>\"> <!ENTITY nested '&who; again'> <!-- ]> -->\n"
                          "  <!ENTITY % p 'x'> ]>\n"
                          "<t:TEI  xmlns:t = 'http://www.tei-c.org/ns/1.0'\txmlns:o=\"urn:o\" >\n"
                          "<t:teiHeader><t:fileDesc><t:titleStmt><t:title>Odd</t:title></t:titleStmt><t:publicationStmt><t:p/>"
                          "</t:publicationStmt><t:sourceDesc><t:p></t:p></t:sourceDesc></t:fileDesc></t:teiHeader>\n"
                          "<t:text><t:body><t:p n='a>b' >&who; said &amp; <![CDATA[<did>]]> it&#x2014;<o:x>twice</o:x> &nested;.</t:p >\n"
                          "<t:p>Second one.</t:p></t:body></t:text></t:TEI >\n<!-- after -->\n\n";

static const char *
find_text (const char *xml)
{
  static const char *const tags[] = { "<text>", "<text ", ":text>", ":text " };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strstr (xml, tags[i]) != NULL)
      return strstr (xml, tags[i]);

  return xml;
}

static void
assert_tags_cut_out_give (const char *tagged,
                          const char *original)
{
  g_autoptr (GRegex) regex = g_regex_new ("</?(?:[A-Za-z]+:)?said(?: xml:id=\"s[0-9][^>]*)?>| xml:id=\"b\\.[0-9]+\"", G_REGEX_RAW, 0, NULL);
  g_autofree char *cut = g_regex_replace_literal (regex, tagged, -1, 0, "", 0, NULL);
  g_autofree char *first = g_regex_replace_literal (regex, original, -1, 0, "", 0, NULL);

  g_assert_cmpstr (find_text (cut), ==, find_text (first));
}

static void
test_an_untouched_file_stays_as_it_is (void)
{
  g_autoptr (PresserTeiFile) file = read_text (odd);
  g_autofree char *text = dup_text (file);
  g_autofree char *after = write_text (file);

  g_assert_cmpstr (text, ==, "Ms. One said & <did> it\xE2\x80\x94twice Ms. One again.\nSecond one.");
  g_assert_cmpstr (after, ==, odd);
}

static void
test_tags_take_the_prefix_of_the_file (void)
{
  g_autoptr (PresserTeiFile) file = read_text (odd);
  g_autofree char *after = NULL;

  add_statement (file, 13, 20);
  add_statement (file, 16, 30);
  save (file);
  after = bytes_to_string (presser_tei_file_get_bytes (file));
  g_assert_nonnull (strstr (after, "<t:said xml:id=\"s1\""));
  g_assert_nonnull (strstr (after, "<t:category xml:id=\"st.draft\"><t:catDesc><t:term>"));
}

/* An edge in a CDATA section parts it. */
static void
test_edges_in_cdata_part_the_section (void)
{
  g_autofree char *xml = make_tei ("<p>a <![CDATA[b < c & d]]> e</p>\n");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autofree char *after = NULL;

  add_statement (file, 4, 7);
  save (file);
  after = bytes_to_string (presser_tei_file_get_bytes (file));
  g_assert_nonnull (strstr (after, "<![CDATA[b ]]><said xml:id=\"s1\" ana=\"#st.draft\"><![CDATA[< c]]></said><![CDATA[ & d]]>"));
}

static GBytes *
convert (const char *xml,
         const char *charset,
         const char *mark)
{
  gsize            length;
  g_autofree char *converted = g_convert (xml, -1, charset, "UTF-8", NULL, &length, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_nonnull (converted);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static char *
set_encoding (const char *xml,
              const char *encoding)
{
  g_autoptr (GRegex) regex = g_regex_new ("encoding=\"[^\"]*\"", 0, 0, NULL);
  g_autofree char *declared = g_strdup_printf ("encoding=\"%s\"", encoding);

  return g_regex_replace_literal (regex, xml, -1, 0, declared, 0, NULL);
}

static void
test_every_encoding_and_line_end_stays (void)
{
  static const struct
  {
    const char *declared;
    const char *charset;
    const char *mark;
  } encodings[] = {
    { "UTF-8", "UTF-8", "" },
    { "UTF-8", "UTF-8", "\xEF\xBB\xBF" },
    { "UTF-16", "UTF-16LE", "\xFF\xFE" },
    { "UTF-16", "UTF-16BE", "\xFE\xFF" },
    { "ISO-8859-1", "ISO-8859-1", "" },
    { "windows-1252", "windows-1252", "" },
  };
  g_autofree char *xml = make_tei ("<p>Caf\xC3\xA9 one\ntwo\nthree.</p>\n<p>More.</p>\n");

  for (guint i = 0; i < G_N_ELEMENTS (encodings) * 2; i++)
    {
      g_autofree char *declared = set_encoding (xml, encodings[i / 2].declared);
      g_auto (GStrv) lines = g_strsplit (declared, "\n", -1);
      g_autofree char *with_ends = g_strjoinv (i % 2 ? "\r\n" : "\n", lines);
      g_autoptr (GBytes) bytes = convert (with_ends, encodings[i / 2].charset, encodings[i / 2].mark);
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "test.xml", &error);
      g_autoptr (GBytes) after = NULL;
      g_autoptr (PresserTeiFile) again = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_assert_true (presser_tei_file_is_tei (bytes));
      after = presser_tei_file_write (file, &error);
      g_assert_true (g_bytes_equal (after, bytes));

      add_statement (file, 5, 12);
      presser_document_replace_text (presser_tei_file_get_document (file), (PresserRange){ 0, 0 }, "\xE2\x82\xAC ");
      save (file);
      again = presser_tei_file_new (presser_tei_file_get_bytes (file), "again.xml", &error);
      g_assert_no_error (error);
      text = dup_text (again);
      g_assert_cmpstr (text, ==, "\xE2\x82\xAC Caf\xC3\xA9 one two three.\nMore.");

      presser_history_undo (presser_document_get_history (presser_tei_file_get_document (file)));
      presser_history_undo (presser_document_get_history (presser_tei_file_get_document (file)));
      save (file);
      g_assert_true (g_bytes_equal (presser_tei_file_get_bytes (file), bytes));
    }
}

static void
assert_refused (const char *xml,
                const char *reason)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "test.xml", &error);

  g_assert_null (file);
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” is not in “%s”", reason, error->message);
}

static void
assert_body_refused (const char *body,
                     const char *reason)
{
  g_autofree char *xml = make_tei (body);

  assert_refused (xml, reason);
}

static void
test_bad_files_are_refused_with_a_reason (void)
{
  assert_refused ("", "empty");
  assert_refused ("plain text", "line 1");
  assert_refused ("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "neither TEI nor");
  assert_refused ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/></TEI>", "no text");
  assert_refused ("<TEI><text><body><p>a</b></body></text></TEI>", "line 1");
  assert_refused ("<?xml version=\"1.0\"?><TEI>\xFF</TEI>", "not text");
  assert_body_refused ("<p><said xml:id=\"s1\">a</said>\n<said xml:id=\"s1\">b</said></p>", "line 19");
  assert_body_refused ("<p><said xml:id=\"s1\" next=\"#s2\">a</said></p>", "next part");
  assert_body_refused ("<p><said xml:id=\"s1\" prev=\"#s0\">a</said></p>", "before this one");
  assert_body_refused ("<p><said xml:id=\"s1\" next=\"#s2\">a</said><said xml:id=\"s3\" next=\"#s2\">b</said>"
                       "<said xml:id=\"s2\" prev=\"#s1\">c</said></p>",
                       "share");
}

static void
test_a_range_outside_the_text_is_lost_not_dropped (void)
{
  static const char xml[] = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff><listAnnotation><annotation xml:id=\"s1\" "
                            "target=\"#string-range(b1,2,9)\"/></listAnnotation></standOff><text><body><p xml:id=\"b1\">abc</p></body></text></TEI>";
  g_autoptr (PresserTeiFile) file = read_text (xml);
  GPtrArray *strays = presser_tei_file_get_strays (file);

  g_assert_cmpuint (strays->len, ==, 1);
  g_assert_cmpint (((PresserTeiStray *) g_ptr_array_index (strays, 0))->fate, ==, PRESSER_TEI_STRAY_LOST);
  g_assert_null (presser_document_get_statement (presser_tei_file_get_document (file), "s1"));
}

/* Half a date, half a word: found again in the text, and moved along when the text is corrected. */
static void
test_where_said_has_no_room_it_is_written_apart (void)
{
  g_autofree char *xml = make_tei ("<div>\n<dateline>Port Hall, <date>14 March</date></dateline>\n"
                                   "<p xml:id=\"b1\">\n  Ü &amp; <![CDATA[x]]> more  words.</p>\n</div>\n");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *quote = NULL;
  g_autoptr (PresserTeiFile) again = NULL;

  add_statement (file, 14, 27);
  save (file);
  first = bytes_to_string (presser_tei_file_get_bytes (file));
  g_assert_nonnull (strstr (first, "<annotation xml:id=\"s1\""));
  g_assert_nonnull (strstr (first, "#string-range(b1,"));
  assert_valid (first);

  presser_document_replace_text (document, (PresserRange){ 0, 4 }, "New Port");
  presser_document_replace_text (document, (PresserRange){ 28, 28 }, "& ");
  save (file);
  second = bytes_to_string (presser_tei_file_get_bytes (file));
  again = read_text (second);
  document = presser_tei_file_get_document (again);
  quote = presser_document_dup_quote (document, presser_document_get_statement (document, "s1"));
  g_assert_nonnull (strstr (quote, "March"));
  assert_valid (second);

  presser_document_remove_statement (document, presser_document_get_statement (document, "s1"));
  save (again);
  g_free (first);
  first = bytes_to_string (presser_tei_file_get_bytes (again));
  g_assert_null (strstr (first, "standOff"));
}

/* A statement goes on across a label and a noise, which nobody says. */
static void
test_what_nobody_says_gets_no_tags (void)
{
  g_autofree char *xml = make_tei ("<div>\n<note type=\"speaker\">A:</note><u><seg>One two.</seg><kinesic><desc>noise</desc></kinesic></u>\n"
                                   "<note type=\"speaker\">B:</note><u><seg>Three four.</seg></u>\n</div>\n");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autofree char *text = dup_text (file);
  g_autofree char *quote = NULL;
  g_autofree char *written = NULL;
  g_autoptr (PresserTeiFile) again = NULL;
  PresserDocument *document;
  guint            n_ranges;

  add_statement (file, (guint) (strstr (text, "two") - text), (guint) (strstr (text, " four") - text));
  written = write_text (file);
  assert_valid (written);
  g_assert_nonnull (strstr (written, "two.</said></seg><kinesic><desc>noise</desc></kinesic></u>\n<note type=\"speaker\">B:</note><u><seg><said "));
  again = read_text (written);
  document = presser_tei_file_get_document (again);
  presser_statement_get_ranges (presser_document_get_statement (document, "s1"), &n_ranges);
  g_assert_cmpuint (n_ranges, ==, 1);
  quote = presser_document_dup_quote (document, presser_document_get_statement (document, "s1"));
  g_assert_cmpstr (quote, ==, "two. Three");
}

static void
test_old_tei_is_read_but_not_changed (void)
{
  g_autoptr (PresserTeiFile) file = read_text ("<TEI.2><text><body><p>Old words.</p></body></text></TEI.2>");
  g_autofree char *text = dup_text (file);
  g_autofree char *same = write_text (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpstr (text, ==, "Old words.");
  presser_document_replace_text (presser_tei_file_get_document (file), (PresserRange){ 0, 3 }, "New");
  bytes = presser_tei_file_write (file, &error);
  g_assert_null (bytes);
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED);
}

static void
test_every_truncation_is_an_error_or_right (void)
{
  gsize length = strlen (odd);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (odd, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "test.xml", &error);

      g_assert_true ((file == NULL) == (error != NULL));
      presser_tei_file_is_tei (bytes);
    }
}

static void
test_every_flipped_byte_is_an_error_or_right (void)
{
  gsize length = strlen (odd);

  for (gsize i = 0; i < length * 4; i++)
    {
      g_autofree char *broken = g_strdup (odd);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserTeiFile) file = NULL;

      broken[i / 4] = "<&\"\xC3"[i % 4];
      bytes = g_bytes_new (broken, length);
      file = presser_tei_file_new (bytes, "test.xml", &error);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

static char *
repeat (const char *unit,
        guint       n_times)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (result, unit);

  return g_string_free (result, FALSE);
}

static void
test_hostile_xml_is_refused_at_once (void)
{
  g_autofree char *bomb = g_strdup (
      "<!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
      "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
      "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>&g;&g;&g;</p>"
      "</body></text></TEI>");
  g_autofree char *open = repeat ("<div>", 100000);
  g_autofree char *deep = g_strconcat ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>", open, NULL);
  g_autofree char *letters = repeat ("x", 10000000);
  g_autofree char *long_name = g_strconcat ("<", letters, "/>", NULL);
  g_autofree char *many = repeat (" a1=''", 1000000);
  g_autofree char *attributes = g_strconcat ("<TEI", many, "/>", NULL);
  const char      *files[] = { bomb, deep, long_name, attributes };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i], strlen (files[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "test.xml", &error);

      g_assert_true (i == 0 || file == NULL);
      g_assert_true ((file == NULL) == (error != NULL));
    }
}

static void
test_no_other_file_is_read (void)
{
  g_autofree char *xml = g_strdup ("<!DOCTYPE TEI SYSTEM 'file:///etc/passwd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                   "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>a &x; &eacute; b</p></body></text></TEI>");
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autofree char *text = dup_text (file);

  g_assert_cmpstr (text, ==, "a &x; \xC3\xA9 b");
}

typedef void (*FileTest) (const char *path);

static void
for_every_file (const char *folder,
                FileTest    test)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        for_every_file (path, test);
      else if (g_str_has_suffix (name, ".xml"))
        test (path);
    }
}

static void
check_sample (const char *path)
{
  g_autofree char *data = NULL;
  gsize            length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) file = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *tagged = NULL;
  guint            n_characters;
  guint            n_tagged = 0;

  g_file_get_contents (path, &data, &length, NULL);
  bytes = g_bytes_new (data, length);
  file = presser_tei_file_new (bytes, path, &error);
  if (file == NULL)
    {
      g_test_message ("%s", error->message);
      g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED);
      return;
    }
  same = presser_tei_file_write (file, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (same, bytes));

  n_characters = presser_text_get_length (presser_document_get_text (presser_tei_file_get_document (file)));
  for (guint i = 0; i < 40 && n_characters > 30; i++)
    {
      guint             start = (guint) g_rand_int_range (rand, 0, (gint32) n_characters - 25);
      PresserStatement *statement = add_statement (file, start, start + 3 + (guint) g_rand_int_range (rand, 0, 22));
      g_autoptr (GBytes) written = presser_tei_file_write (file, &error);

      if (written == NULL && statement != NULL)
        presser_document_remove_statement (presser_tei_file_get_document (file), statement);
      else
        n_tagged++;
      g_clear_error (&error);
    }
  save (file);
  tagged = bytes_to_string (presser_tei_file_get_bytes (file));
  g_test_message ("%s: %u of 40 tagged", path, n_tagged);
  g_assert_cmpuint (n_tagged, ==, n_characters > 30 ? 40 : 0);
  assert_tags_cut_out_give (tagged, data);
  if (is_valid (data))
    assert_valid (tagged);
}

static void
test_samples_change_by_their_tags_alone (void)
{
  const char      *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char *samples = g_build_filename (shared != NULL ? shared : ".", "samples", "tei", NULL);
  g_autofree char *examples = g_build_filename (shared != NULL ? shared : ".", "tei", "examples", NULL);

  if (!g_file_test (samples, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the samples are not here");
      return;
    }
  for_every_file (samples, check_sample);
  for_every_file (examples, check_sample);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei/file/an-untouched-file-stays-as-it-is", test_an_untouched_file_stays_as_it_is);
  g_test_add_func ("/tei/file/tags-take-the-prefix-of-the-file", test_tags_take_the_prefix_of_the_file);
  g_test_add_func ("/tei/file/edges-in-cdata-part-the-section", test_edges_in_cdata_part_the_section);
  g_test_add_func ("/tei/file/every-encoding-and-line-end-stays", test_every_encoding_and_line_end_stays);
  g_test_add_func ("/tei/file/bad-files-are-refused-with-a-reason", test_bad_files_are_refused_with_a_reason);
  g_test_add_func ("/tei/file/a-range-outside-the-text-is-lost-not-dropped", test_a_range_outside_the_text_is_lost_not_dropped);
  g_test_add_func ("/tei/file/where-said-has-no-room-it-is-written-apart", test_where_said_has_no_room_it_is_written_apart);
  g_test_add_func ("/tei/file/what-nobody-says-gets-no-tags", test_what_nobody_says_gets_no_tags);
  g_test_add_func ("/tei/file/old-tei-is-read-but-not-changed", test_old_tei_is_read_but_not_changed);
  g_test_add_func ("/tei/file/every-truncation-is-an-error-or-right", test_every_truncation_is_an_error_or_right);
  g_test_add_func ("/tei/file/every-flipped-byte-is-an-error-or-right", test_every_flipped_byte_is_an_error_or_right);
  g_test_add_func ("/tei/file/hostile-xml-is-refused-at-once", test_hostile_xml_is_refused_at_once);
  g_test_add_func ("/tei/file/no-other-file-is-read", test_no_other_file_is_read);
  g_test_add_func ("/tei/file/samples-change-by-their-tags-alone", test_samples_change_by_their_tags_alone);

  return g_test_run ();
}
