/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Panes and views: what is shown beside the text, and what of it fits. */

#include "presser-settings.h"
#include "presser-window-private.h"

/* Below this width, in pixels, the panes take turns with the text. */
#define NARROW_WIDTH 700

static gboolean
get_state (PresserWindow *self,
           const char    *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), name);

  return g_variant_get_boolean (state);
}

static void
apply_layout (PresserWindow *self)
{
  gboolean sidebar = self->is_narrow ? self->narrow_sidebar : get_state (self, "show-sidebar");
  gboolean inspector = self->is_narrow ? self->narrow_inspector : get_state (self, "show-inspector");
  gboolean centre = !self->is_narrow || (!sidebar && !inspector);

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), sidebar);
  gtk_widget_set_visible (self->inspector_pane, inspector);
  gtk_widget_set_visible (self->centre, centre);
  gtk_widget_set_visible (GTK_WIDGET (self->inner_paned), centre || inspector);
  gtk_widget_set_visible (self->undo_box, !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), !self->is_narrow && self->file != NULL);
  gtk_widget_set_visible (self->suggest_button, !self->is_narrow && self->file != NULL);
  if (self->is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/* As wide as they were last, once there is a width that they can be taken from. */
static void
place_panes (PresserWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner_paned));

  if (self->is_narrow || self->has_placed_panes || width == 0)
    return;
  gtk_paned_set_position (self->outer_paned, presser_settings_get_int ("sidebar-width", 236));
  gtk_paned_set_position (self->inner_paned, MAX (width - presser_settings_get_int ("inspector-width", 306), 1));
  self->has_placed_panes = TRUE;
}

static gboolean
layout_idle (gpointer data)
{
  PresserWindow *self = PRESSER_WINDOW (data);

  self->layout_id = 0;
  if (self->is_narrow != self->was_narrow)
    {
      self->narrow_sidebar = self->narrow_inspector = FALSE;
      self->was_narrow = self->is_narrow;
      apply_layout (self);
    }
  place_panes (self);
  return G_SOURCE_REMOVE;
}

/**
 * presser_window_allocated:
 * @self: a window
 * @width: its new width, in pixels
 *
 * Hides the panes when the window becomes too narrow for them, and brings them back.
 */
void
presser_window_allocated (PresserWindow *self,
                          int            width)
{
  gboolean is_narrow = width < NARROW_WIDTH;

  gboolean can_place = !is_narrow && !self->has_placed_panes && gtk_widget_get_width (GTK_WIDGET (self->inner_paned)) > 0;

  if (is_narrow == self->is_narrow && !can_place)
    return;
  self->is_narrow = is_narrow;
  /* Nothing may be shown or hidden in the middle of an allocation. */
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, layout_idle, self, NULL);
}

/**
 * presser_window_restore_layout:
 * @self: a new window
 *
 * Makes it as large as the last one was.
 */
void
presser_window_restore_layout (PresserWindow *self)
{
  int width = presser_settings_get_int ("window-width", 1320);

  gtk_window_set_default_size (GTK_WINDOW (self), width, presser_settings_get_int ("window-height", 800));
  if (presser_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  self->is_narrow = self->was_narrow = width < NARROW_WIDTH;
  apply_layout (self);
}

/**
 * presser_window_store_layout:
 * @self: a window
 *
 * Remembers its size for the next one.
 */
void
presser_window_store_layout (PresserWindow *self)
{
  GSettings *settings = presser_settings_get ();
  int        width;
  int        height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_boolean (settings, "show-sidebar", get_state (self, "show-sidebar"));
  g_settings_set_boolean (settings, "show-inspector", get_state (self, "show-inspector"));
  if (!self->is_narrow && gtk_widget_get_mapped (GTK_WIDGET (self->sidebar)))
    g_settings_set_int (settings, "sidebar-width", CLAMP (gtk_widget_get_width (GTK_WIDGET (self->sidebar)), 160, 1000));
  if (!self->is_narrow && gtk_widget_get_mapped (self->inspector_pane))
    g_settings_set_int (settings, "inspector-width", CLAMP (gtk_widget_get_width (self->inspector_pane), 200, 1000));
}

/* In a narrow window the key shows the pane in place of the text, and the text again. */
static void
change_pane (PresserWindow *self,
             GSimpleAction *action,
             GVariant      *state,
             gboolean      *narrow,
             gboolean      *other)
{
  if (!self->is_narrow)
    g_simple_action_set_state (action, state);
  else
    {
      *narrow = !*narrow;
      *other = FALSE;
    }
  apply_layout (self);
}

static void
change_show_sidebar (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  change_pane (self, action, state, &self->narrow_sidebar, &self->narrow_inspector);
}

static void
change_show_inspector (GSimpleAction *action,
                       GVariant      *state,
                       gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  change_pane (self, action, state, &self->narrow_inspector, &self->narrow_sidebar);
}

static void
view_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  gtk_stack_set_visible_child_name (PRESSER_WINDOW (user_data)->views, g_variant_get_string (parameter, NULL));
}

/* Round the panes that are shown: text, speakers and topics, statements. */
static void
next_pane_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  GtkWidget     *panes[] = { GTK_WIDGET (self->views), GTK_WIDGET (self->sidebar), self->inspector_pane };
  GtkWidget     *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint          here = 0;
  guint          i;

  for (i = 0; i < G_N_ELEMENTS (panes); i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      here = i;
  for (i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *next = panes[(here + i) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
        return;
    }
}

/**
 * presser_window_view_changed:
 * @self: a window
 *
 * Fills the view that is shown now: the XML is not written for nothing.
 */
void
presser_window_view_changed (PresserWindow *self)
{
  PresserStatement *current;
  const char       *view = gtk_stack_get_visible_child_name (self->views);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->file == NULL || g_strcmp0 (view, "tei") != 0)
    return;

  presser_inspector_commit (self->inspector);
  bytes = presser_open_file_dup_xml (self->file, &error);
  if (bytes == NULL)
    presser_window_toast (self, error->message);
  presser_tei_view_show (self->tei_view, presser_window_get_document (self), bytes);
  current = presser_transcript_get_current (self->transcript);
  if (bytes != NULL && current != NULL)
    {
      g_autoptr (GArray) places = presser_open_file_dup_xml_places (self->file, current);

      presser_tei_view_reveal (self->tei_view, places);
    }
}

static const GActionEntry actions[] = {
  { "show-sidebar", NULL, NULL, "true", change_show_sidebar },
  { "show-inspector", NULL, NULL, "true", change_show_inspector },
  { "view", view_action, "s" },
  { "next-pane", next_pane_action },
};

static void
set_initial_state (PresserWindow *self,
                   const char    *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (presser_settings_get_boolean (name, TRUE)));
}

/**
 * presser_window_add_layout_actions:
 * @self: a window
 */
void
presser_window_add_layout_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_initial_state (self, "show-sidebar");
  set_initial_state (self, "show-inspector");
}
