/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-beside-private.h"
#include "presser-tei-fate-private.h"

static gboolean
fail (PresserTeiReading *self,
      const char        *what,
      GError           **error)
{
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
               /* Translators: a file name, and what would come back differently: a sentence of its own. */
               _ ("“%s” was not saved, because it would not be read back as it is. %s"), self->source->name, what);

  return FALSE;
}

/* Places apart. */
gboolean
presser_tei_statement_equal (PresserStatement *one,
                             PresserStatement *other)
{
  return one == other
         || (g_strcmp0 (presser_statement_get_id (one), presser_statement_get_id (other)) == 0
             && g_strcmp0 (presser_statement_get_speaker (one), presser_statement_get_speaker (other)) == 0
             && g_strv_equal (presser_statement_get_topics (one), presser_statement_get_topics (other))
             && presser_statement_get_kind (one) == presser_statement_get_kind (other)
             && presser_statement_get_status (one) == presser_statement_get_status (other)
             && presser_statement_get_ground_rule (one) == presser_statement_get_ground_rule (other)
             && presser_statement_get_embargo (one) == presser_statement_get_embargo (other)
             && g_strcmp0 (presser_statement_get_certainty (one), presser_statement_get_certainty (other)) == 0
             && g_strcmp0 (presser_statement_get_note (one), presser_statement_get_note (other)) == 0
             && g_strcmp0 (presser_statement_get_annotator (one), presser_statement_get_annotator (other)) == 0
             && presser_statement_get_made (one) == presser_statement_get_made (other)
             && presser_statement_get_changed (one) == presser_statement_get_changed (other));
}

gboolean
presser_tei_speaker_equal (PresserSpeaker *one,
                           PresserSpeaker *other)
{
  return one == other
         || (g_strcmp0 (presser_speaker_get_id (one), presser_speaker_get_id (other)) == 0
             && g_strcmp0 (presser_speaker_get_name (one), presser_speaker_get_name (other)) == 0
             && g_strcmp0 (presser_speaker_get_role (one), presser_speaker_get_role (other)) == 0
             && g_strcmp0 (presser_speaker_get_affiliation (one), presser_speaker_get_affiliation (other)) == 0
             && g_strcmp0 (presser_speaker_get_link (one), presser_speaker_get_link (other)) == 0
             && g_strv_equal (presser_speaker_get_aliases (one), presser_speaker_get_aliases (other))
             && presser_speaker_get_colour (one) == presser_speaker_get_colour (other)
             && presser_speaker_is_unnamed (one) == presser_speaker_is_unnamed (other));
}

gboolean
presser_tei_topic_equal (PresserTopic *one,
                         PresserTopic *other)
{
  return one == other
         || (g_strcmp0 (presser_topic_get_id (one), presser_topic_get_id (other)) == 0
             && g_strcmp0 (presser_topic_get_label (one), presser_topic_get_label (other)) == 0
             && g_strcmp0 (presser_topic_get_definition (one), presser_topic_get_definition (other)) == 0
             && g_strcmp0 (presser_topic_get_parent (one), presser_topic_get_parent (other)) == 0
             && g_strv_equal (presser_topic_get_keywords (one), presser_topic_get_keywords (other))
             && presser_topic_get_colour (one) == presser_topic_get_colour (other));
}

static gboolean
annotator_equal (PresserAnnotator *one,
                 PresserAnnotator *other)
{
  return one == other
         || (g_strcmp0 (presser_annotator_get_id (one), presser_annotator_get_id (other)) == 0
             && g_strcmp0 (presser_annotator_get_name (one), presser_annotator_get_name (other)) == 0
             && presser_annotator_is_program (one) == presser_annotator_is_program (other));
}

static gboolean
ranges_are_equal (PresserTeiRecord *record,
                  PresserDocument  *document,
                  PresserStatement *statement)
{
  PresserTeiWriter writer = { .document = document, .text = presser_document_get_text (document) };
  g_autoptr (GArray) ranges = presser_tei_dup_normal_ranges (&writer, statement);

  return ranges->len == record->ranges->len
         && memcmp (ranges->data, record->ranges->data, ranges->len * sizeof (PresserRange)) == 0;
}

static PresserTeiRecord *
find_record (PresserTeiReading *self,
             PresserTeiReading *beside,
             const char        *id)
{
  PresserTeiRecord *record = beside == NULL ? NULL : g_hash_table_lookup (beside->record_ids, id);

  return record != NULL || presser_tei_is_overruled (beside, id) ? record : g_hash_table_lookup (self->record_ids, id);
}

static guint
count_records (PresserTeiReading *self,
               PresserTeiReading *beside)
{
  guint          n_records = beside == NULL ? 0 : g_hash_table_size (beside->record_ids);
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, self->record_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n_records += !presser_tei_is_overruled (beside, id);

  return n_records;
}

static gboolean
verify_statements (PresserTeiReading *self,
                   PresserTeiReading *beside,
                   PresserDocument   *document,
                   GError           **error)
{
  GListModel      *statements = presser_document_get_statements (document);
  guint            n_statements = g_list_model_get_n_items (statements);
  PresserTeiWriter writer = { .document = document, .text = presser_document_get_text (document) };
  guint            n_written = 0;

  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      PresserTeiRecord *record = find_record (self, beside, presser_statement_get_id (statement));

      if (!presser_tei_statement_has_text (&writer, statement))
        continue;
      n_written++;
      if (record == NULL || !presser_tei_statement_equal (record->statement, statement)
          || !ranges_are_equal (record, document, statement))
        {
          g_autofree char *what = g_strdup_printf (_ ("The statement %s differs."), presser_statement_get_id (statement));

          return fail (self, what, error);
        }
    }
  if (n_written != count_records (self, beside))
    return fail (self, _ ("The number of statements differs."), error);

  return TRUE;
}

static GHashTable *
index_entries (GArray *entries,
               const char *(*get_id) (gpointer))
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (entries, PresserTeiEntry, i);

      g_hash_table_insert (index, (gpointer) get_id (entry->object), entry);
    }

  return index;
}

typedef struct
{
  const char *(*get_id) (gpointer);
  gboolean (*is_equal) (gpointer,
                        gpointer);
} EntryClass;

static const EntryClass speaker_class = { (const char *(*) (gpointer)) presser_speaker_get_id,
                                          (gboolean (*) (gpointer, gpointer)) presser_tei_speaker_equal };
static const EntryClass topic_class = { (const char *(*) (gpointer)) presser_topic_get_id,
                                        (gboolean (*) (gpointer, gpointer)) presser_tei_topic_equal };
static const EntryClass annotator_class = { (const char *(*) (gpointer)) presser_annotator_get_id,
                                            (gboolean (*) (gpointer, gpointer)) annotator_equal };

/* Somebody whom only pointers named need not come back when nothing points there any more. */
static gboolean
verify_entries (PresserTeiReading *self,
                GArray            *entries,
                GArray            *beside,
                const EntryClass *class,
                GListModel *list,
                GError    **error)
{
  g_autoptr (GPtrArray) objects = presser_tei_dup_objects (entries, beside, class->get_id);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_insert (index, (gpointer) class->get_id (g_ptr_array_index (objects, i)), g_ptr_array_index (objects, i));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);
      gpointer read = g_hash_table_lookup (index, class->get_id (object));

      if (read != NULL && !class->is_equal (read, object))
        {
          g_autofree char *what = g_strdup_printf (_ ("The entry %s differs."), class->get_id (object));

          return fail (self, what, error);
        }
    }

  return TRUE;
}

static gboolean
verify_metadata (PresserTeiReading *self,
                 PresserDocument   *document,
                 GError           **error)
{
  PresserMetadata *metadata = presser_document_get_metadata (document);

  for (PresserMetadataField field = 0; field < PRESSER_METADATA_N_FIELDS; field++)
    if (g_strcmp0 (presser_metadata_get (metadata, field), presser_metadata_get (self->metadata, field)) != 0)
      {
        g_autofree char *what = g_strdup_printf (_ ("The entry “%s” on the document differs."),
                                                 presser_metadata_get (metadata, field) != NULL
                                                     ? presser_metadata_get (metadata, field)
                                                     : presser_metadata_get (self->metadata, field));

        return fail (self, what, error);
      }

  return TRUE;
}

gboolean
presser_tei_reading_verify (PresserTeiReading *self,
                            PresserTeiReading *beside,
                            PresserDocument   *document,
                            GError           **error)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));

  if (strcmp (text, self->text) != 0)
    {
      const char      *p = text;
      g_autofree char *what = NULL;
      guint            line = 1;

      for (gsize i = 0; text[i] != '\0' && text[i] == self->text[i]; i++, p++)
        line += text[i] == '\n';
      what = g_strdup_printf (_ ("The text of paragraph %u differs."), line);

      return fail (self, what, error);
    }

  return verify_statements (self, beside, document, error) && verify_metadata (self, document, error)
         && verify_entries (self, self->speakers, beside == NULL ? NULL : beside->speakers, &speaker_class, presser_document_get_speakers (document), error)
         && verify_entries (self, self->topics, beside == NULL ? NULL : beside->topics, &topic_class, presser_document_get_topics (document), error)
         && verify_entries (self, self->annotators, beside == NULL ? NULL : beside->annotators, &annotator_class, presser_document_get_annotators (document), error);
}

static void
tie_entries (GArray *entries,
             const EntryClass *class,
             GListModel *list)
{
  g_autoptr (GHashTable) index = index_entries (entries, class->get_id);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);
      PresserTeiEntry *entry = g_hash_table_lookup (index, class->get_id (object));

      if (entry == NULL || !class->is_equal (entry->object, object))
        continue;
      g_hash_table_remove (index, class->get_id (entry->object));
      g_set_object (&entry->object, object);
    }
}

static void
tie_statements (PresserTeiReading *self,
                PresserTeiReading *beside,
                PresserDocument   *document)
{
  g_hash_table_remove_all (self->record_ids);
  for (guint i = 0; i < self->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->records, i);
      PresserStatement *statement = record->statement == NULL
                                        ? NULL
                                        : presser_document_get_statement (document, presser_statement_get_id (record->statement));

      if (record->statement == NULL)
        continue;
      if (statement != NULL && !presser_tei_is_overruled (beside, presser_statement_get_id (statement)))
        g_set_object (&record->statement, statement);
      g_hash_table_insert (self->record_ids, (gpointer) presser_statement_get_id (record->statement), record);
    }
}

static void
tie_lists (PresserTeiReading *self,
           PresserDocument   *document)
{
  tie_entries (self->speakers, &speaker_class, presser_document_get_speakers (document));
  tie_entries (self->topics, &topic_class, presser_document_get_topics (document));
  tie_entries (self->annotators, &annotator_class, presser_document_get_annotators (document));

  g_hash_table_remove_all (self->topic_ids);
  for (guint i = 0; i < self->topics->len; i++)
    {
      GObject *topic = g_array_index (self->topics, PresserTeiEntry, i).object;

      g_hash_table_insert (self->topic_ids, (gpointer) presser_topic_get_id (PRESSER_TOPIC (topic)), topic);
    }
}

void
presser_tei_reading_tie (PresserTeiReading *self,
                         PresserTeiReading *beside,
                         PresserDocument   *document)
{
  guint n_paragraphs = presser_document_get_n_paragraphs (document);

  if (beside != NULL)
    {
      tie_statements (beside, NULL, document);
      tie_lists (beside, document);
    }
  tie_statements (self, beside, document);
  tie_lists (self, document);
  g_set_object (&self->metadata, presser_document_get_metadata (document));

  if (n_paragraphs != self->paragraphs->len)
    return;
  g_ptr_array_set_size (self->paragraphs, 0);
  for (guint i = 0; i < n_paragraphs; i++)
    g_ptr_array_add (self->paragraphs, g_object_ref (presser_document_get_paragraph (document, i)));
}
