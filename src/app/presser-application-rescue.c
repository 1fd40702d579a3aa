/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Once at the start: is there work that was not saved when the program last ended? */

#include "presser-application.h"
#include "presser-rescue-window.h"
#include "presser-rescue.h"
#include "presser-window.h"

static PresserWindow *
find_window (GtkApplication *application,
             PresserRescue  *rescue)
{
  GList *link;

  for (link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (PRESSER_IS_WINDOW (link->data) && presser_window_can_restore (PRESSER_WINDOW (link->data), rescue))
      return PRESSER_WINDOW (link->data);
  return presser_window_new (PRESSER_APPLICATION (application));
}

static void
restore_cb (PresserRescueWindow *rescue_window,
            PresserRescue       *rescue,
            gpointer             user_data)
{
  PresserWindow *window = find_window (GTK_APPLICATION (user_data), rescue);

  presser_window_restore (window, rescue);
  gtk_window_present (GTK_WINDOW (window));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PresserApplication) application = user_data;
  g_autoptr (GPtrArray) rescues = presser_rescue_find_finish (result, NULL);
  GtkWindow           *parent = gtk_application_get_active_window (GTK_APPLICATION (application));
  PresserRescueWindow *window;

  if (rescues == NULL || rescues->len == 0 || parent == NULL)
    return;
  window = presser_rescue_window_new (parent, rescues);
  g_signal_connect_object (window, "restore", G_CALLBACK (restore_cb), application, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * presser_application_offer_unsaved_work:
 * @self: the application, with a window
 *
 * Looks for journals that were left behind, and shows what is in them.
 */
void
presser_application_offer_unsaved_work (PresserApplication *self)
{
  g_return_if_fail (PRESSER_IS_APPLICATION (self));

  presser_rescue_find_async (NULL, found_cb, g_object_ref (self));
}
