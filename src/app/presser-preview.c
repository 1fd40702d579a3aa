/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _PresserPreview
{
  GtkSourceView parent_instance;
};

G_DEFINE_FINAL_TYPE (PresserPreview, presser_preview, GTK_SOURCE_TYPE_VIEW)

static GtkSourceBuffer *
get_buffer (PresserPreview *self)
{
  return GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

static void
refresh_scheme (PresserPreview *self)
{
  gboolean                     dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      get_buffer (self), gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita"));
}

/**
 * presser_preview_show:
 * @self: a preview
 * @text: the first lines
 * @file_name: (nullable): by whose ending the language is told
 * @mime_type: (nullable): likewise
 */
void
presser_preview_show (PresserPreview *self,
                      const char     *text,
                      const char     *file_name,
                      const char     *mime_type)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();

  g_return_if_fail (PRESSER_IS_PREVIEW (self));

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (get_buffer (self)), text, -1);
  gtk_source_buffer_set_language (get_buffer (self),
                                  file_name != NULL || mime_type != NULL
                                      ? gtk_source_language_manager_guess_language (languages, file_name, mime_type)
                                      : NULL);
}

static void
presser_preview_class_init (PresserPreviewClass *klass)
{
}

static void
presser_preview_init (PresserPreview *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_monospace (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (get_buffer (self)), FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (get_buffer (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh_scheme), self,
                           G_CONNECT_SWAPPED);
  refresh_scheme (self);
}
