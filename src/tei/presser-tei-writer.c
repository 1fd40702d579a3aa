/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-writer-private.h"

#include <glib/gi18n-lib.h>

#include "presser-error.h"

/* Statements whose words were found elsewhere than the file says: that alone is no reason to change it, but whatever else
 * is written puts it right. */
static void
add_moved (PresserTeiWriter *self)
{
  for (guint i = 0; i < self->reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->reading->records, i);

      if (record->has_moved && g_array_index (self->fates, PresserTeiFate, i) == PRESSER_TEI_FATE_KEPT)
        g_ptr_array_add (self->apart, g_object_ref (record->statement));
    }
}

static GBytes *
write_all (PresserTeiWriter *self,
           GError          **error)
{
  g_autoptr (GBytes) utf8 = NULL;
  char *text;
  gsize length;

  presser_tei_write_text (self);
  presser_tei_write_header (self);
  if (presser_tei_patches_is_empty (self->patches) && self->apart->len == 0)
    return g_bytes_ref (self->source->utf8);
  add_moved (self);
  if (self->source->is_legacy)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
                   _ ("“%s” is TEI without its namespace, as in the old version P4; it can be read, but not changed."),
                   self->source->name);
      return NULL;
    }
  text = presser_tei_patches_apply (self->patches, 0, (guint32) self->source->length, &length);
  utf8 = g_bytes_new_take (text, length);
  if (self->apart->len == 0)
    return g_steal_pointer (&utf8);

  return presser_tei_write_annotations (self, utf8, error);
}

/* @pieces: those of the document's text when @reading was made, or made anew. Returns the utf8 of the source itself if
 * nothing changed. */
GBytes *
presser_tei_write (PresserTeiReading *reading,
                   GArray            *pieces,
                   PresserDocument   *document,
                   gboolean           is_stand_off,
                   GError           **error)
{
  g_autoptr (GArray) present = presser_text_dup_pieces (presser_document_get_text (document));
  g_autoptr (PresserTeiAlignment) alignment = presser_tei_alignment_new (pieces, present);
  g_autoptr (GArray) fates = g_array_new (FALSE, FALSE, sizeof (PresserTeiFate));
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) apart = g_ptr_array_new_with_free_func (g_object_unref);
  PresserTeiWriter self = {
    .reading = reading,
    .source = reading->source,
    .document = document,
    .text = presser_document_get_text (document),
    .alignment = alignment,
    .fates = fates,
    .new_ids = new_ids,
    .used = used,
    .needed = needed,
    .apart = apart,
    .is_stand_off = is_stand_off,
  };
  GBytes *bytes = write_all (&self, error);

  g_clear_pointer (&self.patches, presser_tei_patches_free);

  return bytes;
}
