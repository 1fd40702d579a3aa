/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

static void
assert_paragraph (Reading             *reading,
                  PresserParagraphKind kind,
                  guint                place,
                  const char          *text)
{
  g_autofree char *found = reading_dup_paragraph (reading, kind, place);

  g_assert_cmpstr (found, ==, text);
}

/* The place-th paragraph that begins a turn. */
static gint64
get_turn_time (Reading *reading,
               guint    place,
               gboolean end)
{
  PresserDocument *document = reading_get_document (reading);
  const char      *last = NULL;

  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      const char       *turn = presser_paragraph_get_turn (paragraph);

      if (turn == NULL || g_strcmp0 (turn, last) == 0)
        continue;
      last = turn;
      if (place-- == 0)
        return end ? presser_paragraph_get_end_time (paragraph) : presser_paragraph_get_start_time (paragraph);
    }

  return -2;
}

static void
test_markdown_loses_its_marks_and_nothing_else (void)
{
  static const char text[] = "---\ntitle: \"Talk on\\_tolls\"\ndate: '2026-03-14'\nsource_url: https://example.org/x\n---\n\n"
                             "*(10.30 am)*\n\n# First part\n\n**Anna Lund:** We *will* sign \\[soon\\], see [the\npaper](https://example.org).\n\n"
                             "**Ben Holm**: A footnote* and `code` &amp; <s>more</s>.\n\n**Anna Lund:** Yes.\n\n**Ben Holm**: No.\n";
  g_autoptr (Reading) reading = reading_new_text (text, "talk.md");

  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_TITLE), ==, "Talk on\302\240tolls");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE), ==, "2026-03-14");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_SOURCE), ==, "https://example.org/x");
  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 4);
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, "We will sign [soon], see the paper.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 1, "A footnote* and code & more.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_HEADING, 0, "First part");
}

static void
test_captions_become_sentences_and_turns (void)
{
  static const char text[] = "1\n00:00:01,000 --> 00:00:02,000\nAnna: We will\n\n2\n00:00:02,000 --> 00:00:03,500\nsign <i>in May</i>.\n\n"
                             "3\n00:00:04,000 --> 00:00:05,000\nBen: When?\n\n4\n00:00:05,000 --> 00:00:06,000\nAnna: In May.\n\n"
                             "5\n00:00:07,000 --> 00:00:08,000\nBen: And\nthen?\n\n6\n00:00:09,000 --> 00:00:10,000\nAnna: June.\n";
  g_autoptr (Reading) reading = reading_new_text (text, "x.srt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 5);
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, "We will sign in May.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 3, "And then?");
  g_assert_cmpint (get_turn_time (reading, 0, FALSE), ==, 1000);
  g_assert_cmpint (get_turn_time (reading, 0, TRUE), ==, 3500);
}

static void
test_voices_of_webvtt_are_speakers (void)
{
  static const char text[] = "WEBVTT\n\nNOTE a\nb\n\nid\n00:00.000 --> 00:01.000 align:start\n<v Anna Lund>We will\n\n"
                             "00:01.000 --> 00:02.000\n<v.loud Anna Lund>sign &amp; seal.</v>\n\n00:03.000 --> 00:04.000\n<v ->When?\n";
  g_autoptr (Reading) reading = reading_new_text (text, "x.vtt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 2);
  g_assert_cmpuint (reading_count_turns (reading, "Anna Lund"), ==, 1);
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, "We will sign & seal.");
}

static guint
count_anchors (Reading *reading)
{
  gsize       size;
  const char *xml = g_bytes_get_data (reading->tei, &size);
  guint       n = 0;

  for (const char *place = g_strstr_len (xml, (gssize) size, "<anchor "); place != NULL;
       place = g_strstr_len (place + 1, (gssize) size - (place + 1 - xml), "<anchor "))
    n++;

  return n;
}

static void
test_times_of_words_are_kept (void)
{
  static const char *const texts[] = {
    "{\"segments\":[{\"start\":1,\"text\":\" Good morning, all.\",\"words\":[{\"word\":\"Good\",\"start\":1},{\"word\":\"morning,\",\"start\":1.5},"
    "{\"word\":\"all.\",\"start\":2}]}]}",
    "{\"monologues\":[{\"speaker\":0,\"elements\":[{\"type\":\"text\",\"value\":\"Good\",\"ts\":1},{\"type\":\"punct\",\"value\":\" \"},"
    "{\"type\":\"text\",\"value\":\"morning\",\"ts\":2},{\"type\":\"punct\",\"value\":\", \"},{\"type\":\"text\",\"value\":\"all\",\"ts\":3}]}]}",
    "{\"words\":[{\"text\":\"Good\",\"start\":1,\"end\":2},{\"text\":\"morning,\",\"start\":2,\"end\":3},{\"text\":\"all.\",\"start\":4,\"end\":5}],"
    "\"paragraphs\":[{\"speaker\":\"Ann\",\"start\":1,\"end\":5}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Reading) reading = reading_new_text (texts[i], "x.json");
      g_autofree char *speech = reading_dup_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0);

      g_assert_cmpuint (count_anchors (reading), ==, 3);
      g_assert_true (g_str_has_prefix (speech, "Good morning, all"));
    }
}

static void
test_captions_without_names_keep_their_times (void)
{
  static const char text[] = "1\n00:00:01,000 --> 00:00:02,000\nOne is here.\n\n2\n00:00:20,000 --> 00:00:21,000\nTwo is here.\n";
  g_autoptr (Reading) reading = reading_new_text (text, "x.srt");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 2);
  g_assert_cmpuint (reading_count_speakers (reading), ==, 0);
  g_assert_cmpint (get_turn_time (reading, 1, FALSE), ==, 20000);
}

static void
test_captions_that_run_backwards_are_kept (void)
{
  static const char text[] = "1\n00:00:10,000 --> 00:00:12,000\nOne.\n\n2\n00:00:01,000 --> 00:00:03,000\nTwo.\n\n"
                             "3\n00:00:04,000 --> 00:00:05,000\nThree.\n";
  g_autoptr (Reading) reading = reading_new_text (text, "x.srt");

  g_assert_true (reading_has_remark (reading, "backwards"));
}

static void
test_finds_the_transcript_in_a_page (void)
{
  static const char page[] = "<html lang='en'><head><title>Tolls | Ministry</title><meta name='description' content='MS. LUND: Good'>"
                             "<meta property='article:published_time' content='2026-03-14T10:00'><link rel='canonical' href='https://example.org/t'>"
                             "</head><body><nav><ul><li>MENU: one<li>MENU: two</ul></nav><script>var Q = 'MS. LUND: no';</script>"
                             "<div id='c'><h1>Tolls fall</h1><p>MS. LUND:&nbsp; Good day.</p><p>It is said.</p><p>Q&nbsp;&nbsp; When?</p>"
                             "<p>MS. LUND: In<br>May.</p></div><footer>Contact: us</footer></body></html>";
  g_autoptr (Reading) reading = reading_new_text (page, "x.html");
  PresserDocument *document = reading_get_document (reading);
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 3);
  g_assert_cmpuint (reading_count_turns (reading, "MS. LUND"), ==, 2);
  g_assert_null (strstr (text, "MENU"));
  g_assert_null (strstr (text, "var Q"));
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE), ==, "2026-03-14");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_SOURCE), ==, "https://example.org/t");
}

static void
test_cite_and_time_are_labels (void)
{
  static const char page[] = "<cite>Anna:</cite><time>0:00</time><p>Hello.</p><cite>Ben:</cite><time>0:53</time><p>Hi.</p>"
                             "<cite>Anna:</cite><time>1:10</time><p>So.</p><cite>Ben:</cite><time>1:20</time><p>Yes.</p>";
  g_autoptr (Reading) reading = reading_new_text (page, "x.html");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 4);
  g_assert_cmpint (get_turn_time (reading, 1, FALSE), ==, 53000);
}

typedef struct
{
  const char *json;
  guint       n_turns;
  const char *speaker;
  const char *first;
  gint64      time;
} Row;

static const Row rows[] = {
  { "{\"segments\":[{\"start\":1.5,\"end\":2,\"text\":\" We will\",\"speaker\":\"SPEAKER_00\"},{\"start\":2,\"end\":3,\"text\":\" sign.\",\"speaker\":\"SPEAKER_00\"},"
    "{\"start\":3,\"end\":4,\"text\":\" When?\",\"speaker\":\"SPEAKER_01\"}],\"language\":\"en\"}",
    2, "SPEAKER_00", "We will sign.", 1500 },
  { "{\"results\":{\"items\":[{\"start_time\":\"0.5\",\"end_time\":\"1\",\"type\":\"pronunciation\",\"speaker_label\":\"spk_0\",\"alternatives\":[{\"content\":\"Yes\"}]},"
    "{\"type\":\"punctuation\",\"alternatives\":[{\"content\":\".\"}]},{\"start_time\":\"2\",\"type\":\"pronunciation\",\"speaker_label\":\"spk_1\",\"alternatives\":[{\"content\":\"No\"}]}]}}",
    2, "spk_1", "Yes.", 500 },
  { "{\"monologues\":[{\"speaker\":0,\"elements\":[{\"type\":\"text\",\"value\":\"Hello\",\"ts\":1.0},{\"type\":\"punct\",\"value\":\" \"},{\"type\":\"text\",\"value\":\"there\"}]}]}",
    1, "Speaker 0", "Hello there", 1000 },
  { "{\"words\":[{\"start\":0,\"end\":1,\"text\":\"One\"},{\"start\":1,\"end\":2,\"text\":\"two.\"},{\"start\":5,\"end\":6,\"text\":\"Three.\"}],"
    "\"paragraphs\":[{\"speaker\":\"Anna\",\"start\":0,\"end\":2},{\"speaker\":\"Ben\",\"start\":5,\"end\":6}]}",
    2, "Ben", "One two.", 0 },
  { "{\"utterances\":[{\"speaker\":\"A\",\"start\":1000,\"end\":600000,\"text\":\"Hello.\"},{\"speaker\":\"B\",\"start\":6000000,\"end\":6100000,\"text\":\"Hi.\"}]}",
    2, "B", "Hello.", 1000 },
  { "{\"transcription\":[{\"offsets\":{\"from\":1500,\"to\":2000},\"text\":\" Hello.\",\"speaker\":\"0\"}]}", 1, "0", "Hello.", 1500 },
  { "[{\"speaker\":\"Anna\",\"content\":\"Hello.\"},{\"speaker\":null,\"content\":\"Hi.\"}]", 2, "Anna", "Hello.", PRESSER_TIME_UNKNOWN },
};

static void
test_reads_json_of_many_services (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Reading) reading = reading_new_text (rows[i].json, "x.json");

      g_test_message ("%s", rows[i].json);
      g_assert_cmpuint (reading_count_turns (reading, NULL), ==, rows[i].n_turns);
      g_assert_cmpuint (reading_count_turns (reading, rows[i].speaker), ==, 1);
      assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, rows[i].first);
      g_assert_cmpint (get_turn_time (reading, 0, FALSE), ==, rows[i].time);
    }
}

static void
test_an_empty_cell_is_the_same_speaker (void)
{
  static const char table[] = "speaker;time;text\r\nAnna:;0:01;\"One; \"\"two\"\"\nthree\"\r\n;;Four.\r\nBen:;0:09;Five.\r\n";
  g_autoptr (Reading) reading = reading_new_text (table, "x.csv");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 2);
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, "One; \"two\"");
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 2, "Four.");
  g_assert_cmpint (get_turn_time (reading, 1, FALSE), ==, 9000);
}

static void
test_reads_rich_text (void)
{
  static const char rtf[] = "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\b Anna:} \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2.\\par\n"
                            "{\\b Ben:} caf\\u233?\\line two {\\v hidden}\\emdash\\par\n{\\b Anna:} So.\\par{\\b Ben:} Yes.\\par}";
  g_autoptr (Reading) reading = reading_new_text (rtf, "x.rtf");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 4);
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, "Привет.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 1, "café");
}

/* A footnote and a comment stand in the middle of what is said, and are not said. */
static void
test_keeps_the_notes_of_rich_text (void)
{
  static const char rtf[] = "{\\rtf1\\ansi{\\b Anna:} We pay{\\super\\chftn{\\footnote\\pard {\\super\\chftn} In \\i 2030\\i0\\par At the latest.}} the fare.\\par\n"
                            "{\\b Ben:} All{\\*\\atnid RK}{\\*\\atnauthor Rosa}{\\*\\annotation{\\*\\atndate 1}Really?} of it.\\par\n"
                            "{\\b Anna:} So.\\par{\\b Ben:} Yes{\\footnote cut off";
  g_autoptr (Reading) reading = reading_new_text (rtf, "x.rtf");

  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 0, "We pay the fare.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 1, "All of it.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_SPEECH, 3, "Yes");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 0, "In 2030 At the latest.");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 1, "Really?");
  assert_paragraph (reading, PRESSER_PARAGRAPH_NOTE, 2, "cut off");
}

static void
test_reads_pages_wrapped_in_xml (void)
{
  static const char xml[] = "<?xml version='1.0'?><t><title>A talk</title><release-date>20/04/2001</release-date><content><![CDATA["
                            "<p>JOURNALIST:</p><p>When?</p><p>PRIME MINISTER:</p><p>In May.</p>]]></content></t>";
  g_autoptr (Reading) reading = reading_new_text (xml, "x.xml");

  g_assert_cmpuint (reading_count_turns (reading, NULL), ==, 2);
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_TITLE), ==, "A talk");
  g_assert_cmpstr (reading_get_metadata (reading, PRESSER_METADATA_DATE), ==, "2001-04-20");
}

static void
test_entities_of_xml_reach_nothing (void)
{
  static const char xml[] = "<?xml version='1.0'?><!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><t><line>Hello &x; there.</line></t>";
  g_autoptr (Reading) reading = reading_new_text (xml, "x.xml");

  assert_paragraph (reading, PRESSER_PARAGRAPH_BODY, 0, "Hello there.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/markdown-loses-its-marks-and-nothing-else", test_markdown_loses_its_marks_and_nothing_else);
  g_test_add_func ("/formats/captions-become-sentences-and-turns", test_captions_become_sentences_and_turns);
  g_test_add_func ("/formats/voices-of-webvtt-are-speakers", test_voices_of_webvtt_are_speakers);
  g_test_add_func ("/formats/times-of-words-are-kept", test_times_of_words_are_kept);
  g_test_add_func ("/formats/captions-without-names-keep-their-times", test_captions_without_names_keep_their_times);
  g_test_add_func ("/formats/captions-that-run-backwards-are-kept", test_captions_that_run_backwards_are_kept);
  g_test_add_func ("/formats/finds-the-transcript-in-a-page", test_finds_the_transcript_in_a_page);
  g_test_add_func ("/formats/cite-and-time-are-labels", test_cite_and_time_are_labels);
  g_test_add_func ("/formats/reads-json-of-many-services", test_reads_json_of_many_services);
  g_test_add_func ("/formats/an-empty-cell-is-the-same-speaker", test_an_empty_cell_is_the_same_speaker);
  g_test_add_func ("/formats/reads-rich-text", test_reads_rich_text);
  g_test_add_func ("/formats/keeps-the-notes-of-rich-text", test_keeps_the_notes_of_rich_text);
  g_test_add_func ("/formats/reads-pages-wrapped-in-xml", test_reads_pages_wrapped_in_xml);
  g_test_add_func ("/formats/entities-of-xml-reach-nothing", test_entities_of_xml_reach_nothing);

  return g_test_run ();
}
