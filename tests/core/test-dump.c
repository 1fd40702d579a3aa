/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-dump.h"

#include <string.h>

static void
dump_list (GString           *dump,
           const char        *title,
           const char *const *words)
{
  g_autofree char *joined = g_strjoinv ("|", (char **) words);

  g_string_append_printf (dump, " %s=[%s]", title, joined);
}

static void
dump_text (GString         *dump,
           PresserDocument *document)
{
  PresserText        *text = presser_document_get_text (document);
  g_autofree char    *utf8 = presser_text_dup (text);
  guint               n_pieces;
  const PresserPiece *pieces = presser_text_get_pieces (text, &n_pieces);
  guint               i;

  g_string_append_printf (dump, "text %s\n", utf8);
  for (i = 0; i < n_pieces; i++)
    g_string_append_printf (dump, "piece %u+%u\n", pieces[i].store_start, pieces[i].length);
  for (i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      PresserRange      range = presser_document_get_paragraph_range (document, i);

      g_string_append_printf (dump,
                              "paragraph %p %u-%u kind=%d id=%s turn=%s speaker=%s question=%s language=%s times=%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "\n",
                              (void *) paragraph,
                              range.start, range.end, presser_paragraph_get_kind (paragraph),
                              presser_paragraph_get_id (paragraph), presser_paragraph_get_turn (paragraph),
                              presser_paragraph_get_speaker (paragraph), presser_paragraph_get_question (paragraph), presser_paragraph_get_language (paragraph),
                              presser_paragraph_get_start_time (paragraph), presser_paragraph_get_end_time (paragraph));
    }
}

static void
dump_statement (GString         *dump,
                PresserDocument *document,
                guint            position)
{
  g_autoptr (PresserStatement) statement = g_list_model_get_item (presser_document_get_statements (document), position);
  g_autofree char    *quote = presser_document_dup_quote (document, statement);
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  guint               i;

  g_string_append_printf (dump, "statement %p %s speaker=%s kind=%d status=%d rule=%d embargo=%" G_GINT64_FORMAT " certainty=%s note=%s annotator=%s quote=%s",
                          (void *) statement, presser_statement_get_id (statement),
                          presser_statement_get_speaker (statement), presser_statement_get_kind (statement),
                          presser_statement_get_status (statement), presser_statement_get_ground_rule (statement),
                          presser_statement_get_embargo (statement), presser_statement_get_certainty (statement),
                          presser_statement_get_note (statement), presser_statement_get_annotator (statement), quote);
  g_string_append_printf (dump, " made=%" G_GINT64_FORMAT " changed=%" G_GINT64_FORMAT, presser_statement_get_made (statement),
                          presser_statement_get_changed (statement));
  dump_list (dump, "topics", presser_statement_get_topics (statement));
  for (i = 0; i < n_ranges; i++)
    g_string_append_printf (dump, " %u-%u", ranges[i].start, ranges[i].end);
  g_string_append_c (dump, '\n');
}

static void
dump_speakers (GString         *dump,
               PresserDocument *document)
{
  GListModel *speakers = presser_document_get_speakers (document);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);

      g_string_append_printf (dump, "speaker %p %s %s role=%s count=%u", (void *) speaker,
                              presser_speaker_get_id (speaker), presser_speaker_get_name (speaker),
                              presser_speaker_get_role (speaker),
                              presser_document_count_by_speaker (document, presser_speaker_get_id (speaker)));
      g_string_append_printf (dump, " affiliation=%s link=%s colour=%d unnamed=%d", presser_speaker_get_affiliation (speaker),
                              presser_speaker_get_link (speaker), presser_speaker_get_colour (speaker),
                              presser_speaker_is_unnamed (speaker));
      dump_list (dump, "aliases", presser_speaker_get_aliases (speaker));
      g_string_append_c (dump, '\n');
    }
}

static void
dump_topics (GString         *dump,
             PresserDocument *document)
{
  GListModel *topics = presser_document_get_topics (document);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      g_string_append_printf (dump, "topic %p %s %s parent=%s count=%u", (void *) topic, presser_topic_get_id (topic),
                              presser_topic_get_label (topic), presser_topic_get_parent (topic),
                              presser_document_count_by_topic (document, presser_topic_get_id (topic)));
      g_string_append_printf (dump, " definition=%s colour=%d", presser_topic_get_definition (topic), presser_topic_get_colour (topic));
      dump_list (dump, "keywords", presser_topic_get_keywords (topic));
      g_string_append_c (dump, '\n');
    }
}

char *
test_dump_document (PresserDocument *document)
{
  GString         *dump = g_string_new (NULL);
  GListModel      *annotators = presser_document_get_annotators (document);
  PresserMetadata *metadata = presser_document_get_metadata (document);
  guint            i;

  dump_text (dump, document);
  for (i = 0; i < g_list_model_get_n_items (presser_document_get_statements (document)); i++)
    dump_statement (dump, document, i);
  dump_speakers (dump, document);
  dump_topics (dump, document);
  for (i = 0; i < g_list_model_get_n_items (annotators); i++)
    {
      g_autoptr (PresserAnnotator) annotator = g_list_model_get_item (annotators, i);

      g_string_append_printf (dump, "annotator %s %s program=%d\n", presser_annotator_get_id (annotator),
                              presser_annotator_get_name (annotator), presser_annotator_is_program (annotator));
    }
  for (i = 0; i < PRESSER_METADATA_N_FIELDS; i++)
    g_string_append_printf (dump, "metadata %u %s\n", i, presser_metadata_get (metadata, (PresserMetadataField) i));
  g_assert_cmpuint (presser_document_get_n_words (document), ==,
                    presser_document_count_words (document, (PresserRange){ 0, presser_text_get_length (presser_document_get_text (document)) }));
  g_string_append_printf (dump, "words %u\n", presser_document_get_n_words (document));
  return g_string_free (dump, FALSE);
}

static void
check_lines (PresserDocument *document)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));
  g_auto (GStrv) lines = g_strsplit (utf8, "\n", -1);
  guint n_lines = *utf8 == '\0' ? 1 : g_strv_length (lines);
  guint start = 0;
  guint i;

  g_assert_cmpuint (presser_document_get_n_paragraphs (document), ==, n_lines);
  for (i = 0; i < n_lines; i++)
    {
      PresserRange range = presser_document_get_paragraph_range (document, i);
      guint        length = *utf8 == '\0' ? 0 : (guint) g_utf8_strlen (lines[i], -1);

      g_assert_cmpuint (range.start, ==, start);
      g_assert_cmpuint (range.end, ==, start + length);
      g_assert_cmpuint (presser_document_find_paragraph (document, range.start), ==, i);
      g_assert_cmpuint (presser_document_find_paragraph (document, range.end), ==, i);
      start = range.end + 1;
    }
}

static void
check_ranges (PresserDocument  *document,
              PresserStatement *statement)
{
  guint               length = presser_text_get_length (presser_document_get_text (document));
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  guint               i;

  g_assert_cmpuint (n_ranges, >, 0);
  for (i = 0; i < n_ranges; i++)
    {
      g_assert_cmpuint (ranges[i].start, <, ranges[i].end);
      g_assert_cmpuint (ranges[i].end, <=, length);
      if (i > 0)
        g_assert_cmpuint (ranges[i - 1].end, <, ranges[i].start);
    }
}

static void
check_topics (PresserDocument *document)
{
  GListModel *topics = presser_document_get_topics (document);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  guint i;

  /* In a walk through the tree, a topic's parent is on the way down to the topic before it. */
  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      const char *parent = presser_topic_get_parent (topic);

      while (path->len > 0 && g_strcmp0 (presser_topic_get_id (path->pdata[path->len - 1]), parent) != 0)
        g_ptr_array_remove_index (path, path->len - 1);
      g_assert_true (parent == NULL || path->len > 0);
      g_ptr_array_add (path, topic);
      g_assert_true (presser_document_get_topic (document, presser_topic_get_id (topic)) == topic);
    }
}

void
test_check_document (PresserDocument *document)
{
  GListModel *statements = presser_document_get_statements (document);
  g_autoptr (PresserStatement) before = NULL;
  guint i;

  check_lines (document);
  check_topics (document);
  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      check_ranges (document, statement);
      g_assert_true (presser_document_get_statement (document, presser_statement_get_id (statement)) == statement);
      if (before != NULL)
        g_assert_cmpint (presser_statement_compare (before, statement), <, 0);
      g_set_object (&before, statement);
    }
}
