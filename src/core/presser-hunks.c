/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where two sequences of strings differ. Short stretches are compared by their longest common subsequence; long
 * ones are first parted at what stands once in each (the idea of patience diff), which for the paragraphs of a
 * transcript is nearly all of them, so that the time stays close to linear. */

#include "presser-hunks-private.h"

#include <string.h>

#define MAX_CELLS 1000000 /* of the table of one stretch */

typedef struct
{
  GPtrArray *before;
  GPtrArray *after;
  GArray    *hunks;
} Comparison;

static gboolean
is_same (Comparison *self,
         guint       before,
         guint       after)
{
  return g_str_equal (self->before->pdata[before], self->after->pdata[after]);
}

static void
add_hunk (Comparison *self,
          PresserHunk hunk)
{
  PresserHunk *last = self->hunks->len > 0 ? &g_array_index (self->hunks, PresserHunk, self->hunks->len - 1) : NULL;

  if (hunk.before_start == hunk.before_end && hunk.after_start == hunk.after_end)
    return;
  if (last != NULL && last->before_end == hunk.before_start && last->after_end == hunk.after_start)
    {
      last->before_end = hunk.before_end;
      last->after_end = hunk.after_end;
    }
  else
    g_array_append_val (self->hunks, hunk);
}

/* Length of the longest common subsequence of what is left, for each pair of places: row by row. */
static guint *
make_table (Comparison *self,
            PresserHunk range,
            guint       width)
{
  guint  n_rows = range.before_end - range.before_start + 1;
  guint *table = g_new0 (guint, (gsize) n_rows * width);
  guint  i, j;

  for (i = n_rows - 1; i-- > 0;)
    for (j = width - 1; j-- > 0;)
      if (is_same (self, range.before_start + i, range.after_start + j))
        table[i * width + j] = table[(i + 1) * width + j + 1] + 1;
      else
        table[i * width + j] = MAX (table[(i + 1) * width + j], table[i * width + j + 1]);
  return table;
}

static void
compare_by_table (Comparison *self,
                  PresserHunk range)
{
  guint             width = range.after_end - range.after_start + 1;
  g_autofree guint *table = make_table (self, range, width);
  guint             i = range.before_start;
  guint             j = range.after_start;

  while (i < range.before_end || j < range.after_end)
    {
      guint row = i - range.before_start;
      guint column = j - range.after_start;

      if (i < range.before_end && j < range.after_end && is_same (self, i, j))
        {
          i++;
          j++;
        }
      else if (j == range.after_end
               || (i < range.before_end && table[(row + 1) * width + column] >= table[row * width + column + 1]))
        {
          add_hunk (self, (PresserHunk){ i, i + 1, j, j });
          i++;
        }
      else
        {
          add_hunk (self, (PresserHunk){ i, i, j, j + 1 });
          j++;
        }
    }
}

/* Where each string stands, or G_MAXUINT if it stands more than once. */
static GHashTable *
index_strings (GPtrArray *strings,
               guint      start,
               guint      end)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  guint       i;

  for (i = start; i < end; i++)
    g_hash_table_insert (index, strings->pdata[i],
                         GUINT_TO_POINTER (g_hash_table_contains (index, strings->pdata[i]) ? G_MAXUINT : i));
  return index;
}

typedef struct
{
  guint before;
  guint after;
  int   previous; /* index of the anchor before it in the longest rising row, or -1 */
} Anchor;

static GArray *
find_anchors (Comparison *self,
              PresserHunk range)
{
  g_autoptr (GHashTable) before = index_strings (self->before, range.before_start, range.before_end);
  g_autoptr (GHashTable) after = index_strings (self->after, range.after_start, range.after_end);
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  guint   i;

  for (i = range.before_start; i < range.before_end; i++)
    {
      gpointer place = NULL;
      Anchor   anchor = { i, 0, -1 };

      if (GPOINTER_TO_UINT (g_hash_table_lookup (before, self->before->pdata[i])) != i
          || !g_hash_table_lookup_extended (after, self->before->pdata[i], NULL, &place))
        continue;
      anchor.after = GPOINTER_TO_UINT (place);
      if (anchor.after != G_MAXUINT)
        g_array_append_val (anchors, anchor);
    }
  return anchors;
}

/* The longest row of anchors that rises on both sides, by patience sorting: indices, last first. */
static GArray *
find_rising (GArray *anchors)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (int)); /* of each pile: index of an anchor */
  GArray *rising = g_array_new (FALSE, FALSE, sizeof (int));
  int     i;

  for (i = 0; i < (int) anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (anchors, Anchor, i);
      guint   low = 0;
      guint   high = tops->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (anchors, Anchor, g_array_index (tops, int, middle)).after < anchor->after)
            low = middle + 1;
          else
            high = middle;
        }
      anchor->previous = low > 0 ? g_array_index (tops, int, low - 1) : -1;
      if (low == tops->len)
        g_array_append_val (tops, i);
      else
        g_array_index (tops, int, low) = i;
    }
  for (i = tops->len > 0 ? g_array_index (tops, int, tops->len - 1) : -1; i >= 0; i = g_array_index (anchors, Anchor, i).previous)
    g_array_append_val (rising, i);
  return rising;
}

static void compare_range (Comparison *self,
                           PresserHunk range);

static void
compare_by_anchors (Comparison *self,
                    PresserHunk range)
{
  g_autoptr (GArray) anchors = find_anchors (self, range);
  g_autoptr (GArray) rising = find_rising (anchors);
  guint i;

  if (rising->len == 0)
    {
      add_hunk (self, range);
      return;
    }
  for (i = rising->len; i > 0; i--)
    {
      Anchor anchor = g_array_index (anchors, Anchor, g_array_index (rising, int, i - 1));

      compare_range (self, (PresserHunk){ range.before_start, anchor.before, range.after_start, anchor.after });
      range.before_start = anchor.before + 1;
      range.after_start = anchor.after + 1;
    }
  compare_range (self, range);
}

static void
compare_range (Comparison *self,
               PresserHunk range)
{
  gsize n_before, n_after;

  while (range.before_start < range.before_end && range.after_start < range.after_end
         && is_same (self, range.before_start, range.after_start))
    {
      range.before_start++;
      range.after_start++;
    }
  while (range.before_start < range.before_end && range.after_start < range.after_end
         && is_same (self, range.before_end - 1, range.after_end - 1))
    {
      range.before_end--;
      range.after_end--;
    }
  n_before = range.before_end - range.before_start;
  n_after = range.after_end - range.after_start;
  if (n_before == 0 || n_after == 0)
    add_hunk (self, range);
  else if ((n_before + 1) * (n_after + 1) <= MAX_CELLS)
    compare_by_table (self, range);
  else
    compare_by_anchors (self, range);
}

GArray *
presser_find_hunks (GPtrArray *before,
                    GPtrArray *after)
{
  Comparison self = { before, after, g_array_new (FALSE, FALSE, sizeof (PresserHunk)) };

  compare_range (&self, (PresserHunk){ 0, before->len, 0, after->len });
  return self.hunks;
}
