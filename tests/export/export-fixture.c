/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export-fixture.h"

#include <string.h>

/* 2026-03-14T12:30:00Z, and a year that no reader of these lines will see. */
#define MADE       1773491400
#define FAR_FUTURE G_GINT64_CONSTANT (7258118400)

typedef struct
{
  PresserParagraphKind kind;
  const char          *turn;
  const char          *speaker;
  gint64               start_time;
  const char          *text;
} Line;

static const Line lines[] = {
  { PRESSER_PARAGRAPH_HEADING, NULL, NULL, -1, "Tunnel briefing 🚇, “open questions”" },
  { PRESSER_PARAGRAPH_SPEECH, "u1", "p.reporter", 1500, "Minister, will the toll rise? And who pays?" },
  { PRESSER_PARAGRAPH_LABEL, NULL, NULL, -1, "MINISTER LUND:" },
  { PRESSER_PARAGRAPH_SPEECH, "u2", "p.lund", 12000, "Good morning 🙂🙂. =SUM(1,2) is what they \"call\" a toll. It isn't one." },
  { PRESSER_PARAGRAPH_SPEECH, "u2", "p.lund", 31250, "- No toll before 2030. +5 % is wrong;\t@ministry said so. Cafe\xCC\x81 owners agree." },
  { PRESSER_PARAGRAPH_SPEECH, "u3", "p.falk", 62000, "لن ترتفع الرسوم قبل ٢٠٣٠. Between us, the harbour will be sold. On Monday the fund is doubled." },
  { PRESSER_PARAGRAPH_SPEECH, "u3", "p.falk", 3723004, "Falk is my name, and the tunnel leaks. The pumps are old, they say." },
};

static void
add_speakers (PresserDocument *document)
{
  g_autoptr (PresserSpeaker) reporter = presser_speaker_new ("p.reporter", "Reporter");
  g_autoptr (PresserSpeaker) unnamed = presser_speaker_with_unnamed (reporter, TRUE);
  g_autoptr (PresserSpeaker) lund = presser_speaker_new ("p.lund", "Marta Lund");
  g_autoptr (PresserSpeaker) minister = presser_speaker_with_role (lund, "Minister, Transport");
  g_autoptr (PresserSpeaker) member = presser_speaker_with_affiliation (minister, "Ministry of Transport");
  g_autoptr (PresserSpeaker) falk = presser_speaker_new ("p.falk", FIXTURE_HIDDEN_NAME);
  g_autoptr (PresserSpeaker) official = presser_speaker_with_role (falk, "senior official");

  presser_document_insert_speaker (document, G_MAXUINT, unnamed);
  presser_document_insert_speaker (document, G_MAXUINT, member);
  presser_document_insert_speaker (document, G_MAXUINT, official);
}

static void
add_topics (PresserDocument *document)
{
  g_autoptr (PresserTopic) money = presser_topic_new ("t.money", "Money & tolls");
  g_autoptr (PresserTopic) tolls = presser_topic_new ("t.tolls", "Tolls");
  g_autoptr (PresserTopic) child = presser_topic_with_parent (tolls, "t.money");
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (child, "What drivers <pay>");

  presser_document_insert_topic (document, G_MAXUINT, money);
  presser_document_insert_topic (document, G_MAXUINT, defined);
}

/* The place of @words, which must stand in the text. */
static PresserRange
find (PresserDocument *document,
      const char      *words)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));
  const char      *place = strstr (text, words);
  guint            start = 0;

  g_assert_nonnull (place);
  start = g_utf8_pointer_to_offset (text, place);

  return (PresserRange){ start, start + g_utf8_strlen (words, -1) };
}

typedef struct
{
  const char       *words[2]; /* two for a gap */
  const char       *speaker;
  const char       *topics[3];
  PresserKind       kind;
  PresserStatus     status;
  PresserGroundRule rule;
  gint64            embargo;
  const char       *note;
} Tagged;

static const Tagged tagged[] = {
  { { "=SUM(1,2) is what they \"call\" a toll." }, "p.lund", { "t.tolls", "t.money" }, PRESSER_KIND_DIRECT, PRESSER_STATUS_VERIFIED, .note = "Check; \"really\"?" },
  { { "It isn't one.\n- No toll before 2030." }, "p.lund", { "t.tolls" } },
  { { "- No toll before 2030." }, "p.lund", { NULL }, PRESSER_KIND_MIXED },
  { { "+5 % is wrong;", "Cafe\xCC\x81 owners agree." }, "p.lund", { "t.money" }, PRESSER_KIND_INDIRECT },
  { { "wrong;\t@ministry said so." }, NULL, { NULL } },
  { { "@ministry said so." }, "p.lund", { NULL } },
  { { "لن ترتفع الرسوم قبل ٢٠٣٠." }, "p.falk", { "t.tolls" }, .rule = PRESSER_GROUND_BACKGROUND },
  { { FIXTURE_OFF_RECORD }, "p.falk", { "t.money" }, .rule = PRESSER_GROUND_OFF_RECORD, .note = FIXTURE_OFF_RECORD },
  { { "will be sold. On Monday" }, "p.lund", { NULL } },
  { { FIXTURE_EMBARGOED }, "p.falk", { NULL }, .rule = PRESSER_GROUND_EMBARGOED, .embargo = FAR_FUTURE },
  { { "the tunnel leaks" }, "p.falk", { NULL }, .rule = PRESSER_GROUND_DEEP_BACKGROUND, .note = "Falk knows" },
  { { "The pumps are old" }, "p.lund", { NULL }, .rule = PRESSER_GROUND_EMBARGOED, .embargo = MADE },
  { { "Good morning 🙂🙂." }, "p.lund", { NULL }, .status = PRESSER_STATUS_SUGGESTED },
};

static PresserStatement *
statement_new (PresserDocument *document,
               const Tagged    *what,
               guint            number)
{
  PresserRange     ranges[2] = { find (document, what->words[0]) };
  guint            n_ranges = what->words[1] != NULL ? 2 : 1;
  g_autofree char *id = g_strdup_printf ("s%u", number);
  g_autoptr (PresserStatement) bare = NULL;
  g_autoptr (PresserStatement) said = NULL;
  g_autoptr (PresserStatement) about = NULL;
  g_autoptr (PresserStatement) ruled = NULL;
  g_autoptr (PresserStatement) noted = NULL;
  g_autoptr (PresserStatement) sorted = NULL;
  g_autoptr (PresserStatement) signed_by = NULL;
  g_autoptr (PresserStatement) rated = NULL;

  if (n_ranges > 1)
    ranges[1] = find (document, what->words[1]);
  bare = presser_statement_new (id, ranges, n_ranges);
  said = presser_statement_with_speaker (bare, what->speaker);
  about = presser_statement_with_topics (said, what->topics);
  ruled = presser_statement_with_ground_rule (about, what->rule, what->embargo);
  noted = presser_statement_with_note (ruled, what->note);
  sorted = presser_statement_with_kind (noted, what->kind);
  signed_by = presser_statement_with_annotator (sorted, "ann.rk");
  rated = presser_statement_with_status (signed_by, what->status);

  return presser_statement_with_times (rated, MADE, MADE + number);
}

static void
add_statements (PresserDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (tagged); i++)
    {
      Tagged what = tagged[i];
      g_autoptr (PresserStatement) statement = NULL;

      /* The last one alone is a suggestion; zero is what the table leaves out. */
      if (what.status == PRESSER_STATUS_SUGGESTED && i + 1 < G_N_ELEMENTS (tagged))
        what.status = PRESSER_STATUS_DRAFT;
      statement = statement_new (document, &what, i + 1);
      presser_document_add_statement (document, statement);
    }
}

static void
set_metadata (PresserDocument *document)
{
  static const struct
  {
    PresserMetadataField field;
    const char          *value;
  } known[] = {
    { PRESSER_METADATA_TITLE, "Tunnel briefing: <tolls> & \"more\"" },
    { PRESSER_METADATA_DATE, "2026-03-14" },
    { PRESSER_METADATA_PLACE, "Port Hallwould" },
    { PRESSER_METADATA_SOURCE, "https://example.org/briefings/7?a=1&b=2" },
    { PRESSER_METADATA_LANGUAGE, "en" },
  };
  g_autoptr (PresserMetadata) metadata = presser_metadata_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      PresserMetadata *changed = presser_metadata_with (metadata, known[i].field, known[i].value);

      g_object_unref (metadata);
      metadata = changed;
    }
  presser_document_set_metadata (document, metadata);
}

PresserDocument *
export_fixture_new (void)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (PresserText) text = NULL;
  g_autoptr (PresserAnnotator) annotator = presser_annotator_new ("ann.rk", "Rosa Klein", FALSE);
  PresserDocument *document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (PresserParagraph) bare = presser_paragraph_new (lines[i].kind);
      g_autoptr (PresserParagraph) turn = presser_paragraph_with_turn (bare, lines[i].turn, lines[i].speaker);
      gint64 end = lines[i].start_time >= 0 ? lines[i].start_time + 4000 : PRESSER_TIME_UNKNOWN;

      g_ptr_array_add (paragraphs, presser_paragraph_with_times (turn, lines[i].start_time, end));
      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", lines[i].text);
    }
  text = presser_text_new (all->str, all->len);
  document = presser_document_new_with_paragraphs (text, paragraphs);
  add_speakers (document);
  add_topics (document);
  presser_document_add_annotator (document, annotator);
  set_metadata (document);
  add_statements (document);

  return document;
}

GPtrArray *
export_fixture_select (PresserDocument *document)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *chosen = presser_export_select (document, "status:draft status:verified", FALSE, NULL, &error);

  g_assert_no_error (error);
  return chosen;
}

void
export_fixture_assert_golden (const char *name,
                              GBytes     *bytes)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "export", name, NULL);
  g_autofree char *expected = NULL;
  gsize            expected_size = 0;
  gsize            size = 0;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) error = NULL;

  if (g_getenv ("PRESSER_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, data, size, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, &expected_size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (data, size, expected, expected_size);
}
