/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-header-writer-private.h"

#include <string.h>

#include "presser-tei-categories-private.h"

/* In a corpus, the first text. */
guint32
presser_tei_write_find_root (PresserTeiWriter *writer)
{
  guint32 root = 0;

  while (presser_tei_source_find_child (writer->source, root, "text") == PRESSER_TEI_NONE
         && presser_tei_source_find_child (writer->source, root, "TEI") != PRESSER_TEI_NONE)
    root = presser_tei_source_find_child (writer->source, root, "TEI");

  return root;
}

PresserTeiBranch *
presser_tei_write_get_root (PresserTeiWriter   *writer,
                            PresserTeiBranches *branches)
{
  return presser_tei_branches_get (branches, presser_tei_write_find_root (writer));
}

/* @type NULL matches a child that has none, or any but "alias" and "keyword", which Presser tells apart. */
guint32
presser_tei_write_find_child (PresserTeiSource *source,
                              guint32           parent,
                              const char       *name,
                              const char       *type)
{
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, parent, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *own = NULL;

      if (!presser_tei_source_is (source, child, name))
        continue;
      own = presser_tei_source_dup_attribute (source, child, "type");
      if (type == NULL ? own == NULL || (strcmp (own, "alias") != 0 && strcmp (own, "keyword") != 0)
                       : own != NULL && g_ascii_strcasecmp (own, type) == 0)
        return child;
    }

  return PRESSER_TEI_NONE;
}

void
presser_tei_write_child (PresserTeiBranches *branches,
                         guint32             parent,
                         const char         *name,
                         const char         *type,
                         const char         *text)
{
  guint32           child = presser_tei_write_find_child (presser_tei_branches_get_source (branches), parent, name, type);
  PresserTeiBranch *branch;

  if (child != PRESSER_TEI_NONE && text == NULL)
    presser_tei_branches_delete (branches, child);
  else if (child != PRESSER_TEI_NONE)
    presser_tei_branches_replace_text (branches, child, text);
  else if (text != NULL)
    {
      branch = presser_tei_branch_add (presser_tei_branches_get (branches, parent), name, text);
      presser_tei_branch_set_attribute (branch, "type", type);
    }
}

/* NULL if nothing is left. */
char *
presser_tei_write_dup_rend (const char *rend,
                            int         colour)
{
  g_auto (GStrv) words = presser_tei_split_pointers (rend);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_has_prefix (words[i], "colour-"))
      g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", words[i]);
  if (colour >= 0)
    g_string_append_printf (result, "%scolour-%d", result->len > 0 ? " " : "", colour);

  return result->len > 0 ? g_strdup (result->str) : NULL;
}

int
presser_tei_write_compare_elements (gconstpointer one,
                                    gconstpointer other)
{
  guint32 first = *(const guint32 *) one;
  guint32 second = *(const guint32 *) other;

  return first < second ? -1 : first > second;
}

void
presser_tei_write_reorder (PresserTeiBranches *branches,
                           GArray             *elements,
                           GPtrArray          *patched)
{
  PresserTeiSource *source = presser_tei_branches_get_source (branches);
  g_autoptr (GArray) places = g_array_copy (elements);

  g_array_sort (places, presser_tei_write_compare_elements);
  for (guint i = 0; i < places->len; i++)
    {
      PresserTeiElement *place = presser_tei_source_get_element (source, g_array_index (places, guint32, i));

      presser_tei_patches_replace (presser_tei_branches_get_patches (branches), place->tag_start, place->close_end,
                                   g_ptr_array_index (patched, i));
    }
}

gboolean
presser_tei_writer_has_statement (PresserTeiWriter *self,
                                  PresserStatement *statement)
{
  return self->only == NULL || g_hash_table_contains (self->only, presser_statement_get_id (statement));
}

gboolean
presser_tei_writer_wants (PresserTeiWriter *self,
                          const char       *id)
{
  return self->wanted == NULL || g_hash_table_contains (self->wanted, id);
}

static gboolean
is_written_now (PresserTeiWriter *self,
                PresserStatement *statement)
{
  PresserTeiRecord *record = presser_tei_writer_find_record (self, presser_statement_get_id (statement));

  return record == NULL || record->statement != statement
         || g_array_index (self->fates, PresserTeiFate, record->number) == PRESSER_TEI_FATE_GONE;
}

/* An annotation says by a category what `said` says by @direct. */
static void
note_apart (PresserTeiWriter *self)
{
  for (guint i = 0; i < self->apart->len; i++)
    if (presser_statement_get_kind (g_ptr_array_index (self->apart, i)) == PRESSER_KIND_INDIRECT)
      g_hash_table_add (self->needed, g_strdup (PRESSER_TEI_CATEGORY_INDIRECT));
}

/* Whether an annotation is there still when all is written: that of a lost statement is. */
static gboolean
is_living (PresserTeiWriter *self,
           PresserTeiRecord *record)
{
  PresserStatement *statement;

  if (record->statement == NULL || g_array_index (self->fates, PresserTeiFate, record->number) == PRESSER_TEI_FATE_KEPT)
    return TRUE;
  statement = presser_document_get_statement (self->document, presser_statement_get_id (record->statement));

  return statement != NULL && g_ptr_array_find (self->apart, statement, NULL);
}

/* The targets of all annotations that there will be still. */
static char *
dup_living_targets (PresserTeiWriter *self)
{
  GString *targets = g_string_new (NULL);

  for (guint i = 0; i < self->reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->reading->records, i);
      g_autofree char  *target = NULL;

      if (record->annotation == PRESSER_TEI_NONE || !is_living (self, record))
        continue;
      target = presser_tei_source_dup_attribute (self->source, record->annotation, "target");
      g_string_append (targets, target);
    }

  return g_string_free (targets, FALSE);
}

/* An id that an element got for annotations goes with the last of them. */
static void
take_ids_back (PresserTeiWriter *self,
               guint32           annotation,
               const char       *living)
{
  g_autofree char *target = presser_tei_source_dup_attribute (self->source, annotation, "target");
  g_autoptr (GRegex) regex = g_regex_new ("\\(b\\.[0-9]+,", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, target, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *use = g_match_info_fetch (match, 0);
      g_autofree char *id = g_strndup (use + 1, strlen (use) - 2);
      guint32          element = presser_tei_source_find_id (self->source, id);

      if (element != PRESSER_TEI_NONE && strstr (living, use) == NULL && g_hash_table_add (self->new_ids, g_strdup (id)))
        presser_tei_patches_set_attribute (self->patches, element, "xml:id", NULL);
    }
}

/* Those of statements that are no more, or that go into the text. */
static void
delete_annotations (PresserTeiWriter   *self,
                    PresserTeiBranches *branches)
{
  g_autofree char *living = dup_living_targets (self);

  for (guint i = 0; i < self->reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (self->reading->records, i);

      if (record->annotation == PRESSER_TEI_NONE || is_living (self, record))
        continue;
      presser_tei_branches_delete (branches, record->annotation);
      take_ids_back (self, record->annotation, living);
    }
}

static void
find_used (PresserTeiWriter *self)
{
  GListModel *statements = presser_document_get_statements (self->document);
  guint       n_statements = g_list_model_get_n_items (statements);

  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      if (!presser_tei_writer_has_statement (self, statement))
        continue;
      presser_tei_tag_note_used (self, statement, self->used);
      if (is_written_now (self, statement))
        presser_tei_tag_note_used (self, statement, self->needed);
    }
}

void
presser_tei_write_lists (PresserTeiWriter   *self,
                         PresserTeiBranches *branches)
{
  find_used (self);
  note_apart (self);
  presser_tei_write_annotators (self, branches);
  presser_tei_write_categories (self, branches);
  presser_tei_write_topics (self, branches);
  presser_tei_write_speakers (self, branches);
  presser_tei_write_notes (self, branches);
  delete_annotations (self, branches);
}

/* Brings header and standOff up to date. */
void
presser_tei_write_header (PresserTeiWriter *self)
{
  g_autoptr (PresserTeiBranches) branches = presser_tei_branches_new (self->source, self->patches);

  presser_tei_write_lists (self, branches);
  presser_tei_write_metadata (self, branches);
  presser_tei_branches_emit (branches);
}
