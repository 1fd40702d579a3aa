/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-notice.h"

#include "presser-accessible.h"
#include "presser-children.h"

struct _PresserNotice
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkRevealer *revealer;
  GtkLabel    *title_label;
  GtkLabel    *details_label;
  GtkBox      *buttons;
};

G_DEFINE_FINAL_TYPE (PresserNotice, presser_notice, GTK_TYPE_WIDGET)

static void
remove_buttons (PresserNotice *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)))
    gtk_box_remove (self->buttons, child);
}

static void
add_button (PresserNotice             *self,
            const PresserNoticeButton *description)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (description->label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), description->action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (presser_notice_hide), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->buttons, button);
}

/**
 * presser_notice_show:
 * @self: a notice
 * @title: what is wrong
 * @details: (nullable): where, why and what can be done
 * @buttons: (nullable): ended by one without label; each takes the notice away
 */
void
presser_notice_show (PresserNotice             *self,
                     const char                *title,
                     const char                *details,
                     const PresserNoticeButton *buttons)
{
  g_return_if_fail (PRESSER_IS_NOTICE (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->details_label, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), details != NULL);
  remove_buttons (self);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), buttons != NULL);
  for (; buttons != NULL && buttons->label != NULL; buttons++)
    add_button (self, buttons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details != NULL ? details : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * presser_notice_hide:
 * @self: a notice
 */
void
presser_notice_hide (PresserNotice *self)
{
  g_return_if_fail (PRESSER_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
child_revealed_cb (PresserNotice *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
presser_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PRESSER_TYPE_NOTICE);
  presser_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (presser_notice_parent_class)->dispose (object);
}

static void
presser_notice_class_init (PresserNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_notice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, PresserNotice, title_label);
  gtk_widget_class_bind_template_child (widget_class, PresserNotice, details_label);
  gtk_widget_class_bind_template_child (widget_class, PresserNotice, buttons);
  gtk_widget_class_bind_template_callback (widget_class, presser_notice_hide);
}

static void
presser_notice_init (PresserNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (child_revealed_cb), self,
                           G_CONNECT_SWAPPED);
}
