/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-find-bar.h"

#include <glib/gi18n-lib.h>

#include "presser-accessible.h"
#include "presser-children.h"

struct _PresserFindBar
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkSearchBar *search_bar;
  GtkEditable  *entry;
  GtkLabel     *count_label;

  /* Owned. */
  GtkSourceView           *view;
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext  *context; /* NULL while closed: a context costs time at every edit */
};

G_DEFINE_FINAL_TYPE (PresserFindBar, presser_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SEARCH_MODE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
refresh_count (PresserFindBar *self)
{
  GtkTextBuffer   *buffer;
  GtkTextIter      start;
  GtkTextIter      end;
  int              n_matches;
  int              position;
  g_autofree char *text = NULL;

  if (self->context == NULL)
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
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
search_changed_cb (PresserFindBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  gtk_source_search_settings_set_search_text (self->settings, *text != '\0' ? text : NULL);
  find_from (self, FALSE);
  refresh_count (self);
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
      g_autofree char *selected = gtk_text_iter_get_slice (&start, &end);

      gtk_editable_set_text (self->entry, selected);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
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
 */
void
presser_find_bar_set_view (PresserFindBar *self,
                           GtkSourceView  *view)
{
  g_return_if_fail (PRESSER_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_set_object (&self->view, view);
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

  g_clear_object (&self->context);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), PRESSER_TYPE_FIND_BAR);
  presser_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (presser_find_bar_parent_class)->dispose (object);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/app/presser/Presser/presser-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PresserFindBar, count_label);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  presser_accessible_name_buttons (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->entry);
}
