/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-topic-dialog.h"

#include <glib/gi18n-lib.h>

#include "presser-topic-proposals.h"

#define N_MOST 12

struct _PresserTopicDialog
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkStack            *stack;
  GtkSpinner          *spinner;
  AdwPreferencesGroup *group;
  GtkWidget           *add_button;

  /* Owned. */
  PresserDocument *document;
  GCancellable    *cancellable;
  GPtrArray       *proposals; /* of PresserTopicProposal; NULL while they are looked for */
  GPtrArray       *checks;    /* of GtkCheckButton, one for each; borrowed */
};

G_DEFINE_FINAL_TYPE (PresserTopicDialog, presser_topic_dialog, ADW_TYPE_WINDOW)

static void
update_add_button (PresserTopicDialog *self)
{
  gboolean has_choice = FALSE;
  guint    i;

  for (i = 0; i < self->checks->len; i++)
    has_choice = has_choice || gtk_check_button_get_active (self->checks->pdata[i]);
  gtk_widget_set_sensitive (self->add_button, has_choice);
}

static void
append_row (PresserTopicDialog         *self,
            const PresserTopicProposal *proposal)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (proposal->label, -1);
  g_autofree char *places = g_strdup_printf (ngettext ("in %u paragraph", "in %u paragraphs", proposal->n_paragraphs), proposal->n_paragraphs);
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", proposal->n_times), proposal->n_times);
  /* Translators: “12 times · in 5 paragraphs” */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), times, places);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update_add_button), self);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->group, row);
}

static void
find_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *proposals = presser_suggest_topics (task_data, NULL, N_MOST, cancellable, &error);

  if (proposals != NULL)
    g_task_return_pointer (task, proposals, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
topics_found_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  PresserTopicDialog *self = PRESSER_TOPIC_DIALOG (source_object);
  GPtrArray          *proposals = g_task_propagate_pointer (G_TASK (result), NULL);
  guint               i;

  if (proposals == NULL || self->stack == NULL)
    {
      g_clear_pointer (&proposals, g_ptr_array_unref);
      return; /* closed meanwhile */
    }
  self->proposals = proposals;
  gtk_spinner_stop (self->spinner);
  for (i = 0; i < proposals->len; i++)
    append_row (self, proposals->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, proposals->len > 0 ? "topics" : "nothing");
  if (proposals->len > 0)
    gtk_widget_grab_focus (self->checks->pdata[0]);
}

static void
add_clicked_cb (PresserTopicDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  guint i;

  for (i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, self->proposals->pdata[i]);
  presser_suggest_add_topics (self->document, chosen);
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * presser_topic_dialog_present:
 * @parent: a window
 * @document: the document that it shows
 *
 * Shows topics that the document proposes itself. Those that are chosen are added to it, as one step to undo.
 */
void
presser_topic_dialog_present (GtkWindow       *parent,
                              PresserDocument *document)
{
  PresserTopicDialog *self = g_object_new (PRESSER_TYPE_TOPIC_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, topics_found_cb, NULL);

  self->document = g_object_ref (document);
  gtk_spinner_start (self->spinner);
  g_task_set_source_tag (task, presser_topic_dialog_present);
  g_task_set_task_data (task, presser_suggest_source_new (document), (GDestroyNotify) presser_suggest_source_free);
  g_task_run_in_thread (task, find_in_thread);
  gtk_window_present (GTK_WINDOW (self));
}

static void
presser_topic_dialog_dispose (GObject *object)
{
  PresserTopicDialog *self = PRESSER_TOPIC_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_TOPIC_DIALOG);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_topic_dialog_parent_class)->dispose (object);
}

static void
presser_topic_dialog_finalize (GObject *object)
{
  PresserTopicDialog *self = PRESSER_TOPIC_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (presser_topic_dialog_parent_class)->finalize (object);
}

static void
presser_topic_dialog_class_init (PresserTopicDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_topic_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = presser_topic_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-topic-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserTopicDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PresserTopicDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, PresserTopicDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PresserTopicDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
presser_topic_dialog_init (PresserTopicDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
