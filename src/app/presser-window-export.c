/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagged quotes for another tool: what is shown is what goes out, and what cannot go is said before. */

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-export.h"
#include "presser-file.h"
#include "presser-window-private.h"

/* One export, from the menu to the file. */
typedef struct
{
  PresserWindow         *window; /* owned */
  const PresserExporter *exporter;
  GBytes                *bytes;
  guint                  n_statements;
  GFile                 *file; /* NULL until chosen */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_clear_pointer (&export->bytes, g_bytes_unref);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;

  if (presser_file_write (export->file, export->bytes, NULL, TRUE, NULL, cancellable, &error))
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
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GTask) task = NULL;

  export->file = presser_choose_file_finish (result, NULL);
  if (export->file == NULL)
    return;
  task = g_task_new (export->window, NULL, written_cb, NULL);
  g_task_set_source_tag (task, file_chosen_cb);
  g_task_set_task_data (task, g_steal_pointer (&export), (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_thread);
}

static void
choose_file (Export *export)
{
  PresserWindow *self = export->window;
  GFile         *beside = presser_open_file_get_location (self->file);
  g_autoptr (GFile) folder = NULL;
  g_autofree char  *stem = g_strdup (presser_open_file_get_name (self->file));
  g_autofree char  *name = NULL;
  char             *dot = strrchr (stem, '.');
  PresserFileChoice choice = { .save = TRUE, .title = _ ("Export Quotes") };

  if (dot != NULL && dot != stem)
    *dot = '\0';
  name = g_strconcat (stem, ".", export->exporter->extension, NULL);
  if (beside == NULL)
    beside = presser_open_file_get_origin (self->file);
  folder = beside != NULL ? g_file_get_parent (beside) : NULL;
  choice.folder = folder;
  choice.name = name;
  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, file_chosen_cb, export);
}

static void
losses_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autofree char *answer = presser_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "export") == 0)
    choose_file (g_steal_pointer (&export));
}

static void
ask_about_losses (Export *export,
                  GPtrArray *losses)
{
  const PresserAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "export", _ ("_Export"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autoptr (GString) body = g_string_new (NULL);
  guint i;

  for (i = 0; i < losses->len; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n\n" : "", (const char *) losses->pdata[i]);
  presser_ask_async (GTK_WINDOW (export->window), _ ("Not Everything Goes Out"), body->str, answers, NULL,
                     losses_answered_cb, export);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PresserWindow         *self = PRESSER_WINDOW (user_data);
  PresserDocument       *document = presser_window_get_document (self);
  const PresserExporter *exporter = presser_exporter_find (g_variant_get_string (parameter, NULL));
  const char            *query = presser_statement_list_get_filter (self->list) != NULL ? presser_statement_list_get_query (self->list) : NULL;
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) statements = NULL;
  g_autoptr (GError) error = NULL;
  PresserExportSource source = { document, presser_open_file_get_name (self->file), NULL };
  g_autoptr (Export) export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->exporter = exporter;
  presser_inspector_commit (self->inspector);
  statements = presser_export_select (document, query, FALSE, losses, &error);
  source.statements = statements;
  if (statements != NULL && statements->len > 0)
    export->bytes = presser_exporter_write (exporter, &source, 1, NULL, losses, &error);
  if (error != NULL)
    {
      presser_notice_show (self->notice, _ ("Not exported"), error->message, NULL);
      return;
    }
  if (statements->len == 0)
    {
      presser_window_toast (self, losses->len > 0 ? losses->pdata[0] : _ ("There is no tagged statement to export"));
      return;
    }

  export->n_statements = statements->len;
  if (losses->len > 0)
    ask_about_losses (g_steal_pointer (&export), losses);
  else
    choose_file (g_steal_pointer (&export));
}

static const GActionEntry actions[] = {
  { "export", export_action, "s" },
};

/**
 * presser_window_add_export_actions:
 * @self: a window
 *
 * Adds the formats to the menus, too.
 */
void
presser_window_add_export_actions (PresserWindow *self)
{
  const PresserExporter *const *exporter;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (exporter = presser_exporters_get (); *exporter != NULL; exporter++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ((*exporter)->label), NULL);

      g_menu_item_set_action_and_target (item, "win.export", "s", (*exporter)->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->export_button, G_MENU_MODEL (menu));
  g_menu_insert_submenu (self->main_menu, g_menu_model_get_n_items (G_MENU_MODEL (self->main_menu)) - 1,
                         _ ("_Export Quotes"), G_MENU_MODEL (menu));
}
