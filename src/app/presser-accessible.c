/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-accessible.h"

static gboolean
shows_only_an_icon (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL;
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL;
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * presser_accessible_name_buttons:
 * @widget: where to begin
 *
 * A tooltip becomes a name by itself only from GTK 4.10 on; before, a screen reader would say the name of
 * a class.
 */
void
presser_accessible_name_buttons (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  GtkWidget  *child;

  if (tooltip != NULL && shows_only_an_icon (widget))
    {
      set_name (widget, tooltip);
      /* The focus goes to the button inside of a menu button. */
      if (GTK_IS_MENU_BUTTON (widget))
        set_name (gtk_widget_get_first_child (widget), tooltip);
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    presser_accessible_name_buttons (child);
}
