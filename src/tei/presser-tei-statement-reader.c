/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From `said` elements to statements: chains are followed, attributes read (TEI.md 1.4 and 1.5), and what stands elsewhere
 * about a statement (notes, changes) is found. */

#include "presser-tei-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-annotation-private.h"
#include "presser-tei-said-private.h"

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

/* Of the text of a reading. */
gboolean
presser_tei_reading_is_blank (gpointer data,
                              guint    position)
{
  PresserTeiReading  *reading = data;
  PresserTeiPlace     place = presser_tei_reading_get_place (reading, position);
  const char         *p = reading->source->text + place.start;
  PresserTeiReference reference;

  /* Folded: white space, or a tag that stands for it. */
  if (place.kind == PRESSER_TEI_SEGMENT_BREAK || g_ascii_isspace (*p)
      || (place.kind == PRESSER_TEI_SEGMENT_FOLDED && (*p == '<' || place.start == place.end)))
    return TRUE;
  if (place.kind == PRESSER_TEI_SEGMENT_PLAIN || *p != '&')
    return g_utf8_get_char (p) == 0x2028 || g_utf8_get_char (p) == 0x2029;
  presser_tei_source_read_reference (reading->source, place.start, place.end, &reference);

  return reference.character == ' ' || reference.character == '\t' || reference.character == '\n'
         || reference.character == '\r' || reference.character == 0x2028 || reference.character == 0x2029;
}

int
presser_tei_compare_ranges (gconstpointer one,
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
  g_array_sort (ranges, presser_tei_compare_ranges);
  record->ranges = presser_tei_normalize_ranges (&presser_tei_reading_text_class, self->reading, (PresserRange *) (gpointer) ranges->data,
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

PresserTeiRecord *
presser_tei_reading_add_record (PresserTeiReading *self)
{
  PresserTeiRecord *record = g_new0 (PresserTeiRecord, 1);

  record->number = self->records->len;
  record->parts = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
  record->note = record->embargo = record->made = record->changed = record->annotation = PRESSER_TEI_NONE;
  g_ptr_array_add (self->records, record);

  return record;
}

static void
make_statement (Reader               *self,
                PresserTeiRecord     *record,
                const PresserTeiSaid *said)
{
  g_autofree char *id = said->id.end == 0 ? NULL : presser_tei_source_dup_value (self->source, &said->id);

  record->has_id = id != NULL && *g_strstrip (id) != '\0';
  if (!record->has_id)
    {
      g_free (id);
      id = make_id (self);
    }
  record->statement = presser_tei_said_read (self->reading, record, said, id, NULL);
  g_hash_table_insert (self->reading->record_ids, (gpointer) presser_statement_get_id (record->statement), record);
}

static gboolean
read_statement (Reader               *self,
                guint                 first,
                const PresserTeiSaid *said,
                GError              **error)
{
  PresserTeiRecord *record = presser_tei_reading_add_record (self->reading);
  gboolean          is_whole = follow_chain (self, record, first, *said, error);

  set_ranges (self, record);
  if (!is_whole)
    return FALSE;

  record->is_quote = get_part (self, first)->is_quote;
  if (!record->is_quote)
    presser_tei_said_keep_extra (self->source, record, said);
  if (record->ranges->len > 0)
    make_statement (self, record, said);

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

  if (!check_ids (&self, error) || !read_chains (&self, error))
    return FALSE;
  presser_tei_read_annotations (reading, reading);

  presser_tei_read_notes (reading);

  return TRUE;
}

/* Of a file beside a text. */
void
presser_tei_read_statements_beside (PresserTeiReading *reading,
                                    PresserTeiReading *text)
{
  presser_tei_read_annotations (reading, text);
  presser_tei_read_notes (reading);
}
