/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-suggestion-notes.h"
#include "presser-swatch.h"
#include "presser-tag.h"
#include "presser-transcript-asides.h"
#include "presser-transcript-private.h"

#define MAX_NOTE_CHARS 46
#define MAX_CARDS      5

static PresserSpeaker *
find_speaker (PresserDocument  *document,
              PresserStatement *statement)
{
  const char *id = presser_statement_get_speaker (statement);

  return id != NULL ? presser_document_get_speaker (document, id) : NULL;
}

static char *
dup_state (PresserStatement *statement)
{
  /* Translators: how something was said, how far its tagging is, under which rule: “Direct · Draft · On the record” */
  return g_strdup_printf (_ ("%s · %s · %s"),
                          presser_kind_get_label (presser_statement_get_kind (statement)),
                          presser_status_get_label (presser_statement_get_status (statement)),
                          presser_ground_rule_get_label (presser_statement_get_ground_rule (statement)));
}

static GtkWidget *
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_NOTE_CHARS);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
append_swatch (GtkWidget         *box,
               PresserSwatchShape shape,
               int                colour,
               const char        *initials,
               gboolean           is_hollow)
{
  GtkWidget *swatch = presser_swatch_new (shape);

  presser_swatch_set (PRESSER_SWATCH (swatch), colour, initials, is_hollow);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
}

static void
append_speaker (GtkWidget        *card,
                PresserDocument  *document,
                PresserStatement *statement)
{
  PresserSpeaker  *speaker = find_speaker (document, statement);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *initials = speaker != NULL ? presser_tag_dup_initials (G_OBJECT (speaker)) : NULL;
  g_autofree char *details = speaker != NULL ? presser_tag_dup_details (G_OBJECT (speaker)) : NULL;

  append_swatch (row, PRESSER_SWATCH_DOT, presser_palette_find_speaker (document, presser_statement_get_speaker (statement)),
                 initials, presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED);
  append_label (names, speaker != NULL ? presser_speaker_get_name (speaker) : _ ("Nobody named"), "heading");

  if (details != NULL)
    append_label (names, details, "dim-label");

  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), names);
  gtk_box_append (GTK_BOX (card), row);
}

static void
append_topics (GtkWidget        *card,
               PresserDocument  *document,
               PresserStatement *statement)
{
  const char *const *ids = presser_statement_get_topics (statement);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, ids[i]);
      GtkWidget    *row;

      if (topic == NULL)
        continue;

      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      append_swatch (row, PRESSER_SWATCH_SQUARE, presser_palette_find_topic (document, ids[i]), NULL, FALSE);
      append_label (row, presser_topic_get_label (topic), NULL);
      gtk_box_append (GTK_BOX (card), row);
    }
}

/**
 * presser_transcript_card_new: (skip)
 * @document: the document
 * @statement: one of its statements
 *
 * Makes what a tooltip shows of a statement. Direction of names and notes is by their own content.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
presser_transcript_card_new (PresserDocument  *document,
                             PresserStatement *statement)
{
  GtkWidget       *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char      *note = presser_statement_get_note (statement);
  g_autofree char *state = dup_state (statement);
  g_autofree char *reason = presser_suggestion_notes_dup (document, statement);

  gtk_widget_add_css_class (card, "statement-card");
  append_speaker (card, document, statement);
  append_topics (card, document, statement);
  append_label (card, state, "caption");

  if (reason != NULL)
    append_label (card, reason, "caption");

  if (note != NULL && *note != '\0')
    append_label (card, note, NULL);

  return card;
}

static char *
dup_topic_names (PresserDocument  *document,
                 PresserStatement *statement)
{
  const char *const *ids = presser_statement_get_topics (statement);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, ids[i]);

      if (topic == NULL)
        continue;

      if (names->len > 0)
        g_string_append (names, ", ");

      g_string_append (names, presser_topic_get_label (topic));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * presser_transcript_card_dup_description: (skip)
 * @document: the document
 * @statement: one of its statements
 *
 * Returns: (transfer full): what the card says, as one sentence
 */
char *
presser_transcript_card_dup_description (PresserDocument  *document,
                                         PresserStatement *statement)
{
  PresserSpeaker  *speaker = find_speaker (document, statement);
  const char      *name = speaker != NULL ? presser_speaker_get_name (speaker) : _ ("Nobody named");
  g_autofree char *topics = dup_topic_names (document, statement);
  g_autofree char *state = dup_state (statement);

  if (*topics == '\0')
    /* Translators: read aloud. A speaker's name; “Direct · Draft · On the record” */
    return g_strdup_printf (_ ("Statement of %s, no topic. %s"), name, state);

  /* Translators: read aloud. A speaker's name; names of topics; “Direct · Draft · On the record” */
  return g_strdup_printf (_ ("Statement of %s on %s. %s"), name, topics, state);
}

/* By key only the current one: it is what the keys act on. */
static GPtrArray *
dup_at (PresserTranscript *transcript,
        int                x,
        int                y,
        gboolean           is_keyboard)
{
  PresserStatement *current = presser_transcript_get_current (transcript);
  GPtrArray        *statements;

  if (!is_keyboard)
    return presser_transcript_dup_statements_at (transcript, x, y);

  statements = g_ptr_array_new_with_free_func (g_object_unref);

  if (current != NULL)
    g_ptr_array_add (statements, g_object_ref (current));

  return statements;
}

/* One below the other, the innermost first. */
static GtkWidget *
make_cards (PresserDocument *document,
            GPtrArray       *statements)
{
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  for (guint i = 0; i < MIN (statements->len, MAX_CARDS); i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (cards), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));

      gtk_box_append (GTK_BOX (cards), presser_transcript_card_new (document, statements->pdata[i]));
    }

  if (statements->len > MAX_CARDS)
    {
      guint            n_more = statements->len - MAX_CARDS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      append_label (cards, more, "caption");
    }

  return cards;
}

/**
 * presser_transcript_card_query_tooltip: (skip)
 * @widget: a transcript view
 * @x: where the pointer is, in widget coordinates
 * @y: where the pointer is
 * @is_keyboard: whether the tooltip was asked for by a key, and is of the current statement
 * @tooltip: where to put the card
 *
 * What the view's class does when it is asked for a tooltip.
 *
 * Returns: whether there is one
 */
gboolean
presser_transcript_card_query_tooltip (GtkWidget  *widget,
                                       int         x,
                                       int         y,
                                       gboolean    is_keyboard,
                                       GtkTooltip *tooltip)
{
  PresserTranscript *transcript = PRESSER_TRANSCRIPT (widget);
  g_autoptr (GPtrArray) statements = dup_at (transcript, x, y, is_keyboard);

  if (statements->len == 0)
    return presser_transcript_asides_query_tooltip (GTK_TEXT_VIEW (widget), x, y, tooltip);

  gtk_tooltip_set_custom (tooltip, make_cards (presser_transcript_get_document (transcript), statements));
  return TRUE;
}
