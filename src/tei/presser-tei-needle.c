/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ten thousand lost statements must not mean ten thousand walks through the text: needles are filed under their first
 * bytes, and one walk asks at every character which of them could begin there. */

#include "presser-tei-needle-private.h"

#include <string.h>

#define KEY_LENGTH 8
#define MAX_HITS   1000

PresserTeiNeedle *
presser_tei_needle_new (const char *words)
{
  PresserTeiNeedle *self = g_new0 (PresserTeiNeedle, 1);

  self->words = words;
  self->length = strlen (words);
  self->hits = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
presser_tei_needle_free (PresserTeiNeedle *self)
{
  g_array_unref (self->hits);
  g_free (self);
}

static gint64
make_key (const char *text,
          gsize       length)
{
  gint64 key = 0;

  memcpy (&key, text, length);

  return key;
}

static void
file_needle (GHashTable      **tables,
             PresserTeiNeedle *needle)
{
  gsize      length = MIN (needle->length, KEY_LENGTH);
  gint64     key = make_key (needle->words, length);
  GPtrArray *same;

  if (length == 0)
    return;
  if (tables[length] == NULL)
    tables[length] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  same = g_hash_table_lookup (tables[length], &key);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (tables[length], g_memdup2 (&key, sizeof key), same);
    }
  g_ptr_array_add (same, needle);
}

static void
look_at (GHashTable **tables,
         const char  *text,
         guint32      place,
         gsize        left)
{
  for (gsize length = 1; length <= MIN (left, KEY_LENGTH); length++)
    {
      gint64     key = tables[length] == NULL ? 0 : make_key (text + place, length);
      GPtrArray *same = tables[length] == NULL ? NULL : g_hash_table_lookup (tables[length], &key);

      for (guint i = 0; same != NULL && i < same->len; i++)
        {
          PresserTeiNeedle *needle = g_ptr_array_index (same, i);

          if (needle->length <= left && needle->hits->len < MAX_HITS && memcmp (text + place, needle->words, needle->length) == 0)
            g_array_append_val (needle->hits, place);
        }
    }
}

/* A line end counts as a blank. */
void
presser_tei_needles_find (GPtrArray         *needles,
                          PresserTeiReading *text)
{
  GHashTable      *tables[KEY_LENGTH + 1] = { NULL };
  g_autofree char *flat = g_strdelimit (g_strdup (text->text), "\n\t", ' ');
  gsize            length = strlen (flat);

  for (guint i = 0; i < needles->len; i++)
    file_needle (tables, g_ptr_array_index (needles, i));
  for (gsize place = 0; place < length; place++)
    if (((guchar) flat[place] & 0xC0) != 0x80)
      look_at (tables, flat, (guint32) place, length - place);
  for (guint i = 1; i <= KEY_LENGTH; i++)
    g_clear_pointer (&tables[i], g_hash_table_unref);
}
