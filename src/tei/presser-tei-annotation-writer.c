/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stand-off statements as `annotation` (TEI.md 1.6): what is there is patched, so that what others wrote into an annotation
 * stays. Offsets count the characters of the file as it will be, so in the text's own file this works on what the first
 * pass wrote; tags and annotations do not move them. */

#include "presser-tei-annotation-private.h"

#include <string.h>

#include "presser-tei-categories-private.h"
#include "presser-tei-fate-private.h"
#include "presser-tei-header-writer-private.h"
#include "presser-tei-stray-private.h"
#include "presser-tei-stream-private.h"

/* As long as a neighbourhood is, in characters: enough to tell a place from others like it. */
#define CONTEXT_LENGTH 32

/* Pointers need an element with an id; in a file that must not change they do without: NULL. */
static const char *
give_id (PresserTeiAnnotationWriter *self,
         guint32                     element)
{
  char *id = g_hash_table_lookup (self->given_ids, GUINT_TO_POINTER (element));

  if (id != NULL)
    return id;
  if (presser_tei_source_get_element (self->text->source, element)->has_id)
    id = g_strstrip (presser_tei_source_dup_attribute (self->text->source, element, "xml:id"));
  else if (self->file != NULL)
    return NULL;
  else
    {
      id = presser_tei_writer_make_id (self->writer, PRESSER_TEI_GIVEN_ID, 1);
      presser_tei_patches_set_attribute (presser_tei_branches_get_patches (self->branches), element, "xml:id", id);
    }
  g_hash_table_insert (self->given_ids, GUINT_TO_POINTER (element), id);

  return id;
}

/* One stretch a line: a changed paragraph then breaks one of them only. Lines between others that nobody says are left out. */
static GArray *
dup_stretches (PresserTeiAnnotationWriter *self,
               PresserStatement           *statement)
{
  g_autoptr (GArray) ranges = presser_tei_dup_normal_ranges (self->writer, statement);
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (PresserRange));

  for (guint i = 0; i < ranges->len; i++)
    {
      PresserRange range = g_array_index (ranges, PresserRange, i);
      guint        first = presser_tei_reading_find_line (self->text, range.start);
      guint        last = presser_tei_reading_find_line (self->text, range.end);

      for (guint line = first; line <= last; line++)
        {
          PresserTeiLine *place = &g_array_index (self->text->lines, PresserTeiLine, line);
          PresserRange    within = presser_range_intersect (range, (PresserRange){ place->position, place->position + place->length });

          if (line > first && line < last && presser_tei_paragraph_is_aside (g_ptr_array_index (self->text->paragraphs, line)))
            continue;
          if (!presser_range_is_empty (within))
            g_array_append_val (stretches, within);
        }
    }

  return stretches;
}

static char *
dup_targets (PresserTeiAnnotationWriter *self,
             GArray                     *stretches)
{
  GString *targets = g_string_new (NULL);

  for (guint i = 0; i < stretches->len; i++)
    {
      PresserRange     range = g_array_index (stretches, PresserRange, i);
      guint32          element = g_array_index (self->text->lines, PresserTeiLine, presser_tei_reading_find_line (self->text, range.start)).element;
      g_autofree char *target = presser_tei_stream_dup_target (self->text, element, self->file, give_id (self, element), range);

      g_string_append_printf (targets, "%s%s", targets->len > 0 ? " " : "", target);
    }

  return g_string_free (targets, FALSE);
}

static PresserTeiBranch *
get_list (PresserTeiAnnotationWriter *self)
{
  PresserTeiSource *source = self->reading->source;
  guint32           element;

  if (self->list != NULL)
    return self->list;

  element = presser_tei_find_annotation_list (source, PRESSER_TEI_STATEMENT_LIST);
  if (element != PRESSER_TEI_NONE)
    self->list = presser_tei_branches_get (self->branches, element);
  else
    {
      self->list = presser_tei_branch_add (
          presser_tei_branch_get_path (presser_tei_write_get_root (self->writer, self->branches), "standOff"), "listAnnotation", NULL);
      presser_tei_branch_set_attribute (self->list, "type", PRESSER_TEI_STATEMENT_LIST);
      if (self->file == NULL && self->writer->is_stand_off)
        presser_tei_branch_set_attribute (self->list, "subtype", PRESSER_TEI_STAND_OFF_LIST);
    }

  return self->list;
}

/* An annotation says by a category what `said` says by @direct. */
static char *
dup_ana (PresserTeiAnnotationWriter *self,
         PresserStatement           *statement)
{
  PresserTeiRecord *record = presser_tei_writer_find_record (self->writer, presser_statement_get_id (statement));
  char             *ana = presser_tei_tag_dup_ana (self->writer, statement, record);
  char             *with_kind;

  if (presser_statement_get_kind (statement) != PRESSER_KIND_INDIRECT)
    return ana;
  with_kind = g_strconcat (ana, " #", PRESSER_TEI_CATEGORY_INDIRECT, NULL);
  g_free (ana);

  return with_kind;
}

/* Some words before or behind a place in its line, NULL if there are none. */
static char *
dup_context (PresserTeiReading *text,
             guint              position,
             gboolean           is_before)
{
  PresserTeiLine  *line = &g_array_index (text->lines, PresserTeiLine, presser_tei_reading_find_line (text, position));
  guint            end = line->position + line->length;
  PresserRange     range = is_before ? (PresserRange){ MAX (line->position, position - MIN (position, CONTEXT_LENGTH)), position }
                                     : (PresserRange){ position, MIN (end, position + CONTEXT_LENGTH) };
  g_autofree char *words = range.start >= range.end ? NULL : presser_tei_dup_words (text, range, FALSE);

  return words == NULL || *words == '\0' ? NULL : g_steal_pointer (&words);
}

static void
add_note (PresserTeiBranch *annotation,
          const char       *type,
          const char       *text)
{
  if (text != NULL)
    presser_tei_branch_set_attribute (presser_tei_branch_add (annotation, "note", text), "type", type);
}

static void
add_location_notes (PresserTeiAnnotationWriter *self,
                    PresserTeiBranch           *annotation,
                    GArray                     *stretches)
{
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  /* The text could not be written as it is: reading it back will say so. */
  if (stretches->len == 0)
    return;

  prefix = dup_context (self->text, g_array_index (stretches, PresserRange, 0).start, TRUE);
  suffix = dup_context (self->text, g_array_index (stretches, PresserRange, stretches->len - 1).end, FALSE);
  add_note (annotation, "prefix", prefix);
  for (guint i = 0; i < stretches->len; i++)
    {
      g_autofree char *words = presser_tei_dup_words (self->text, g_array_index (stretches, PresserRange, i), FALSE);

      add_note (annotation, "exact", words);
    }
  add_note (annotation, "suffix", suffix);
}

static void
add_speaker (PresserTeiBranch *annotation,
             const char       *speaker)
{
  g_autofree char  *who = presser_tei_dup_pointer (speaker);
  PresserTeiBranch *pointer = presser_tei_branch_add (annotation, "ptr", NULL);

  presser_tei_branch_set_attribute (pointer, "type", "speaker");
  presser_tei_branch_set_attribute (pointer, "target", who);
}

static void
add_annotation (PresserTeiAnnotationWriter *self,
                PresserStatement           *statement)
{
  PresserTeiBranch *annotation = presser_tei_branch_add (get_list (self), "annotation", NULL);
  const char       *annotator = presser_statement_get_annotator (statement);
  g_autoptr (GArray) stretches = dup_stretches (self, statement);
  g_autofree char *targets = dup_targets (self, stretches);
  g_autofree char *ana = dup_ana (self, statement);
  g_autofree char *resp = annotator == NULL ? NULL : presser_tei_dup_pointer (annotator);

  presser_tei_branch_set_attribute (annotation, "xml:id", presser_statement_get_id (statement));
  presser_tei_branch_set_attribute (annotation, "motivation", "classifying");
  presser_tei_branch_set_attribute (annotation, "target", targets);
  presser_tei_branch_set_attribute (annotation, "ana", ana);
  presser_tei_branch_set_attribute (annotation, "resp", resp);
  presser_tei_branch_set_attribute (annotation, "cert", presser_statement_get_certainty (statement));
  if (presser_statement_get_speaker (statement) != NULL)
    add_speaker (annotation, presser_statement_get_speaker (statement));
  add_location_notes (self, annotation, stretches);
}

static guint32
find_child (PresserTeiSource *source,
            guint32           annotation,
            const char       *name,
            const char       *type)
{
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, annotation, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *own = presser_tei_source_dup_attribute (source, child, "type");

      if (presser_tei_source_is (source, child, name) && g_strcmp0 (own, type) == 0)
        return child;
    }

  return PRESSER_TEI_NONE;
}

static void
set_attribute (PresserTeiAnnotationWriter *self,
               guint32                     element,
               const char                 *name,
               const char                 *value)
{
  g_autofree char *old = presser_tei_source_dup_attribute (self->reading->source, element, name);

  if (g_strcmp0 (old, value) != 0)
    presser_tei_patches_set_attribute (presser_tei_branches_get_patches (self->branches), element, name, value);
}

static void
patch_speaker (PresserTeiAnnotationWriter *self,
               guint32                     annotation,
               const char                 *speaker)
{
  guint32          pointer = find_child (self->reading->source, annotation, "ptr", "speaker");
  g_autofree char *who = speaker == NULL ? NULL : presser_tei_dup_pointer (speaker);

  if (pointer == PRESSER_TEI_NONE && speaker != NULL)
    add_speaker (presser_tei_branches_get (self->branches, annotation), speaker);
  else if (pointer != PRESSER_TEI_NONE && speaker == NULL)
    presser_tei_branches_delete (self->branches, pointer);
  else if (pointer != PRESSER_TEI_NONE)
    set_attribute (self, pointer, "target", who);
}

static gboolean
is_location_note (PresserTeiSource *source,
                  guint32           child)
{
  g_autofree char *type = presser_tei_source_is (source, child, "note") ? presser_tei_source_dup_attribute (source, child, "type") : NULL;

  return type != NULL && (strcmp (type, "exact") == 0 || strcmp (type, "prefix") == 0 || strcmp (type, "suffix") == 0);
}

/* Whether the annotation says already where its statement stands. */
static gboolean
points_there (PresserTeiAnnotationWriter *self,
              guint32                     annotation,
              PresserStatement           *statement)
{
  PresserTeiSource *source = self->reading->source;
  g_autofree char  *target = presser_tei_source_dup_attribute (source, annotation, "target");
  g_autoptr (GArray) wanted = presser_tei_dup_normal_ranges (self->writer, statement);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  g_autoptr (GArray) normal = NULL;

  if (presser_tei_stream_read_targets (self->text, target, self->file != NULL, ranges) != PRESSER_TEI_TARGETS_FOUND)
    return FALSE;
  g_array_sort (ranges, presser_tei_compare_ranges);
  normal = presser_tei_normalize_ranges (&presser_tei_reading_text_class, self->text, (PresserRange *) (gpointer) ranges->data, ranges->len);

  return normal->len == wanted->len && memcmp (normal->data, wanted->data, normal->len * sizeof (PresserRange)) == 0;
}

static void
patch_location (PresserTeiAnnotationWriter *self,
                guint32                     annotation,
                PresserStatement           *statement)
{
  PresserTeiSource *source = self->reading->source;
  g_autoptr (GArray) stretches = dup_stretches (self, statement);
  g_autofree char *targets = dup_targets (self, stretches);
  guint32          child = PRESSER_TEI_NONE;

  set_attribute (self, annotation, "target", targets);
  while ((child = presser_tei_source_next_child (source, annotation, child)) != PRESSER_TEI_NONE)
    if (is_location_note (source, child))
      presser_tei_branches_delete (self->branches, child);
  add_location_notes (self, presser_tei_branches_get (self->branches, annotation), stretches);
}

/* The words may have been corrected where they stand. */
static gboolean
words_are_same (PresserTeiAnnotationWriter *self,
                guint32                     annotation,
                PresserStatement           *statement)
{
  g_autoptr (PresserTeiLocation) location = presser_tei_location_read (self->reading->source, annotation);

  g_array_unref (location->expected);
  location->expected = dup_stretches (self, statement);

  return presser_tei_location_is_right (location, self->text);
}

static void
patch_annotation (PresserTeiAnnotationWriter *self,
                  guint32                     annotation,
                  PresserStatement           *statement)
{
  const char       *annotator = presser_statement_get_annotator (statement);
  g_autofree char  *resp = annotator == NULL ? NULL : presser_tei_dup_pointer (annotator);
  PresserTeiRecord *record = presser_tei_writer_find_record (self->writer, presser_statement_get_id (statement));
  PresserStatement *old = record == NULL ? NULL : record->statement;

  if (!points_there (self, annotation, statement) || !words_are_same (self, annotation, statement))
    patch_location (self, annotation, statement);
  if (old == statement)
    return;
  if (old == NULL || presser_tei_tag_analysis_differs (old, statement))
    {
      g_autofree char *ana = dup_ana (self, statement);

      set_attribute (self, annotation, "ana", ana);
    }
  if (old == NULL || g_strcmp0 (presser_statement_get_annotator (old), annotator) != 0)
    set_attribute (self, annotation, "resp", resp);
  set_attribute (self, annotation, "cert", presser_statement_get_certainty (statement));
  if (old == NULL || g_strcmp0 (presser_statement_get_speaker (old), presser_statement_get_speaker (statement)) != 0)
    patch_speaker (self, annotation, presser_statement_get_speaker (statement));
}

void
presser_tei_annotation_write (PresserTeiAnnotationWriter *self,
                              PresserStatement           *statement)
{
  guint32 element = presser_tei_source_find_id (self->reading->source, presser_statement_get_id (statement));

  /* Corrections may have left nothing to stand at. */
  if (!presser_tei_statement_has_text (self->writer, statement))
    return;

  if (element != PRESSER_TEI_NONE && presser_tei_source_is (self->reading->source, element, "annotation"))
    patch_annotation (self, element, statement);
  else
    add_annotation (self, statement);
}

/* The choice of the document is remembered by its list, and goes with it. */
static void
remember_choice (PresserTeiAnnotationWriter *self)
{
  guint32 list = presser_tei_find_annotation_list (self->reading->source, PRESSER_TEI_STATEMENT_LIST);

  if (list != PRESSER_TEI_NONE && self->reading->is_stand_off != self->writer->is_stand_off)
    presser_tei_patches_set_attribute (presser_tei_branches_get_patches (self->branches), list, "subtype",
                                       self->writer->is_stand_off ? PRESSER_TEI_STAND_OFF_LIST : NULL);
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
  PresserTeiAnnotationWriter self = { .writer = writer, .reading = reading, .text = reading };
  g_autoptr (GHashTable) given_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  char *text;
  gsize length;

  if (reading == NULL)
    return NULL;

  self.given_ids = given_ids;
  patches = presser_tei_patches_new (source);
  self.branches = branches = presser_tei_branches_new (source, patches);
  for (guint i = 0; i < writer->apart->len; i++)
    presser_tei_annotation_write (&self, g_ptr_array_index (writer->apart, i));
  remember_choice (&self);
  presser_tei_branches_emit (branches);
  text = presser_tei_patches_apply (patches, 0, (guint32) source->length, &length);

  return g_bytes_new_take (text, length);
}
