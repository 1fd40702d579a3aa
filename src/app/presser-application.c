/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-application.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "config.h"
#include "presser-appearance.h"
#include "presser-compat.h"
#include "presser-preferences.h"
#include "presser-session.h"
#include "presser-window.h"

struct _PresserApplication
{
  AdwApplication parent_instance;

  gboolean is_quitting;
  gboolean has_offered; /* what was not saved last time */
};

G_DEFINE_FINAL_TYPE (PresserApplication, presser_application, ADW_TYPE_APPLICATION)

/* Keys that act wherever the focus is. Those that must not act while somebody types stand in
 * presser-keys.c, those that an entry may take first in presser-window.c. */
static const struct
{
  const char *action;
  const char *accels[4];
} accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "window.close", { "<Control>w" } },
  { "win.export::", { "<Control><Shift>e" } },
  { "win.find", { "<Control>f" } },
  { "win.replace", { "<Control>h" } },
  { "win.copy-quotes", { "<Control><Shift>c" } },
  { "win.retag", { "<Control>r" } },
  { "win.commands", { "<Control><Shift>p" } },
  { "win.find-next", { "<Control>g", "F3" } },
  { "win.find-previous", { "<Control><Shift>g", "<Shift>F3" } },
  { "win.filter-statements", { "<Control><Shift>f" } },
  { "win.go-to", { "<Control>l" } },
  { "win.correct", { "<Control>e" } },
  { "win.next-pane", { "F6" } },
  { "win.show-sidebar", { "F9" } },
  { "win.show-inspector", { "<Control>F9" } },
  { "win.view::transcript", { "<Control>1" } },
  { "win.view::statements", { "<Control>2" } },
  { "win.view::overview", { "<Control>3" } },
  { "win.view::tei", { "<Control>4" } },
  { "win.show-help-overlay", { "<Control>question", "<Control><Shift>slash" } },
};

static PresserWindow *
find_window_of (PresserApplication *self,
                GFile              *file)
{
  GList *link;

  for (link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (PRESSER_IS_WINDOW (link->data) && presser_window_has_file (PRESSER_WINDOW (link->data), file))
      return PRESSER_WINDOW (link->data);
  return NULL;
}

/**
 * presser_application_open_file:
 * @self: the application
 * @file: what to open
 * @preferred: (nullable): the window to take if nothing is open there
 *
 * One window a document, and one document a window.
 */
void
presser_application_open_file (PresserApplication *self,
                               GFile              *file,
                               GtkWindow          *preferred)
{
  PresserWindow *window;

  g_return_if_fail (PRESSER_IS_APPLICATION (self));

  window = find_window_of (self, file);
  if (window == NULL)
    {
      if (preferred != NULL && PRESSER_IS_WINDOW (preferred) && presser_window_is_empty (PRESSER_WINDOW (preferred)))
        window = PRESSER_WINDOW (preferred);
      else
        window = presser_window_new (self);
      presser_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
offer_once (PresserApplication *self)
{
  if (!self->has_offered)
    presser_application_offer_unsaved_work (self);
  self->has_offered = TRUE;
}

static void
presser_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  int i;

  for (i = 0; i < n_files; i++)
    presser_application_open_file (PRESSER_APPLICATION (application), files[i],
                                   gtk_application_get_active_window (GTK_APPLICATION (application)));
  offer_once (PRESSER_APPLICATION (application));
}

static void
presser_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (!presser_session_restore (PRESSER_APPLICATION (application)))
    gtk_window_present (GTK_WINDOW (presser_window_new (PRESSER_APPLICATION (application))));
  offer_once (PRESSER_APPLICATION (application));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (presser_window_new (PRESSER_APPLICATION (user_data))));
}

/**
 * presser_application_is_quitting:
 * @self: the application
 *
 * Returns: whether the user has asked for the end of the program, so that what is open was noted already
 */
gboolean
presser_application_is_quitting (PresserApplication *self)
{
  g_return_val_if_fail (PRESSER_IS_APPLICATION (self), FALSE);

  return self->is_quitting;
}

/* Each window asks for itself whether it may go. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));
  GList *link;

  PRESSER_APPLICATION (user_data)->is_quitting = TRUE;
  presser_session_store (PRESSER_APPLICATION (user_data));
  for (link = windows; link != NULL; link = link->next)
    gtk_window_close (GTK_WINDOW (link->data));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (presser_preferences_new (parent)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  presser_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "quit", quit_action },
  { "preferences", preferences_action },
  { "about", about_action },
};

static void
presser_application_startup (GApplication *application)
{
  guint i;

  G_APPLICATION_CLASS (presser_application_parent_class)->startup (application);

  gtk_source_init ();
  presser_appearance_follow_settings ();
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].accels);
}

static void
presser_application_class_init (PresserApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = presser_application_startup;
  application_class->activate = presser_application_activate;
  application_class->open = presser_application_open;
}

static void
presser_application_init (PresserApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Tag what was said: statements in transcripts of press conferences, by speaker and topic."));
}

/**
 * presser_application_new:
 *
 * Returns: (transfer full): the application
 */
GApplication *
presser_application_new (void)
{
  return g_object_new (PRESSER_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/app/presser/Presser",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
