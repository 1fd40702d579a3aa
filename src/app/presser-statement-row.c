/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement-row.h"

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-quote-drag.h"
#include "presser-suggestion-notes.h"
#include "presser-swatch.h"

/* More code points than a row is wide. */
#define LINE_LENGTH 160

struct _PresserStatementRow
{
  GtkWidget parent_instance;

  /* Children. */
  GtkWidget *bar;
  GtkWidget *box;
  GtkLabel  *quote_label;
  GtkLabel  *details_label;

  /* Owned. */
  PresserDocument  *document;
  PresserStatement *statement;
  GSignalGroup     *speaker_signals;
  GSignalGroup     *topic_signals;
};

G_DEFINE_FINAL_TYPE (PresserStatementRow, presser_statement_row, GTK_TYPE_WIDGET)

/**
 * presser_statement_row_dup_line:
 * @document: a document
 * @statement: one of its statements
 *
 * Returns: (transfer full): the beginning of its words, in one line
 */
char *
presser_statement_row_dup_line (PresserDocument  *document,
                                PresserStatement *statement)
{
  PresserRange range = *presser_statement_get_ranges (statement, NULL);
  char        *line;

  range.end = MIN (range.end, range.start + LINE_LENGTH);
  line = presser_text_dup_slice (presser_document_get_text (document), range);
  return g_strdelimit (line, "\n\t", ' ');
}

/**
 * presser_statement_row_dup_topics:
 * @document: a document
 * @statement: one of its statements
 *
 * Returns: (transfer full): the labels of its topics, parted by commas
 */
char *
presser_statement_row_dup_topics (PresserDocument  *document,
                                  PresserStatement *statement)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  const char *const *ids;

  for (ids = presser_statement_get_topics (statement); *ids != NULL; ids++)
    {
      PresserTopic *topic = presser_document_get_topic (document, *ids);

      if (topic == NULL)
        continue;
      if (labels->len > 0)
        g_string_append (labels, ", ");
      g_string_append (labels, presser_topic_get_label (topic));
    }
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
append (GString    *details,
        const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (details->len > 0)
    g_string_append (details, " · ");
  g_string_append (details, text);
}

/**
 * presser_statement_row_dup_details:
 * @document: a document
 * @statement: one of its statements
 *
 * Returns: (transfer full): where it stands, who said it, what it is about and what is unusual about it
 */
char *
presser_statement_row_dup_details (PresserDocument  *document,
                                   PresserStatement *statement)
{
  guint            index = presser_document_find_paragraph (document, presser_statement_get_extent (statement).start);
  const char      *speaker_id = presser_statement_get_speaker (statement);
  PresserSpeaker  *speaker = speaker_id != NULL ? presser_document_get_speaker (document, speaker_id) : NULL;
  g_autofree char *topics = presser_statement_row_dup_topics (document, statement);
  g_autofree char *reason = presser_suggestion_notes_dup (document, statement);
  g_autoptr (GString) details = g_string_new (NULL);

  g_string_append_printf (details, "¶%u", index + 1);
  append (details, speaker != NULL ? presser_speaker_get_name (speaker) : _ ("nobody named"));
  if (presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED)
    append (details, reason != NULL ? reason : presser_status_get_label (PRESSER_STATUS_SUGGESTED));
  append (details, topics);
  if (presser_statement_get_kind (statement) != PRESSER_KIND_DIRECT)
    append (details, presser_kind_get_label (presser_statement_get_kind (statement)));
  if (presser_statement_get_ground_rule (statement) != PRESSER_GROUND_ON_RECORD)
    append (details, presser_ground_rule_get_label (presser_statement_get_ground_rule (statement)));
  if (presser_statement_get_status (statement) == PRESSER_STATUS_VERIFIED)
    g_string_append (details, " ✓");
  return g_string_free (g_steal_pointer (&details), FALSE);
}

static void
refresh (PresserStatementRow *self)
{
  g_autofree char *line = NULL;
  g_autofree char *details = NULL;
  gboolean         hollow;

  if (self->statement == NULL)
    return;

  line = presser_statement_row_dup_line (self->document, self->statement);
  details = presser_statement_row_dup_details (self->document, self->statement);
  hollow = presser_statement_get_status (self->statement) == PRESSER_STATUS_SUGGESTED;
  presser_swatch_set (PRESSER_SWATCH (self->bar),
                      presser_palette_find_speaker (self->document, presser_statement_get_speaker (self->statement)),
                      NULL, hollow);
  gtk_label_set_text (self->quote_label, line);
  gtk_label_set_text (self->details_label, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), details);
}

/**
 * presser_statement_row_show:
 * @self: a row
 * @document: (nullable): a document
 * @statement: (nullable): one of its statements
 *
 * Shows a statement, and what it is called by now as long as it is shown.
 */
void
presser_statement_row_show (PresserStatementRow *self,
                            PresserDocument     *document,
                            PresserStatement    *statement)
{
  g_return_if_fail (PRESSER_IS_STATEMENT_ROW (self));

  g_set_object (&self->document, document);
  g_set_object (&self->statement, statement);
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, document != NULL ? presser_document_get_topics (document) : NULL);
  refresh (self);
}

/**
 * presser_statement_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
presser_statement_row_new (void)
{
  return g_object_new (PRESSER_TYPE_STATEMENT_ROW, NULL);
}

static void
presser_statement_row_dispose (GObject *object)
{
  PresserStatementRow *self = PRESSER_STATEMENT_ROW (object);

  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  g_clear_object (&self->document);
  g_clear_object (&self->statement);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (presser_statement_row_parent_class)->dispose (object);
}

static void
presser_statement_row_class_init (PresserStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_statement_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (PresserStatementRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static PresserStatement *
find_dragged (GtkWidget        *widget,
              double            x,
              double            y,
              PresserDocument **document)
{
  PresserStatementRow *self = PRESSER_STATEMENT_ROW (widget);

  *document = self->document;
  return self->statement;
}

static GSignalGroup *
follow_list (PresserStatementRow *self)
{
  GSignalGroup *group = g_signal_group_new (G_TYPE_LIST_MODEL);

  g_signal_group_connect_swapped (group, "items-changed", G_CALLBACK (refresh), self);
  return group;
}

static void
presser_statement_row_init (PresserStatementRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  self->bar = presser_swatch_new (PRESSER_SWATCH_BAR);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->quote_label = add_label (self);
  self->details_label = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->details_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->details_label), "dim-label");
  self->speaker_signals = follow_list (self);
  self->topic_signals = follow_list (self);
  gtk_widget_add_controller (GTK_WIDGET (self), presser_quote_drag_source_new (find_dragged));
}
