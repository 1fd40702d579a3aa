/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-paragraph-language.h"

/* A press conference with an interpreter, a report with a statement in the original: the language can change
 * from paragraph to paragraph. Most paragraphs are plainly in the language of the text, and asking one table
 * settles those; only the rest is compared with all languages. Too short or too close: the text's language. */

#define FEW_BYTES 160 /* enough where the language is plainly the text's */
#define MAX_BYTES 600
#define MIN_WORDS 6
#define PLAIN     38 /* of 100 words: small words of the language, so that nothing else needs asking */
#define MORE      3  /* small words that another language must have more */

static const char *
find_end (const char           *text,
          const PresserStretch *stretch,
          guint32               n_bytes)
{
  const char *end = text + MIN (stretch->end, stretch->start + n_bytes);

  while (end > text + stretch->start && ((guint8) *end & 0xC0) == 0x80)
    end--;

  return end;
}

static gboolean
is_plainly_in (const PresserStretch  *stretch,
               const char            *text,
               const PresserCueTable *table)
{
  guint n_words, n_known = presser_cue_table_count (table, text + stretch->start, find_end (text, stretch, FEW_BYTES), &n_words);

  return n_known * 100 >= n_words * PLAIN;
}

static const PresserCueTable *
find_language (const PresserStretch  *stretch,
               const char            *text,
               const PresserCueTable *main_table)
{
  const char *const     *languages = presser_cue_table_get_languages ();
  const char            *start = text + stretch->start, *end = find_end (text, stretch, MAX_BYTES);
  const PresserCueTable *best = main_table;
  guint                  n_words, most, enough;

  if (is_plainly_in (stretch, text, main_table))
    return main_table;

  most = presser_cue_table_count (main_table, start, end, &n_words);
  enough = most + MAX (MORE, most * 2 / 5);
  if (n_words < MIN_WORDS || most * 100 >= n_words * PLAIN)
    return main_table;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const PresserCueTable *table = presser_cue_table_get (languages[i]);
      guint                  n_known = presser_cue_table_count (table, start, end, NULL);

      if (n_known < enough)
        continue;
      best = table;
      enough = n_known + 1;
    }

  return best;
}

/**
 * presser_stretches_find_languages:
 * @stretches: (element-type PresserStretch): the paragraphs of a text; those in another language get its table
 * @text: the text
 * @main_table: the language of the text
 *
 * Tells the language of each paragraph by its small words.
 */
void
presser_stretches_find_languages (GArray                *stretches,
                                  const char            *text,
                                  const PresserCueTable *main_table)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      PresserStretch *stretch = &g_array_index (stretches, PresserStretch, i);

      stretch->table = stretch->is_prose ? find_language (stretch, text, main_table) : NULL;
    }
}
