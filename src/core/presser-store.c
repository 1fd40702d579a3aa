/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* UTF-8 with an index: the byte of every SAMPLE-th character is noted, from there it is a short walk. */

#include "presser-store-private.h"

#include <string.h>

#define SAMPLE 64

struct _PresserStore
{
  GString *bytes;
  guint    n_characters;
  GArray  *samples; /* of gsize: byte offset of character 0, SAMPLE, 2 * SAMPLE … as far as there are characters */
};

PresserStore *
presser_store_new (void)
{
  PresserStore *self = g_new0 (PresserStore, 1);

  self->bytes = g_string_new (NULL);
  self->samples = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
presser_store_free (PresserStore *self)
{
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->samples);
  g_free (self);
}

guint
presser_store_get_length (PresserStore *self)
{
  return self->n_characters;
}

static gboolean
is_ascii (const char *bytes)
{
  guint64 words[SAMPLE / sizeof (guint64)];
  guint64 all = 0;
  guint   i;

  memcpy (words, bytes, sizeof words);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    all |= words[i];
  return (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

guint
presser_store_append (PresserStore *self,
                      const char   *utf8,
                      gsize         n_bytes)
{
  guint       first = self->n_characters;
  gsize       offset = self->bytes->len;
  const char *end;
  const char *p;

  g_string_append_len (self->bytes, utf8, (gssize) n_bytes);
  end = self->bytes->str + self->bytes->len;
  for (p = self->bytes->str + offset; p < end; p = g_utf8_next_char (p))
    {
      if (self->n_characters % SAMPLE == 0)
        {
          gsize sample = (gsize) (p - self->bytes->str);

          g_array_append_val (self->samples, sample);
          if (end - p > SAMPLE && is_ascii (p))
            {
              self->n_characters += SAMPLE;
              p += SAMPLE - 1;
              continue;
            }
        }
      self->n_characters++;
    }
  return self->n_characters - first;
}

const char *
presser_store_get_pointer (PresserStore *self,
                           guint         place)
{
  guint sample = place / SAMPLE;

  g_assert (place <= self->n_characters);

  /* Nothing but ASCII: characters are bytes. */
  if (self->bytes->len == self->n_characters)
    return self->bytes->str + place;
  if (sample >= self->samples->len)
    return self->bytes->str + self->bytes->len;
  return g_utf8_offset_to_pointer (self->bytes->str + g_array_index (self->samples, gsize, sample),
                                   place % SAMPLE);
}
