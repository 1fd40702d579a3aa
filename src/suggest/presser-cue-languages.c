/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cue-table-private.h"

#include <string.h>

#include "presser-suggest-resources.h"

#define FOLDER "/app/presser/Presser/cues/"

/* Enough words to tell a language by; a longer text is not read to its end. */
#define DETECT_BYTES   4000
#define DETECT_CLASSES (PRESSER_WORD_BREAK | PRESSER_WORD_STOP | PRESSER_WORD_ARTICLE | PRESSER_WORD_SKIP | PRESSER_WORD_OF | PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THAT)

static PresserCueTable *
read_table (const char *language)
{
  g_autofree char *path = g_strconcat (FOLDER, language, ".txt", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PresserCueTable *table;

  bytes = g_resource_lookup_data (presser_suggest_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("no cue table for “%s”: %s", language, error->message);

  table = presser_cue_table_new (g_bytes_get_data (bytes, NULL), &error);
  if (table == NULL)
    g_error ("the cue table for “%s” is broken: %s", language, error->message);

  return table;
}

static GStrv
list_languages (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (presser_suggest_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *dot = strchr (names[i], '.');

      *dot = '\0';
      g_strv_builder_add (builder, names[i]);
    }

  return g_strv_builder_end (builder);
}

/**
 * presser_cue_table_get_languages:
 *
 * Tells which languages have a table. Safe in any thread.
 *
 * Returns: (transfer none): BCP 47 primary subtags, ended by %NULL
 */
const char *const *
presser_cue_table_get_languages (void)
{
  static gsize once = 0;
  static GStrv languages = NULL;

  if (g_once_init_enter (&once))
    {
      languages = list_languages ();
      g_once_init_leave (&once, 1);
    }

  return (const char *const *) languages;
}

/* The tables as they are in their files, to take names from; kept for good. */
static const PresserCueTable *
get_plain (const char *language)
{
  static GHashTable *plain = NULL; /* language: PresserCueTable */
  PresserCueTable   *table;

  if (plain == NULL)
    plain = g_hash_table_new (g_str_hash, g_str_equal);

  table = g_hash_table_lookup (plain, language);
  if (table == NULL)
    {
      table = read_table (language);
      g_hash_table_insert (plain, (gpointer) language, table);
    }

  return table;
}

static PresserCueTable *
load_table (const char *language)
{
  const char *const *languages = presser_cue_table_get_languages ();
  PresserCueTable   *table = read_table (language);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_equal (languages[i], language))
        table->language = languages[i];
      else
        presser_cue_table_adopt_names (table, get_plain (languages[i]));
    }

  return table;
}

/**
 * presser_cue_table_get:
 * @language: (nullable): a BCP 47 tag
 *
 * Finds the table of a language, reading it when it is first asked for. Safe in any thread.
 *
 * Returns: (transfer none) (nullable): the table, or %NULL if there is none for that language
 */
PresserCueTable *
presser_cue_table_get (const char *language)
{
  static GMutex      mutex;
  static GHashTable *tables = NULL; /* primary subtag: PresserCueTable, kept for good */
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *subtag = NULL;
  PresserCueTable *table;

  if (language == NULL)
    return NULL;

  subtag = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
  if (!g_strv_contains (presser_cue_table_get_languages (), subtag))
    return NULL;

  locker = g_mutex_locker_new (&mutex);
  if (tables == NULL)
    tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  table = g_hash_table_lookup (tables, subtag);
  if (table == NULL)
    {
      table = load_table (subtag);
      g_hash_table_insert (tables, g_steal_pointer (&subtag), table);
    }

  return table;
}

static inline gboolean
is_letter (const char *p)
{
  return (guint8) *p < 0x80 ? g_ascii_isalpha (*p) : g_unichar_isalpha (g_utf8_get_char (p));
}

/**
 * presser_cue_table_count:
 * @table: a table
 * @utf8: valid UTF-8
 * @end: one past its last byte
 * @n_words: (out) (optional): how many words there are
 *
 * Counts the small words of a language in a text: articles, prepositions, conjunctions, pronouns.
 *
 * Returns: how many of the words the table knows for such
 */
guint
presser_cue_table_count (const PresserCueTable *table,
                         const char            *utf8,
                         const char            *end,
                         guint                 *n_words)
{
  guint n_known = 0, n_all = 0;

  while (utf8 < end)
    {
      const char *start;
      char        folded[PRESSER_WORD_MAX];
      gsize       n_bytes;

      while (utf8 < end && !is_letter (utf8))
        utf8 = g_utf8_next_char (utf8);
      start = utf8;
      while (utf8 < end && is_letter (utf8))
        utf8 = g_utf8_next_char (utf8);

      n_bytes = presser_cue_fold (start, (gsize) (utf8 - start), folded);
      if ((presser_cue_table_look_up (table, folded, n_bytes) & DETECT_CLASSES) != 0)
        n_known++;
      n_all += n_bytes > 0 ? 1 : 0;
    }
  if (n_words != NULL)
    *n_words = n_all;

  return n_known;
}

/**
 * presser_cue_table_detect:
 * @utf8: valid UTF-8
 * @n_bytes: its length in bytes
 *
 * Tells the language of a text by its small words, of the languages that have a table. Only
 * the first few thousand bytes are looked at. A text with none of them is taken for English.
 *
 * Returns: (transfer none): a BCP 47 primary subtag
 */
const char *
presser_cue_table_detect (const char *utf8,
                          gsize       n_bytes)
{
  const char *const *languages = presser_cue_table_get_languages ();
  const char        *best = "en";
  const char        *end = utf8 + n_bytes;
  guint              most = 0;

  if (n_bytes > DETECT_BYTES)
    for (end = utf8 + DETECT_BYTES; end > utf8 && ((guint8) *end & 0xC0) == 0x80;)
      end--;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      guint n_known = presser_cue_table_count (presser_cue_table_get (languages[i]), utf8, end, NULL);

      if (n_known > most || (n_known == most && n_known > 0 && g_str_equal (languages[i], "en")))
        {
          most = n_known;
          best = languages[i];
        }
    }

  return best;
}
