/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-keys.h"
#include "presser-session.h"
#include "presser-window-private.h"

G_DEFINE_FINAL_TYPE (PresserWindow, presser_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * presser_window_focus_text:
 * @self: a window
 *
 * Gives the keys to the transcript.
 */
void
presser_window_focus_text (PresserWindow *self)
{
  if (self->file != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->transcript));
}

static void
current_changed_cb (PresserWindow *self)
{
  PresserStatement *statement = presser_transcript_get_current (self->transcript);
  PresserDocument  *document = presser_window_get_document (self);

  presser_inspector_show (self->inspector, document, document != NULL ? statement : NULL);
  presser_window_queue_status (self); /* the list may not know the statement yet */
  presser_window_update_actions (self);
}

static void
filter_changed_cb (PresserWindow *self)
{
  presser_transcript_set_filter (self->transcript, presser_statement_list_get_filter (self->list));
}

static void
replaced_cb (PresserWindow *self,
             guint          n_replaced)
{
  g_autofree char *message = g_strdup_printf (ngettext ("Replaced in %u place", "Replaced in %u places", n_replaced), n_replaced);

  presser_window_offer_undo (self, message);
}

static void
quick_tag_closed_cb (PresserWindow *self)
{
  if (!presser_range_equal (presser_transcript_get_selection (self->transcript), self->quick_tag_range))
    presser_transcript_select (self->transcript, self->quick_tag_range);
  presser_window_focus_text (self);
}

/**
 * presser_window_is_empty:
 * @self: a window
 *
 * Returns: whether nothing is open and nothing is being opened
 */
gboolean
presser_window_is_empty (PresserWindow *self)
{
  g_return_val_if_fail (PRESSER_IS_WINDOW (self), FALSE);

  return self->file == NULL && self->loading == NULL;
}

/**
 * presser_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether it is open here, as what is saved to or as what was imported
 */
gboolean
presser_window_has_file (PresserWindow *self,
                         GFile         *file)
{
  g_return_val_if_fail (PRESSER_IS_WINDOW (self), FALSE);

  if (self->loading != NULL)
    return self->requested != NULL && g_file_equal (self->requested, file);
  if (self->file == NULL)
    return FALSE;
  return (presser_open_file_get_location (self->file) != NULL
          && g_file_equal (presser_open_file_get_location (self->file), file))
         || (presser_open_file_get_origin (self->file) != NULL
             && g_file_equal (presser_open_file_get_origin (self->file), file));
}

/**
 * presser_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document that is open
 */
PresserDocument *
presser_window_get_document (PresserWindow *self)
{
  g_return_val_if_fail (PRESSER_IS_WINDOW (self), NULL);

  return self->file != NULL ? presser_open_file_get_document (self->file) : NULL;
}

/**
 * presser_window_open:
 * @self: a window
 * @file: what to open
 *
 * Opens a transcript in this window.
 */
void
presser_window_open (PresserWindow *self,
                     GFile         *file)
{
  g_return_if_fail (PRESSER_IS_WINDOW (self) && G_IS_FILE (file));

  presser_window_load (self, file);
}

/**
 * presser_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer none): a window in which nothing is open
 */
PresserWindow *
presser_window_new (PresserApplication *application)
{
  PresserWindow *self = g_object_new (PRESSER_TYPE_WINDOW, "application", application, NULL);

  presser_window_restore_layout (self);
  presser_window_update_actions (self);
  return self;
}

static void
presser_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GTK_WIDGET_CLASS (presser_window_parent_class)->size_allocate (widget, width, height, baseline);
  presser_window_allocated (PRESSER_WINDOW (widget), width);
}

/* The last window is what was open at the end; the others were closed because they were done with. */
static void
presser_window_store_session (PresserWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList          *link = application != NULL ? gtk_application_get_windows (application) : NULL;
  guint           n_windows = 0;

  for (; link != NULL; link = link->next)
    n_windows += PRESSER_IS_WINDOW (link->data) ? 1 : 0;
  if (n_windows == 1 && !presser_application_is_quitting (PRESSER_APPLICATION (application)))
    presser_session_store (PRESSER_APPLICATION (application));
}

static gboolean
presser_window_close_request (GtkWindow *window)
{
  PresserWindow *self = PRESSER_WINDOW (window);

  presser_inspector_commit (self->inspector);
  if (!self->may_close && presser_window_ask_before_close (self))
    return TRUE;
  presser_window_store_layout (self);
  presser_window_store_session (self);
  return GTK_WINDOW_CLASS (presser_window_parent_class)->close_request (window);
}

static void
presser_window_dispose (GObject *object)
{
  PresserWindow *self = PRESSER_WINDOW (object);

  g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->suggesting);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->status_id, g_source_remove);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_object (&self->buffer_signals);
  g_clear_object (&self->file_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->statement_signals);
  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->topic_signals);
  /* The children go one by one and tell of it; nobody is left to hear. */
  if (self->transcript != NULL)
    g_signal_handlers_disconnect_by_data (self->transcript, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->quick_tag != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->quick_tag));
  self->quick_tag = NULL;
  if (self->command_palette != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->command_palette));
  self->command_palette = NULL;
  g_clear_object (&self->transcript_menu);
  g_clear_object (&self->speaker_menu);
  g_clear_object (&self->topic_menu);
  g_clear_object (&self->turn_menu);
  g_clear_object (&self->names_menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_WINDOW);
  g_clear_object (&self->file);
  g_clear_object (&self->requested);
  presser_window_forget_toast (self);
  g_clear_pointer (&self->last_id, g_free);
  g_clear_pointer (&self->trail, g_array_unref);

  G_OBJECT_CLASS (presser_window_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (PRESSER_TYPE_FIND_BAR);
  g_type_ensure (PRESSER_TYPE_INSPECTOR);
  g_type_ensure (PRESSER_TYPE_MARKER);
  g_type_ensure (PRESSER_TYPE_NOTICE);
  g_type_ensure (PRESSER_TYPE_OVERVIEW_PAGE);
  g_type_ensure (PRESSER_TYPE_SIDEBAR);
  g_type_ensure (PRESSER_TYPE_STATEMENT_LIST);
  g_type_ensure (PRESSER_TYPE_STATEMENT_TABLE);
  g_type_ensure (PRESSER_TYPE_TEI_VIEW);
  g_type_ensure (PRESSER_TYPE_TRANSCRIPT);
  g_type_ensure (PRESSER_TYPE_TRANSCRIPT_MAP);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PresserWindow, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (toasts);
  BIND (window_title);
  BIND (open_button);
  BIND (undo_box);
  BIND (undo_button);
  BIND (redo_button);
  BIND (find_button);
  BIND (suggest_button);
  BIND (export_button);
  BIND (main_menu);
  BIND (notice);
  BIND (stack);
  BIND (empty_open_button);
  BIND (recent_box);
  BIND (spinner);
  BIND (loading_label);
  BIND (outer_paned);
  BIND (inner_paned);
  BIND (sidebar);
  BIND (centre);
  BIND (views);
  BIND (find_bar);
  BIND (marker);
  BIND (transcript_page);
  BIND (transcript);
  BIND (map);
  BIND (table);
  BIND (overview);
  BIND (tei_view);
  BIND (inspector_pane);
  BIND (inspector);
  BIND (list);
  BIND (place_button);
  BIND (place_label);
  BIND (go_to_popover);
  BIND (go_to_entry);
  BIND (status_label);
  BIND (correct_button);
}

#undef BIND

static void
presser_window_class_init (PresserWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = presser_window_close_request;
  widget_class->size_allocate = presser_window_size_allocate;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, presser_window_view_changed);

  /* After the focus has had its chance: an entry undoes and pastes for itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-into-empty", NULL);
}

static void
connect_children (PresserWindow *self)
{
  g_signal_connect_object (self->transcript, "notify::current-statement", G_CALLBACK (current_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->transcript, "notify::has-selection", G_CALLBACK (presser_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->transcript, "buffer", self->buffer_signals, "target", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->find_bar, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_tag, "closed", G_CALLBACK (quick_tag_closed_cb), self, G_CONNECT_SWAPPED);
}

static GSignalGroup *
follow (PresserWindow *self,
        GType          type,
        const char    *signal,
        GCallback      callback)
{
  GSignalGroup *group = g_signal_group_new (type);

  g_signal_group_connect_swapped (group, signal, callback, self);
  return group;
}

static void
text_changed_cb (PresserWindow *self)
{
  self->words_are_stale = TRUE;
  presser_window_queue_status (self);
}

static void
follow_document (PresserWindow *self)
{
  self->buffer_signals = follow (self, GTK_TYPE_TEXT_BUFFER, "notify::cursor-position", G_CALLBACK (presser_window_queue_status));
  self->file_signals = follow (self, PRESSER_TYPE_OPEN_FILE, "state-changed", G_CALLBACK (presser_window_update_title));
  g_signal_group_connect_swapped (self->file_signals, "keeping-changed", G_CALLBACK (presser_window_keeping_changed), self);
  g_signal_group_connect_swapped (self->file_signals, "changed-on-disk", G_CALLBACK (presser_window_file_changed), self);
  self->history_signals = follow (self, PRESSER_TYPE_HISTORY, "notify", G_CALLBACK (presser_window_update_actions));
  self->document_signals = follow (self, PRESSER_TYPE_DOCUMENT, "text-changed", G_CALLBACK (text_changed_cb));
  g_signal_group_connect_swapped (self->document_signals, "notify::metadata", G_CALLBACK (presser_window_update_title), self);
  self->statement_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (presser_window_queue_status));
  self->speaker_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (presser_window_queue_status));
  self->topic_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (presser_window_queue_status));
}

static void
presser_window_init (PresserWindow *self)
{
  self->reload_line = -1;
  self->trail = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));

  self->quick_tag = PRESSER_QUICK_TAG (presser_quick_tag_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->quick_tag), self->transcript_page);
  self->keys = presser_keys_new ();
  gtk_widget_add_controller (GTK_WIDGET (self->transcript), self->keys);
  presser_window_add_review_keys (self);

  follow_document (self);
  connect_children (self);
  presser_window_add_actions (self);
  presser_window_add_tagging_actions (self);
  presser_window_add_selecting_actions (self);
  presser_window_add_statement_actions (self);
  presser_window_add_marker_actions (self);
  presser_window_add_command_actions (self);
  presser_window_add_name_actions (self);
  presser_window_add_suggest_actions (self);
  presser_window_add_file_actions (self);
  presser_window_add_save_actions (self);
  presser_window_add_rescue_actions (self);
  presser_window_add_hint (self);
  presser_window_add_export_actions (self);
  presser_window_add_import_actions (self);
  presser_window_add_overview_actions (self);
  presser_window_add_layout_actions (self);
  presser_window_add_go_to_action (self);
  presser_window_accept_drops (self);
  presser_window_follow_recent (self);
  gtk_widget_grab_focus (self->empty_open_button);
}
