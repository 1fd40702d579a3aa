/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* This file alone may use what is newer than the oldest platform, behind a check. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED
#undef GTK_SOURCE_VERSION_MAX_ALLOWED

#include "presser-compat.h"

#include <glib/gi18n-lib.h>

#include "config.h"

#if GTK_CHECK_VERSION(4, 10, 0)

static void
return_choice (GTask  *task,
               GFile  *file,
               GError *error)
{
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_error_copy (error));
}

static void
file_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  return_choice (task, file, error);
}

static void
file_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  return_choice (task, file, error);
}

static void
folder_selected_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  return_choice (task, file, error);
}

static void
choose_file (GtkWindow               *parent,
             const PresserFileChoice *choice,
             GTask                   *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GCancellable *cancellable = g_task_get_cancellable (task);

  gtk_file_dialog_set_title (dialog, choice->title);
  gtk_file_dialog_set_initial_folder (dialog, choice->folder);
  gtk_file_dialog_set_initial_name (dialog, choice->name);
  gtk_file_dialog_set_filters (dialog, choice->filters);
  if (choice->is_folder)
    gtk_file_dialog_select_folder (dialog, parent, cancellable, folder_selected_cb, g_object_ref (task));
  else if (choice->save)
    gtk_file_dialog_save (dialog, parent, cancellable, file_saved_cb, g_object_ref (task));
  else
    gtk_file_dialog_open (dialog, parent, cancellable, file_opened_cb, g_object_ref (task));
}

#else

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("No file was chosen"));
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser,
             GListModel     *filters)
{
  guint i;

  for (i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static GtkFileChooserAction
get_action (const PresserFileChoice *choice)
{
  if (choice->is_folder)
    return GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  return choice->save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
}

static void
choose_file (GtkWindow               *parent,
             const PresserFileChoice *choice,
             GTask                   *task)
{
  /* Nobody else owns a native dialog, so it lives until it has answered. */
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      choice->title, parent, get_action (choice), NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  add_filters (chooser, choice->filters);
  if (choice->folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, choice->folder, NULL);
  if (choice->save && choice->name != NULL)
    gtk_file_chooser_set_current_name (chooser, choice->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (task));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * presser_choose_file_async:
 * @parent: the window that asks
 * @choice: what to ask for
 * @cancellable: (nullable): to take the dialog away; the older dialog stays until it is answered
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Lets the user choose a file.
 */
void
presser_choose_file_async (GtkWindow               *parent,
                           const PresserFileChoice *choice,
                           GCancellable            *cancellable,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, presser_choose_file_async);
  choose_file (parent, choice, task);
}

/**
 * presser_choose_file_finish:
 * @result: as given to the callback
 * @error: %G_IO_ERROR_CANCELLED if the user chose none
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
presser_choose_file_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
return_answer_idle (gpointer data)
{
  GTask *task = G_TASK (data);

  g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
  return G_SOURCE_REMOVE;
}

/* Later, when the dialog is gone: the answer may be to close the window that it belongs to. */
static void
answered_cb (GObject    *dialog,
             const char *response,
             gpointer    user_data)
{
  GTask *task = G_TASK (user_data);

  g_task_set_task_data (task, g_strdup (response), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT, return_answer_idle, task, g_object_unref);
}

#if ADW_CHECK_VERSION(1, 5, 0)

static void
ask (GtkWindow           *parent,
     const char          *heading,
     const char          *body,
     const PresserAnswer *answers,
     GTask               *task)
{
  AdwDialog      *dialog = adw_alert_dialog_new (heading, body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_set_close_response (alert, answers->id);
  for (; answers->id != NULL; answers++)
    {
      adw_alert_dialog_add_response (alert, answers->id, answers->label);
      adw_alert_dialog_set_response_appearance (alert, answers->id, answers->appearance);
      if (answers->appearance != ADW_RESPONSE_DESTRUCTIVE)
        adw_alert_dialog_set_default_response (alert, answers->id);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), g_object_ref (task));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

#else

static void
ask (GtkWindow           *parent,
     const char          *heading,
     const char          *body,
     const PresserAnswer *answers,
     GTask               *task)
{
  GtkWidget        *dialog = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_close_response (message, answers->id);
  for (; answers->id != NULL; answers++)
    {
      adw_message_dialog_add_response (message, answers->id, answers->label);
      adw_message_dialog_set_response_appearance (message, answers->id, answers->appearance);
      if (answers->appearance != ADW_RESPONSE_DESTRUCTIVE)
        adw_message_dialog_set_default_response (message, answers->id);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), g_object_ref (task));
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

/**
 * presser_ask_async:
 * @parent: the window that asks
 * @heading: the question
 * @body: what the answer will do
 * @answers: ended by one without id
 * @cancellable: (nullable): makes the answer an error
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks something that has to be answered before work goes on.
 */
void
presser_ask_async (GtkWindow           *parent,
                   const char          *heading,
                   const char          *body,
                   const PresserAnswer *answers,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, presser_ask_async);
  ask (parent, heading, body, answers, task);
}

/**
 * presser_ask_finish:
 * @result: as given to the callback
 * @error: if it was cancelled
 *
 * Returns: (transfer full) (nullable): the id of the answer
 */
char *
presser_ask_finish (GAsyncResult *result,
                    GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
describe_application (gpointer about)
{
  const char *developers[] = { "The Presser developers", NULL };

  g_object_set (about,
                "application-name", _ ("Presser"),
                "application-icon", APP_ID,
                "version", VERSION,
                "comments", _ ("Tag what was said: statements in transcripts of press conferences, by speaker and topic."),
                "developer-name", "The Presser developers",
                "developers", developers,
                "license-type", GTK_LICENSE_GPL_3_0,
                "copyright", "© 2026 The Presser developers",
                /* Translators: your name and address, one translator a line */
                "translator-credits", _ ("translator-credits"),
                NULL);
}

/**
 * presser_show_about:
 * @parent: the window to stand above
 *
 * Shows what this program is and whose.
 */
void
presser_show_about (GtkWindow *parent)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *about = adw_about_dialog_new ();

  describe_application (about);
  adw_dialog_present (about, GTK_WIDGET (parent));
#else
  GtkWidget *about = adw_about_window_new ();

  describe_application (about);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
}

/**
 * presser_get_first_line_extent:
 * @lines: what is drawn of the gutter
 * @line: one of its lines, counted from 0 in the buffer
 * @y: (out): pixels from the top of the gutter
 * @height: (out): pixels
 */
void
presser_get_first_line_extent (GtkSourceGutterLines *lines,
                               guint                 line,
                               int                  *y,
                               int                  *height)
{
#if GTK_SOURCE_CHECK_VERSION(5, 16, 0)
  double exact_y;
  double exact_height;

  gtk_source_gutter_lines_get_line_extent (lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, &exact_y, &exact_height);
  *y = (int) exact_y;
  *height = (int) exact_height;
#else
  gtk_source_gutter_lines_get_line_yrange (lines, line, GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST, y, height);
#endif
}
