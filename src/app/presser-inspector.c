/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-inspector.h"

#include <glib/gi18n-lib.h>

#include "presser-children.h"
#include "presser-export-view.h"
#include "presser-palette.h"
#include "presser-suggestion-notes.h"
#include "presser-swatch.h"
#include "presser-tagging.h"
#include "presser-text-guard.h"
#include "presser-topic-chips.h"

struct _PresserInspector
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkLabel          *place_label;
  GtkWidget         *hint_label;
  GtkWidget         *content;
  PresserSwatch     *bar;
  GtkLabel          *quote_label;
  GtkLabel          *reason_label;
  GtkDropDown       *speaker_drop_down;
  PresserTopicChips *chips;
  GtkDropDown       *kind_drop_down;
  GtkDropDown       *rule_drop_down;
  GtkDropDown       *status_drop_down;
  GtkTextView       *note_view;

  /* Owned. */
  PresserDocument  *document;
  PresserStatement *statement; /* NULL if there is none */
  GSignalGroup     *speaker_signals;
  GSignalGroup     *topic_signals;

  gboolean is_filling; /* what the widgets tell now comes from us */
};

G_DEFINE_FINAL_TYPE (PresserInspector, presser_inspector, GTK_TYPE_WIDGET)

static char *
dup_typed_note (PresserInspector *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
change (PresserInspector *self,
        PresserStatement *changed,
        const char       *label)
{
  presser_tagging_change (self->document, self->statement, changed, label);
}

/**
 * presser_inspector_commit:
 * @self: the inspector
 *
 * Puts a note that is being typed into the document, as one step.
 */
void
presser_inspector_commit (PresserInspector *self)
{
  g_autofree char *note = NULL;
  g_autoptr (PresserStatement) changed = NULL;

  g_return_if_fail (PRESSER_IS_INSPECTOR (self));

  if (self->statement == NULL || self->is_filling)
    return;
  note = dup_typed_note (self);
  if (g_strcmp0 (note, presser_statement_get_note (self->statement)) == 0)
    return;
  changed = presser_statement_with_note (self->statement, note);
  change (self, changed, _ ("Change Note"));
}

static gboolean
note_key_pressed_cb (PresserInspector *self,
                     guint             keyval,
                     guint             keycode,
                     GdkModifierType   state)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && !(is_return && (state & GDK_CONTROL_MASK) != 0))
    return FALSE;
  presser_inspector_commit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
  return TRUE;
}

static void
speaker_selected_cb (PresserInspector *self)
{
  guint position = gtk_drop_down_get_selected (self->speaker_drop_down);
  g_autoptr (PresserSpeaker) speaker = NULL;
  g_autoptr (PresserStatement) changed = NULL;

  if (self->is_filling || self->statement == NULL)
    return;
  if (position > 0)
    speaker = g_list_model_get_item (presser_document_get_speakers (self->document), position - 1);
  changed = presser_statement_with_speaker (self->statement, speaker != NULL ? presser_speaker_get_id (speaker) : NULL);
  change (self, changed, _ ("Change Speaker"));
}

static void
kind_selected_cb (PresserInspector *self)
{
  g_autoptr (PresserStatement) changed = NULL;

  if (self->is_filling || self->statement == NULL)
    return;
  changed = presser_statement_with_kind (self->statement, (PresserKind) gtk_drop_down_get_selected (self->kind_drop_down));
  change (self, changed, _ ("Change Kind"));
}

static void
rule_selected_cb (PresserInspector *self)
{
  PresserGroundRule rule = (PresserGroundRule) gtk_drop_down_get_selected (self->rule_drop_down);
  g_autoptr (PresserStatement) changed = NULL;

  if (self->is_filling || self->statement == NULL)
    return;
  changed = presser_statement_with_ground_rule (self->statement, rule, presser_statement_get_embargo (self->statement));
  change (self, changed, _ ("Change Ground Rule"));
}

static void
status_selected_cb (PresserInspector *self)
{
  PresserStatus status = (PresserStatus) gtk_drop_down_get_selected (self->status_drop_down);
  g_autoptr (PresserStatement) changed = NULL;

  if (self->is_filling || self->statement == NULL)
    return;
  changed = presser_statement_with_status (self->statement, status);
  change (self, changed, _ ("Change Status"));
}

static void
fill_speakers (PresserInspector *self)
{
  GListModel *speakers = presser_document_get_speakers (self->document);
  const char *own = presser_statement_get_speaker (self->statement);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  guint i;

  gtk_string_list_append (names, _ ("Nobody named"));
  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);

      gtk_string_list_append (names, presser_speaker_get_name (speaker));
      if (g_strcmp0 (own, presser_speaker_get_id (speaker)) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->speaker_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->speaker_drop_down, selected);
}

static void
fill_note (PresserInspector *self)
{
  const char      *note = presser_statement_get_note (self->statement);
  g_autofree char *typed = dup_typed_note (self);

  /* Not while it says the same: the cursor would jump. */
  if (g_strcmp0 (typed, note) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), note != NULL ? note : "", -1);
}

static void
fill (PresserInspector *self)
{
  PresserStatement *statement = self->statement;
  g_autofree char  *quote = NULL;
  g_autofree char  *place = NULL;
  g_autofree char  *reason = NULL;

  gtk_widget_set_visible (self->content, statement != NULL);
  gtk_widget_set_visible (self->hint_label, statement == NULL);
  gtk_label_set_text (self->place_label, "");
  if (statement == NULL)
    return;

  self->is_filling = TRUE;
  quote = presser_document_dup_quote (self->document, statement);
  place = g_strdup_printf ("¶%u", presser_document_find_paragraph (self->document, presser_statement_get_extent (statement).start) + 1);
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->quote_label, quote);
  reason = presser_suggestion_notes_dup (self->document, statement);
  gtk_label_set_text (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  presser_swatch_set (self->bar, presser_palette_find_speaker (self->document, presser_statement_get_speaker (statement)),
                      NULL, presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED);
  fill_speakers (self);
  presser_topic_chips_show (self->chips, self->document, statement);
  gtk_drop_down_set_selected (self->kind_drop_down, presser_statement_get_kind (statement));
  gtk_drop_down_set_selected (self->rule_drop_down, presser_statement_get_ground_rule (statement));
  gtk_drop_down_set_selected (self->status_drop_down, presser_statement_get_status (statement));
  fill_note (self);
  self->is_filling = FALSE;
}

/**
 * presser_inspector_show:
 * @self: the inspector
 * @document: (nullable): a document
 * @statement: (nullable): one of its statements
 */
void
presser_inspector_show (PresserInspector *self,
                        PresserDocument  *document,
                        PresserStatement *statement)
{
  gboolean is_other;

  g_return_if_fail (PRESSER_IS_INSPECTOR (self));

  if (document == self->document && statement == self->statement)
    return;

  is_other = statement == NULL || self->statement == NULL
             || !g_str_equal (presser_statement_get_id (statement), presser_statement_get_id (self->statement));
  if (is_other && document == self->document && self->statement != NULL
      && presser_document_get_statement (document, presser_statement_get_id (self->statement)) == self->statement)
    presser_inspector_commit (self);
  g_set_object (&self->document, document);
  g_set_object (&self->statement, statement);
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, document != NULL ? presser_document_get_topics (document) : NULL);
  fill (self);
}

/**
 * presser_inspector_focus_note:
 * @self: the inspector
 *
 * Lets the note be typed.
 */
void
presser_inspector_focus_note (PresserInspector *self)
{
  g_return_if_fail (PRESSER_IS_INSPECTOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

static void
presser_inspector_dispose (GObject *object)
{
  PresserInspector *self = PRESSER_INSPECTOR (object);

  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  g_clear_object (&self->statement);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_INSPECTOR);
  presser_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_inspector_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, place_label);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, hint_label);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, content);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, bar);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, quote_label);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, reason_label);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, speaker_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, chips);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, rule_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, status_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserInspector, note_view);
}

static void
presser_inspector_class_init (PresserInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_inspector_dispose;

  g_type_ensure (PRESSER_TYPE_SWATCH);
  g_type_ensure (PRESSER_TYPE_TOPIC_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-inspector.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, speaker_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, presser_inspector_commit);
}

typedef const char *(*GetLabel) (guint value);

static void
set_choices (GtkDropDown *drop_down,
             guint        n_choices,
             GetLabel     get_label)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < n_choices; i++)
    gtk_string_list_append (labels, get_label (i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

static const char *
get_kind_label (guint value)
{
  return presser_kind_get_label ((PresserKind) value);
}

static const char *
get_rule_label (guint value)
{
  return presser_ground_rule_get_label ((PresserGroundRule) value);
}

static const char *
get_status_label (guint value)
{
  return presser_status_get_label ((PresserStatus) value);
}

/* What is noted on words that may not leave is likely to tell them. */
static char *
dup_note_text (gpointer     owner,
               PresserRange selection,
               char       **objection)
{
  PresserInspector *self = owner;
  GtkTextBuffer    *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter       start, end;

  if (self->statement != NULL
      && (presser_export_statement_is_off_record (self->statement)
          || presser_export_statement_is_embargoed (self->statement, g_get_real_time () / G_USEC_PER_SEC)))
    {
      *objection = g_strdup (_ ("A note on what is off the record or under embargo is not copied"));
      return NULL;
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) selection.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) selection.end);
  return gtk_text_iter_get_slice (&start, &end);
}

static const PresserTextGuardRules note_rules = { dup_note_text, NULL };

static GSignalGroup *
follow_list (PresserInspector *self)
{
  GSignalGroup *group = g_signal_group_new (G_TYPE_LIST_MODEL);

  g_signal_group_connect_swapped (group, "items-changed", G_CALLBACK (fill), self);
  return group;
}

static void
presser_inspector_init (PresserInspector *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_swatch_set_shape (self->bar, PRESSER_SWATCH_BAR);
  presser_text_guard_attach (self->note_view, &note_rules, self);
  set_choices (self->kind_drop_down, PRESSER_KIND_MIXED + 1, get_kind_label);
  set_choices (self->rule_drop_down, PRESSER_GROUND_EMBARGOED + 1, get_rule_label);
  set_choices (self->status_drop_down, PRESSER_STATUS_VERIFIED + 1, get_status_label);
  self->speaker_signals = follow_list (self);
  self->topic_signals = follow_list (self);
  self->is_filling = FALSE;
}
