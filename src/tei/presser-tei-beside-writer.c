/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file beside a text: made anew, or patched as any other. */

#include "presser-tei-beside-private.h"

#include <string.h>

#include "presser-tei-annotation-private.h"
#include "presser-tei-escape-private.h"
#include "presser-tei-header-writer-private.h"
#include "presser-tei-stray-private.h"
#include "presser-tei-verify-private.h"

typedef struct
{
  PresserTeiReading *text;
  PresserTeiReading *beside;
  PresserDocument   *document;
  PresserTeiWriter   writer;
  GHashTable        *only;   /* ids of the statements that stand here */
  GHashTable        *wanted; /* ids of speakers and topics that do */
  gboolean           has_removed;
} Writer;

/* What a new one says; not translated, as it goes into a file. */
static GBytes *
make_frame (PresserTeiReading *text)
{
  const char      *title = presser_metadata_get (text->metadata, PRESSER_METADATA_TITLE);
  const char      *name = title != NULL ? title : text->source->name;
  g_autofree char *target = g_uri_escape_string (text->source->name, "", TRUE);
  GString         *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                               "<TEI xmlns=\"" PRESSER_TEI_NAMESPACE "\">\n"
                                               "  <teiHeader>\n"
                                               "    <fileDesc>\n"
                                               "      <titleStmt>\n"
                                               "        <title>Statements on: ");

  presser_tei_append_text (xml, name);
  g_string_append (xml, "</title>\n"
                        "      </titleStmt>\n"
                        "      <publicationStmt>\n"
                        "        <p>Kept beside the text, which stays as it is.</p>\n"
                        "      </publicationStmt>\n"
                        "      <sourceDesc>\n"
                        "        <bibl><ref");
  presser_tei_append_attribute (xml, "target", target);
  g_string_append_c (xml, '>');
  presser_tei_append_text (xml, name);
  g_string_append (xml, "</ref></bibl>\n"
                        "      </sourceDesc>\n"
                        "    </fileDesc>\n"
                        "  </teiHeader>\n"
                        "</TEI>\n");

  return g_string_free_to_bytes (xml);
}

static void
find_statements (Writer *self)
{
  GListModel *statements = presser_document_get_statements (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      const char       *id = presser_statement_get_id (statement);
      PresserTeiRecord *first = g_hash_table_lookup (self->text->record_ids, id);

      if (first == NULL || first->statement != statement || g_hash_table_contains (self->beside->record_ids, id))
        g_hash_table_add (self->only, (gpointer) id);
    }
}

static void
want_topic (Writer     *self,
            const char *id)
{
  PresserTopic *topic = id == NULL ? NULL : presser_document_get_topic (self->document, id);

  if (topic == NULL || !g_hash_table_add (self->wanted, (gpointer) presser_topic_get_id (topic)))
    return;
  want_topic (self, presser_topic_get_parent (topic));
}

static void
want_named (Writer *self)
{
  GListModel *statements = presser_document_get_statements (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      const char *const *topics = presser_statement_get_topics (statement);
      PresserSpeaker    *speaker = presser_statement_get_speaker (statement) == NULL
                                       ? NULL
                                       : presser_document_get_speaker (self->document, presser_statement_get_speaker (statement));

      if (!g_hash_table_contains (self->only, presser_statement_get_id (statement)))
        continue;
      if (speaker != NULL)
        g_hash_table_add (self->wanted, (gpointer) presser_speaker_get_id (speaker));
      for (guint topic = 0; topics[topic] != NULL; topic++)
        want_topic (self, topics[topic]);
    }
}

/* Who or what the first file does not list, or not so. */
static void
want_different (Writer     *self,
                GListModel *list,
                GArray     *entries,
                const char *(*get_id) (gpointer),
                gboolean (*is_equal) (gpointer, gpointer))
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      GObject *object = g_array_index (entries, PresserTeiEntry, i).object;

      g_hash_table_insert (index, (gpointer) get_id (object), object);
    }
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);
      GObject *first = g_hash_table_lookup (index, get_id (object));

      if (first == NULL || !is_equal (first, object))
        g_hash_table_add (self->wanted, (gpointer) get_id (object));
    }
}

static void
find_wanted (Writer *self)
{
  want_named (self);
  want_different (self, presser_document_get_speakers (self->document), self->text->speakers,
                  (const char *(*) (gpointer)) presser_speaker_get_id,
                  (gboolean (*) (gpointer, gpointer)) presser_tei_speaker_equal);
  want_different (self, presser_document_get_topics (self->document), self->text->topics,
                  (const char *(*) (gpointer)) presser_topic_get_id,
                  (gboolean (*) (gpointer, gpointer)) presser_tei_topic_equal);
}

static void
judge (Writer *self)
{
  for (guint i = 0; i < self->beside->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->beside->records, i);
      PresserStatement *statement = record->statement == NULL
                                        ? NULL
                                        : presser_document_get_statement (self->document, presser_statement_get_id (record->statement));
      PresserTeiFate    fate = record->statement == NULL || record->statement == statement ? PRESSER_TEI_FATE_KEPT
                                                                                           : PRESSER_TEI_FATE_GONE;

      g_array_append_val (self->writer.fates, fate);
      if (statement != NULL && fate == PRESSER_TEI_FATE_GONE)
        g_ptr_array_add (self->writer.apart, g_object_ref (statement));
    }
}

/* New ones, in text order. */
static void
add_new (Writer *self)
{
  GListModel *statements = presser_document_get_statements (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      const char *id = presser_statement_get_id (statement);

      if (g_hash_table_contains (self->only, id) && !g_hash_table_contains (self->beside->record_ids, id))
        g_ptr_array_add (self->writer.apart, g_object_ref (statement));
    }
}

/* Statements of the first file that are no more. */
static void
write_removed (Writer             *self,
               PresserTeiBranches *branches)
{
  PresserTeiSource *source = self->beside->source;
  guint32           list = presser_tei_find_annotation_list (source, PRESSER_TEI_REMOVED_LIST);
  guint32           child = PRESSER_TEI_NONE;
  PresserTeiBranch *branch = list == PRESSER_TEI_NONE ? NULL : presser_tei_branches_get (branches, list);
  g_autoptr (GHashTable) noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (list != PRESSER_TEI_NONE && (child = presser_tei_source_next_child (source, list, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *target = presser_tei_source_dup_attribute (source, child, "target");
      const char      *hash = target == NULL ? NULL : strchr (target, '#');
      char            *id = presser_tei_dup_target (hash);

      if (id == NULL)
        continue;
      g_hash_table_add (noted, id);
      if (presser_document_get_statement (self->document, id) != NULL)
        presser_tei_branches_delete (branches, child);
      else
        self->has_removed = TRUE;
    }

  for (guint i = 0; i < self->text->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->text->records, i);
      g_autofree char  *file = g_uri_escape_string (self->text->source->name, "", TRUE);
      g_autofree char  *target = NULL;
      PresserTeiBranch *note;

      if (record->statement == NULL || g_hash_table_contains (noted, presser_statement_get_id (record->statement))
          || presser_document_get_statement (self->document, presser_statement_get_id (record->statement)) != NULL)
        continue;
      if (branch == NULL)
        {
          branch = presser_tei_branch_add (
              presser_tei_branch_get_path (presser_tei_write_get_root (&self->writer, branches), "standOff"), "listAnnotation", NULL);
          presser_tei_branch_set_attribute (branch, "type", PRESSER_TEI_REMOVED_LIST);
        }
      target = g_strdup_printf ("%s#%s", file, presser_statement_get_id (record->statement));
      note = presser_tei_branch_add (branch, "note", NULL);
      presser_tei_branch_set_attribute (note, "type", "removed");
      presser_tei_branch_set_attribute (note, "target", target);
      self->has_removed = TRUE;
    }
}

/* Whether an annotation will be there: a living one, or a lost one that waits to be found. */
static gboolean
has_annotations (Writer *self)
{
  if (self->writer.apart->len > 0)
    return TRUE;
  for (guint i = 0; i < self->beside->strays->len; i++)
    if (((PresserTeiStray *) g_ptr_array_index (self->beside->strays, i))->fate == PRESSER_TEI_STRAY_LOST)
      return TRUE;
  for (guint i = 0; i < self->writer.fates->len; i++)
    if (g_array_index (self->writer.fates, PresserTeiFate, i) == PRESSER_TEI_FATE_KEPT)
      return TRUE;

  return FALSE;
}

static void
write_annotations (Writer             *self,
                   PresserTeiBranches *branches)
{
  g_autoptr (GHashTable) given_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  PresserTeiAnnotationWriter writer = { .writer = &self->writer,
                                        .reading = self->beside,
                                        .text = self->text,
                                        .file = self->text->source->name,
                                        .branches = branches,
                                        .given_ids = given_ids };

  for (guint i = 0; i < self->writer.apart->len; i++)
    presser_tei_annotation_write (&writer, g_ptr_array_index (self->writer.apart, i));
}

/* TEI needs a text or something in its place. */
static void
fill_stand_off (Writer             *self,
                PresserTeiBranches *branches)
{
  PresserTeiBranch *note;

  if (has_annotations (self) || self->has_removed
      || presser_tei_source_find_child (self->beside->source, 0, "standOff") != PRESSER_TEI_NONE)
    return;
  note = presser_tei_branch_add (presser_tei_branch_get_path (presser_tei_write_get_root (&self->writer, branches), "standOff"), "note",
                                 "No statements.");
  presser_tei_branch_set_attribute (note, "type", "about");
}

static GBytes *
write_all (Writer *self)
{
  PresserTeiSource *source = self->beside->source;
  g_autoptr (PresserTeiPatches) patches = presser_tei_patches_new (source);
  g_autoptr (PresserTeiBranches) branches = presser_tei_branches_new (source, patches);
  char *text;
  gsize length;

  self->writer.patches = patches;
  presser_tei_write_lists (&self->writer, branches);
  write_removed (self, branches);
  write_annotations (self, branches);
  fill_stand_off (self, branches);
  presser_tei_branches_emit (branches);
  if (!has_annotations (self) && !self->has_removed && g_hash_table_size (self->wanted) == 0)
    return NULL;
  if (presser_tei_patches_is_empty (patches))
    return g_bytes_ref (source->utf8);
  text = presser_tei_patches_apply (patches, 0, (guint32) source->length, &length);

  return g_bytes_new_take (text, length);
}

static GBytes *
write_beside (Writer *self)
{
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) fates = g_array_new (FALSE, FALSE, sizeof (PresserTeiFate));
  g_autoptr (GPtrArray) apart = g_ptr_array_new_with_free_func (g_object_unref);

  self->writer = (PresserTeiWriter){
    .reading = self->beside,
    .source = self->beside->source,
    .document = self->document,
    .text = presser_document_get_text (self->document),
    .fates = fates,
    .new_ids = new_ids,
    .used = used,
    .needed = needed,
    .apart = apart,
    .only = only,
    .wanted = wanted,
    .is_stand_off = TRUE,
  };
  self->only = only;
  self->wanted = wanted;
  find_statements (self);
  find_wanted (self);
  judge (self);
  add_new (self);

  return write_all (self);
}

GBytes *
presser_tei_write_beside (PresserTeiReading *reading,
                          PresserTeiReading *beside,
                          PresserDocument   *document,
                          GError           **error)
{
  Writer self = { .text = reading, .beside = beside, .document = document };
  g_autoptr (GBytes) frame = NULL;
  g_autoptr (PresserTeiSource) source = NULL;
  g_autoptr (PresserTeiReading) fresh = NULL;

  if (beside == NULL)
    {
      frame = make_frame (reading);
      source = presser_tei_source_new_utf8 (frame, "statements", error);
      if (source == NULL)
        return NULL;
      self.beside = fresh = presser_tei_reading_new_beside (source, reading);
    }

  return write_beside (&self);
}
