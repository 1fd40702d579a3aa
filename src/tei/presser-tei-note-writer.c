/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands about statements outside them: annotators, the categories of status, kind and ground rule that are in use,
 * notes, embargoes, and when a statement was made and changed. */

#include "presser-tei-header-writer-private.h"

#include <string.h>

#include "presser-tei-categories-private.h"

#define RESPONSIBILITY         "annotation of statements"
#define PROGRAM_RESPONSIBILITY "suggestion of statements"

static gboolean
is_ours (PresserTeiSource *source,
         guint32           responsibility)
{
  g_autofree char *text = presser_tei_source_dup_text (source, presser_tei_source_find_child (source, responsibility, "resp"));

  return g_strcmp0 (text, RESPONSIBILITY) == 0 || g_strcmp0 (text, PROGRAM_RESPONSIBILITY) == 0;
}

/* Whether a statement of the file as it was read named an annotator or a category. */
static GHashTable *
find_used_before (PresserTeiWriter *writer)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < writer->reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (writer->reading->records, i);
      PresserStatement *statement = record->statement;

      if (statement != NULL)
        presser_tei_tag_note_used (writer, statement, used);
    }

  return used;
}

static void
add_annotator (PresserTeiWriter   *writer,
               PresserTeiBranches *branches,
               PresserAnnotator   *annotator)
{
  gboolean          is_program = presser_annotator_is_program (annotator);
  PresserTeiBranch *titles = presser_tei_branch_get_path (presser_tei_write_get_root (writer, branches),
                                                          "teiHeader/fileDesc/titleStmt");
  PresserTeiBranch *responsibility = presser_tei_branch_add (titles, "respStmt", NULL);
  PresserTeiBranch *name;

  presser_tei_branch_set_attribute (responsibility, "xml:id", presser_annotator_get_id (annotator));
  presser_tei_branch_add (responsibility, "resp", is_program ? PROGRAM_RESPONSIBILITY : RESPONSIBILITY);
  name = presser_tei_branch_add (responsibility, is_program ? "name" : "persName", presser_annotator_get_name (annotator));
  if (is_program)
    presser_tei_branch_set_attribute (name, "type", "program");
}

/* Who is in the file stays there, unless the last statement of an entry that Presser made is gone. */
void
presser_tei_write_annotators (PresserTeiWriter   *writer,
                              PresserTeiBranches *branches)
{
  GListModel *annotators = presser_document_get_annotators (writer->document);
  GArray     *entries = writer->reading->annotators;
  g_autoptr (GHashTable) before = find_used_before (writer);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (entries, PresserTeiEntry, i);
      const char      *id = presser_annotator_get_id (PRESSER_ANNOTATOR (entry->object));

      g_hash_table_add (known, (gpointer) id);
      if (entry->element != PRESSER_TEI_NONE && is_ours (writer->source, entry->element)
          && g_hash_table_contains (before, id) && !g_hash_table_contains (writer->used, id))
        presser_tei_branches_delete (branches, entry->element);
    }

  for (guint i = 0; i < g_list_model_get_n_items (annotators); i++)
    {
      g_autoptr (PresserAnnotator) annotator = g_list_model_get_item (annotators, i);
      const char *id = presser_annotator_get_id (annotator);

      if (!g_hash_table_contains (known, id) && g_hash_table_contains (writer->used, id))
        add_annotator (writer, branches, annotator);
    }
}

static PresserTeiBranch *
get_taxonomy (PresserTeiWriter         *writer,
              PresserTeiBranches       *branches,
              const PresserTeiTaxonomy *taxonomy,
              PresserTeiBranch        **fresh)
{
  guint32 element = presser_tei_source_find_id (writer->source, taxonomy->id);

  if (*fresh != NULL)
    return *fresh;
  if (element != PRESSER_TEI_NONE && presser_tei_source_is (writer->source, element, "taxonomy"))
    return presser_tei_branches_get (branches, element);

  *fresh = presser_tei_branch_add (presser_tei_branch_get_path (presser_tei_write_get_root (writer, branches),
                                                                "teiHeader/encodingDesc/classDecl"),
                                   "taxonomy", NULL);
  if (element == PRESSER_TEI_NONE)
    presser_tei_branch_set_attribute (*fresh, "xml:id", taxonomy->id);
  presser_tei_branch_add (*fresh, "desc", taxonomy->description);

  return *fresh;
}

static void
write_taxonomy (PresserTeiWriter         *writer,
                PresserTeiBranches       *branches,
                const PresserTeiTaxonomy *taxonomy,
                GHashTable               *before)
{
  PresserTeiBranch *fresh = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (taxonomy->categories) && taxonomy->categories[i].id != NULL; i++)
    {
      const PresserTeiCategory *category = &taxonomy->categories[i];
      guint32                   element = presser_tei_source_find_id (writer->source, category->id);
      gboolean                  is_used = g_hash_table_contains (writer->used, category->id);

      if (g_hash_table_contains (writer->needed, category->id) && element == PRESSER_TEI_NONE)
        {
          PresserTeiBranch *branch = presser_tei_branch_add (get_taxonomy (writer, branches, taxonomy, &fresh), "category", NULL);

          g_autofree char *prefix = presser_tei_source_dup_prefix (writer->source, presser_tei_write_find_root (writer));
          g_autofree char *description = g_strdup_printf ("<%sterm>%s</%sterm>", prefix, category->term, prefix);

          presser_tei_branch_set_attribute (branch, "xml:id", category->id);
          presser_tei_branch_set_xml (presser_tei_branch_add (branch, "catDesc", NULL), description);
        }
      else if (!is_used && element != PRESSER_TEI_NONE && g_hash_table_contains (before, category->id))
        {
          g_autofree char *term = presser_tei_source_dup_text (writer->source, element);

          if (g_strcmp0 (term, category->term) == 0)
            presser_tei_branches_delete (branches, element);
        }
    }
}

void
presser_tei_write_categories (PresserTeiWriter   *writer,
                              PresserTeiBranches *branches)
{
  g_autoptr (GHashTable) before = find_used_before (writer);

  for (guint i = 0; i < G_N_ELEMENTS (presser_tei_taxonomies); i++)
    write_taxonomy (writer, branches, &presser_tei_taxonomies[i], before);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time == NULL ? NULL : g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

typedef struct
{
  PresserTeiWriter   *writer;
  PresserTeiBranches *branches;
  PresserTeiBranch   *notes; /* NULL until needed */
  PresserTeiBranch   *history;
  guint32             newest; /* change in a `listChange`, or PRESSER_TEI_NONE */
} NoteWriter;

/* `listAnnotation` for notes, one for all. */
static PresserTeiBranch *
get_notes (NoteWriter *self)
{
  PresserTeiSource *source = self->writer->source;
  PresserTeiBranch *root = presser_tei_write_get_root (self->writer, self->branches);
  guint32           child = PRESSER_TEI_NONE;
  guint32           stand_off = PRESSER_TEI_NONE;

  if (self->notes != NULL)
    return self->notes;

  while ((child = presser_tei_source_next_child (source, 0, child)) != PRESSER_TEI_NONE)
    if (presser_tei_source_is (source, child, "standOff") && stand_off == PRESSER_TEI_NONE)
      stand_off = child;
  child = PRESSER_TEI_NONE;
  while (stand_off != PRESSER_TEI_NONE
         && (child = presser_tei_source_next_child (source, stand_off, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *type = presser_tei_source_dup_attribute (source, child, "type");

      if (presser_tei_source_is (source, child, "listAnnotation") && g_strcmp0 (type, "statementNotes") == 0)
        self->notes = presser_tei_branches_get (self->branches, child);
    }
  if (self->notes == NULL)
    {
      self->notes = presser_tei_branch_add (presser_tei_branch_get_path (root, "standOff"), "listAnnotation", NULL);
      presser_tei_branch_set_attribute (self->notes, "type", "statementNotes");
    }

  return self->notes;
}

static void
set_target (PresserTeiBranch *branch,
            const char       *type,
            PresserStatement *statement)
{
  g_autofree char *target = presser_tei_dup_pointer (presser_statement_get_id (statement));

  presser_tei_branch_set_attribute (branch, "type", type);
  presser_tei_branch_set_attribute (branch, "target", target);
}

static void
write_note (NoteWriter       *self,
            PresserStatement *statement,
            guint32           element,
            const char       *old)
{
  const char *note = statement == NULL ? NULL : presser_statement_get_note (statement);

  if (element == PRESSER_TEI_NONE && note != NULL)
    set_target (presser_tei_branch_add (get_notes (self), "note", note), "comment", statement);
  else if (element != PRESSER_TEI_NONE && note == NULL)
    presser_tei_branches_delete (self->branches, element);
  else if (element != PRESSER_TEI_NONE && g_strcmp0 (note, old) != 0)
    presser_tei_branches_replace_text (self->branches, element, note);
}

static void
add_dated_note (NoteWriter       *self,
                PresserStatement *statement,
                const char       *type,
                const char       *when)
{
  PresserTeiBranch *note = presser_tei_branch_add (get_notes (self), "note", NULL);

  set_target (note, type, statement);
  presser_tei_branch_set_attribute (presser_tei_branch_add (note, "date", NULL), "when", when);
}

static void
write_embargo (NoteWriter       *self,
               PresserStatement *statement,
               guint32           element,
               gint64            old)
{
  gint64           embargo = statement == NULL ? 0 : presser_statement_get_embargo (statement);
  g_autofree char *when = embargo == 0 ? NULL : format_time (embargo);

  if (element == PRESSER_TEI_NONE && when != NULL)
    add_dated_note (self, statement, "embargo", when);
  else if (element != PRESSER_TEI_NONE && when == NULL)
    presser_tei_branches_delete (self->branches, element);
  else if (element != PRESSER_TEI_NONE && embargo != old)
    presser_tei_patches_set_attribute (self->writer->patches,
                                       presser_tei_source_find_child (self->writer->source, element, "date"), "when", when);
}

/* Where changes go: `revisionDesc`, or the `listChange` in it; NULL if that is a plain `list`, which takes none. */
static PresserTeiBranch *
get_history (NoteWriter *self)
{
  PresserTeiSource *source = self->writer->source;
  guint32           root = presser_tei_write_find_root (self->writer);
  guint32           history = presser_tei_source_find_path (source, root, "teiHeader/revisionDesc");
  guint32           list = history == PRESSER_TEI_NONE ? PRESSER_TEI_NONE : presser_tei_source_find_child (source, history, "listChange");

  if (history != PRESSER_TEI_NONE && presser_tei_source_find_child (source, history, "list") != PRESSER_TEI_NONE)
    return NULL;
  if (self->history == NULL)
    self->history = list != PRESSER_TEI_NONE
                        ? presser_tei_branches_get (self->branches, list)
                        : presser_tei_branch_get_path (presser_tei_branches_get (self->branches, root), "teiHeader/revisionDesc");
  self->newest = list == PRESSER_TEI_NONE ? PRESSER_TEI_NONE : presser_tei_source_find_child (source, list, "change");

  return self->history;
}

/* Newest first, as TEI has it. */
static void
add_change (NoteWriter       *self,
            PresserStatement *statement,
            const char       *type,
            const char       *when)
{
  PresserTeiBranch *history = get_history (self);
  PresserTeiBranch *change;
  const char       *annotator = presser_statement_get_annotator (statement);
  g_autofree char  *who = annotator == NULL ? NULL : presser_tei_dup_pointer (annotator);

  if (history == NULL)
    {
      add_dated_note (self, statement, type, when);
      return;
    }
  change = presser_tei_branch_add (history, "change", NULL);
  if (self->newest != PRESSER_TEI_NONE)
    presser_tei_branch_set_before (change, self->newest);
  else
    presser_tei_branch_set_first (change);
  presser_tei_branch_set_attribute (change, "when", when);
  presser_tei_branch_set_attribute (change, "who", who);
  set_target (change, type, statement);
}

static void
write_change (NoteWriter       *self,
              PresserStatement *statement,
              const char       *type,
              guint32           element,
              gint64            old,
              gint64            time)
{
  PresserTeiSource *source = self->writer->source;
  g_autofree char  *when = statement == NULL || time == 0 ? NULL : format_time (time);

  if (element == PRESSER_TEI_NONE && when != NULL)
    add_change (self, statement, type, when);
  else if (element != PRESSER_TEI_NONE && when == NULL)
    presser_tei_branches_delete (self->branches, element);
  else if (element != PRESSER_TEI_NONE && time != old)
    presser_tei_patches_set_attribute (self->writer->patches,
                                       presser_tei_source_is (source, element, "note") ? presser_tei_source_find_child (source, element, "date")
                                                                                       : element,
                                       "when", when);
}

/* @statement or @record may be NULL. */
static void
write_about (NoteWriter       *self,
             PresserStatement *statement,
             PresserTeiRecord *record)
{
  PresserStatement *old = record == NULL ? NULL : record->statement;

  write_note (self, statement, record == NULL ? PRESSER_TEI_NONE : record->note,
              old == NULL ? NULL : presser_statement_get_note (old));
  write_embargo (self, statement, record == NULL ? PRESSER_TEI_NONE : record->embargo,
                 old == NULL ? 0 : presser_statement_get_embargo (old));
  write_change (self, statement, "made", record == NULL ? PRESSER_TEI_NONE : record->made,
                old == NULL ? 0 : presser_statement_get_made (old),
                statement == NULL ? 0 : presser_statement_get_made (statement));
  write_change (self, statement, "changed", record == NULL ? PRESSER_TEI_NONE : record->changed,
                old == NULL ? 0 : presser_statement_get_changed (old),
                statement == NULL ? 0 : presser_statement_get_changed (statement));
}

void
presser_tei_write_notes (PresserTeiWriter   *writer,
                         PresserTeiBranches *branches)
{
  GListModel *statements = presser_document_get_statements (writer->document);
  NoteWriter  self = { writer, branches };

  for (guint i = 0; i < writer->reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (writer->reading->records, i);

      if (record->statement != NULL
          && presser_document_get_statement (writer->document, presser_statement_get_id (record->statement)) == NULL)
        write_about (&self, NULL, record);
    }
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      PresserTeiRecord *record = presser_tei_writer_find_record (writer, presser_statement_get_id (statement));

      if (presser_tei_writer_has_statement (writer, statement) && (record == NULL || record->statement != statement))
        write_about (&self, statement, record);
    }
}
