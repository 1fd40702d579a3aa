/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-folder-export.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-file.h"
#include "presser-import.h"
#include "presser-tei-file.h"

typedef struct
{
  PresserFolderOrder    order; /* its strings and files are owned */
  PresserFolderOutcome *outcome;
  GMainContext         *context; /* owned: where progress is told */
  GCancellable         *cancellable;
  gboolean              is_over; /* nobody wants to hear of progress any more; of the context's thread */

  GPtrArray      *paths; /* of char * */
  guint           n_read;
  PresserTeiFile *lent; /* what the exporter reads now */
  GPtrArray      *statements;
  char           *name;

  PresserFileWriter *writer;       /* NULL if nothing is being written */
  char              *written_name; /* of a format of several files: which one that is */
  GPtrArray         *written;      /* of GFile: what there is by now of such a format */
} Work;

/**
 * presser_folder_outcome_free:
 * @self: (transfer full): an outcome
 */
void
presser_folder_outcome_free (PresserFolderOutcome *self)
{
  g_ptr_array_unref (self->bad);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

static void
give_back (Work *self)
{
  g_clear_object (&self->lent);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
}

static void
work_clear (gpointer data)
{
  Work *self = data;

  give_back (self);
  g_clear_pointer (&self->writer, presser_file_writer_free);
  g_clear_object (&self->order.folder);
  g_clear_object (&self->order.target);
  g_free ((char *) self->order.query);
  g_clear_pointer (&self->outcome, presser_folder_outcome_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->written, g_ptr_array_unref);
  g_free (self->written_name);
}

static void
work_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, work_clear);
}

typedef struct
{
  Work *work; /* owned */
  guint n_read;
  guint n_files;
  char *name;
} News;

static gboolean
tell_news (gpointer data)
{
  News *news = data;

  if (!news->work->is_over)
    news->work->order.progress (news->n_read, news->n_files, news->name, news->work->order.progress_data);
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  work_release (news->work);
  g_free (news->name);
  g_free (news);
}

static void
tell_progress (Work *self)
{
  News *news;
  g_autoptr (GSource) source = NULL;

  if (self->order.progress == NULL)
    return;
  news = g_new0 (News, 1);
  news->work = g_atomic_rc_box_acquire (self);
  news->n_read = self->n_read;
  news->n_files = self->paths->len;
  news->name = g_filename_display_basename (self->paths->pdata[self->n_read]);
  source = g_idle_source_new ();
  g_source_set_callback (source, tell_news, news, news_free);
  g_source_attach (source, self->context);
}

static PresserTeiFile *
read_transcript (Work       *self,
                 const char *path,
                 GError    **error)
{
  const PresserImportOptions options = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = presser_file_read (file, NULL, self->cancellable, error);
  g_autoptr (GBytes) tei = bytes != NULL ? presser_import (bytes, self->name, &options, NULL, error) : NULL;

  return tei != NULL ? presser_tei_file_new (tei, self->name, error) : NULL;
}

/* Many sentences name their file themselves. */
static void
add_sentence (Work       *self,
              GPtrArray  *sentences,
              const char *sentence)
{
  g_ptr_array_add (sentences, strstr (sentence, self->name) != NULL ? g_strdup (sentence)
                                                                    : g_strdup_printf ("%s: %s", self->name, sentence));
}

/* FALSE if it can't be read or its statements can't be chosen; the others go on. */
static gboolean
lend (Work                *self,
      const char          *path,
      PresserExportSource *source)
{
  const PresserExportChoice choice = { .query = self->order.query, .statuses = self->order.statuses };
  g_autoptr (GPtrArray) held_back = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  give_back (self);
  self->name = g_filename_display_basename (path);
  self->lent = read_transcript (self, path, &error);
  if (self->lent != NULL)
    self->statements = presser_export_choose (presser_tei_file_get_document (self->lent), &choice, held_back, &error);
  if (error != NULL)
    {
      add_sentence (self, self->outcome->bad, error->message);
      return FALSE;
    }
  for (guint i = 0; i < held_back->len; i++)
    add_sentence (self, self->outcome->remarks, held_back->pdata[i]);
  *source = (PresserExportSource){ presser_tei_file_get_document (self->lent), self->name, self->statements };
  self->outcome->n_documents++;
  self->outcome->n_statements += self->statements->len;
  return TRUE;
}

static gboolean
supply_next (PresserExportSource *source,
             gpointer             data)
{
  Work *self = data;

  while (self->n_read < self->paths->len && !g_cancellable_is_cancelled (self->cancellable))
    {
      tell_progress (self);
      if (lend (self, self->paths->pdata[self->n_read++], source))
        return TRUE;
    }
  return FALSE;
}

static gboolean
finish_file (Work    *self,
             GError **error)
{
  g_autoptr (PresserFileWriter) writer = g_steal_pointer (&self->writer);

  return writer == NULL || presser_file_writer_finish (writer, error);
}

static gboolean
begin_file (Work       *self,
            const char *name,
            GError    **error)
{
  g_autoptr (GFile) file = name != NULL ? g_file_get_child (self->order.target, name) : g_object_ref (self->order.target);

  if (!finish_file (self, error))
    return FALSE;
  g_free (self->written_name);
  self->written_name = g_strdup (name);
  if (name != NULL)
    g_ptr_array_add (self->written, g_object_ref (file));
  self->writer = presser_file_writer_new (file, TRUE, error);
  return self->writer != NULL;
}

static gboolean
put (const char *name,
     const char *data,
     gsize       size,
     gpointer    user_data,
     GError    **error)
{
  Work *self = user_data;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if ((self->writer == NULL || g_strcmp0 (name, self->written_name) != 0) && !begin_file (self, name, error))
    return FALSE;
  return presser_file_writer_put (self->writer, data, size, error);
}

/* What a folder holds that was not finished. */
static void
remove_written (Work *self)
{
  for (guint i = 0; i < self->written->len; i++)
    g_file_delete (self->written->pdata[i], NULL, NULL);
  if (self->order.exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER)
    g_file_delete (self->order.target, NULL, NULL);
}

static gboolean
write_all (Work    *self,
           GError **error)
{
  gboolean is_folder = (self->order.exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) != 0;

  if (is_folder && !g_file_make_directory (self->order.target, self->cancellable, error))
    return FALSE;
  if (presser_exporter_run (self->order.exporter, NULL, supply_next, self, put, self, self->outcome->remarks, error)
      && !g_cancellable_set_error_if_cancelled (self->cancellable, error) && finish_file (self, error))
    return TRUE;
  g_clear_pointer (&self->writer, presser_file_writer_free);
  remove_written (self);
  return FALSE;
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Work            *self = task_data;
  g_autofree char *path = g_file_get_path (self->order.folder);
  GError          *error = NULL;

  self->paths = presser_import_find_transcripts (path != NULL ? path : "");
  if (self->paths->len == 0)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no transcript in “%s”"), path != NULL ? path : "");
  if (error == NULL)
    write_all (self, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * presser_folder_export_async:
 * @order: what to do; copied
 * @cancellable: (nullable): to give up; then nothing is written
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads one transcript after the other in a thread, holding one at a time. One that is bad is reported, and the others
 * go on. Ground rules hold as in every export; what is under embargo stays.
 */
void
presser_folder_export_async (const PresserFolderOrder *order,
                             GCancellable             *cancellable,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *self = g_atomic_rc_box_new0 (Work);

  self->order = *order;
  self->order.folder = g_object_ref (order->folder);
  self->order.target = g_object_ref (order->target);
  self->order.query = order->query != NULL && *order->query != '\0' ? g_strdup (order->query) : NULL;
  self->outcome = g_new0 (PresserFolderOutcome, 1);
  self->outcome->bad = g_ptr_array_new_with_free_func (g_free);
  self->outcome->remarks = g_ptr_array_new_with_free_func (g_free);
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->written = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_source_tag (task, presser_folder_export_async);
  g_task_set_task_data (task, self, work_release);
  g_task_run_in_thread (task, export_thread);
}

/**
 * presser_folder_export_finish:
 * @result: as given to the callback
 * @error: return location for an error; nothing was written then
 *
 * Returns: (transfer full) (nullable): what came of it
 */
PresserFolderOutcome *
presser_folder_export_finish (GAsyncResult *result,
                              GError      **error)
{
  Work *self = g_task_get_task_data (G_TASK (result));

  self->is_over = TRUE;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&self->outcome);
}
