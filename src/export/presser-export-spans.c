/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Labelled stretches of text for annotation tools and for training: spaCy and Prodigy, doccano, Label Studio. All count
 * code points. A statement becomes one stretch a part for its speaker and one for each of its topics. */

#include "presser-exporters.h"

#include <glib/gi18n-lib.h>

#include "presser-export-job.h"
#include "presser-export-json.h"

#define UNLABELLED "statement"

/* One labelled stretch: @layer is “speaker”, “topic” or, if it has neither, “statement”. */
typedef void (*AddLabel) (JsonBuilder      *json,
                          PresserStatement *statement,
                          PresserRange      range,
                          const char       *layer,
                          const char       *label,
                          gpointer          user_data);

static const char *
get_topic_label (PresserDocument *document,
                 const char      *id)
{
  PresserTopic *topic = presser_document_get_topic (document, id);

  return topic != NULL ? presser_topic_get_label (topic) : id;
}

static void
add_labels_of (JsonBuilder       *json,
               PresserExportView *view,
               PresserStatement  *statement,
               AddLabel           add,
               gpointer           user_data)
{
  PresserExportCredit credit = presser_export_view_get_credit (view, statement);
  const char *const  *topics = presser_statement_get_topics (statement);
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      if (credit.name != NULL)
        add (json, statement, ranges[i], "speaker", credit.name, user_data);
      for (guint j = 0; topics[j] != NULL; j++)
        add (json, statement, ranges[i], "topic", get_topic_label (presser_export_view_get_document (view), topics[j]), user_data);
      if (credit.name == NULL && topics[0] == NULL)
        add (json, statement, ranges[i], "statement", UNLABELLED, user_data);
    }
}

static void
add_labels (JsonBuilder       *json,
            PresserExportView *view,
            AddLabel           add,
            gpointer           user_data)
{
  GPtrArray *statements = presser_export_view_get_statements (view);

  for (guint i = 0; i < statements->len; i++)
    add_labels_of (json, view, statements->pdata[i], add, user_data);
}

static void
add_meta (JsonBuilder       *json,
          PresserExportView *view)
{
  presser_json_begin_object (json, "meta");
  presser_json_add_text (json, "document", presser_export_view_get_source (view)->name);
  presser_json_add_metadata (json, view);
  json_builder_end_object (json);
}

static void
add_prodigy_span (JsonBuilder      *json,
                  PresserStatement *statement,
                  PresserRange      range,
                  const char       *layer,
                  const char       *label,
                  gpointer          user_data)
{
  json_builder_begin_object (json);
  presser_json_add_number (json, "start", range.start);
  presser_json_add_number (json, "end", range.end);
  presser_json_add_text (json, "label", label);
  presser_json_add_text (json, "layer", layer);
  presser_json_add_text (json, "statement", presser_statement_get_id (statement));
  json_builder_end_object (json);
}

static void
append_prodigy_line (GString           *text,
                     PresserExportView *view)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *words = presser_export_view_dup_text (view);

  json_builder_begin_object (json);
  presser_json_add_text (json, "text", words);
  presser_json_begin_array (json, "spans");
  add_labels (json, view, add_prodigy_span, NULL);
  json_builder_end_array (json);
  add_meta (json, view);
  presser_json_add_text (json, "answer", "accept");
  json_builder_end_object (json);
  presser_json_flush (json, text);
}

static void
add_doccano_label (JsonBuilder      *json,
                   PresserStatement *statement,
                   PresserRange      range,
                   const char       *layer,
                   const char       *label,
                   gpointer          user_data)
{
  json_builder_begin_array (json);
  json_builder_add_int_value (json, range.start);
  json_builder_add_int_value (json, range.end);
  json_builder_add_string_value (json, label);
  json_builder_end_array (json);
}

static void
append_doccano_line (GString           *text,
                     PresserExportView *view)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *words = presser_export_view_dup_text (view);

  json_builder_begin_object (json);
  presser_json_add_text (json, "text", words);
  presser_json_begin_array (json, "label");
  add_labels (json, view, add_doccano_label, NULL);
  json_builder_end_array (json);
  presser_json_add_text (json, "document", presser_export_view_get_source (view)->name);
  presser_json_add_metadata (json, view);
  json_builder_end_object (json);
  presser_json_flush (json, text);
}

static void
report (PresserExportJob *job)
{
  guint n_gapped = presser_export_job_get_n_gapped (job);

  if (n_gapped > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u statement has gaps: its parts are labelled each by itself",
                                                                "%u statements have gaps: their parts are labelled each by itself",
                                                                n_gapped),
                                                   n_gapped));
  presser_export_job_lose_always (job, _ ("Only speakers and topics are written as labels; where they overlap, the tool must allow it"));
}

static gboolean
write_lines (PresserExportJob *job,
             void (*append_line) (GString           *text,
                                  PresserExportView *view),
             GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      append_line (text, view);
      g_string_append_c (text, '\n');
      presser_export_job_put (job, NULL, text);
      presser_export_job_report_withheld (job);
    }
  report (job);

  return presser_export_job_finish (job, error);
}

static gboolean
write_prodigy (PresserExportJob *job,
               GError          **error)
{
  return write_lines (job, append_prodigy_line, error);
}

static gboolean
write_doccano (PresserExportJob *job,
               GError          **error)
{
  return write_lines (job, append_doccano_line, error);
}

/* What a Label Studio task needs while its labels are added, and what its set-up has to know afterwards. */
typedef struct
{
  PresserExportView *view;
  GHashTable        *speakers; /* of char *, owned */
  GHashTable        *topics;   /* of char *, owned */
  guint              n_results;
} Task;

static void
add_studio_result (JsonBuilder      *json,
                   PresserStatement *statement,
                   PresserRange      range,
                   const char       *layer,
                   const char       *label,
                   gpointer          user_data)
{
  Task            *task = user_data;
  gboolean         is_speaker = g_str_equal (layer, "speaker");
  g_autofree char *id = g_strdup_printf ("%s-%u", presser_statement_get_id (statement), ++task->n_results);
  g_autofree char *words = presser_export_view_dup_slice (task->view, range);

  g_hash_table_add (is_speaker ? task->speakers : task->topics, g_strdup (label));
  json_builder_begin_object (json);
  presser_json_add_text (json, "id", id);
  presser_json_add_text (json, "from_name", is_speaker ? "speaker" : "topic");
  presser_json_add_text (json, "to_name", "text");
  presser_json_add_text (json, "type", "labels");
  presser_json_begin_object (json, "value");
  presser_json_add_number (json, "start", range.start);
  presser_json_add_number (json, "end", range.end);
  presser_json_add_text (json, "text", words);
  presser_json_begin_array (json, "labels");
  json_builder_add_string_value (json, label);
  json_builder_end_array (json);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
append_studio_task (GString *text,
                    Task    *task)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *words = presser_export_view_dup_text (task->view);

  json_builder_begin_object (json);
  presser_json_begin_object (json, "data");
  presser_json_add_text (json, "text", words);
  presser_json_add_text (json, "document", presser_export_view_get_source (task->view)->name);
  json_builder_end_object (json);
  presser_json_begin_array (json, "predictions");
  json_builder_begin_object (json);
  presser_json_add_text (json, "model_version", "presser");
  presser_json_begin_array (json, "result");
  add_labels (json, task->view, add_studio_result, task);
  json_builder_end_array (json);
  json_builder_end_object (json);
  json_builder_end_array (json);
  presser_json_begin_object (json, "meta");
  presser_json_add_metadata (json, task->view);
  json_builder_end_object (json);
  json_builder_end_object (json);
  presser_json_flush (json, text);
}

static void
append_control (GString    *setup,
                const char *name,
                GHashTable *labels)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (labels), (GCompareFunc) g_strcmp0);

  if (keys == NULL)
    return;
  g_string_append_printf (setup, "  <Labels name=\"%s\" toName=\"text\">\n", name);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autofree char *value = g_markup_escape_text (key->data, -1);

      g_string_append_printf (setup, "    <Label value=\"%s\"/>\n", value);
    }
  g_string_append (setup, "  </Labels>\n");
}

static GString *
write_studio_setup (const Task *task)
{
  GString *setup = g_string_new ("<View>\n");

  append_control (setup, "speaker", task->speakers);
  append_control (setup, "topic", task->topics);
  g_string_append (setup, "  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n</View>\n");

  return setup;
}

static gboolean
write_studio (PresserExportJob *job,
              GError          **error)
{
  static const char tasks[] = "tasks.json";
  g_autoptr (GHashTable) speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GString) setup = NULL;
  Task task = { NULL, speakers, topics, 0 };

  while ((task.view = presser_export_job_next (job)) != NULL)
    {
      g_string_append (text, presser_export_job_get_number (job) > 1 ? ",\n" : "\n");
      append_studio_task (text, &task);
      presser_export_job_put (job, tasks, text);
      presser_export_job_report_withheld (job);
    }
  g_string_append (text, "\n]\n");
  presser_export_job_put (job, tasks, text);
  setup = write_studio_setup (&task);
  presser_export_job_put (job, "labels.xml", setup);
  report (job);

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_spacy = {
  .id = "spacy",
  .label = N_ ("spaCy and Prodigy"),
  .description = N_ ("A line a document with labelled spans, to train with"),
  .extension = "jsonl",
  .mime_type = "application/jsonl",
  .write = write_prodigy,
};

const PresserExporter presser_exporter_doccano = {
  .id = "doccano",
  .label = N_ ("doccano"),
  .description = N_ ("A line a document for doccano's sequence labelling"),
  .extension = "jsonl",
  .mime_type = "application/jsonl",
  .write = write_doccano,
};

const PresserExporter presser_exporter_labelstudio = {
  .id = "labelstudio",
  .label = N_ ("Label Studio"),
  .description = N_ ("Tasks with our labels as predictions, and the set-up that fits them"),
  .extension = "zip",
  .mime_type = "application/zip",
  .flags = PRESSER_EXPORTER_WRITES_FOLDER,
  .write = write_studio,
};
