/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "tei-testing.h"
#include "tei-validating.h"

static PresserMetadata *
make_metadata (void)
{
  static const struct
  {
    PresserMetadataField field;
    const char          *value;
  } values[] = {
    { PRESSER_METADATA_TITLE, "Talks & tea" },
    { PRESSER_METADATA_DATE, "2026-03-14" },
    { PRESSER_METADATA_DATE_TEXT, "14 March" },
    { PRESSER_METADATA_PLACE, "Port Hall" },
    { PRESSER_METADATA_EVENT, "press conference" },
    { PRESSER_METADATA_SOURCE, "https://example.org/talks" },
    { PRESSER_METADATA_PUBLISHER, "Ministry" },
    { PRESSER_METADATA_LANGUAGE, "en" },
    { PRESSER_METADATA_RECORDING, "talks.mp4" },
    { PRESSER_METADATA_FILE_NAME, "talks.txt" },
    { PRESSER_METADATA_FILE_SHA256, "00ff" },
    { PRESSER_METADATA_FILE_SIZE, "321" },
    { PRESSER_METADATA_FILE_FORMAT, "text" },
    { PRESSER_METADATA_FILE_ENCODING, "UTF-8" },
  };
  PresserMetadata *metadata = presser_metadata_new ();

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      PresserMetadata *more = presser_metadata_with (metadata, values[i].field, values[i].value);

      g_object_unref (metadata);
      metadata = more;
    }

  return metadata;
}

static void
add (PresserTeiBuilder   *builder,
     PresserParagraphKind kind,
     const char          *text)
{
  presser_tei_builder_add_paragraph (builder, kind, text, -1);
}

static GBytes *
build_talks (void)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_autoptr (PresserMetadata) metadata = make_metadata ();
  const char *one;
  const char *press;

  presser_tei_builder_set_metadata (builder, metadata);
  presser_tei_builder_add_remark (builder, "Two odd characters were replaced.");
  add (builder, PRESSER_PARAGRAPH_HEADING, "Talks & tea");
  add (builder, PRESSER_PARAGRAPH_DATELINE, "Port Hall, 14 March");
  add (builder, PRESSER_PARAGRAPH_BODY, "The talks went <well>.");
  one = presser_tei_builder_add_speaker (builder, "Ada One", "Minister", FALSE);
  presser_tei_builder_add_alias (builder, one, "MS. ONE");
  presser_tei_builder_begin_turn (builder, one, "MS. ONE:", 0, 4200);
  add (builder, PRESSER_PARAGRAPH_BODY, "Good  morning.");
  add (builder, PRESSER_PARAGRAPH_STAGE, "(Laughter.)");
  add (builder, PRESSER_PARAGRAPH_HEADING, "On tea");
  add (builder, PRESSER_PARAGRAPH_SPEECH, " Tea is good. ");
  press = presser_tei_builder_add_speaker (builder, "Reporter", NULL, TRUE);
  presser_tei_builder_begin_turn (builder, press, "Q", 4200, PRESSER_TIME_UNKNOWN);
  add (builder, PRESSER_PARAGRAPH_BODY, "Why?");
  presser_tei_builder_end_turn (builder);
  add (builder, PRESSER_PARAGRAPH_NOTE, "Page 2");
  add (builder, PRESSER_PARAGRAPH_HEADING, "Afterwards");
  add (builder, PRESSER_PARAGRAPH_BYLINE, "By nobody");
  add (builder, PRESSER_PARAGRAPH_STAGE, "(Applause.)");
  add (builder, PRESSER_PARAGRAPH_SPEECH, "A voice from nowhere.");
  add (builder, PRESSER_PARAGRAPH_LABEL, "MR. SILENT:");
  add (builder, PRESSER_PARAGRAPH_BODY, "");

  return presser_tei_builder_finish (builder);
}

static char *
without_version (const char *xml)
{
  g_autoptr (GRegex) regex = g_regex_new ("ident=\"presser\" version=\"[^\"]*\"", 0, 0, NULL);

  return g_regex_replace_literal (regex, xml, -1, 0, "ident=\"presser\"", 0, NULL);
}

static void
test_the_file_is_as_it_should_be (void)
{
  g_autoptr (GBytes) bytes = build_talks ();
  g_autofree char *xml = bytes_to_string (bytes);
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "data", "tei", "builder.xml", NULL);
  g_autofree char *golden = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *actual = without_version (xml);
  g_autoptr (GError) error = NULL;

  assert_valid (xml);
  if (g_getenv ("PRESSER_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (name, xml, -1, NULL);
  g_file_get_contents (name, &golden, NULL, &error);
  g_assert_no_error (error);
  expected = without_version (golden);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_it_is_read_back_as_it_was_given (void)
{
  static const struct
  {
    PresserParagraphKind kind;
    const char          *text;
    const char          *speaker;
    gint64               start;
  } lines[] = {
    { PRESSER_PARAGRAPH_HEADING, "Talks & tea", NULL, -1 },
    { PRESSER_PARAGRAPH_DATELINE, "Port Hall, 14 March", NULL, -1 },
    { PRESSER_PARAGRAPH_BODY, "The talks went <well>.", NULL, -1 },
    { PRESSER_PARAGRAPH_LABEL, "MS. ONE:", NULL, -1 },
    { PRESSER_PARAGRAPH_SPEECH, "Good  morning.", "p.one", 0 },
    { PRESSER_PARAGRAPH_STAGE, "(Laughter.)", NULL, -1 },
    { PRESSER_PARAGRAPH_HEADING, "On tea", NULL, -1 },
    { PRESSER_PARAGRAPH_SPEECH, " Tea is good. ", "p.one", 0 },
    { PRESSER_PARAGRAPH_LABEL, "Q", NULL, -1 },
    { PRESSER_PARAGRAPH_SPEECH, "Why?", "p.reporter", 4200 },
    { PRESSER_PARAGRAPH_NOTE, "Page 2", NULL, -1 },
    { PRESSER_PARAGRAPH_HEADING, "Afterwards", NULL, -1 },
    { PRESSER_PARAGRAPH_BYLINE, "By nobody", NULL, -1 },
    { PRESSER_PARAGRAPH_STAGE, "(Applause.)", NULL, -1 },
    { PRESSER_PARAGRAPH_SPEECH, "A voice from nowhere.", NULL, -1 },
    { PRESSER_PARAGRAPH_LABEL, "MR. SILENT:", NULL, -1 },
    { PRESSER_PARAGRAPH_BODY, "", NULL, -1 },
  };
  g_autoptr (GBytes) bytes = build_talks ();
  g_autofree char *xml = bytes_to_string (bytes);
  g_autoptr (PresserTeiFile) file = read_text (xml);
  PresserDocument *document = presser_tei_file_get_document (file);
  g_autoptr (PresserMetadata) metadata = make_metadata ();
  PresserSpeaker *speaker = presser_document_get_speaker (document, "p.one");

  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      g_autofree char  *text = presser_text_dup_slice (presser_document_get_text (document),
                                                       presser_document_get_paragraph_range (document, i));

      g_assert_cmpstr (text, ==, lines[i].text);
      g_assert_cmpint (presser_paragraph_get_kind (paragraph), ==, lines[i].kind);
      g_assert_cmpstr (presser_paragraph_get_speaker (paragraph), ==, lines[i].speaker);
      g_assert_cmpint (presser_paragraph_get_start_time (paragraph), ==, lines[i].start);
    }
  for (PresserMetadataField field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
    g_assert_cmpstr (presser_metadata_get (presser_document_get_metadata (document), field), ==,
                     presser_metadata_get (metadata, field));
  g_assert_cmpstr (presser_speaker_get_name (speaker), ==, "Ada One");
  g_assert_cmpstr (presser_speaker_get_role (speaker), ==, "Minister");
  g_assert_true (presser_speaker_is_called (speaker, "MS. ONE"));
  g_assert_true (presser_speaker_is_unnamed (presser_document_get_speaker (document, "p.reporter")));
}

static void
test_nothing_at_all_is_a_valid_file (void)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_autoptr (GBytes) bytes = presser_tei_builder_finish (builder);
  g_autofree char *xml = bytes_to_string (bytes);
  g_autoptr (PresserTeiFile) file = read_text (xml);
  g_autofree char *text = dup_text (file);

  assert_valid (xml);
  g_assert_cmpstr (text, ==, "");
}

static void
test_any_order_of_kinds_is_valid (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *xml = NULL;

      for (guint i = 0; i < 12; i++)
        {
          if (g_rand_int_range (rand, 0, 4) == 0)
            presser_tei_builder_begin_turn (builder, presser_tei_builder_add_speaker (builder, "X", NULL, FALSE), "X:", 5, 9);
          else if (g_rand_int_range (rand, 0, 4) == 0)
            presser_tei_builder_end_turn (builder);
          add (builder, (PresserParagraphKind) g_rand_int_range (rand, 0, 8), "some text");
        }
      bytes = presser_tei_builder_finish (builder);
      xml = bytes_to_string (bytes);
      assert_valid (xml);
    }
}

static void
test_odd_text_comes_back (void)
{
  static const struct
  {
    const char *given;
    const char *read;
  } texts[] = {
    { "  two  blanks\tand a tab ", "  two  blanks\tand a tab " },
    { "line\nend\r\nand\rmore", "line end and more" },
    { "a \xE2\x80\xA8 b \xE2\x80\xA9 c", "a   b   c" },
    { "bad \x01 and \xFF and \xEF\xBF\xBF.", "bad \xEF\xBF\xBD and \xEF\xBF\xBD and \xEF\xBF\xBD." },
    { "]]> & <x> \"q\" 'a' &amp;", "]]> & <x> \"q\" 'a' &amp;" },
    { "\xC2\xA0no break\xC2\xA0", "\xC2\xA0no break\xC2\xA0" },
    { "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xF0\x9F\x98\x80", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xF0\x9F\x98\x80" },
    { " ", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *xml = NULL;
      g_autoptr (PresserTeiFile) file = NULL;
      g_autofree char *text = NULL;

      add (builder, PRESSER_PARAGRAPH_BODY, texts[i].given);
      bytes = presser_tei_builder_finish (builder);
      xml = bytes_to_string (bytes);
      file = read_text (xml);
      text = dup_text (file);
      g_assert_cmpstr (text, ==, texts[i].read);
    }
}

static void
test_speakers_get_readable_ids_of_their_own (void)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();

  g_assert_cmpstr (presser_tei_builder_add_speaker (builder, "Sergey Lavrov", NULL, FALSE), ==, "p.lavrov");
  g_assert_cmpstr (presser_tei_builder_add_speaker (builder, "Maria Lavrov", NULL, FALSE), ==, "p.lavrov-2");
  g_assert_cmpstr (presser_tei_builder_add_speaker (builder, "Sergey Lavrov", NULL, FALSE), ==, "p.lavrov");
  g_assert_cmpstr (presser_tei_builder_add_speaker (builder, "Audience member", NULL, TRUE), ==, "p.audience-member");
  g_assert_cmpstr (presser_tei_builder_add_speaker (builder, "???", NULL, FALSE), ==, "p.x");
}

static void
test_times_of_words_are_anchors (void)
{
  static const PresserTeiAnchor anchors[] = { { 0, 100 }, { 5, 400 }, { 5, 500 }, { 3, 600 }, { 99, 700 } };
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *text = NULL;

  presser_tei_builder_begin_turn (builder, NULL, NULL, 100, PRESSER_TIME_UNKNOWN);
  presser_tei_builder_add_timed_paragraph (builder, PRESSER_PARAGRAPH_SPEECH, "Good morning.", -1, anchors, G_N_ELEMENTS (anchors));
  bytes = presser_tei_builder_finish (builder);
  xml = bytes_to_string (bytes);
  g_assert_nonnull (strstr (xml, "<anchor synch=\"#T1\"/>Good <anchor synch=\"#T2\"/><anchor synch=\"#T3\"/>morning.</seg>"));

  file = presser_tei_file_new (bytes, "x.xml", &error);
  g_assert_no_error (error);
  text = dup_text (file);
  g_assert_cmpstr (text, ==, "Good morning.");
}

static void
test_turns_keep_their_questions_and_their_silence (void)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  const char *who = presser_tei_builder_add_speaker (builder, "Ann Vale", NULL, FALSE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiFile) file = NULL;
  g_autoptr (GError) error = NULL;
  PresserDocument  *document;
  PresserParagraph *silent, *answer;

  presser_tei_builder_begin_turn (builder, NULL, NULL, PRESSER_TIME_UNKNOWN, PRESSER_TIME_UNKNOWN);
  presser_tei_builder_begin_turn (builder, who, NULL, PRESSER_TIME_UNKNOWN, PRESSER_TIME_UNKNOWN);
  presser_tei_builder_set_question (builder, 1);
  add (builder, PRESSER_PARAGRAPH_SPEECH, "Yes.");
  g_assert_cmpuint (presser_tei_builder_get_turn (builder), ==, 2);
  bytes = presser_tei_builder_finish (builder);
  file = presser_tei_file_new (bytes, "x.xml", &error);
  g_assert_no_error (error);

  document = presser_tei_file_get_document (file);
  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, 2);
  silent = presser_document_get_paragraph (document, 0);
  answer = presser_document_get_paragraph (document, 1);
  g_assert_cmpstr (presser_paragraph_get_turn (silent), ==, "u1");
  g_assert_null (presser_paragraph_get_question (silent));
  g_assert_cmpstr (presser_paragraph_get_question (answer), ==, "u1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tei/builder/the-file-is-as-it-should-be", test_the_file_is_as_it_should_be);
  g_test_add_func ("/tei/builder/it-is-read-back-as-it-was-given", test_it_is_read_back_as_it_was_given);
  g_test_add_func ("/tei/builder/nothing-at-all-is-a-valid-file", test_nothing_at_all_is_a_valid_file);
  g_test_add_func ("/tei/builder/any-order-of-kinds-is-valid", test_any_order_of_kinds_is_valid);
  g_test_add_func ("/tei/builder/turns-keep-their-questions-and-their-silence", test_turns_keep_their_questions_and_their_silence);
  g_test_add_func ("/tei/builder/times-of-words-are-anchors", test_times_of_words_are_anchors);
  g_test_add_func ("/tei/builder/odd-text-comes-back", test_odd_text_comes_back);
  g_test_add_func ("/tei/builder/speakers-get-readable-ids-of-their-own", test_speakers_get_readable_ids_of_their_own);

  return g_test_run ();
}
