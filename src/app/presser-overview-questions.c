/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-overview-questions.h"

#include <glib/gi18n-lib.h>

/* Characters of a question that can fit into a row. */
#define LINE_LENGTH 160

#define LIST_HEIGHT 320

/* What the rows are made from, as it was when the list was. */
typedef struct
{
  PresserDocument *document;
  PresserOverview *overview;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  presser_overview_free (source->overview);
  g_object_unref (source->document);
  g_free (source);
}

static const PresserOverviewExchange *
get_exchange (Source      *source,
              GtkListItem *item)
{
  return presser_overview_get_exchange (source->overview, gtk_list_item_get_position (item));
}

static GtkWidget *
add_label (GtkWidget  *box,
           gboolean    expands,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expands);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
row_set_up_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_width_chars (GTK_LABEL (add_label (box, FALSE, "dim-label")), 5);
  add_label (box, TRUE, NULL);
  add_label (box, FALSE, "dim-label");
  gtk_list_item_set_child (item, box);
}

static char *
dup_line (Source *source,
          guint   paragraph)
{
  PresserRange range = presser_document_get_paragraph_range (source->document, paragraph);
  char        *line;

  range.end = MIN (range.end, range.start + LINE_LENGTH);
  line = presser_text_dup_slice (presser_document_get_text (source->document), range);
  return g_strdelimit (line, "\n\t", ' ');
}

/* Who answered, and how much of it is tagged. */
static char *
dup_outcome (Source                        *source,
             const PresserOverviewExchange *exchange)
{
  PresserParagraph *answer;
  PresserSpeaker   *speaker;
  const char       *id;
  g_autofree char  *statements = NULL;

  if (exchange->answer == G_MAXUINT)
    return g_strdup (_ ("no answer"));
  answer = presser_document_get_paragraph (source->document, exchange->answer);
  id = presser_paragraph_get_speaker (answer);
  speaker = id != NULL ? presser_document_get_speaker (source->document, id) : NULL;
  statements = exchange->n_statements > 0 ? g_strdup_printf (ngettext ("%u statement", "%u statements", exchange->n_statements),
                                                             exchange->n_statements)
                                          : g_strdup (_ ("nothing tagged"));
  /* Translators: who answered a question, and how many statements of the answer are tagged */
  return g_strdup_printf (_ ("%s · %s"), speaker != NULL ? presser_speaker_get_name (speaker) : _ ("nobody named"), statements);
}

static void
row_bound_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            data)
{
  Source                        *source = data;
  const PresserOverviewExchange *exchange = get_exchange (source, item);
  GtkWidget                     *place = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget                     *question = gtk_widget_get_next_sibling (place);
  g_autofree char               *number = g_strdup_printf ("¶%u", exchange->question + 1);
  g_autofree char               *line = dup_line (source, exchange->question);
  g_autofree char               *outcome = dup_outcome (source, exchange);

  gtk_label_set_text (GTK_LABEL (place), number);
  gtk_label_set_text (GTK_LABEL (question), line);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (question)), outcome);
}

static void
activated_cb (GtkListView *view,
              guint        position,
              gpointer     data)
{
  Source *source = data;

  gtk_widget_activate_action (GTK_WIDGET (view), "win.go-to-paragraph", "u",
                              presser_overview_get_exchange (source->overview, position)->question);
}

/**
 * presser_overview_make_questions:
 * @document: a document
 * @overview: (transfer full): what is to be seen of it
 *
 * Returns: (transfer floating) (nullable): its questions; %NULL if there are none
 */
GtkWidget *
presser_overview_make_questions (PresserDocument *document,
                                 PresserOverview *overview)
{
  Source             *source = g_new0 (Source, 1);
  GtkListItemFactory *factory;
  GtkStringList      *rows;
  GtkWidget          *view;
  GtkWidget          *scroller;

  source->document = g_object_ref (document);
  source->overview = overview;
  if (presser_overview_get_n_exchanges (overview) == 0)
    {
      source_free (source);
      return NULL;
    }

  /* A row knows its place; what stands there is the overview's knowledge. */
  rows = gtk_string_list_new (NULL);
  for (guint i = 0; i < presser_overview_get_n_exchanges (overview); i++)
    gtk_string_list_append (rows, "");
  factory = gtk_signal_list_item_factory_new ();
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))), factory);
  g_object_set_data_full (G_OBJECT (factory), "source", source, source_free);
  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), source);
  g_signal_connect (view, "activate", G_CALLBACK (activated_cb), source);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "questions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions and answers"), -1);

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}
