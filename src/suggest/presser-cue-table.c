/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cue-table-private.h"

#include <string.h>

/* The tables are text files, one a language, so that a language is added without a line of C. A table
 * becomes one hash of folded words to the set of classes they have; a look-up costs a hash and,
 * nearly always, one comparison, and allocates nothing. */

guint32
presser_cue_hash (const char *word,
                  gsize       n_bytes)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guint8) word[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

/**
 * presser_cue_fold:
 * @word: UTF-8
 * @n_bytes: length of @word in bytes
 * @folded: (out caller-allocates): room for %PRESSER_WORD_MAX bytes
 *
 * Lower case, with the typewriter apostrophe. No terminating zero is written.
 *
 * Returns: bytes written, or 0 if the word is longer than any in a table
 */
gsize
presser_cue_fold (const char *word,
                  gsize       n_bytes,
                  char       *folded)
{
  const char *end = word + n_bytes;
  gsize       written = 0;

  if (n_bytes > PRESSER_WORD_MAX - 6)
    return 0;

  while (word < end && written < PRESSER_WORD_MAX - 6)
    {
      guint8   byte = (guint8) *word;
      gunichar c;

      if (byte < 0x80)
        {
          folded[written++] = (char) (byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
          word++;
          continue;
        }

      c = g_utf8_get_char (word);
      word = g_utf8_next_char (word);
      if (c == 0x2019)
        folded[written++] = '\'';
      else
        written += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), folded + written);
    }

  return word < end ? 0 : written;
}

PresserCueEntry *
presser_cue_table_find (const PresserCueTable *self,
                        const char            *word,
                        gsize                  n_bytes,
                        guint32                hash)
{
  guint32 place = hash & self->mask;

  while (self->entries[place].length > 0)
    {
      PresserCueEntry *entry = &self->entries[place];

      if (entry->hash == hash && entry->length == n_bytes && memcmp (self->arena->str + entry->offset, word, n_bytes) == 0)
        return entry;
      place = (place + 1) & self->mask;
    }

  return &self->entries[place];
}

/**
 * presser_cue_table_free:
 * @self: (transfer full): a table made by presser_cue_table_new()
 *
 * Frees a table.
 */
void
presser_cue_table_free (PresserCueTable *self)
{
  g_clear_pointer (&self->entries, g_free);
  g_string_free (self->arena, TRUE);
  g_array_unref (self->phrases);
  g_array_unref (self->marks);
  g_strfreev (self->endings);
  g_strfreev (self->she_endings);
  g_strfreev (self->adverb_endings);
  g_strfreev (self->role_endings);
  g_strfreev (self->role_she_endings);
  g_free (self);
}

/**
 * presser_cue_table_look_up:
 * @self: a table
 * @word: a word as presser_cue_fold() gives it
 * @n_bytes: its length in bytes
 *
 * Tells what a word can be.
 *
 * Returns: a set of PRESSER_WORD_ classes, empty for a word of no table
 */
guint64
presser_cue_table_look_up (const PresserCueTable *self,
                           const char            *word,
                           gsize                  n_bytes)
{
  if (n_bytes == 0)
    return 0;

  return presser_cue_table_find (self, word, n_bytes, presser_cue_hash (word, n_bytes))->classes;
}

static gboolean
phrase_fits (const PresserCuePhrase *phrase,
             const char *const      *words,
             const gsize            *lengths)
{
  for (guint i = 0; i < phrase->n_words; i++)
    {
      if (strlen (phrase->words[i]) != lengths[i] || memcmp (phrase->words[i], words[i], lengths[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * presser_cue_table_match_phrase:
 * @self: a table
 * @words: folded words in text order
 * @lengths: their lengths in bytes
 * @n_words: how many there are
 *
 * Finds the longest phrase of the section [according] that the words begin with.
 *
 * Returns: how many words the phrase has, 0 for none
 */
guint
presser_cue_table_match_phrase (const PresserCueTable *self,
                                const char *const     *words,
                                const gsize           *lengths,
                                guint                  n_words)
{
  guint longest = 0;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const PresserCuePhrase *phrase = &g_array_index (self->phrases, PresserCuePhrase, i);

      if (phrase->n_words <= n_words && phrase->n_words > longest && phrase_fits (phrase, words, lengths))
        longest = phrase->n_words;
    }

  return longest;
}

/**
 * presser_cue_table_get_language:
 * @self: a table
 *
 * Returns: (transfer none): BCP 47 primary subtag; empty for a table that presser_cue_table_new() made
 */
const char *
presser_cue_table_get_language (const PresserCueTable *self)
{
  return self->language != NULL ? self->language : "";
}

/**
 * presser_cue_table_get_grammar:
 * @self: a table
 *
 * Returns: a set of #PresserGrammar flags
 */
guint
presser_cue_table_get_grammar (const PresserCueTable *self)
{
  return self->grammar;
}

/**
 * presser_cue_table_get_marks:
 * @self: a table
 * @n_pairs: (out): how many pairs there are
 *
 * Returns: (transfer none): the outer quotation marks of the language
 */
const PresserMarkPair *
presser_cue_table_get_marks (const PresserCueTable *self,
                             guint                 *n_pairs)
{
  *n_pairs = self->marks->len;

  return (const PresserMarkPair *) (const void *) self->marks->data;
}

/**
 * presser_cue_table_get_endings:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): case endings to cut when names are compared, in the table's order
 */
const char *const *
presser_cue_table_get_endings (const PresserCueTable *self)
{
  return (const char *const *) self->endings;
}

/**
 * presser_cue_table_get_she_endings:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): endings of a verb whose subject is a woman
 */
const char *const *
presser_cue_table_get_she_endings (const PresserCueTable *self)
{
  return (const char *const *) self->she_endings;
}

/**
 * presser_cue_table_get_adverb_endings:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): endings that make an adverb, which may stand between subject and verb
 */
const char *const *
presser_cue_table_get_adverb_endings (const PresserCueTable *self)
{
  return (const char *const *) self->adverb_endings;
}

static gboolean
has_ending (const char *const *endings,
            const char        *word,
            gsize              n_bytes)
{
  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      gsize length = strlen (endings[i]);

      if (n_bytes > length + 1 && memcmp (word + n_bytes - length, endings[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * presser_cue_table_look_up_compound:
 * @self: a table
 * @word: a word of no table, as presser_cue_fold() gives it
 * @n_bytes: its length in bytes
 *
 * Tells whether a compound ends in a role noun: “Museumsdirektor”.
 *
 * Returns: a set of PRESSER_WORD_ classes, empty for any other word
 */
guint64
presser_cue_table_look_up_compound (const PresserCueTable *self,
                                    const char            *word,
                                    gsize                  n_bytes)
{
  if (self->role_endings == NULL || n_bytes == 0)
    return 0;
  if (has_ending ((const char *const *) self->role_she_endings, word, n_bytes))
    return PRESSER_WORD_ROLE | PRESSER_WORD_ROLE_SHE;

  return has_ending ((const char *const *) self->role_endings, word, n_bytes) ? PRESSER_WORD_ROLE : 0;
}

/**
 * presser_cue_table_foreach:
 * @self: a table
 * @classes: a set of PRESSER_WORD_ classes
 * @func: (scope call): what to call
 * @user_data: for @func
 *
 * Goes through the words that have one of the classes, in no order.
 */
void
presser_cue_table_foreach (const PresserCueTable *self,
                           guint64                classes,
                           PresserCueFunc         func,
                           gpointer               user_data)
{
  for (guint32 i = 0; i <= self->mask; i++)
    {
      const PresserCueEntry *entry = &self->entries[i];

      if (entry->length > 0 && (entry->classes & classes) != 0)
        func (self->arena->str + entry->offset, entry->length, user_data);
    }
}
