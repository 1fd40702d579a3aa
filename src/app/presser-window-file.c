/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a transcript gets into the window: from a file, the recent list, the clipboard, the sample. */

#include <glib/gi18n-lib.h>

#include "presser-compat.h"
#include "presser-window-private.h"

#define N_RECENT 8

static void
show_document (PresserWindow *self)
{
  PresserDocument *document = presser_window_get_document (self);
  gboolean         is_open = document != NULL;

  presser_transcript_set_filter (self->transcript, NULL);
  presser_inspector_show (self->inspector, NULL, NULL);
  if (is_open)
    presser_transcript_set_document (self->transcript, document);
  presser_sidebar_set_document (self->sidebar, document);
  presser_statement_list_set_document (self->list, document);
  presser_statement_table_show (self->table, document, is_open ? presser_statement_list_get_matches (self->list) : NULL);
  presser_transcript_map_show (self->map, self->transcript, document,
                               is_open ? presser_statement_list_get_matches (self->list) : NULL);
  presser_overview_page_show (self->overview, document, is_open ? presser_statement_list_get_matches (self->list) : NULL);
  presser_quick_tag_set_document (self->quick_tag, document);
  presser_find_bar_set_view (self->find_bar, GTK_SOURCE_VIEW (self->transcript), document);
  presser_tei_view_show (self->tei_view, NULL, NULL);
  presser_marker_set_document (self->marker, document);
  g_array_set_size (self->trail, 0);

  g_signal_group_set_target (self->file_signals, self->file);
  g_signal_group_set_target (self->history_signals, is_open ? presser_document_get_history (document) : NULL);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->statement_signals, is_open ? presser_document_get_statements (document) : NULL);
  g_signal_group_set_target (self->speaker_signals, is_open ? presser_document_get_speakers (document) : NULL);
  g_signal_group_set_target (self->topic_signals, is_open ? presser_document_get_topics (document) : NULL);
  self->words_are_stale = TRUE;
}

static void
show_page (PresserWindow *self)
{
  gboolean    is_loading = self->loading != NULL;
  const char *page = self->file != NULL ? "document" : "empty";

  gtk_stack_set_visible_child_name (self->stack, is_loading ? "loading" : page);
  gtk_spinner_set_spinning (self->spinner, is_loading);
  gtk_widget_set_visible (self->find_button, self->file != NULL && !is_loading);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), self->file != NULL && !is_loading && !self->is_narrow);
  gtk_widget_set_visible (self->suggest_button, self->file != NULL && !is_loading && !self->is_narrow);
  presser_window_update_title (self);
  presser_window_update_actions (self);
}

static void
restore_line (PresserWindow *self)
{
  PresserDocument *document = presser_window_get_document (self);
  guint            index = self->reload_line > 0 ? (guint) self->reload_line : 0;
  PresserRange     range;

  index = MIN (index, presser_document_get_n_paragraphs (document) - 1);
  range = presser_document_get_paragraph_range (document, index);
  presser_transcript_select (self->transcript, (PresserRange){ range.start, range.start });
  if (index > 0)
    presser_transcript_reveal (self->transcript, range);
  self->reload_line = -1;
}

static void
remember_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
show_remarks (PresserWindow *self)
{
  const PresserNoticeButton buttons[] = {
    { _ ("C_hoose…"), "win.import-choices" },
    { NULL, NULL },
  };
  GPtrArray *remarks = presser_open_file_get_remarks (self->file);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", (const char *) remarks->pdata[i]);
  if (remarks->len > 0)
    presser_notice_show (self->notice, _ ("Please check how this was read"), text->str,
                         presser_open_file_get_report (self->file) != NULL ? buttons : NULL);
}

static void
show_load_error (PresserWindow *self,
                 const GError  *error)
{
  static const PresserNoticeButton buttons[] = {
    { N_ ("Try _Again"), "win.retry" },
    { N_ ("Open _Another…"), "win.open" },
    { NULL, NULL },
  };
  PresserNoticeButton translated[G_N_ELEMENTS (buttons)];
  g_autofree char    *path = NULL;
  g_autofree char    *title = NULL;
  guint               first = self->requested != NULL ? 0 : 1;
  guint               i;

  for (i = 0; i < G_N_ELEMENTS (buttons); i++)
    translated[i] = (PresserNoticeButton){ buttons[i].label != NULL ? _ (buttons[i].label) : NULL, buttons[i].action };
  path = self->requested != NULL ? g_file_get_parse_name (self->requested) : NULL;
  /* Translators: %s is the path of a file */
  title = path != NULL ? g_strdup_printf (_ ("Could not open %s"), path) : g_strdup (_ ("Could not read the text"));
  presser_notice_show (self->notice, title, error->message, translated + first);
}

/**
 * presser_window_show_file:
 * @self: a window
 * @file: what is open in it from now on, in place of what was
 */
void
presser_window_show_file (PresserWindow   *self,
                          PresserOpenFile *file)
{
  if (self->file != NULL)
    presser_open_file_give_up (self->file); /* only a reload comes here, and it has said so */
  g_set_object (&self->file, file);
  presser_notice_hide (self->notice);
  show_document (self);
  if (presser_open_file_get_origin (file) != NULL)
    remember_recent (presser_open_file_get_origin (file));
  if (!presser_open_file_is_decided (file))
    show_remarks (self);
}

/**
 * presser_window_begin_work:
 * @self: a window in which a file is shown
 *
 * Puts the cursor where the work begins.
 */
void
presser_window_begin_work (PresserWindow *self)
{
  show_page (self);
  if (self->file == NULL)
    return;
  restore_line (self);
  presser_hint_show (self->hint, FALSE);
  presser_window_focus_text (self);
  presser_window_queue_status (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PresserWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserOpenFile) file = presser_open_file_load_finish (result, &error);

  if (self->loading == NULL || g_task_get_cancellable (G_TASK (result)) != self->loading)
    return; /* the window is gone, or was asked for something else */

  g_clear_object (&self->loading);
  if (file != NULL)
    presser_window_show_file (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_load_error (self, error);

  if (file != NULL)
    {
      presser_window_begin_work (self);
      presser_window_offer_import (self);
    }
  else
    show_page (self);
}

static void
begin_loading (PresserWindow *self,
               GFile         *file,
               const char    *name)
{
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Reading “%s”…"), name);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  g_set_object (&self->requested, file);
  gtk_label_set_text (self->loading_label, label);
  presser_notice_hide (self->notice);
  show_page (self);
}

/**
 * presser_window_load:
 * @self: a window
 * @file: any transcript
 *
 * Opens a file in place of what is open here.
 */
void
presser_window_load (PresserWindow *self,
                     GFile         *file)
{
  g_autofree char *name = g_file_get_basename (file);

  begin_loading (self, file, name);
  presser_open_file_load_async (file, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * presser_window_load_imported:
 * @self: a window with an import
 * @tei: what it is now to be
 * @report: (nullable): what was found when @tei was made
 *
 * Opens the same transcript as the user has decided that it is to be understood.
 */
void
presser_window_load_imported (PresserWindow       *self,
                              GBytes              *tei,
                              PresserImportReport *report)
{
  GFile *origin = presser_open_file_get_origin (self->file);

  begin_loading (self, origin, presser_open_file_get_name (self->file));
  presser_open_file_load_imported_async (self->file, tei, report, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * presser_window_open_at:
 * @self: a window in which nothing is open
 * @file: any transcript
 * @paragraph: where the cursor is to stand, from 0
 */
void
presser_window_open_at (PresserWindow *self,
                        GFile         *file,
                        guint          paragraph)
{
  g_return_if_fail (PRESSER_IS_WINDOW (self) && G_IS_FILE (file));

  self->reload_line = (int) MIN (paragraph, G_MAXINT);
  presser_window_load (self, file);
}

/**
 * presser_window_get_paragraph:
 * @self: a window
 *
 * Returns: the paragraph in which the cursor stands, from 0
 */
guint
presser_window_get_paragraph (PresserWindow *self)
{
  g_return_val_if_fail (PRESSER_IS_WINDOW (self), 0);

  if (self->file == NULL)
    return 0;
  return presser_document_find_paragraph (presser_window_get_document (self),
                                          presser_transcript_get_selection (self->transcript).start);
}

/**
 * presser_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it was saved to or, if that was nowhere yet, what was opened
 */
GFile *
presser_window_get_file (PresserWindow *self)
{
  g_return_val_if_fail (PRESSER_IS_WINDOW (self), NULL);

  if (self->file == NULL)
    return NULL;
  if (presser_open_file_get_location (self->file) != NULL)
    return presser_open_file_get_location (self->file);
  return presser_open_file_get_origin (self->file);
}

static void
load_bytes (PresserWindow *self,
            GBytes        *bytes,
            const char    *name,
            gboolean       is_precious)
{
  begin_loading (self, NULL, name);
  presser_open_file_load_bytes_async (bytes, name, is_precious, self->loading, loaded_cb, g_object_ref (self));
}

static void
open_here_or_elsewhere (PresserWindow *self,
                        GFile         *file)
{
  presser_application_open_file (PRESSER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file,
                                 GTK_WINDOW (self));
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GFile) file = presser_choose_file_finish (result, NULL);

  if (file != NULL)
    open_here_or_elsewhere (PRESSER_WINDOW (source), file);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GFile) folder = NULL;
  PresserFileChoice choice = { .title = _ ("Open a Transcript") };

  if (self->file != NULL && presser_open_file_get_origin (self->file) != NULL)
    folder = g_file_get_parent (presser_open_file_get_origin (self->file));
  choice.folder = folder;
  presser_choose_file_async (GTK_WINDOW (self), &choice, NULL, open_chosen_cb, NULL);
}

static void
open_uri_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_here_or_elsewhere (PRESSER_WINDOW (user_data), file);
}

static void
retry_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  g_autoptr (GFile) file = self->requested != NULL ? g_object_ref (self->requested) : NULL;

  if (file != NULL)
    presser_window_load (self, file);
}

static void
reload_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);
  GFile         *location = presser_open_file_get_location (self->file);
  guint          position = presser_transcript_get_selection (self->transcript).start;

  if (location == NULL)
    return;
  self->reload_line = (int) presser_document_find_paragraph (presser_window_get_document (self), position);
  presser_window_load (self, location);
}

static void
cancel_loading_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  show_page (self);
}

/* Where something goes that comes from no file: here if nothing is open, else into a window of its own. */
static PresserWindow *
find_empty_window (PresserWindow *self)
{
  PresserWindow *window = self;

  if (!presser_window_is_empty (self))
    {
      window = presser_window_new (PRESSER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (window));
    }
  return window;
}

static void
open_sample_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/app/presser/Presser/sample-briefing.txt",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_if_fail (bytes != NULL);
  load_bytes (find_empty_window (PRESSER_WINDOW (user_data)), bytes, "sample-briefing.txt", FALSE);
}

static void
text_pasted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PresserWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || *g_strstrip (text) == '\0')
    {
      presser_window_toast (self, _ ("There is no text on the clipboard"));
      return;
    }
  bytes = g_bytes_new (text, strlen (text));
  load_bytes (find_empty_window (self), bytes, _ ("Pasted Transcript"), TRUE);
}

static void
paste_transcript_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (user_data)), NULL, text_pasted_cb,
                                 g_object_ref (user_data));
}

static const GActionEntry actions[] = {
  { "open", open_action },
  { "open-uri", open_uri_action, "s" },
  { "retry", retry_action },
  { "reload", reload_action },
  { "cancel-loading", cancel_loading_action },
  { "open-sample", open_sample_action },
  { "paste-transcript", paste_transcript_action },
  { "paste-into-empty", paste_transcript_action },
};

/**
 * presser_window_add_file_actions:
 * @self: a window
 */
void
presser_window_add_file_actions (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * presser_window_update_file_actions:
 * @self: a window
 * @has_document: whether something is open
 */
void
presser_window_update_file_actions (PresserWindow *self,
                                    gboolean       has_document)
{
  gboolean    can_reload = has_document && presser_open_file_get_location (self->file) != NULL;
  GActionMap *map = G_ACTION_MAP (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "reload")), can_reload);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "paste-into-empty")),
                               presser_window_is_empty (self));
}

static int
compare_recent (gconstpointer one,
                gconstpointer other)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) other),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) one));
}

/* What this application opened and what still is there, the latest first. */
static GList *
list_recent (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *own = NULL;
  GList *link;

  for (link = items; link != NULL; link = link->next)
    if (gtk_recent_info_has_application (link->data, g_get_application_name ()) && gtk_recent_info_exists (link->data))
      own = g_list_prepend (own, gtk_recent_info_ref (link->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return g_list_sort (own, compare_recent);
}

/* Two transcripts may have one name; the folder tells which is which. */
static GtkWidget *
make_recent_button (const char *uri,
                    const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *name_label = gtk_label_new (name);
  GtkWidget       *path_label = gtk_label_new (path);

  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (path_label), PANGO_ELLIPSIZE_START);
  gtk_label_set_max_width_chars (GTK_LABEL (name_label), 40);
  gtk_label_set_max_width_chars (GTK_LABEL (path_label), 48);
  gtk_widget_add_css_class (path_label, "dim-label");
  gtk_widget_add_css_class (path_label, "caption");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), path_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, path, -1);
  return button;
}

static void
add_recent (PresserWindow *self,
            GMenu         *menu,
            GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  const char *name = gtk_recent_info_get_display_name (info);
  g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);
  GtkWidget *button = make_recent_button (uri, name);

  g_menu_item_set_action_and_target (item, "win.open-uri", "s", uri);
  g_menu_append_item (menu, item);
  presser_window_offer_names_of (self, name, uri);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_box_append (self->recent_box, button);
}

static void
recent_changed_cb (PresserWindow *self)
{
  GList *recent = list_recent ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *title = gtk_widget_get_first_child (GTK_WIDGET (self->recent_box));
  GtkWidget *button = gtk_widget_get_next_sibling (title);
  GList     *link;
  guint      n_added = 0;

  for (; button != NULL; button = gtk_widget_get_next_sibling (title))
    gtk_box_remove (self->recent_box, button);
  g_menu_remove_all (self->names_menu);
  for (link = recent; link != NULL && n_added < N_RECENT; link = link->next, n_added++)
    add_recent (self, menu, link->data);
  if (n_added == 0)
    g_menu_append (menu, _ ("Nothing opened yet"), "win.none");
  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_box), n_added > 0);
  g_list_free_full (recent, (GDestroyNotify) gtk_recent_info_unref);
}

/**
 * presser_window_follow_recent:
 * @self: a window
 *
 * Keeps the list of recent transcripts up to date.
 */
void
presser_window_follow_recent (PresserWindow *self)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  show_page (self);
}
