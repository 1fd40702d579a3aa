/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How work gets safely onto the disk, and what is said when it does not. */

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-error.h"
#include "presser-settings.h"
#include "presser-window-private.h"

static void save_to (PresserWindow *self,
                     GFile         *location,
                     gboolean       overwrite);

static void
show_conflict (PresserWindow *self,
               const char    *title,
               const char    *details,
               gboolean       exists)
{
  const PresserNoticeButton changed[] = {
    { _ ("_Reload"), "win.reload" },
    { _ ("_Keep Mine"), "win.overwrite" },
    { _ ("_Compare…"), "win.compare-with-disk" },
    { NULL, NULL },
  };
  const PresserNoticeButton vanished[] = {
    { _ ("_Save Again"), "win.overwrite" },
    { _ ("Save _As…"), "win.save-as" },
    { NULL, NULL },
  };

  presser_notice_show (self->notice, title, details, exists ? changed : vanished);
}

/**
 * presser_window_file_changed:
 * @self: a window
 * @exists: whether there still is a file
 *
 * Somebody else wrote the file that is open, or took it away.
 */
void
presser_window_file_changed (PresserWindow *self,
                             gboolean       exists)
{
  const char      *name = presser_open_file_get_name (self->file);
  g_autofree char *title = NULL;

  if (exists)
    {
      /* Translators: %s is the name of a file */
      title = g_strdup_printf (_ ("“%s” was changed by another program"), name);
      show_conflict (self, title,
                     _ ("Reloading shows what is on the disk now; what you changed since the last save is lost then."),
                     TRUE);
    }
  else
    {
      title = g_strdup_printf (_ ("“%s” is no longer there"), name);
      show_conflict (self, title, _ ("It was moved, renamed or deleted. Your work is still here, and is kept."), FALSE);
    }
}

static void
show_save_error (PresserWindow *self,
                 const GError  *error)
{
  const PresserNoticeButton buttons[] = {
    { _ ("_Try Again"), "win.save" },
    { _ ("Save _As…"), "win.save-as" },
    { NULL, NULL },
  };
  GFile *location = presser_open_file_get_location (self->file);

  if (g_error_matches (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED) && location != NULL)
    show_conflict (self, _ ("Not saved: the file was changed by another program"), error->message,
                   g_file_query_exists (location, NULL));
  else
    presser_notice_show (self->notice, _ ("Not saved"), error->message, buttons);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PresserWindow) self = user_data;
  PresserOpenFile *file = PRESSER_OPEN_FILE (source);
  gboolean         was_new = presser_open_file_get_location (file) == NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved = presser_open_file_save_finish (file, result, &error);

  if (self->file != file)
    return;
  if (!saved)
    {
      self->closes_after_save = self->saves_again = FALSE;
      show_save_error (self, error);
      return;
    }

  presser_notice_hide (self->notice);
  presser_window_view_changed (self);
  if (was_new)
    {
      g_autofree char *path = g_file_get_parse_name (presser_open_file_get_location (file));
      /* Translators: %s is the path of a file */
      g_autofree char *message = g_strdup_printf (_ ("Saved as %s"), path);
      g_autofree char *uri = g_file_get_uri (presser_open_file_get_location (file));

      gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
      presser_window_toast (self, message);
    }
  if (self->saves_again)
    {
      self->saves_again = FALSE;
      save_to (self, presser_open_file_get_location (file), FALSE);
    }
  else if (self->closes_after_save)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_to (PresserWindow *self,
         GFile         *location,
         gboolean       overwrite)
{
  presser_inspector_commit (self->inspector);
  presser_open_file_save_async (self->file, location, overwrite, NULL, saved_cb, g_object_ref (self));
}

static void
location_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  PresserWindow *self = PRESSER_WINDOW (source);
  g_autoptr (GFile) location = presser_choose_file_finish (result, NULL);

  if (location == NULL || self->file == NULL)
    {
      self->closes_after_save = FALSE;
      return;
    }
  /* The dialog has asked about a file that is there. */
  save_to (self, location, TRUE);
}

static GFile *
dup_documents_folder (void)
{
  g_autofree char *uri = presser_settings_dup_string ("save-folder");
  const char      *path = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*uri != '\0')
    return g_file_new_for_uri (uri);
  return g_file_new_for_path (path != NULL ? path : g_get_home_dir ());
}

static char *
dup_new_name (PresserWindow *self)
{
  g_autofree char *name = g_strdup (presser_open_file_get_name (self->file));
  char            *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strconcat (name, ".xml", NULL);
}

static void
choose_location (PresserWindow *self)
{
  g_autoptr (GFile) suggestion = presser_open_file_dup_suggestion (self->file);
  GFile *location = presser_open_file_get_location (self->file);
  g_autoptr (GFile) folder = NULL;
  g_autofree char  *name = NULL;
  PresserFileChoice choice = { .save = TRUE, .title = _ ("Save as TEI") };

  if (location != NULL)
    g_set_object (&suggestion, location);
  folder = suggestion != NULL ? g_file_get_parent (suggestion) : dup_documents_folder ();
  name = suggestion != NULL ? g_file_get_basename (suggestion) : dup_new_name (self);
  choice.folder = folder;
  choice.name = name;
  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, location_chosen_cb, NULL);
}

static gboolean
can_write_into_folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileInfo) info = g_file_query_info (folder, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

static void
save_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  GFile         *location = presser_open_file_get_location (self->file);
  g_autoptr (GFile) suggestion = NULL;

  if (presser_open_file_get_state (self->file) == PRESSER_FILE_SAVING)
    {
      self->saves_again = TRUE;
      return;
    }
  if (location != NULL)
    {
      save_to (self, location, FALSE);
      return;
    }

  suggestion = presser_open_file_dup_suggestion (self->file);
  if (suggestion != NULL && can_write_into_folder_of (suggestion))
    save_to (self, suggestion, FALSE);
  else
    choose_location (self);
}

static void
save_as_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  if (presser_open_file_get_state (self->file) != PRESSER_FILE_SAVING)
    choose_location (self);
}

static void
overwrite_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  GFile         *location = presser_open_file_get_location (self->file);

  if (location != NULL && presser_open_file_get_state (self->file) != PRESSER_FILE_SAVING)
    save_to (self, location, TRUE);
}

static void
close_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (source);
  g_autofree char *answer = presser_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "discard") == 0)
    {
      presser_open_file_give_up (self->file);
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_strcmp0 (answer, "save") == 0)
    {
      self->closes_after_save = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
    }
}

/**
 * presser_window_ask_before_close:
 * @self: a window
 *
 * Returns: %TRUE if the window has to stay until the question is answered
 */
gboolean
presser_window_ask_before_close (PresserWindow *self)
{
  const PresserAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autofree char *body = NULL;

  if (self->file == NULL || !presser_open_file_has_unsaved_work (self->file))
    return FALSE;
  if (presser_open_file_get_state (self->file) == PRESSER_FILE_SAVING)
    {
      self->closes_after_save = TRUE;
      return TRUE;
    }

  /* Translators: %s is the name of a file */
  body = g_strdup_printf (_ ("What you did in “%s” since the last save will be lost for good."),
                          presser_open_file_get_name (self->file));
  presser_ask_async (GTK_WINDOW (self), _ ("Save Before Closing?"), body, answers, NULL, close_answered_cb, NULL);
  return TRUE;
}

static const char *const placements[] = {
  [PRESSER_TEI_IN_TEXT] = "text",
  [PRESSER_TEI_STAND_OFF] = "stand-off",
  [PRESSER_TEI_BESIDE] = "beside",
};

static void
change_placement (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  const char    *word = g_variant_get_string (value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    if (g_str_equal (placements[i], word))
      presser_open_file_set_placement (self->file, (PresserTeiPlacement) i);
  presser_window_update_actions (self);
  presser_window_view_changed (self);
}

static const GActionEntry actions[] = {
  { "save", save_action },
  { "save-as", save_as_action },
  { "overwrite", overwrite_action },
  { "placement", NULL, "s", "'text'", change_placement },
};

/**
 * presser_window_add_save_actions:
 * @self: a window
 */
void
presser_window_add_save_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_update_save_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_save_actions (PresserWindow *self,
                                    gboolean       has_document)
{
  GAction *placement = g_action_map_lookup_action (G_ACTION_MAP (self), "placement");
  guint    i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
                                 has_document);
  if (!has_document)
    return;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (placement), presser_open_file_can_change (self->file));
  g_simple_action_set_state (G_SIMPLE_ACTION (placement),
                             g_variant_new_string (placements[presser_open_file_get_placement (self->file)]));
}
