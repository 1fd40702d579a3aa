/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A source as read: what holds the places together, and the document made of it. */

#include "presser-tei-reading-private.h"

#include <string.h>

#include "presser-tei-beside-private.h"
#include "presser-tei-escape-private.h"
#include "presser-tei-file.h"
#include "presser-tei-metadata-private.h"

static void
record_free (gpointer data)
{
  PresserTeiRecord *record = data;

  g_clear_object (&record->statement);
  g_array_unref (record->ranges);
  g_array_unref (record->parts);
  g_free (record->extra_ana);
  g_free (record->extra_attributes);
  g_free (record);
}

static void
clear_entry (gpointer data)
{
  PresserTeiEntry *entry = data;

  g_clear_object (&entry->object);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (PresserTeiEntry));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

static PresserTeiReading *
new_reading (PresserTeiSource *source)
{
  PresserTeiReading *self = g_new0 (PresserTeiReading, 1);

  self->prefixes = presser_tei_prefixes_new ();
  self->source = presser_tei_source_ref (source);
  self->segments = g_array_new (FALSE, FALSE, sizeof (PresserTeiSegment));
  self->lines = g_array_new (FALSE, FALSE, sizeof (PresserTeiLine));
  self->paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  self->asides = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_aside_free);
  self->parts = g_array_new (FALSE, FALSE, sizeof (PresserTeiPart));
  self->records = g_ptr_array_new_with_free_func (record_free);
  self->record_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->speakers = new_entries ();
  self->topics = new_entries ();
  self->annotators = new_entries ();
  self->topic_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->strays = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_tei_stray_free);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

PresserTeiReading *
presser_tei_reading_new_text (PresserTeiSource *source,
                              GError          **error)
{
  g_autoptr (PresserTeiReading) self = new_reading (source);

  return presser_tei_read_text (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Sets PRESSER_ERROR_INVALID where the file contradicts itself, PRESSER_ERROR_UNSUPPORTED where it is no TEI text. */
PresserTeiReading *
presser_tei_reading_new (PresserTeiSource     *source,
                         PresserTeiNeighbours *neighbours,
                         GError              **error)
{
  g_autoptr (PresserTeiReading) self = new_reading (source);

  self->neighbours = neighbours;
  presser_tei_prefixes_add (self->prefixes, source);
  for (guint i = 0; neighbours != NULL && i < neighbours->sources->len; i++)
    presser_tei_prefixes_add (self->prefixes, g_ptr_array_index (neighbours->sources, i));
  if (!presser_tei_read_text (self, error))
    return NULL;
  presser_tei_read_lists (self);
  if (!presser_tei_read_statements (self, error))
    return NULL;
  presser_tei_read_strangers (self);
  self->metadata = presser_tei_metadata_read (source);

  return g_steal_pointer (&self);
}

/* What a file beside a text says about it: lists, and stand-off statements. */
PresserTeiReading *
presser_tei_reading_new_beside (PresserTeiSource  *source,
                                PresserTeiReading *text)
{
  PresserTeiReading *self = new_reading (source);

  self->text = g_strdup ("");
  presser_tei_read_lists (self);
  presser_tei_read_statements_beside (self, text);
  presser_tei_read_strangers (self);
  self->metadata = presser_tei_metadata_read (source);

  return self;
}

void
presser_tei_reading_free (PresserTeiReading *self)
{
  presser_tei_source_unref (self->source);
  presser_tei_prefixes_free (self->prefixes);
  g_free (self->text);
  g_clear_pointer (&self->line_starts, g_array_unref);
  g_ptr_array_unref (self->strays);
  g_hash_table_unref (self->removed);
  g_array_unref (self->segments);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->asides);
  g_array_unref (self->parts);
  g_hash_table_unref (self->record_ids);
  g_ptr_array_unref (self->records);
  g_array_unref (self->speakers);
  g_hash_table_unref (self->topic_ids);
  g_array_unref (self->topics);
  g_array_unref (self->annotators);
  g_clear_object (&self->metadata);
  g_free (self);
}

static void
add_lists (PresserTeiReading *self,
           PresserTeiReading *beside,
           PresserDocument   *document)
{
  g_autoptr (GPtrArray) speakers = presser_tei_dup_objects (self->speakers, beside == NULL ? NULL : beside->speakers,
                                                            (const char *(*) (gpointer)) presser_speaker_get_id);
  g_autoptr (GPtrArray) topics = presser_tei_dup_objects (self->topics, beside == NULL ? NULL : beside->topics,
                                                          (const char *(*) (gpointer)) presser_topic_get_id);
  g_autoptr (GPtrArray) annotators = presser_tei_dup_objects (self->annotators, beside == NULL ? NULL : beside->annotators,
                                                              (const char *(*) (gpointer)) presser_annotator_get_id);

  for (guint i = 0; i < speakers->len; i++)
    presser_document_insert_speaker (document, G_MAXUINT, g_ptr_array_index (speakers, i));
  if (topics->len > 0)
    presser_document_add_topics (document, topics);
  for (guint i = 0; i < annotators->len; i++)
    presser_document_add_annotator (document, g_ptr_array_index (annotators, i));
}

static void
collect_statements (PresserTeiReading *self,
                    PresserTeiReading *beside,
                    GPtrArray         *statements)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->records, i);

      if (record->statement != NULL && !presser_tei_is_overruled (beside, presser_statement_get_id (record->statement)))
        g_ptr_array_add (statements, record->statement);
    }
}

/* New ones never clash with those of the file. */
void
presser_tei_reading_reserve_ids (PresserTeiReading *self,
                                 PresserDocument   *document)
{
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, self->source->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    presser_document_reserve_id (document, id);
}

/* The document, with nothing to undo. @beside: of the second file, or NULL. */
PresserDocument *
presser_tei_reading_make_document (PresserTeiReading *self,
                                   PresserTeiReading *beside)
{
  g_autoptr (PresserText) text = presser_text_new (self->text, -1);
  PresserDocument *document = presser_document_new_with_paragraphs (text, self->paragraphs);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  if (self->asides->len > 0)
    presser_document_set_asides (document, self->asides);
  add_lists (self, beside, document);
  presser_document_set_metadata (document, self->metadata);
  collect_statements (self, beside, statements);
  if (beside != NULL)
    collect_statements (beside, NULL, statements);
  if (statements->len > 0)
    presser_document_swap_statements (document, NULL, statements);
  presser_tei_reading_reserve_ids (self, document);
  if (beside != NULL)
    presser_tei_reading_reserve_ids (beside, document);
  presser_history_clear (presser_document_get_history (document));

  return document;
}

static PresserTeiSegment *
find_segment (PresserTeiReading *self,
              guint              position)
{
  PresserTeiSegment *segments = (PresserTeiSegment *) (gpointer) self->segments->data;
  guint              low = 0;
  guint              high = self->segments->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (segments[middle].position <= position)
        low = middle;
      else
        high = middle;
    }

  return &segments[low];
}

/* The character in a segment of plain text. They are mostly asked for one after the other, so the last one is remembered. */
static const char *
find_character (PresserTeiReading *self,
                PresserTeiSegment *segment,
                guint              offset)
{
  const char *start = self->source->text + segment->start;
  gboolean    is_ascii = segment[1].position - segment->position == segment->end - segment->start;
  gboolean    is_near = self->recent != NULL && self->recent_segment == segment->position && self->recent_offset <= offset;

  if (is_ascii)
    return start + offset;
  self->recent = is_near ? g_utf8_offset_to_pointer (self->recent, (glong) (offset - self->recent_offset))
                         : g_utf8_offset_to_pointer (start, (glong) offset);
  self->recent_segment = segment->position;
  self->recent_offset = offset;

  return self->recent;
}

/* @position must be less than n_characters. O(log n). */
PresserTeiPlace
presser_tei_reading_get_place (PresserTeiReading *self,
                               guint              position)
{
  PresserTeiSegment *segment = find_segment (self, position);
  PresserTeiPlace    place = { segment->start, segment->end, segment->kind };
  const char        *text = self->source->text;

  if (segment->kind == PRESSER_TEI_SEGMENT_PLAIN)
    {
      const char *p = find_character (self, segment, position - segment->position);

      place.start = (guint32) (p - text);
      place.end = (guint32) (g_utf8_next_char (p) - text);
    }

  return place;
}

guint
presser_tei_reading_find_position (PresserTeiReading *self,
                                   guint32            place)
{
  guint low = 0;
  guint high = self->n_characters;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (presser_tei_reading_get_place (self, middle).start < place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The line that a position lies in, its end included. */
guint
presser_tei_reading_find_line (PresserTeiReading *self,
                               guint              position)
{
  guint low = 0;
  guint high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, PresserTeiLine, middle).position <= position)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* The part that an element is, or NULL. */
PresserTeiPart *
presser_tei_reading_find_part (PresserTeiReading *self,
                               guint32            element)
{
  GArray *parts = self->parts;
  guint   low = 0;
  guint   high = parts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (parts, PresserTeiPart, middle).element < element)
        low = middle + 1;
      else
        high = middle;
    }

  return low < parts->len && g_array_index (parts, PresserTeiPart, low).element == element
             ? &g_array_index (parts, PresserTeiPart, low)
             : NULL;
}

static gboolean
is_separator (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* The next of a list of pointers, as a place in it; NULL at the end. */
static const char *
find_pointer (const char *pointers,
              gsize      *length)
{
  const char *start = pointers;

  while (is_separator (*start))
    start++;
  for (*length = 0; start[*length] != '\0' && !is_separator (start[*length]); ++*length)
    ;

  return *length > 0 ? start : NULL;
}

/* NULL for NULL, and where nothing is pointed at. */
char *
presser_tei_dup_target (const char *pointer)
{
  gsize            length;
  const char      *start = pointer == NULL ? NULL : find_pointer (pointer, &length);
  g_autofree char *id = NULL;

  if (start == NULL)
    return NULL;
  if (*start != '#' || length == 1)
    return g_strndup (start, length);
  if (memchr (start, '%', length) == NULL)
    return g_strndup (start + 1, length - 1);
  id = g_uri_unescape_segment (start + 1, start + length, NULL);

  return id != NULL && g_utf8_validate (id, -1, NULL) ? g_steal_pointer (&id) : g_strndup (start + 1, length - 1);
}

char *
presser_tei_reading_dup_target (PresserTeiReading *self,
                                const char        *pointer)
{
  g_autofree char *id = presser_tei_dup_target (pointer);
  g_autofree char *full = id == NULL ? NULL : presser_tei_prefixes_expand (self->prefixes, id);
  const char      *hash = full == NULL ? NULL : strchr (full, '#');

  if (hash != NULL && hash[1] != '\0')
    return g_strdup (hash + 1);
  if (full != NULL)
    return g_steal_pointer (&full);

  return g_steal_pointer (&id);
}

/* What corresponds to a turn is its question, if it is an earlier turn; translations and recordings correspond as well. */
char *
presser_tei_dup_question (PresserTeiSource *source,
                          guint32           turn)
{
  g_autofree char *pointer = presser_tei_source_dup_attribute (source, turn, "corresp");
  g_autofree char *id = presser_tei_dup_target (pointer);
  guint32          question = id != NULL ? presser_tei_source_find_id (source, id) : PRESSER_TEI_NONE;

  if (question == PRESSER_TEI_NONE || question >= turn)
    return NULL;

  return presser_tei_source_is (source, question, "u") || presser_tei_source_is (source, question, "sp") ? g_steal_pointer (&id) : NULL;
}

/* The other way round: what is no xml:id is a pointer already. */
char *
presser_tei_dup_pointer (const char *id)
{
  static const char outside[] = ":/#?()";

  return strpbrk (id, outside) != NULL ? g_strdup (id) : g_strconcat ("#", id, NULL);
}

/* Never NULL. */
char **
presser_tei_split_pointers (const char *pointers)
{
  GPtrArray  *words = g_ptr_array_new ();
  gsize       length;
  const char *word = pointers == NULL ? NULL : find_pointer (pointers, &length);

  while (word != NULL)
    {
      g_ptr_array_add (words, g_strndup (word, length));
      word = find_pointer (word + length, &length);
    }
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}
