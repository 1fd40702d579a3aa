/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-worth.h"

#include <string.h>

/* Newspapers put marks round titles, names and doubtful words too. Length, capitals, what stands
 * at the end and the word before tell them from speech. */

#define MAX_READ        40 /* words that are enough to judge by */
#define MIN_FULL        4  /* words of a clause */
#define MAX_TITLE       12 /* words of a title that is all capitals */
#define MAX_TERM        10 /* words of a term or name inside a sentence */
#define MAX_AFTER_LABEL 13 /* words of a title behind “the film” */

#define SMALL (PRESSER_WORD_ARTICLE | PRESSER_WORD_OF | PRESSER_WORD_BREAK | PRESSER_WORD_STOP | PRESSER_WORD_PARTICLE)

#define KNOWN (PRESSER_WORD_ARTICLE | PRESSER_WORD_OF | PRESSER_WORD_BREAK | PRESSER_WORD_STOP | PRESSER_WORD_SKIP | PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY | PRESSER_WORD_WHO | PRESSER_WORD_THAT | PRESSER_WORD_SAID)

typedef struct
{
  guint    n_words;
  guint    n_content; /* words that are no small ones */
  guint    n_capital; /* of those, with a capital or a figure */
  guint    n_known;   /* words of any table: none in a foreign title */
  gboolean begins_with_capital;
} Words;

static guint64
look_up (const PresserCueTable *table,
         const char            *start,
         const char            *end)
{
  char folded[PRESSER_WORD_MAX];

  return presser_cue_table_look_up (table, folded, presser_cue_fold (start, (gsize) (end - start), folded));
}

static const char *
word_end (const char *p,
          const char *end)
{
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          const char *next = g_utf8_next_char (p);

          if ((c != '\'' && c != 0x2019 && c != '-') || next >= end || !g_unichar_isalnum (g_utf8_get_char (next)))
            break;
        }
      p = g_utf8_next_char (p);
    }

  return p;
}

static void
count_words (const PresserCueTable *table,
             const char            *p,
             const char            *end,
             Words                 *words)
{
  memset (words, 0, sizeof *words);
  while (p < end && words->n_words < MAX_READ)
    {
      gunichar    c = g_utf8_get_char (p);
      const char *start = p;
      gboolean    is_capital = g_unichar_isupper (c) || g_unichar_isdigit (c);
      guint64     classes;

      if (!g_unichar_isalnum (c))
        {
          p = g_utf8_next_char (p);
          continue;
        }

      p = word_end (p, end);
      classes = look_up (table, start, p);
      if (words->n_words++ == 0)
        words->begins_with_capital = is_capital;
      words->n_known += (classes & KNOWN) != 0 ? 1 : 0;
      if ((classes & SMALL) != 0)
        continue;
      words->n_content++;
      words->n_capital += is_capital ? 1 : 0;
    }
}

/* The last word before the mark, over blanks and signs but no further than 40 bytes. */
static guint64
classes_before (const PresserCueTable *table,
                const char            *paragraph,
                const char            *mark)
{
  const char *end = mark, *start;

  while (end > paragraph && mark - end < 6 && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      if (g_utf8_get_char (g_utf8_prev_char (end)) == '.')
        return 0;
      end = g_utf8_prev_char (end);
    }
  for (start = end; start > paragraph && end - start < PRESSER_WORD_MAX;)
    {
      const char *before = g_utf8_prev_char (start);
      gunichar    c = g_utf8_get_char (before);

      if (!g_unichar_isalnum (c) && c != '-')
        break;
      start = before;
    }

  return look_up (table, start, end);
}

static gunichar
sign_before (const char *paragraph,
             const char *mark)
{
  while (mark > paragraph)
    {
      gunichar c;

      mark = g_utf8_prev_char (mark);
      c = g_utf8_get_char (mark);
      if (!g_unichar_isspace (c) && c != 0xA0 && c != 0x202F)
        return c;
    }

  return 0;
}

static gunichar
sign_after (const char *end,
            const char *p)
{
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xA0 && c != 0x202F)
        return c;
      p = g_utf8_next_char (p);
    }

  return 0;
}

static gunichar
last_sign (const char             *text,
           const PresserQuotation *quotation)
{
  const char *start = text + quotation->content_start;
  const char *p = text + quotation->content_end;

  while (p > start)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!presser_mark_is_mark (c) && !g_unichar_isspace (c) && c != 0x2019 && c != '\'')
        return c;
    }

  return 0;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static gboolean
begins_anew (gunichar before)
{
  return before == 0 || is_stop (before) || g_unichar_type (before) == G_UNICODE_OTHER_SYMBOL || before == ',' || before == ':' || before == 0x201D || before == '"' || before == 0x201C || before == 0xBB;
}

/* “Headline” — Newspaper, 15 August 2008 */
static gboolean
is_source (const char *end,
           const char *p)
{
  gunichar dash = sign_after (end, p);
  gboolean has_comma = FALSE;

  if (dash != 0x2014 && dash != 0x2013 && dash != '-')
    return FALSE;
  for (guint n_read = 0; p < end && n_read < 80; n_read++, p = g_utf8_next_char (p))
    {
      has_comma = has_comma || *p == ',' || *p == '(';
      if (has_comma && g_ascii_isdigit (*p))
        return TRUE;
    }

  return FALSE;
}

static PresserWorth
judge_short (const Words *words,
             gunichar     before,
             gunichar     sign,
             gunichar     after,
             guint64      classes)
{
  if ((classes & PRESSER_WORD_LABEL) != 0)
    return PRESSER_WORTH_NOTHING;
  if (words->begins_with_capital && words->n_words >= 2 && is_stop (sign) && words->n_content > words->n_capital)
    return PRESSER_WORTH_FULL;
  if (words->begins_with_capital && begins_anew (before) && (is_stop (sign) || (sign == ',' && words->n_words >= 2)))
    return PRESSER_WORTH_FULL;
  if (words->begins_with_capital && begins_anew (before) && before != ',' && words->n_words >= 2 && words->n_content > words->n_capital && (after == ',' || after == 0x2013 || after == 0x2014))
    return PRESSER_WORTH_FULL;
  if (words->n_words == 1 || words->n_content == words->n_capital)
    return PRESSER_WORTH_NOTHING;

  return PRESSER_WORTH_FRAGMENT;
}

/**
 * presser_quotation_judge:
 * @table: the language
 * @text: the text
 * @paragraph_start: byte where the paragraph begins
 * @paragraph_end: one past its last byte
 * @quotation: a quotation in it, in bytes of @text
 *
 * Tells speech from titles, names, terms and scare quotes.
 *
 * Returns: what the quotation is worth
 */
PresserWorth
presser_quotation_judge (const PresserCueTable  *table,
                         const char             *text,
                         guint32                 paragraph_start,
                         guint32                 paragraph_end,
                         const PresserQuotation *quotation)
{
  const char *paragraph = text + paragraph_start;
  const char *mark = text + quotation->start;
  gunichar    sign = last_sign (text, quotation);
  gunichar    before = sign_before (paragraph, mark);
  guint64     classes = classes_before (table, paragraph, mark);
  gboolean    all_capitals = (presser_cue_table_get_grammar (table) & PRESSER_GRAMMAR_NOUN_CAPITALS) != 0;
  gunichar    after = sign_after (text + paragraph_end, text + quotation->end);
  gboolean    announced = before == ':' || before == ',';
  gboolean    is_inside = g_unichar_isalnum (before) && !is_stop (sign) && sign != ',' && (classes & PRESSER_WORD_SAID) == 0;
  Words       words;

  if (quotation->is_dialogue)
    return PRESSER_WORTH_FULL;

  count_words (table, text + quotation->content_start, text + quotation->content_end, &words);
  if (words.n_words == 0)
    return PRESSER_WORTH_NOTHING;
  if (words.n_words < MIN_FULL || memchr (text + quotation->content_start, ' ', quotation->content_end - quotation->content_start) == NULL)
    return judge_short (&words, before, sign, after, classes);

  if (!is_stop (sign) && is_source (text + paragraph_end, text + quotation->end))
    return PRESSER_WORTH_NOTHING;
  if (all_capitals && !is_stop (sign) && words.n_known == 0 && words.n_words < MAX_TITLE)
    return PRESSER_WORTH_NOTHING;
  if ((!is_stop (sign) || (sign == '.' && g_unichar_isalnum (before))) && words.n_content > 0 && words.n_content == words.n_capital && words.n_words < MAX_TITLE)
    return PRESSER_WORTH_NOTHING;
  if ((classes & PRESSER_WORD_LABEL) != 0 && !announced && sign != '.' && words.begins_with_capital && words.n_words < MAX_AFTER_LABEL)
    return PRESSER_WORTH_NOTHING;
  if (is_inside && (words.n_words < MAX_TERM || (all_capitals && words.begins_with_capital)))
    return PRESSER_WORTH_TERM;
  if (words.begins_with_capital || begins_anew (before) || is_stop (sign) || sign == ',')
    return PRESSER_WORTH_FULL;
  if (is_stop (after) && announced)
    return PRESSER_WORTH_FULL;

  return PRESSER_WORTH_PARTIAL;
}
