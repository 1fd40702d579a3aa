/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Deciding on suggestions: one by one with keys, or many in one step. */

#include <glib/gi18n-lib.h>

#include "presser-rejected.h"
#include "presser-settings.h"
#include "presser-suggestion-notes.h"
#include "presser-tagging.h"
#include "presser-window-private.h"

/* The next one from the cursor on, around the end to the start; NULL if none is left. */
static PresserStatement *
dup_next_suggestion (PresserWindow *self)
{
  GListModel       *statements = presser_document_get_statements (presser_window_get_document (self));
  PresserStatement *current = presser_transcript_get_current (self->transcript);
  guint             position = presser_transcript_get_selection (self->transcript).end;
  g_autoptr (PresserStatement) first = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (presser_statement_get_status (statement) != PRESSER_STATUS_SUGGESTED || statement == current)
        continue;
      if (presser_statement_get_extent (statement).start >= position)
        return g_steal_pointer (&statement);
      if (first == NULL)
        first = g_object_ref (statement);
    }
  return g_steal_pointer (&first);
}

void
presser_window_go_to_next_suggestion (PresserWindow *self)
{
  g_autoptr (PresserStatement) next = dup_next_suggestion (self);

  if (next != NULL)
    {
      presser_transcript_go_to_statement (self->transcript, next);
      presser_window_focus_text (self); /* where the keys act: the button that was clicked has the focus */
    }
  else
    presser_window_toast (self, _ ("No suggestion is left to review"));
}

GPtrArray *
presser_window_dup_suggestions (PresserWindow             *self,
                                PresserSuggestionPredicate is_wanted)
{
  GListModel *statements = presser_document_get_statements (presser_window_get_document (self));
  GPtrArray  *suggestions = g_ptr_array_new_with_free_func (g_object_unref);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED && (is_wanted == NULL || is_wanted (statement)))
        g_ptr_array_add (suggestions, g_steal_pointer (&statement));
    }
  return suggestions;
}

static PresserStatement *
get_current_suggestion (PresserWindow *self)
{
  PresserStatement *current = presser_transcript_get_current (self->transcript);

  if (current == NULL || presser_statement_get_status (current) != PRESSER_STATUS_SUGGESTED)
    return NULL;
  return current;
}

gboolean
presser_window_is_at_suggestion (PresserWindow *self)
{
  return presser_range_is_empty (presser_transcript_get_selection (self->transcript)) && get_current_suggestion (self) != NULL;
}

static void
accept (PresserWindow *self,
        GPtrArray     *suggestions)
{
  g_autofree char *annotator = presser_settings_dup_annotator ();

  presser_tagging_accept (presser_window_get_document (self), suggestions, annotator);
}

void
presser_window_accept_suggestion (PresserWindow *self)
{
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (suggestions, g_object_ref (get_current_suggestion (self)));
  accept (self, suggestions);
  presser_window_go_to_next_suggestion (self);
}

/* One step to undo, whatever their number; or @none is said. */
static void
accept_all (PresserWindow *self,
            GPtrArray     *suggestions,
            const char    *none)
{
  g_autofree char *message = NULL;

  if (suggestions->len == 0)
    {
      presser_window_toast (self, none);
      return;
    }
  accept (self, suggestions);
  message = g_strdup_printf (ngettext ("%u suggestion accepted", "%u suggestions accepted", suggestions->len), suggestions->len);
  presser_window_offer_undo (self, message);
}

static gboolean
is_sure (PresserStatement *statement)
{
  return g_strcmp0 (presser_statement_get_certainty (statement), presser_certainty_to_string (PRESSER_CERTAINTY_SURE)) == 0;
}

static void
accept_sure_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GPtrArray) sure = presser_window_dup_suggestions (self, is_sure);
  guint i;

  for (i = sure->len; i > 0; i--)
    if (!presser_suggestion_is_as_made (presser_window_get_document (self), sure->pdata[i - 1]))
      g_ptr_array_remove_index (sure, i - 1);
  accept_all (self, sure, _ ("There is no suggestion that Presser is sure of"));
}

static void
accept_speaker_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserStatement *current = presser_transcript_get_current (self->transcript);
  const char       *speaker = current != NULL ? presser_statement_get_speaker (current) : NULL;
  g_autoptr (GPtrArray) suggestions = presser_window_dup_suggestions (self, NULL);
  guint i;

  if (speaker == NULL)
    {
      presser_window_toast (self, _ ("Go to a statement of the speaker first"));
      return;
    }
  for (i = suggestions->len; i > 0; i--)
    if (g_strcmp0 (presser_statement_get_speaker (suggestions->pdata[i - 1]), speaker) != 0)
      g_ptr_array_remove_index (suggestions, i - 1);
  accept_all (self, suggestions, _ ("There is no suggestion of this speaker left"));
}

static gboolean
shares_topic (PresserStatement *statement,
              PresserStatement *other)
{
  const char *const *topics;

  for (topics = presser_statement_get_topics (other); *topics != NULL; topics++)
    if (presser_statement_has_topic (statement, *topics))
      return TRUE;
  return FALSE;
}

static void
accept_topic_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserStatement *current = presser_transcript_get_current (self->transcript);
  g_autoptr (GPtrArray) suggestions = presser_window_dup_suggestions (self, NULL);
  guint i;

  if (current == NULL || *presser_statement_get_topics (current) == NULL)
    {
      presser_window_toast (self, _ ("Go to a statement on the topic first"));
      return;
    }
  for (i = suggestions->len; i > 0; i--)
    if (!shares_topic (suggestions->pdata[i - 1], current))
      g_ptr_array_remove_index (suggestions, i - 1);
  accept_all (self, suggestions, _ ("There is no suggestion on this topic left"));
}

static void
next_suggestion_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  presser_window_go_to_next_suggestion (PRESSER_WINDOW (user_data));
}

static void
accept_suggestion_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  if (get_current_suggestion (PRESSER_WINDOW (user_data)) != NULL)
    presser_window_accept_suggestion (PRESSER_WINDOW (user_data));
}

static void
reject_suggestion_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_object_unref);

  if (!presser_window_is_at_suggestion (self))
    return;
  g_ptr_array_add (suggestions, g_object_ref (get_current_suggestion (self)));
  presser_suggest_reject (presser_window_get_document (self), suggestions);
  presser_window_go_to_next_suggestion (self);
}

/* Round through the speakers, nobody standing between the last and the first. */
static void
change_speaker (PresserWindow *self,
                int            step)
{
  PresserDocument  *document = presser_window_get_document (self);
  PresserStatement *suggestion = get_current_suggestion (self);
  g_auto (GStrv) speakers = presser_suggestion_list_speakers (document, suggestion);
  int n_places = (int) g_strv_length (speakers) + 1;
  int place = n_places - 1;
  g_autoptr (PresserStatement) changed = NULL;
  int i;

  for (i = 0; speakers[i] != NULL; i++)
    if (g_strcmp0 (speakers[i], presser_statement_get_speaker (suggestion)) == 0)
      place = i;
  place = (place + step + n_places) % n_places;
  changed = presser_statement_with_speaker (suggestion, speakers[place]);
  presser_tagging_change (document, suggestion, changed, _ ("Change Speaker"));
}

static void
next_candidate_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  if (get_current_suggestion (PRESSER_WINDOW (user_data)) != NULL)
    change_speaker (PRESSER_WINDOW (user_data), 1);
}

/* An arrow changes the speaker where a suggestion waits for a decision, and moves the cursor everywhere else. */
static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *step,
          gpointer   user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  if (!presser_window_is_at_suggestion (self))
    return FALSE;
  change_speaker (self, g_variant_get_int32 (step));
  return TRUE;
}

void
presser_window_add_review_keys (PresserWindow *self)
{
  static const struct
  {
    const char *trigger;
    int         step;
  } arrows[] = { { "Right|KP_Right", 1 }, { "Left|KP_Left", -1 } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (arrows[i].trigger),
                                                gtk_callback_action_new (arrow_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (arrows[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (self->keys), shortcut);
    }
}

static const GActionEntry actions[] = {
  { "next-suggestion", next_suggestion_action },
  { "accept-suggestion", accept_suggestion_action },
  { "accept-sure", accept_sure_action },
  { "accept-speaker", accept_speaker_action },
  { "accept-topic", accept_topic_action },
  { "reject-suggestion", reject_suggestion_action },
  { "next-candidate", next_candidate_action },
};

void
presser_window_add_review_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
presser_window_update_review_actions (PresserWindow *self,
                                      gboolean       has_document)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)), has_document);
}
