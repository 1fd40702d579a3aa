/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-guarded-selection.h"

#include <glib/gi18n-lib.h>

struct _PresserGuardedSelection
{
  GdkContentProvider parent_instance;

  PresserDupText dup_text; /* NULL once forgotten */
  gpointer       data;     /* borrowed */
};

G_DEFINE_FINAL_TYPE (PresserGuardedSelection, presser_guarded_selection, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
presser_guarded_selection_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
presser_guarded_selection_get_value (GdkContentProvider *provider,
                                     GValue             *value,
                                     GError            **error)
{
  PresserGuardedSelection *self = PRESSER_GUARDED_SELECTION (provider);
  char                    *text;

  if (!G_VALUE_HOLDS (value, G_TYPE_STRING))
    return GDK_CONTENT_PROVIDER_CLASS (presser_guarded_selection_parent_class)->get_value (provider, value, error);

  text = self->dup_text != NULL ? self->dup_text (self->data) : NULL;
  if (text == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _ ("Nothing of the selection may leave"));
      return FALSE;
    }
  g_value_take_string (value, text);
  return TRUE;
}

static void
presser_guarded_selection_class_init (PresserGuardedSelectionClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  provider_class->ref_formats = presser_guarded_selection_ref_formats;
  provider_class->get_value = presser_guarded_selection_get_value;
}

static void
presser_guarded_selection_init (PresserGuardedSelection *self)
{
}

/**
 * presser_guarded_selection_new:
 * @dup_text: gives what may leave now
 * @data: for @dup_text; borrowed until presser_guarded_selection_forget()
 *
 * Returns: (transfer full): something for a clipboard
 */
GdkContentProvider *
presser_guarded_selection_new (PresserDupText dup_text,
                               gpointer       data)
{
  PresserGuardedSelection *self = g_object_new (PRESSER_TYPE_GUARDED_SELECTION, NULL);

  self->dup_text = dup_text;
  self->data = data;
  return GDK_CONTENT_PROVIDER (self);
}

/**
 * presser_guarded_selection_forget:
 * @selection: a guarded selection
 *
 * Whom it asks is gone: from now on nothing leaves.
 */
void
presser_guarded_selection_forget (GdkContentProvider *selection)
{
  PresserGuardedSelection *self = PRESSER_GUARDED_SELECTION (selection);

  self->dup_text = NULL;
  self->data = NULL;
}
