/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From `said` elements to statements: chains are followed, attributes read (TEI.md 1.4 and 1.5), and what stands elsewhere
 * about a statement (notes, changes) is found. */

#include "presser-tei-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-said-private.h"
#include "presser-tei-stream-private.h"

typedef struct
{
  PresserTeiReading *reading;
  PresserTeiSource  *source;
  guint              n_unnamed;
} Reader;

static gboolean
fail (Reader     *self,
      guint32     element,
      const char *reason,
      GError    **error)
{
  presser_tei_source_set_error (self->source, presser_tei_source_get_element (self->source, element)->tag_start, error,
                                PRESSER_ERROR_INVALID, reason);

  return FALSE;
}

static PresserTeiPart *
get_part (Reader *self,
          guint   number)
{
  return &g_array_index (self->reading->parts, PresserTeiPart, number);
}

static guint
find_part (Reader                    *self,
           const PresserTeiAttribute *attribute)
{
  g_autofree char *pointer = presser_tei_source_dup_value (self->source, attribute);
  g_autofree char *id = presser_tei_dup_target (pointer);
  guint32          target = id == NULL ? PRESSER_TEI_NONE : presser_tei_source_find_id (self->source, id);

  PresserTeiPart *part = target == PRESSER_TEI_NONE ? NULL : presser_tei_reading_find_part (self->reading, target);

  return part == NULL ? G_MAXUINT : (guint) (part - get_part (self, 0));
}

static gboolean
follow_chain (Reader           *self,
              PresserTeiRecord *record,
              guint             first,
              PresserTeiSaid    said,
              GError          **error)
{
  guint number = first;

  while (TRUE)
    {
      PresserTeiPart *part = get_part (self, number);

      if (part->record != G_MAXUINT)
        return fail (self, part->element, _ ("two statements share this part, or its chain of parts is a circle"), error);
      part->record = record->number;
      g_array_append_val (record->parts, number);
      if (said.next.end == 0)
        return TRUE;
      number = find_part (self, &said.next);
      if (number == G_MAXUINT)
        return fail (self, part->element, _ ("the next part of this statement is missing"), error);
      presser_tei_said_scan (self->source, get_part (self, number)->element, &said);
    }
}

static gboolean
is_blank (gpointer data,
          guint    position)
{
  PresserTeiReading  *reading = data;
  PresserTeiPlace     place = presser_tei_reading_get_place (reading, position);
  const char         *p = reading->source->text + place.start;
  PresserTeiReference reference;

  if (place.kind == PRESSER_TEI_SEGMENT_BREAK || g_ascii_isspace (*p))
    return TRUE;
  if (place.kind == PRESSER_TEI_SEGMENT_PLAIN || *p != '&')
    return g_utf8_get_char (p) == 0x2028 || g_utf8_get_char (p) == 0x2029;
  presser_tei_source_read_reference (reading->source, place.start, place.end, &reference);

  return reference.character == ' ' || reference.character == '\t' || reference.character == '\n'
         || reference.character == '\r' || reference.character == 0x2028 || reference.character == 0x2029;
}

static int
compare_ranges (gconstpointer one,
                gconstpointer other)
{
  const PresserRange *first = one;
  const PresserRange *second = other;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
set_ranges (Reader           *self,
            PresserTeiRecord *record)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));

  for (guint i = 0; i < record->parts->len; i++)
    g_array_append_val (ranges, get_part (self, g_array_index (record->parts, guint, i))->range);
  g_array_sort (ranges, compare_ranges);
  record->ranges = presser_tei_normalize_ranges (is_blank, self->reading, (PresserRange *) (gpointer) ranges->data,
                                                 ranges->len);
}

static char *
make_id (Reader *self)
{
  char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("said.%u", ++self->n_unnamed);
    }
  while (g_hash_table_contains (self->source->ids, id));

  return id;
}

static PresserTeiRecord *
add_record (Reader *self)
{
  PresserTeiRecord *record = g_new0 (PresserTeiRecord, 1);

  record->number = self->reading->records->len;
  record->parts = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
  record->note = record->embargo = record->made = record->changed = record->annotation = PRESSER_TEI_NONE;
  g_ptr_array_add (self->reading->records, record);

  return record;
}

/* @speaker: (nullable): if it is not in @said. */
static void
make_statement (Reader               *self,
                PresserTeiRecord     *record,
                const PresserTeiSaid *said,
                const char           *speaker)
{
  g_autofree char *id = said->id.end == 0 ? NULL : presser_tei_source_dup_value (self->source, &said->id);

  record->has_id = id != NULL && *g_strstrip (id) != '\0';
  if (!record->has_id)
    {
      g_free (id);
      id = make_id (self);
    }
  record->statement = presser_tei_said_read (self->reading, record, said, id, speaker);
  g_hash_table_insert (self->reading->record_ids, (gpointer) presser_statement_get_id (record->statement), record);
}

static gboolean
read_statement (Reader               *self,
                guint                 first,
                const PresserTeiSaid *said,
                GError              **error)
{
  PresserTeiRecord *record = add_record (self);
  gboolean          is_whole = follow_chain (self, record, first, *said, error);

  set_ranges (self, record);
  if (!is_whole)
    return FALSE;

  presser_tei_said_keep_extra (self->source, record, said);
  if (record->ranges->len > 0)
    make_statement (self, record, said, NULL);

  return TRUE;
}

static char *
dup_annotated_speaker (Reader *self,
                       guint32 annotation)
{
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (self->source, annotation, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *type = presser_tei_source_dup_attribute (self->source, child, "type");
      g_autofree char *target = presser_tei_source_dup_attribute (self->source, child, "target");

      if (presser_tei_source_is (self->source, child, "ptr") && g_strcmp0 (type, "speaker") == 0)
        return presser_tei_dup_target (target);
    }

  return NULL;
}

static void
add_annotation (Reader     *self,
                guint32     annotation,
                GArray     *ranges,
                const char *speaker)
{
  PresserTeiRecord *record = add_record (self);
  PresserTeiSaid    said;

  record->annotation = annotation;
  g_array_sort (ranges, compare_ranges);
  record->ranges = presser_tei_normalize_ranges (is_blank, self->reading, (PresserRange *) (gpointer) ranges->data, ranges->len);
  if (record->ranges->len == 0)
    return;
  presser_tei_said_scan (self->source, annotation, &said);
  make_statement (self, record, &said, speaker);
}

/* An `annotation` of a stretch of text; of anything else it is none of ours. */
static gboolean
read_annotation (Reader  *self,
                 guint32  annotation,
                 GError **error)
{
  g_autofree char *target = presser_tei_source_dup_attribute (self->source, annotation, "target");
  g_autofree char *id = presser_tei_source_dup_attribute (self->source, annotation, "xml:id");
  g_autofree char *speaker = dup_annotated_speaker (self, annotation);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  g_autoptr (GError) range_error = NULL;

  if (id == NULL || *g_strstrip (id) == '\0' || target == NULL || g_hash_table_contains (self->reading->record_ids, id))
    return TRUE;
  if (presser_tei_stream_read_targets (self->reading, annotation, target, ranges, &range_error))
    add_annotation (self, annotation, ranges, speaker);
  else if (range_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&range_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_annotations (Reader  *self,
                  GError **error)
{
  guint32 element = 0;

  while (element < self->source->elements->len)
    {
      if (presser_tei_source_is (self->source, element, "text"))
        {
          element = presser_tei_source_get_element (self->source, element)->next;
          continue;
        }
      if (presser_tei_source_is (self->source, element, "annotation") && !read_annotation (self, element, error))
        return FALSE;
      element++;
    }

  return TRUE;
}

static gboolean
read_chains (Reader  *self,
             GError **error)
{
  GArray *parts = self->reading->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      PresserTeiSaid said;

      presser_tei_said_scan (self->source, get_part (self, i)->element, &said);
      if (said.previous.end == 0 && !read_statement (self, i, &said, error))
        return FALSE;
    }

  for (guint i = 0; i < parts->len; i++)
    if (get_part (self, i)->record == G_MAXUINT)
      return fail (self, get_part (self, i)->element, _ ("the part of a statement before this one is missing"), error);

  return TRUE;
}

static gboolean
check_ids (Reader  *self,
           GError **error)
{
  GArray *doubles = self->source->doubles;

  for (guint i = 0; i < doubles->len; i++)
    {
      guint32          element = g_array_index (doubles, guint32, i);
      g_autofree char *id = presser_tei_source_dup_attribute (self->source, element, "xml:id");
      guint32          first = presser_tei_source_find_id (self->source, g_strstrip (id));

      if (presser_tei_reading_find_part (self->reading, element) != NULL
          || presser_tei_reading_find_part (self->reading, first) != NULL)
        {
          g_autofree char *reason = g_strdup_printf (_ ("the id “%s” of a statement stands twice"), id);

          return fail (self, element, reason, error);
        }
    }

  return TRUE;
}

/* Fills records and their ids. Sets PRESSER_ERROR_INVALID for an id that stands twice and for broken chains. */
gboolean
presser_tei_read_statements (PresserTeiReading *reading,
                             GError           **error)
{
  Reader self = { .reading = reading, .source = reading->source };

  if (!check_ids (&self, error) || !read_chains (&self, error) || !read_annotations (&self, error))
    return FALSE;

  presser_tei_read_notes (reading);

  return TRUE;
}
