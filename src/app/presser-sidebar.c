/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-sidebar.h"

#include "presser-accessible.h"
#include "presser-children.h"
#include "presser-tag-editor.h"
#include "presser-tag-row.h"
#include "presser-tag.h"

struct _PresserSidebar
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkListBox *speakers;
  GtkListBox *topics;
  GtkWidget  *add_speaker_button;
  GtkWidget  *add_topic_button;

  /* Owned. */
  PresserDocument *document;
  GHashTable      *collapsed; /* set of char *: ids of topics whose sub-topics are hidden */
  GSignalGroup    *statement_signals;
  GSignalGroup    *speaker_signals;
  GSignalGroup    *topic_signals;

  guint refresh_id; /* source of a refresh to come, or 0 */
};

G_DEFINE_FINAL_TYPE (PresserSidebar, presser_sidebar, GTK_TYPE_WIDGET)

static gboolean
is_collapsed (PresserSidebar *self,
              GObject        *tag)
{
  return g_hash_table_contains (self->collapsed, presser_tag_get_id (tag));
}

static gboolean
is_shown (PresserSidebar *self,
          GObject        *tag)
{
  PresserTopic *topic = PRESSER_IS_TOPIC (tag) ? PRESSER_TOPIC (tag) : NULL;

  while (topic != NULL && presser_topic_get_parent (topic) != NULL)
    {
      if (g_hash_table_contains (self->collapsed, presser_topic_get_parent (topic)))
        return FALSE;
      topic = presser_document_get_topic (self->document, presser_topic_get_parent (topic));
    }
  return TRUE;
}

static void
refresh_rows (PresserSidebar *self,
              GtkListBox     *list)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GObject *tag;

      if (!PRESSER_IS_TAG_ROW (row))
        continue;
      tag = presser_tag_row_get_tag (PRESSER_TAG_ROW (row));
      presser_tag_row_refresh (PRESSER_TAG_ROW (row), is_collapsed (self, tag));
      gtk_widget_set_visible (row, is_shown (self, tag));
    }
}

static gboolean
refresh_idle (gpointer data)
{
  PresserSidebar *self = PRESSER_SIDEBAR (data);

  self->refresh_id = 0;
  refresh_rows (self, self->speakers);
  refresh_rows (self, self->topics);
  return G_SOURCE_REMOVE;
}

/* However many statements change in one step, rows are counted anew once. */
static void
queue_refresh (PresserSidebar *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_idle, self, NULL);
}

static void
expanded_toggled_cb (PresserSidebar *self,
                     PresserTagRow  *row)
{
  GObject *tag = presser_tag_row_get_tag (row);

  if (is_collapsed (self, tag))
    g_hash_table_remove (self->collapsed, presser_tag_get_id (tag));
  else
    g_hash_table_add (self->collapsed, g_strdup (presser_tag_get_id (tag)));
  queue_refresh (self);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  PresserSidebar *self = PRESSER_SIDEBAR (data);
  GtkWidget      *row = presser_tag_row_new (self->document, G_OBJECT (item));

  g_signal_connect_object (row, "toggle-expanded", G_CALLBACK (expanded_toggled_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
row_activated_cb (PresserSidebar *self,
                  GtkListBoxRow  *row)
{
  GObject *tag = presser_tag_row_get_tag (PRESSER_TAG_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self),
                              presser_tag_is_speaker (tag) ? "win.apply-speaker" : "win.apply-topic",
                              "s", presser_tag_get_id (tag));
}

/**
 * presser_sidebar_add_speaker:
 * @self: the sidebar
 *
 * Asks for a new speaker's name.
 */
void
presser_sidebar_add_speaker (PresserSidebar *self)
{
  g_return_if_fail (PRESSER_IS_SIDEBAR (self));

  presser_tag_editor_open_new (self->add_speaker_button, self->document, PRESSER_TYPE_SPEAKER);
}

/**
 * presser_sidebar_add_topic:
 * @self: the sidebar
 *
 * Asks for a new topic's name.
 */
void
presser_sidebar_add_topic (PresserSidebar *self)
{
  g_return_if_fail (PRESSER_IS_SIDEBAR (self));

  presser_tag_editor_open_new (self->add_topic_button, self->document, PRESSER_TYPE_TOPIC);
}

/**
 * presser_sidebar_set_document:
 * @self: the sidebar
 * @document: (nullable): whose speakers and topics to show
 */
void
presser_sidebar_set_document (PresserSidebar  *self,
                              PresserDocument *document)
{
  g_return_if_fail (PRESSER_IS_SIDEBAR (self));

  gtk_list_box_bind_model (self->speakers, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->topics, NULL, NULL, NULL, NULL);
  g_hash_table_remove_all (self->collapsed);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->statement_signals, document != NULL ? presser_document_get_statements (document) : NULL);
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, document != NULL ? presser_document_get_topics (document) : NULL);
  if (document == NULL)
    return;

  gtk_list_box_bind_model (self->speakers, presser_document_get_speakers (document), create_row, self, NULL);
  gtk_list_box_bind_model (self->topics, presser_document_get_topics (document), create_row, self, NULL);
}

static GSignalGroup *
follow_list (PresserSidebar *self)
{
  GSignalGroup *group = g_signal_group_new (G_TYPE_LIST_MODEL);

  g_signal_group_connect_swapped (group, "items-changed", G_CALLBACK (queue_refresh), self);
  return group;
}

static void
presser_sidebar_dispose (GObject *object)
{
  PresserSidebar *self = PRESSER_SIDEBAR (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->statement_signals);
  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_SIDEBAR);
  presser_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->document);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);

  G_OBJECT_CLASS (presser_sidebar_parent_class)->dispose (object);
}

static void
presser_sidebar_class_init (PresserSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_sidebar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserSidebar, speakers);
  gtk_widget_class_bind_template_child (widget_class, PresserSidebar, topics);
  gtk_widget_class_bind_template_child (widget_class, PresserSidebar, add_speaker_button);
  gtk_widget_class_bind_template_child (widget_class, PresserSidebar, add_topic_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, presser_sidebar_add_speaker);
  gtk_widget_class_bind_template_callback (widget_class, presser_sidebar_add_topic);
}

static void
presser_sidebar_init (PresserSidebar *self)
{
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->statement_signals = follow_list (self);
  self->speaker_signals = follow_list (self);
  self->topic_signals = follow_list (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
}
