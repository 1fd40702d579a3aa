/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-children.h"

/**
 * presser_children_remove:
 * @widget: a widget that parents its children itself
 *
 * Unparents every child. gtk_widget_dispose_template() only does so for children that have a field.
 */
void
presser_children_remove (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_first_child (widget))
    gtk_widget_unparent (child);
}
