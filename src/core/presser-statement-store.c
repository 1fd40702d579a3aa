/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The look-up by place is an augmented interval tree (Cormen et al., Introduction to Algorithms, 14.3)
 * without pointers: the entries are sorted by start, the root of each stretch of them is its middle,
 * and beside each root stands the furthest end in its stretch. It is made anew on the first question
 * after a change. */

#include "presser-statement-store-private.h"

typedef struct
{
  PresserRange range;
  guint        position; /* of the statement, in items */
  guint        furthest; /* end, within the stretch that this entry is the root of */
} Entry;

struct _PresserStatementStore
{
  GObject parent_instance;

  GPtrArray  *items;   /* of PresserStatement, in text order */
  GHashTable *by_id;   /* id → PresserStatement, both borrowed from items */
  GArray     *entries; /* of Entry: one a range, by start; NULL after a change */
};

static GType
presser_statement_store_get_item_type (GListModel *model)
{
  return PRESSER_TYPE_STATEMENT;
}

static guint
presser_statement_store_get_n_items (GListModel *model)
{
  return PRESSER_STATEMENT_STORE (model)->items->len;
}

static gpointer
presser_statement_store_get_item (GListModel *model,
                                  guint       position)
{
  GPtrArray *items = PRESSER_STATEMENT_STORE (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
presser_statement_store_model_init (GListModelInterface *iface)
{
  iface->get_item_type = presser_statement_store_get_item_type;
  iface->get_n_items = presser_statement_store_get_n_items;
  iface->get_item = presser_statement_store_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PresserStatementStore, presser_statement_store, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, presser_statement_store_model_init))

static void
presser_statement_store_finalize (GObject *object)
{
  PresserStatementStore *self = PRESSER_STATEMENT_STORE (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->entries, g_array_unref);
  G_OBJECT_CLASS (presser_statement_store_parent_class)->finalize (object);
}

static void
presser_statement_store_class_init (PresserStatementStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_statement_store_finalize;
}

static void
presser_statement_store_init (PresserStatementStore *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

PresserStatementStore *
presser_statement_store_new (void)
{
  return g_object_new (PRESSER_TYPE_STATEMENT_STORE, NULL);
}

PresserStatement *
presser_statement_store_find (PresserStatementStore *self,
                              const char            *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

gboolean
presser_statement_store_holds (PresserStatementStore *self,
                               PresserStatement      *statement)
{
  return presser_statement_store_find (self, presser_statement_get_id (statement)) == statement;
}

static int
compare_entries (gconstpointer one,
                 gconstpointer other)
{
  guint one_start = ((const Entry *) one)->range.start;
  guint other_start = ((const Entry *) other)->range.start;

  return (one_start > other_start) - (one_start < other_start);
}

static guint
note_furthest (GArray *entries,
               guint   low,
               guint   high)
{
  guint  middle = low + (high - low) / 2;
  guint  before, behind;
  Entry *root;

  if (low >= high)
    return 0;
  before = note_furthest (entries, low, middle);
  behind = note_furthest (entries, middle + 1, high);
  root = &g_array_index (entries, Entry, middle);
  root->furthest = MAX (root->range.end, MAX (before, behind));
  return root->furthest;
}

static void
build_index (PresserStatementStore *self)
{
  gboolean is_sorted = TRUE;
  guint    last_start = 0;
  guint    i, j;

  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), self->items->len);
  for (i = 0; i < self->items->len; i++)
    {
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (self->items->pdata[i], &n_ranges);

      for (j = 0; j < n_ranges; j++)
        {
          Entry entry = { ranges[j], i, 0 };

          is_sorted = is_sorted && last_start <= entry.range.start;
          last_start = entry.range.start;
          g_array_append_val (self->entries, entry);
        }
    }
  if (!is_sorted)
    g_array_sort (self->entries, compare_entries);
  note_furthest (self->entries, 0, self->entries->len);
}

static void
collect_positions (GArray      *entries,
                   guint        low,
                   guint        high,
                   PresserRange range,
                   GArray      *positions)
{
  guint        middle = low + (high - low) / 2;
  const Entry *root;

  if (low >= high)
    return;
  root = &g_array_index (entries, Entry, middle);
  if (root->furthest <= range.start)
    return;
  collect_positions (entries, low, middle, range, positions);
  if (presser_range_touches (root->range, range))
    g_array_append_val (positions, root->position);
  if (root->range.start < MAX (range.end, range.start + 1))
    collect_positions (entries, middle + 1, high, range, positions);
}

static int
compare_positions (gconstpointer one,
                   gconstpointer other)
{
  guint one_position = *(const guint *) one;
  guint other_position = *(const guint *) other;

  return (one_position > other_position) - (one_position < other_position);
}

GPtrArray *
presser_statement_store_dup_touching (PresserStatementStore *self,
                                      PresserRange           range)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  if (self->entries == NULL)
    build_index (self);
  collect_positions (self->entries, 0, self->entries->len, range, positions);
  g_array_sort (positions, compare_positions);
  for (i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      /* Several of a statement's ranges may touch. */
      if (i == 0 || position != g_array_index (positions, guint, i - 1))
        g_ptr_array_add (hits, g_object_ref (self->items->pdata[position]));
    }
  return hits;
}

static guint
find_position (PresserStatementStore *self,
               PresserStatement      *statement)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (presser_statement_compare (self->items->pdata[middle], statement) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_assert (low < self->items->len && self->items->pdata[low] == statement);
  return low;
}

static int
compare_pointed (gconstpointer one,
                 gconstpointer other)
{
  return presser_statement_compare (*(PresserStatement *const *) one, *(PresserStatement *const *) other);
}

/* They are if they come from a file. */
static gboolean
are_in_order (GPtrArray *statements)
{
  guint i;

  for (i = 1; i < statements->len; i++)
    if (presser_statement_compare (statements->pdata[i - 1], statements->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

static GArray *
dup_positions (PresserStatementStore *self,
               GPtrArray             *statements)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), statements->len);
  guint   i;

  for (i = 0; i < statements->len; i++)
    {
      guint position = find_position (self, statements->pdata[i]);

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);
  return positions;
}

/* What stays, moved; borrowed from the list as it is. */
static GPtrArray *
dup_rest (PresserStatementStore *self,
          GArray                *out_positions,
          const PresserShift    *shift)
{
  GPtrArray *rest = g_ptr_array_sized_new (self->items->len);
  guint      next = 0;
  guint      i;

  for (i = 0; i < self->items->len; i++)
    {
      if (next < out_positions->len && g_array_index (out_positions, guint, next) == i)
        {
          next++;
          continue;
        }
      if (shift != NULL)
        presser_statement_shift (self->items->pdata[i], *shift);
      g_ptr_array_add (rest, self->items->pdata[i]);
    }
  return rest;
}

static GPtrArray *
merge (GPtrArray *one,
       GPtrArray *other)
{
  GPtrArray *merged = g_ptr_array_new_full (one->len + other->len, g_object_unref);
  guint      i = 0, j = 0;

  while (i < one->len || j < other->len)
    {
      gboolean takes_one = j == other->len
                           || (i < one->len && presser_statement_compare (one->pdata[i], other->pdata[j]) <= 0);

      g_ptr_array_add (merged, g_object_ref (takes_one ? one->pdata[i++] : other->pdata[j++]));
    }
  return merged;
}

static void
note_ids (PresserStatementStore *self,
          GPtrArray             *out,
          GPtrArray             *in)
{
  guint i;

  for (i = 0; i < out->len; i++)
    g_hash_table_remove (self->by_id, presser_statement_get_id (out->pdata[i]));
  for (i = 0; i < in->len; i++)
    g_hash_table_insert (self->by_id, (gpointer) presser_statement_get_id (in->pdata[i]), in->pdata[i]);
}

static PresserListRegion
find_region (GPtrArray *before,
             GPtrArray *after)
{
  guint shorter = MIN (before->len, after->len);
  guint first = 0;
  guint last = 0;

  while (first < shorter && before->pdata[first] == after->pdata[first])
    first++;
  while (last < shorter - first && before->pdata[before->len - 1 - last] == after->pdata[after->len - 1 - last])
    last++;
  return (PresserListRegion){ first, before->len - first - last, after->len - first - last };
}

PresserListRegion
presser_statement_store_swap (PresserStatementStore *self,
                              GPtrArray             *out,
                              GPtrArray             *in,
                              const PresserShift    *shift)
{
  g_autoptr (GArray) out_positions = dup_positions (self, out);
  g_autoptr (GPtrArray) rest = dup_rest (self, out_positions, shift);
  g_autoptr (GPtrArray) sorted_in = g_ptr_array_sized_new (in->len);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);

  g_ptr_array_extend (sorted_in, in, NULL, NULL);
  if (!are_in_order (sorted_in))
    g_ptr_array_sort (sorted_in, compare_pointed);
  self->items = merge (rest, sorted_in);
  note_ids (self, out, in);
  g_clear_pointer (&self->entries, g_array_unref);
  return find_region (before, self->items);
}
