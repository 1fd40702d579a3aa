/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* W3C Web Annotation (https://www.w3.org/TR/annotation-model/): one page with an annotation a statement. Every place is
 * told twice, by position in code points and by its words with what stands around them. */

#include "presser-exporters.h"

#include <glib/gi18n-lib.h>

#include "presser-export-job.h"
#include "presser-export-json.h"

/* Code points on either side that make a place unique. */
#define AROUND 32

static char *
dup_source_iri (PresserExportView *view)
{
  const char *source = presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE);

  if (source != NULL && g_uri_is_valid (source, G_URI_FLAGS_NONE, NULL))
    return g_strdup (source);
  return g_uri_escape_string (presser_export_view_get_source (view)->name, NULL, TRUE);
}

static void
add_textual_body (JsonBuilder *json,
                  const char  *purpose,
                  const char  *value)
{
  if (value == NULL)
    return;
  json_builder_begin_object (json);
  presser_json_add_text (json, "type", "TextualBody");
  presser_json_add_text (json, "purpose", purpose);
  presser_json_add_text (json, "value", value);
  json_builder_end_object (json);
}

static void
add_bodies (JsonBuilder            *json,
            PresserDocument        *document,
            const PresserExportRow *row)
{
  const char *const *topics = presser_statement_get_topics (row->statement);

  presser_json_begin_array (json, "body");
  add_textual_body (json, "identifying", row->credit.name);
  for (guint i = 0; topics[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, topics[i]);

      add_textual_body (json, "tagging", topic != NULL ? presser_topic_get_label (topic) : topics[i]);
    }
  add_textual_body (json, "classifying", row->cells[PRESSER_COLUMN_KIND]);
  add_textual_body (json, "assessing", row->cells[PRESSER_COLUMN_STATUS]);
  add_textual_body (json, "commenting", row->cells[PRESSER_COLUMN_NOTE]);
  json_builder_end_array (json);
}

/* What stands beside a quote may name whom its ground rule protects: then it is found by less. */
static void
add_neighbour (JsonBuilder       *json,
               PresserExportView *view,
               PresserStatement  *statement,
               const char        *name,
               PresserRange       range)
{
  g_autofree char *words = presser_export_view_dup_slice (view, range);
  const char      *shown = presser_export_view_filter_words (view, statement, words);

  presser_json_add_text (json, name, shown != NULL ? shown : "");
}

static void
add_selectors (JsonBuilder       *json,
               PresserExportView *view,
               PresserStatement  *statement,
               PresserRange       range)
{
  guint            length = presser_text_get_length (presser_document_get_text (presser_export_view_get_document (view)));
  guint            first = range.start > AROUND ? range.start - AROUND : 0;
  guint            last = MIN (length, range.end + AROUND);
  g_autofree char *exact = presser_export_view_dup_slice (view, range);

  presser_json_begin_array (json, "selector");
  json_builder_begin_object (json);
  presser_json_add_text (json, "type", "TextQuoteSelector");
  presser_json_add_text (json, "exact", exact);
  add_neighbour (json, view, statement, "prefix", (PresserRange){ first, range.start });
  add_neighbour (json, view, statement, "suffix", (PresserRange){ range.end, last });
  json_builder_end_object (json);
  json_builder_begin_object (json);
  presser_json_add_text (json, "type", "TextPositionSelector");
  presser_json_add_number (json, "start", range.start);
  presser_json_add_number (json, "end", range.end);
  json_builder_end_object (json);
  json_builder_end_array (json);
}

/* Several targets are the parts of one statement. */
static void
add_targets (JsonBuilder       *json,
             PresserExportView *view,
             PresserStatement  *statement,
             const char        *iri)
{
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  presser_json_begin_array (json, "target");
  for (guint i = 0; i < n_ranges; i++)
    {
      json_builder_begin_object (json);
      presser_json_add_text (json, "source", iri);
      add_selectors (json, view, statement, ranges[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_annotation (JsonBuilder            *json,
                PresserExportView      *view,
                const PresserExportRow *row,
                const char             *iri)
{
  g_autofree char *id = g_strdup_printf ("%s#%s", iri, row->cells[PRESSER_COLUMN_ID]);

  json_builder_begin_object (json);
  presser_json_add_text (json, "@context", "http://www.w3.org/ns/anno.jsonld");
  presser_json_add_text (json, "id", id);
  presser_json_add_text (json, "type", "Annotation");
  presser_json_add_text (json, "motivation", "classifying");
  if (row->cells[PRESSER_COLUMN_ANNOTATOR] != NULL)
    {
      presser_json_begin_object (json, "creator");
      presser_json_add_text (json, "type", "Person");
      presser_json_add_text (json, "name", row->cells[PRESSER_COLUMN_ANNOTATOR]);
      json_builder_end_object (json);
    }
  presser_json_add_known_text (json, "created", row->cells[PRESSER_COLUMN_MADE]);
  presser_json_add_known_text (json, "modified", row->cells[PRESSER_COLUMN_CHANGED]);
  add_bodies (json, presser_export_view_get_document (view), row);
  add_targets (json, view, row->statement, iri);
  json_builder_end_object (json);
}

static guint
append_annotations (GString           *text,
                    PresserExportView *view,
                    guint              n_before)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS);
  g_autofree char *iri = dup_source_iri (view);

  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append (text, n_before + i > 0 ? ",\n" : "\n");
      add_annotation (json, view, rows->pdata[i], iri);
      presser_json_flush (json, text);
    }
  return n_before + rows->len;
}

static gboolean
write_page (PresserExportJob *job,
            GError          **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) text = g_string_new ("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[");
  PresserExportView *view = NULL;
  guint              n_items = 0;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      n_items = append_annotations (text, view, n_items);
      g_checksum_update (checksum, (const guchar *) text->str, text->len);
      presser_export_job_put (job, NULL, text);
    }
  /* A name that follows from the content, so that the same export is the same page; hence it stands last. */
  g_string_append_printf (text, "\n],\"id\":\"urn:sha256:%s\"}\n", g_checksum_get_string (checksum));
  presser_export_job_put (job, NULL, text);
  if (n_items > 0)
    presser_export_job_lose_always (job, _ ("Ground rules, certainty and times in the recording are not written"));

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_webannotation = {
  .id = "webannotation",
  .label = N_ ("Web Annotation"),
  .description = N_ ("W3C annotations (JSON-LD) on the published source"),
  .extension = "jsonld",
  .mime_type = "application/ld+json",
  .write = write_page,
};
