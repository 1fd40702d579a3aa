/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents made into other TEI: Presser's own, and ParlaMint. */

#include <glib.h>
#include <string.h>

#include "presser-tei-convert.h"
#include "tei-testing.h"
#include "tei-validating.h"

static const char body[] = "<div><head>A  briefing</head>\n"
                           "  <p>It began at nine.</p>\n"
                           "  <note type=\"speaker\">MS. ONE:</note>\n"
                           "  <u xml:id=\"u1\" who=\"#p.one\"><seg>Good &amp; early morning.</seg>\n"
                           "    <kinesic><desc>applause</desc></kinesic>\n"
                           "    <seg>We shall pay.</seg></u>\n"
                           "  <note type=\"speaker\">Q:</note>\n"
                           "  <u xml:id=\"u2\"><seg>All of it?</seg></u>\n"
                           "</div>\n<div><head>Later</head><p>They left.</p></div>\n";

static PresserTeiFile *
open_briefing (void)
{
  g_autofree char  *xml = make_tei (body);
  PresserTeiFile   *file = read_text (xml);
  PresserDocument  *document = presser_tei_file_get_document (file);
  g_autofree char  *text = dup_text (file);
  guint             start = (guint) g_utf8_pointer_to_offset (text, strstr (text, "early"));
  guint             end = (guint) g_utf8_pointer_to_offset (text, strstr (text, " pay"));
  PresserStatement *plain = add_statement (file, start, end);
  g_autoptr (PresserTopic) topic = presser_topic_new ("t.money", "Money");
  g_autoptr (PresserStatement) about = presser_statement_with_topic (plain, "t.money");
  g_autoptr (PresserStatement) said = presser_statement_with_speaker (about, "p.one");

  presser_document_insert_topic (document, G_MAXUINT, topic);
  presser_document_replace_statement (document, plain, said);

  return file;
}

static PresserTeiConversion
make_conversion (PresserTeiFile *file,
                 GPtrArray      *statements)
{
  GListModel *model = presser_document_get_statements (presser_tei_file_get_document (file));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (statements, g_list_model_get_item (model, i));

  return (PresserTeiConversion){ presser_tei_file_get_document (file), "2026 briefing.xml", NULL, statements };
}

static void
assert_holds (GBytes         *bytes,
              GBytes         *statements,
              PresserTeiFile *original)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (bytes, "x.xml", &error);
  PresserDocument  *document = presser_tei_file_get_document (file);
  PresserStatement *statement;
  g_autofree char  *text = dup_text (file);
  g_autofree char  *expected = dup_text (original);
  g_autofree char  *quote = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  if (statements != NULL)
    {
      presser_tei_file_add_statements (file, statements, "x.statements.xml", &error);
      g_assert_no_error (error);
      document = presser_tei_file_get_document (file);
    }
  g_assert_cmpuint (presser_tei_file_get_strays (file)->len, ==, 0);
  statement = presser_document_get_statement (document, "s1");
  g_assert_nonnull (statement);
  quote = presser_document_dup_quote (document, statement);
  g_assert_cmpstr (quote, ==, "early morning. We shall");
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, "p.one");
  g_assert_true (presser_statement_has_topic (statement, "t.money"));
}

static void
test_any_placement (void)
{
  for (PresserTeiPlacement placement = PRESSER_TEI_IN_TEXT; placement <= PRESSER_TEI_BESIDE; placement++)
    {
      g_autoptr (PresserTeiFile) file = open_briefing ();
      g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
      PresserTeiConversion conversion = make_conversion (file, statements);
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = presser_tei_convert (&conversion, placement, "x.xml", &second, &error);
      g_autofree char *xml = NULL;

      g_assert_no_error (error);
      xml = bytes_to_string (bytes);
      assert_valid (xml);
      g_assert_true ((second != NULL) == (placement == PRESSER_TEI_BESIDE));
      g_assert_true ((strstr (xml, "<said") != NULL) == (placement == PRESSER_TEI_IN_TEXT));
      assert_holds (bytes, second, file);
    }
}

static void
test_withheld_words_stay_out (void)
{
  g_autoptr (PresserTeiFile) file = open_briefing ();
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  PresserTeiConversion conversion = { presser_tei_file_get_document (file), "a.xml", NULL, statements };
  g_autofree char     *text = dup_text (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *xml = NULL;

  memcpy (strstr (text, "early"), "xxxxx", 5);
  conversion.text = text;
  bytes = presser_tei_convert (&conversion, PRESSER_TEI_IN_TEXT, "x.xml", NULL, &error);
  g_assert_no_error (error);
  xml = bytes_to_string (bytes);
  g_assert_null (strstr (xml, "early"));
  g_assert_nonnull (strstr (xml, "xxxxx"));
}

static void
test_parlamint (void)
{
  g_autoptr (PresserTeiFile) file = open_briefing ();
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  PresserTeiConversion conversion = make_conversion (file, statements);
  g_autofree char     *id = presser_parlamint_make_id (&conversion);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = presser_parlamint_write (&conversion, id, &second, losses, &error);
  g_autofree char *xml = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "ParlaMint-2026-briefing");
  xml = bytes_to_string (bytes);
  other = bytes_to_string (second);
  assert_valid (xml);
  assert_valid (other);
  assert_holds (bytes, second, file);
  g_assert_null (strstr (xml, "<said"));
  g_assert_null (strstr (xml, "standOff"));
  g_assert_nonnull (strstr (xml, "<div type=\"debateSection\">"));
  g_assert_nonnull (strstr (xml, "<div type=\"commentSection\">"));
  g_assert_nonnull (strstr (xml, "<u xml:id=\"ParlaMint-2026-briefing.u1\" who=\"#p.one\" ana=\"#regular #t.money\">"));
  g_assert_nonnull (strstr (xml, "<u xml:id=\"ParlaMint-2026-briefing.u2\" ana=\"#regular\">"));
  g_assert_nonnull (strstr (xml, "quantity=\"2\" xml:lang=\"en\">2 speeches"));
  g_assert_nonnull (strstr (xml, "<tagUsage gi=\"seg\" occurs=\"3\"/>"));
  g_assert_nonnull (strstr (other, "target=\"ParlaMint-2026-briefing.xml#string-range(ParlaMint-2026-briefing.seg1,"));
  g_assert_nonnull (strstr (other, "<person xml:id=\"p.one\">"));
  g_assert_cmpuint (losses->len, >, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei/convert/any-placement", test_any_placement);
  g_test_add_func ("/tei/convert/withheld-words-stay-out", test_withheld_words_stay_out);
  g_test_add_func ("/tei/convert/parlamint", test_parlamint);

  return g_test_run ();
}
