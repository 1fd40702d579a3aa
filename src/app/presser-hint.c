/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-hint.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-children.h"
#include "presser-settings.h"

struct _PresserHint
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkRevealer *revealer;
  GtkBox      *steps;

  GtkLabel *labels[PRESSER_N_STEPS]; /* borrowed: children of the steps */
  gboolean  is_done[PRESSER_N_STEPS];
};

G_DEFINE_FINAL_TYPE (PresserHint, presser_hint, GTK_TYPE_WIDGET)

static const char *const texts[] = {
  [PRESSER_STEP_SELECT] = N_ ("Select what was said: drag over it, or press <b>w</b>, <b>e</b> or <b>p</b> for word, sentence, paragraph."),
  [PRESSER_STEP_TAG] = N_ ("Press <b>Enter</b>, type who said it, and <b>Enter</b> again; topics the same way."),
  [PRESSER_STEP_SAVE] = N_ ("Press <b>Ctrl+S</b>: a new file is saved beside the original, which is never changed."),
};

G_STATIC_ASSERT (G_N_ELEMENTS (texts) == PRESSER_N_STEPS);

static void
update_step (PresserHint    *self,
             PresserHintStep step)
{
  gboolean         is_done = self->is_done[step];
  g_autofree char *markup = NULL;

  if (is_done)
    markup = g_strdup_printf ("✓  %s", _ (texts[step]));
  else
    markup = g_strdup_printf ("%u.  %s", step + 1, _ (texts[step]));
  gtk_label_set_markup (self->labels[step], markup);
  if (is_done)
    gtk_widget_add_css_class (GTK_WIDGET (self->labels[step]), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->labels[step]), "dim-label");
}

static void
add_step (PresserHint    *self,
          PresserHintStep step)
{
  self->labels[step] = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->labels[step], TRUE);
  gtk_label_set_xalign (self->labels[step], 0);
  gtk_box_append (self->steps, GTK_WIDGET (self->labels[step]));
  update_step (self, step);
}

static void
close_hint (PresserHint *self)
{
  GSettings *settings = presser_settings_get ();

  if (settings != NULL)
    g_settings_set_boolean (settings, "hint-seen", TRUE);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
close_clicked_cb (PresserHint *self)
{
  close_hint (self);
}

static void
child_revealed_cb (PresserHint *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * presser_hint_set_done:
 * @self: a hint
 * @step: what was done
 */
void
presser_hint_set_done (PresserHint    *self,
                       PresserHintStep step)
{
  gboolean is_all_done = TRUE;
  guint    i;

  g_return_if_fail (PRESSER_IS_HINT (self));
  g_return_if_fail (step < PRESSER_N_STEPS);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->is_done[step])
    return;
  self->is_done[step] = TRUE;
  update_step (self, step);
  for (i = 0; i < PRESSER_N_STEPS; i++)
    is_all_done = is_all_done && self->is_done[i];
  if (is_all_done)
    close_hint (self);
}

/**
 * presser_hint_show:
 * @self: a hint
 * @again: even if it was seen, and with all steps to be made
 */
void
presser_hint_show (PresserHint *self,
                   gboolean     again)
{
  guint i;

  g_return_if_fail (PRESSER_IS_HINT (self));

  if (!again && presser_settings_get_boolean ("hint-seen", TRUE))
    return;
  for (i = 0; again && i < PRESSER_N_STEPS; i++)
    {
      self->is_done[i] = FALSE;
      update_step (self, (PresserHintStep) i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
presser_hint_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PRESSER_TYPE_HINT);
  presser_children_remove (GTK_WIDGET (object));
  G_OBJECT_CLASS (presser_hint_parent_class)->dispose (object);
}

static void
presser_hint_class_init (PresserHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_hint_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserHint, revealer);
  gtk_widget_class_bind_template_child (widget_class, PresserHint, steps);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
presser_hint_init (PresserHint *self)
{
  guint i;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (i = 0; i < PRESSER_N_STEPS; i++)
    add_step (self, (PresserHintStep) i);
  presser_accessible_name_buttons (GTK_WIDGET (self));
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (child_revealed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * presser_hint_new:
 *
 * Returns: (transfer floating): a hint that is not shown
 */
GtkWidget *
presser_hint_new (void)
{
  return g_object_new (PRESSER_TYPE_HINT, NULL);
}
