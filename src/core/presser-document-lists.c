/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers, topics and annotators have in common that a person orders them: whatever is done to such a
 * list, it is done to a copy, and the stretch that differs becomes one splice. */

#include "presser-document-private.h"

#include <glib/gi18n-lib.h>

gboolean
presser_document_can_change (PresserDocument *self)
{
  g_return_val_if_fail (!presser_history_is_replaying (self->history), FALSE);

  return TRUE;
}

static const char *
get_id (PresserChangeType type,
        gpointer          object)
{
  if (type == PRESSER_CHANGE_SPEAKERS)
    return presser_speaker_get_id (object);
  if (type == PRESSER_CHANGE_TOPICS)
    return presser_topic_get_id (object);
  return presser_annotator_get_id (object);
}

void
presser_document_note_objects (PresserDocument  *self,
                               PresserChangeType type,
                               GPtrArray        *out,
                               GPtrArray        *in)
{
  guint i;

  for (i = 0; i < out->len; i++)
    g_hash_table_remove (self->by_id[type], get_id (type, out->pdata[i]));
  for (i = 0; i < in->len; i++)
    g_hash_table_insert (self->by_id[type], (gpointer) get_id (type, in->pdata[i]), in->pdata[i]);
}

static gpointer
find_object (PresserDocument  *self,
             PresserChangeType type,
             const char       *id)
{
  return g_hash_table_lookup (self->by_id[type], id);
}

gboolean
presser_document_list_holds (PresserDocument  *self,
                             PresserChangeType type,
                             gpointer          object)
{
  return object != NULL && find_object (self, type, get_id (type, object)) == object;
}

GPtrArray *
presser_document_dup_list (PresserDocument  *self,
                           PresserChangeType type)
{
  GListModel *list = G_LIST_MODEL (self->lists[type]);
  GPtrArray  *objects = g_ptr_array_new_with_free_func (g_object_unref);
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (objects, g_list_model_get_item (list, i));
  return objects;
}

static GPtrArray *
dup_stretch (GPtrArray *objects,
             guint      first,
             guint      n_last)
{
  GPtrArray *stretch = g_ptr_array_new_with_free_func (g_object_unref);
  guint      i;

  for (i = first; i < objects->len - n_last; i++)
    g_ptr_array_add (stretch, g_object_ref (objects->pdata[i]));
  return stretch;
}

void
presser_document_set_list (PresserDocument  *self,
                           PresserChangeType type,
                           GPtrArray        *objects)
{
  g_autoptr (GPtrArray) before = presser_document_dup_list (self, type);
  guint shorter = MIN (before->len, objects->len);
  guint n_first = 0;
  guint n_last = 0;
  guint i;

  while (n_first < shorter && before->pdata[n_first] == objects->pdata[n_first])
    n_first++;
  while (n_last < shorter - n_first
         && before->pdata[before->len - 1 - n_last] == objects->pdata[objects->len - 1 - n_last])
    n_last++;
  if (n_first == before->len && n_first == objects->len)
    return;

  for (i = n_first; i < objects->len - n_last; i++)
    presser_ids_reserve (self->ids, get_id (type, objects->pdata[i]));
  presser_history_perform (self->history,
                           presser_change_new_objects (type, n_first,
                                                       dup_stretch (before, n_first, n_last),
                                                       dup_stretch (objects, n_first, n_last)));
}

void
presser_document_insert_object (PresserDocument  *self,
                                PresserChangeType type,
                                guint             position,
                                gpointer          object,
                                const char       *label)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *in = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n_objects = g_list_model_get_n_items (G_LIST_MODEL (self->lists[type]));

  g_ptr_array_add (in, g_object_ref (object));
  presser_ids_reserve (self->ids, get_id (type, object));
  presser_history_begin (self->history, label);
  presser_history_perform (self->history,
                           presser_change_new_objects (type, MIN (position, n_objects), out, in));
  presser_history_end (self->history);
}

/**
 * presser_document_get_speakers:
 * @self: a document
 *
 * Returns: (transfer none): a list of #PresserSpeaker in the journalist's order
 */
GListModel *
presser_document_get_speakers (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->lists[PRESSER_CHANGE_SPEAKERS]);
}

/**
 * presser_document_get_topics:
 * @self: a document
 *
 * Returns: (transfer none): a list of #PresserTopic in the order of a walk through the tree, each before its sub-topics
 */
GListModel *
presser_document_get_topics (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->lists[PRESSER_CHANGE_TOPICS]);
}

/**
 * presser_document_get_annotators:
 * @self: a document
 *
 * Returns: (transfer none): a list of #PresserAnnotator
 */
GListModel *
presser_document_get_annotators (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->lists[PRESSER_CHANGE_ANNOTATORS]);
}

/**
 * presser_document_get_speaker:
 * @self: a document
 * @id: an XML id
 *
 * Returns: (transfer none) (nullable): the speaker of that id
 */
PresserSpeaker *
presser_document_get_speaker (PresserDocument *self,
                              const char      *id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return id != NULL ? find_object (self, PRESSER_CHANGE_SPEAKERS, id) : NULL;
}

/**
 * presser_document_get_topic:
 * @self: a document
 * @id: an XML id
 *
 * Returns: (transfer none) (nullable): the topic of that id
 */
PresserTopic *
presser_document_get_topic (PresserDocument *self,
                            const char      *id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return id != NULL ? find_object (self, PRESSER_CHANGE_TOPICS, id) : NULL;
}

/**
 * presser_document_get_annotator:
 * @self: a document
 * @id: an XML id
 *
 * Returns: (transfer none) (nullable): the annotator of that id
 */
PresserAnnotator *
presser_document_get_annotator (PresserDocument *self,
                                const char      *id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return id != NULL ? find_object (self, PRESSER_CHANGE_ANNOTATORS, id) : NULL;
}

/**
 * presser_document_add_annotator:
 * @self: a document
 * @annotator: somebody whose id is new here
 */
void
presser_document_add_annotator (PresserDocument  *self,
                                PresserAnnotator *annotator)
{
  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_ANNOTATOR (annotator));
  g_return_if_fail (presser_document_get_annotator (self, presser_annotator_get_id (annotator)) == NULL);

  if (!presser_document_can_change (self))
    return;
  presser_document_insert_object (self, PRESSER_CHANGE_ANNOTATORS, G_MAXUINT, annotator, _ ("Add annotator"));
}

/**
 * presser_document_set_metadata:
 * @self: a document
 * @metadata: what is known about the document as a whole
 */
void
presser_document_set_metadata (PresserDocument *self,
                               PresserMetadata *metadata)
{
  GPtrArray *out;
  GPtrArray *in;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_METADATA (metadata));

  if (!presser_document_can_change (self) || presser_metadata_equal (self->metadata, metadata))
    return;
  out = g_ptr_array_new_with_free_func (g_object_unref);
  in = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (out, g_object_ref (self->metadata));
  g_ptr_array_add (in, g_object_ref (metadata));
  presser_history_begin (self->history, _ ("Change details"));
  presser_history_perform (self->history, presser_change_new_objects (PRESSER_CHANGE_METADATA, 0, out, in));
  presser_history_end (self->history);
}
