/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-attribution-private.h"

/* In many languages the marks stay open while the reporter says who speaks: «Non, dit-il, jamais.»,
 * «Мы готовы, – сказал министр. – Начнём завтра». */

#define MAX_TO_VERB 4  /* “, lui a alors répondu X” */
#define MAX_ASIDE   14 /* “, dit X, directeur de l’usine.” */

#define PRONOUN (PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY)

static gboolean
is_dash (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_PUNCTUATION && (token->first == '-' || token->first == 0x2013 || token->first == 0x2014);
}

static gboolean
ends_clause (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_PUNCTUATION && (token->first == ',' || token->first == '?' || token->first == '!' || token->first == 0x2026);
}

/* The verb of saying that begins right at @start, or -1. */
static gint
find_verb (const PresserSentence *self,
           gint                   start)
{
  for (gint verb = start; verb < self->n_tokens && verb < start + MAX_TO_VERB; verb++)
    {
      const PresserToken *token = &self->tokens[verb];

      if (token->kind != PRESSER_TOKEN_WORD || token->is_capital)
        return -1;
      if (presser_sentence_is_cue (self, verb) && !presser_token_is (token, PRESSER_WORD_WEAK))
        return verb;
      if (!presser_token_is (token, PRESSER_WORD_SKIP | PRONOUN))
        return -1;
    }

  return -1;
}

static gboolean
is_apposition (const PresserSentence *self,
               gint                   at)
{
  if (at < self->n_tokens && presser_token_is (&self->tokens[at], PRESSER_WORD_ARTICLE))
    at++;

  return at < self->n_tokens && presser_token_is (&self->tokens[at], PRESSER_WORD_ROLE | PRESSER_WORD_TITLE);
}

/* One past the last token that is the reporter's. */
static gint
find_gap_end (const PresserSentence *self,
              gint                   at)
{
  gint     start = at;
  gboolean in_apposition = FALSE;

  for (; at < self->n_tokens && at - start < MAX_ASIDE; at++)
    {
      const PresserToken *token = &self->tokens[at];

      if (is_dash (token))
        return at + 1;
      if (presser_token_is_sign (token, '.') && !self->tokens[at - 1].is_initial && !presser_token_is (&self->tokens[at - 1], PRESSER_WORD_ABBREVIATION))
        return at + 1 < self->n_tokens && is_dash (token + 1) ? at + 2 : at + 1;
      if (!presser_token_is_sign (token, ',') || in_apposition)
        continue;
      if (at + 1 < self->n_tokens && is_dash (token + 1))
        return at + 2;
      in_apposition = is_apposition (self, at + 1);
      if (!in_apposition)
        return at + 1;
    }

  return at >= self->n_tokens ? at : start;
}

/**
 * presser_sentence_find_inside:
 * @content: the tokens between two quotation marks
 * @mention: (out): the words that say who speaks
 * @gap_first: (out): index of the first token that is not said
 * @gap_end: (out): one past the last such token
 *
 * Looks for the speaker between the marks, behind a comma, a question mark or a dash.
 *
 * Returns: %FALSE if nothing there says who speaks
 */
gboolean
presser_sentence_find_inside (const PresserSentence *content,
                              PresserMention        *mention,
                              gint                  *gap_first,
                              gint                  *gap_end)
{
  for (gint sign = 1; sign + 2 < content->n_tokens; sign++)
    {
      gint start = sign + 1, verb, behind;

      if (!ends_clause (&content->tokens[sign]))
        continue;
      start += is_dash (&content->tokens[start]) ? 1 : 0;
      verb = find_verb (content, start);
      mention->rule = PRESSER_RULE_INSIDE;
      if (verb < 0 || (!presser_subject_right (content, verb, content->n_tokens, mention) && !presser_subject_left (content, verb, start, mention)))
        continue;
      behind = MAX (mention->last, verb) + 1;
      *gap_first = presser_token_is_sign (&content->tokens[sign], ',') ? sign : sign + 1;
      *gap_end = find_gap_end (content, behind);
      return TRUE;
    }

  return FALSE;
}
