/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-choices.h"

#include <glib/gi18n-lib.h>

/* Where a description is wrapped in the list. */
#define DESCRIPTION_WIDTH 44 /* characters */

static void
format_set_up_cb (GtkListItemFactory *factory,
                  GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *labels[] = { gtk_label_new (NULL), gtk_label_new (NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (labels[i]), DESCRIPTION_WIDTH);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
format_bound_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  const PresserExporter *exporter = presser_exporters_get ()[gtk_list_item_get_position (item)];
  GtkWidget             *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), _ (exporter->label));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), _ (exporter->description));
}

static void
describe (AdwComboRow *row)
{
  g_autofree char *escaped = g_markup_escape_text (_ (presser_export_formats_get_chosen (row)->description), -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
}

/**
 * presser_export_formats_fill:
 * @row: an empty row
 * @chosen: a format
 */
void
presser_export_formats_fill (AdwComboRow           *row,
                             const PresserExporter *chosen)
{
  const PresserExporter *const *exporters = presser_exporters_get ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  guint selected = 0;

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      gtk_string_list_append (labels, _ (exporters[i]->label));
      if (exporters[i] == chosen)
        selected = i;
    }
  g_signal_connect (factory, "setup", G_CALLBACK (format_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (format_bound_cb), NULL);
  adw_combo_row_set_list_factory (row, factory);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (describe), NULL);
  describe (row);
}

/**
 * presser_export_formats_get_chosen:
 * @row: a row filled with formats
 *
 * Returns: (transfer none): the one that is chosen
 */
const PresserExporter *
presser_export_formats_get_chosen (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return presser_exporters_get ()[selected != GTK_INVALID_LIST_POSITION ? selected : 0];
}

/**
 * presser_export_scopes_fill:
 * @row: an empty row
 * @chosen: what is proposed
 * @n_selected: how many statements the user has selected
 */
void
presser_export_scopes_fill (AdwComboRow          *row,
                            PresserExportStatuses chosen,
                            guint                 n_selected)
{
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  g_autofree char *selected = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);

  gtk_string_list_append (scopes, _ ("Verified, or drafts"));
  gtk_string_list_append (scopes, _ ("Verified only"));
  gtk_string_list_append (scopes, _ ("Verified and drafts"));
  gtk_string_list_append (scopes, _ ("All, suggested too"));
  if (n_selected > 0)
    gtk_string_list_append (scopes, selected);
  adw_combo_row_set_model (row, G_LIST_MODEL (scopes));
  adw_combo_row_set_selected (row, chosen);
}
