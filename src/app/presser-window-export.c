/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagged quotes for another tool: the dialog decides, here it is done. */

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-export-dialog.h"
#include "presser-file.h"
#include "presser-folder-export-dialog.h"
#include "presser-settings.h"
#include "presser-window-private.h"

#define FOLDER_KEY "export-folder"

/* One export, from the decision to the file. */
typedef struct
{
  PresserWindow         *window; /* owned */
  PresserExportDialog   *dialog; /* owned; stays until it is known where to */
  const PresserExporter *exporter;
  GPtrArray             *files; /* of PresserExportFile: what is written */
  guint                  n_statements;
  GFile                 *file; /* NULL until chosen; of a folder of files, the folder */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_object_unref (export->dialog);
  g_ptr_array_unref (export->files);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gboolean
writes_folder (const Export *export)
{
  return (export->exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) != 0;
}

/* Nobody was asked whether an old folder may go, so a new one gets another name. */
static GFile *
make_folder (GFile        *parent,
             const char   *name,
             GCancellable *cancellable,
             GError      **error)
{
  for (guint number = 1; number < 1000; number++)
    {
      g_autofree char *numbered = number == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, number);
      g_autoptr (GFile) folder = g_file_get_child (parent, numbered);
      g_autoptr (GError) reason = NULL;

      if (g_file_make_directory (folder, cancellable, &reason))
        return g_steal_pointer (&folder);
      if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("There are too many folders named “%s” already"), name);
  return NULL;
}

static char *
dup_stem (PresserWindow *self)
{
  char *stem = g_strdup (presser_open_file_get_name (self->file));
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return stem;
}

static gboolean
write_files (Export *export,
             GCancellable *cancellable,
             GError      **error)
{
  for (guint i = 0; i < export->files->len; i++)
    {
      PresserExportFile *file = export->files->pdata[i];
      g_autoptr (GFile) target = writes_folder (export) ? g_file_get_child (export->file, file->name)
                                                        : g_object_ref (export->file);

      if (!presser_file_write (target, file->bytes, NULL, TRUE, NULL, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;

  if (write_files (export, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PresserWindow *self = PRESSER_WINDOW (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *path = g_file_get_parse_name (export->file);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      presser_notice_show (self->notice, _ ("Not exported"), error->message, NULL);
      return;
    }
  /* Translators: %u is a number of quotes, %s the path of a file */
  message = g_strdup_printf (ngettext ("%u quote exported to %s", "%u quotes exported to %s", export->n_statements),
                             export->n_statements, path);
  presser_window_toast (self, message);
}

static void
remember_folder (GFile *folder)
{
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL && presser_settings_get () != NULL)
    g_settings_set_string (presser_settings_get (), FOLDER_KEY, uri);
}

static void
write_async (Export *export)
{
  g_autoptr (GTask) task = g_task_new (export->window, NULL, written_cb, NULL);

  gtk_window_destroy (GTK_WINDOW (export->dialog));
  g_task_set_source_tag (task, write_async);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_thread);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) folder = NULL;

  export->file = presser_choose_file_finish (result, NULL);
  if (export->file == NULL)
    return;
  folder = g_file_get_parent (export->file);
  remember_folder (folder);
  write_async (g_steal_pointer (&export));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autofree char *stem = dup_stem (export->window);
  g_autofree char *name = g_strconcat (stem, "-", export->exporter->id, NULL);
  g_autoptr (GFile) parent = presser_choose_file_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (parent == NULL)
    return;
  remember_folder (parent);
  export->file = make_folder (parent, name, NULL, &error);
  if (export->file != NULL)
    {
      write_async (g_steal_pointer (&export));
      return;
    }
  gtk_window_destroy (GTK_WINDOW (export->dialog));
  presser_notice_show (export->window->notice, _ ("Not exported"), error->message, NULL);
}

/* Where the last export went or, the first time, beside the transcript. */
static GFile *
dup_folder (PresserWindow *self)
{
  g_autofree char *uri = presser_settings_get () != NULL ? g_settings_get_string (presser_settings_get (), FOLDER_KEY) : NULL;
  g_autoptr (GFile) last = uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  GFile *beside = presser_open_file_get_location (self->file);

  if (last != NULL && g_file_query_exists (last, NULL))
    return g_steal_pointer (&last);
  if (beside == NULL)
    beside = presser_open_file_get_origin (self->file);
  return beside != NULL ? g_file_get_parent (beside) : NULL;
}

static void
choose_place (Export *export)
{
  g_autoptr (GFile) folder = dup_folder (export->window);
  g_autofree char  *stem = dup_stem (export->window);
  g_autofree char  *name = g_strconcat (stem, ".", export->exporter->extension, NULL);
  PresserFileChoice choice = { .save = TRUE, .title = _ ("Export Quotes"), .folder = folder, .name = name };

  if (writes_folder (export))
    choice = (PresserFileChoice){ .is_folder = TRUE, .title = _ ("Export Into a Folder"), .folder = folder };
  presser_choose_file_async (GTK_WINDOW (export->dialog), &choice, NULL,
                             writes_folder (export) ? folder_chosen_cb : file_chosen_cb, export);
}

/* As what it is and as text, so that it can be pasted anywhere. */
static void
copy (Export *export)
{
  PresserWindow      *self = export->window;
  PresserExportFile  *file = export->files->pdata[0];
  gsize               size = 0;
  const char         *data = g_bytes_get_data (file->bytes, &size);
  const char         *text = size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? data + 3 : data;
  g_autofree char    *string = g_strndup (text, size - (gsize) (text - data));
  g_autofree char    *message = g_strdup_printf (ngettext ("%u quote copied", "%u quotes copied", export->n_statements),
                                                 export->n_statements);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (export->exporter->mime_type, file->bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, string),
  };
  gboolean is_plain = g_str_has_prefix (export->exporter->mime_type, "text/plain");
  g_autoptr (GdkContentProvider) content = NULL;

  if (is_plain)
    g_clear_object (&providers[0]);
  content = is_plain ? providers[1] : gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  gtk_window_destroy (GTK_WINDOW (export->dialog));
  presser_window_toast (self, message);
}

static void
accepted_cb (PresserWindow       *self,
             gboolean             copies,
             PresserExportDialog *dialog)
{
  PresserExportPlan *plan = presser_export_dialog_get_plan (dialog);
  GPtrArray         *statements = presser_export_dialog_get_statements (dialog);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Export) export = NULL;

  files = presser_export_plan_write (plan, statements, &error);
  if (files == NULL)
    {
      presser_notice_show (self->notice, _ ("Not exported"), error->message, NULL);
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  presser_export_plan_store (plan, presser_settings_get ());
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->dialog = g_object_ref (dialog);
  export->exporter = plan->exporter;
  export->n_statements = statements->len;
  export->files = g_steal_pointer (&files);
  if (copies)
    copy (export);
  else
    choose_place (g_steal_pointer (&export));
}

/* What the selection touches, else the statement under the cursor. */
static GPtrArray *
dup_selected (PresserWindow *self)
{
  PresserRange      range = presser_transcript_get_selection (self->transcript);
  PresserStatement *current = presser_transcript_get_current (self->transcript);
  GPtrArray        *selected = NULL;

  if (!presser_range_is_empty (range))
    return presser_document_dup_statements_touching (presser_window_get_document (self), range);
  selected = g_ptr_array_new_with_free_func (g_object_unref);
  if (current != NULL)
    g_ptr_array_add (selected, g_object_ref (current));
  return selected;
}

/* The parameter is the id of a format, or empty for the one of last time. */
static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PresserWindow         *self = PRESSER_WINDOW (user_data);
  const PresserExporter *exporter = presser_exporter_find (g_variant_get_string (parameter, NULL));
  PresserExportPlan     *plan;
  PresserExportDialog   *dialog;
  g_autoptr (GPtrArray) selected = NULL;

  presser_inspector_commit (self->inspector);
  plan = presser_export_plan_new (presser_window_get_document (self), presser_open_file_get_name (self->file));
  presser_export_plan_restore (plan, presser_settings_get ());
  if (exporter != NULL)
    plan->exporter = exporter;
  if (presser_statement_list_get_filter (self->list) != NULL)
    {
      g_free (plan->query);
      plan->query = g_strdup (presser_statement_list_get_query (self->list));
    }
  selected = dup_selected (self);
  dialog = presser_export_dialog_new (GTK_WINDOW (self), plan, selected);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_folder_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (presser_folder_export_dialog_new (GTK_WINDOW (user_data))));
}

static const GActionEntry actions[] = {
  { "export", export_action, "s" },
  { "export-folder", export_folder_action },
};

/**
 * presser_window_update_export_actions:
 * @self: a window
 * @has_document: whether there is one to work on
 *
 * A folder can be exported without one.
 */
void
presser_window_update_export_actions (PresserWindow *self,
                                      gboolean       has_document)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "export")), has_document);
}

/**
 * presser_window_add_export_actions:
 * @self: a window
 */
void
presser_window_add_export_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
