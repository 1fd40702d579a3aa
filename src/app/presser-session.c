/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-session.h"

#include "presser-settings.h"
#include "presser-window.h"

#define SESSION_TYPE "a(su)" /* URI, paragraph */

static void
add_window (GVariantBuilder *builder,
            PresserWindow   *window)
{
  GFile           *file = presser_window_get_file (window);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    g_variant_builder_add (builder, "(su)", uri, presser_window_get_paragraph (window));
}

/**
 * presser_session_store:
 * @application: the application
 *
 * Notes what is open now: before the program ends, and before its last window closes.
 */
void
presser_session_store (PresserApplication *application)
{
  GSettings      *settings = presser_settings_get ();
  GVariantBuilder builder;
  GList          *link;

  if (settings == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (SESSION_TYPE));
  for (link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL; link = link->next)
    if (PRESSER_IS_WINDOW (link->data))
      add_window (&builder, PRESSER_WINDOW (link->data));
  g_settings_set_value (settings, "session", g_variant_builder_end (&builder));
}

/* What is not there any more is passed over: nobody asked for it now. */
static gboolean
open_again (PresserApplication *application,
            const char         *uri,
            guint               paragraph)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  PresserWindow *window;

  if (!g_file_query_exists (file, NULL))
    return FALSE;
  window = presser_window_new (application);
  presser_window_open_at (window, file, paragraph);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

/**
 * presser_session_restore:
 * @application: the application, without a window
 *
 * Opens what was open at the end, if the settings say so.
 *
 * Returns: whether there was anything
 */
gboolean
presser_session_restore (PresserApplication *application)
{
  GSettings *settings = presser_settings_get ();
  g_autoptr (GVariant) session = NULL;
  GVariantIter iter;
  const char  *uri;
  guint        paragraph;
  gboolean     is_restored = FALSE;

  if (settings == NULL || !g_settings_get_boolean (settings, "restore-session"))
    return FALSE;
  session = g_settings_get_value (settings, "session");
  g_variant_iter_init (&iter, session);
  while (g_variant_iter_next (&iter, "(&su)", &uri, &paragraph))
    is_restored = open_again (application, uri, paragraph) || is_restored;
  return is_restored;
}
