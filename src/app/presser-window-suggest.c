/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Proposals come from a thread, into the document as one step, and are then decided on one by one: see
 * presser-window-review.c. While the thread works the button says how far it is, and stops it. */

#include <glib/gi18n-lib.h>

#include "presser-settings.h"
#include "presser-suggestion-notes.h"
#include "presser-topic-dialog.h"
#include "presser-window-private.h"

#define PROGRESS_INTERVAL 150 /* milliseconds; what is done sooner shows no progress */

/* What was said in a turn is offered only where keywords tell which sentences matter, unless all of them are asked for. */
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
 * @progress: how far the thread is, in thousandths
 * @state: of the document's history then
 * @timer: source of the progress, or 0
 * @window: while the timer runs; borrowed, the task holds it
 */
typedef struct
{
  PresserDocument      *document; /* owned */
  PresserSuggestSource *source;
  PresserSuggestOptions options;
  int                   progress;
  guint64               state;
  guint                 timer;
  PresserWindow        *window;
} SuggestJob;

static void
suggest_job_free (gpointer data)
{
  SuggestJob *job = data;

  g_clear_handle_id (&job->timer, g_source_remove);
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

static void
set_enabled (PresserWindow *self,
             const char    *action,
             gboolean       is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), is_enabled);
}

static void
show_as_idle (PresserWindow *self)
{
  gtk_button_set_label (GTK_BUTTON (self->suggest_button), _ ("_Suggest"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->suggest_button), "win.suggest");
  gtk_widget_set_tooltip_text (self->suggest_button, _ ("Find Statements and Who Said Them"));
  set_enabled (self, "stop-suggesting", FALSE);
}

static gboolean
progress_cb (gpointer user_data)
{
  SuggestJob      *job = user_data;
  GtkWidget       *button = job->window->suggest_button;
  g_autofree char *label = NULL;

  if (button == NULL)
    return G_SOURCE_CONTINUE; /* the window is closed, and the thread about to end */
  /* Translators: on a button that stops the work: how far it is, in percent */
  label = g_strdup_printf (_ ("_Stop (%d %%)"), g_atomic_int_get (&job->progress) / 10);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.stop-suggesting");
  gtk_widget_set_tooltip_text (button, _ ("Stop Looking for Statements"));
  return G_SOURCE_CONTINUE;
}

static void
add_proposals (PresserWindow *self,
               GPtrArray     *proposals)
{
  guint            n_added = presser_suggestion_notes_add (presser_window_get_document (self), proposals);
  g_autofree char *message = NULL;

  if (n_added == 0)
    {
      presser_window_toast (self, _ ("Nothing was found that is not decided already"));
      return;
    }
  message = g_strdup_printf (ngettext ("%u suggestion: S goes to it, Enter accepts, Backspace rejects",
                                       "%u suggestions: S goes to the next, Enter accepts, Backspace rejects", n_added),
                             n_added);
  presser_window_offer_undo (self, message);
  presser_window_go_to_next_suggestion (self);
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

  g_clear_handle_id (&job->timer, g_source_remove);
  if (self->suggesting != NULL && self->suggesting == g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_object (&self->suggesting);
      show_as_idle (self);
    }
  if (document != job->document)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    presser_window_toast (self, _ ("Stopped; nothing was suggested"));
  else if (error != NULL)
    presser_window_toast (self, error->message);
  else if (presser_history_get_state (presser_document_get_history (document)) != job->state)
    presser_window_toast (self, _ ("The document changed meanwhile; suggest again"));
  else
    add_proposals (self, proposals);
}

static gboolean
wants_indirect (PresserWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "suggest-indirect");

  return g_variant_get_boolean (state);
}

static void
suggest (PresserWindow *self,
         gboolean       with_all_turns)
{
  PresserDocument *document = presser_window_get_document (self);
  SuggestJob      *job;
  g_autoptr (GTask) task = NULL;

  if (self->suggesting != NULL)
    return;

  self->suggesting = g_cancellable_new ();
  task = g_task_new (self, self->suggesting, proposals_found_cb, NULL);
  job = g_new0 (SuggestJob, 1);
  job->document = g_object_ref (document);
  job->source = presser_suggest_source_new (document);
  job->options = (PresserSuggestOptions){ .with_indirect = wants_indirect (self), .with_turns = has_keywords (document), .with_all_turns = with_all_turns, .progress = &job->progress };
  job->state = presser_history_get_state (presser_document_get_history (document));
  job->window = self;
  job->timer = g_timeout_add (PROGRESS_INTERVAL, progress_cb, job);
  set_enabled (self, "stop-suggesting", TRUE);
  g_task_set_source_tag (task, suggest);
  g_task_set_task_data (task, job, suggest_job_free);
  g_task_run_in_thread (task, run_in_thread);
}

static void
suggest_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  suggest (PRESSER_WINDOW (user_data), FALSE);
}

static void
suggest_answers_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  suggest (PRESSER_WINDOW (user_data), TRUE);
}

static void
stop_suggesting_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_cancellable_cancel (PRESSER_WINDOW (user_data)->suggesting);
}

static void
suggest_topics_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  presser_topic_dialog_present (GTK_WINDOW (self), presser_window_get_document (self));
}

static gboolean
is_reported (PresserStatement *statement)
{
  return presser_statement_get_kind (statement) == PRESSER_KIND_INDIRECT;
}

/* Reported speech is a group of its own: switched off, what is suggested of it goes, and comes back by suggesting again. */
static void
change_suggest_indirect (GSimpleAction *action,
                         GVariant      *state,
                         gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  GSettings       *settings = presser_settings_get ();
  g_autoptr (GPtrArray) reported = NULL;

  g_simple_action_set_state (action, state);
  if (settings != NULL)
    g_settings_set_value (settings, "suggest-indirect", state);
  if (document == NULL)
    return;
  if (g_variant_get_boolean (state))
    {
      suggest (self, FALSE);
      return;
    }
  reported = presser_window_dup_suggestions (self, is_reported);
  if (reported->len == 0)
    return;
  presser_history_begin (presser_document_get_history (document), _ ("Hide Reported Speech"));
  presser_document_swap_statements (document, reported, NULL);
  presser_history_end (presser_document_get_history (document));
}

static const GActionEntry actions[] = {
  { "suggest", suggest_action },
  { "suggest-answers", suggest_answers_action },
  { "suggest-topics", suggest_topics_action },
  { "stop-suggesting", stop_suggesting_action },
  { "suggest-indirect", NULL, NULL, "true", change_suggest_indirect },
};

void
presser_window_add_suggest_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "suggest-indirect")),
                             g_variant_new_boolean (presser_settings_get_boolean ("suggest-indirect", TRUE)));
  set_enabled (self, "stop-suggesting", FALSE);
  presser_window_add_review_actions (self);
}

void
presser_window_update_suggest_actions (PresserWindow *self,
                                       gboolean       has_document)
{
  set_enabled (self, "suggest", has_document);
  set_enabled (self, "suggest-answers", has_document);
  set_enabled (self, "suggest-topics", has_document);
  presser_window_update_review_actions (self, has_document);
}
