/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tokens.h"

/* Sentences as the attribution needs them: a quotation is one token, so a full stop inside it ends
 * nothing, and the words behind it may still say who spoke. */

#define CUE_WINDOW 5
#define MAX_TOKENS 500 /* what goes on longer is a list, and is cut so that no search in it gets long */

static gboolean
is_end_sign (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* The last sign inside the quotation that is no mark, blank or bracket. */
static gunichar
last_sign (const char             *text,
           const PresserQuotation *quotation)
{
  const char *start = text + quotation->content_start;
  const char *p = text + quotation->end;

  while (p > start)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!presser_mark_is_mark (c) && !g_unichar_isspace (c) && c != 0x2019 && c != '\'' && c != 0xA0 && c != ')')
        return c;
    }

  return 0;
}

static gboolean
cue_follows (const PresserToken *tokens,
             guint               n_tokens,
             guint               at)
{
  for (guint i = at; i < n_tokens && i < at + CUE_WINDOW; i++)
    {
      if (tokens[i].kind == PRESSER_TOKEN_QUOTATION || is_end_sign (tokens[i].first))
        return FALSE;
      if ((tokens[i].classes & PRESSER_WORD_SAID) != 0 && (tokens[i].classes & PRESSER_WORD_WEAK) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
quotation_ends (const char             *text,
                const PresserQuotation *quotation,
                const PresserToken     *tokens,
                guint                   n_tokens,
                guint                   at)
{
  const PresserToken *next = &tokens[at + 1];
  gunichar            sign = last_sign (text, quotation);

  if (!is_end_sign (sign))
    return FALSE;
  if (next->kind == PRESSER_TOKEN_QUOTATION)
    return TRUE;
  if (!next->is_capital)
    return FALSE;
  if (sign == '.')
    return TRUE;

  return (next->classes & PRESSER_WORD_ARTICLE) != 0 || !cue_follows (tokens, n_tokens, at + 1);
}

static gboolean
is_ordinal (const PresserCueTable *table,
            const PresserToken    *token)
{
  return (presser_cue_table_get_grammar (table) & PRESSER_GRAMMAR_ORDINAL_DOTS) != 0 && token->kind == PRESSER_TOKEN_NUMBER && token->end - token->start <= 2;
}

static gboolean
is_abbreviated (const PresserCueTable *table,
                const PresserToken    *tokens,
                guint                  stop)
{
  const PresserToken *word;

  if (tokens[stop].first != '.' || stop == 0 || tokens[stop - 1].end != tokens[stop].start)
    return FALSE;

  word = &tokens[stop - 1];

  return word->is_initial || (word->classes & PRESSER_WORD_ABBREVIATION) != 0 || is_ordinal (table, word);
}

static gboolean
sign_ends (const PresserCueTable *table,
           const PresserToken    *tokens,
           guint                  at)
{
  const PresserToken *next = &tokens[at + 1];

  if (!is_end_sign (tokens[at].first))
    return FALSE;
  if (next->kind == PRESSER_TOKEN_QUOTATION)
    return TRUE;
  if (next->kind == PRESSER_TOKEN_WORD && !next->is_capital && g_unichar_islower (next->first))
    return FALSE;
  if (next->kind == PRESSER_TOKEN_PUNCTUATION && is_end_sign (next->first))
    return FALSE;

  return !is_abbreviated (table, tokens, at);
}

/**
 * presser_tokens_find_sentences:
 * @table: the language
 * @text: the text that the tokens were cut from
 * @quotations: its quotations
 * @tokens: (element-type PresserToken): tokens of one paragraph
 * @starts: (element-type guint32): gets the index of each sentence's first token, and at the end the number of tokens
 *
 * Cuts a paragraph's tokens into sentences.
 */
void
presser_tokens_find_sentences (const PresserCueTable  *table,
                               const char             *text,
                               const PresserQuotation *quotations,
                               GArray                 *tokens,
                               GArray                 *starts)
{
  const PresserToken *all = (const PresserToken *) (const void *) tokens->data;
  guint32             start = 0;

  g_array_set_size (starts, 0);
  if (tokens->len > 0)
    g_array_append_val (starts, start);

  for (guint32 i = 0; i + 1 < tokens->len; i++)
    {
      gboolean ends = all[i].kind == PRESSER_TOKEN_QUOTATION
                          ? quotation_ends (text, &quotations[all[i].quotation], all, tokens->len, i)
                          : all[i].kind == PRESSER_TOKEN_PUNCTUATION && sign_ends (table, all, i);

      if (!ends && i + 1 - start < MAX_TOKENS)
        continue;
      start = i + 1;
      g_array_append_val (starts, start);
    }

  start = tokens->len;
  g_array_append_val (starts, start);
}
