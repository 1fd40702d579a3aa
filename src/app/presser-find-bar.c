/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-find-bar.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-children.h"
#include "presser-hit-list.h"
#include "presser-text-guard.h"

/* A list that long is scrolled by nobody. */
#define MAX_HITS 20000

/* The list follows the typing when there is a rest, in milliseconds. */
#define LIST_DELAY 150

struct _PresserFindBar
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkSearchBar *search_bar;
  GtkEditable  *entry;
  GtkLabel     *count_label;
  GtkWidget    *case_button;
  GtkWidget    *regex_button;
  GtkWidget    *list_button;
  GtkWidget    *replace_button;
  GtkWidget    *replace_box;
  GtkEditable  *replace_entry;
  GtkButton    *replace_all_button;
  GtkWidget    *hit_list;

  /* Owned. */
  GtkSourceView           *view;
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext  *context; /* NULL while closed: a context costs time at every edit */
  PresserDocument         *document;
  GSignalGroup            *document_signals;

  guint list_id; /* source of a list to come, or 0 */
};

G_DEFINE_FINAL_TYPE (PresserFindBar, presser_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SEARCH_MODE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  REPLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_on (GtkWidget *toggle)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle));
}

static void
show_error (PresserFindBar *self,
            const char     *message)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (message != NULL)
    gtk_label_set_text (self->count_label, _ ("not an expression"));
}

static void
refresh_count (PresserFindBar *self)
{
  GtkTextBuffer   *buffer;
  GtkTextIter      start;
  GtkTextIter      end;
  int              n_matches;
  int              position;
  g_autofree char *text = NULL;
  g_autoptr (GError) regex_error = NULL;

  if (self->context == NULL)
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  regex_error = gtk_source_search_context_get_regex_error (self->context);
  show_error (self, regex_error != NULL ? regex_error->message : NULL);
  if (regex_error != NULL)
    return;
  n_matches = gtk_source_search_context_get_occurrences_count (self->context);
  position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
  if (n_matches == 0 && gtk_source_search_settings_get_search_text (self->settings) != NULL)
    text = g_strdup (_ ("not found"));
  else if (n_matches > 0 && position > 0)
    /* Translators: the first number is which match is selected, the second how many there are */
    text = g_strdup_printf (_ ("%d of %d"), position, n_matches);
  else if (n_matches > 0)
    text = g_strdup_printf ("%d", n_matches);
  gtk_label_set_text (self->count_label, text != NULL ? text : "");
}

static void
show_match (PresserFindBar *self,
            GtkTextIter    *start,
            GtkTextIter    *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_text_buffer_select_range (buffer, start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0.2, FALSE, 0, 0);
  refresh_count (self);
}

static void
find_from (PresserFindBar *self,
           gboolean        from_end)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter hit;
  GtkTextIter hit_end;

  if (self->context == NULL)
    return;
  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), &start, &end);
  if (gtk_source_search_context_forward (self->context, from_end ? &end : &start, &hit, &hit_end, NULL))
    show_match (self, &hit, &hit_end);
}

/**
 * presser_find_bar_find_next:
 * @self: the bar
 *
 * Selects the next place where the text stands, from the end again at the beginning.
 */
void
presser_find_bar_find_next (PresserFindBar *self)
{
  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  if (self->context == NULL)
    presser_find_bar_open (self);
  else
    find_from (self, TRUE);
}

/**
 * presser_find_bar_find_previous:
 * @self: the bar
 *
 * Selects the place before where the text stands.
 */
void
presser_find_bar_find_previous (PresserFindBar *self)
{
  GtkTextIter start;
  GtkTextIter hit;
  GtkTextIter hit_end;

  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  if (self->context == NULL)
    {
      presser_find_bar_open (self);
      return;
    }
  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), &start, NULL);
  if (gtk_source_search_context_backward (self->context, &start, &hit, &hit_end, NULL))
    show_match (self, &hit, &hit_end);
}

static void
refresh_replace_button (PresserFindBar *self)
{
  guint            n_chosen = presser_hit_list_get_n_chosen (PRESSER_HIT_LIST (self->hit_list));
  g_autofree char *label = g_strdup_printf (ngettext ("Replace %u Place", "Replace %u Places", n_chosen), n_chosen);

  gtk_button_set_label (self->replace_all_button, n_chosen > 0 ? label : _ ("Replace"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->replace_all_button), n_chosen > 0);
}

static void
list_hits (PresserFindBar *self)
{
  PresserSearchFlags flags = (is_on (self->regex_button) ? PRESSER_SEARCH_REGEX : 0)
                             | (is_on (self->case_button) ? PRESSER_SEARCH_CASE : 0);
  const char *with = is_on (self->replace_button) ? gtk_editable_get_text (self->replace_entry) : NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL || !is_on (self->list_button) || !presser_find_bar_is_open (self))
    {
      presser_hit_list_show (PRESSER_HIT_LIST (self->hit_list), NULL, NULL);
      return;
    }
  hits = presser_search_find (self->document, gtk_editable_get_text (self->entry), flags, with, MAX_HITS, &error);
  presser_hit_list_show (PRESSER_HIT_LIST (self->hit_list), self->document, hits);
  show_error (self, error != NULL ? error->message : NULL);
  refresh_replace_button (self);
}

static gboolean
list_timeout (gpointer data)
{
  PresserFindBar *self = PRESSER_FIND_BAR (data);

  self->list_id = 0;
  list_hits (self);
  return G_SOURCE_REMOVE;
}

/* The places are wrong as soon as the text changes, and nobody may act on them then. */
static void
queue_list (PresserFindBar *self)
{
  presser_hit_list_show (PRESSER_HIT_LIST (self->hit_list), NULL, NULL);
  refresh_replace_button (self);
  if (self->list_id == 0 && is_on (self->list_button))
    self->list_id = g_timeout_add (LIST_DELAY, list_timeout, self);
}

static void
refresh_visibility (PresserFindBar *self)
{
  gtk_widget_set_visible (self->replace_box, is_on (self->replace_button));
  gtk_widget_set_visible (self->hit_list, is_on (self->list_button) && presser_find_bar_is_open (self));
  queue_list (self);
}

static void
list_toggled_cb (PresserFindBar *self)
{
  if (!is_on (self->list_button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->replace_button), FALSE);
  refresh_visibility (self);
}

/* What is replaced is seen before. */
static void
replace_toggled_cb (PresserFindBar *self)
{
  if (is_on (self->replace_button))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list_button), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->replace_entry));
    }
  refresh_visibility (self);
}

static void
options_changed_cb (PresserFindBar *self)
{
  gtk_source_search_settings_set_regex_enabled (self->settings, is_on (self->regex_button));
  gtk_source_search_settings_set_case_sensitive (self->settings, is_on (self->case_button));
  refresh_count (self);
  queue_list (self);
}

static void
hit_activated_cb (PresserFindBar *self,
                  guint           first,
                  guint           last)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) first);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) last);
  show_match (self, &start, &end);
}

static void
replace_cb (PresserFindBar *self)
{
  guint n_replaced;

  /* What was typed last is not listed yet. */
  if (self->list_id != 0)
    {
      g_clear_handle_id (&self->list_id, g_source_remove);
      list_hits (self);
      return;
    }
  n_replaced = presser_hit_list_replace_chosen (PRESSER_HIT_LIST (self->hit_list));
  if (n_replaced > 0)
    g_signal_emit (self, signals[REPLACED], 0, n_replaced);
}

static void
search_changed_cb (PresserFindBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  gtk_source_search_settings_set_search_text (self->settings, *text != '\0' ? text : NULL);
  find_from (self, FALSE);
  refresh_count (self);
  queue_list (self);
}

static void
mode_changed_cb (PresserFindBar *self)
{
  gboolean is_open = gtk_search_bar_get_search_mode (self->search_bar);

  g_clear_object (&self->context);
  if (is_open && self->view != NULL)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

      self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (buffer), self->settings);
      g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (refresh_count), self,
                               G_CONNECT_SWAPPED);
    }
  refresh_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

/**
 * presser_find_bar_open:
 * @self: the bar
 *
 * Begins with what is selected, if that is in one line, or with what was typed last.
 */
void
presser_find_bar_open (PresserFindBar *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  if (self->view == NULL)
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  if (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), &start, &end)
      && gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end)
      && gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) < 60)
    {
      /* An entry hands what is selected in it to the primary selection. */
      g_autofree char *selected = presser_text_guard_dup_selection (GTK_TEXT_VIEW (self->view));

      if (selected != NULL)
        gtk_editable_set_text (self->entry, selected);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * presser_find_bar_open_replace:
 * @self: the bar
 *
 * As [method@FindBar.open], with the box to type in what to replace the text by.
 */
void
presser_find_bar_open_replace (PresserFindBar *self)
{
  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  /* What is being typed is not to be lost for what was found before. */
  if (!presser_find_bar_is_open (self))
    presser_find_bar_open (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->replace_button), TRUE);
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->replace_entry));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * presser_find_bar_close:
 * @self: the bar
 *
 * What was found stays selected, and the keys go to the text again.
 */
void
presser_find_bar_close (PresserFindBar *self)
{
  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * presser_find_bar_is_open:
 * @self: the bar
 *
 * Returns: whether it is shown
 */
gboolean
presser_find_bar_is_open (PresserFindBar *self)
{
  return gtk_search_bar_get_search_mode (self->search_bar);
}

/**
 * presser_find_bar_set_view:
 * @self: the bar
 * @view: what to search in
 * @document: (nullable): what it shows
 */
void
presser_find_bar_set_view (PresserFindBar  *self,
                           GtkSourceView   *view,
                           PresserDocument *document)
{
  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_set_object (&self->view, view);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
}

static void
presser_find_bar_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PresserFindBar *self = PRESSER_FIND_BAR (object);

  if (id == PROP_SEARCH_MODE)
    g_value_set_boolean (value, presser_find_bar_is_open (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
presser_find_bar_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PresserFindBar *self = PRESSER_FIND_BAR (object);

  if (id != PROP_SEARCH_MODE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_value_get_boolean (value) != presser_find_bar_is_open (self))
    {
      if (g_value_get_boolean (value))
        presser_find_bar_open (self);
      else
        presser_find_bar_close (self);
    }
}

static void
presser_find_bar_dispose (GObject *object)
{
  PresserFindBar *self = PRESSER_FIND_BAR (object);

  g_clear_handle_id (&self->list_id, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->context);
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_FIND_BAR);
  presser_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (presser_find_bar_parent_class)->dispose (object);
}

/* Also from the box for the replacement and from the list. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  PresserFindBar *self = PRESSER_FIND_BAR (widget);

  if (!presser_find_bar_is_open (self))
    return FALSE;
  presser_find_bar_close (self);
  return TRUE;
}

static void
presser_find_bar_class_init (PresserFindBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = presser_find_bar_dispose;
  object_class->get_property = presser_find_bar_get_property;
  object_class->set_property = presser_find_bar_set_property;
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[REPLACED] = g_signal_new ("replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (PRESSER_TYPE_HIT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, regex_button);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, replace_box);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, replace_all_button);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, hit_list);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_replace_button);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, presser_find_bar_find_next);
  gtk_widget_class_bind_template_callback (widget_class, presser_find_bar_find_previous);
  gtk_widget_class_bind_template_callback (widget_class, presser_find_bar_close);
}

static void
presser_find_bar_init (PresserFindBar *self)
{
  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
  self->document_signals = g_signal_group_new (PRESSER_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "text-changed", G_CALLBACK (queue_list), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->entry);
}
