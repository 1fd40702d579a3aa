/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "presser-quote.h"
#include "presser-text-guard.h"

struct _PresserTeiView
{
  GtkSourceView parent_instance;

  PresserDocument *document; /* owned; whose XML that is */
  GBytes          *bytes;    /* owned; what is shown, NULL for nothing */
};

G_DEFINE_FINAL_TYPE (PresserTeiView, presser_tei_view, GTK_SOURCE_TYPE_VIEW)

static GtkSourceBuffer *
get_buffer (PresserTeiView *self)
{
  return GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

static void
refresh_scheme (PresserTeiView *self)
{
  gboolean                     dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      get_buffer (self), gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita"));
}

/* A passage may stand in the XML in pieces, in notes and in attributes; so as long as there is one that may not leave,
 * nothing does. */
static char *
dup_text (gpointer     owner,
          PresserRange selection,
          char       **objection)
{
  PresserTeiView *self = owner;
  GtkTextIter     start, end;

  if (self->document != NULL && presser_quote_withholds_any (self->document))
    {
      *objection = g_strdup (_ ("Not copied: this transcript has words off the record or under embargo. "
                                "An export as TEI leaves them out."));
      return NULL;
    }
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (get_buffer (self)), &start, (int) selection.start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (get_buffer (self)), &end, (int) selection.end);
  return gtk_text_iter_get_slice (&start, &end);
}

static const PresserTextGuardRules rules = { dup_text, NULL };

/**
 * presser_tei_view_show:
 * @self: the view
 * @document: (nullable): a document
 * @bytes: (nullable): what saving it would write, in UTF-8
 */
void
presser_tei_view_show (PresserTeiView  *self,
                       PresserDocument *document,
                       GBytes          *bytes)
{
  gsize            size = 0;
  const char      *data = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PRESSER_IS_TEI_VIEW (self));

  g_set_object (&self->document, document);
  if (bytes != NULL && self->bytes != NULL && g_bytes_equal (bytes, self->bytes))
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  /* Ended by a NUL: GTK 4.8 tells a screen reader what was inserted without minding the length. */
  if (data != NULL && g_utf8_validate (data, (gssize) size, NULL))
    text = g_strndup (data, size);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (get_buffer (self)), text != NULL ? text : "", -1);
}

static GtkTextTag *
get_mark (PresserTeiView *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (get_buffer (self));
  GtkTextTag    *mark = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "statement");
  gboolean       dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (mark == NULL)
    mark = gtk_text_buffer_create_tag (buffer, "statement", NULL);
  g_object_set (mark, "background", dark ? "#3d3846" : "#f6f0c8", NULL);

  return mark;
}

static void
get_iter (PresserTeiView *self,
          guint           byte,
          GtkTextIter    *iter)
{
  const char *text = g_bytes_get_data (self->bytes, NULL);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (get_buffer (self)), iter, (int) g_utf8_strlen (text, (gssize) byte));
}

/**
 * presser_tei_view_reveal:
 * @self: the view
 * @places: (element-type PresserRange): places in what is shown, in bytes
 *
 * Marks these and no others, puts the cursor before the first of them and scrolls there.
 */
void
presser_tei_view_reveal (PresserTeiView *self,
                         GArray         *places)
{
  GtkTextBuffer *buffer;
  GtkTextTag    *mark;
  GtkTextIter    start;
  GtkTextIter    end;

  g_return_if_fail (PRESSER_IS_TEI_VIEW (self));
  g_return_if_fail (places != NULL);

  buffer = GTK_TEXT_BUFFER (get_buffer (self));
  mark = get_mark (self);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, mark, &start, &end);
  for (guint i = places->len; i > 0; i--)
    {
      PresserRange place = g_array_index (places, PresserRange, i - 1);

      get_iter (self, place.start, &start);
      get_iter (self, place.end, &end);
      gtk_text_buffer_apply_tag (buffer, mark, &start, &end);
    }
  if (places->len == 0)
    return;
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.2, TRUE, 0, 0.3);
}

static void
presser_tei_view_finalize (GObject *object)
{
  PresserTeiView *self = PRESSER_TEI_VIEW (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_tei_view_parent_class)->finalize (object);
}

static void
presser_tei_view_class_init (PresserTeiViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_tei_view_finalize;
}

static void
presser_tei_view_init (PresserTeiView *self)
{
  GtkTextView              *view = GTK_TEXT_VIEW (self);
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_monospace (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_source_view_set_show_line_numbers (GTK_SOURCE_VIEW (self), TRUE);
  gtk_source_buffer_set_language (get_buffer (self), gtk_source_language_manager_get_language (languages, "xml"));
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (get_buffer (self)), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("TEI XML"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh_scheme), self,
                           G_CONNECT_SWAPPED);
  refresh_scheme (self);
  presser_text_guard_attach (view, &rules, self);
}
