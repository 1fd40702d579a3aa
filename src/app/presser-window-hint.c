/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first steps of a new user: shown below the first transcript, and ticked off as they are made. */

#include "presser-hint.h"
#include "presser-window-private.h"

static void
selection_changed_cb (PresserWindow *self)
{
  if (!presser_range_is_empty (presser_transcript_get_selection (self->transcript)))
    presser_hint_set_done (self->hint, PRESSER_STEP_SELECT);
}

static void
show_hint_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  presser_hint_show (PRESSER_WINDOW (user_data)->hint, TRUE);
}

static const GActionEntry actions[] = {
  { "show-hint", show_hint_action },
};

/**
 * presser_window_add_hint:
 * @self: a window
 */
void
presser_window_add_hint (PresserWindow *self)
{
  self->hint = PRESSER_HINT (presser_hint_new ());
  gtk_box_append (GTK_BOX (self->centre), GTK_WIDGET (self->hint));
  g_signal_connect_object (self->transcript, "notify::has-selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_update_hint:
 * @self: a window
 *
 * What was done since the last time may have been one of the steps.
 */
void
presser_window_update_hint (PresserWindow *self)
{
  PresserDocument *document = presser_window_get_document (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "show-hint")), document != NULL);
  if (document == NULL)
    return;
  if (presser_history_can_undo (presser_document_get_history (document))
      && g_list_model_get_n_items (presser_document_get_statements (document)) > 0)
    presser_hint_set_done (self->hint, PRESSER_STEP_TAG);
  if (presser_history_can_undo (presser_document_get_history (document))
      && presser_open_file_get_state (self->file) == PRESSER_FILE_SAVED)
    presser_hint_set_done (self->hint, PRESSER_STEP_SAVE);
}
