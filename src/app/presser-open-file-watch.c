/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at the disk: has somebody else changed the file that is open? */

#include "presser-file.h"
#include "presser-open-file-private.h"

typedef struct
{
  GFile *file;
  guint  n_writes;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  char   *checksum = NULL;

  bytes = presser_file_read (look->file, &checksum, cancellable, &error);
  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, checksum, g_free);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PresserOpenFile *self = PRESSER_OPEN_FILE (source);
  Look            *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *checksum = g_task_propagate_pointer (G_TASK (result), &error);

  if (look->n_writes != self->n_writes || self->pending != NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_signal_emit_by_name (self, "changed-on-disk", FALSE);
  else if (checksum != NULL && g_strcmp0 (checksum, self->checksum) != 0)
    g_signal_emit_by_name (self, "changed-on-disk", TRUE);
}

/**
 * presser_open_file_look:
 * @self: an open file that has a location
 *
 * Looks whether the file is still what was read, and tells if not.
 */
void
presser_open_file_look (PresserOpenFile *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  look = g_new0 (Look, 1);
  look->file = g_object_ref (self->location);
  look->n_writes = self->n_writes;
  task = g_task_new (self, self->closed, looked_cb, NULL);
  g_task_set_source_tag (task, presser_open_file_look);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

static void
monitor_changed_cb (PresserOpenFile  *self,
                    GFile            *file,
                    GFile            *other,
                    GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGED || event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return; /* CHANGES_DONE_HINT follows */
  if (self->pending == NULL)
    presser_open_file_look (self);
}

/**
 * presser_open_file_set_location:
 * @self: an open file
 * @location: where it is saved from now on
 *
 * Names the file after it and watches it for changes that are not ours.
 */
void
presser_open_file_set_location (PresserOpenFile *self,
                                GFile           *location)
{
  g_autofree char *name = NULL;

  if (self->location != NULL && g_file_equal (self->location, location))
    return;

  g_set_object (&self->location, location);
  g_free (self->name);
  name = g_file_get_basename (location);
  self->name = g_filename_display_name (name);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  /* Not every file system can be watched; a save looks for itself. */
  self->monitor = g_file_monitor_file (location, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self,
                             G_CONNECT_SWAPPED);
}
