/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading any transcript, in a thread. */

#include <glib/gi18n-lib.h>

#include "presser-file.h"
#include "presser-import.h"
#include "presser-open-file-private.h"
#include "presser-settings.h"

/* What a thread is given to read, and what it makes of it. */
typedef struct
{
  GFile          *file;  /* NULL if only bytes were given */
  GBytes         *bytes; /* NULL until read */
  char           *name;
  char           *checksum;
  GPtrArray      *remarks;
  PresserTeiFile *tei;
  char           *language; /* of a transcript that does not tell it; empty if there is none */
  gboolean        is_precious;

  GBytes              *imported; /* what the user has decided about already, or NULL */
  PresserImportReport *report;   /* NULL if there was nothing to import */
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->file);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_clear_pointer (&load->remarks, g_ptr_array_unref);
  g_clear_object (&load->tei);
  g_clear_pointer (&load->imported, g_bytes_unref);
  g_clear_object (&load->report);
  g_free (load->name);
  g_free (load->checksum);
  g_free (load->language);
  g_free (load);
}

static PresserTeiFile *
import (Load            *load,
        PresserMetadata *metadata,
        GError         **error)
{
  const PresserImportOptions options = { .metadata = metadata };
  g_autoptr (GBytes) tei = NULL;

  if (presser_tei_file_is_tei (load->bytes))
    return presser_tei_file_new_at (load->bytes, load->file, load->name, error);
  if (load->imported != NULL)
    return presser_tei_file_new (load->imported, load->name, error);
  g_clear_object (&load->report);
  tei = presser_import_with_report (load->bytes, load->name, &options, &load->report, error);
  return tei != NULL ? presser_tei_file_new (tei, load->name, error) : NULL;
}

/* A transcript whose language nobody could tell gets the user's usual one; in TEI nothing is filled in. */
static void
import_in_language (Load    *load,
                    GError **error)
{
  PresserMetadata *found = presser_document_get_metadata (presser_tei_file_get_document (load->tei));
  g_autoptr (PresserMetadata) nothing = presser_metadata_new ();
  g_autoptr (PresserMetadata) metadata = presser_metadata_with (nothing, PRESSER_METADATA_LANGUAGE, load->language);

  if (*load->language == '\0' || presser_metadata_get (found, PRESSER_METADATA_LANGUAGE) != NULL
      || load->imported != NULL || presser_tei_file_is_tei (load->bytes))
    return;
  g_clear_object (&load->tei);
  load->tei = import (load, metadata, error);
}

static void
add_remarks (Load *load)
{
  GPtrArray *remarks = load->report != NULL ? presser_import_report_get_remarks (load->report) : NULL;

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    g_ptr_array_add (load->remarks, g_strdup (remarks->pdata[i]));
  for (const char *const *remark = presser_tei_file_get_remarks (load->tei); *remark != NULL; remark++)
    g_ptr_array_add (load->remarks, g_strdup (*remark));
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load   *load = task_data;
  GError *error = NULL;

  if (load->bytes == NULL)
    load->bytes = presser_file_read (load->file, &load->checksum, cancellable, &error);
  if (error == NULL)
    load->tei = import (load, NULL, &error);
  if (error == NULL)
    import_in_language (load, &error);
  if (error == NULL)
    add_remarks (load);

  if (error == NULL && !presser_tei_file_can_change (load->tei))
    g_ptr_array_add (load->remarks, g_strdup (_ ("This is TEI without its namespace, as in the old version P4. It stays as it is; statements are kept in a file beside it.")));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
load_async (Load               *load,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  load->remarks = g_ptr_array_new_with_free_func (g_free);
  load->language = presser_settings_dup_string ("default-language");
  g_task_set_source_tag (task, load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * presser_open_file_load_async:
 * @file: any transcript
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads a file in a thread; what is not TEI is imported.
 */
void
presser_open_file_load_async (GFile              *file,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Load            *load;
  g_autofree char *name = NULL;

  g_return_if_fail (G_IS_FILE (file));

  load = g_new0 (Load, 1);
  name = g_file_get_basename (file);
  load->file = g_object_ref (file);
  load->name = g_filename_display_name (name != NULL ? name : "");
  load_async (load, cancellable, callback, user_data);
}

/**
 * presser_open_file_load_bytes_async:
 * @bytes: any transcript
 * @name: what to call it
 * @is_precious: whether closing it unsaved would lose it
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Imports what lies in no file of the user's.
 */
void
presser_open_file_load_bytes_async (GBytes             *bytes,
                                    const char         *name,
                                    gboolean            is_precious,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  Load *load;

  g_return_if_fail (bytes != NULL && name != NULL);

  load = g_new0 (Load, 1);
  load->bytes = g_bytes_ref (bytes);
  load->name = g_strdup (name);
  load->is_precious = is_precious;
  load_async (load, cancellable, callback, user_data);
}

/**
 * presser_open_file_load_imported_async:
 * @before: an import that is open
 * @tei: what it is now to be
 * @report: (nullable): what was found when @tei was made
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Opens the same transcript as the user has decided that it is to be understood.
 */
void
presser_open_file_load_imported_async (PresserOpenFile     *before,
                                       GBytes              *tei,
                                       PresserImportReport *report,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  Load *load;

  g_return_if_fail (PRESSER_IS_OPEN_FILE (before) && before->source != NULL);

  load = g_new0 (Load, 1);
  load->file = before->origin != NULL ? g_object_ref (before->origin) : NULL;
  load->bytes = g_bytes_ref (before->source);
  load->name = g_strdup (before->name);
  load->is_precious = before->is_precious;
  load->imported = g_bytes_ref (tei);
  load->report = report != NULL ? g_object_ref (report) : NULL;
  load_async (load, cancellable, callback, user_data);
}

/**
 * presser_open_file_load_finish:
 * @result: as given to the callback
 * @error: why it could not be opened
 *
 * Returns: (transfer full) (nullable): the open file
 */
PresserOpenFile *
presser_open_file_load_finish (GAsyncResult *result,
                               GError      **error)
{
  Load            *load = g_task_get_task_data (G_TASK (result));
  PresserOpenFile *self;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  self = presser_open_file_new (load->tei);
  self->name = g_steal_pointer (&load->name);
  self->remarks = g_steal_pointer (&load->remarks);
  self->is_precious = load->is_precious;
  self->source = load->report != NULL ? g_bytes_ref (load->bytes) : NULL;
  self->report = g_steal_pointer (&load->report);
  self->is_decided = load->imported != NULL;
  self->origin = g_steal_pointer (&load->file);
  if (self->origin != NULL && presser_tei_file_is_tei (load->bytes))
    {
      self->checksum = g_steal_pointer (&load->checksum);
      presser_open_file_set_location (self, self->origin);
    }
  presser_open_file_begin_journal (self);
  return self;
}
