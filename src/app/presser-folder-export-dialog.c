/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-folder-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-export-choices.h"
#include "presser-export-plan.h"
#include "presser-filter.h"
#include "presser-folder-export.h"
#include "presser-settings.h"

/* More of them nobody reads; the number is said. */
#define MAX_ROWS 100

struct _PresserFolderExportDialog
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkButton           *close_button;
  GtkWidget           *export_button;
  GtkStack            *stack;
  AdwActionRow        *folder_row;
  AdwComboRow         *format_row;
  AdwComboRow         *scope_row;
  GtkEditable         *filter_row;
  GtkLabel            *progress_label;
  GtkProgressBar      *progress_bar;
  AdwPreferencesGroup *outcome_group;
  AdwPreferencesGroup *bad_group;
  AdwPreferencesGroup *remarks_group;

  /* Owned. */
  GFile        *folder;      /* NULL until chosen */
  GCancellable *cancellable; /* NULL while nothing is under way */
};

G_DEFINE_FINAL_TYPE (PresserFolderExportDialog, presser_folder_export_dialog, ADW_TYPE_WINDOW)

static void
update_action (PresserFolderExportDialog *self)
{
  const char *query = gtk_editable_get_text (self->filter_row);
  g_autoptr (PresserFilter) filter = *query != '\0' ? presser_filter_new (query, NULL) : NULL;
  gboolean is_valid = *query == '\0' || filter != NULL;

  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_row), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "folder.export",
                                 is_valid && self->folder != NULL && self->cancellable == NULL);
}

static void
filter_changed_cb (PresserFolderExportDialog *self)
{
  update_action (self);
}

/**
 * presser_folder_export_dialog_set_folder:
 * @self: the dialog
 * @folder: where the transcripts are
 */
void
presser_folder_export_dialog_set_folder (PresserFolderExportDialog *self,
                                         GFile                     *folder)
{
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (PRESSER_IS_FOLDER_EXPORT_DIALOG (self) && G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
  name = g_file_get_parse_name (folder);
  escaped = g_markup_escape_text (name, -1);
  adw_action_row_set_subtitle (self->folder_row, escaped);
  update_action (self);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (PresserFolderExportDialog) self = user_data;
  g_autoptr (GFile) folder = presser_choose_file_finish (result, NULL);

  if (folder != NULL)
    presser_folder_export_dialog_set_folder (self, folder);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const PresserFileChoice choice = { .is_folder = TRUE, .title = _ ("Folder With Transcripts") };

  presser_choose_file_async (GTK_WINDOW (widget), &choice, NULL, folder_chosen_cb, g_object_ref (widget));
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *icon_name)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_preferences_group_add (group, row);
}

static void
add_rows (AdwPreferencesGroup *group,
          GPtrArray           *sentences,
          const char          *icon_name)
{
  gtk_widget_set_visible (GTK_WIDGET (group), sentences->len > 0);
  for (guint i = 0; i < MIN (sentences->len, MAX_ROWS); i++)
    add_row (group, sentences->pdata[i], icon_name);
  if (sentences->len > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", sentences->len - MAX_ROWS), sentences->len - MAX_ROWS);

      add_row (group, more, icon_name);
    }
}

static void
show_outcome (PresserFolderExportDialog  *self,
              const PresserFolderOutcome *outcome)
{
  g_autofree char *n_documents = g_strdup_printf (ngettext ("%u transcript", "%u transcripts", outcome->n_documents), outcome->n_documents);
  g_autofree char *n_statements = g_strdup_printf (ngettext ("%u statement", "%u statements", outcome->n_statements), outcome->n_statements);
  /* Translators: “12 statements”, then “3 transcripts” */
  g_autofree char *summary = g_strdup_printf (_ ("%s from %s exported"), n_statements, n_documents);

  add_row (self->outcome_group, summary, "object-select-symbolic");
  add_rows (self->bad_group, outcome->bad, "dialog-warning-symbolic");
  add_rows (self->remarks_group, outcome->remarks, "dialog-information-symbolic");
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PresserFolderExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserFolderOutcome) outcome = presser_folder_export_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (outcome != NULL)
    show_outcome (self, outcome);
  else
    add_row (self->outcome_group, error->message, "dialog-error-symbolic");
  gtk_stack_set_visible_child_name (self->stack, "outcome");
  gtk_button_set_label (self->close_button, _ ("_Close"));
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
}

static void
progressed_cb (guint       n_read,
               guint       n_files,
               const char *name,
               gpointer    data)
{
  PresserFolderExportDialog *self = data;
  /* Translators: how many files are done, and how many there are */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), n_read, n_files);

  if (self->stack == NULL)
    return;
  gtk_label_set_text (self->progress_label, name);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_read / n_files);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

/**
 * presser_folder_export_dialog_export:
 * @self: the dialog; its folder is chosen
 * @target: what to write
 *
 * Writes, and shows how far it is and what came of it.
 */
void
presser_folder_export_dialog_export (PresserFolderExportDialog *self,
                                     GFile                     *target)
{
  PresserFolderOrder order = {
    .folder = self->folder,
    .target = target,
    .exporter = presser_export_formats_get_chosen (self->format_row),
    .statuses = (PresserExportStatuses) adw_combo_row_get_selected (self->scope_row),
    .query = gtk_editable_get_text (self->filter_row),
    .progress = progressed_cb,
    .progress_data = self,
  };

  g_return_if_fail (PRESSER_IS_FOLDER_EXPORT_DIALOG (self) && self->folder != NULL && self->cancellable == NULL);

  self->cancellable = g_cancellable_new ();
  update_action (self);
  gtk_widget_set_visible (self->export_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  presser_folder_export_async (&order, self->cancellable, exported_cb, g_object_ref (self));
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (PresserFolderExportDialog) self = user_data;
  g_autoptr (GFile) target = presser_choose_file_finish (result, NULL);

  if (target != NULL && self->stack != NULL && self->cancellable == NULL)
    presser_folder_export_dialog_export (self, target);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PresserFolderExportDialog *self = PRESSER_FOLDER_EXPORT_DIALOG (widget);
  const PresserExporter     *exporter = presser_export_formats_get_chosen (self->format_row);
  g_autofree char           *base = g_file_get_basename (self->folder);
  gboolean                   is_folder = (exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) != 0;
  g_autofree char           *name = is_folder ? g_strconcat (base, "-", exporter->id, NULL)
                                              : g_strconcat (base, ".", exporter->extension, NULL);
  g_autoptr (GFile) beside = g_file_get_parent (self->folder);
  const PresserFileChoice choice = { .save = TRUE, .title = _ ("Export a Folder"), .folder = beside, .name = name };

  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, target_chosen_cb, g_object_ref (self));
}

/**
 * presser_folder_export_dialog_new:
 * @parent: the window that asks
 *
 * Returns: (transfer none): a dialog to be presented
 */
PresserFolderExportDialog *
presser_folder_export_dialog_new (GtkWindow *parent)
{
  return g_object_new (PRESSER_TYPE_FOLDER_EXPORT_DIALOG, "transient-for", parent, NULL);
}

static void
presser_folder_export_dialog_dispose (GObject *object)
{
  PresserFolderExportDialog *self = PRESSER_FOLDER_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_FOLDER_EXPORT_DIALOG);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (presser_folder_export_dialog_parent_class)->dispose (object);
}

static gboolean
presser_folder_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (PRESSER_FOLDER_EXPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (presser_folder_export_dialog_parent_class)->close_request (window);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PresserFolderExportDialog, child)

static void
presser_folder_export_dialog_class_init (PresserFolderExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_folder_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = presser_folder_export_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-folder-export-dialog.ui");
  BIND (close_button);
  BIND (export_button);
  BIND (stack);
  BIND (folder_row);
  BIND (format_row);
  BIND (scope_row);
  BIND (filter_row);
  BIND (progress_label);
  BIND (progress_bar);
  BIND (outcome_group);
  BIND (bad_group);
  BIND (remarks_group);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "folder.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "folder.export", NULL, export_action);
}

#undef BIND

static void
presser_folder_export_dialog_init (PresserFolderExportDialog *self)
{
  GSettings             *settings = presser_settings_get ();
  g_autofree char       *format = settings != NULL ? g_settings_get_string (settings, "export-format") : NULL;
  const PresserExporter *exporter = format != NULL ? presser_exporter_find (format) : NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  presser_export_formats_fill (self->format_row, exporter != NULL ? exporter : presser_exporters_get ()[0]);
  presser_export_scopes_fill (self->scope_row, PRESSER_EXPORT_FINISHED, 0);
  update_action (self);
}
