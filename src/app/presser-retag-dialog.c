/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-retag-dialog.h"

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-retag.h"
#include "presser-statement-row.h"
#include "presser-swatch.h"

typedef enum
{
  TOPIC_LEFT,
  TOPIC_ADDED,
  TOPIC_REMOVED,
} TopicChoice;

struct _PresserRetagDialog
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkWidget   *apply_button;
  GtkDropDown *speaker_drop_down;
  GtkDropDown *kind_drop_down;
  GtkDropDown *status_drop_down;
  GtkListBox  *topics;
  GtkLabel    *count_label;
  GtkListView *preview;

  /* Owned. */
  PresserDocument *document;
  GListStore      *statements; /* of PresserStatement */
  GHashTable      *left_out;   /* set of char *: ids */
  GPtrArray       *speakers;   /* of char *: ids, behind the first two choices */
  GPtrArray       *topic_ids;  /* of char *: one a row of topics */
};

G_DEFINE_FINAL_TYPE (PresserRetagDialog, presser_retag_dialog, ADW_TYPE_WINDOW)

static TopicChoice
get_choice (PresserRetagDialog *self,
            guint               index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->topics, (int) index);

  return (TopicChoice) gtk_drop_down_get_selected (g_object_get_data (G_OBJECT (row), "choice"));
}

static GStrv
dup_topics (PresserRetagDialog *self,
            TopicChoice         choice)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; i < self->topic_ids->len; i++)
    if (get_choice (self, i) == choice)
      g_strv_builder_add (builder, self->topic_ids->pdata[i]);
  return g_strv_builder_end (builder);
}

/* The lists in it are the caller's; see retag_clear(). */
static void
read_retag (PresserRetagDialog *self,
            PresserRetag       *retag)
{
  guint speaker = gtk_drop_down_get_selected (self->speaker_drop_down);

  retag->sets_speaker = speaker > 0;
  retag->speaker = speaker > 1 ? self->speakers->pdata[speaker - 2] : NULL;
  retag->adds = dup_topics (self, TOPIC_ADDED);
  retag->removes = dup_topics (self, TOPIC_REMOVED);
  retag->kind = (int) gtk_drop_down_get_selected (self->kind_drop_down) - 1;
  retag->status = (int) gtk_drop_down_get_selected (self->status_drop_down) - 1;
}

static void
retag_clear (PresserRetag *retag)
{
  g_strfreev (retag->adds);
  g_strfreev (retag->removes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresserRetag, retag_clear)

static char *
dup_tags (PresserRetagDialog *self,
          PresserStatement   *statement)
{
  const char      *id = presser_statement_get_speaker (statement);
  PresserSpeaker  *speaker = id != NULL ? presser_document_get_speaker (self->document, id) : NULL;
  g_autofree char *topics = presser_statement_row_dup_topics (self->document, statement);
  const char      *name = speaker != NULL ? presser_speaker_get_name (speaker) : _ ("Nobody named");

  return g_strjoin (" · ", name, presser_kind_get_label (presser_statement_get_kind (statement)),
                    presser_status_get_label (presser_statement_get_status (statement)),
                    *topics != '\0' ? topics : NULL, NULL);
}

static gboolean
is_left_out (PresserRetagDialog *self,
             PresserStatement   *statement)
{
  return g_hash_table_contains (self->left_out, presser_statement_get_id (statement));
}

static guint
count_changes (PresserRetagDialog *self,
               const PresserRetag *retag)
{
  guint n_changes = 0;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->statements)); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (G_LIST_MODEL (self->statements), i);
      g_autoptr (PresserStatement) changed = presser_retag_dup_changed (retag, statement);

      n_changes += changed != NULL && !is_left_out (self, statement);
    }
  return n_changes;
}

static void
refresh_count (PresserRetagDialog *self)
{
  g_auto (PresserRetag) retag = { 0 };
  guint            n_changes;
  g_autofree char *text = NULL;

  read_retag (self, &retag);
  n_changes = count_changes (self, &retag);
  text = g_strdup_printf (ngettext ("%u statement changes", "%u statements change", n_changes), n_changes);
  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_sensitive (self->apply_button, n_changes > 0);
}

static void
show_row (PresserRetagDialog *self,
          GtkListItem        *item)
{
  PresserStatement *statement = gtk_list_item_get_item (item);
  GtkWidget        *box = gtk_list_item_get_child (item);
  GtkWidget        *check = gtk_widget_get_first_child (box);
  GtkWidget        *labels = gtk_widget_get_next_sibling (check);
  GtkWidget        *line = gtk_widget_get_first_child (labels);
  g_auto (PresserRetag) retag = { 0 };
  g_autoptr (PresserStatement) changed = NULL;
  g_autofree char *quote = presser_statement_row_dup_line (self->document, statement);
  g_autofree char *before = dup_tags (self, statement);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  read_retag (self, &retag);
  changed = presser_retag_dup_changed (&retag, statement);
  after = changed != NULL ? dup_tags (self, changed) : NULL;
  /* Translators: tags before and after a change */
  text = after != NULL ? g_strdup_printf (_ ("%s → %s"), before, after) : g_strdup (before);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !is_left_out (self, statement));
  gtk_label_set_text (GTK_LABEL (line), quote);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (line)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
}

static void
toggled_cb (GtkCheckButton *check,
            GtkListItem    *item)
{
  PresserRetagDialog *self = PRESSER_RETAG_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (check), PRESSER_TYPE_RETAG_DIALOG));
  PresserStatement   *statement = gtk_list_item_get_item (item);

  if (self == NULL || statement == NULL || gtk_check_button_get_active (check) == !is_left_out (self, statement))
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, presser_statement_get_id (statement));
  else
    g_hash_table_add (self->left_out, g_strdup (presser_statement_get_id (statement)));
  refresh_count (self);
}

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
row_set_up_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_hexpand (labels, TRUE);
  gtk_box_append (GTK_BOX (labels), make_line (NULL));
  gtk_box_append (GTK_BOX (labels), make_line ("caption"));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), labels);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
row_bound_cb (PresserRetagDialog *self,
              GtkListItem        *item)
{
  show_row (self, item);
}

/* Rows are bound anew: each says what would become of it. */
static void
changed_cb (PresserRetagDialog *self)
{
  guint n_statements = g_list_model_get_n_items (G_LIST_MODEL (self->statements));

  g_list_model_items_changed (G_LIST_MODEL (self->statements), 0, n_statements, n_statements);
  refresh_count (self);
}

static void
say_done (PresserRetagDialog *self,
          guint               n_changed)
{
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *message = g_strdup_printf (ngettext ("%u statement changed", "%u statements changed", n_changed), n_changed);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.offer-undo", "s", message);
}

static void
apply_cb (PresserRetagDialog *self)
{
  g_auto (PresserRetag) retag = { 0 };
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  read_retag (self, &retag);
  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->statements)); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (G_LIST_MODEL (self->statements), i);

      if (!is_left_out (self, statement))
        g_ptr_array_add (chosen, g_steal_pointer (&statement));
    }
  say_done (self, presser_retag_perform (&retag, self->document, chosen));
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_speakers (PresserRetagDialog *self)
{
  GListModel *speakers = presser_document_get_speakers (self->document);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i;

  gtk_string_list_append (names, _ ("Leave as It Is"));
  gtk_string_list_append (names, _ ("Nobody named"));
  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);

      gtk_string_list_append (names, presser_speaker_get_name (speaker));
      g_ptr_array_add (self->speakers, g_strdup (presser_speaker_get_id (speaker)));
    }
  gtk_drop_down_set_model (self->speaker_drop_down, G_LIST_MODEL (names));
}

static void
fill_kinds (PresserRetagDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);
  guint i;

  gtk_string_list_append (kinds, _ ("Leave as It Is"));
  for (i = 0; i <= PRESSER_KIND_MIXED; i++)
    gtk_string_list_append (kinds, presser_kind_get_label ((PresserKind) i));
  gtk_string_list_append (statuses, _ ("Leave as It Is"));
  for (i = 0; i <= PRESSER_STATUS_VERIFIED; i++)
    gtk_string_list_append (statuses, presser_status_get_label ((PresserStatus) i));
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->status_drop_down, G_LIST_MODEL (statuses));
}

static void
add_topic (PresserRetagDialog *self,
           PresserTopic       *topic)
{
  const char *choices[] = { _ ("Leave"), _ ("Add"), _ ("Take Away"), NULL };
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget  *swatch = presser_swatch_new (PRESSER_SWATCH_SQUARE);
  GtkWidget  *label = make_line (NULL);
  GtkWidget  *choice = gtk_drop_down_new_from_strings (choices);

  presser_swatch_set (PRESSER_SWATCH (swatch), presser_palette_find_topic (self->document, presser_topic_get_id (topic)), NULL, FALSE);
  gtk_label_set_text (GTK_LABEL (label), presser_topic_get_label (topic));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, presser_topic_get_label (topic), -1);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->topics, row);
  g_ptr_array_add (self->topic_ids, g_strdup (presser_topic_get_id (topic)));
}

static void
fill_topics (PresserRetagDialog *self)
{
  GListModel *topics = presser_document_get_topics (self->document);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      add_topic (self, topic);
    }
}

static void
fill_preview (PresserRetagDialog *self,
              GPtrArray          *statements)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->statements)));

  g_list_store_splice (self->statements, 0, 0, statements->pdata, statements->len);
  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->preview, factory);
  gtk_list_view_set_model (self->preview, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * presser_retag_dialog_present:
 * @parent: the window
 * @document: a document
 * @statements: (element-type PresserStatement): statements of it
 */
void
presser_retag_dialog_present (GtkWindow       *parent,
                              PresserDocument *document,
                              GPtrArray       *statements)
{
  PresserRetagDialog *self = g_object_new (PRESSER_TYPE_RETAG_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  fill_speakers (self);
  fill_kinds (self);
  fill_topics (self);
  fill_preview (self, statements);
  g_signal_connect_object (self->speaker_drop_down, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind_drop_down, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status_drop_down, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh_count (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->speaker_drop_down));
  gtk_window_present (GTK_WINDOW (self));
}

static void
presser_retag_dialog_dispose (GObject *object)
{
  PresserRetagDialog *self = PRESSER_RETAG_DIALOG (object);

  if (self->preview != NULL)
    gtk_list_view_set_model (self->preview, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_RETAG_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->statements);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->speakers, g_ptr_array_unref);
  g_clear_pointer (&self->topic_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_retag_dialog_parent_class)->dispose (object);
}

static void
presser_retag_dialog_class_init (PresserRetagDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_retag_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-retag-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, speaker_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, status_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, topics);
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, PresserRetagDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
presser_retag_dialog_init (PresserRetagDialog *self)
{
  self->statements = g_list_store_new (PRESSER_TYPE_STATEMENT);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->speakers = g_ptr_array_new_with_free_func (g_free);
  self->topic_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply_button);
}
