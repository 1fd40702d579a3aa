/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two files as one document. */

#include "presser-tei-beside-private.h"

#include "presser-tei-alignment-private.h"

gboolean
presser_tei_is_overruled (PresserTeiReading *beside,
                          const char        *id)
{
  return beside != NULL && (g_hash_table_contains (beside->record_ids, id) || g_hash_table_contains (beside->removed, id));
}

static GHashTable *
index_entries (GArray *entries,
               const char *(*get_id) (gpointer))
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (entries, PresserTeiEntry, i);

      g_hash_table_insert (index, (gpointer) get_id (entry->object), entry);
    }

  return index;
}

GPtrArray *
presser_tei_dup_objects (GArray *entries,
                         GArray *beside,
                         const char *(*get_id) (gpointer))
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) index = index_entries (beside, get_id);
  g_autoptr (GHashTable) known = index_entries (entries, get_id);

  for (guint i = 0; i < entries->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (entries, PresserTeiEntry, i);
      PresserTeiEntry *other = g_hash_table_lookup (index, get_id (entry->object));

      if (other != NULL && other->element != PRESSER_TEI_NONE)
        entry = other;
      g_ptr_array_add (objects, g_object_ref (entry->object));
    }
  for (guint i = 0; beside != NULL && i < beside->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (beside, PresserTeiEntry, i);

      if (!g_hash_table_contains (known, get_id (entry->object)))
        g_ptr_array_add (objects, g_object_ref (entry->object));
    }

  return objects;
}

gboolean
presser_tei_text_is_unchanged (PresserTeiReading *reading,
                               GArray            *pieces,
                               PresserDocument   *document)
{
  g_autoptr (GArray) present = presser_text_dup_pieces (presser_document_get_text (document));
  g_autoptr (PresserTeiAlignment) alignment = presser_tei_alignment_new (pieces, present);

  if (!presser_tei_alignment_is_identity (alignment)
      || presser_document_get_n_paragraphs (document) != reading->paragraphs->len
      || !presser_metadata_equal (reading->metadata, presser_document_get_metadata (document)))
    return FALSE;
  for (guint i = 0; i < reading->paragraphs->len; i++)
    if (presser_document_get_paragraph (document, i) != g_ptr_array_index (reading->paragraphs, i))
      return FALSE;

  return TRUE;
}
