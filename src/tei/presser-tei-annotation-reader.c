/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From `annotation` elements to statements. Their pointers count characters, so each is held against the words that its
 * notes tell; where these stand no longer, they are looked for, and what cannot be found is noted as lost and stays in
 * the file as it is. */

#include "presser-tei-annotation-private.h"

#include <string.h>

#include "presser-tei-said-private.h"
#include "presser-tei-stray-private.h"
#include "presser-tei-stream-private.h"

typedef struct
{
  PresserTeiReading *reading;
  PresserTeiReading *text;
  PresserTeiSource  *source;
  GPtrArray         *strays; /* of PresserTeiLocation */
} Reader;

/* The target of a pointer that may name the file that the annotations are about. */
static char *
dup_target (Reader     *self,
            const char *pointer)
{
  const char *hash = pointer == NULL || self->reading == self->text ? NULL : strchr (pointer, '#');

  return presser_tei_dup_target (hash != NULL ? hash : pointer);
}

static char *
dup_speaker (Reader *self,
             guint32 annotation)
{
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (self->source, annotation, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *type = presser_tei_source_dup_attribute (self->source, child, "type");
      g_autofree char *target = presser_tei_source_dup_attribute (self->source, child, "target");

      if (presser_tei_source_is (self->source, child, "ptr") && g_strcmp0 (type, "speaker") == 0)
        return dup_target (self, target);
    }

  return NULL;
}

/* What somebody else's annotation says of its state (TEI.md 1.6). */
static void
read_revision (Reader           *self,
               PresserTeiRecord *record)
{
  static const struct
  {
    const char   *word;
    PresserStatus status;
  } words[] = {
    { "checked", PRESSER_STATUS_VERIFIED },
    { "verified", PRESSER_STATUS_VERIFIED },
    { "approved", PRESSER_STATUS_VERIFIED },
    { "suggested", PRESSER_STATUS_SUGGESTED },
    { "proposed", PRESSER_STATUS_SUGGESTED },
  };
  guint32          revision = presser_tei_source_find_child (self->source, record->annotation, "revisionDesc");
  g_autofree char *status = revision == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (self->source, revision, "status");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].word, status) == 0)
      {
        PresserStatement *changed = presser_statement_with_status (record->statement, words[i].status);

        g_object_unref (record->statement);
        record->statement = changed;
        return;
      }
}

static void
add_record (Reader  *self,
            guint32  annotation,
            GArray  *ranges,
            gboolean has_moved)
{
  PresserTeiRecord *record = presser_tei_reading_add_record (self->reading);
  PresserTeiSaid    said;
  g_autofree char  *speaker = NULL;
  g_autofree char  *id = NULL;

  record->annotation = annotation;
  record->has_moved = has_moved;
  record->has_id = TRUE;
  g_array_sort (ranges, presser_tei_compare_ranges);
  record->ranges = presser_tei_normalize_ranges (&presser_tei_reading_text_class, self->text,
                                                 (PresserRange *) (gpointer) ranges->data, ranges->len);
  if (record->ranges->len == 0)
    return;
  presser_tei_said_scan (self->source, annotation, &said);
  id = g_strstrip (presser_tei_source_dup_value (self->source, &said.id));
  speaker = dup_speaker (self, annotation);
  record->statement = presser_tei_said_read (self->reading, record, &said, id, speaker);
  if (!record->has_status)
    read_revision (self, record);
  g_hash_table_insert (self->reading->record_ids, (gpointer) presser_statement_get_id (record->statement), record);
}

/* An `annotation` of a stretch of text; of anything else it is none of ours. */
static void
read_annotation (Reader *self,
                 guint32 annotation)
{
  g_autofree char    *target = presser_tei_source_dup_attribute (self->source, annotation, "target");
  g_autofree char    *id = presser_tei_source_dup_attribute (self->source, annotation, "xml:id");
  PresserTeiLocation *location;
  PresserTeiTargets   targets;

  if (id == NULL || *g_strstrip (id) == '\0' || target == NULL || g_hash_table_contains (self->reading->record_ids, id))
    return;
  location = presser_tei_location_read (self->source, annotation);
  targets = presser_tei_stream_read_targets (self->text, target, self->reading != self->text, location->expected);
  if (targets == PRESSER_TEI_TARGETS_FOUND && presser_tei_location_is_right (location, self->text))
    {
      add_record (self, annotation, location->expected, FALSE);
      presser_tei_location_free (location);
    }
  else if (targets == PRESSER_TEI_TARGETS_ELSEWHERE
           || (targets == PRESSER_TEI_TARGETS_BROKEN && location->exact->len == 0 && strstr (target, "string-range(") == NULL))
    presser_tei_location_free (location);
  else
    g_ptr_array_add (self->strays, location);
}

static char *
join_exact (PresserTeiLocation *location)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < location->exact->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (location->exact, i));

  return g_string_free (words, FALSE);
}

static void
read_strays (Reader *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) fates = g_array_new (FALSE, FALSE, sizeof (PresserTeiStrayFate));

  if (self->strays->len == 0)
    return;
  presser_tei_locations_find (self->strays, self->text, found, fates);
  for (guint i = 0; i < self->strays->len; i++)
    {
      PresserTeiLocation *location = g_ptr_array_index (self->strays, i);
      g_autoptr (GArray) ranges = g_ptr_array_index (found, i);
      g_autofree char *id = g_strstrip (presser_tei_source_dup_attribute (self->source, location->annotation, "xml:id"));
      g_autofree char *speaker = dup_speaker (self, location->annotation);
      g_autofree char *words = join_exact (location);

      g_ptr_array_add (self->reading->strays,
                       presser_tei_stray_new (id, speaker, words, g_array_index (fates, PresserTeiStrayFate, i)));
      if (ranges != NULL)
        add_record (self, location->annotation, ranges, TRUE);
    }
}

/* Statements of the text's own file that are no more, as a file beside it notes them. */
static void
read_removed (Reader *self,
              guint32 note)
{
  g_autofree char *type = presser_tei_source_dup_attribute (self->source, note, "type");
  g_autofree char *target = presser_tei_source_dup_attribute (self->source, note, "target");

  if (g_strcmp0 (type, "removed") == 0 && target != NULL)
    g_hash_table_add (self->reading->removed, dup_target (self, target));
}

guint32
presser_tei_find_annotation_list (PresserTeiSource *source,
                                  const char       *type)
{
  guint32 element = 0;

  while (element < source->elements->len)
    {
      g_autofree char *own = NULL;

      if (presser_tei_source_is (source, element, "text"))
        {
          element = presser_tei_source_get_element (source, element)->next;
          continue;
        }
      own = presser_tei_source_is (source, element, "listAnnotation") ? presser_tei_source_dup_attribute (source, element, "type") : NULL;
      if (g_strcmp0 (own, type) == 0)
        return element;
      element++;
    }

  return PRESSER_TEI_NONE;
}

void
presser_tei_read_annotations (PresserTeiReading *reading,
                              PresserTeiReading *text)
{
  g_autoptr (GPtrArray) strays = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_tei_location_free);
  Reader           self = { reading, text, reading->source, strays };
  guint32          element = 0;
  guint32          list = presser_tei_find_annotation_list (reading->source, PRESSER_TEI_STATEMENT_LIST);
  g_autofree char *subtype = list == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (reading->source, list, "subtype");

  reading->is_stand_off = g_strcmp0 (subtype, PRESSER_TEI_STAND_OFF_LIST) == 0;
  while (element < self.source->elements->len)
    {
      if (presser_tei_source_is (self.source, element, "text"))
        {
          element = presser_tei_source_get_element (self.source, element)->next;
          continue;
        }
      if (presser_tei_source_is (self.source, element, "annotation"))
        read_annotation (&self, element);
      else if (reading != text && presser_tei_source_is (self.source, element, "note"))
        read_removed (&self, element);
      element++;
    }
  read_strays (&self);
}
