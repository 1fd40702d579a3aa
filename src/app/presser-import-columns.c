/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-columns.h"

#include <glib/gi18n-lib.h>

/* By PresserImportColumn. */
static const char *const titles[] = {
  N_ ("What was said"),
  N_ ("Speaker"),
  N_ ("Begins at"),
  N_ ("Ends at"),
  N_ ("Heading"),
};

typedef struct
{
  PresserImportDecisions *decisions; /* borrowed */
  PresserColumnsDecided   decided;
  gpointer                data;
} Columns;

/* The first row of each list is “None”. */
static void
selected_cb (AdwComboRow *row,
             GParamSpec  *pspec,
             gpointer     column)
{
  Columns *self = g_object_get_data (G_OBJECT (row), "columns");

  self->decisions->columns[GPOINTER_TO_INT (column)] = (int) adw_combo_row_get_selected (row) - 1;
  self->decisions->has_columns = TRUE;
  self->decided (self->data);
}

static void
add_column (AdwPreferencesGroup *group,
            Columns             *self,
            int                  column,
            const char *const   *heads)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("None"));
  for (; *heads != NULL; heads++)
    gtk_string_list_append (choices, *heads);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[column]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) (self->decisions->columns[column] + 1));
  g_object_set_data (G_OBJECT (row), "columns", self);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), GINT_TO_POINTER (column));
  adw_preferences_group_add (group, row);
}

/**
 * presser_import_columns_fill:
 * @group: an empty group
 * @report: what was found
 * @decisions: what is decided; lives as long as @group
 * @decided: called after each choice
 * @data: for @decided
 *
 * Returns: whether the file was a table
 */
gboolean
presser_import_columns_fill (AdwPreferencesGroup    *group,
                             PresserImportReport    *report,
                             PresserImportDecisions *decisions,
                             PresserColumnsDecided   decided,
                             gpointer                data)
{
  const char *const *heads = presser_import_report_get_columns (report);
  Columns           *self;

  if (heads == NULL)
    return FALSE;
  self = g_new0 (Columns, 1);
  self->decisions = decisions;
  self->decided = decided;
  self->data = data;
  g_object_set_data_full (G_OBJECT (group), "columns", self, g_free);
  for (guint i = 0; i < PRESSER_IMPORT_N_COLUMNS; i++)
    decisions->columns[i] = presser_import_report_get_column (report, i);
  for (int i = 0; i < PRESSER_IMPORT_N_COLUMNS; i++)
    add_column (group, self, i, heads);
  return TRUE;
}
