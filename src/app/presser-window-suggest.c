/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Proposals come from a thread, into the document as one step, and are then decided on one by one. */

#include <glib/gi18n-lib.h>

#include "presser-accept.h"
#include "presser-settings.h"
#include "presser-tagging.h"
#include "presser-window-private.h"

/* What was said in a turn is offered only where keywords tell which sentences matter: all of them would be no help. */
static gboolean
has_keywords (PresserDocument *document)
{
  GListModel *topics = presser_document_get_topics (document);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      if (*presser_topic_get_keywords (topic) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * SuggestJob:
 * @document: what was searched: the window may show another one by now
 * @source: the text as it was when the search began
 * @options: what to look for
 * @state: of the document's history then
 */
typedef struct
{
  PresserDocument      *document; /* owned */
  PresserSuggestSource *source;
  PresserSuggestOptions options;
  guint64               state;
} SuggestJob;

static void
suggest_job_free (gpointer data)
{
  SuggestJob *job = data;

  g_object_unref (job->document);
  presser_suggest_source_free (job->source);
  g_free (job);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  SuggestJob *job = task_data;
  GError     *error = NULL;
  GPtrArray  *proposals = presser_suggest_run (job->source, &job->options, cancellable, &error);

  if (proposals != NULL)
    g_task_return_pointer (task, proposals, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

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

static void
go_to_next_suggestion (PresserWindow *self)
{
  g_autoptr (PresserStatement) next = dup_next_suggestion (self);

  if (next != NULL)
    presser_transcript_go_to_statement (self->transcript, next);
  else
    presser_window_toast (self, _ ("No suggestion is left to review"));
}

static void
add_proposals (PresserWindow *self,
               GPtrArray     *proposals)
{
  guint            n_added = presser_suggest_add (presser_window_get_document (self), proposals, PRESSER_STATUS_SUGGESTED);
  g_autofree char *message = NULL;

  if (n_added == 0)
    {
      presser_window_toast (self, _ ("Nothing was found that is not tagged already"));
      return;
    }
  message = g_strdup_printf (ngettext ("%u suggestion: S goes to it, Enter accepts, Backspace rejects",
                                       "%u suggestions: S goes to the next, Enter accepts, Backspace rejects", n_added),
                             n_added);
  presser_window_offer_undo (self, message);
  go_to_next_suggestion (self);
}

static void
proposals_found_cb (GObject      *source_object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (source_object);
  PresserDocument *document = presser_window_get_document (self);
  SuggestJob      *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = g_task_propagate_pointer (G_TASK (result), &error);

  if (document != job->document)
    return;
  if (error != NULL)
    presser_window_toast (self, error->message);
  else if (presser_history_get_state (presser_document_get_history (document)) != job->state)
    presser_window_toast (self, _ ("The document changed meanwhile; suggest again"));
  else
    add_proposals (self, proposals);
}

static void
suggest_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  SuggestJob      *job = g_new0 (SuggestJob, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, proposals_found_cb, NULL);

  job->document = g_object_ref (document);
  job->source = presser_suggest_source_new (document);
  job->options = (PresserSuggestOptions){ .with_indirect = TRUE, .with_turns = has_keywords (document) };
  job->state = presser_history_get_state (presser_document_get_history (document));
  g_task_set_source_tag (task, suggest_action);
  g_task_set_task_data (task, job, suggest_job_free);
  g_task_run_in_thread (task, run_in_thread);
}

static void
next_suggestion_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  go_to_next_suggestion (PRESSER_WINDOW (user_data));
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
  go_to_next_suggestion (self);
}

static gboolean
is_sure (PresserStatement *statement)
{
  return presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED
         && g_strcmp0 (presser_statement_get_certainty (statement), presser_certainty_to_string (PRESSER_CERTAINTY_SURE)) == 0;
}

static void
accept_sure_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  GListModel    *statements = presser_document_get_statements (presser_window_get_document (self));
  g_autoptr (GPtrArray) sure = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *message = NULL;
  guint            i;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (is_sure (statement))
        g_ptr_array_add (sure, g_steal_pointer (&statement));
    }
  if (sure->len == 0)
    {
      presser_window_toast (self, _ ("There is no suggestion that Presser is sure of"));
      return;
    }
  accept (self, sure);
  message = g_strdup_printf (ngettext ("%u suggestion accepted", "%u suggestions accepted", sure->len), sure->len);
  presser_window_offer_undo (self, message);
}

static void
reject_suggestion_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  PresserHistory  *history = presser_document_get_history (document);

  if (!presser_window_is_at_suggestion (self))
    return;
  presser_history_begin (history, _ ("Reject Suggestion"));
  presser_document_remove_statement (document, get_current_suggestion (self));
  presser_history_end (history);
  go_to_next_suggestion (self);
}

static const GActionEntry actions[] = {
  { "suggest", suggest_action },
  { "next-suggestion", next_suggestion_action },
  { "accept-sure", accept_sure_action },
  { "reject-suggestion", reject_suggestion_action },
};

void
presser_window_add_suggest_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
presser_window_update_suggest_actions (PresserWindow *self,
                                       gboolean       has_document)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)), has_document);
}
