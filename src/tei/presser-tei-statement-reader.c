/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From `said` elements to statements: chains are followed, attributes read (TEI.md 1.4 and 1.5), and what stands elsewhere
 * about a statement (notes, changes) is found. */

#include "presser-tei-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-categories-private.h"
#include "presser-tei-stream-private.h"

typedef struct
{
  PresserTeiReading *reading;
  PresserTeiSource  *source;
  GHashTable        *parts; /* element: number of the part + 1 */
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
find_part (Reader     *self,
           guint32     element,
           const char *attribute)
{
  g_autofree char *pointer = presser_tei_source_dup_attribute (self->source, element, attribute);
  g_autofree char *id = presser_tei_dup_target (pointer);
  guint32          target = id == NULL ? PRESSER_TEI_NONE : presser_tei_source_find_id (self->source, id);

  if (target == PRESSER_TEI_NONE)
    return G_MAXUINT;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->parts, GUINT_TO_POINTER (target))) - 1;
}

static gboolean
has_attribute (Reader     *self,
               guint32     element,
               const char *name)
{
  PresserTeiAttribute attribute;

  return presser_tei_source_find_attribute (self->source, element, name, &attribute);
}

static gboolean
follow_chain (Reader           *self,
              PresserTeiRecord *record,
              guint             first,
              GError          **error)
{
  guint number = first;

  while (TRUE)
    {
      PresserTeiPart *part = get_part (self, number);

      if (part->record != G_MAXUINT)
        return fail (self, part->element, _ ("two statements share this part, or its chain of parts is a circle"), error);
      part->record = self->reading->records->len;
      g_array_append_val (record->parts, number);
      if (!has_attribute (self, part->element, "next"))
        return TRUE;
      number = find_part (self, part->element, "next");
      if (number == G_MAXUINT)
        return fail (self, part->element, _ ("the next part of this statement is missing"), error);
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

static void
keep_extra_attributes (Reader           *self,
                       PresserTeiRecord *record,
                       guint32           element)
{
  static const char *const ours[] = { "xml:id", "who", "ana", "resp", "cert", "direct", "next", "prev", NULL };
  PresserTeiAttribute      attribute = { 0 };
  g_autoptr (GString) extra = g_string_new (NULL);

  while (presser_tei_source_next_attribute (self->source, element, &attribute))
    {
      g_autofree char *name = g_strndup (self->source->text + attribute.start, attribute.name_end - attribute.start);

      if (g_strv_contains (ours, name))
        continue;
      g_string_append_c (extra, ' ');
      g_string_append_len (extra, self->source->text + attribute.start, attribute.end - attribute.start);
    }
  if (extra->len > 0)
    record->extra_attributes = g_strdup (extra->str);
}

static void
take (PresserTeiRecord *record,
      PresserStatement *statement)
{
  g_object_unref (record->statement);
  record->statement = statement;
}

static void
read_analysis (Reader           *self,
               PresserTeiRecord *record,
               const char       *ana,
               const char       *direct)
{
  g_auto (GStrv) pointers = presser_tei_split_pointers (ana);
  g_autoptr (GString) extra = g_string_new (NULL);
  PresserKind kind = PRESSER_KIND_DIRECT;

  if (direct != NULL && (strcmp (direct, "false") == 0 || strcmp (direct, "0") == 0))
    kind = PRESSER_KIND_INDIRECT;
  else if (direct != NULL && strcmp (direct, "inapplicable") == 0)
    kind = PRESSER_KIND_MIXED;
  take (record, presser_statement_with_kind (record->statement, kind));

  for (guint i = 0; pointers[i] != NULL; i++)
    {
      g_autofree char  *id = presser_tei_dup_target (pointers[i]);
      PresserStatus     status;
      PresserGroundRule rule;

      if (g_hash_table_contains (self->reading->topic_ids, id))
        take (record, presser_statement_with_topic (record->statement, id));
      else if (presser_tei_category_is_status (id, &status))
        {
          record->has_status = TRUE;
          take (record, presser_statement_with_status (record->statement, status));
        }
      else if (presser_tei_category_is_ground_rule (id, &rule))
        take (record, presser_statement_with_ground_rule (record->statement, rule, 0));
      else if (strcmp (id, PRESSER_TEI_CATEGORY_MIXED) == 0)
        take (record, presser_statement_with_kind (record->statement, PRESSER_KIND_MIXED));
      else if (strcmp (id, PRESSER_TEI_CATEGORY_INDIRECT) == 0)
        take (record, presser_statement_with_kind (record->statement, PRESSER_KIND_INDIRECT));
      else
        g_string_append_printf (extra, "%s%s", extra->len > 0 ? " " : "", pointers[i]);
    }
  if (extra->len > 0)
    record->extra_ana = g_strdup (extra->str);
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

static void
read_attributes (Reader           *self,
                 PresserTeiRecord *record,
                 guint32           element)
{
  g_autofree char *id = presser_tei_source_dup_attribute (self->source, element, "xml:id");
  g_autofree char *who = presser_tei_source_dup_attribute (self->source, element, "who");
  g_autofree char *ana = presser_tei_source_dup_attribute (self->source, element, "ana");
  g_autofree char *direct = presser_tei_source_dup_attribute (self->source, element, "direct");
  g_autofree char *cert = presser_tei_source_dup_attribute (self->source, element, "cert");
  g_autofree char *resp = presser_tei_source_dup_attribute (self->source, element, "resp");
  g_autofree char *speaker = presser_tei_dup_target (who);
  g_autofree char *annotator = presser_tei_dup_target (resp);

  record->has_id = id != NULL && *g_strstrip (id) != '\0';
  if (!record->has_id)
    {
      g_free (id);
      id = make_id (self);
    }
  record->statement = presser_statement_new (id, (PresserRange *) (gpointer) record->ranges->data, record->ranges->len);
  if (speaker != NULL)
    take (record, presser_statement_with_speaker (record->statement, speaker));
  if (annotator != NULL)
    take (record, presser_statement_with_annotator (record->statement, annotator));
  if (cert != NULL)
    take (record, presser_statement_with_certainty (record->statement, cert));
  read_analysis (self, record, ana, direct);
}

static gboolean
read_statement (Reader  *self,
                guint    first,
                GError **error)
{
  PresserTeiRecord *record = g_new0 (PresserTeiRecord, 1);
  guint32           element = get_part (self, first)->element;
  gboolean          is_whole;

  record->number = self->reading->records->len;
  record->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  record->note = record->embargo = record->made = record->changed = record->annotation = PRESSER_TEI_NONE;
  is_whole = follow_chain (self, record, first, error);
  set_ranges (self, record);
  g_ptr_array_add (self->reading->records, record);
  if (!is_whole)
    return FALSE;

  keep_extra_attributes (self, record, element);
  if (record->ranges->len == 0)
    return TRUE;
  read_attributes (self, record, element);
  g_hash_table_insert (self->reading->record_ids, (gpointer) presser_statement_get_id (record->statement), record);

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
  PresserTeiRecord *record = g_new0 (PresserTeiRecord, 1);

  record->number = self->reading->records->len;
  record->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  record->note = record->embargo = record->made = record->changed = PRESSER_TEI_NONE;
  record->annotation = annotation;
  g_array_sort (ranges, compare_ranges);
  record->ranges = presser_tei_normalize_ranges (is_blank, self->reading, (PresserRange *) (gpointer) ranges->data, ranges->len);
  g_ptr_array_add (self->reading->records, record);
  if (record->ranges->len == 0)
    return;
  read_attributes (self, record, annotation);
  take (record, presser_statement_with_speaker (record->statement, speaker));
  g_hash_table_insert (self->reading->record_ids, (gpointer) presser_statement_get_id (record->statement), record);
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
    if (!has_attribute (self, get_part (self, i)->element, "prev") && !read_statement (self, i, error))
      return FALSE;

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

      if (g_hash_table_contains (self->parts, GUINT_TO_POINTER (element))
          || g_hash_table_contains (self->parts, GUINT_TO_POINTER (first)))
        {
          g_autofree char *reason = g_strdup_printf (_ ("the id “%s” of a statement stands twice"), id);

          return fail (self, element, reason, error);
        }
    }

  return TRUE;
}

/* The ids are keys of the hash table, and the statements they belong to have been replaced. */
static void
rebuild_ids (PresserTeiReading *reading)
{
  g_hash_table_remove_all (reading->record_ids);
  for (guint i = 0; i < reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (reading->records, i);

      if (record->statement != NULL)
        g_hash_table_insert (reading->record_ids, (gpointer) presser_statement_get_id (record->statement), record);
    }
}

/* Fills records and their ids. Sets PRESSER_ERROR_INVALID for an id that stands twice and for broken chains. */
gboolean
presser_tei_read_statements (PresserTeiReading *reading,
                             GError           **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);
  Reader self = { .reading = reading, .source = reading->source, .parts = parts };

  for (guint i = 0; i < reading->parts->len; i++)
    g_hash_table_insert (parts, GUINT_TO_POINTER (get_part (&self, i)->element), GUINT_TO_POINTER (i + 1));
  if (!check_ids (&self, error) || !read_chains (&self, error) || !read_annotations (&self, error))
    return FALSE;

  /* Keys must outlive the statements that reading notes replaces. */
  {
    g_autoptr (GPtrArray) first_read = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < reading->records->len; i++)
      {
        PresserTeiRecord *record = g_ptr_array_index (reading->records, i);

        if (record->statement != NULL)
          g_ptr_array_add (first_read, g_object_ref (record->statement));
      }
    presser_tei_read_notes (reading);
    rebuild_ids (reading);
  }

  return TRUE;
}
