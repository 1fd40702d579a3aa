/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-columns.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwExpanderRow       *row;  /* borrowed: it owns this */
  PresserExportPlan    *plan; /* borrowed: outlives the row */
  PresserColumnsChanged changed;
  gpointer              data;
} Columns;

/* The names of those that are in tell more than their number, as long as they are few. */
#define MAX_NAMED 4

static char *
dup_summary (PresserExportPlan *plan)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (plan->columns == NULL)
    return g_strdup (_ ("All of them"));
  if (plan->columns->len > MAX_NAMED)
    /* Translators: how many columns are chosen, and how many there are */
    return g_strdup_printf (ngettext ("%u of %u column", "%u of %u columns", PRESSER_N_COLUMNS),
                            plan->columns->len, (guint) PRESSER_N_COLUMNS);
  for (guint i = 0; i < plan->columns->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            presser_column_get_label (g_array_index (plan->columns, PresserColumn, i)));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
summarise (Columns *self)
{
  g_autofree char *summary = dup_summary (self->plan);

  adw_expander_row_set_subtitle (self->row, summary);
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        column)
{
  Columns *self = g_object_get_data (G_OBJECT (check), "columns");

  presser_export_plan_set_column (self->plan, (PresserColumn) GPOINTER_TO_UINT (column), gtk_check_button_get_active (check));
  summarise (self);
  self->changed (self->data);
}

static void
add_column (Columns      *self,
            PresserColumn column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), presser_column_get_label (column));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), presser_export_plan_has_column (self->plan, column));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, presser_column_get_label (column), -1);
  g_object_set_data (G_OBJECT (check), "columns", self);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), GUINT_TO_POINTER (column));
  adw_expander_row_add_row (self->row, row);
}

/**
 * presser_export_columns_fill:
 * @row: an empty row
 * @plan: what is decided; lives as long as @row
 * @changed: called when it was decided otherwise
 * @data: for @changed
 */
void
presser_export_columns_fill (AdwExpanderRow       *row,
                             PresserExportPlan    *plan,
                             PresserColumnsChanged changed,
                             gpointer              data)
{
  Columns *self = g_new0 (Columns, 1);

  self->row = row;
  self->plan = plan;
  self->changed = changed;
  self->data = data;
  g_object_set_data_full (G_OBJECT (row), "columns", self, g_free);
  for (PresserColumn column = 0; column < PRESSER_N_COLUMNS; column++)
    add_column (self, column);
  summarise (self);
}
