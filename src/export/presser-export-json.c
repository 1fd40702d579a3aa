/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Presser's own JSON, as docs/machine-output.md promises it. Each statement is built and written by itself, so that
 * memory holds one small tree at a time, and stands on a line of its own, so that a diff shows what changed. */

#include "presser-export-json.h"

#include <glib/gi18n-lib.h>

#include "presser-export-job.h"
#include "presser-exporters.h"

/**
 * presser_json_add_text:
 * @json: where an object is open
 * @name: of the member
 * @value: (nullable): its value; %NULL becomes null
 */
void
presser_json_add_text (JsonBuilder *json,
                       const char  *name,
                       const char  *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

/**
 * presser_json_add_known_text:
 * @json: where an object is open
 * @name: of the member
 * @value: (nullable): its value; for %NULL there is no member
 */
void
presser_json_add_known_text (JsonBuilder *json,
                             const char  *name,
                             const char  *value)
{
  if (value != NULL)
    presser_json_add_text (json, name, value);
}

/**
 * presser_json_add_number:
 * @json: where an object is open
 * @name: of the member
 * @value: its value
 */
void
presser_json_add_number (JsonBuilder *json,
                         const char  *name,
                         gint64       value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

/**
 * presser_json_begin_object:
 * @json: a builder
 * @name: (nullable): of the member that is an object; %NULL for an element of an array
 */
void
presser_json_begin_object (JsonBuilder *json,
                           const char  *name)
{
  if (name != NULL)
    json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
}

/**
 * presser_json_begin_array:
 * @json: a builder
 * @name: (nullable): of the member that is an array; %NULL for an element of an array
 */
void
presser_json_begin_array (JsonBuilder *json,
                          const char  *name)
{
  if (name != NULL)
    json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

/**
 * presser_json_flush:
 * @json: a builder in which everything is closed; empty afterwards
 * @text: gets what was built, on one line
 */
void
presser_json_flush (JsonBuilder *json,
                    GString     *text)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);

  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, text);
  json_builder_reset (json);
}

/**
 * presser_json_add_metadata:
 * @json: where an object is open
 * @view: a document as it may be shown
 *
 * Adds a member for each of the document's metadata that is known.
 */
void
presser_json_add_metadata (JsonBuilder       *json,
                           PresserExportView *view)
{
  static const struct
  {
    const char          *name;
    PresserMetadataField field;
  } fields[] = {
    { "title", PRESSER_METADATA_TITLE },
    { "date", PRESSER_METADATA_DATE },
    { "date_text", PRESSER_METADATA_DATE_TEXT },
    { "place", PRESSER_METADATA_PLACE },
    { "event", PRESSER_METADATA_EVENT },
    { "source", PRESSER_METADATA_SOURCE },
    { "publisher", PRESSER_METADATA_PUBLISHER },
    { "language", PRESSER_METADATA_LANGUAGE },
    { "recording", PRESSER_METADATA_RECORDING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    presser_json_add_known_text (json, fields[i].name, presser_export_view_get_metadata (view, fields[i].field));
}

static void
add_speaker (JsonBuilder               *json,
             const PresserExportCredit *credit)
{
  json_builder_set_member_name (json, "speaker");
  if (credit->name == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  presser_json_add_text (json, "id", credit->id);
  presser_json_add_text (json, "name", credit->name);
  presser_json_add_text (json, "role", credit->role);
  json_builder_end_object (json);
}

static void
add_topics (JsonBuilder      *json,
            PresserDocument  *document,
            PresserStatement *statement)
{
  const char *const *ids = presser_statement_get_topics (statement);

  presser_json_begin_array (json, "topics");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, ids[i]);

      json_builder_begin_object (json);
      presser_json_add_text (json, "id", ids[i]);
      presser_json_add_text (json, "label", topic != NULL ? presser_topic_get_label (topic) : ids[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_ranges (JsonBuilder      *json,
            PresserStatement *statement)
{
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  presser_json_begin_array (json, "ranges");
  for (guint i = 0; i < n_ranges; i++)
    {
      json_builder_begin_array (json);
      json_builder_add_int_value (json, ranges[i].start);
      json_builder_add_int_value (json, ranges[i].end);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
add_words (JsonBuilder       *json,
           PresserExportView *view,
           PresserStatement  *statement)
{
  g_autofree char *quote = NULL;

  if (!presser_export_statement_is_off_record (statement))
    quote = presser_export_view_dup_quote (view, statement);
  presser_json_add_text (json, "quote", quote);
}

static void
add_seconds (JsonBuilder *json,
             const char  *name,
             gint64       milliseconds)
{
  json_builder_set_member_name (json, name);
  if (milliseconds < 0)
    json_builder_add_null_value (json);
  else
    json_builder_add_double_value (json, milliseconds / 1000.0);
}

static void
add_place (JsonBuilder      *json,
           PresserDocument  *document,
           PresserStatement *statement)
{
  guint  index = presser_document_find_paragraph (document, presser_statement_get_extent (statement).start);
  gint64 time = presser_paragraph_get_start_time (presser_document_get_paragraph (document, index));

  add_ranges (json, statement);
  presser_json_add_number (json, "paragraph", index + 1);
  add_seconds (json, "time", time);
}

static void
add_annotator (JsonBuilder      *json,
               PresserDocument  *document,
               PresserStatement *statement)
{
  const char       *id = presser_statement_get_annotator (statement);
  PresserAnnotator *annotator = id != NULL ? presser_document_get_annotator (document, id) : NULL;

  presser_json_add_text (json, "annotator", annotator != NULL ? presser_annotator_get_name (annotator) : id);
}

static const char *
get_note (PresserExportView *view,
          PresserStatement  *statement)
{
  if (presser_export_statement_is_off_record (statement))
    return NULL;
  return presser_export_view_filter_words (view, statement, presser_statement_get_note (statement));
}

/* What an export says beyond a list: what stands around the quote, and the document. */
static void
add_context (JsonBuilder            *json,
             PresserExportView      *view,
             const PresserExportRow *row)
{
  presser_json_add_text (json, "before", row->cells[PRESSER_COLUMN_BEFORE]);
  presser_json_add_text (json, "after", row->cells[PRESSER_COLUMN_AFTER]);
  presser_json_add_text (json, "question", row->cells[PRESSER_COLUMN_QUESTION]);
  add_seconds (json, "end_time", row->end_time);
  presser_json_add_text (json, "made", row->cells[PRESSER_COLUMN_MADE]);
  presser_json_add_text (json, "changed", row->cells[PRESSER_COLUMN_CHANGED]);
  presser_json_begin_object (json, "metadata");
  presser_json_add_metadata (json, view);
  json_builder_end_object (json);
}

/* @row: (nullable): for an export */
static void
add_statement (JsonBuilder            *json,
               PresserExportView      *view,
               PresserStatement       *statement,
               const PresserExportRow *row)
{
  PresserDocument    *document = presser_export_view_get_document (view);
  PresserExportCredit credit = presser_export_view_get_credit (view, statement);

  json_builder_begin_object (json);
  presser_json_add_text (json, "id", presser_statement_get_id (statement));
  presser_json_add_text (json, "document", presser_export_view_get_source (view)->name);
  add_speaker (json, &credit);
  add_topics (json, document, statement);
  presser_json_add_text (json, "kind", presser_kind_to_string (presser_statement_get_kind (statement)));
  presser_json_add_text (json, "status", presser_status_to_string (presser_statement_get_status (statement)));
  presser_json_add_text (json, "certainty", presser_statement_get_certainty (statement));
  presser_json_add_text (json, "ground_rule", presser_ground_rule_to_string (presser_statement_get_ground_rule (statement)));
  add_words (json, view, statement);
  add_place (json, document, statement);
  presser_json_add_text (json, "note", get_note (view, statement));
  add_annotator (json, document, statement);
  if (row != NULL)
    add_context (json, view, row);
  json_builder_end_object (json);
}

static void
append_rows (GString           *text,
             PresserExportView *view)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (PresserExportRows) rows = presser_export_rows_begin (view, PRESSER_ALL_COLUMNS & ~PRESSER_COLUMN_BIT (PRESSER_COLUMN_QUOTE));
  PresserExportRow *row = NULL;

  while ((row = presser_export_rows_next (rows)) != NULL)
    {
      g_string_append (text, text->len > 0 ? ",\n" : "\n");
      add_statement (json, view, row->statement, row);
      presser_json_flush (json, text);
      presser_export_row_free (row);
    }
}

/**
 * presser_export_append_list:
 * @json: where to; empty, or what an earlier call left
 * @source: a document and the statements of it to list
 *
 * For a list on one's own screen: statements off the record are in it, with their place and their tags, but `quote` and
 * `note` are null.
 */
void
presser_export_append_list (GString                   *json,
                            const PresserExportSource *source)
{
  g_autoptr (PresserExportView) view = presser_export_view_new (source);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  for (guint i = 0; i < source->statements->len; i++)
    {
      g_string_append (json, json->len > 0 ? ",\n" : "\n");
      add_statement (builder, view, source->statements->pdata[i], NULL);
      presser_json_flush (builder, json);
    }
}

static gboolean
write_json (PresserExportJob *job,
            GError          **error)
{
  g_autoptr (GString) text = g_string_new ("[");
  PresserExportView *view = NULL;
  gboolean           is_first = TRUE;

  presser_export_job_put (job, NULL, text);
  while ((view = presser_export_job_next (job)) != NULL)
    {
      append_rows (text, view);
      if (!is_first && text->len > 0)
        g_string_prepend_c (text, ',');
      is_first &= text->len == 0;
      presser_export_job_put (job, NULL, text);
    }
  g_string_assign (text, "\n]\n");
  presser_export_job_put (job, NULL, text);

  return presser_export_job_finish (job, error);
}

static void
add_spans (JsonBuilder       *json,
           PresserExportView *view,
           PresserStatement  *statement)
{
  PresserExportCredit credit = presser_export_view_get_credit (view, statement);
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      json_builder_begin_object (json);
      presser_json_add_number (json, "start", ranges[i].start);
      presser_json_add_number (json, "end", ranges[i].end);
      presser_json_add_text (json, "label", "statement");
      presser_json_add_text (json, "id", presser_statement_get_id (statement));
      presser_json_add_number (json, "part", i + 1);
      add_speaker (json, &credit);
      add_topics (json, presser_export_view_get_document (view), statement);
      presser_json_add_text (json, "kind", presser_kind_to_string (presser_statement_get_kind (statement)));
      presser_json_add_text (json, "status", presser_status_to_string (presser_statement_get_status (statement)));
      json_builder_end_object (json);
    }
}

static void
append_document_line (GString           *text,
                      PresserExportView *view)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *words = presser_export_view_dup_text (view);
  GPtrArray       *statements = presser_export_view_get_statements (view);

  json_builder_begin_object (json);
  presser_json_add_text (json, "text", words);
  presser_json_begin_array (json, "spans");
  for (guint i = 0; i < statements->len; i++)
    add_spans (json, view, statements->pdata[i]);
  json_builder_end_array (json);
  presser_json_begin_object (json, "meta");
  presser_json_add_text (json, "document", presser_export_view_get_source (view)->name);
  presser_json_add_metadata (json, view);
  json_builder_end_object (json);
  json_builder_end_object (json);
  presser_json_flush (json, text);
  g_string_append_c (text, '\n');
}

static gboolean
write_jsonl (PresserExportJob *job,
             GError          **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      append_document_line (text, view);
      presser_export_job_put (job, NULL, text);
      presser_export_job_report_withheld (job);
    }
  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_json = {
  .id = "json",
  .label = N_ ("JSON"),
  .description = N_ ("Statements with all that is known of them, for programs"),
  .extension = "json",
  .mime_type = "application/json",
  .write = write_json,
};

const PresserExporter presser_exporter_jsonl = {
  .id = "jsonl",
  .label = N_ ("JSON Lines"),
  .description = N_ ("A line a document: its text, and where the statements stand in it"),
  .extension = "jsonl",
  .mime_type = "application/jsonl",
  .write = write_jsonl,
};
