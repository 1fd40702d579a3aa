/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-folder.h"

#include <string.h>
#include <unicode/utrans.h>

#include "presser-suggest-config.h"

#ifdef HAVE_STEMMER
#include <libstemmer.h>
#endif

/* Case and accents go by ICU, inflection by the Snowball stemmer of the language. Where Snowball has none
 * (Polish, Ukrainian), the case endings of the language's table are cut: coarser, but honest about what it is.
 * The same few thousand words come again and again, so each is folded once. */

#define MIN_STEM 3 /* letters that stay when an ending is cut */

struct _PresserFolder
{
  const PresserCueTable *table; /* or NULL: nothing is cut */
  UTransliterator       *plain; /* or NULL if ICU has not got it */
  GHashTable            *folded;
  GHashTable            *stems; /* both: word: folded word, of the chunk */
  GStringChunk          *strings;
#ifdef HAVE_STEMMER
  struct sb_stemmer *stemmer; /* or NULL */
#endif
};

static UTransliterator *
open_plain (void)
{
  static const UChar id[] = u"NFKD; [:Mn:] Remove; NFC; Latin-ASCII; Lower";
  UErrorCode         status = U_ZERO_ERROR;
  UTransliterator   *plain = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  return U_SUCCESS (status) ? plain : NULL;
}

/**
 * presser_folder_new:
 * @table: (nullable): the language; without, inflected forms stay apart
 *
 * Makes a folder of words.
 *
 * Returns: (transfer full): the folder
 */
PresserFolder *
presser_folder_new (const PresserCueTable *table)
{
  PresserFolder *self = g_new0 (PresserFolder, 1);

  self->table = table;
  self->plain = open_plain ();
  self->strings = g_string_chunk_new (4096);
  self->folded = g_hash_table_new (g_str_hash, g_str_equal);
  self->stems = g_hash_table_new (g_str_hash, g_str_equal);
#ifdef HAVE_STEMMER
  if (table != NULL)
    self->stemmer = sb_stemmer_new (presser_cue_table_get_language (table), NULL);
#endif

  return self;
}

/**
 * presser_folder_free:
 * @self: (transfer full): a folder
 *
 * Frees a folder and every word it gave.
 */
void
presser_folder_free (PresserFolder *self)
{
#ifdef HAVE_STEMMER
  g_clear_pointer (&self->stemmer, sb_stemmer_delete);
#endif
  g_clear_pointer (&self->plain, utrans_close);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->stems);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Without accents: “Łódź” is “lodz”. ICU works on UTF-16. */
static char *
drop_accents (PresserFolder *self,
              const char    *lower)
{
  UErrorCode        status = U_ZERO_ERROR;
  glong             n_units = 0;
  g_autofree UChar *units = (UChar *) g_utf8_to_utf16 (lower, -1, NULL, &n_units, NULL);
  int32_t           capacity = (int32_t) n_units * 4 + 16, length = (int32_t) n_units, limit = length;
  g_autofree UChar *room = NULL;

  if (self->plain == NULL || units == NULL)
    return g_strdup (lower);

  room = g_new0 (UChar, capacity);
  memcpy (room, units, (gsize) n_units * sizeof *units);
  utrans_transUChars (self->plain, room, &length, capacity, 0, &limit, &status);
  if (U_FAILURE (status))
    return g_strdup (lower);

  return g_utf16_to_utf8 ((const gunichar2 *) room, length, NULL, NULL, NULL);
}

static gboolean
is_ascii (const char *word)
{
  while (*word != '\0' && (guint8) *word < 0x80)
    word++;

  return *word == '\0';
}

static const char *
keep (PresserFolder *self,
      GHashTable    *words,
      const char    *word,
      const char    *lower)
{
  g_autofree char *plain = is_ascii (lower) ? NULL : drop_accents (self, lower);
  const char      *kept = g_string_chunk_insert_const (self->strings, plain != NULL ? plain : lower);

  g_hash_table_insert (words, g_string_chunk_insert_const (self->strings, word), (gpointer) kept);

  return kept;
}

/**
 * presser_folder_fold:
 * @self: a folder
 * @word: UTF-8
 * @n_bytes: its length in bytes
 *
 * Brings a word to lower case without accents, by ICU.
 *
 * Returns: (transfer none): the folded word
 */
const char *
presser_folder_fold (PresserFolder *self,
                     const char    *word,
                     gsize          n_bytes)
{
  g_autofree char *key = g_strndup (word, n_bytes);
  const char      *known = g_hash_table_lookup (self->folded, key);
  g_autofree char *lower = NULL;

  if (known != NULL)
    return known;
  lower = g_utf8_strdown (key, -1);

  return keep (self, self->folded, key, lower);
}

static gboolean
leaves_enough (const char *word,
               gsize       n_bytes)
{
  return g_utf8_strlen (word, (gssize) n_bytes) >= MIN_STEM;
}

/* The endings of names' cases are those of nouns. */
static void
cut_ending (PresserFolder *self,
            char          *lower)
{
  const char *const *endings = self->table != NULL ? presser_cue_table_get_endings (self->table) : NULL;

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      gsize length = strlen (lower);

      if (!g_str_has_suffix (lower, endings[i]) || !leaves_enough (lower, length - strlen (endings[i])))
        continue;
      lower[length - strlen (endings[i])] = '\0';
      return;
    }
}

static char *
cut (PresserFolder *self,
     const char    *word)
{
  char *lower = g_utf8_strdown (word, -1);

#ifdef HAVE_STEMMER
  if (self->stemmer != NULL)
    {
      const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) lower, (int) MIN (strlen (lower), G_MAXINT));
      char            *copy;

      if (stem == NULL)
        return lower;
      copy = g_strndup ((const char *) stem, (gsize) sb_stemmer_length (self->stemmer));
      g_free (lower);
      return copy;
    }
#endif
  cut_ending (self, lower);

  return lower;
}

/**
 * presser_folder_stem:
 * @self: a folder
 * @word: UTF-8
 * @n_bytes: its length in bytes
 *
 * Brings a word to what its inflected forms have in common, in lower case and without accents. Source of the
 * algorithm: Snowball (snowballstem.org), through libstemmer.
 *
 * Returns: (transfer none): the stem
 */
const char *
presser_folder_stem (PresserFolder *self,
                     const char    *word,
                     gsize          n_bytes)
{
  g_autofree char *key = g_strndup (word, n_bytes);
  const char      *known = g_hash_table_lookup (self->stems, key);
  g_autofree char *stem = NULL;

  if (known != NULL)
    return known;
  stem = cut (self, key);

  return keep (self, self->stems, key, stem);
}
