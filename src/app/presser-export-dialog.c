/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-compat.h"
#include "presser-export-choices.h"
#include "presser-export-columns.h"
#include "presser-export-wordings.h"
#include "presser-preview.h"

/* While somebody types; not felt as a delay. */
#define REFRESH_DELAY 150 /* milliseconds */

struct _PresserExportDialog
{
  AdwWindow parent_instance;

  /* Template children. */
  AdwWindowTitle      *window_title;
  AdwComboRow         *format_row;
  AdwComboRow         *scope_row;
  GtkEditable         *filter_row;
  AdwActionRow        *embargo_row;
  GtkSwitch           *embargo_switch;
  GtkWidget           *grouping_row;
  AdwExpanderRow      *columns_row;
  GtkEditable         *wording_row;
  GtkMenuButton       *wordings_button;
  AdwPreferencesGroup *losses_group;
  GtkLabel            *error_label;
  PresserPreview      *preview;

  /* Owned. */
  PresserExportPlan *plan;
  GPtrArray         *selected;   /* of PresserStatement, NULL if none are */
  GPtrArray         *statements; /* likewise, those that go out; NULL while the filter is broken */
  GPtrArray         *loss_rows;  /* of GtkWidget, borrowed by the group */

  guint    refresh_id; /* source of a refresh to come, or 0 */
  gboolean is_filling; /* what the widgets tell now comes from us */
};

G_DEFINE_FINAL_TYPE (PresserExportDialog, presser_export_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const PresserExporter *
get_shown (PresserExportDialog *self)
{
  const PresserExporter *exporter = self->plan->exporter;

  return exporter->preview != NULL ? presser_exporter_find (exporter->preview) : exporter;
}

static void
remove_losses (PresserExportDialog *self)
{
  for (guint i = 0; i < self->loss_rows->len; i++)
    adw_preferences_group_remove (self->losses_group, self->loss_rows->pdata[i]);
  g_ptr_array_set_size (self->loss_rows, 0);
}

static void
add_loss (PresserExportDialog *self,
          const char          *sentence)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  adw_preferences_group_add (self->losses_group, row);
  g_ptr_array_add (self->loss_rows, row);
}

static void
show_losses (PresserExportDialog *self,
             GPtrArray           *held_back)
{
  g_autoptr (GPtrArray) losses = NULL;

  remove_losses (self);
  for (guint i = 0; i < held_back->len; i++)
    add_loss (self, held_back->pdata[i]);
  if (self->statements != NULL && self->statements->len > 0)
    losses = presser_export_plan_dup_losses (self->plan, self->statements);
  for (guint i = 0; losses != NULL && i < losses->len; i++)
    add_loss (self, losses->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->losses_group), self->loss_rows->len > 0);
}

static void
show_preview (PresserExportDialog *self,
              GError             **error)
{
  const PresserExporter *shown = get_shown (self);
  g_autofree char       *file_name = g_strconcat ("preview.", shown->extension, NULL);
  g_autofree char       *text = NULL;

  if (self->statements != NULL && self->statements->len > 0)
    text = presser_export_plan_dup_preview (self->plan, self->statements, error);
  presser_preview_show (self->preview, text != NULL ? text : "", file_name, shown->mime_type);
}

static void
show_number (PresserExportDialog *self)
{
  guint            n_statements = self->statements != NULL ? self->statements->len : 0;
  g_autofree char *number = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements), n_statements);

  adw_window_title_set_subtitle (self->window_title, n_statements > 0 ? number : _ ("nothing to export"));
}

static void
show_embargo (PresserExportDialog *self)
{
  guint            n_embargoed = presser_export_plan_count_embargoed (self->plan);
  g_autofree char *number = g_strdup_printf (ngettext ("%u statement", "%u statements", n_embargoed), n_embargoed);

  gtk_widget_set_visible (GTK_WIDGET (self->embargo_row), n_embargoed > 0);
  adw_action_row_set_subtitle (self->embargo_row, number);
}

static void
update_actions (PresserExportDialog *self,
                gboolean             is_possible)
{
  const PresserExporter *exporter = self->plan->exporter;
  gboolean               is_text = exporter->preview == NULL && (exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", is_possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", is_possible && is_text);
}

static gboolean
refresh (gpointer data)
{
  PresserExportDialog *self = data;
  g_autoptr (GPtrArray) held_back = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  self->statements = presser_export_plan_choose (self->plan, held_back, &error);
  show_number (self);
  show_embargo (self);
  show_preview (self, error == NULL ? &error : NULL);
  show_losses (self, held_back);
  gtk_label_set_text (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  update_actions (self, error == NULL && self->statements->len > 0);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (gpointer data)
{
  PresserExportDialog *self = data;

  if (self->is_filling)
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add (REFRESH_DELAY, refresh, self);
}

static void
show_format (PresserExportDialog *self)
{
  const PresserExporter *exporter = self->plan->exporter;

  gtk_widget_set_visible (self->grouping_row, (exporter->flags & PRESSER_EXPORTER_HAS_GROUPS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), (exporter->flags & PRESSER_EXPORTER_HAS_COLUMNS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->wording_row), (exporter->flags & PRESSER_EXPORTER_HAS_TEMPLATE) != 0);
}

static void
format_selected_cb (PresserExportDialog *self)
{
  if (self->is_filling)
    return;
  self->plan->exporter = presser_export_formats_get_chosen (self->format_row);
  show_format (self);
  queue_refresh (self);
}

static void
scope_selected_cb (PresserExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scope_row);

  if (self->is_filling)
    return;
  g_clear_pointer (&self->plan->only, g_ptr_array_unref);
  if (selected > PRESSER_EXPORT_ALL)
    self->plan->only = g_ptr_array_ref (self->selected);
  else
    self->plan->statuses = (PresserExportStatuses) selected;
  queue_refresh (self);
}

static void
grouping_selected_cb (PresserExportDialog *self)
{
  if (self->is_filling)
    return;
  self->plan->grouping = (PresserGrouping) adw_combo_row_get_selected (ADW_COMBO_ROW (self->grouping_row));
  queue_refresh (self);
}

static void
filter_changed_cb (PresserExportDialog *self)
{
  if (self->is_filling)
    return;
  g_free (self->plan->query);
  self->plan->query = g_strdup (gtk_editable_get_text (self->filter_row));
  queue_refresh (self);
}

static void
wording_changed_cb (PresserExportDialog *self)
{
  if (self->is_filling)
    return;
  g_free (self->plan->quote_template);
  self->plan->quote_template = g_strdup (gtk_editable_get_text (self->wording_row));
  queue_refresh (self);
}

static void
include_embargoed (PresserExportDialog *self,
                   gboolean             includes)
{
  self->plan->with_embargoed = includes;
  gtk_switch_set_active (self->embargo_switch, includes);
  gtk_switch_set_state (self->embargo_switch, includes);
  queue_refresh (self);
}

static void
embargo_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (PresserExportDialog) self = user_data;
  g_autofree char *answer = presser_ask_finish (result, NULL);

  if (self->plan != NULL)
    include_embargoed (self, g_strcmp0 (answer, "include") == 0);
}

/* The state follows the answer, not the finger. */
static gboolean
embargo_switched_cb (PresserExportDialog *self,
                     gboolean             is_on)
{
  const PresserAnswer answers[] = {
    { "leave", _ ("_Leave Out"), ADW_RESPONSE_DEFAULT },
    { "include", _ ("_Include"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };

  if (is_on == self->plan->with_embargoed)
    return FALSE;
  if (is_on)
    presser_ask_async (GTK_WINDOW (self), _ ("Export What Is Under Embargo?"),
                       _ ("These words may not be published yet. Whoever gets the file can read them."), answers, NULL,
                       embargo_answered_cb, g_object_ref (self));
  else
    include_embargoed (self, FALSE);
  return TRUE;
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PresserExportDialog *self = PRESSER_EXPORT_DIALOG (widget);

  if (self->refresh_id != 0)
    refresh (self); /* what is accepted is what is shown */
  if (self->statements != NULL && self->statements->len > 0)
    g_signal_emit (self, signals[ACCEPTED], 0, g_str_equal (name, "export.copy"));
}

static void
fill (PresserExportDialog *self)
{
  self->is_filling = TRUE;
  presser_export_formats_fill (self->format_row, self->plan->exporter);
  presser_export_scopes_fill (self->scope_row, self->plan->statuses, self->selected != NULL ? self->selected->len : 0);
  gtk_editable_set_text (self->filter_row, self->plan->query);
  gtk_editable_set_text (self->wording_row, self->plan->quote_template);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->grouping_row), self->plan->grouping);
  presser_export_columns_fill (self->columns_row, self->plan, queue_refresh, self);
  presser_export_wordings_attach (self->wordings_button, self->wording_row);
  show_format (self);
  self->is_filling = FALSE;
  refresh (self);
}

/**
 * presser_export_dialog_new:
 * @parent: whose document it is about
 * @plan: (transfer full): what is proposed
 * @selected: (nullable) (element-type PresserStatement): what the user has selected
 *
 * Returns: (transfer none): a dialog to be presented
 */
PresserExportDialog *
presser_export_dialog_new (GtkWindow         *parent,
                           PresserExportPlan *plan,
                           GPtrArray         *selected)
{
  PresserExportDialog *self = g_object_new (PRESSER_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->plan = plan;
  self->selected = selected != NULL && selected->len > 0 ? g_ptr_array_ref (selected) : NULL;
  fill (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->format_row));
  return self;
}

/**
 * presser_export_dialog_get_plan:
 * @self: the dialog
 *
 * Returns: (transfer none): what is decided
 */
PresserExportPlan *
presser_export_dialog_get_plan (PresserExportDialog *self)
{
  g_return_val_if_fail (PRESSER_IS_EXPORT_DIALOG (self), NULL);

  return self->plan;
}

/**
 * presser_export_dialog_get_statements:
 * @self: the dialog
 *
 * Returns: (transfer none) (nullable) (element-type PresserStatement): what goes out
 */
GPtrArray *
presser_export_dialog_get_statements (PresserExportDialog *self)
{
  g_return_val_if_fail (PRESSER_IS_EXPORT_DIALOG (self), NULL);

  return self->statements;
}

static void
presser_export_dialog_dispose (GObject *object)
{
  PresserExportDialog *self = PRESSER_EXPORT_DIALOG (object);

  self->is_filling = TRUE;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  g_clear_pointer (&self->loss_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (presser_export_dialog_parent_class)->dispose (object);
}

/* The rows may tell something until they are gone. */
static void
presser_export_dialog_finalize (GObject *object)
{
  g_clear_pointer (&PRESSER_EXPORT_DIALOG (object)->plan, presser_export_plan_free);

  G_OBJECT_CLASS (presser_export_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PresserExportDialog, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (window_title);
  BIND (format_row);
  BIND (scope_row);
  BIND (filter_row);
  BIND (embargo_row);
  BIND (embargo_switch);
  BIND (grouping_row);
  BIND (columns_row);
  BIND (wording_row);
  BIND (wordings_button);
  BIND (losses_group);
  BIND (error_label);
  BIND (preview);
}

#undef BIND

static void
presser_export_dialog_class_init (PresserExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = presser_export_dialog_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (PRESSER_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, embargo_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, grouping_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, wording_changed_cb);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, accept_action);
}

static void
presser_export_dialog_init (PresserExportDialog *self)
{
  self->is_filling = TRUE;
  self->loss_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->embargo_switch), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->embargo_row, NULL, -1);
}
