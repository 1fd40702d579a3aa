/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Overview: from a mark to its statements, and the pictures to a file. */

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-file.h"
#include "presser-window-private.h"

/* One picture, from the menu to the file. */
typedef struct
{
  PresserWindow *window; /* owned */
  GBytes        *bytes;
  GFile         *file; /* NULL until chosen */
} Picture;

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->window);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_clear_object (&picture->file);
  g_free (picture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Picture *picture = task_data;
  GError  *error = NULL;

  if (presser_file_write (picture->file, picture->bytes, NULL, TRUE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (source);
  Picture         *picture = g_task_get_task_data (G_TASK (result));
  g_autofree char *path = g_file_get_parse_name (picture->file);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      presser_notice_show (self->notice, _ ("Picture not saved"), error->message, NULL);
      return;
    }
  /* Translators: %s is the path of a file */
  message = g_strdup_printf (_ ("Pictures saved to %s"), path);
  presser_window_toast (self, message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Picture) picture = user_data;
  g_autoptr (GTask) task = NULL;

  picture->file = presser_choose_file_finish (result, NULL);
  if (picture->file == NULL)
    return;
  task = g_task_new (picture->window, NULL, written_cb, NULL);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, g_steal_pointer (&picture), (GDestroyNotify) picture_free);
  g_task_run_in_thread (task, write_thread);
}

static char *
dup_file_name (PresserWindow *self,
               const char    *extension)
{
  g_autofree char *stem = g_strdup (presser_open_file_get_name (self->file));
  char            *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return g_strconcat (stem, ".", extension, NULL);
}

static void
choose_file (PresserWindow *self,
             GBytes        *bytes,
             const char    *extension)
{
  GFile           *beside = presser_open_file_get_location (self->file);
  g_autofree char *name = dup_file_name (self, extension);
  g_autoptr (GFile) folder = NULL;
  PresserFileChoice choice = { .save = TRUE, .title = _ ("Save Pictures") };
  Picture          *picture = g_new0 (Picture, 1);

  if (beside == NULL)
    beside = presser_open_file_get_origin (self->file);
  folder = beside != NULL ? g_file_get_parent (beside) : NULL;
  choice.folder = folder;
  choice.name = name;
  picture->window = g_object_ref (self);
  picture->bytes = g_bytes_ref (bytes);
  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, chosen_cb, picture);
}

static void
save_picture_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  const char    *format = g_variant_get_string (parameter, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->file == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->overview)))
    return;
  bytes = g_str_equal (format, "svg") ? presser_overview_page_make_svg (self->overview, &error)
                                      : presser_overview_page_make_png (self->overview, &error);
  if (bytes != NULL)
    choose_file (self, bytes, format);
  else
    presser_notice_show (self->notice, _ ("Picture not saved"), error->message, NULL);
}

static void
show_statements_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  presser_statement_list_set_query (self->list, g_variant_get_string (parameter, NULL));
  gtk_stack_set_visible_child_name (self->views, "statements");
}

static void
go_to_paragraph_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  guint            index = g_variant_get_uint32 (parameter);
  PresserRange     range;

  if (document == NULL || index >= presser_document_get_n_paragraphs (document))
    return;
  range = presser_document_get_paragraph_range (document, index);
  gtk_stack_set_visible_child_name (self->views, "transcript");
  presser_transcript_select (self->transcript, (PresserRange){ range.start, range.start });
  presser_transcript_reveal (self->transcript, range);
  presser_window_focus_text (self);
}

static const GActionEntry actions[] = {
  { "go-to-paragraph", go_to_paragraph_action, "u" },
  { "save-picture", save_picture_action, "s" },
  { "show-statements", show_statements_action, "s" },
};

/**
 * presser_window_add_overview_actions:
 * @self: a window
 */
void
presser_window_add_overview_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
