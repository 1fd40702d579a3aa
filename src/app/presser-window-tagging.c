/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a key or a click to one call of presser-tagging.c. */

#include <glib/gi18n-lib.h>

#include "presser-settings.h"
#include "presser-tag.h"
#include "presser-tagging.h"
#include "presser-window-private.h"

/* The text view gives its selection up as soon as something is selected in another widget, such as the
 * entry of the quick-tag box, so what the box was opened on is kept. */
static PresserRange
get_selection (PresserWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->quick_tag)))
    return self->quick_tag_range;
  return presser_transcript_get_selection (self->transcript);
}

/**
 * presser_window_get_target:
 * @self: a window
 * @annotator: (nullable): whose work it is
 *
 * Returns: what a key or a click tags now
 */
PresserTarget
presser_window_get_target (PresserWindow *self,
                           const char    *annotator)
{
  return (PresserTarget){
    presser_window_get_document (self),
    get_selection (self),
    presser_transcript_get_current (self->transcript),
    annotator,
  };
}

/* Words in somebody’s turn are rarely another’s: said once, at once, so that no slip of a key stays unseen. */
static void
warn_of_turn (PresserWindow    *self,
              PresserStatement *statement)
{
  PresserDocument  *document = presser_window_get_document (self);
  guint             index = presser_document_find_paragraph (document, presser_statement_get_extent (statement).start);
  PresserParagraph *paragraph = presser_document_get_paragraph (document, index);
  const char       *turn = presser_paragraph_get_turn (paragraph) != NULL ? presser_paragraph_get_speaker (paragraph) : NULL;
  const char       *own = presser_statement_get_speaker (statement);
  PresserSpeaker   *speaker = turn != NULL ? presser_document_get_speaker (document, turn) : NULL;
  g_autofree char  *message = NULL;

  if (speaker == NULL || own == NULL || g_str_equal (own, turn))
    return;
  /* Translators: %s is a speaker; somebody else was named as who says these words */
  message = g_strdup_printf (_ ("These words stand in the turn of %s"), presser_speaker_get_name (speaker));
  presser_window_toast (self, message);
}

/**
 * presser_window_remember_tagged:
 * @self: a window
 * @statement: (nullable): what was just tagged, or %NULL if there was nothing to tag
 *
 * That statement is what is repeated and added to from now on.
 */
void
presser_window_remember_tagged (PresserWindow    *self,
                                PresserStatement *statement)
{
  if (statement == NULL)
    {
      presser_window_toast (self, _ ("Select what was said, or put the cursor into a statement"));
      return;
    }
  g_free (self->last_id);
  self->last_id = g_strdup (presser_statement_get_id (statement));
  self->tagged_range = get_selection (self);
  warn_of_turn (self, statement);
  presser_quick_tag_set_statement (self->quick_tag, statement);
  presser_window_update_actions (self);
}

static PresserStatement *
get_last (PresserWindow *self)
{
  if (self->last_id == NULL || self->file == NULL)
    return NULL;
  return presser_document_get_statement (presser_window_get_document (self), self->last_id);
}

static void
mark_speaker (PresserWindow *self,
              const char    *id)
{
  g_autofree char *annotator = presser_settings_dup_annotator ();
  PresserTarget    target = presser_window_get_target (self, annotator);

  presser_quick_tag_remember (self->quick_tag, id);
  if (!presser_window_load_marker (self, id, NULL))
    presser_window_remember_tagged (self, presser_tagging_toggle_speaker (&target, id));
}

static void
mark_topic (PresserWindow *self,
            const char    *id)
{
  g_autofree char *annotator = presser_settings_dup_annotator ();
  PresserTarget    target = presser_window_get_target (self, annotator);

  presser_quick_tag_remember (self->quick_tag, id);
  if (!presser_window_load_marker (self, NULL, id))
    presser_window_remember_tagged (self, presser_tagging_toggle_topic (&target, id));
}

static void
mark_speaker_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  mark_speaker (PRESSER_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
mark_topic_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  mark_topic (PRESSER_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
mark_key_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  char           key = *g_variant_get_string (parameter, NULL);
  g_autoptr (GObject) tag = presser_tag_dup_for_key (presser_window_get_document (self), key);
  g_autofree char *message = NULL;

  if (tag == NULL)
    {
      message = g_ascii_isdigit (key) ? g_strdup_printf (_ ("There is no speaker %c yet"), key)
                                      : g_strdup_printf (_ ("There is no topic %c yet"), g_ascii_toupper (key));
      presser_window_toast (self, message);
    }
  else if (presser_tag_is_speaker (tag))
    mark_speaker (self, presser_tag_get_id (tag));
  else
    mark_topic (self, presser_tag_get_id (tag));
}

/* A name nobody has yet and the tag with it are one step. */
static void
mark_new (PresserWindow *self,
          const char    *name,
          gboolean       is_speaker)
{
  PresserDocument *document = presser_window_get_document (self);
  PresserHistory  *history = presser_document_get_history (document);

  if (*name == '\0')
    return;
  presser_history_begin (history, is_speaker ? _ ("Tag With New Speaker") : _ ("Tag With New Topic"));
  if (is_speaker)
    mark_speaker (self, presser_tagging_add_speaker (document, name));
  else
    mark_topic (self, presser_tagging_add_topic (document, name));
  presser_history_end (history);
}

static void
mark_new_speaker_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  mark_new (PRESSER_WINDOW (user_data), g_variant_get_string (parameter, NULL), TRUE);
}

static void
mark_new_topic_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  mark_new (PRESSER_WINDOW (user_data), g_variant_get_string (parameter, NULL), FALSE);
}

/* A click in the sidebar: on a selection it marks, without one it shows what is marked so. */
static void
apply_or_filter (PresserWindow *self,
                 GObject       *tag)
{
  PresserTarget    target = presser_window_get_target (self, NULL);
  g_autofree char *query = NULL;

  if (tag == NULL)
    return;
  if (!presser_range_is_empty (target.selection))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), presser_tag_is_speaker (tag) ? "win.mark-speaker" : "win.mark-topic",
                                  "s", presser_tag_get_id (tag));
      presser_window_focus_text (self);
      return;
    }
  query = presser_tag_dup_query (tag);
  if (g_str_equal (query, presser_statement_list_get_query (self->list)))
    presser_statement_list_set_query (self->list, "");
  else
    presser_statement_list_set_query (self->list, query);
}

static void
apply_speaker_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  apply_or_filter (self, G_OBJECT (presser_document_get_speaker (presser_window_get_document (self), g_variant_get_string (parameter, NULL))));
}

static void
apply_topic_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  apply_or_filter (self, G_OBJECT (presser_document_get_topic (presser_window_get_document (self), g_variant_get_string (parameter, NULL))));
}

static void
open_quick_tag (PresserWindow *self,
                const char    *typed)
{
  PresserTarget     target = presser_window_get_target (self, NULL);
  PresserStatement *statement = presser_tagging_find (&target);
  PresserRange      range = target.selection;
  GdkRectangle      place;
  graphene_point_t  point;

  if (!presser_tagging_is_possible (&target) && !presser_marker_is_in_hand (self->marker))
    {
      presser_window_remember_tagged (self, NULL);
      return;
    }
  if (presser_range_is_empty (range) && statement != NULL)
    range = presser_statement_get_extent (statement);
  presser_transcript_get_location (self->transcript, range, &place);
  if (gtk_widget_compute_point (GTK_WIDGET (self->transcript), self->transcript_page,
                                &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y), &point))
    {
      place.x = CLAMP ((int) point.x, 0, gtk_widget_get_width (self->transcript_page));
      place.y = CLAMP ((int) point.y, 0, gtk_widget_get_height (self->transcript_page));
    }
  self->quick_tag_range = target.selection;
  presser_quick_tag_open (self->quick_tag, &place, typed, statement);
}

static void
quick_tag_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  if (presser_window_is_at_suggestion (self))
    presser_window_accept_suggestion (self);
  else
    open_quick_tag (self, "");
}

static void
add_topic_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->views, "transcript");
  open_quick_tag (self, "#");
}

static void
repeat_tag_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  g_autofree char  *annotator = presser_settings_dup_annotator ();
  PresserTarget     target = presser_window_get_target (self, annotator);
  PresserStatement *last = get_last (self);

  if (presser_window_use_marker (self))
    return;
  if (last == NULL)
    presser_window_toast (self, _ ("Nothing was tagged yet that could be repeated"));
  else
    presser_window_remember_tagged (self, presser_tagging_repeat (&target, last));
}

static void
toggle_part_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserTarget     target = presser_window_get_target (self, NULL);
  PresserStatement *last = get_last (self);

  if (last == NULL)
    presser_window_toast (self, _ ("Tag a statement first; then add further parts to it"));
  else
    presser_window_remember_tagged (self, presser_tagging_toggle_part (&target, last));
}

/* The rest acts on the statement under the cursor. */

static PresserStatement *
get_own (PresserWindow *self)
{
  PresserTarget target = presser_window_get_target (self, NULL);

  return presser_tagging_find (&target);
}

static void
toggle_topic_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  PresserTarget  target = presser_window_get_target (self, NULL);

  target.selection.end = target.selection.start; /* a chip is the statement's, whatever is selected */
  presser_tagging_toggle_topic (&target, g_variant_get_string (parameter, NULL));
}

static void
next_kind_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserStatement *statement = get_own (self);
  g_autoptr (PresserStatement) changed = NULL;
  PresserKind kind;

  if (statement == NULL)
    return;
  kind = (PresserKind) ((presser_statement_get_kind (statement) + 1) % (PRESSER_KIND_MIXED + 1));
  changed = presser_statement_with_kind (statement, kind);
  presser_tagging_change (presser_window_get_document (self), statement, changed, _ ("Change Kind"));
  presser_window_toast (self, presser_kind_get_label (kind));
}

static void
toggle_verified_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserStatement *statement = get_own (self);
  g_autoptr (PresserStatement) changed = NULL;
  PresserStatus status;

  if (statement == NULL)
    return;
  status = presser_statement_get_status (statement) == PRESSER_STATUS_VERIFIED ? PRESSER_STATUS_DRAFT : PRESSER_STATUS_VERIFIED;
  changed = presser_statement_with_status (statement, status);
  presser_tagging_change (presser_window_get_document (self), statement, changed, _ ("Change Status"));
}

static void
delete_statement_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserStatement *statement = get_own (self);

  if (statement == NULL)
    return;
  presser_document_remove_statement (presser_window_get_document (self), statement);
  presser_window_offer_undo (self, _ ("Statement deleted"));
}

static const GActionEntry actions[] = {
  { "mark-key", mark_key_action, "s" },
  { "mark-speaker", mark_speaker_action, "s" },
  { "mark-topic", mark_topic_action, "s" },
  { "mark-new-speaker", mark_new_speaker_action, "s" },
  { "mark-new-topic", mark_new_topic_action, "s" },
  { "apply-speaker", apply_speaker_action, "s" },
  { "apply-topic", apply_topic_action, "s" },
  { "quick-tag", quick_tag_action },
  { "repeat-tag", repeat_tag_action },
  { "toggle-part", toggle_part_action },
};

/* Only where there is a statement. */
static const GActionEntry statement_actions[] = {
  { "add-topic", add_topic_action },
  { "toggle-topic", toggle_topic_action, "s" },
  { "next-kind", next_kind_action },
  { "toggle-verified", toggle_verified_action },
  { "delete-statement", delete_statement_action },
};

/**
 * presser_window_add_tagging_actions:
 * @self: a window
 */
void
presser_window_add_tagging_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), statement_actions, G_N_ELEMENTS (statement_actions), self);
}

/**
 * presser_window_update_tagging_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_tagging_actions (PresserWindow *self,
                                       gboolean       has_document)
{
  gboolean has_statement = has_document && get_own (self) != NULL;

  presser_window_enable_actions (self, actions, G_N_ELEMENTS (actions), has_document);
  presser_window_enable_actions (self, statement_actions, G_N_ELEMENTS (statement_actions), has_statement);
}
