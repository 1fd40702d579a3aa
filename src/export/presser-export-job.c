/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-job.h"

#include <glib/gi18n-lib.h>

struct _PresserExportJob
{
  PresserExportOptions options;
  PresserExportSupply  supply;
  gpointer             supply_data;
  PresserExportSink    sink;
  gpointer             sink_data;
  PresserExportSource  source;
  PresserExportView   *view; /* of source; owned */
  guint                n_documents;
  guint                n_gapped;
  GHashTable          *descriptions; /* of char *, owned: said instead of names */
  GPtrArray           *losses;       /* borrowed, or NULL */
  GError              *error;        /* owned: the first thing that went wrong */
};

static guint
count_gapped (GPtrArray *statements)
{
  guint n_gapped = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      guint n_ranges = 0;

      presser_statement_get_ranges (statements->pdata[i], &n_ranges);
      n_gapped += n_ranges > 1 ? 1 : 0;
    }
  return n_gapped;
}

/* What stands instead of names may say too much: a role can be as good as a name. */
static void
note_descriptions (PresserExportJob *self)
{
  GPtrArray *statements = presser_export_view_get_statements (self->view);

  for (guint i = 0; i < statements->len; i++)
    {
      PresserExportCredit credit = { NULL };

      if (presser_statement_get_ground_rule (statements->pdata[i]) != PRESSER_GROUND_BACKGROUND)
        continue;
      credit = presser_export_view_get_credit (self->view, statements->pdata[i]);
      if (credit.name != NULL)
        g_hash_table_add (self->descriptions, g_strdup (credit.name));
    }
}

static void
report_descriptions (PresserExportJob *self)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->descriptions), (GCompareFunc) g_strcmp0);

  for (GList *name = names; name != NULL; name = name->next)
    /* Translators: %s describes somebody who must not be named */
    presser_export_job_lose (self, g_strdup_printf (_ ("Instead of a name there is “%s”, as the ground rule asks; make sure that this was agreed"),
                                                    (const char *) name->data));
}

/**
 * presser_export_job_next:
 * @self: an export
 *
 * Returns: (transfer none) (nullable): the next document as it may be shown, until the next call
 */
PresserExportView *
presser_export_job_next (PresserExportJob *self)
{
  g_clear_pointer (&self->view, presser_export_view_free);
  if (self->error != NULL || !self->supply (&self->source, self->supply_data))
    return NULL;
  self->n_documents++;
  self->view = presser_export_view_new (&self->source);
  self->n_gapped += count_gapped (presser_export_view_get_statements (self->view));
  note_descriptions (self);

  return self->view;
}

/**
 * presser_export_job_get_number:
 * @self: an export
 *
 * Returns: how many documents there were so far
 */
guint
presser_export_job_get_number (PresserExportJob *self)
{
  return self->n_documents;
}

/**
 * presser_export_job_get_options:
 * @self: an export
 *
 * Returns: (transfer none): what the user chose; its columns are named even where all were chosen
 */
const PresserExportOptions *
presser_export_job_get_options (PresserExportJob *self)
{
  return &self->options;
}

/**
 * presser_export_options_get_columns:
 * @options: what the user chose
 *
 * Returns: the bits of the columns, as rows take them
 */
guint32
presser_export_options_get_columns (const PresserExportOptions *options)
{
  guint32 columns = 0;

  for (guint i = 0; i < options->n_columns; i++)
    columns |= PRESSER_COLUMN_BIT (options->columns[i]);
  return columns;
}

/**
 * presser_export_job_get_n_gapped:
 * @self: an export
 *
 * Returns: how many statements so far have more than one part
 */
guint
presser_export_job_get_n_gapped (PresserExportJob *self)
{
  return self->n_gapped;
}

/**
 * presser_export_job_put:
 * @self: an export
 * @name: (nullable): of the file that goes on; %NULL for a format of one file
 * @text: what comes next in it; is empty afterwards
 */
void
presser_export_job_put (PresserExportJob *self,
                        const char       *name,
                        GString          *text)
{
  if (self->error == NULL)
    self->sink (name, text->str, text->len, self->sink_data, &self->error);
  g_string_truncate (text, 0);
}

/**
 * presser_export_job_put_bytes:
 * @self: an export
 * @name: (nullable): of the file that goes on; %NULL for a format of one file
 * @bytes: what comes next in it
 */
void
presser_export_job_put_bytes (PresserExportJob *self,
                              const char       *name,
                              GBytes           *bytes)
{
  gsize       size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (self->error == NULL)
    self->sink (name, data, size, self->sink_data, &self->error);
}

/**
 * presser_export_job_finish:
 * @self: an export
 * @error: return location for an error
 *
 * Returns: %TRUE if all that was put was taken
 */
gboolean
presser_export_job_finish (PresserExportJob *self,
                           GError          **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * presser_export_job_lose:
 * @self: an export
 * @sentence: (transfer full): what the format cannot carry
 */
void
presser_export_job_lose (PresserExportJob *self,
                         char             *sentence)
{
  if (self->losses != NULL)
    g_ptr_array_add (self->losses, sentence);
  else
    g_free (sentence);
}

/**
 * presser_export_job_lose_always:
 * @self: an export
 * @sentence: (nullable): what the format never carries
 */
void
presser_export_job_lose_always (PresserExportJob *self,
                                const char       *sentence)
{
  presser_export_job_lose (self, g_strdup (sentence));
}

/**
 * presser_export_job_report_withheld:
 * @self: an export
 *
 * For a format that holds the whole text: tells that passages of the present document are blacked out, and that it may
 * name who must not be named.
 */
void
presser_export_job_report_withheld (PresserExportJob *self)
{
  if (self->losses == NULL)
    return;
  presser_export_view_report_withheld (self->view, self->losses);
  presser_export_view_report_background (self->view, self->losses);
}

/* Nothing chosen is everything chosen. */
static void
choose_all_columns (PresserExportOptions *options,
                    PresserColumn         all[PRESSER_N_COLUMNS])
{
  if (options->n_columns > 0)
    return;
  for (PresserColumn column = 0; column < PRESSER_N_COLUMNS; column++)
    all[column] = column;
  options->columns = all;
  options->n_columns = PRESSER_N_COLUMNS;
}

/**
 * presser_exporter_run:
 * @exporter: a format
 * @options: (nullable): what the user chose
 * @supply: (scope call): gives the documents
 * @supply_data: for @supply
 * @sink: (scope call): takes what is written
 * @sink_data: for @sink
 * @losses: (nullable) (element-type utf8): gets sentences on what the format cannot carry
 * @error: return location for an error
 *
 * Returns: %TRUE if all was written
 */
gboolean
presser_exporter_run (const PresserExporter      *exporter,
                      const PresserExportOptions *options,
                      PresserExportSupply         supply,
                      gpointer                    supply_data,
                      PresserExportSink           sink,
                      gpointer                    sink_data,
                      GPtrArray                  *losses,
                      GError                    **error)
{
  PresserExportJob job = {
    .supply = supply,
    .supply_data = supply_data,
    .sink = sink,
    .sink_data = sink_data,
    .losses = losses,
  };
  PresserColumn all[PRESSER_N_COLUMNS];
  gboolean      done = FALSE;

  if (options != NULL)
    job.options = *options;
  choose_all_columns (&job.options, all);
  job.descriptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = exporter->write (&job, error);
  report_descriptions (&job);
  g_hash_table_unref (job.descriptions);
  g_clear_pointer (&job.view, presser_export_view_free);
  g_clear_error (&job.error);

  return done;
}
