/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Actions on the text: undo, selecting, moving, finding, copying. Tagging, files, panes have files of their own. */

#include <glib/gi18n-lib.h>

#include "presser-quote.h"
#include "presser-window-private.h"

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  presser_inspector_commit (self->inspector);
  presser_history_undo (presser_document_get_history (presser_window_get_document (self)));
}

static void
redo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  presser_history_redo (presser_document_get_history (presser_window_get_document (PRESSER_WINDOW (user_data))));
}

static void
go_to (PresserWindow    *self,
       PresserStatement *statement)
{
  gtk_stack_set_visible_child_name (self->views, "transcript");
  self->narrow_sidebar = self->narrow_inspector = FALSE;
  presser_transcript_go_to_statement (self->transcript, statement);
  presser_window_focus_text (self);
}

static void
go_to_statement_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserStatement *statement = presser_document_get_statement (presser_window_get_document (self),
                                                                g_variant_get_string (parameter, NULL));

  if (statement != NULL)
    go_to (self, statement);
}

/* The first that comes after the current one, or after the cursor, among those shown; from the end on at the beginning. */
static PresserStatement *
dup_neighbour (PresserWindow *self,
               gboolean       forward)
{
  GListModel       *matches = presser_statement_list_get_matches (self->list);
  PresserStatement *current = presser_transcript_get_current (self->transcript);
  guint             position = presser_transcript_get_selection (self->transcript).start;
  guint             n_matches = g_list_model_get_n_items (matches);
  guint             low = 0;
  guint             high = n_matches;
  gboolean          on_current = FALSE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (PresserStatement) other = g_list_model_get_item (matches, middle);
      gboolean before = current != NULL ? presser_statement_compare (other, current) < 0
                                        : presser_statement_get_extent (other).start < position;

      if (before)
        low = middle + 1;
      else
        high = middle;
    }
  if (n_matches == 0)
    return NULL;
  if (current != NULL && low < n_matches)
    {
      g_autoptr (PresserStatement) here = g_list_model_get_item (matches, low);

      on_current = here == current;
    }
  if (forward)
    return g_list_model_get_item (matches, (low + (on_current ? 1 : 0)) % n_matches);
  return g_list_model_get_item (matches, (low + n_matches - 1) % n_matches);
}

static void
next_statement_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  g_autoptr (PresserStatement) statement = dup_neighbour (PRESSER_WINDOW (user_data), TRUE);

  if (statement != NULL)
    go_to (PRESSER_WINDOW (user_data), statement);
}

static void
previous_statement_action (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  g_autoptr (PresserStatement) statement = dup_neighbour (PRESSER_WINDOW (user_data), FALSE);

  if (statement != NULL)
    go_to (PRESSER_WINDOW (user_data), statement);
}

static void
next_overlapping_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  presser_transcript_cycle_current (PRESSER_WINDOW (user_data)->transcript);
}

static void
copy_quote_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserDocument  *document = presser_window_get_document (self);
  PresserRange      range = presser_transcript_get_selection (self->transcript);
  PresserStatement *statement = presser_transcript_get_current (self->transcript);
  gboolean          is_attributed = FALSE;
  g_autofree char  *objection = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (!presser_range_is_empty (range))
    content = presser_quote_new_of_selection (document, range, &is_attributed, &objection);
  else if (statement != NULL)
    content = presser_quote_new_of_statement (document, statement, &is_attributed, &objection);
  else
    return;
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  if (objection != NULL)
    presser_window_toast (self, objection);
  else if (is_attributed)
    presser_window_toast (self, _ ("Quote copied with its attribution"));
}

static void
note_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  if (presser_transcript_get_current (self->transcript) == NULL)
    {
      presser_window_toast (self, _ ("Put the cursor into a statement to write a note"));
      return;
    }
  if (!gtk_widget_get_mapped (self->inspector_pane))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
  presser_inspector_focus_note (self->inspector);
}

static void
find_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->views, "transcript");
  presser_find_bar_open (self->find_bar);
}

static void
replace_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->views, "transcript");
  presser_find_bar_open_replace (self->find_bar);
}

static void
find_next_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  presser_find_bar_find_next (PRESSER_WINDOW (user_data)->find_bar);
}

static void
find_previous_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  presser_find_bar_find_previous (PRESSER_WINDOW (user_data)->find_bar);
}

static void
filter_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  presser_statement_list_set_query (PRESSER_WINDOW (user_data)->list, g_variant_get_string (parameter, NULL));
}

static void
filter_statements_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  if (!gtk_widget_get_mapped (self->inspector_pane))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
  presser_statement_list_focus_filter (self->list);
}

/* Escape: one step back towards nothing but the text. */
static void
leave_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  PresserRange   range = presser_transcript_get_selection (self->transcript);

  if (!gtk_widget_has_focus (GTK_WIDGET (self->transcript)))
    presser_window_focus_text (self);
  else if (presser_find_bar_is_open (self->find_bar))
    presser_find_bar_close (self->find_bar);
  else if (!presser_range_is_empty (range))
    presser_transcript_select (self->transcript, (PresserRange){ range.start, range.start });
  else
    presser_statement_list_set_query (self->list, "");
}

static void
change_correct (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  gboolean       correcting = g_variant_get_boolean (state);

  presser_transcript_set_correcting (self->transcript, correcting);
  gtk_event_controller_set_propagation_phase (self->keys, correcting ? GTK_PHASE_NONE : GTK_PHASE_CAPTURE);
  g_simple_action_set_state (action, state);
  gtk_button_set_label (GTK_BUTTON (self->correct_button), correcting ? _ ("Correcting Text") : _ ("Correct Text"));
  presser_window_update_actions (self);
  presser_window_focus_text (self);
}

/* For widgets, which do not know their window. */
static void
say_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  presser_window_toast (PRESSER_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
offer_undo_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  presser_window_offer_undo (PRESSER_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

/* An offer to undo stands for some seconds: what was done since then is not what it meant. */
static void
undo_step_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow  *self = PRESSER_WINDOW (user_data);
  PresserHistory *history = presser_document_get_history (presser_window_get_document (self));

  if (presser_history_get_state (history) == g_variant_get_uint64 (parameter))
    presser_history_undo (history);
  else
    presser_window_toast (self, _ ("More was changed since then; undo that first"));
}

static const GActionEntry actions[] = {
  { "go-to-statement", go_to_statement_action, "s" },
  { "next-statement", next_statement_action },
  { "previous-statement", previous_statement_action },
  { "next-overlapping", next_overlapping_action },
  { "copy-quote", copy_quote_action },
  { "note", note_action },
  { "find", find_action },
  { "replace", replace_action },
  { "find-next", find_next_action },
  { "find-previous", find_previous_action },
  { "filter", filter_action, "s" },
  { "filter-statements", filter_statements_action },
  { "leave", leave_action },
  { "correct", NULL, NULL, "false", change_correct },
  { "say", say_action, "s" },
  { "offer-undo", offer_undo_action, "s" },
  { "undo", undo_action },
  { "undo-step", undo_step_action, "t" },
  { "redo", redo_action },
};

/**
 * presser_window_add_actions:
 * @self: a window
 */
void
presser_window_add_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_enable_actions:
 * @self: a window
 * @entries: (array length=n_entries): actions of it
 * @n_entries: how many
 * @enabled: whether they are possible now
 */
void
presser_window_enable_actions (PresserWindow      *self,
                               const GActionEntry *entries,
                               guint               n_entries,
                               gboolean            enabled)
{
  guint i;

  for (i = 0; i < n_entries; i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), enabled);
}

static void
update_history_button (GtkWidget  *button,
                       const char *what,
                       const char *label,
                       const char *key)
{
  g_autofree char *tooltip = NULL;

  if (label != NULL)
    /* Translators: “Undo” or “Redo”, what would be undone, the key */
    tooltip = g_strdup_printf (_ ("%s: %s (%s)"), what, label, key);
  else
    tooltip = g_strdup_printf ("%s (%s)", what, key);
  gtk_widget_set_tooltip_text (button, tooltip);
}

/**
 * presser_window_update_actions:
 * @self: a window
 *
 * Enables what is possible now, and nothing else.
 */
void
presser_window_update_actions (PresserWindow *self)
{
  PresserDocument *document = presser_window_get_document (self);
  gboolean         has_document = document != NULL && self->loading == NULL;
  PresserHistory  *history = document != NULL ? presser_document_get_history (document) : NULL;
  GActionMap      *map = G_ACTION_MAP (self);
  guint            i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, actions[i].name)), has_document);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "undo")),
                               has_document && presser_history_can_undo (history));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "redo")),
                               has_document && presser_history_can_redo (history));
  update_history_button (self->undo_button, _ ("Undo"), history != NULL ? presser_history_get_undo_label (history) : NULL, _ ("Ctrl+Z"));
  update_history_button (self->redo_button, _ ("Redo"), history != NULL ? presser_history_get_redo_label (history) : NULL, _ ("Shift+Ctrl+Z"));
  presser_window_update_tagging_actions (self, has_document);
  presser_window_update_selecting_actions (self, has_document);
  presser_window_update_statement_actions (self, has_document);
  presser_window_update_name_actions (self, has_document);
  presser_window_update_suggest_actions (self, has_document);
  presser_window_update_file_actions (self, has_document);
  presser_window_update_export_actions (self, has_document);
  presser_window_update_save_actions (self, has_document);
  presser_window_update_rescue_actions (self, has_document);
  presser_window_update_hint (self);
  /* A file that stays as it is has no text to correct. */
  if (has_document && presser_open_file_get_placement (self->file) == PRESSER_TEI_BESIDE)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "correct")), FALSE);
}
