/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "presser-cli-reader.h"
#include "presser-cli-table.h"
#include "presser-cli.h"

/* What is counted of one speaker. */
typedef struct
{
  guint turns;
  guint words;
} Share;

static Share *
get_share (GHashTable *shares,
           const char *speaker_id)
{
  const char *key = speaker_id != NULL ? speaker_id : "";
  Share      *share = g_hash_table_lookup (shares, key);

  if (share == NULL)
    {
      share = g_new0 (Share, 1);
      g_hash_table_insert (shares, g_strdup (key), share);
    }

  return share;
}

/* Speech only: labels, headings and notes are nobody's words. */
static GHashTable *
count_shares (PresserDocument *document,
              guint           *n_turns)
{
  GHashTable *shares = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *turn = NULL;

  *n_turns = 0;

  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      Share            *share;

      if (presser_paragraph_get_kind (paragraph) != PRESSER_PARAGRAPH_SPEECH)
        continue;

      share = get_share (shares, presser_paragraph_get_speaker (paragraph));
      share->words += presser_document_count_words (document, presser_document_get_paragraph_range (document, i));

      if (g_strcmp0 (presser_paragraph_get_turn (paragraph), turn) != 0)
        {
          share->turns++;
          (*n_turns)++;
        }

      turn = presser_paragraph_get_turn (paragraph);
    }

  return shares;
}

static guint
count_topic_words (PresserDocument *document,
                   const char      *topic_id)
{
  GListModel *statements = presser_document_get_statements (document);
  guint       n_words = 0;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      const char *const  *ids = presser_statement_get_topics (statement);
      gboolean            is_on_topic = FALSE;
      const PresserRange *ranges;
      guint               n_ranges;

      for (guint t = 0; ids[t] != NULL && !is_on_topic; t++)
        is_on_topic = presser_document_topic_is_within (document, ids[t], topic_id);

      if (!is_on_topic || presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED)
        continue;

      ranges = presser_statement_get_ranges (statement, &n_ranges);
      for (guint r = 0; r < n_ranges; r++)
        n_words += presser_document_count_words (document, ranges[r]);
    }

  return n_words;
}

static void
count_statuses (PresserDocument *document,
                guint            counts[3])
{
  GListModel *statements = presser_document_get_statements (document);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      counts[presser_statement_get_status (statement)]++;
    }
}

static void
add_number (JsonBuilder *json,
            const char  *name,
            guint        number)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, number);
}

static void
add_text (JsonBuilder *json,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_speaker (JsonBuilder     *json,
             PresserDocument *document,
             PresserSpeaker  *speaker,
             const Share     *share)
{
  const char *const *labels = presser_speaker_get_aliases (speaker);

  json_builder_begin_object (json);
  add_text (json, "id", presser_speaker_get_id (speaker));
  add_text (json, "name", presser_speaker_get_name (speaker));
  add_text (json, "role", presser_speaker_get_role (speaker));
  json_builder_set_member_name (json, "labels");
  json_builder_begin_array (json);
  for (guint i = 0; labels[i] != NULL; i++)
    json_builder_add_string_value (json, labels[i]);
  json_builder_end_array (json);
  add_number (json, "turns", share->turns);
  add_number (json, "words", share->words);
  add_number (json, "statements", presser_document_count_by_speaker (document, presser_speaker_get_id (speaker)));
  json_builder_end_object (json);
}

static void
add_topic (JsonBuilder     *json,
           PresserDocument *document,
           PresserTopic    *topic)
{
  const char *id = presser_topic_get_id (topic);

  json_builder_begin_object (json);
  add_text (json, "id", id);
  add_text (json, "label", presser_topic_get_label (topic));
  add_number (json, "statements", presser_document_count_by_topic (document, id));
  add_number (json, "words", count_topic_words (document, id));
  json_builder_end_object (json);
}

static void
add_lists (JsonBuilder     *json,
           PresserDocument *document,
           GHashTable      *shares)
{
  GListModel *speakers = presser_document_get_speakers (document);
  GListModel *topics = presser_document_get_topics (document);

  json_builder_set_member_name (json, "speakers");
  json_builder_begin_array (json);
  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);

      add_speaker (json, document, speaker, get_share (shares, presser_speaker_get_id (speaker)));
    }
  json_builder_end_array (json);

  json_builder_set_member_name (json, "topics");
  json_builder_begin_array (json);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      add_topic (json, document, topic);
    }
  json_builder_end_array (json);
}

static void
report_as_json (JsonBuilder     *json,
                PresserDocument *document,
                const char      *name)
{
  guint n_turns;
  guint counts[3] = { 0 };
  g_autoptr (GHashTable) shares = count_shares (document, &n_turns);

  count_statuses (document, counts);

  json_builder_begin_object (json);
  add_text (json, "document", name);
  add_number (json, "words", presser_document_get_n_words (document));
  add_number (json, "paragraphs", presser_document_get_n_paragraphs (document));
  add_number (json, "turns", n_turns);
  add_lists (json, document, shares);
  json_builder_set_member_name (json, "statements");
  json_builder_begin_object (json);
  add_number (json, "suggested", counts[PRESSER_STATUS_SUGGESTED]);
  add_number (json, "draft", counts[PRESSER_STATUS_DRAFT]);
  add_number (json, "verified", counts[PRESSER_STATUS_VERIFIED]);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
append_speakers (GString         *output,
                 PresserDocument *document,
                 GHashTable      *shares)
{
  const char *const headings[] = { _ ("Speaker"), _ ("Turns"), _ ("Words"), _ ("Statements") };
  g_autoptr (PresserCliTable) table = presser_cli_table_new (headings, G_N_ELEMENTS (headings));
  GListModel *speakers = presser_document_get_speakers (document);
  g_autoptr (GString) printed = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      const char      *id = presser_speaker_get_id (speaker);
      const Share     *share = get_share (shares, id);
      g_autofree char *turns = g_strdup_printf ("%u", share->turns);
      g_autofree char *words = g_strdup_printf ("%u", share->words);
      g_autofree char *statements = g_strdup_printf ("%u", presser_document_count_by_speaker (document, id));
      const char      *cells[] = { presser_speaker_get_name (speaker), turns, words, statements };

      presser_cli_table_add (table, cells);
    }

  printed = presser_cli_table_print (table);
  g_string_append (output, printed->str);
}

static void
append_topics (GString         *output,
               PresserDocument *document)
{
  const char *const headings[] = { _ ("Topic"), _ ("Statements"), _ ("Words") };
  g_autoptr (PresserCliTable) table = presser_cli_table_new (headings, G_N_ELEMENTS (headings));
  GListModel *topics = presser_document_get_topics (document);
  g_autoptr (GString) printed = NULL;

  if (g_list_model_get_n_items (topics) == 0)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      const char      *id = presser_topic_get_id (topic);
      g_autofree char *statements = g_strdup_printf ("%u", presser_document_count_by_topic (document, id));
      g_autofree char *words = g_strdup_printf ("%u", count_topic_words (document, id));
      const char      *cells[] = { presser_topic_get_label (topic), statements, words };

      presser_cli_table_add (table, cells);
    }

  printed = presser_cli_table_print (table);
  g_string_append_printf (output, "\n%s", printed->str);
}

static void
report_as_table (GString         *output,
                 PresserDocument *document,
                 const char      *name)
{
  guint n_turns;
  guint n_statements = g_list_model_get_n_items (presser_document_get_statements (document));
  guint n_words = presser_document_get_n_words (document);
  g_autoptr (GHashTable) shares = count_shares (document, &n_turns);

  g_string_append_printf (output, "%s: ", name);
  g_string_append_printf (output, g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n_words), n_words);
  g_string_append (output, " · ");
  g_string_append_printf (output, g_dngettext (GETTEXT_PACKAGE, "%u turn", "%u turns", n_turns), n_turns);
  g_string_append (output, " · ");
  g_string_append_printf (output, g_dngettext (GETTEXT_PACKAGE, "%u statement", "%u statements", n_statements), n_statements);
  g_string_append (output, "\n\n");

  append_speakers (output, document, shares);
  append_topics (output, document);
}

static void
append_json (GString         *output,
             PresserDocument *document,
             const char      *name)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  report_as_json (json, document, name);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, output);
}

static gpointer
report_file (PresserCliInput *file,
             gpointer         as_json,
             GError         **error)
{
  g_autoptr (PresserCliInput) input = file;
  GString *piece = g_string_new (NULL);

  if (GPOINTER_TO_INT (as_json))
    append_json (piece, presser_cli_input_get_document (input), input->name);
  else
    report_as_table (piece, presser_cli_input_get_document (input), input->name);

  return piece;
}

static void
free_piece (gpointer piece)
{
  g_string_free (piece, TRUE);
}

static gboolean
put (const char    *before,
     const GString *piece,
     const char    *after)
{
  GString *text = g_string_new (before);
  g_autoptr (GBytes) bytes = NULL;

  if (piece != NULL)
    g_string_append_len (text, piece->str, piece->len);
  g_string_append (text, after);
  bytes = g_string_free_to_bytes (text);

  return presser_cli_put (NULL, bytes, FALSE);
}

/* One file is one object, several are an array of them. */
static int
report_files (gboolean   as_json,
              GPtrArray *arguments)
{
  g_autoptr (PresserCliReader) reader = presser_cli_reader_new (arguments, report_file, GINT_TO_POINTER (as_json), free_piece);
  gboolean is_array = as_json && presser_cli_reader_get_paths (reader)->len > 1;
  gboolean is_well = TRUE;
  guint    n_pieces = 0;
  GString *piece = NULL;

  if (is_array)
    is_well = put ("[\n", NULL, "");
  while (is_well && (piece = presser_cli_reader_next (reader)) != NULL)
    {
      const char *before = as_json ? ",\n" : "\n";

      is_well = put (n_pieces++ > 0 ? before : "", piece, is_array || !as_json ? "" : "\n");
      free_piece (piece);
    }
  if (is_well && is_array)
    is_well = put (n_pieces > 0 ? "\n" : "", NULL, "]\n");

  return is_well ? presser_cli_reader_get_status (reader) : PRESSER_CLI_BAD_INPUT;
}

int
presser_cli_stats (int    argc,
                   char **argv)
{
  gboolean as_json = FALSE;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print as JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (!presser_cli_parse (_ ("FILE…"), _ ("Counts words and statements by speaker and topic."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;
  if (files == NULL)
    return presser_cli_misuse (_ ("“stats” takes one or more files."));

  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (paths, files[i]);

  return report_files (as_json, paths);
}
