/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-attribution-private.h"

/* Who speaks, as far as the quotation's own sentence tells. The rules are tried in the order of
 * PresserRule; the first that fits wins. */

#define MAX_CLAUSE    40 /* tokens looked at behind a quotation */
#define MAX_TO_VERB   26 /* “X, a Y from Z, told reporters” */
#define NEAR          3  /* a weak verb counts only so close to the mark */
#define NEAR_BEFORE   6
#define MAX_HEAD      10
#define MAX_PLAIN     3
#define MAX_ACCORDING 8 /* “dem Sprecher des Ministeriums zufolge” */

#define SMALL (PRESSER_WORD_STOP | PRESSER_WORD_OF | PRESSER_WORD_BREAK | PRESSER_WORD_THAT | PRESSER_WORD_WHO | PRESSER_WORD_SKIP | PRESSER_WORD_SAID | PRESSER_WORD_SAYING)

#define PRONOUN (PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY)

static gboolean
is_quotation (const PresserSentence *self,
              gint                   at)
{
  return self->tokens[at].kind == PRESSER_TOKEN_QUOTATION;
}

static gboolean
is_joint (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_PUNCTUATION && (token->first == ',' || token->first == '-' || token->first == 0x2013 || token->first == 0x2014);
}

static gint
find_clause_end (const PresserSentence *self,
                 gint                   start)
{
  gint end = start;

  while (end < self->n_tokens && end - start < MAX_CLAUSE && !is_quotation (self, end) && !presser_token_is_sign (&self->tokens[end], ';'))
    end++;

  return end;
}

/* «…», – заявил предприниматель: where there are no articles, the noun right behind the verb. */
static gboolean
take_bare_noun (const PresserSentence *self,
                gint                   at,
                gint                   end,
                PresserMention        *mention)
{
  if (at >= end || self->tokens[at].kind != PRESSER_TOKEN_WORD || presser_token_is (&self->tokens[at], SMALL))
    return FALSE;
  mention->first = mention->last = at;

  return TRUE;
}

/* “…,” said X; “…,” later added X; « …, a déclaré X » */
static gboolean
try_cue_after (const PresserSentence *self,
               gint                   start,
               gint                   end,
               PresserMention        *mention)
{
  gint verb = start;

  while (verb < end && verb - start < NEAR && presser_token_is (&self->tokens[verb], PRESSER_WORD_SKIP) && !presser_sentence_is_cue (self, verb) && !presser_token_is (&self->tokens[verb], PRONOUN))
    verb++;
  if (verb >= end || !presser_sentence_is_cue (self, verb))
    return FALSE;

  mention->rule = PRESSER_RULE_CUE_AFTER;
  if (!presser_subject_right (self, verb, end, mention))
    return presser_sentence_has (self, PRESSER_GRAMMAR_CASES) && take_bare_noun (self, verb + 1, end, mention);
  if (presser_sentence_has (self, PRESSER_GRAMMAR_VERB_SECOND) && presser_token_is (&self->tokens[mention->first], PRESSER_WORD_THEY))
    presser_second_verb_find_document (self, end, mention);

  return TRUE;
}

static gboolean
try_according (const PresserSentence *self,
               gint                   at,
               gint                   end,
               PresserMention        *mention)
{
  const PresserToken *token = &self->tokens[at];

  if (!presser_token_is (token, PRESSER_WORD_ACCORDING) || token->n_phrase == 0)
    return FALSE;
  /* “pour” is a word of all work, unless it begins the clause */
  if (token->n_phrase == 1 && presser_token_is (token, PRESSER_WORD_STOP | PRESSER_WORD_SKIP) && at > 0 && token[-1].kind == PRESSER_TOKEN_WORD)
    return FALSE;
  mention->rule = PRESSER_RULE_ACCORDING;

  return presser_subject_right (self, at + (gint) token->n_phrase - 1, end, mention);
}

/* “X zufolge” */
static gboolean
try_according_after (const PresserSentence *self,
                     gint                   at,
                     gint                   lowest,
                     PresserMention        *mention)
{
  if (at <= lowest || !presser_token_is (&self->tokens[at], PRESSER_WORD_ACCORDING_AFTER))
    return FALSE;
  mention->rule = PRESSER_RULE_ACCORDING;

  return presser_subject_left (self, at, lowest, mention);
}

static gboolean
try_according_in (const PresserSentence *self,
                  gint                   start,
                  gint                   end,
                  PresserMention        *mention)
{
  if (try_according (self, start, end, mention))
    return TRUE;

  for (gint at = start + 1; at < end && at <= start + MAX_ACCORDING; at++)
    {
      if (try_according_after (self, at, start, mention))
        return TRUE;
    }

  return FALSE;
}

/* “…,” protesters shouted: nothing but a noun between the mark and the verb */
static gboolean
take_plain_words (const PresserSentence *self,
                  gint                   start,
                  gint                   verb,
                  PresserMention        *mention)
{
  if (verb == start || verb > start + MAX_PLAIN || presser_sentence_has (self, PRESSER_GRAMMAR_SUBJECT_AFTER))
    return FALSE;
  for (gint i = start; i < verb; i++)
    {
      const PresserToken *token = &self->tokens[i];

      if (token->kind != PRESSER_TOKEN_WORD || presser_token_is (token, PRESSER_WORD_STOP | PRESSER_WORD_BREAK | PRESSER_WORD_THAT | PRESSER_WORD_WHO | PRESSER_WORD_SKIP))
        return FALSE;
    }
  mention->first = start;
  mention->last = verb - 1;

  return TRUE;
}

/* “…,” X, a Y from Z, told reporters */
static gboolean
try_subject_after (const PresserSentence *self,
                   gint                   start,
                   gint                   end,
                   PresserMention        *mention)
{
  for (gint verb = start; verb < end && verb - start < MAX_TO_VERB; verb++)
    {
      const PresserToken *token = &self->tokens[verb];

      if (!presser_sentence_is_cue (self, verb) || token->is_capital)
        continue;
      if (presser_token_is (token, PRESSER_WORD_WEAK) && verb > start + NEAR)
        continue;
      mention->rule = PRESSER_RULE_SUBJECT_AFTER;
      mention->is_weak = presser_sentence_has (self, PRESSER_GRAMMAR_VERB_SECOND); /* there the verb would come first */
      if (presser_sentence_has (self, PRESSER_GRAMMAR_SUBJECT_AFTER) && verb > start && presser_token_is_sign (&token[-1], ',') && presser_subject_right (self, verb, end, mention))
        return TRUE;
      if (presser_subject_left (self, verb, start, mention) || take_plain_words (self, start, verb, mention))
        return TRUE;
      return presser_sentence_has (self, PRESSER_GRAMMAR_SUBJECT_AFTER) && presser_subject_right (self, verb, end, mention);
    }

  return FALSE;
}

/* “…” – X */
static gboolean
try_signed (const PresserSentence *self,
            gint                   quotation,
            PresserMention        *mention)
{
  gint start = quotation + 1, end;

  if (start < self->n_tokens && is_joint (&self->tokens[start]) && self->tokens[start].first != ',')
    start++;
  if (start >= self->n_tokens || !self->tokens[start].is_capital || presser_token_is (&self->tokens[start], PRESSER_WORD_NO_NAME))
    return FALSE;

  for (end = start; end < self->n_tokens && end - start < 8; end++)
    {
      const PresserToken *token = &self->tokens[end];

      if (presser_token_is_sign (token, '.') && end + 1 < self->n_tokens && presser_token_is_name (token + 1) && (token[-1].is_initial || presser_token_is (&token[-1], PRESSER_WORD_ABBREVIATION)))
        continue;
      if (!presser_token_is_name (token) && !presser_token_is (token, PRESSER_WORD_ROLE | PRESSER_WORD_TITLE | PRESSER_WORD_PARTICLE))
        break;
    }
  if (end < self->n_tokens && (self->tokens[end].kind == PRESSER_TOKEN_WORD || self->tokens[end].kind == PRESSER_TOKEN_NUMBER))
    return FALSE;
  *mention = (PresserMention){ start, end - 1, PRESSER_RULE_LABEL };

  return end > start;
}

static gboolean
try_after (const PresserSentence *self,
           gint                   quotation,
           PresserMention        *mention)
{
  gint start = quotation + 1, end;

  /* a comma, a dash, or in some languages both */
  for (gint joints = 0; joints < 2 && start < self->n_tokens && is_joint (&self->tokens[start]); joints++)
    start++;
  if (start >= self->n_tokens || is_quotation (self, start) || presser_token_is_sign (&self->tokens[start], '.'))
    return FALSE;

  end = find_clause_end (self, start);

  return try_cue_after (self, start, end, mention) || try_according_in (self, start, end, mention) || try_subject_after (self, start, end, mention);
}

/* X: “…”, and nothing else before it */
static gboolean
try_label (const PresserSentence *self,
           gint                   quotation,
           PresserMention        *mention)
{
  gint colon = quotation - 1, first;

  if (colon < 1 || !presser_token_is_sign (&self->tokens[colon], ':'))
    return FALSE;
  for (first = colon - 1; first >= 0 && colon - first < 10; first--)
    {
      const PresserToken *token = &self->tokens[first];

      if (!presser_token_is_name (token) && !presser_token_is (token, PRESSER_WORD_TITLE | PRESSER_WORD_PARTICLE) && !presser_token_is_sign (token, '.'))
        break;
    }
  if (first >= 0)
    return FALSE;

  *mention = (PresserMention){ 0, colon - 1, PRESSER_RULE_LABEL };

  return TRUE;
}

static gint
clause_start (const PresserSentence *self,
              gint                   verb,
              gint                   lowest)
{
  for (gint i = verb - 1; i > lowest; i--)
    {
      if (presser_token_is_sign (&self->tokens[i], ':') || presser_token_is_sign (&self->tokens[i], ';'))
        return i + 1;
    }

  return lowest;
}

static gboolean
try_verb_before (const PresserSentence *self,
                 gint                   verb,
                 gint                   lowest,
                 gint                   quotation,
                 PresserMention        *mention)
{
  lowest = clause_start (self, verb, lowest);
  if (presser_sentence_has (self, PRESSER_GRAMMAR_VERB_SECOND))
    return presser_second_verb_find_subject (self, verb, lowest, quotation, mention);

  mention->rule = PRESSER_RULE_CUE_BEFORE;
  if (presser_subject_left (self, verb, lowest, mention))
    return TRUE;
  if (!presser_subject_right (self, verb, quotation, mention))
    return FALSE;

  return presser_sentence_has (self, PRESSER_GRAMMAR_SUBJECT_AFTER) || self->tokens[mention->first].is_capital;
}

/* The last finite cue verb before the mark, or “according to X, …” */
static gboolean
try_before (const PresserSentence *self,
            gint                   quotation,
            gint                   lowest,
            PresserMention        *mention)
{
  for (gint at = quotation - 1; at >= lowest; at--)
    {
      const PresserToken *token = &self->tokens[at];

      if (try_according (self, at, quotation, mention) || try_according_after (self, at, lowest, mention))
        return TRUE;
      if (!presser_sentence_is_cue (self, at) || (token->is_capital && at > lowest))
        continue;
      if (presser_token_is (token, PRESSER_WORD_WEAK) && quotation - at > NEAR_BEFORE && !presser_sentence_has (self, PRESSER_GRAMMAR_VERB_SECOND))
        continue;
      mention->is_weak = presser_token_is (token, PRESSER_WORD_WEAK);
      if (try_verb_before (self, at, lowest, quotation, mention))
        return TRUE;
    }

  return FALSE;
}

/* X left the room, saying “…” */
static gboolean
try_participle (const PresserSentence *self,
                gint                   quotation,
                gint                   lowest,
                PresserMention        *mention)
{
  for (gint at = quotation - 1; at >= lowest; at--)
    {
      if (!presser_token_is (&self->tokens[at], PRESSER_WORD_SAYING))
        continue;
      mention->rule = PRESSER_RULE_PARTICIPLE;
      if (at > lowest && presser_token_is (&self->tokens[at - 1], PRESSER_WORD_ROLE) && presser_subject_left (self, at, lowest, mention))
        return TRUE;
      if (!presser_sentence_find_subject (self, at, mention))
        return FALSE;
      mention->rule = PRESSER_RULE_PARTICIPLE;
      return TRUE;
    }

  return FALSE;
}

/* X did this and said: “…”: the verb's subject stands before another verb. */
static gboolean
try_coordinated (const PresserSentence *self,
                 gint                   quotation,
                 gint                   lowest,
                 PresserMention        *mention)
{
  for (gint at = quotation - 1; at >= lowest; at--)
    {
      if (!presser_sentence_is_cue (self, at) || self->tokens[at].is_capital || (presser_token_is (&self->tokens[at], PRESSER_WORD_WEAK) && quotation - at > NEAR))
        continue;
      if (!presser_sentence_find_subject (self, at, mention))
        return FALSE;
      mention->rule = PRESSER_RULE_PARTICIPLE;
      return TRUE;
    }

  return FALSE;
}

/* “In Berlin war X zufrieden: …”: the first one known, else the first article behind a verb. */
static gboolean
find_behind_fronted (const PresserSentence *self,
                     gint                   quotation,
                     gint                   lowest,
                     PresserMention        *mention)
{
  const PresserToken *t = self->tokens;

  for (gint k = lowest + 1; k < quotation; k++)
    {
      mention->first = mention->last = k;
      if (presser_token_is (&t[k], PRESSER_WORD_HE | PRESSER_WORD_SHE) && !presser_token_is (&t[k], PRESSER_WORD_ARTICLE))
        return TRUE;
      if (presser_cast_knows (self->cast, self->text + t[k].start, t[k].end - t[k].start))
        return TRUE;
    }
  for (gint k = lowest + 2; k < quotation; k++)
    {
      if (!presser_token_is (&t[k], PRESSER_WORD_ARTICLE) || t[k - 1].kind != PRESSER_TOKEN_WORD || t[k - 1].is_capital)
        continue;
      if (!presser_token_is (&t[k - 1], PRESSER_WORD_STOP) && presser_subject_right (self, k - 1, quotation, mention))
        return TRUE;
    }

  return FALSE;
}

/* “X war zufrieden: …”: up to the first small word behind a capital. */
static gboolean
find_clause_head (const PresserSentence *self,
                  gint                   quotation,
                  gint                   lowest,
                  PresserMention        *mention)
{
  const PresserToken *t = self->tokens;
  gint                end;

  for (end = lowest; end + 1 < quotation && end - lowest < MAX_HEAD; end++)
    {
      const PresserToken *next = &t[end + 1];

      if (next->kind != PRESSER_TOKEN_WORD && next->kind != PRESSER_TOKEN_NUMBER)
        break;
      if (t[end].is_capital && !next->is_capital && !presser_token_is (next, PRESSER_WORD_OF | PRESSER_WORD_PARTICLE | PRESSER_WORD_ARTICLE))
        break;
    }
  mention->first = lowest;
  mention->last = end;
  if (t[lowest].kind != PRESSER_TOKEN_WORD)
    return FALSE;

  return end > lowest || !presser_token_is (&t[lowest], PRESSER_WORD_NO_NAME) || presser_mention_is_somebody (self, mention);
}

/* Any verb may announce before a colon: the clause's subject. */
static gboolean
try_announced (const PresserSentence *self,
               gint                   quotation,
               gint                   lowest,
               PresserMention        *mention)
{
  gboolean found;

  if (quotation <= lowest || !presser_token_is_sign (&self->tokens[quotation - 1], ':'))
    return FALSE;

  if (!presser_sentence_has (self, PRESSER_GRAMMAR_NOUN_CAPITALS))
    found = presser_sentence_find_subject_from (self, lowest, quotation, mention);
  else if (presser_token_is (&self->tokens[lowest], PRESSER_WORD_FRONTED))
    found = find_behind_fronted (self, quotation, lowest, mention);
  else
    found = find_clause_head (self, quotation, lowest, mention);
  mention->rule = PRESSER_RULE_ANNOUNCED;

  return found;
}

/**
 * presser_sentence_attribute:
 * @self: a sentence
 * @quotation: index of the token that is the quotation
 * @mention: (out): the words that say who speaks
 *
 * Looks for the speaker of a quotation in its own sentence.
 *
 * Returns: %FALSE if the sentence is silent
 */
gboolean
presser_sentence_attribute (const PresserSentence *self,
                            gint                   quotation,
                            PresserMention        *mention)
{
  gint lowest = quotation;

  while (lowest > 0 && !is_quotation (self, lowest - 1))
    lowest--;

  return try_after (self, quotation, mention) || try_label (self, quotation, mention) || try_before (self, quotation, lowest, mention) || try_coordinated (self, quotation, lowest, mention) || try_announced (self, quotation, lowest, mention) || try_participle (self, quotation, lowest, mention) || try_signed (self, quotation, mention);
}
