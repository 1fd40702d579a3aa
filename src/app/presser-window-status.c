/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says about the document: its title and state, the place of the cursor, the counts. */

#include <glib/gi18n-lib.h>

#include "presser-window-private.h"

static const char *
get_state_label (PresserFileState state)
{
  switch (state)
    {
    case PRESSER_FILE_UNSAVED:
      return _ ("not saved yet");
    case PRESSER_FILE_SAVED:
      return _ ("saved");
    case PRESSER_FILE_SAVING:
      return _ ("saving…");
    case PRESSER_FILE_EDITED:
    default:
      return _ ("edited");
    }
}

static char *
dup_occasion (PresserMetadata *metadata)
{
  const char *place = presser_metadata_get (metadata, PRESSER_METADATA_PLACE);
  const char *date = presser_metadata_get (metadata, PRESSER_METADATA_DATE_TEXT);

  if (date == NULL)
    date = presser_metadata_get (metadata, PRESSER_METADATA_DATE);
  if (place != NULL && date != NULL)
    /* Translators: a place and a date */
    return g_strdup_printf (_ ("%s, %s"), place, date);
  return g_strdup (place != NULL ? place : date);
}

/**
 * presser_window_update_title:
 * @self: a window
 *
 * Shows what is open, where and when it was said and whether it is saved.
 */
void
presser_window_update_title (PresserWindow *self)
{
  PresserMetadata *metadata;
  const char      *title;
  const char      *state;
  g_autofree char *occasion = NULL;
  g_autofree char *subtitle = NULL;

  if (self->file == NULL)
    {
      adw_window_title_set_title (self->window_title, _ ("Presser"));
      adw_window_title_set_subtitle (self->window_title, "");
      gtk_window_set_title (GTK_WINDOW (self), _ ("Presser"));
      return;
    }

  metadata = presser_document_get_metadata (presser_window_get_document (self));
  title = presser_metadata_get (metadata, PRESSER_METADATA_TITLE);
  if (title == NULL)
    title = presser_open_file_get_name (self->file);
  occasion = dup_occasion (metadata);
  state = get_state_label (presser_open_file_get_state (self->file));
  subtitle = occasion != NULL ? g_strdup_printf ("%s · %s", occasion, state) : g_strdup (state);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  presser_window_update_actions (self);
}

/* How many percent of the statements have a speaker; suggestions do not count. */
static guint
count_attributed (PresserDocument *document)
{
  GListModel *statements = presser_document_get_statements (document);
  guint       n_statements = g_list_model_get_n_items (statements);
  guint       n_own = 0;
  guint       n_attributed = 0;
  guint       i;

  for (i = 0; i < n_statements; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED)
        continue;
      n_own++;
      n_attributed += presser_statement_get_speaker (statement) != NULL;
    }
  return n_own > 0 ? 100 * n_attributed / n_own : 0;
}

static void
update_counts (PresserWindow   *self,
               PresserDocument *document)
{
  guint            n_statements = g_list_model_get_n_items (presser_document_get_statements (document));
  g_autofree char *words = NULL;
  g_autofree char *statements = NULL;
  g_autofree char *attributed = NULL;
  g_autofree char *text = NULL;

  if (self->words_are_stale)
    self->n_words = presser_document_get_n_words (document);
  self->words_are_stale = FALSE;
  words = g_strdup_printf (ngettext ("%'u word", "%'u words", self->n_words), self->n_words);
  statements = g_strdup_printf (ngettext ("%'u statement", "%'u statements", n_statements), n_statements);
  if (n_statements > 0)
    /* Translators: of the statements those that have a speaker */
    attributed = g_strdup_printf (_ ("%u %% attributed"), count_attributed (document));
  text = g_strjoin ("   ", words, statements, attributed, NULL);
  gtk_label_set_text (self->status_label, text);
}

static gboolean
status_idle (gpointer data)
{
  PresserWindow   *self = PRESSER_WINDOW (data);
  PresserDocument *document = presser_window_get_document (self);
  guint            position;
  g_autofree char *place = NULL;

  self->status_id = 0;
  if (document == NULL)
    return G_SOURCE_REMOVE;

  position = presser_transcript_get_selection (self->transcript).start;
  /* Translators: the paragraph of the cursor, and how many there are */
  place = g_strdup_printf (_ ("¶%u of %u"), presser_document_find_paragraph (document, position) + 1,
                           presser_document_get_n_paragraphs (document));
  gtk_label_set_text (self->place_label, place);
  update_counts (self, document);
  presser_statement_list_set_current (self->list, presser_transcript_get_current (self->transcript));
  return G_SOURCE_REMOVE;
}

/**
 * presser_window_queue_status:
 * @self: a window
 *
 * Brings the status bar up to date, once for everything that happens until there is time. The text view lays a
 * long text out in its idle time, for seconds; so this comes before.
 */
void
presser_window_queue_status (PresserWindow *self)
{
  if (self->status_id == 0)
    self->status_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, status_idle, self, NULL);
}

/* “1:02:30” or “2:30” in milliseconds, or -1. */
static gint64
parse_time (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  gint64 seconds = 0;
  guint  i;

  if (g_strv_length (parts) < 2 || g_strv_length (parts) > 3)
    return -1;
  for (i = 0; parts[i] != NULL; i++)
    {
      guint64 value;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 0, 100000, &value, NULL))
        return -1;
      seconds = seconds * 60 + (gint64) value;
    }
  return seconds * 1000;
}

/* The last paragraph that begins at that time or before; G_MAXUINT if none has times. */
static guint
find_paragraph_at (PresserDocument *document,
                   gint64           time)
{
  guint found = G_MAXUINT;
  guint i;

  for (i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      gint64 start = presser_paragraph_get_start_time (presser_document_get_paragraph (document, i));

      if (start != PRESSER_TIME_UNKNOWN && (start <= time || found == G_MAXUINT))
        found = i;
    }
  return found;
}

static void
go_to_activated_cb (PresserWindow *self)
{
  PresserDocument *document = presser_window_get_document (self);
  const char      *text = gtk_editable_get_text (self->go_to_entry);
  gint64           time = parse_time (text);
  guint64          number = 0;
  guint            index = G_MAXUINT;

  if (time >= 0)
    index = find_paragraph_at (document, time);
  else if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
    index = MIN ((guint) number, presser_document_get_n_paragraphs (document)) - 1;
  if (index == G_MAXUINT)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->go_to_entry), "error");
      return;
    }

  gtk_popover_popdown (self->go_to_popover);
  g_action_group_activate_action (G_ACTION_GROUP (self), "go-to-paragraph", g_variant_new_uint32 (index));
}

static void
go_to_changed_cb (PresserWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->go_to_entry), "error");
}

static void
go_to_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PresserWindow *self = PRESSER_WINDOW (user_data);

  gtk_stack_set_visible_child_name (self->views, "transcript");
  gtk_menu_button_popup (self->place_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->go_to_entry));
  gtk_editable_select_region (self->go_to_entry, 0, -1);
}

static const GActionEntry actions[] = {
  { "go-to", go_to_action },
};

/**
 * presser_window_add_go_to_action:
 * @self: a window
 *
 * Lets the cursor be sent to a paragraph or a time.
 */
void
presser_window_add_go_to_action (PresserWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->go_to_entry, "activate", G_CALLBACK (go_to_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->go_to_entry, "changed", G_CALLBACK (go_to_changed_cb), self, G_CONNECT_SWAPPED);
}
