/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says about work that is kept, cannot be kept, or comes back, and about somebody else's. */

#include <glib/gi18n-lib.h>

#include "presser-compare-window.h"
#include "presser-window-private.h"

/**
 * presser_window_keeping_changed:
 * @self: a window
 *
 * Unsaved work is not being kept any more, or is again.
 */
void
presser_window_keeping_changed (PresserWindow *self)
{
  const PresserNoticeButton buttons[] = {
    { _ ("_Save"), "win.save" },
    { NULL, NULL },
  };
  const char *message = presser_open_file_get_keep_error (self->file);

  if (message != NULL)
    presser_notice_show (self->notice, _ ("Unsaved work would be lost in a crash"), message, buttons);
  else if (self->tells_of_keeping)
    presser_notice_hide (self->notice);
  self->tells_of_keeping = message != NULL;
}

/**
 * presser_window_can_restore:
 * @self: a window
 * @rescue: what was not saved
 *
 * Returns: whether nothing is open here, or the same file without the unsaved work
 */
gboolean
presser_window_can_restore (PresserWindow *self,
                            PresserRescue *rescue)
{
  GFile *location = presser_rescue_get_location (rescue);

  g_return_val_if_fail (PRESSER_IS_WINDOW (self) && PRESSER_IS_RESCUE (rescue), FALSE);

  if (presser_window_is_empty (self))
    return TRUE;
  return location != NULL && self->file != NULL && presser_window_has_file (self, location)
         && !presser_open_file_has_unsaved_work (self->file);
}

/**
 * presser_window_restore:
 * @self: a window for which presser_window_can_restore() says yes
 * @rescue: what was not saved
 *
 * Shows the work as it was, still unsaved.
 */
void
presser_window_restore (PresserWindow *self,
                        PresserRescue *rescue)
{
  g_autoptr (PresserOpenFile) file = NULL;

  g_return_if_fail (PRESSER_IS_WINDOW (self) && PRESSER_IS_RESCUE (rescue));

  file = presser_rescue_restore (rescue);
  if (file == NULL)
    {
      presser_notice_show (self->notice, _ ("The unsaved work could not be restored"), presser_rescue_get_trouble (rescue), NULL);
      return;
    }
  presser_window_show_file (self, file);
  presser_window_begin_work (self);
  if (presser_rescue_get_trouble (rescue) != NULL)
    presser_notice_show (self->notice, _ ("Only a part of the unsaved work could be restored"), presser_rescue_get_trouble (rescue), NULL);
  else
    presser_window_toast (self, _ ("Everything is as it was, and not saved yet"));
}

/* Nothing is decided yet: the notice comes back, if there still is a difference. */
static gboolean
compare_closed_cb (PresserWindow        *self,
                   PresserCompareWindow *compare)
{
  if (!presser_compare_window_is_decided (compare) && self->file != NULL
      && presser_open_file_get_location (self->file) != NULL)
    presser_open_file_look (self->file);
  return GDK_EVENT_PROPAGATE;
}

static void
compare_with_disk_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  PresserWindow            *self = PRESSER_WINDOW (user_data);
  const PresserNoticeButton buttons[] = {
    { _ ("_Reload"), "win.reload" },
    { _ ("_Keep Mine"), "win.overwrite" },
    { NULL, NULL },
  };
  PresserComparisonSides sides = {
    .file = presser_open_file_get_location (self->file),
    /* Translators: as in “¶3: only in the file on the disk” */
    .before = _ ("in the file on the disk"),
    /* Translators: as in “¶3: only in your version” */
    .after = _ ("in your version"),
    .buttons = buttons,
  };
  PresserCompareWindow *window;

  if (sides.file == NULL)
    return;
  window = presser_compare_window_new (GTK_WINDOW (self), presser_window_get_document (self), &sides);
  g_signal_connect_object (window, "close-request", G_CALLBACK (compare_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { "compare-with-disk", compare_with_disk_action },
};

/**
 * presser_window_add_rescue_actions:
 * @self: a window
 */
void
presser_window_add_rescue_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_update_rescue_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_rescue_actions (PresserWindow *self,
                                      gboolean       has_document)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "compare-with-disk")),
                               has_document && presser_open_file_get_location (self->file) != NULL);
}
