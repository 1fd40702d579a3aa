/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document-private.h"

#include <glib/gi18n-lib.h>

/**
 * presser_document_get_statements:
 * @self: a document
 *
 * Returns: (transfer none): a list of #PresserStatement in text order
 */
GListModel *
presser_document_get_statements (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->statements);
}

/**
 * presser_document_get_statement:
 * @self: a document
 * @id: an XML id
 *
 * Returns: (transfer none) (nullable): the statement of that id
 */
PresserStatement *
presser_document_get_statement (PresserDocument *self,
                                const char      *id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return id != NULL ? presser_statement_store_find (self->statements, id) : NULL;
}

/**
 * presser_document_dup_statements_touching:
 * @self: a document
 * @range: in code points; if empty, a place
 *
 * Takes O(log n + hits) time: the first question after a change orders the index anew.
 *
 * Returns: (transfer full) (element-type PresserStatement): statements of which a character is in @range, in text order
 */
GPtrArray *
presser_document_dup_statements_touching (PresserDocument *self,
                                          PresserRange     range)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (range.start <= range.end, NULL);

  return presser_statement_store_dup_touching (self->statements, range);
}

static PresserStatement *
clip_statement (PresserDocument  *self,
                PresserStatement *statement)
{
  PresserRange whole = { 0, presser_text_get_length (self->text) };
  g_autoptr (GArray) clipped = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  guint               i;

  if (presser_statement_get_extent (statement).end <= whole.end)
    return g_object_ref (statement);
  for (i = 0; i < n_ranges; i++)
    {
      PresserRange range = presser_range_intersect (ranges[i], whole);

      if (!presser_range_is_empty (range))
        g_array_append_val (clipped, range);
    }
  g_return_val_if_fail (clipped->len > 0, NULL);
  return presser_statement_with_ranges (statement, (const PresserRange *) (gpointer) clipped->data, clipped->len);
}

/* What can come: clipped to the text, with ids that nobody has who stays. */
static GPtrArray *
dup_admitted (PresserDocument *self,
              GPtrArray       *out,
              GPtrArray       *in)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) coming = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *admitted = g_ptr_array_new_with_free_func (g_object_unref);
  guint      i;

  for (i = 0; i < out->len; i++)
    g_hash_table_add (leaving, (gpointer) presser_statement_get_id (out->pdata[i]));
  for (i = 0; i < in->len; i++)
    {
      const char       *id = presser_statement_get_id (in->pdata[i]);
      PresserStatement *statement = NULL;

      if ((presser_document_get_statement (self, id) != NULL && !g_hash_table_contains (leaving, id))
          || g_hash_table_contains (coming, id))
        g_critical ("A statement with the id “%s” stands already", id);
      else
        statement = clip_statement (self, in->pdata[i]);
      if (statement == NULL)
        continue;
      g_hash_table_add (coming, (gpointer) id);
      g_ptr_array_add (admitted, statement);
    }
  return admitted;
}

/* Each once, and only those that are here. */
static GPtrArray *
dup_present (PresserDocument *self,
             GPtrArray       *out)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);
  guint      i;

  for (i = 0; i < out->len; i++)
    {
      if (!presser_statement_store_holds (self->statements, out->pdata[i]))
        g_critical ("The statement “%s” is not in the document", presser_statement_get_id (out->pdata[i]));
      else if (g_hash_table_add (seen, out->pdata[i]))
        g_ptr_array_add (present, g_object_ref (out->pdata[i]));
    }
  return present;
}

static void
swap_statements (PresserDocument *self,
                 GPtrArray       *out,
                 GPtrArray       *in,
                 const char      *label)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) present = NULL;
  g_autoptr (GPtrArray) admitted = NULL;
  guint i;

  if (!presser_document_can_change (self))
    return;
  present = dup_present (self, out != NULL ? out : nothing);
  admitted = dup_admitted (self, present, in != NULL ? in : nothing);
  if (present->len == 0 && admitted->len == 0)
    return;
  for (i = 0; i < admitted->len; i++)
    presser_ids_reserve (self->ids, presser_statement_get_id (admitted->pdata[i]));
  presser_history_begin (self->history, label);
  presser_history_perform (self->history,
                           presser_change_new_objects (PRESSER_CHANGE_STATEMENTS, 0,
                                                       g_steal_pointer (&present), g_steal_pointer (&admitted)));
  presser_history_end (self->history);
}

/**
 * presser_document_add_statement:
 * @self: a document
 * @statement: a statement whose id does not stand here; what lies outside the text is cut off
 */
void
presser_document_add_statement (PresserDocument  *self,
                                PresserStatement *statement)
{
  g_autoptr (GPtrArray) in = g_ptr_array_new ();

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_STATEMENT (statement));

  g_ptr_array_add (in, statement);
  swap_statements (self, NULL, in, _ ("Tag statement"));
}

/**
 * presser_document_remove_statement:
 * @self: a document
 * @statement: a statement of the document
 */
void
presser_document_remove_statement (PresserDocument  *self,
                                   PresserStatement *statement)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_STATEMENT (statement));

  g_ptr_array_add (out, statement);
  swap_statements (self, out, NULL, _ ("Remove statement"));
}

/**
 * presser_document_replace_statement:
 * @self: a document
 * @old_statement: a statement of the document
 * @new_statement: what stands in its place from now on
 *
 * Nothing happens if both are equal.
 */
void
presser_document_replace_statement (PresserDocument  *self,
                                    PresserStatement *old_statement,
                                    PresserStatement *new_statement)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) in = g_ptr_array_new ();

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_STATEMENT (new_statement));
  g_return_if_fail (presser_statement_store_holds (self->statements, old_statement));

  if (presser_statement_equal (old_statement, new_statement))
    return;
  g_ptr_array_add (out, old_statement);
  g_ptr_array_add (in, new_statement);
  swap_statements (self, out, in, _ ("Change statement"));
}

/**
 * presser_document_swap_statements:
 * @self: a document
 * @out: (element-type PresserStatement) (nullable): statements of the document, which leave
 * @in: (element-type PresserStatement) (nullable): statements that come
 *
 * As one step.
 */
void
presser_document_swap_statements (PresserDocument *self,
                                  GPtrArray       *out,
                                  GPtrArray       *in)
{
  g_return_if_fail (PRESSER_IS_DOCUMENT (self));

  swap_statements (self, out, in, _ ("Change statements"));
}

void
presser_document_change_statements (PresserDocument       *self,
                                    PresserStatementChange change,
                                    gpointer               user_data)
{
  GListModel *statements = G_LIST_MODEL (self->statements);
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) in = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      PresserStatement *changed = change (statement, user_data);

      if (changed == NULL)
        continue;
      g_ptr_array_add (out, g_steal_pointer (&statement));
      g_ptr_array_add (in, changed);
    }
  if (out->len > 0)
    presser_history_perform (self->history,
                             presser_change_new_objects (PRESSER_CHANGE_STATEMENTS, 0,
                                                         g_steal_pointer (&out), g_steal_pointer (&in)));
}
