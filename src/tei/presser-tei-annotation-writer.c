/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements that have no room in the text, as `annotation` (TEI.md 1.6). Offsets count the characters of the file as it
 * will be, so this works on what the first pass wrote; tags and annotations do not move them. */

#include <string.h>

#include "presser-tei-categories-private.h"
#include "presser-tei-fate-private.h"
#include "presser-tei-header-writer-private.h"
#include "presser-tei-stream-private.h"

typedef struct
{
  PresserTeiWriter   *writer;
  PresserTeiReading  *reading; /* of the first pass */
  PresserTeiBranches *branches;
  PresserTeiBranch   *list;
  GHashTable         *given_ids; /* element: the id that it gets; owned */
} AnnotationWriter;

/* Pointers need an element with an id. */
static const char *
give_id (AnnotationWriter *self,
         guint32           element)
{
  char *id = g_hash_table_lookup (self->given_ids, GUINT_TO_POINTER (element));

  if (id != NULL)
    return id;
  if (presser_tei_source_get_element (self->reading->source, element)->has_id)
    id = g_strstrip (presser_tei_source_dup_attribute (self->reading->source, element, "xml:id"));
  else
    {
      id = presser_tei_writer_make_id (self->writer, PRESSER_TEI_GIVEN_ID, 1);
      presser_tei_patches_set_attribute (presser_tei_branches_get_patches (self->branches), element, "xml:id", id);
    }
  g_hash_table_insert (self->given_ids, GUINT_TO_POINTER (element), id);

  return id;
}

static void
append_targets (AnnotationWriter *self,
                GString          *targets,
                PresserRange      range)
{
  PresserTeiReading *reading = self->reading;
  guint              last = presser_tei_reading_find_line (reading, range.end);

  for (guint i = presser_tei_reading_find_line (reading, range.start); i <= last; i++)
    {
      PresserTeiLine  *line = &g_array_index (reading->lines, PresserTeiLine, i);
      PresserRange     within = presser_range_intersect (range, (PresserRange){ line->position, line->position + line->length });
      g_autofree char *target = NULL;

      if (presser_range_is_empty (within))
        continue;
      target = presser_tei_stream_dup_target (reading, line->element, give_id (self, line->element), within);
      g_string_append_printf (targets, "%s%s", targets->len > 0 ? " " : "", target);
    }
}

static char *
dup_targets (AnnotationWriter *self,
             PresserStatement *statement)
{
  g_autoptr (GArray) ranges = presser_tei_dup_normal_ranges (self->writer, statement);
  GString *targets = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    append_targets (self, targets, g_array_index (ranges, PresserRange, i));

  return g_string_free (targets, FALSE);
}

static PresserTeiBranch *
get_list (AnnotationWriter *self)
{
  PresserTeiSource *source = self->reading->source;
  guint32           element = 0;

  if (self->list != NULL)
    return self->list;

  while (element < source->elements->len)
    {
      g_autofree char *type = NULL;

      if (presser_tei_source_is (source, element, "text"))
        {
          element = presser_tei_source_get_element (source, element)->next;
          continue;
        }
      if (presser_tei_source_is (source, element, "listAnnotation"))
        {
          type = presser_tei_source_dup_attribute (source, element, "type");
          if (g_strcmp0 (type, "statements") == 0)
            return self->list = presser_tei_branches_get (self->branches, element);
        }
      element++;
    }

  self->list = presser_tei_branch_add (presser_tei_branch_get_path (presser_tei_branches_get (self->branches, 0), "standOff"),
                                       "listAnnotation", NULL);
  presser_tei_branch_set_attribute (self->list, "type", "statements");

  return self->list;
}

static void
add_annotation (AnnotationWriter *self,
                PresserStatement *statement)
{
  PresserTeiBranch *annotation = presser_tei_branch_add (get_list (self), "annotation", NULL);
  PresserTeiRecord *record = presser_tei_writer_find_record (self->writer, presser_statement_get_id (statement));
  const char       *speaker = presser_statement_get_speaker (statement);
  const char       *annotator = presser_statement_get_annotator (statement);
  g_autofree char  *targets = dup_targets (self, statement);
  g_autofree char  *ana = presser_tei_tag_dup_ana (statement, record);
  g_autofree char  *resp = annotator == NULL ? NULL : presser_tei_dup_pointer (annotator);
  g_autofree char  *quote = presser_document_dup_quote (self->writer->document, statement);
  PresserTeiBranch *child;

  presser_tei_branch_set_attribute (annotation, "xml:id", presser_statement_get_id (statement));
  presser_tei_branch_set_attribute (annotation, "motivation", "classifying");
  presser_tei_branch_set_attribute (annotation, "target", targets);
  if (presser_statement_get_kind (statement) == PRESSER_KIND_INDIRECT)
    {
      g_autofree char *with_kind = g_strconcat (ana, " #", PRESSER_TEI_CATEGORY_INDIRECT, NULL);

      presser_tei_branch_set_attribute (annotation, "ana", with_kind);
    }
  else
    presser_tei_branch_set_attribute (annotation, "ana", ana);
  presser_tei_branch_set_attribute (annotation, "resp", resp);
  presser_tei_branch_set_attribute (annotation, "cert", presser_statement_get_certainty (statement));
  if (speaker != NULL)
    {
      g_autofree char *who = presser_tei_dup_pointer (speaker);

      child = presser_tei_branch_add (annotation, "ptr", NULL);
      presser_tei_branch_set_attribute (child, "type", "speaker");
      presser_tei_branch_set_attribute (child, "target", who);
    }
  child = presser_tei_branch_add (annotation, "note", quote);
  presser_tei_branch_set_attribute (child, "type", "exact");
}

/* @utf8: what the first pass wrote. */
GBytes *
presser_tei_write_annotations (PresserTeiWriter *writer,
                               GBytes           *utf8,
                               GError          **error)
{
  g_autoptr (PresserTeiSource) source = presser_tei_source_new_utf8 (utf8, writer->source->name, error);
  g_autoptr (PresserTeiReading) reading = source == NULL ? NULL : presser_tei_reading_new (source, writer->reading->neighbours, error);
  g_autoptr (PresserTeiPatches) patches = NULL;
  g_autoptr (PresserTeiBranches) branches = NULL;
  AnnotationWriter self = { .writer = writer, .reading = reading };
  g_autoptr (GHashTable) given_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  char *text;
  gsize length;

  if (reading == NULL)
    return NULL;

  self.given_ids = given_ids;
  patches = presser_tei_patches_new (source);
  self.branches = branches = presser_tei_branches_new (source, patches);
  for (guint i = 0; i < writer->apart->len; i++)
    add_annotation (&self, g_ptr_array_index (writer->apart, i));
  presser_tei_branches_emit (branches);
  text = presser_tei_patches_apply (patches, 0, (guint32) source->length, &length);

  return g_bytes_new_take (text, length);
}
