/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement-list.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-children.h"
#include "presser-filter-completion.h"
#include "presser-statement-row.h"

struct _PresserStatementList
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkLabel    *count_label;
  GtkEditable *filter_entry;
  GtkLabel    *error_label;
  GtkListView *list_view;

  PresserFilterCompletion *completion; /* child made in code */

  /* Owned. */
  PresserDocument    *document;
  PresserFilter      *filter; /* NULL matches everything */
  GtkCustomFilter    *custom_filter;
  GtkFilterListModel *matches;
  GtkSingleSelection *selection;
  GSignalGroup       *speaker_signals;
  GSignalGroup       *topic_signals;
};

G_DEFINE_FINAL_TYPE (PresserStatementList, presser_statement_list, GTK_TYPE_WIDGET)

enum
{
  FILTER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
matches_filter (gpointer item,
                gpointer data)
{
  PresserStatementList *self = PRESSER_STATEMENT_LIST (data);

  return self->filter == NULL || self->document == NULL
         || presser_filter_matches (self->filter, self->document, PRESSER_STATEMENT (item));
}

static void
refresh_count (PresserStatementList *self)
{
  guint            n_all = self->document != NULL ? g_list_model_get_n_items (presser_document_get_statements (self->document)) : 0;
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->matches));
  g_autofree char *text = NULL;

  if (self->filter != NULL)
    /* Translators: of all statements those that match the filter */
    text = g_strdup_printf (ngettext ("%u of %u statement", "%u of %u statements", n_all), n_shown, n_all);
  else
    text = g_strdup_printf (ngettext ("%u statement", "%u statements", n_all), n_all);
  gtk_label_set_text (self->count_label, text);
}

static void
refilter (PresserStatementList *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->custom_filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (PresserStatementList *self)
{
  const char *query = gtk_editable_get_text (self->filter_entry);
  g_autoptr (GError) error = NULL;
  PresserFilter *filter = NULL;

  if (*query != '\0')
    filter = presser_filter_new (query, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  gtk_label_set_text (self->error_label, error != NULL ? error->message : "");
  if (error != NULL)
    return; /* what was there before stays in force until the query makes sense */

  g_clear_pointer (&self->filter, presser_filter_free);
  self->filter = filter;
  gtk_filter_changed (GTK_FILTER (self->custom_filter), GTK_FILTER_CHANGE_DIFFERENT);
  refresh_count (self);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
search_stopped_cb (PresserStatementList *self)
{
  if (*gtk_editable_get_text (self->filter_entry) != '\0')
    presser_statement_list_set_query (self, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", NULL);
}

static void
activated_cb (PresserStatementList *self,
              guint                 position)
{
  g_autoptr (PresserStatement) statement = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (statement != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-statement", "s", presser_statement_get_id (statement));
}

static void
row_set_up_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  gtk_list_item_set_child (item, presser_statement_row_new ());
}

static void
row_bound_cb (PresserStatementList *self,
              GtkListItem          *item)
{
  presser_statement_row_show (PRESSER_STATEMENT_ROW (gtk_list_item_get_child (item)), self->document,
                              gtk_list_item_get_item (item));
}

static void
row_unbound_cb (PresserStatementList *self,
                GtkListItem          *item)
{
  presser_statement_row_show (PRESSER_STATEMENT_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/**
 * presser_statement_list_set_document:
 * @self: the list
 * @document: (nullable): whose statements to show
 */
void
presser_statement_list_set_document (PresserStatementList *self,
                                     PresserDocument      *document)
{
  g_return_if_fail (PRESSER_IS_STATEMENT_LIST (self));

  gtk_filter_list_model_set_model (self->matches, NULL);
  g_set_object (&self->document, document);
  presser_filter_completion_set_document (self->completion, document);
  presser_statement_list_set_query (self, "");
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, document != NULL ? presser_document_get_topics (document) : NULL);
  if (document != NULL)
    gtk_filter_list_model_set_model (self->matches, presser_document_get_statements (document));
  refresh_count (self);
}

/* The list is in text order, as the document keeps it. */
static guint
find_position (PresserStatementList *self,
               PresserStatement     *statement)
{
  GListModel *model = G_LIST_MODEL (self->matches);
  guint       low = 0;
  guint       high = g_list_model_get_n_items (model);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (PresserStatement) other = g_list_model_get_item (model, middle);
      int order = presser_statement_compare (other, statement);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * presser_statement_list_set_current:
 * @self: the list
 * @statement: (nullable): what the cursor is in
 */
void
presser_statement_list_set_current (PresserStatementList *self,
                                    PresserStatement     *statement)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (PRESSER_IS_STATEMENT_LIST (self));

  if (statement != NULL)
    position = find_position (self, statement);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/**
 * presser_statement_list_get_query:
 * @self: the list
 *
 * Returns: (transfer none): what is typed as filter
 */
const char *
presser_statement_list_get_query (PresserStatementList *self)
{
  return gtk_editable_get_text (self->filter_entry);
}

/**
 * presser_statement_list_get_filter:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): the filter in force; %NULL matches everything
 */
PresserFilter *
presser_statement_list_get_filter (PresserStatementList *self)
{
  return self->filter;
}

/**
 * presser_statement_list_set_query:
 * @self: the list
 * @query: in the language of PresserFilter; empty for everything
 */
void
presser_statement_list_set_query (PresserStatementList *self,
                                  const char           *query)
{
  g_return_if_fail (PRESSER_IS_STATEMENT_LIST (self));

  if (g_str_equal (query, gtk_editable_get_text (self->filter_entry)))
    return;
  gtk_editable_set_text (self->filter_entry, query);
  search_changed_cb (self); /* at once; the entry itself waits for the typing to end */
}

/**
 * presser_statement_list_focus_filter:
 * @self: the list
 */
void
presser_statement_list_focus_filter (PresserStatementList *self)
{
  g_return_if_fail (PRESSER_IS_STATEMENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

/**
 * presser_statement_list_get_matches:
 * @self: the list
 *
 * Returns: (transfer none): the statements that match the filter, in text order
 */
GListModel *
presser_statement_list_get_matches (PresserStatementList *self)
{
  return G_LIST_MODEL (self->matches);
}

static void
presser_statement_list_dispose (GObject *object)
{
  PresserStatementList *self = PRESSER_STATEMENT_LIST (object);

  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_STATEMENT_LIST);
  presser_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->selection);
  g_clear_object (&self->matches);
  g_clear_object (&self->custom_filter);
  g_clear_object (&self->document);
  g_clear_pointer (&self->filter, presser_filter_free);

  G_OBJECT_CLASS (presser_statement_list_parent_class)->dispose (object);
}

static void
presser_statement_list_class_init (PresserStatementListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_statement_list_dispose;

  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-statement-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserStatementList, count_label);
  gtk_widget_class_bind_template_child (widget_class, PresserStatementList, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, PresserStatementList, error_label);
  gtk_widget_class_bind_template_child (widget_class, PresserStatementList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
set_up_view (PresserStatementList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->matches, "items-changed", G_CALLBACK (refresh_count), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static GSignalGroup *
follow_list (PresserStatementList *self)
{
  GSignalGroup *group = g_signal_group_new (G_TYPE_LIST_MODEL);

  g_signal_group_connect_swapped (group, "items-changed", G_CALLBACK (refilter), self);
  return group;
}

static void
presser_statement_list_init (PresserStatementList *self)
{
  self->custom_filter = gtk_custom_filter_new (matches_filter, self, NULL);
  self->matches = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->custom_filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->matches)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->speaker_signals = follow_list (self);
  self->topic_signals = follow_list (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->completion = PRESSER_FILTER_COMPLETION (presser_filter_completion_new (GTK_WIDGET (self), GTK_WIDGET (self->filter_entry)));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  set_up_view (self);
}
