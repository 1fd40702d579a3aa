/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every decision imports the whole anew, in a thread; while one import is under way, the next one waits. So what is
 * shown is what will be, and the window never stands still. */

#include "presser-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-import-columns.h"
#include "presser-import-decisions.h"
#include "presser-import-speakers.h"
#include "presser-preview.h"

/* While somebody types. */
#define RUN_DELAY     200 /* milliseconds */
#define PREVIEW_LINES 20

struct _PresserImportDialog
{
  AdwWindow parent_instance;

  /* Template children. */
  AdwWindowTitle        *window_title;
  GtkSpinner            *spinner;
  AdwPreferencesPage    *page;
  AdwPreferencesGroup   *remarks_group;
  AdwPreferencesGroup   *speakers_group;
  PresserImportSpeakers *speakers;
  AdwPreferencesGroup   *candidates_group;
  PresserImportSpeakers *candidates;
  AdwPreferencesGroup   *pattern_group;
  GtkEditable           *pattern_row;
  AdwPreferencesGroup   *transcript_group;
  GtkEditable           *title_row;
  GtkEditable           *date_row;
  GtkEditable           *place_row;
  GtkEditable           *source_row;
  AdwComboRow           *format_row;
  AdwComboRow           *encoding_row;
  AdwPreferencesGroup   *columns_group;
  GtkWidget             *preview_group;
  PresserPreview        *preview;

  /* Owned. */
  GBytes                 *bytes;
  char                   *name;
  PresserImportDecisions *decisions;
  PresserImportReport    *report;      /* on the decisions as they were when it was made */
  GBytes                 *tei;         /* likewise; NULL as long as nothing was decided, and after an error */
  GPtrArray              *encodings;   /* of char *: as the row has them */
  GPtrArray              *remark_rows; /* of GtkWidget, borrowed by the group */
  GCancellable           *closed;

  guint    run_id;          /* source of an import to come, or 0 */
  gboolean is_running;      /* an import is under way */
  gboolean runs_again;      /* what it finds is out of date already */
  gboolean accepts_at_once; /* as soon as it is done */
  gboolean is_filling;      /* what the widgets tell now comes from us */
};

G_DEFINE_FINAL_TYPE (PresserImportDialog, presser_import_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void queue_run (PresserImportDialog *self);

static void
add_remark (PresserImportDialog *self,
            const char          *sentence)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->remarks_group, row);
  g_ptr_array_add (self->remark_rows, row);
}

static void
show_remarks (PresserImportDialog *self,
              const char          *error)
{
  GPtrArray *remarks = presser_import_report_get_remarks (self->report);

  for (guint i = 0; i < self->remark_rows->len; i++)
    adw_preferences_group_remove (self->remarks_group, self->remark_rows->pdata[i]);
  g_ptr_array_set_size (self->remark_rows, 0);
  if (error != NULL)
    add_remark (self, error);
  for (guint i = 0; error == NULL && i < remarks->len; i++)
    add_remark (self, remarks->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_group), self->remark_rows->len > 0);
}

static void
show_preview (PresserImportDialog *self)
{
  const char      *encoding = self->decisions->encoding != NULL ? self->decisions->encoding
                                                                : presser_import_report_get_encoding (self->report);
  g_autofree char *text = encoding != NULL ? presser_import_preview (self->bytes, encoding, PREVIEW_LINES) : NULL;

  gtk_widget_set_visible (self->preview_group, encoding != NULL);
  presser_preview_show (self->preview, text != NULL ? text : _ ("The file cannot be read in this encoding."), NULL, NULL);
}

static void
show_number (PresserImportDialog *self)
{
  guint            n_turns = presser_import_report_get_n_turns (self->report);
  g_autofree char *number = g_strdup_printf (ngettext ("%u turn", "%u turns", n_turns), n_turns);
  /* Translators: the name of a file, then “12 turns” */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), self->name, number);

  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
show_report (PresserImportDialog *self)
{
  GListModel *speakers = presser_import_report_get_speakers (self->report);
  GListModel *candidates = presser_import_report_get_candidates (self->report);

  show_number (self);
  show_remarks (self, NULL);
  presser_import_speakers_show (self->speakers, speakers, TRUE, self->decisions);
  presser_import_speakers_show (self->candidates, candidates, FALSE, self->decisions);
  gtk_widget_set_visible (GTK_WIDGET (self->speakers_group), g_list_model_get_n_items (speakers) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->candidates_group), g_list_model_get_n_items (candidates) > 0);
  show_preview (self);
}

/* What a thread gets and gives back. */
typedef struct
{
  PresserImportDecisions *decisions;
  GBytes                 *bytes;
  char                   *name;
  PresserImportReport    *report;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  presser_import_decisions_free (run->decisions);
  g_bytes_unref (run->bytes);
  g_clear_object (&run->report);
  g_free (run->name);
  g_free (run);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Run    *run = task_data;
  GError *error = NULL;
  GBytes *tei = presser_import_decisions_run (run->decisions, run->bytes, run->name, &run->report, &error);

  if (tei != NULL)
    g_task_return_pointer (task, tei, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
accept (PresserImportDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0, self->tei, self->report);
  gtk_window_close (GTK_WINDOW (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PresserImportDialog) self = user_data;
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tei = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_running = FALSE;
  if (g_cancellable_is_cancelled (self->closed))
    return;
  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->tei, g_bytes_unref);
  if (tei != NULL)
    {
      self->tei = g_steal_pointer (&tei);
      g_set_object (&self->report, run->report);
      show_report (self);
    }
  else
    {
      self->accepts_at_once = FALSE;
      show_remarks (self, error->message);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.accept", error == NULL);
  if (self->runs_again)
    queue_run (self);
  else if (self->accepts_at_once)
    accept (self);
}

static gboolean
begin_run (gpointer data)
{
  PresserImportDialog *self = data;
  Run                 *run;
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->run_id, g_source_remove);
  self->runs_again = self->is_running;
  if (self->is_running)
    return G_SOURCE_REMOVE;

  run = g_new0 (Run, 1);
  run->decisions = presser_import_decisions_copy (self->decisions);
  run->bytes = g_bytes_ref (self->bytes);
  run->name = g_strdup (self->name);
  self->is_running = TRUE;
  gtk_spinner_start (self->spinner);
  task = g_task_new (NULL, NULL, imported_cb, g_object_ref (self));
  g_task_set_source_tag (task, begin_run);
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_thread);
  return G_SOURCE_REMOVE;
}

static void
queue_run (PresserImportDialog *self)
{
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->run_id, g_source_remove);
  self->run_id = g_timeout_add (RUN_DELAY, begin_run, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.accept", TRUE);
}

static void
decided_cb (PresserImportDialog *self)
{
  queue_run (self);
}

static void
pattern_changed_cb (PresserImportDialog *self)
{
  const char *pattern = gtk_editable_get_text (self->pattern_row);

  if (self->is_filling)
    return;
  g_free (self->decisions->label_pattern);
  self->decisions->label_pattern = *pattern != '\0' ? g_strdup (pattern) : NULL;
  queue_run (self);
}

static PresserMetadata *
with_field (PresserMetadata     *metadata,
            PresserMetadataField field,
            GtkEditable         *row)
{
  PresserMetadata *changed = presser_metadata_with (metadata, field, gtk_editable_get_text (row));

  g_object_unref (metadata);
  return changed;
}

static void
metadata_changed_cb (PresserImportDialog *self)
{
  PresserMetadata *metadata;

  if (self->is_filling)
    return;
  metadata = presser_metadata_new ();
  metadata = with_field (metadata, PRESSER_METADATA_TITLE, self->title_row);
  metadata = with_field (metadata, PRESSER_METADATA_DATE, self->date_row);
  metadata = with_field (metadata, PRESSER_METADATA_PLACE, self->place_row);
  metadata = with_field (metadata, PRESSER_METADATA_SOURCE, self->source_row);
  g_clear_object (&self->decisions->metadata);
  self->decisions->metadata = metadata;
  queue_run (self);
}

static void
format_selected_cb (PresserImportDialog *self)
{
  GPtrArray *formats = presser_import_report_get_formats (self->report);
  guint      selected = adw_combo_row_get_selected (self->format_row);

  if (self->is_filling || selected >= formats->len)
    return;
  g_free (self->decisions->format);
  self->decisions->format = g_strdup (((const PresserImporter *) formats->pdata[selected])->id);
  queue_run (self);
}

static void
encoding_selected_cb (PresserImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding_row);

  if (self->is_filling || selected >= self->encodings->len)
    return;
  g_free (self->decisions->encoding);
  self->decisions->encoding = g_strdup (self->encodings->pdata[selected]);
  show_preview (self);
  queue_run (self);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PresserImportDialog *self = PRESSER_IMPORT_DIALOG (widget);

  self->accepts_at_once = TRUE;
  if (self->run_id != 0)
    begin_run (self);
  if (!self->is_running)
    accept (self);
}

static void
fill_formats (PresserImportDialog *self)
{
  GPtrArray *formats = presser_import_report_get_formats (self->report);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < formats->len; i++)
    {
      const PresserImporter *format = formats->pdata[i];

      gtk_string_list_append (labels, _ (format->description));
      if (format == presser_import_report_get_format (self->report))
        selected = i;
    }
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->format_row, selected);
}

/* Those that make sense first, then all others. */
static void
fill_encodings (PresserImportDialog *self)
{
  const char *const *likely = presser_import_report_get_encodings (self->report);
  const char *const *encoding;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), presser_import_report_get_encoding (self->report) != NULL);
  for (encoding = likely; encoding != NULL && *encoding != NULL; encoding++)
    g_ptr_array_add (self->encodings, g_strdup (*encoding));
  for (encoding = presser_import_get_encodings (); *encoding != NULL; encoding++)
    if (likely == NULL || !g_strv_contains (likely, *encoding))
      g_ptr_array_add (self->encodings, g_strdup (*encoding));
  for (guint i = 0; i < self->encodings->len; i++)
    gtk_string_list_append (labels, self->encodings->pdata[i]);
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->encoding_row, 0);
}

static void
fill_metadata (PresserImportDialog *self)
{
  PresserMetadata *metadata = presser_import_report_get_metadata (self->report);
  struct
  {
    GtkEditable         *row;
    PresserMetadataField field;
  } rows[] = {
    { self->title_row, PRESSER_METADATA_TITLE },
    { self->date_row, PRESSER_METADATA_DATE },
    { self->place_row, PRESSER_METADATA_PLACE },
    { self->source_row, PRESSER_METADATA_SOURCE },
  };

  for (guint i = 0; metadata != NULL && i < G_N_ELEMENTS (rows); i++)
    {
      const char *value = presser_metadata_get (metadata, rows[i].field);

      gtk_editable_set_text (rows[i].row, value != NULL ? value : "");
    }
}

/* As long as the encoding is a guess, nothing that is read in it is worth a look. */
static void
put_file_first (PresserImportDialog *self)
{
  AdwPreferencesGroup *groups[] = { self->speakers_group, self->candidates_group, self->pattern_group, self->transcript_group };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GtkWidget) group = g_object_ref (GTK_WIDGET (groups[i]));

      adw_preferences_page_remove (self->page, groups[i]);
      adw_preferences_page_add (self->page, groups[i]);
    }
}

/**
 * presser_import_dialog_new:
 * @parent: where the transcript is shown
 * @bytes: the transcript as it came
 * @name: its file name
 * @report: what was found in it
 *
 * Returns: (transfer none): a dialog to be presented
 */
PresserImportDialog *
presser_import_dialog_new (GtkWindow           *parent,
                           GBytes              *bytes,
                           const char          *name,
                           PresserImportReport *report)
{
  PresserImportDialog *self = g_object_new (PRESSER_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->report = g_object_ref (report);
  self->is_filling = TRUE;
  fill_formats (self);
  fill_encodings (self);
  fill_metadata (self);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_group),
                          presser_import_columns_fill (self->columns_group, report, self->decisions,
                                                       (PresserColumnsDecided) queue_run, self));
  if (!presser_import_report_is_encoding_certain (report))
    put_file_first (self);
  show_report (self);
  self->is_filling = FALSE;
  return self;
}

static void
presser_import_dialog_dispose (GObject *object)
{
  PresserImportDialog *self = PRESSER_IMPORT_DIALOG (object);

  self->is_filling = TRUE;
  g_cancellable_cancel (self->closed);
  g_clear_handle_id (&self->run_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (presser_import_dialog_parent_class)->dispose (object);
}

static void
presser_import_dialog_finalize (GObject *object)
{
  PresserImportDialog *self = PRESSER_IMPORT_DIALOG (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->tei, g_bytes_unref);
  g_clear_pointer (&self->decisions, presser_import_decisions_free);
  g_clear_object (&self->report);
  g_clear_object (&self->closed);
  g_ptr_array_unref (self->encodings);
  g_ptr_array_unref (self->remark_rows);
  g_free (self->name);

  G_OBJECT_CLASS (presser_import_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PresserImportDialog, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (window_title);
  BIND (spinner);
  BIND (page);
  BIND (remarks_group);
  BIND (speakers_group);
  BIND (speakers);
  BIND (candidates_group);
  BIND (candidates);
  BIND (pattern_group);
  BIND (pattern_row);
  BIND (transcript_group);
  BIND (title_row);
  BIND (date_row);
  BIND (place_row);
  BIND (source_row);
  BIND (format_row);
  BIND (encoding_row);
  BIND (columns_group);
  BIND (preview_group);
  BIND (preview);
}

#undef BIND

static void
presser_import_dialog_class_init (PresserImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = presser_import_dialog_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BYTES, PRESSER_TYPE_IMPORT_REPORT);

  g_type_ensure (PRESSER_TYPE_PREVIEW);
  g_type_ensure (PRESSER_TYPE_IMPORT_SPEAKERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, pattern_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, metadata_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_selected_cb);
  gtk_widget_class_install_action (widget_class, "import.accept", NULL, accept_action);
}

static void
presser_import_dialog_init (PresserImportDialog *self)
{
  self->is_filling = TRUE;
  self->decisions = presser_import_decisions_new ();
  self->encodings = g_ptr_array_new_with_free_func (g_free);
  self->remark_rows = g_ptr_array_new ();
  self->closed = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
}
