/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-statement-table.h"

#include <glib/gi18n-lib.h>

#include "presser-quote-drag.h"
#include "presser-statement-row.h"

struct _PresserStatementTable
{
  GtkWidget parent_instance;

  GtkWidget     *scroller; /* child */
  GtkColumnView *view;     /* in it */

  PresserDocument *document; /* owned */
};

G_DEFINE_FINAL_TYPE (PresserStatementTable, presser_statement_table, GTK_TYPE_WIDGET)

/* A cell's text, which is also what the column is sorted by. */
typedef char *(*DupText) (PresserDocument  *document,
                          PresserStatement *statement);

static char *
dup_place (PresserDocument  *document,
           PresserStatement *statement)
{
  return g_strdup_printf ("¶%u", presser_document_find_paragraph (document, presser_statement_get_extent (statement).start) + 1);
}

static char *
dup_speaker (PresserDocument  *document,
             PresserStatement *statement)
{
  const char     *id = presser_statement_get_speaker (statement);
  PresserSpeaker *speaker = id != NULL ? presser_document_get_speaker (document, id) : NULL;

  return g_strdup (speaker != NULL ? presser_speaker_get_name (speaker) : "");
}

static char *
dup_kind (PresserDocument  *document,
          PresserStatement *statement)
{
  return g_strdup (presser_kind_get_label (presser_statement_get_kind (statement)));
}

static char *
dup_status (PresserDocument  *document,
            PresserStatement *statement)
{
  return g_strdup (presser_status_get_label (presser_statement_get_status (statement)));
}

static const struct
{
  const char *title;
  DupText     dup_text; /* also what it is sorted by, unless in text order */
  gboolean    by_text_order;
  gboolean    expands;
} columns[] = {
  { N_ ("Place"), dup_place, TRUE, FALSE },
  { N_ ("Speaker"), dup_speaker, FALSE, FALSE },
  { N_ ("Topics"), presser_statement_row_dup_topics, FALSE, FALSE },
  { N_ ("Quote"), presser_statement_row_dup_line, FALSE, TRUE },
  { N_ ("Kind"), dup_kind, FALSE, FALSE },
  { N_ ("Status"), dup_status, FALSE, FALSE },
};

typedef struct
{
  PresserStatementTable *table; /* borrowed: the table owns the columns */
  guint                  index;
} Column;

static int
compare_texts (gconstpointer one,
               gconstpointer other,
               gpointer      data)
{
  Column           *column = data;
  PresserDocument  *document = column->table->document;
  PresserStatement *first = (PresserStatement *) one;
  PresserStatement *second = (PresserStatement *) other;
  g_autofree char  *a = NULL;
  g_autofree char  *b = NULL;

  if (columns[column->index].by_text_order || document == NULL)
    return presser_statement_compare (first, second);
  a = columns[column->index].dup_text (document, first);
  b = columns[column->index].dup_text (document, second);
  return g_utf8_collate (a, b);
}

static PresserStatement *
find_dragged (GtkWidget        *widget,
              double            x,
              double            y,
              PresserDocument **document)
{
  GtkWidget   *table = gtk_widget_get_ancestor (widget, PRESSER_TYPE_STATEMENT_TABLE);
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), "item");

  if (table == NULL)
    return NULL;
  *document = PRESSER_STATEMENT_TABLE (table)->document;
  return gtk_list_item_get_item (item);
}

static void
cell_set_up_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (label), "item", item); /* which owns it */
  gtk_widget_add_controller (label, presser_quote_drag_source_new (find_dragged));
}

static void
cell_bound_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            data)
{
  Column          *column = data;
  g_autofree char *text = columns[column->index].dup_text (column->table->document, gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
activated_cb (PresserStatementTable *self,
              guint                  position)
{
  g_autoptr (PresserStatement) statement = g_list_model_get_item (
      G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  if (statement != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-statement", "s", presser_statement_get_id (statement));
}

static void
column_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static Column *
make_data (PresserStatementTable *self,
           guint                  index)
{
  Column *data = g_new (Column, 1);

  *data = (Column){ self, index };
  return data;
}

static void
add_column (PresserStatementTable *self,
            guint                  index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter          *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_texts, make_data (self, index), g_free));
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ (columns[index].title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (cell_bound_cb), make_data (self, index), column_free, 0);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, columns[index].expands);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (sorter);
}

/**
 * presser_statement_table_show:
 * @self: the table
 * @document: (nullable): a document
 * @statements: (nullable): those of its statements to show
 */
void
presser_statement_table_show (PresserStatementTable *self,
                              PresserDocument       *document,
                              GListModel            *statements)
{
  GtkSortListModel  *sorted;
  GtkMultiSelection *selection;

  g_return_if_fail (PRESSER_IS_STATEMENT_TABLE (self));

  gtk_column_view_set_model (self->view, NULL);
  g_set_object (&self->document, document);
  if (statements == NULL)
    return;

  sorted = gtk_sort_list_model_new (g_object_ref (statements), g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * presser_statement_table_dup_selected:
 * @self: the table
 *
 * Returns: (transfer full) (element-type PresserStatement): what is selected, in the order of the table
 */
GPtrArray *
presser_statement_table_dup_selected (PresserStatementTable *self)
{
  GtkSelectionModel *model;
  GPtrArray         *selected = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter      iter;
  guint              position;
  g_autoptr (GtkBitset) positions = NULL;

  g_return_val_if_fail (PRESSER_IS_STATEMENT_TABLE (self), selected);

  model = gtk_column_view_get_model (self->view);
  if (model == NULL)
    return selected;
  positions = gtk_selection_model_get_selection (model);
  if (gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      g_ptr_array_add (selected, g_list_model_get_item (G_LIST_MODEL (model), position));
    while (gtk_bitset_iter_next (&iter, &position));
  return selected;
}

static void
presser_statement_table_dispose (GObject *object)
{
  PresserStatementTable *self = PRESSER_STATEMENT_TABLE (object);

  if (self->scroller != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_statement_table_parent_class)->dispose (object);
}

static void
presser_statement_table_class_init (PresserStatementTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_statement_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
presser_statement_table_init (PresserStatementTable *self)
{
  guint i;

  self->scroller = gtk_scrolled_window_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Statements"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
}
