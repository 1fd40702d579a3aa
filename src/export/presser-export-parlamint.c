/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ParlaMint: a component a document and its statements in a second file, since its schema has no place for them. */

#include "presser-exporters.h"

#include <glib/gi18n-lib.h>

#include "presser-export-copy.h"
#include "presser-export-job.h"
#include "presser-tei-convert.h"

/* All statements of the copy, which holds only those that may leave. */
static GPtrArray *
dup_statements (PresserDocument *document)
{
  GListModel *model = presser_document_get_statements (document);
  GPtrArray  *statements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (statements, g_list_model_get_item (model, i));
  return statements;
}

/* Documents of one sitting would have the same id. */
static char *
dup_unique_id (const PresserTeiConversion *conversion,
               GHashTable                 *taken)
{
  char            *id = presser_parlamint_make_id (conversion);
  g_autofree char *stem = g_strdup (id);

  for (guint i = 2; g_hash_table_contains (taken, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, i);
    }
  g_hash_table_add (taken, g_strdup (id));

  return id;
}

static void
put_file (PresserExportJob *job,
          const char       *id,
          const char       *suffix,
          GBytes           *bytes)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  presser_export_job_put_bytes (job, name, bytes);
}

/* What every document loses is told once. */
static void
report (PresserExportJob *job,
        GPtrArray        *losses,
        GHashTable       *told)
{
  for (guint i = 0; i < losses->len; i++)
    if (g_hash_table_add (told, g_strdup (losses->pdata[i])))
      presser_export_job_lose_always (job, losses->pdata[i]);
}

static gboolean
write_view (PresserExportJob  *job,
            PresserExportView *view,
            GHashTable        *taken,
            GHashTable        *told,
            GError           **error)
{
  g_autoptr (PresserTeiFile) copy = presser_export_copy_new (view, error);
  PresserDocument *document = copy != NULL ? presser_tei_file_get_document (copy) : NULL;
  g_autoptr (GPtrArray) chosen = document != NULL ? dup_statements (document) : NULL;
  const PresserTeiConversion conversion = { document, presser_export_view_get_source (view)->name, NULL, chosen };
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) component = NULL;
  g_autoptr (GBytes) statements = NULL;
  g_autofree char *id = NULL;

  if (copy == NULL)
    return FALSE;
  id = dup_unique_id (&conversion, taken);
  component = presser_parlamint_write (&conversion, id, &statements, losses, error);
  if (component == NULL)
    return FALSE;
  put_file (job, id, ".xml", component);
  if (statements != NULL)
    put_file (job, id, ".statements.xml", statements);
  report (job, losses, told);

  return TRUE;
}

static gboolean
write_parlamint (PresserExportJob *job,
                 GError          **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      if (!write_view (job, view, taken, told, error))
        return FALSE;
      presser_export_job_report_withheld (job);
    }
  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_parlamint = {
  .id = "parlamint",
  .label = N_ ("ParlaMint"),
  .description = N_ ("A component of a ParlaMint corpus, and its statements in a second file"),
  .extension = "zip",
  .mime_type = "application/zip",
  .flags = PRESSER_EXPORTER_WRITES_FOLDER,
  .write = write_parlamint,
};
