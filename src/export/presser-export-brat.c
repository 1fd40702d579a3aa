/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* brat stand-off (https://brat.nlplab.org/standoff.html): a text and an annotation file a document, and the
 * configuration that makes them open. Names of types are letters, digits, `_` and `-` only, so people's names and topics
 * go as ids and their labels into visual.conf. A stretch may hold no line end and
 * no tab, so statements are cut there. */

#include "presser-exporters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-job.h"

/* What the configuration has to declare: id as written → label; owned. */
typedef struct
{
  GHashTable *speakers;
  GHashTable *topics;
} Vocabulary;

static char *
dup_name (const char *id)
{
  char *name = g_strdup (id);

  return g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '_');
}

/* Ids with letters outside ASCII would all become underscores, so such ones get a number that follows from them. */
static char *
dup_value (const char *id)
{
  g_autofree char *name = dup_name (id);

  if (g_str_is_ascii (id))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s_%08x", name, g_str_hash (id));
}

static void
add_piece (GArray      *pieces,
           PresserText *text,
           PresserRange piece)
{
  while (piece.start < piece.end && g_unichar_isspace (presser_text_get_character (text, piece.start)))
    piece.start++;
  while (piece.end > piece.start && g_unichar_isspace (presser_text_get_character (text, piece.end - 1)))
    piece.end--;
  if (!presser_range_is_empty (piece))
    g_array_append_val (pieces, piece);
}

/* The pieces of a statement between line ends and tabs, blanks at their edges left out: GArray of PresserRange. */
static GArray *
cut_at_lines (PresserDocument  *document,
              PresserStatement *statement)
{
  GArray             *pieces = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  PresserText        *text = presser_document_get_text (document);
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      guint start = ranges[i].start;

      for (guint position = start; position < ranges[i].end; position++)
        {
          gunichar character = presser_text_get_character (text, position);

          if (character != '\n' && character != '\t' && character != '\r')
            continue;
          add_piece (pieces, text, (PresserRange){ start, position });
          start = position + 1;
        }
      add_piece (pieces, text, (PresserRange){ start, ranges[i].end });
    }
  return pieces;
}

static void
append_places (GString           *ann,
               PresserExportView *view,
               GArray            *pieces,
               guint              number)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (ann, "T%u\tStatement ", number);
  for (guint i = 0; i < pieces->len; i++)
    {
      PresserRange     piece = g_array_index (pieces, PresserRange, i);
      g_autofree char *slice = presser_export_view_dup_slice (view, piece);

      g_string_append_printf (ann, "%s%u %u", i > 0 ? ";" : "", piece.start, piece.end);
      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", slice);
    }
  g_string_append_printf (ann, "\t%s\n", words->str);
}

static void
append_attributes (GString                *ann,
                   PresserDocument        *document,
                   const PresserExportRow *row,
                   Vocabulary             *vocabulary,
                   guint                   number,
                   guint                  *n_attributes)
{
  const char *const *topics = presser_statement_get_topics (row->statement);

  if (row->credit.id != NULL)
    {
      char *value = dup_value (row->credit.id);

      g_string_append_printf (ann, "A%u\tSpeaker T%u %s\n", ++*n_attributes, number, value);
      g_hash_table_replace (vocabulary->speakers, value, g_strdup (row->credit.name));
    }
  for (guint i = 0; topics[i] != NULL; i++)
    {
      PresserTopic    *topic = presser_document_get_topic (document, topics[i]);
      g_autofree char *name = dup_value (topics[i]);
      char            *flag = g_strconcat ("Topic_", name, NULL);

      g_string_append_printf (ann, "A%u\t%s T%u\n", ++*n_attributes, flag, number);
      g_hash_table_replace (vocabulary->topics, flag, g_strdup (topic != NULL ? presser_topic_get_label (topic) : topics[i]));
    }
  g_string_append_printf (ann, "A%u\tKind T%u %s\n", ++*n_attributes, number, row->cells[PRESSER_COLUMN_KIND]);
  g_string_append_printf (ann, "A%u\tStatus T%u %s\n", ++*n_attributes, number, row->cells[PRESSER_COLUMN_STATUS]);
}

static void
append_note (GString    *ann,
             const char *note,
             guint       number)
{
  g_autofree char *line = g_strdup (note);

  g_string_append_printf (ann, "#%u\tAnnotatorNotes T%u\t%s\n", number, number, g_strdelimit (line, "\t\r\n", ' '));
}

static GString *
write_annotations (PresserExportView *view,
                   Vocabulary        *vocabulary)
{
  PresserDocument *document = presser_export_view_get_document (view);
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS);
  GString *ann = g_string_new (NULL);
  guint    n_attributes = 0;
  guint    number = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PresserExportRow *row = rows->pdata[i];
      g_autoptr (GArray) pieces = cut_at_lines (document, row->statement);

      if (pieces->len == 0)
        continue;
      append_places (ann, view, pieces, ++number);
      append_attributes (ann, document, row, vocabulary, number, &n_attributes);
      if (row->cells[PRESSER_COLUMN_NOTE] != NULL)
        append_note (ann, row->cells[PRESSER_COLUMN_NOTE], number);
    }
  return ann;
}

static GList *
sort_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) g_strcmp0);
}

static GString *
write_configuration (const Vocabulary *vocabulary)
{
  GString *conf = g_string_new ("[entities]\nStatement\n\n[relations]\n\n[events]\n\n[attributes]\n");
  g_autoptr (GList) speakers = sort_keys (vocabulary->speakers);
  g_autoptr (GList) topics = sort_keys (vocabulary->topics);

  g_string_append (conf, "Kind\tArg:<ENTITY>, Value:direct|indirect|mixed\n"
                         "Status\tArg:<ENTITY>, Value:suggested|draft|verified\n");
  for (GList *key = speakers; key != NULL; key = key->next)
    g_string_append_printf (conf, "%s%s", key == speakers ? "Speaker\tArg:<ENTITY>, Value:" : "|", (const char *) key->data);
  if (speakers != NULL)
    g_string_append_c (conf, '\n');
  for (GList *key = topics; key != NULL; key = key->next)
    g_string_append_printf (conf, "%s\tArg:<ENTITY>\n", (const char *) key->data);

  return conf;
}

static void
append_labels (GString    *conf,
               GHashTable *labels)
{
  g_autoptr (GList) keys = sort_keys (labels);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autofree char *label = g_strdup (g_hash_table_lookup (labels, key->data));

      g_string_append_printf (conf, "%s | %s\n", (const char *) key->data, g_strdelimit (label, "|\r\n", ' '));
    }
}

static GString *
write_labels (const Vocabulary *vocabulary)
{
  GString *conf = g_string_new ("[labels]\n");

  append_labels (conf, vocabulary->speakers);
  append_labels (conf, vocabulary->topics);
  g_string_append (conf, "\n[drawing]\n");

  return conf;
}

static void
put (PresserExportJob *job,
     const char       *base,
     const char       *suffix,
     GString          *content)
{
  g_autofree char *name = g_strconcat (base, suffix, NULL);

  presser_export_job_put (job, name, content);
  g_string_free (content, TRUE);
}

static void
put_document (PresserExportJob  *job,
              PresserExportView *view,
              Vocabulary        *vocabulary,
              GHashTable        *taken)
{
  const char      *name = presser_export_view_take_name (view, taken);
  g_autofree char *text = presser_export_view_dup_text (view);

  put (job, name, ".txt", g_string_new (text));
  put (job, name, ".ann", write_annotations (view, vocabulary));
}

static gboolean
write_brat (PresserExportJob *job,
            GError          **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Vocabulary         vocabulary = { speakers, topics };
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      put_document (job, view, &vocabulary, taken);
      presser_export_job_report_withheld (job);
    }
  put (job, "annotation", ".conf", write_configuration (&vocabulary));
  put (job, "visual", ".conf", write_labels (&vocabulary));
  presser_export_job_lose_always (job, _ ("Ground rules, certainty, times, metadata and who tagged are not written"));

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_brat = {
  .id = "brat",
  .label = N_ ("brat"),
  .description = N_ ("A folder for the brat annotation tool"),
  .extension = "zip",
  .mime_type = "application/zip",
  .flags = PRESSER_EXPORTER_WRITES_FOLDER,
  .write = write_brat,
};
