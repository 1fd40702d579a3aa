/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-marker.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-children.h"
#include "presser-palette.h"
#include "presser-swatch.h"
#include "presser-tag.h"
#include "presser-wrap-layout.h"

struct _PresserMarker
{
  GtkWidget parent_instance;

  GtkWidget *bar;  /* child */
  GtkWidget *tags; /* in it */

  /* Owned. */
  PresserDocument *document;
  char            *speaker; /* id, or NULL */
  GPtrArray       *topics;  /* of char *: ids; ends with NULL */
  GSignalGroup    *speaker_signals;
  GSignalGroup    *topic_signals;
};

G_DEFINE_FINAL_TYPE (PresserMarker, presser_marker, GTK_TYPE_WIDGET)

static void
append_tag (PresserMarker *self,
            GObject       *tag)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean         is_speaker = presser_tag_is_speaker (tag);
  GtkWidget       *swatch = presser_swatch_new (is_speaker ? PRESSER_SWATCH_DOT : PRESSER_SWATCH_SQUARE);
  GtkWidget       *label = gtk_label_new (presser_tag_get_name (tag));
  g_autofree char *initials = presser_tag_dup_initials (tag);

  presser_swatch_set (PRESSER_SWATCH (swatch), presser_tag_get_palette_place (tag, self->document),
                      is_speaker ? initials : NULL, FALSE);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "marker-tag");
  gtk_widget_set_parent (box, self->tags);
}

static void
append_hint (PresserMarker *self)
{
  GtkWidget *label = gtk_label_new (presser_marker_is_empty (self)
                                        ? _ ("Choose a speaker by number, topics by Alt and letter")
                                        : _ ("Everything selected is tagged so"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "marker-tag");
  gtk_widget_set_parent (label, self->tags);
}

/* What is no more in the document is not in the marker either. */
static void
drop_unknown (PresserMarker *self)
{
  guint i;

  if (self->speaker != NULL && presser_document_get_speaker (self->document, self->speaker) == NULL)
    g_clear_pointer (&self->speaker, g_free);
  for (i = self->topics->len - 1; i > 0; i--)
    if (presser_document_get_topic (self->document, self->topics->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (self->topics, i - 1);
}

static void
refresh (PresserMarker *self)
{
  guint i;

  if (self->document == NULL)
    return;
  drop_unknown (self);
  presser_children_remove (self->tags);
  if (self->speaker != NULL)
    append_tag (self, G_OBJECT (presser_document_get_speaker (self->document, self->speaker)));
  for (i = 0; i + 1 < self->topics->len; i++)
    append_tag (self, G_OBJECT (presser_document_get_topic (self->document, self->topics->pdata[i])));
  append_hint (self);
}

static void
clear (PresserMarker *self)
{
  g_clear_pointer (&self->speaker, g_free);
  g_ptr_array_set_size (self->topics, 0);
  g_ptr_array_add (self->topics, NULL);
}

/**
 * presser_marker_set_document:
 * @self: the marker
 * @document: (nullable): whose speakers and topics it holds
 *
 * Puts the marker down.
 */
void
presser_marker_set_document (PresserMarker   *self,
                             PresserDocument *document)
{
  g_return_if_fail (PRESSER_IS_MARKER (self));

  presser_marker_put_down (self);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->speaker_signals, document != NULL ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, document != NULL ? presser_document_get_topics (document) : NULL);
}

/**
 * presser_marker_take_up:
 * @self: the marker
 * @model: (nullable): whose speaker and topics to take
 */
void
presser_marker_take_up (PresserMarker    *self,
                        PresserStatement *model)
{
  const char *const *topics;

  g_return_if_fail (PRESSER_IS_MARKER (self));

  clear (self);
  if (model != NULL)
    {
      self->speaker = g_strdup (presser_statement_get_speaker (model));
      for (topics = presser_statement_get_topics (model); *topics != NULL; topics++)
        g_ptr_array_insert (self->topics, (int) self->topics->len - 1, g_strdup (*topics));
    }
  refresh (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * presser_marker_put_down:
 * @self: the marker
 */
void
presser_marker_put_down (PresserMarker *self)
{
  g_return_if_fail (PRESSER_IS_MARKER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear (self);
}

/**
 * presser_marker_is_in_hand:
 * @self: the marker
 *
 * Returns: whether what is selected is to be tagged
 */
gboolean
presser_marker_is_in_hand (PresserMarker *self)
{
  g_return_val_if_fail (PRESSER_IS_MARKER (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * presser_marker_toggle_speaker:
 * @self: the marker
 * @speaker_id: of a speaker of the document; the same again takes it away
 */
void
presser_marker_toggle_speaker (PresserMarker *self,
                               const char    *speaker_id)
{
  g_autofree char *before = NULL;

  g_return_if_fail (PRESSER_IS_MARKER (self));

  before = g_steal_pointer (&self->speaker);
  if (g_strcmp0 (before, speaker_id) != 0)
    self->speaker = g_strdup (speaker_id);
  refresh (self);
}

/**
 * presser_marker_toggle_topic:
 * @self: the marker
 * @topic_id: of a topic of the document; the same again takes it away
 */
void
presser_marker_toggle_topic (PresserMarker *self,
                             const char    *topic_id)
{
  guint i;

  g_return_if_fail (PRESSER_IS_MARKER (self));

  for (i = 0; i + 1 < self->topics->len && !g_str_equal (self->topics->pdata[i], topic_id); i++)
    ;
  if (i + 1 < self->topics->len)
    g_ptr_array_remove_index (self->topics, i);
  else
    g_ptr_array_insert (self->topics, (int) self->topics->len - 1, g_strdup (topic_id));
  refresh (self);
}

/**
 * presser_marker_get_speaker:
 * @self: the marker
 *
 * Returns: (transfer none) (nullable): the id of its speaker
 */
const char *
presser_marker_get_speaker (PresserMarker *self)
{
  g_return_val_if_fail (PRESSER_IS_MARKER (self), NULL);

  return self->speaker;
}

/**
 * presser_marker_get_topics:
 * @self: the marker
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of its topics
 */
const char *const *
presser_marker_get_topics (PresserMarker *self)
{
  g_return_val_if_fail (PRESSER_IS_MARKER (self), NULL);

  return (const char *const *) self->topics->pdata;
}

/**
 * presser_marker_is_empty:
 * @self: the marker
 *
 * Returns: whether it has neither speaker nor topic
 */
gboolean
presser_marker_is_empty (PresserMarker *self)
{
  g_return_val_if_fail (PRESSER_IS_MARKER (self), TRUE);

  return self->speaker == NULL && self->topics->len == 1;
}

static void
presser_marker_dispose (GObject *object)
{
  PresserMarker *self = PRESSER_MARKER (object);

  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  if (self->tags != NULL)
    presser_children_remove (self->tags);
  self->tags = NULL;
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->speaker, g_free);
  g_clear_pointer (&self->topics, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_marker_parent_class)->dispose (object);
}

static void
presser_marker_class_init (PresserMarkerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_marker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GSignalGroup *
follow_list (PresserMarker *self)
{
  GSignalGroup *group = g_signal_group_new (G_TYPE_LIST_MODEL);

  g_signal_group_connect_swapped (group, "items-changed", G_CALLBACK (refresh), self);
  return group;
}

static GtkWidget *
make_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Put the Marker Down (M)"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.marker");
  return button;
}

static void
fill_bar (PresserMarker *self)
{
  GtkWidget *title = gtk_label_new (_ ("Marker"));

  gtk_widget_add_css_class (title, "pane-title");
  self->tags = g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_layout_manager (self->tags, g_object_new (PRESSER_TYPE_WRAP_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (self->bar), title);
  gtk_box_append (GTK_BOX (self->bar), self->tags);
  gtk_box_append (GTK_BOX (self->bar), make_button ());
}

static void
presser_marker_init (PresserMarker *self)
{
  self->topics = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->topics, NULL);
  self->speaker_signals = follow_list (self);
  self->topic_signals = follow_list (self);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->bar, "marker");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  fill_bar (self);
  presser_accessible_name_buttons (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Marker"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
