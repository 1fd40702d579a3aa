/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a statement is after an edit of the text. The positions of those that only move form the same
 * picture before and after, so moving back is exact; the others lose an edge and are replaced. */

#include "presser-statement-private.h"

static guint
get_removed_end (PresserShift shift)
{
  return shift.position + shift.n_removed;
}

/* Behind what was removed. Unsigned arithmetic wraps round and back. */
static guint
move (PresserShift shift,
      guint        position)
{
  return position - shift.n_removed + shift.n_added;
}

/* Words put in the place of words that were said are what was said. */
static gboolean
is_within (PresserShift shift,
           PresserRange range)
{
  if (shift.n_removed == 0)
    return range.start < shift.position && shift.position < range.end;
  return range.start <= shift.position && get_removed_end (shift) <= range.end;
}

static PresserRange
shift_range (PresserShift shift,
             PresserRange range)
{
  guint        removed_end = get_removed_end (shift);
  PresserRange shifted = range;

  if (is_within (shift, range))
    {
      shifted.end = move (shift, range.end);
      return shifted;
    }
  if (range.start >= removed_end)
    shifted.start = move (shift, range.start);
  else if (range.start >= shift.position)
    shifted.start = shift.position + shift.n_added;
  if (range.end > removed_end)
    shifted.end = move (shift, range.end);
  else if (range.end > shift.position)
    shifted.end = shift.position;
  return shifted;
}

static gboolean
loses_edge (PresserShift shift,
            PresserRange range)
{
  guint removed_end = get_removed_end (shift);

  return (range.start >= shift.position && range.start < removed_end)
         || (range.end > shift.position && range.end <= removed_end);
}

gboolean
presser_shift_loses (PresserShift        shift,
                     const PresserRange *ranges,
                     guint               n_ranges)
{
  guint i;

  for (i = 0; i < n_ranges; i++)
    {
      if (loses_edge (shift, ranges[i]))
        return TRUE;
      /* A gap that closes leaves nothing to tell where it was. */
      if (i > 0 && shift_range (shift, ranges[i - 1]).end >= shift_range (shift, ranges[i]).start)
        return TRUE;
    }
  return FALSE;
}

GArray *
presser_shift_dup_ranges (PresserShift        shift,
                          const PresserRange *ranges,
                          guint               n_ranges)
{
  g_autofree PresserRange *shifted = g_new (PresserRange, n_ranges);
  guint                    i;

  for (i = 0; i < n_ranges; i++)
    shifted[i] = shift_range (shift, ranges[i]);
  return presser_ranges_normalise (shifted, n_ranges);
}

void
presser_statement_shift (PresserStatement *self,
                         PresserShift      shift)
{
  guint i;

  for (i = 0; i < self->ranges->len; i++)
    {
      PresserRange *range = &g_array_index (self->ranges, PresserRange, i);

      *range = shift_range (shift, *range);
    }
}
