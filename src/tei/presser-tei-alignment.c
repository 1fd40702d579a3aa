/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Characters have identities (presser-text.h), so comparing two states of a text is a look-up of pieces, not a search for
 * likeness. Common characters never change their order. */

#include "presser-tei-alignment-private.h"

typedef struct
{
  guint position;
  guint source;
  guint length;
} Run;

typedef struct
{
  guint store;
  guint source;
  guint length;
} Stored;

struct _PresserTeiAlignment
{
  GArray  *runs; /* of Run: what is old, in order of both position and source */
  guint    length;
  gboolean is_identity;
};

static int
compare_stored (gconstpointer one,
                gconstpointer other)
{
  const Stored *first = one;
  const Stored *second = other;

  return first->store < second->store ? -1 : first->store > second->store;
}

static GArray *
sort_pieces (GArray *pieces,
             guint  *length)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Stored));

  *length = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      PresserPiece *piece = &g_array_index (pieces, PresserPiece, i);
      Stored        stored = { piece->store_start, *length, piece->length };

      g_array_append_val (sorted, stored);
      *length += piece->length;
    }
  g_array_sort (sorted, compare_stored);

  return sorted;
}

static guint
find_stored (GArray *sorted,
             guint   store)
{
  guint low = 0;
  guint high = sorted->len;

  while (low < high)
    {
      guint   middle = low + (high - low) / 2;
      Stored *stored = &g_array_index (sorted, Stored, middle);

      if (stored->store + stored->length <= store)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_run (PresserTeiAlignment *self,
         Run                  run)
{
  Run *last = self->runs->len == 0 ? NULL : &g_array_index (self->runs, Run, self->runs->len - 1);

  if (last != NULL && last->position + last->length == run.position && last->source + last->length == run.source)
    last->length += run.length;
  else
    g_array_append_val (self->runs, run);
}

static void
align_piece (PresserTeiAlignment *self,
             GArray              *sorted,
             PresserPiece         piece)
{
  guint end = piece.store_start + piece.length;

  for (guint i = find_stored (sorted, piece.store_start); i < sorted->len; i++)
    {
      Stored *stored = &g_array_index (sorted, Stored, i);
      guint   from = MAX (stored->store, piece.store_start);
      guint   to = MIN (stored->store + stored->length, end);

      if (stored->store >= end)
        break;
      if (from < to)
        add_run (self, (Run){ self->length + from - piece.store_start, stored->source + from - stored->store, to - from });
    }
  self->length += piece.length;
}

/* GArrays of PresserPiece. */
PresserTeiAlignment *
presser_tei_alignment_new (GArray *old_pieces,
                           GArray *new_pieces)
{
  PresserTeiAlignment *self = g_new0 (PresserTeiAlignment, 1);
  guint                old_length;
  g_autoptr (GArray) sorted = sort_pieces (old_pieces, &old_length);
  Run *first;

  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  for (guint i = 0; i < new_pieces->len; i++)
    align_piece (self, sorted, g_array_index (new_pieces, PresserPiece, i));

  first = self->runs->len == 1 ? &g_array_index (self->runs, Run, 0) : NULL;
  self->is_identity = self->length == old_length
                      && (self->length == 0 || (first != NULL && first->source == 0 && first->length == self->length));

  return self;
}

void
presser_tei_alignment_free (PresserTeiAlignment *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

gboolean
presser_tei_alignment_is_identity (PresserTeiAlignment *self)
{
  return self->is_identity;
}

/* The first run that ends behind a position, or behind a source position. */
static guint
find_run (PresserTeiAlignment *self,
          guint                place,
          gboolean             by_source)
{
  guint low = 0;
  guint high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Run  *run = &g_array_index (self->runs, Run, middle);

      if ((by_source ? run->source : run->position) + run->length <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
presser_tei_alignment_get_source (PresserTeiAlignment *self,
                                  guint                position)
{
  guint number = find_run (self, position, FALSE);
  Run  *run = number == self->runs->len ? NULL : &g_array_index (self->runs, Run, number);

  return run == NULL || run->position > position ? G_MAXUINT : run->source + position - run->position;
}

guint
presser_tei_alignment_get_next (PresserTeiAlignment *self,
                                guint                source)
{
  guint number = find_run (self, source, TRUE);
  Run  *run = number == self->runs->len ? NULL : &g_array_index (self->runs, Run, number);

  if (run == NULL)
    return self->length;

  return run->source >= source ? run->position : run->position + source - run->source;
}

guint
presser_tei_alignment_get_previous (PresserTeiAlignment *self,
                                    guint                source)
{
  guint number = find_run (self, source, TRUE);
  Run  *run = number == self->runs->len ? NULL : &g_array_index (self->runs, Run, number);

  if (run != NULL && run->source < source)
    return run->position + source - run->source;
  if (number == 0)
    return 0;
  run = &g_array_index (self->runs, Run, number - 1);

  return run->position + run->length;
}

gboolean
presser_tei_alignment_is_unbroken (PresserTeiAlignment *self,
                                   guint                position,
                                   guint                length,
                                   guint                source)
{
  guint number = find_run (self, position, FALSE);
  Run  *run = number == self->runs->len ? NULL : &g_array_index (self->runs, Run, number);

  if (length == 0)
    return TRUE;

  return run != NULL && run->position <= position && position + length <= run->position + run->length
         && run->source + position - run->position == source;
}
