/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tags of statements: TEI.md 1.4. */

#include "presser-tei-writer-private.h"

#include <string.h>

#include "presser-tei-categories-private.h"
#include "presser-tei-escape-private.h"

PresserTeiRecord *
presser_tei_writer_find_record (PresserTeiWriter *self,
                                const char       *statement_id)
{
  return g_hash_table_lookup (self->reading->record_ids, statement_id);
}

/* An id that neither file nor document has. */
char *
presser_tei_writer_make_id (PresserTeiWriter *self,
                            const char       *stem,
                            guint             first)
{
  for (guint i = first;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", stem, i);

      if (g_hash_table_contains (self->source->ids, id) || g_hash_table_contains (self->new_ids, id)
          || presser_document_has_id (self->document, id))
        continue;
      g_hash_table_add (self->new_ids, g_strdup (id));

      return g_steal_pointer (&id);
    }
}

static void
append_pointer (GString    *ana,
                const char *id)
{
  g_autofree char *pointer = presser_tei_dup_pointer (id);

  if (ana->len > 0)
    g_string_append_c (ana, ' ');
  g_string_append (ana, pointer);
}

/* The category of a status that the file has: those who call it checked go on doing so. */
static const char *
get_status_category (PresserTeiWriter *writer,
                     PresserStatement *statement)
{
  const char *category = presser_tei_category_from_status (presser_statement_get_status (statement));

  if (presser_statement_get_status (statement) == PRESSER_STATUS_VERIFIED
      && presser_tei_source_find_id (writer->source, category) == PRESSER_TEI_NONE
      && presser_tei_source_find_id (writer->source, PRESSER_TEI_CATEGORY_CHECKED) != PRESSER_TEI_NONE)
    return PRESSER_TEI_CATEGORY_CHECKED;

  return category;
}

void
presser_tei_tag_note_used (PresserTeiWriter *writer,
                           PresserStatement *statement,
                           GHashTable       *used)
{
  const char *rule = presser_tei_category_from_ground_rule (presser_statement_get_ground_rule (statement));
  const char *annotator = presser_statement_get_annotator (statement);

  g_hash_table_add (used, g_strdup (get_status_category (writer, statement)));
  if (presser_statement_get_kind (statement) == PRESSER_KIND_MIXED)
    g_hash_table_add (used, g_strdup (PRESSER_TEI_CATEGORY_MIXED));
  if (presser_statement_get_kind (statement) == PRESSER_KIND_INDIRECT)
    g_hash_table_add (used, g_strdup (PRESSER_TEI_CATEGORY_INDIRECT));
  if (rule != NULL)
    g_hash_table_add (used, g_strdup (rule));
  if (annotator != NULL)
    g_hash_table_add (used, g_strdup (annotator));
}

/* Topics, state, kind, rule, and what of the old value was none of these. */
char *
presser_tei_tag_dup_ana (PresserTeiWriter *writer,
                         PresserStatement *statement,
                         PresserTeiRecord *record)
{
  GString           *ana = g_string_new (NULL);
  const char *const *topics = presser_statement_get_topics (statement);
  const char        *rule = presser_tei_category_from_ground_rule (presser_statement_get_ground_rule (statement));

  for (guint i = 0; topics[i] != NULL; i++)
    append_pointer (ana, topics[i]);
  append_pointer (ana, get_status_category (writer, statement));
  if (presser_statement_get_kind (statement) == PRESSER_KIND_MIXED)
    append_pointer (ana, PRESSER_TEI_CATEGORY_MIXED);
  if (presser_statement_get_kind (statement) == PRESSER_KIND_INDIRECT && record != NULL && record->is_quote)
    append_pointer (ana, PRESSER_TEI_CATEGORY_INDIRECT);
  if (rule != NULL)
    append_pointer (ana, rule);
  if (record != NULL && record->extra_ana != NULL)
    g_string_append_printf (ana, " %s", record->extra_ana);

  return g_string_free (ana, FALSE);
}

static const char *
get_direct (PresserStatement *statement)
{
  switch (presser_statement_get_kind (statement))
    {
    case PRESSER_KIND_INDIRECT:
      return "false";
    case PRESSER_KIND_MIXED:
      return "inapplicable";
    case PRESSER_KIND_DIRECT:
    default:
      return NULL;
    }
}

static void
append_attribute (GString    *xml,
                  const char *name,
                  const char *value)
{
  if (value != NULL)
    presser_tei_append_attribute (xml, name, value);
}

static void
append_link (GString    *xml,
             const char *name,
             const char *id)
{
  g_autofree char *pointer = id == NULL ? NULL : presser_tei_dup_pointer (id);

  append_attribute (xml, name, pointer);
}

void
presser_tei_tag_append_said (PresserTeiWriter        *writer,
                             GString                 *xml,
                             const PresserTeiNewPart *part,
                             const char              *prefix)
{
  PresserStatement *statement = part->statement;
  PresserTeiRecord *record = presser_tei_writer_find_record (writer, presser_statement_get_id (statement));
  const char       *annotator = presser_statement_get_annotator (statement);
  g_autofree char  *ana = presser_tei_tag_dup_ana (writer, statement, record);

  g_string_append_printf (xml, "<%ssaid", prefix);
  append_attribute (xml, "xml:id", part->id);
  append_link (xml, "who", presser_statement_get_speaker (statement));
  append_attribute (xml, "direct", get_direct (statement));
  append_attribute (xml, "ana", ana);
  append_link (xml, "resp", annotator);
  append_attribute (xml, "cert", presser_statement_get_certainty (statement));
  append_link (xml, "next", part->next);
  append_link (xml, "prev", part->previous);
  if (record != NULL && record->extra_attributes != NULL)
    g_string_append (xml, record->extra_attributes);
  g_string_append_c (xml, '>');
}

gboolean
presser_tei_tag_analysis_differs (PresserStatement *one,
                                  PresserStatement *other)
{
  return !g_strv_equal (presser_statement_get_topics (one), presser_statement_get_topics (other))
         || presser_statement_get_status (one) != presser_statement_get_status (other)
         || presser_statement_get_kind (one) != presser_statement_get_kind (other)
         || presser_statement_get_ground_rule (one) != presser_statement_get_ground_rule (other);
}

static void
set_link (PresserTeiWriter *writer,
          guint32           element,
          const char       *name,
          const char       *old_id,
          const char       *new_id)
{
  g_autofree char *pointer = new_id == NULL ? NULL : presser_tei_dup_pointer (new_id);

  if (g_strcmp0 (old_id, new_id) != 0)
    presser_tei_patches_set_attribute (writer->patches, element, name, pointer);
}

static void
patch_tag (PresserTeiWriter *writer,
           PresserStatement *statement,
           PresserTeiRecord *record,
           guint32           element)
{
  PresserStatement *old = record->statement;

  set_link (writer, element, "who", presser_statement_get_speaker (old), presser_statement_get_speaker (statement));
  set_link (writer, element, "resp", presser_statement_get_annotator (old), presser_statement_get_annotator (statement));
  if (presser_tei_tag_analysis_differs (old, statement))
    {
      g_autofree char *ana = presser_tei_tag_dup_ana (writer, statement, record);

      presser_tei_patches_set_attribute (writer->patches, element, "ana", ana);
    }
  /* A `q` has no such attribute. */
  if (presser_statement_get_kind (old) != presser_statement_get_kind (statement) && !record->is_quote)
    presser_tei_patches_set_attribute (writer->patches, element, "direct", get_direct (statement));
  if (g_strcmp0 (presser_statement_get_certainty (old), presser_statement_get_certainty (statement)) != 0)
    presser_tei_patches_set_attribute (writer->patches, element, "cert", presser_statement_get_certainty (statement));
}

/* Brings the attributes of a statement that stays where it is up to date. */
void
presser_tei_tag_patch (PresserTeiWriter *writer,
                       PresserStatement *statement,
                       PresserTeiRecord *record)
{
  if (statement == record->statement)
    return;

  for (guint i = 0; i < record->parts->len; i++)
    {
      guint   part = g_array_index (record->parts, guint, i);
      guint32 element = g_array_index (writer->reading->parts, PresserTeiPart, part).element;

      patch_tag (writer, statement, record, element);
      if (i == 0 && !record->has_id)
        presser_tei_patches_set_attribute (writer->patches, element, "xml:id", presser_statement_get_id (statement));
    }
}
