/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-model.h"

typedef struct
{
  gunichar    c;
  GHashTable *owners; /* set of statement ids */
} Cell;

struct _TestModel
{
  GPtrArray *cells; /* of Cell */
};

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_hash_table_unref (cell->owners);
  g_free (cell);
}

static Cell *
new_cell (gunichar c)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->c = c;
  cell->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return cell;
}

TestModel *
test_model_new (PresserDocument *document)
{
  TestModel *self = g_new0 (TestModel, 1);

  self->cells = g_ptr_array_new_with_free_func (free_cell);
  test_model_read (self, document);
  return self;
}

void
test_model_free (TestModel *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
test_model_read (TestModel       *self,
                 PresserDocument *document)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));
  GListModel      *statements = presser_document_get_statements (document);
  const char      *p;
  guint            i, j, k;

  g_ptr_array_set_size (self->cells, 0);
  for (p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    g_ptr_array_add (self->cells, new_cell (g_utf8_get_char (p)));
  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

      for (j = 0; j < n_ranges; j++)
        for (k = ranges[j].start; k < ranges[j].end; k++)
          g_hash_table_add (((Cell *) self->cells->pdata[k])->owners, g_strdup (presser_statement_get_id (statement)));
    }
}

static gboolean
owns (TestModel  *self,
      const char *id,
      guint       position)
{
  return position < self->cells->len && g_hash_table_contains (((Cell *) self->cells->pdata[position])->owners, id);
}

static gboolean
owns_all (TestModel   *self,
          const char  *id,
          PresserRange range)
{
  guint i;

  for (i = range.start; i < range.end; i++)
    if (!owns (self, id, i))
      return FALSE;
  return TRUE;
}

/* New characters are the statement's if all that they replace is, or, if they replace nothing, both
 * neighbours are. */
static void
give_owners (TestModel   *self,
             PresserRange range,
             Cell        *cell)
{
  GHashTableIter iter;
  gpointer       id;
  guint          witness = range.start;

  if (witness >= self->cells->len)
    return;
  g_hash_table_iter_init (&iter, ((Cell *) self->cells->pdata[witness])->owners);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (presser_range_is_empty (range) ? range.start > 0 && owns (self, id, range.start - 1)
                                       : owns_all (self, id, range))
      g_hash_table_add (cell->owners, g_strdup (id));
}

static gunichar *
trim (TestModel    *self,
      PresserRange *range,
      gunichar     *added,
      glong        *n_added)
{
  while (range->start<range->end && * n_added> 0 && ((Cell *) self->cells->pdata[range->start])->c == *added)
    {
      range->start++;
      added++;
      (*n_added)--;
    }
  while (range->start<range->end && * n_added> 0
         && ((Cell *) self->cells->pdata[range->end - 1])->c == added[*n_added - 1])
    {
      range->end--;
      (*n_added)--;
    }
  return added;
}

void
test_model_replace_text (TestModel   *self,
                         PresserRange range,
                         const char  *utf8)
{
  glong                n_added;
  g_autofree gunichar *all = g_utf8_to_ucs4_fast (utf8, -1, &n_added);
  gunichar            *added = trim (self, &range, all, &n_added);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  guint i;

  for (i = 0; i < (guint) n_added; i++)
    {
      g_ptr_array_add (cells, new_cell (added[i]));
      give_owners (self, range, cells->pdata[i]);
    }
  if (!presser_range_is_empty (range))
    g_ptr_array_remove_range (self->cells, range.start, presser_range_get_length (range));
  for (i = 0; i < cells->len; i++)
    g_ptr_array_insert (self->cells, (int) (range.start + i), cells->pdata[i]);
}

static void
compare_statement (TestModel        *self,
                   PresserStatement *statement,
                   guint            *n_owned)
{
  const char         *id = presser_statement_get_id (statement);
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);
  guint               i;

  for (i = 0; i < n_ranges; i++)
    {
      g_assert_true (owns_all (self, id, ranges[i]));
      g_assert_false (ranges[i].start > 0 && owns (self, id, ranges[i].start - 1));
      g_assert_false (owns (self, id, ranges[i].end));
      *n_owned += presser_range_get_length (ranges[i]);
    }
}

void
test_model_compare (TestModel       *self,
                    PresserDocument *document)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));
  GListModel      *statements = presser_document_get_statements (document);
  guint            n_owned = 0;
  const char      *p;
  guint            i;

  for (p = utf8, i = 0; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      g_assert_cmpuint (i, <, self->cells->len);
      g_assert_cmpuint (((Cell *) self->cells->pdata[i])->c, ==, g_utf8_get_char (p));
      n_owned -= g_hash_table_size (((Cell *) self->cells->pdata[i])->owners);
    }
  g_assert_cmpuint (i, ==, self->cells->len);
  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      compare_statement (self, statement, &n_owned);
    }
  /* All that the model says is owned was found in the statements. */
  g_assert_cmpuint (n_owned, ==, 0);
}
