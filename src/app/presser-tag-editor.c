/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tag-editor.h"

#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-swatch.h"
#include "presser-tag.h"
#include "presser-tagging.h"

struct _PresserTagEditor
{
  GtkPopover parent_instance;

  /* Template children. */
  GtkEditable *name_entry;
  GtkLabel    *details_label;
  GtkEditable *details_entry;
  GtkWidget   *parent_label;
  GtkDropDown *parent_drop_down;
  GtkFlowBox  *colours;
  GtkWidget   *apply_button;

  /* Owned. */
  PresserDocument *document;
  GObject         *tag;     /* NULL for a new one */
  GPtrArray       *parents; /* of char *: ids of topics, the first NULL */

  GType type; /* of the tag */
};

G_DEFINE_FINAL_TYPE (PresserTagEditor, presser_tag_editor, GTK_TYPE_POPOVER)

static char *
dup_trimmed (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* NULL for nothing, as the document wants it. */
static char *
dup_trimmed_or_null (GtkEditable *entry)
{
  g_autofree char *text = dup_trimmed (entry);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static int
get_chosen_colour (PresserTagEditor *self)
{
  g_autoptr (GList) selected = gtk_flow_box_get_selected_children (self->colours);

  return selected != NULL ? gtk_flow_box_child_get_index (selected->data) : PRESSER_COLOUR_AUTOMATIC;
}

static void
apply_speaker (PresserTagEditor *self,
               PresserSpeaker   *speaker,
               const char       *name)
{
  g_autofree char *details = dup_trimmed_or_null (self->details_entry);
  g_autoptr (PresserSpeaker) named = presser_speaker_with_name (speaker, name);
  g_autoptr (PresserSpeaker) titled = presser_speaker_with_role (named, details);
  g_autoptr (PresserSpeaker) coloured = presser_speaker_with_colour (titled, get_chosen_colour (self));

  presser_document_replace_speaker (self->document, speaker, coloured);
}

static void
apply_topic (PresserTagEditor *self,
             PresserTopic     *topic,
             const char       *name)
{
  const char      *parent = g_ptr_array_index (self->parents, gtk_drop_down_get_selected (self->parent_drop_down));
  g_autofree char *details = dup_trimmed_or_null (self->details_entry);
  g_autoptr (PresserTopic) named = presser_topic_with_label (topic, name);
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (named, details);
  g_autoptr (PresserTopic) coloured = presser_topic_with_colour (defined, get_chosen_colour (self));
  PresserTopic *there;

  presser_document_replace_topic (self->document, topic, coloured);
  there = presser_document_get_topic (self->document, presser_topic_get_id (coloured));
  if (g_strcmp0 (presser_topic_get_parent (there), parent) != 0)
    presser_document_move_topic (self->document, there, parent, G_MAXUINT);
}

static void
apply_cb (PresserTagEditor *self)
{
  PresserHistory  *history = presser_document_get_history (self->document);
  g_autofree char *name = dup_trimmed (self->name_entry);
  gboolean         is_speaker = self->type == PRESSER_TYPE_SPEAKER;
  const char      *id;

  if (*name == '\0')
    return;

  presser_history_begin (history, is_speaker ? _ ("Edit Speaker") : _ ("Edit Topic"));
  if (self->tag != NULL)
    id = presser_tag_get_id (self->tag);
  else if (is_speaker)
    id = presser_tagging_add_speaker (self->document, name);
  else
    id = presser_tagging_add_topic (self->document, name);
  if (is_speaker)
    apply_speaker (self, presser_document_get_speaker (self->document, id), name);
  else
    apply_topic (self, presser_document_get_topic (self->document, id), name);
  presser_history_end (history);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
changed_cb (PresserTagEditor *self)
{
  g_autofree char *name = dup_trimmed (self->name_entry);

  gtk_widget_set_sensitive (self->apply_button, *name != '\0');
}

static void
fill_colours (PresserTagEditor *self)
{
  PresserSwatchShape shape = self->type == PRESSER_TYPE_SPEAKER ? PRESSER_SWATCH_DOT : PRESSER_SWATCH_SQUARE;
  int                i;

  for (i = 0; i < PRESSER_PALETTE_SIZE; i++)
    {
      GtkWidget *swatch = presser_swatch_new (shape);
      GtkWidget *child = gtk_flow_box_child_new ();
      /* Translators: a colour of the palette by its number */
      g_autofree char *label = g_strdup_printf (_ ("Colour %d"), i + 1);

      presser_swatch_set (PRESSER_SWATCH (swatch), i, NULL, FALSE);
      gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), swatch);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_flow_box_append (self->colours, child);
    }
}

/* Every topic that this one may stand below: not itself and none of its own. */
static void
fill_parents (PresserTagEditor *self)
{
  GListModel *topics = presser_document_get_topics (self->document);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *own = self->tag != NULL ? presser_tag_get_id (self->tag) : NULL;
  const char *parent = NULL;
  guint       i;

  if (PRESSER_IS_TOPIC (self->tag))
    parent = presser_topic_get_parent (PRESSER_TOPIC (self->tag));

  /* Translators: a topic that belongs to no other */
  gtk_string_list_append (labels, _ ("No Other Topic"));
  g_ptr_array_add (self->parents, NULL);
  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      const char *id = presser_topic_get_id (topic);

      if (own != NULL && presser_document_topic_is_within (self->document, id, own))
        continue;
      gtk_string_list_append (labels, presser_topic_get_label (topic));
      g_ptr_array_add (self->parents, g_strdup (id));
    }
  gtk_drop_down_set_model (self->parent_drop_down, G_LIST_MODEL (labels));
  for (i = 0; i < self->parents->len; i++)
    if (g_strcmp0 (self->parents->pdata[i], parent) == 0)
      gtk_drop_down_set_selected (self->parent_drop_down, i);
}

static void
fill_fields (PresserTagEditor *self)
{
  gboolean    is_speaker = self->type == PRESSER_TYPE_SPEAKER;
  const char *details = NULL;
  int         colour;

  gtk_label_set_label (self->details_label, is_speaker ? _ ("_Role") : _ ("_Definition"));
  gtk_widget_set_visible (self->parent_label, !is_speaker);
  gtk_widget_set_visible (GTK_WIDGET (self->parent_drop_down), !is_speaker);
  gtk_button_set_label (GTK_BUTTON (self->apply_button), self->tag != NULL ? _ ("Apply") : _ ("Add"));
  if (self->tag == NULL)
    return;

  if (is_speaker)
    details = presser_speaker_get_role (PRESSER_SPEAKER (self->tag));
  else
    details = presser_topic_get_definition (PRESSER_TOPIC (self->tag));
  gtk_editable_set_text (self->name_entry, presser_tag_get_name (self->tag));
  gtk_editable_set_text (self->details_entry, details != NULL ? details : "");
  colour = presser_tag_get_palette_place (self->tag, self->document);
  if (colour >= 0)
    gtk_flow_box_select_child (self->colours, gtk_flow_box_get_child_at_index (self->colours, colour));
}

/* A popover belongs to its parent; when it has done its work it goes, but not in the middle of its own signal. */
static gboolean
unparent_idle (gpointer data)
{
  gtk_widget_unparent (GTK_WIDGET (data));
  return G_SOURCE_REMOVE;
}

static void
closed_cb (PresserTagEditor *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_idle, g_object_ref (self), g_object_unref);
}

static void
open_editor (GtkWidget       *parent,
             PresserDocument *document,
             GObject         *tag,
             GType            type)
{
  PresserTagEditor *self = g_object_new (PRESSER_TYPE_TAG_EDITOR, NULL);
  GtkWidget        *anchor = parent;

  /* A row is thrown away when its tag changes; the list stays. */
  if (GTK_IS_LIST_BOX_ROW (parent))
    anchor = gtk_widget_get_parent (parent);
  self->document = g_object_ref (document);
  self->type = type;
  g_set_object (&self->tag, tag);
  fill_colours (self);
  fill_parents (self);
  fill_fields (self);
  gtk_widget_set_parent (GTK_WIDGET (self), anchor);
  if (anchor != parent)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (parent, anchor, &bounds))
        gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
    }
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

/**
 * presser_tag_editor_open:
 * @parent: what to point at
 * @document: a document
 * @tag: one of its speakers or topics
 *
 * Lets a speaker or a topic be changed.
 */
void
presser_tag_editor_open (GtkWidget       *parent,
                         PresserDocument *document,
                         GObject         *tag)
{
  open_editor (parent, document, tag, G_OBJECT_TYPE (tag));
}

/**
 * presser_tag_editor_open_new:
 * @parent: what to point at
 * @document: a document
 * @type: %PRESSER_TYPE_SPEAKER or %PRESSER_TYPE_TOPIC
 *
 * Lets a speaker or a topic be made.
 */
void
presser_tag_editor_open_new (GtkWidget       *parent,
                             PresserDocument *document,
                             GType            type)
{
  open_editor (parent, document, NULL, type);
}

static void
presser_tag_editor_dispose (GObject *object)
{
  PresserTagEditor *self = PRESSER_TAG_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_TAG_EDITOR);
  g_clear_object (&self->document);
  g_clear_object (&self->tag);
  g_clear_pointer (&self->parents, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_tag_editor_parent_class)->dispose (object);
}

static void
presser_tag_editor_class_init (PresserTagEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_tag_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-tag-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, name_entry);
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, details_label);
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, details_entry);
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, parent_label);
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, parent_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, colours);
  gtk_widget_class_bind_template_child (widget_class, PresserTagEditor, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
presser_tag_editor_init (PresserTagEditor *self)
{
  self->parents = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->apply_button);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}
