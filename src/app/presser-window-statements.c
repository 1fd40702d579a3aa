/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of statements and turns that are there: cut, joined, trimmed, their edges moved, given to
 * somebody else. */

#include <glib/gi18n-lib.h>

#include "presser-quotes.h"
#include "presser-retag-dialog.h"
#include "presser-tag.h"
#include "presser-tagging-parts.h"
#include "presser-turn.h"
#include "presser-window-private.h"

static PresserStatement *
get_statement (PresserWindow *self)
{
  PresserTarget target = presser_window_get_target (self, NULL);

  return presser_tagging_find (&target);
}

static void
split_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserTarget     target = presser_window_get_target (self, NULL);
  PresserStatement *statement = target.current;

  if (statement == NULL || presser_tagging_split (target.document, statement, target.selection.start) == NULL)
    presser_window_toast (self, _ ("Put the cursor into a statement, where it is to be cut"));
}

/* All that the selection touches; with nothing selected, the one here and the one before it. */
static GPtrArray *
dup_to_join (PresserTarget target)
{
  GListModel *all = presser_document_get_statements (target.document);
  GPtrArray  *statements;
  guint       i;

  if (!presser_range_is_empty (target.selection))
    return presser_document_dup_statements_touching (target.document, target.selection);

  statements = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; target.current != NULL && i + 1 < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PresserStatement) behind = g_list_model_get_item (all, i + 1);
      g_autoptr (PresserStatement) here = g_list_model_get_item (all, i);

      if (behind != target.current && (i > 0 || here != target.current))
        continue;
      g_ptr_array_add (statements, g_steal_pointer (&here));
      g_ptr_array_add (statements, g_steal_pointer (&behind));
      break;
    }
  return statements;
}

static void
join_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  PresserTarget  target = presser_window_get_target (self, NULL);
  g_autoptr (GPtrArray) statements = dup_to_join (target);

  if (statements->len < 2)
    presser_window_toast (self, _ ("Select what touches the statements to be joined"));
  else if (!presser_tagging_can_join (statements))
    presser_window_toast (self, _ ("Not joined: they are not of the same speaker"));
  else
    {
      presser_tagging_join (target.document, statements);
      presser_window_offer_undo (self, _ ("Statements joined"));
    }
}

/* Of the statement tagged last, what was cut off it comes back, and goes again. */
static void
toggle_trim_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserDocument  *document = presser_window_get_document (self);
  PresserStatement *last = self->last_id != NULL ? presser_document_get_statement (document, self->last_id) : NULL;
  guint             n_ranges = 0;

  if (last != NULL)
    presser_statement_get_ranges (last, &n_ranges);
  if (n_ranges != 1 || presser_range_is_empty (self->tagged_range)
      || !presser_range_touches (presser_statement_get_extent (last), self->tagged_range))
    presser_window_toast (self, _ ("Only the statement that was just tagged can be set to exactly what was selected"));
  else
    presser_tagging_toggle_trim (document, last, self->tagged_range);
}

static void
move_edge_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  gtk_widget_activate_action (GTK_WIDGET (self->transcript), "transcript.take-edge", "b",
                              g_str_equal (g_variant_get_string (parameter, NULL), "start"));
}

static void
say_turn_given (PresserWindow *self,
                const char    *name,
                guint          n_statements)
{
  g_autofree char *message = NULL;

  if (n_statements == 0)
    /* Translators: %s is a speaker */
    message = g_strdup_printf (_ ("The turn is %s’s now"), name);
  else
    /* Translators: %s is a speaker */
    message = g_strdup_printf (ngettext ("The turn and %2$u statement in it are %1$s’s now",
                                         "The turn and %2$u statements in it are %1$s’s now", n_statements),
                               name, n_statements);
  presser_window_offer_undo (self, message);
}

static void
give_turn (PresserWindow *self,
           GObject       *speaker)
{
  PresserDocument *document = presser_window_get_document (self);
  guint            place = presser_transcript_get_selection (self->transcript).start;
  guint            paragraph, n_statements;

  if (!presser_turn_find (document, place, &paragraph))
    presser_window_toast (self, _ ("There is no speaker’s turn here"));
  else if (presser_turn_give (document, paragraph, presser_tag_get_id (speaker), &n_statements))
    say_turn_given (self, presser_tag_get_name (speaker), n_statements);
}

static void
give_turn_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  char           key = *g_variant_get_string (parameter, NULL);
  g_autoptr (GObject) speaker = presser_tag_dup_for_key (presser_window_get_document (self), key);

  if (speaker == NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("There is no speaker %c yet"), key);

      presser_window_toast (self, message);
    }
  else
    give_turn (self, speaker);
}

static void
give_turn_to_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  PresserWindow  *self = PRESSER_WINDOW (user_data);
  PresserSpeaker *speaker = presser_document_get_speaker (presser_window_get_document (self), g_variant_get_string (parameter, NULL));

  if (speaker != NULL)
    give_turn (self, G_OBJECT (speaker));
}

/* Those selected in the table, if it is shown; otherwise those that the filter lets through. */
static GPtrArray *
dup_many (PresserWindow *self)
{
  GListModel *matches = presser_statement_list_get_matches (self->list);
  g_autoptr (GPtrArray) statements = presser_statement_table_dup_selected (self->table);
  guint i;

  if (statements->len > 0 && g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "statements") == 0)
    return g_steal_pointer (&statements);
  g_ptr_array_set_size (statements, 0);
  for (i = 0; i < g_list_model_get_n_items (matches); i++)
    g_ptr_array_add (statements, g_list_model_get_item (matches, i));
  return g_steal_pointer (&statements);
}

static void
retag_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GPtrArray) statements = dup_many (self);

  presser_inspector_commit (self->inspector);
  if (statements->len == 0)
    presser_window_toast (self, _ ("There is no statement to retag"));
  else
    presser_retag_dialog_present (GTK_WINDOW (self), presser_window_get_document (self), statements);
}

static void
say_copied (PresserWindow *self,
            guint          n_copied,
            guint          n_kept)
{
  g_autofree char *copied = g_strdup_printf (ngettext ("%u quote copied with its attribution", "%u quotes copied with their attributions", n_copied), n_copied);
  g_autofree char *kept = NULL;
  g_autofree char *message = NULL;

  if (n_kept > 0)
    kept = g_strdup_printf (ngettext ("%u kept back: suggested only, or by its ground rule", "%u kept back: suggested only, or by their ground rules", n_kept), n_kept);
  message = g_strjoin (" · ", copied, kept, NULL);
  presser_window_toast (self, message);
}

static void
copy_quotes_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GPtrArray) statements = dup_many (self);
  guint n_copied;
  g_autoptr (GdkContentProvider) content = presser_quotes_make_content (presser_window_get_document (self), statements,
                                                                        g_get_real_time () / G_USEC_PER_SEC, &n_copied);

  if (content == NULL)
    presser_window_toast (self, _ ("There is no quote that may be copied"));
  else
    {
      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
      say_copied (self, n_copied, statements->len - n_copied);
    }
}

static const GActionEntry actions[] = {
  { "copy-quotes", copy_quotes_action },
  { "retag", retag_action },
  { "join-statements", join_action },
  { "toggle-trim", toggle_trim_action },
  { "give-turn", give_turn_action, "s" },
  { "give-turn-to", give_turn_to_action, "s" },
};

/* Only where there is a statement. */
static const GActionEntry statement_actions[] = {
  { "split-statement", split_action },
  { "move-edge", move_edge_action, "s" },
};

/**
 * presser_window_add_statement_actions:
 * @self: a window
 */
void
presser_window_add_statement_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), statement_actions, G_N_ELEMENTS (statement_actions), self);
}

/**
 * presser_window_update_statement_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_statement_actions (PresserWindow *self,
                                         gboolean       has_document)
{
  presser_window_enable_actions (self, actions, G_N_ELEMENTS (actions), has_document);
  presser_window_enable_actions (self, statement_actions, G_N_ELEMENTS (statement_actions), has_document && get_statement (self) != NULL);
}
