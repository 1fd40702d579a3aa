/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that want to do harm, or that something has done harm to: a message with the name of the file, soon. Those
 * that are archives are in test-archive.c, those that cannot be read at all in tests/cli. */

#include "reading.h"

#include <string.h>

static void
assert_fails (GBytes     *bytes,
              const char *part)
{
  g_autofree char *message = reading_dup_failure (bytes, "odd.file");

  if (strstr (message, part) == NULL)
    g_error ("“%s” does not say “%s”", message, part);
}

static void
assert_text_fails (const char *text,
                   const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  assert_fails (bytes, part);
}

/* Read as that format because the user says so. */
static void
assert_format_fails (const char *format,
                     const char *text,
                     const char *part)
{
  const PresserImportOptions options = { .format = format };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (presser_import (bytes, "odd.file", &options, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, part));
}

static GBytes *
repeat (const char *head,
        const char *piece,
        guint       n,
        const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, tail);

  return g_string_free_to_bytes (text);
}

static void
test_json_of_any_depth_ends_soon (void)
{
  g_autoptr (GBytes) arrays = repeat ("", "[", 10000, "]");
  g_autoptr (GBytes) objects = repeat ("", "{\"a\":", 10000, "1}");
  g_autoptr (GBytes) mixed = repeat ("", "[{\"text\":", 10000, "1}]");

  assert_fails (arrays, "levels");
  assert_fails (objects, "levels");
  assert_fails (mixed, "levels");
}

static void
test_json_that_json_does_not_allow_is_refused (void)
{
  assert_text_fails ("{\"segments\":[{\"start\":NaN,\"text\":\"Hello\"}]}", "JSON");
  assert_text_fails ("{\"segments\":[{\"text\":\"a\\ud800b\",\"start\":0}]}", "half of a character");
  assert_text_fails ("{\"segments\":[{\"text\":\"a\\udc00b\",\"start\":0}]}", "half of a character");
  assert_text_fails ("{\"segments\":[{\"text\":\"a", "JSON");
}

static void
test_times_beyond_reason_are_unknown (void)
{
  g_autoptr (Reading) reading = reading_new_text ("{\"segments\":[{\"start\":1e300,\"end\":-5,\"speaker\":\"Ann\",\"text\":\"Hello there\"},"
                                                  "{\"start\":\"x\",\"end\":\"9999999999999\",\"speaker\":\"Bo\",\"text\":\"Yes\"}]}",
                                                  "x.json");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 2);
  g_assert_cmpint (presser_paragraph_get_start_time (presser_document_get_paragraph (reading_get_document (reading), 1)), ==,
                   PRESSER_TIME_UNKNOWN);
}

static void
test_captions_that_cannot_be_are_refused (void)
{
  assert_text_fails ("1\n00:10:00,000 --> 00:00:01,000\nHi\n\n2\n00:00:00,000 --> 00:00:00,500\nThere\n", "backwards");
}

static void
test_bytes_that_are_no_text_are_refused (void)
{
  g_autofree guint8 *zeros = g_malloc0 (100000);
  g_autoptr (GBytes) nothing_but_zeros = g_bytes_new (zeros, 100000);
  g_autoptr (GBytes) some_zeros = g_bytes_new ("Hello\0there\nHello\0there\nHello\0there\n", 36);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) packed = g_bytes_new ("PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32);

  assert_fails (nothing_but_zeros, "NUL");
  assert_fails (some_zeros, "NUL");
  assert_fails (empty, "empty");
  assert_fails (packed, "ZIP");
  assert_format_fails ("json", "\n \n", "no text");
  assert_format_fails ("xml", "<ht\xff\xff>ml", "not sound XML");
  assert_text_fails (" \n \n---\n", "no text");
}

static void
test_bytes_that_are_no_characters_are_marked (void)
{
  g_autoptr (GBytes) bytes = repeat ("Hello there, \xed\xa0\x80 all of you.\n", "Blåbærgrød på øen, æbler på åen, år på år, få på få.\n", 20, "");
  g_autoptr (Reading) reading = reading_new (bytes, "x.txt");

  g_assert_true (reading_has_remark (reading, "UTF-8"));
}

static void
test_entities_never_multiply (void)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"lol\">");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < 12; i++)
    {
      g_string_append_printf (xml, "<!ENTITY a%u \"", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (xml, "&a%u;", i - 1);
      g_string_append (xml, "\">");
    }
  g_string_append (xml, "]><x>&a11;</x>");
  bytes = g_string_free_to_bytes (xml);

  assert_fails (bytes, "XML");
}

static void
test_marks_without_end_are_read_once (void)
{
  static const char *const pieces[] = { "[", "**", "_a", "<b>", "`", "a:", "Q ", ">>", "<NAME>", "![", "((", "\"x," };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GBytes) bytes = repeat ("**Ann**: yes\n\n**Bo**: no\n\n", pieces[i], 300000, "\n");
      g_autoptr (Reading) reading = reading_new (bytes, "x.md");

      g_assert_cmpuint (presser_document_get_n_paragraphs (reading_get_document (reading)), >, 0);
    }
}

#ifdef HAVE_POPPLER
static void
test_pdf_that_cannot_be_opened_says_why (void)
{
  assert_text_fails ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                     "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
                     "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<4141414141414141414141414141414141414141414141414141414141414141>"
                     "/U<4242424242424242424242424242424242424242424242424242424242424242>>>endobj\n"
                     "trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF",
                     "password");
  assert_text_fails ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
                     "trailer<</Root 1 0 R>>\n%%EOF",
                     "no text");
  assert_text_fails ("%PDF-1.4\n1 0 obj<<", "damaged");
}
#endif

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/json-of-any-depth-ends-soon", test_json_of_any_depth_ends_soon);
  g_test_add_func ("/hostile/json-that-json-does-not-allow-is-refused", test_json_that_json_does_not_allow_is_refused);
  g_test_add_func ("/hostile/times-beyond-reason-are-unknown", test_times_beyond_reason_are_unknown);
  g_test_add_func ("/hostile/captions-that-cannot-be-are-refused", test_captions_that_cannot_be_are_refused);
  g_test_add_func ("/hostile/bytes-that-are-no-text-are-refused", test_bytes_that_are_no_text_are_refused);
  g_test_add_func ("/hostile/bytes-that-are-no-characters-are-marked", test_bytes_that_are_no_characters_are_marked);
  g_test_add_func ("/hostile/entities-never-multiply", test_entities_never_multiply);
  g_test_add_func ("/hostile/marks-without-end-are-read-once", test_marks_without_end_are_read_once);
#ifdef HAVE_POPPLER
  g_test_add_func ("/hostile/pdf-that-cannot-be-opened-says-why", test_pdf_that_cannot_be_opened_says_why);
#endif

  return g_test_run ();
}
