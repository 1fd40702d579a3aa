/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

#include "presser-error.h"

typedef struct
{
  const char *content;
  const char *format;
} Row;

/* The name says nothing: it is the same for all. */
static const Row rows[] = {
  { "Hello. This is a text.\n", "text" },
  { "---\ntitle: Tolls\ndate: 2026-03-14\n---\n\nHello.\n", "markdown" },
  { "**Anna**: Hello\n\n**Ben**: Yes\n\n**Anna**: So\n", "markdown" },
  { "Hearing\n=======\n\n**Anna**: Hello\n", "rst" },
  { "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n", "vtt" },
  { "1\n00:00:00,000 --> 00:00:01,000\nHello\n", "srt" },
  { "<!DOCTYPE html><html><body><p>Hello</p></body></html>", "html" },
  { "{\"segments\": [{\"text\": \"Hello\", \"start\": 0}]}", "json" },
  { "speaker,text\nAnna,Hello\n", "csv" },
  { "speaker\ttext\nAnna\tHello\n", "csv" },
  { "{\\rtf1\\ansi Hello\\par}", "rtf" },
  { "<?xml version=\"1.0\"?><talk><line>Hello</line></talk>", "xml" },
};

static void
test_tells_formats_by_content (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Reading) reading = reading_new_text (rows[i].content, "thing.doc");

      g_test_message ("%s", rows[i].content);
      g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_FILE_FORMAT), ==, rows[i].format);
    }
}

static void
test_tei_comes_back_as_the_same_bytes (void)
{
  static const char tei[] = "<?xml version='1.0'?>\n<!-- <html> -->\n<TEI  xmlns=\"http://www.tei-c.org/ns/1.0\"\n><x/></TEI>\n\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (tei, sizeof tei - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) imported = presser_import (bytes, "x.txt", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, imported));
}

static void
test_tells_the_history (void)
{
  g_autoptr (Reading) reading = reading_new_text ("Hello. This is a text.\n", "a & b.txt");
  gsize       size;
  const char *xml = g_bytes_get_data (reading->tei, &size);

  g_assert_nonnull (g_strstr_len (xml, (gssize) size, "<revisionDesc>\n      <change when=\"2"));
  g_assert_nonnull (g_strstr_len (xml, (gssize) size, "Imported from a &amp; b.txt, read as text;"));
}

static void
test_describes_the_file (void)
{
  g_autoptr (Reading) reading = reading_new_text ("Gr\xfc\xdf Gott, sagte die Ministerin f\xfcr Verkehr.\n", "gruss.txt");

  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_FILE_NAME), ==, "gruss.txt");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_FILE_SIZE), ==, "45");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_FILE_ENCODING), ==, "WINDOWS-1252");
  g_assert_cmpuint (strlen (reading_get_metadata (reading, PRESSER_METADATA_FILE_SHA256)), ==, 64);
}

static void
test_the_user_knows_better_than_the_file (void)
{
  static const char text[] = "A title of the file\n\n4 May 2022\n\nA sentence, and one more.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (PresserMetadata) none = presser_metadata_new ();
  g_autoptr (PresserMetadata) known = presser_metadata_with (none, PRESSER_METADATA_TITLE, "My own title");
  PresserImportOptions options = { .metadata = known };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tei = presser_import (bytes, "x.txt", &options, NULL, &error);
  g_autoptr (PresserTeiFile) file = NULL;
  PresserMetadata *metadata;

  g_assert_no_error (error);
  file = presser_tei_file_new (tei, "x.xml", &error);
  g_assert_no_error (error);
  metadata = presser_document_get_metadata (presser_tei_file_get_document (file));
  g_assert_cmpstr (presser_metadata_get (metadata, PRESSER_METADATA_TITLE), ==, "My own title");
  g_assert_cmpstr (presser_metadata_get (metadata, PRESSER_METADATA_DATE), ==, "2022-05-04");
}

static void
test_a_wanted_format_and_encoding_are_used (void)
{
  static const char text[] = "**not** *marked* here \xe9\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  PresserImportOptions options = { .format = "text", .encoding = "KOI8-R" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tei = presser_import (bytes, "x.md", &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (tei, NULL), (gssize) g_bytes_get_size (tei), "**not** *marked* here И"));
}

static void
test_an_unknown_format_is_an_error (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  PresserImportOptions options = { .format = "wordstar" };
  g_autoptr (GError) error = NULL;

  g_assert_null (presser_import (bytes, "x", &options, NULL, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED);
}

static void
assert_refused (const char *bytes,
                gsize       size,
                const char *part)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, size);
  g_autofree char *message = reading_dup_failure (data, "thing.bin");

  g_assert_nonnull (strstr (message, part));
}

static void
test_refuses_with_advice (void)
{
  static const char zeros[4096];

  assert_refused ("", 0, "empty");
  assert_refused (zeros, sizeof zeros, "NUL");
  assert_refused ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", 12, "DOCX");
  assert_refused ("\x89PNG\r\n\x1a\n\0\0\0", 11, "picture");
  assert_refused ("ID3\x03\0\0\0\0", 8, "transcribed");
  assert_refused ("PK\x03\x04\0\0\0\0", 8, "ZIP");
  assert_refused ("{\"a\": 1}", 8, "JSON");
  assert_refused ("{\"text\": \"x\"", 12, "JSON");
  assert_refused ("<?xml version=\"1.0\"?><a><b></a>", 31, "line 1");
}

static void
test_refuses_deep_json (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "{\"a\":");
  assert_refused (deep->str, deep->len, "nested");
}

static void
test_the_table_is_sound (void)
{
  const PresserImporter *const *importers = presser_importers_get ();

  for (guint i = 0; importers[i] != NULL; i++)
    {
      g_assert_true (presser_importer_find (importers[i]->id) == importers[i]);
      g_assert_nonnull (importers[i]->description);
      g_assert_nonnull (importers[i]->patterns);
    }
  g_assert_null (presser_importer_find ("wordstar"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/tells-formats-by-content", test_tells_formats_by_content);
  g_test_add_func ("/import/tei-comes-back-as-the-same-bytes", test_tei_comes_back_as_the_same_bytes);
  g_test_add_func ("/import/tells-the-history", test_tells_the_history);
  g_test_add_func ("/import/describes-the-file", test_describes_the_file);
  g_test_add_func ("/import/the-user-knows-better-than-the-file", test_the_user_knows_better_than_the_file);
  g_test_add_func ("/import/a-wanted-format-and-encoding-are-used", test_a_wanted_format_and_encoding_are_used);
  g_test_add_func ("/import/an-unknown-format-is-an-error", test_an_unknown_format_is_an_error);
  g_test_add_func ("/import/refuses-with-advice", test_refuses_with_advice);
  g_test_add_func ("/import/refuses-deep-json", test_refuses_deep_json);
  g_test_add_func ("/import/the-table-is-sound", test_the_table_is_sound);

  return g_test_run ();
}
