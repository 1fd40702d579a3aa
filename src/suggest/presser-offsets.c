/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-offsets.h"

/* The count at every 256th byte is kept; the rest is counted when asked for. */

#define STEP 256

struct _PresserOffsets
{
  const char *text;
  guint32    *counts; /* code points before each STEP bytes */
};

static guint
count_starts (const char *text,
              gsize       start,
              gsize       end)
{
  guint n_starts = 0;

  for (gsize i = start; i < end; i++)
    n_starts += ((guint8) text[i] & 0xC0) != 0x80 ? 1 : 0;

  return n_starts;
}

/**
 * presser_offsets_new:
 * @utf8: valid UTF-8; must outlive the offsets
 * @n_bytes: its length in bytes
 *
 * Counts the characters of a text.
 *
 * Returns: (transfer full): the offsets
 */
PresserOffsets *
presser_offsets_new (const char *utf8,
                     gsize       n_bytes)
{
  PresserOffsets *self = g_new (PresserOffsets, 1);
  gsize           n_steps = n_bytes / STEP + 1;

  self->text = utf8;
  self->counts = g_new (guint32, n_steps);
  self->counts[0] = 0;
  for (gsize i = 1; i < n_steps; i++)
    self->counts[i] = self->counts[i - 1] + count_starts (utf8, (i - 1) * STEP, i * STEP);

  return self;
}

/**
 * presser_offsets_free:
 * @self: (transfer full): offsets
 *
 * Frees the offsets.
 */
void
presser_offsets_free (PresserOffsets *self)
{
  g_free (self->counts);
  g_free (self);
}

/**
 * presser_offsets_get:
 * @self: offsets
 * @byte: a byte of the text that begins a character, or its length
 *
 * Returns: how many code points stand before @byte
 */
guint
presser_offsets_get (const PresserOffsets *self,
                     gsize                 byte)
{
  return self->counts[byte / STEP] + count_starts (self->text, byte / STEP * STEP, byte);
}
