/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette of all commands, and the rows of the context menu that name speakers and topics. */

#include <glib/gi18n-lib.h>

#include "presser-commands.h"
#include "presser-tag.h"
#include "presser-window-private.h"

/* A menu is for the ones at hand; all of them stand in the sidebar and the quick-tag box. */
#define MAX_NAMES 12

static void
fill_menu (GMenu      *menu,
           GListModel *tags,
           const char *action)
{
  guint i;

  g_menu_remove_all (menu);
  for (i = 0; i < MIN (g_list_model_get_n_items (tags), MAX_NAMES); i++)
    {
      g_autoptr (GObject) tag = g_list_model_get_item (tags, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (presser_tag_get_name (tag), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, action, "s", presser_tag_get_id (tag));
      g_menu_append_item (menu, item);
    }
}

/* Made when they are asked for: what they hold changes with every name. */
static void
fill_menus (PresserWindow *self)
{
  PresserDocument *document = presser_window_get_document (self);

  if (document == NULL)
    return;
  fill_menu (self->speaker_menu, presser_document_get_speakers (document), "win.mark-speaker");
  fill_menu (self->topic_menu, presser_document_get_topics (document), "win.mark-topic");
  fill_menu (self->turn_menu, presser_document_get_speakers (document), "win.give-turn-to");
}

static void
add_tags (GPtrArray  *commands,
          GListModel *tags,
          const char *title,
          const char *action)
{
  g_autoptr (GMenu) rows = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  fill_menu (rows, tags, action);
  g_menu_append_submenu (menu, title, G_MENU_MODEL (rows));
  presser_commands_collect (commands, G_MENU_MODEL (menu), NULL);
}

static void
commands_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PresserWindow   *self = PRESSER_WINDOW (user_data);
  PresserDocument *document = presser_window_get_document (self);
  GtkApplication  *application = gtk_window_get_application (GTK_WINDOW (self));
  GPtrArray       *commands = presser_commands_new ();
  GtkWidget       *parent = gtk_widget_get_parent (GTK_WIDGET (self->command_palette));

  fill_menus (self);
  presser_commands_collect (commands, self->transcript_menu, application);
  presser_commands_collect (commands, G_MENU_MODEL (self->main_menu), application);
  presser_commands_add_keys (commands, application);
  if (document != NULL)
    add_tags (commands, presser_document_get_topics (document), _ ("Show Only Statements On"), "win.apply-topic");
  gtk_popover_set_pointing_to (GTK_POPOVER (self->command_palette),
                               &(GdkRectangle){ gtk_widget_get_width (parent) / 2, 60, 1, 1 });
  presser_command_palette_open (self->command_palette, commands);
}

static void
palette_closed_cb (PresserWindow *self)
{
  presser_window_focus_text (self);
}

static const GActionEntry actions[] = {
  { "commands", commands_action },
};

static GMenu *
find_submenu (GMenuModel *menu,
              const char *name)
{
  int i;

  for (i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *own = NULL;
      GMenu           *found = section != NULL ? find_submenu (section, name) : NULL;

      if (found != NULL)
        return found;
      if (submenu != NULL && g_menu_model_get_item_attribute (menu, i, "presser-fill", "s", &own) && g_str_equal (own, name))
        return G_MENU (g_steal_pointer (&submenu));
    }
  return NULL;
}

/**
 * presser_window_add_command_actions:
 * @self: a window
 */
void
presser_window_add_command_actions (PresserWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/presser/Presser/presser-transcript-menu.ui");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  self->command_palette = PRESSER_COMMAND_PALETTE (presser_command_palette_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->command_palette), adw_toast_overlay_get_child (self->toasts));
  g_signal_connect_object (self->command_palette, "closed", G_CALLBACK (palette_closed_cb), self, G_CONNECT_SWAPPED);
  self->transcript_menu = G_MENU_MODEL (g_object_ref (gtk_builder_get_object (builder, "transcript_menu")));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->transcript), self->transcript_menu);
  self->speaker_menu = find_submenu (self->transcript_menu, "speakers");
  self->topic_menu = find_submenu (self->transcript_menu, "topics");
  self->turn_menu = find_submenu (self->transcript_menu, "turn");
  g_signal_group_connect_swapped (self->speaker_signals, "items-changed", G_CALLBACK (fill_menus), self);
  g_signal_group_connect_swapped (self->topic_signals, "items-changed", G_CALLBACK (fill_menus), self);
}
