/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files dropped on the window are opened, the first in this window if it is empty. */

#include "presser-window-private.h"

static gboolean
dropped_cb (PresserWindow *self,
            const GValue  *value)
{
  PresserApplication *application = PRESSER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSList             *link = g_value_get_boxed (value);

  if (link == NULL)
    return FALSE;
  for (; link != NULL; link = link->next)
    presser_application_open_file (application, G_FILE (link->data), GTK_WINDOW (self));
  return TRUE;
}

/**
 * presser_window_accept_drops:
 * @self: a window
 *
 * Lets files be dropped anywhere on the window, on the text too.
 */
void
presser_window_accept_drops (PresserWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
