/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing what the document holds now, in a thread; it may be edited meanwhile. */

#include <glib/gi18n-lib.h>

#include "presser-error.h"
#include "presser-file.h"
#include "presser-open-file-private.h"
#include "presser-tei-beside.h"

typedef struct
{
  GFile          *location;
  GBytes         *bytes;
  PresserJournal *journal;
  char           *expected; /* checksum, or NULL */
  char           *checksum; /* of what was written */
  gboolean        overwrite;
  gboolean        stays; /* the file holds these bytes already */
  guint64         state; /* of the history, that is being written */

  PresserTeiBesideSave *beside;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->location);
  g_bytes_unref (save->bytes);
  g_clear_object (&save->journal);
  g_free (save->expected);
  g_free (save->checksum);
  presser_tei_beside_save_free (save->beside);
  g_free (save);
}

/* A file that must not change is not written at all. */
static gboolean
write_text (Save         *save,
            GCancellable *cancellable,
            GError      **error)
{
  if (!save->stays)
    return presser_file_write (save->location, save->bytes, save->expected, save->overwrite,
                               &save->checksum, cancellable, error);
  save->checksum = g_strdup (save->expected);

  return TRUE;
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Save   *save = task_data;
  GError *error = NULL;

  /* First, so that a journal that is found beside the new file knows of it. If it cannot be written, the file is
   * all the more worth writing. */
  if (save->journal != NULL)
    presser_journal_flush (save->journal, NULL);
  if (presser_tei_beside_save_before (save->beside, save->overwrite, cancellable, &error)
      && write_text (save, cancellable, &error)
      && (save->expected == NULL || presser_tei_beside_save_after (save->beside, cancellable, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Now and not in the thread: what is done meanwhile is not in the bytes. */
static void
note_saving (PresserOpenFile *self,
             Save            *save)
{
  g_autofree char *uri = g_file_get_uri (save->location);
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, save->bytes);
  g_autofree char *beside_uri = NULL;
  g_autofree char *beside_checksum = NULL;

  if (self->journal == NULL)
    return;
  if (save->beside->bytes != NULL)
    {
      beside_uri = g_file_get_uri (save->beside->file);
      beside_checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, save->beside->bytes);
    }
  save->journal = g_object_ref (self->journal);
  presser_journal_note_saving (save->journal, (const char *const[]){ uri, checksum, beside_uri, beside_checksum, NULL });
}

/**
 * presser_open_file_save_async:
 * @self: an open file that is not being saved
 * @location: where to
 * @overwrite: whether what lies there may go even if it is not what was read
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Writes what the document holds now; it may be edited meanwhile.
 */
void
presser_open_file_save_async (PresserOpenFile    *self,
                              GFile              *location,
                              gboolean            overwrite,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  GBytes *bytes;
  Save   *save;

  g_return_if_fail (PRESSER_IS_OPEN_FILE (self) && G_IS_FILE (location));
  g_return_if_fail (self->pending == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, presser_open_file_save_async);
  if (self->location == NULL && self->origin != NULL && g_file_equal (self->origin, location))
    {
      g_task_return_new_error (task, PRESSER_ERROR, PRESSER_ERROR_CHANGED,
                               _ ("“%s” is the original of this transcript and is never written to. Save under another name."),
                               self->name);
      return;
    }

  bytes = presser_tei_file_write (self->tei, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  save = g_new0 (Save, 1);
  save->location = g_object_ref (location);
  save->bytes = bytes;
  save->overwrite = overwrite;
  save->state = presser_history_get_state (presser_document_get_history (presser_open_file_get_document (self)));
  if (!overwrite && self->location != NULL && g_file_equal (self->location, location))
    save->expected = g_strdup (self->checksum);
  save->stays = save->expected != NULL && presser_tei_file_get_statements (self->tei) != NULL;
  save->beside = presser_tei_beside_save_new (self->tei, location);
  note_saving (self, save);
  self->pending = g_bytes_ref (bytes);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_task_run_in_thread (task, save_thread);
  presser_open_file_emit_state (self);
}

/**
 * presser_open_file_save_finish:
 * @self: an open file
 * @result: as given to the callback
 * @error: %PRESSER_ERROR_CHANGED if the file is no longer what was read
 *
 * What was written becomes the new source; undo goes on across it.
 *
 * Returns: whether it was saved
 */
gboolean
presser_open_file_save_finish (PresserOpenFile *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  Save    *save = g_task_get_task_data (G_TASK (result));
  gboolean saved = g_task_propagate_boolean (G_TASK (result), error);

  if (save == NULL) /* refused before it began */
    return FALSE;

  g_clear_pointer (&self->pending, g_bytes_unref);
  self->n_writes++;
  saved = saved && presser_tei_file_accept (self->tei, save->bytes, error);
  if (saved)
    {
      if (save->journal != NULL)
        presser_journal_note_saved (save->journal);
      g_free (self->checksum);
      self->checksum = g_steal_pointer (&save->checksum);
      presser_open_file_set_location (self, save->location);
      presser_history_set_saved (presser_document_get_history (presser_open_file_get_document (self)), save->state);
    }
  presser_open_file_emit_state (self);
  return saved;
}
