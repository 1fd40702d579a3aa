/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping the work since the last save: what the journal notes is written soon after, in a thread. */

#include "presser-open-file-private.h"

/* What is typed within this time is written together. With the time that a disk takes to sync, work is
 * kept well within two seconds. */
#define DELAY_MS 500
/* After an error: a disk does not get empty at once. */
#define RETRY_MS 4000

static void schedule (PresserOpenFile *self,
                      guint            delay_ms);

/**
 * presser_open_file_dup_journal_folder:
 *
 * Returns: (transfer full): where journals lie: in the user's data folder
 */
GFile *
presser_open_file_dup_journal_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "presser", "journal", NULL);
}

static void
flush_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (presser_journal_flush (PRESSER_JOURNAL (task_data), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_keep_error (PresserOpenFile *self,
                const char      *message)
{
  gboolean was_failing = self->keep_error != NULL;

  g_free (self->keep_error);
  self->keep_error = g_strdup (message);
  if (was_failing != (message != NULL))
    g_signal_emit_by_name (self, "keeping-changed");
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PresserOpenFile *self = PRESSER_OPEN_FILE (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->is_flushing = FALSE;
  set_keep_error (self, error != NULL ? error->message : NULL);
  if (self->journal != NULL && presser_journal_has_pending (self->journal))
    schedule (self, error != NULL ? RETRY_MS : DELAY_MS);
}

static gboolean
flush_cb (gpointer user_data)
{
  PresserOpenFile *self = PRESSER_OPEN_FILE (user_data);
  g_autoptr (GTask) task = g_task_new (self, NULL, flushed_cb, NULL);

  self->flush_id = 0;
  self->is_flushing = TRUE;
  g_task_set_source_tag (task, flush_cb);
  g_task_set_task_data (task, g_object_ref (self->journal), g_object_unref);
  g_task_run_in_thread (task, flush_thread);
  return G_SOURCE_REMOVE;
}

static void
schedule (PresserOpenFile *self,
          guint            delay_ms)
{
  if (self->flush_id == 0 && !self->is_flushing)
    self->flush_id = g_timeout_add (delay_ms, flush_cb, self);
}

static void
journal_changed_cb (PresserOpenFile *self)
{
  schedule (self, DELAY_MS);
}

/**
 * presser_open_file_follow_journal:
 * @self: an open file
 * @journal: (transfer full): the journal of its document
 */
void
presser_open_file_follow_journal (PresserOpenFile *self,
                                  PresserJournal  *journal)
{
  self->journal = journal;
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  if (presser_journal_has_pending (journal))
    schedule (self, DELAY_MS);
}

/**
 * presser_open_file_begin_journal:
 * @self: an open file whose document is as it was read
 *
 * Keeps what is done from now on.
 */
void
presser_open_file_begin_journal (PresserOpenFile *self)
{
  g_autoptr (GFile) folder = presser_open_file_dup_journal_folder ();
  g_autofree char   *location = self->location != NULL ? g_file_get_uri (self->location) : NULL;
  g_autofree char   *origin = self->origin != NULL ? g_file_get_uri (self->origin) : NULL;
  PresserJournalBase base = {
    .bytes = presser_tei_file_get_bytes (self->tei),
    .statements = presser_tei_file_get_statements_as_read (self->tei),
    .name = self->name,
    .location = location,
    .origin = origin,
    .checksum = self->checksum,
    .is_precious = self->is_precious,
  };

  presser_open_file_follow_journal (self, presser_journal_new (presser_open_file_get_document (self), folder, &base));
}

/**
 * presser_open_file_end_journal:
 * @self: an open file that is going
 *
 * What is in a file, or given up, is kept no longer; anything else stays, for the next start to offer.
 */
void
presser_open_file_end_journal (PresserOpenFile *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->flush_id, g_source_remove);
  if (self->journal == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->journal, self);
  if (self->is_given_up || !presser_open_file_has_unsaved_work (self))
    presser_journal_close (self->journal);
  else if (!presser_journal_flush (self->journal, &error))
    g_warning ("%s", error->message);
  g_clear_object (&self->journal);
}

/**
 * presser_open_file_give_up:
 * @self: an open file
 *
 * The user wants nothing of what is unsaved: it is not offered again.
 */
void
presser_open_file_give_up (PresserOpenFile *self)
{
  g_return_if_fail (PRESSER_IS_OPEN_FILE (self));

  self->is_given_up = TRUE;
}

/**
 * presser_open_file_get_keep_error:
 * @self: an open file
 *
 * Returns: (transfer none) (nullable): why unsaved work is not being kept, a sentence; %NULL if it is
 */
const char *
presser_open_file_get_keep_error (PresserOpenFile *self)
{
  g_return_val_if_fail (PRESSER_IS_OPEN_FILE (self), NULL);

  return self->keep_error;
}
