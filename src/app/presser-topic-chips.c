/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-topic-chips.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-children.h"
#include "presser-palette.h"
#include "presser-swatch.h"
#include "presser-wrap-layout.h"

struct _PresserTopicChips
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PresserTopicChips, presser_topic_chips, GTK_TYPE_WIDGET)

static GtkWidget *
make_remove_button (PresserTopic *topic)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a topic */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove “%s”"), presser_topic_get_label (topic));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.toggle-topic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", presser_topic_get_id (topic));
  return button;
}

static GtkWidget *
make_chip (PresserDocument *document,
           PresserTopic    *topic)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = presser_swatch_new (PRESSER_SWATCH_SQUARE);
  GtkWidget *label = gtk_label_new (presser_topic_get_label (topic));

  presser_swatch_set (PRESSER_SWATCH (swatch), presser_palette_find_topic (document, presser_topic_get_id (topic)),
                      NULL, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (chip, "chip");
  gtk_box_append (GTK_BOX (chip), swatch);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), make_remove_button (topic));
  return chip;
}

static void
add_plus (PresserTopicChips *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, _ ("Add Topic"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.add-topic");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/**
 * presser_topic_chips_show:
 * @self: the chips
 * @document: a document
 * @statement: whose topics to show
 */
void
presser_topic_chips_show (PresserTopicChips *self,
                          PresserDocument   *document,
                          PresserStatement  *statement)
{
  const char *const *ids;

  g_return_if_fail (PRESSER_IS_TOPIC_CHIPS (self));

  presser_children_remove (GTK_WIDGET (self));
  for (ids = presser_statement_get_topics (statement); *ids != NULL; ids++)
    {
      PresserTopic *topic = presser_document_get_topic (document, *ids);

      if (topic != NULL)
        gtk_widget_set_parent (make_chip (document, topic), GTK_WIDGET (self));
    }
  add_plus (self);
  presser_accessible_name_buttons (GTK_WIDGET (self));
}

static void
presser_topic_chips_dispose (GObject *object)
{
  presser_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (presser_topic_chips_parent_class)->dispose (object);
}

static void
presser_topic_chips_class_init (PresserTopicChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_topic_chips_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, PRESSER_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
presser_topic_chips_init (PresserTopicChips *self)
{
}
