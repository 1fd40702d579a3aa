/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tokens.h"

#include <string.h>

/* Words keep inner apostrophes, stops and hyphens (“O’Neill”, “U.S”, “vice-president”), unless the language's
 * table says that a part is cut off (“l’ambassadeur”, “dit-il”). ASCII is read by table, the rest by GLib. */

enum
{
  OTHER,
  LETTER,
  DIGIT,
  BLANK,
  JOINER,
};

static const guint8 ascii_kinds[128] = {
  ['\t'] = BLANK,
  ['\n'] = BLANK,
  ['\r'] = BLANK,
  ['\f'] = BLANK,
  ['\v'] = BLANK,
  [' '] = BLANK,
  ['\''] = JOINER,
  ['.'] = JOINER,
  ['-'] = JOINER,
  ['&'] = JOINER,
  ['0' ... '9'] = DIGIT,
  ['A' ... 'Z'] = LETTER,
  ['a' ... 'z'] = LETTER,
};

static guint8
kind_of_wide (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == 0x2019)
    return JOINER;
  if (c == 0xA0 || c == 0x202F || c == 0x200B || c == 0xFEFF || g_unichar_isspace (c))
    return BLANK;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0xAD)
    return LETTER;

  return g_unichar_isdigit (c) ? DIGIT : OTHER;
}

static inline guint8
kind_at (const char  *p,
         const char **next)
{
  guint8 byte = (guint8) *p;

  if (byte < 0x80)
    {
      *next = p + 1;
      return ascii_kinds[byte];
    }

  *next = g_utf8_next_char (p);

  return kind_of_wide (p);
}

static inline gboolean
is_plain (char c)
{
  return (guint8) c < 0x80 && (ascii_kinds[(guint8) c] == LETTER || ascii_kinds[(guint8) c] == DIGIT);
}

static guint64
look_up (const PresserCueTable *table,
         const char            *start,
         const char            *end)
{
  char folded[PRESSER_WORD_MAX];

  return presser_cue_table_look_up (table, folded, presser_cue_fold (start, (gsize) (end - start), folded));
}

static gboolean
is_apostrophe (const char *p)
{
  return *p == '\'' || (guint8) *p == 0xE2;
}

/* The end of the word that begins at @p. */
static const char *
find_word_end (const PresserCueTable *table,
               const char            *p,
               const char            *end)
{
  const char *start = p;

  for (;;)
    {
      const char *next, *after;
      guint8      kind;

      while (p < end && is_plain (*p))
        p++;
      if (p >= end)
        break;
      kind = kind_at (p, &next);

      if (kind == LETTER || kind == DIGIT)
        {
          p = next;
          continue;
        }
      if (kind != JOINER)
        break;
      if (is_apostrophe (p) && next - start < 12 && (look_up (table, start, next) & PRESSER_WORD_ELISION) != 0)
        return next;
      kind = next < end ? kind_at (next, &after) : OTHER;
      if (kind != LETTER && kind != DIGIT)
        return is_apostrophe (p) && p > start ? next : p;
      p = next;
    }

  return p;
}

/* “al-Sisi”: a small word of names, a hyphen and a capital. */
static gboolean
is_joined_name (const PresserCueTable *table,
                const char            *start,
                const char            *end)
{
  const char *hyphen = memchr (start, '-', (gsize) (end - start));

  return hyphen != NULL && hyphen + 1 < end && g_unichar_isupper (g_utf8_get_char (hyphen + 1)) && (look_up (table, start, hyphen) & PRESSER_WORD_PARTICLE) != 0;
}

/* “SPD-Vorsitzende” is what its last part is, “Jean-Marie” what its first is. */
static guint64
look_up_parts (const PresserCueTable *table,
               const char            *start,
               const char            *end)
{
  const char *first = memchr (start, '-', (gsize) (end - start));
  const char *last = end;

  if (first == NULL)
    return 0;
  while (last[-1] != '-')
    last--;

  return (look_up (table, last, end) & (PRESSER_WORD_ROLE | PRESSER_WORD_ROLE_HE | PRESSER_WORD_ROLE_SHE)) | (look_up (table, start, first) & (PRESSER_WORD_NAME_HE | PRESSER_WORD_NAME_SHE));
}

static guint64
look_up_compound (const PresserCueTable *table,
                  const char            *start,
                  const char            *end)
{
  char folded[PRESSER_WORD_MAX];

  return presser_cue_table_look_up_compound (table, folded, presser_cue_fold (start, (gsize) (end - start), folded));
}

/* “Clinton's”: where the word without its possessive ends. */
static const char *
cut_possessive (const char *start,
                const char *end)
{
  if (end[-1] != 's')
    return end;
  if (end[-2] == '\'')
    return end - 2;

  return end - start > 4 && memcmp (end - 4, "\xE2\x80\x99", 3) == 0 ? end - 4 : end;
}

static void
append_word (const PresserCueTable *table,
             const char            *text,
             const char            *start,
             const char            *end,
             gboolean               has_hyphen,
             GArray                *tokens)
{
  PresserToken token = { 0 };
  const char  *second;
  guint8       kind = kind_at (start, &second);

  token.start = (guint32) (start - text);
  token.end = (guint32) (end - text);
  token.kind = kind == DIGIT ? PRESSER_TOKEN_NUMBER : PRESSER_TOKEN_WORD;
  token.first = g_utf8_get_char (start);
  token.is_capital = (token.first < 0x80 ? g_ascii_isupper ((char) token.first) : g_unichar_isupper (token.first)) ? 1 : 0;
  if (has_hyphen && !token.is_capital && is_joined_name (table, start, end))
    token.is_capital = 1;
  token.is_initial = token.is_capital && (second >= end || *second == '.') ? 1 : 0;
  token.classes = look_up (table, start, end);
  if (token.is_capital && end - start > 3)
    {
      const char *cut = cut_possessive (start, end);

      token.is_possessive = cut < end ? 1 : 0;
      if (token.classes == 0 && cut < end)
        token.classes = look_up (table, start, cut);
    }
  if (has_hyphen && token.classes == 0)
    token.classes = look_up_parts (table, start, end);
  if (token.is_capital && token.classes == 0)
    token.classes = look_up_compound (table, start, end);
  g_array_append_val (tokens, token);
}

/* “explique-t-elle” is the verb and its subject. */
static void
append_split_word (const PresserCueTable *table,
                   const char            *text,
                   const char            *start,
                   const char            *end,
                   GArray                *tokens)
{
  const char   *hyphen = memchr (start, '-', (gsize) (end - start));
  const char   *last = NULL;
  PresserToken *clitic;

  while (hyphen != NULL && (look_up (table, hyphen, end) & PRESSER_WORD_CLITIC) == 0)
    hyphen = memchr (hyphen + 1, '-', (gsize) (end - hyphen - 1));
  if (hyphen == NULL || hyphen == start)
    {
      append_word (table, text, start, end, TRUE, tokens);
      return;
    }

  for (last = end; last[-1] != '-';)
    last--;
  append_word (table, text, start, hyphen, FALSE, tokens);
  append_word (table, text, last, end, FALSE, tokens);
  clitic = &g_array_index (tokens, PresserToken, tokens->len - 1);
  clitic->classes |= PRESSER_WORD_CLITIC;
}

static void
append_sign (const char *text,
             const char *start,
             const char *end,
             GArray     *tokens)
{
  PresserToken token = { 0 };

  token.start = (guint32) (start - text);
  token.end = (guint32) (end - text);
  token.kind = PRESSER_TOKEN_PUNCTUATION;
  token.first = g_utf8_get_char (start);
  g_array_append_val (tokens, token);
}

static void
read_stretch (const PresserCueTable *table,
              const char            *text,
              guint32                start,
              guint32                end,
              GArray                *tokens)
{
  const char *p = text + start;
  const char *stop = text + end;

  while (p < stop)
    {
      const char *next;
      guint8      kind = kind_at (p, &next);

      if (kind == LETTER || kind == DIGIT)
        {
          next = find_word_end (table, p, stop);
          if (memchr (p, '-', (gsize) (next - p)) != NULL)
            append_split_word (table, text, p, next, tokens);
          else
            append_word (table, text, p, next, FALSE, tokens);
        }
      else if (kind != BLANK)
        {
          append_sign (text, p, next, tokens);
        }
      p = next;
    }
}

static void
append_quotation (guint32                 number,
                  const PresserQuotation *quotation,
                  GArray                 *tokens)
{
  PresserToken token = { 0 };

  token.start = quotation->start;
  token.end = quotation->end;
  token.quotation = number;
  token.kind = PRESSER_TOKEN_QUOTATION;
  g_array_append_val (tokens, token);
}

#define PHRASE_MAX 5

static void
mark_phrase (const PresserCueTable *table,
             const char            *text,
             GArray                *tokens,
             guint                  at)
{
  char          folded[PHRASE_MAX][PRESSER_WORD_MAX];
  const char   *words[PHRASE_MAX];
  gsize         lengths[PHRASE_MAX];
  PresserToken *token = &g_array_index (tokens, PresserToken, at);
  guint         n_words;

  for (n_words = 0; n_words < PHRASE_MAX && at + n_words < tokens->len; n_words++)
    {
      const PresserToken *next = token + n_words;

      lengths[n_words] = presser_cue_fold (text + next->start, next->end - next->start, folded[n_words]);
      if (next->kind != PRESSER_TOKEN_WORD || lengths[n_words] == 0)
        break;
      words[n_words] = folded[n_words];
    }

  n_words = presser_cue_table_match_phrase (table, words, lengths, n_words);
  if (n_words > 0)
    {
      token->classes |= PRESSER_WORD_ACCORDING;
      token->n_phrase = n_words;
    }
}

static void
mark_phrases (const PresserCueTable *table,
              const char            *text,
              GArray                *tokens,
              guint                  first)
{
  for (guint i = first; i < tokens->len; i++)
    {
      PresserToken *token = &g_array_index (tokens, PresserToken, i);

      if ((token->classes & PRESSER_WORD_ACCORDING) != 0)
        token->n_phrase = 1;
      if ((token->classes & PRESSER_WORD_PHRASE) != 0)
        mark_phrase (table, text, tokens, i);
    }
}

/**
 * presser_tokens_read:
 * @table: the language
 * @text: UTF-8
 * @start: byte where to begin
 * @end: byte where to stop
 * @quotations: all quotations of the text, in bytes of @text
 * @first_quotation: the first of them that lies in the stretch
 * @n_quotations: how many do
 * @tokens: (element-type PresserToken): gets the tokens
 *
 * Cuts a stretch of a paragraph into words, signs and whole quotations.
 */
void
presser_tokens_read (const PresserCueTable  *table,
                     const char             *text,
                     guint32                 start,
                     guint32                 end,
                     const PresserQuotation *quotations,
                     guint32                 first_quotation,
                     guint32                 n_quotations,
                     GArray                 *tokens)
{
  guint first = tokens->len;

  for (guint32 i = first_quotation; i < first_quotation + n_quotations; i++)
    {
      read_stretch (table, text, start, quotations[i].start, tokens);
      append_quotation (i, &quotations[i], tokens);
      start = quotations[i].end;
    }
  read_stretch (table, text, start, end, tokens);
  mark_phrases (table, text, tokens, first);
}
