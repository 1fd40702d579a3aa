/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-attribution-private.h"

/* German: what stands before the verb need not be its subject. */

/* “vom” and “aus” too, but no article: “des” */
static gboolean
is_preposition (const PresserToken *token)
{
  return presser_token_is (token, PRESSER_WORD_STOP) || (presser_token_is (token, PRESSER_WORD_OF) && !presser_token_is (token, PRESSER_WORD_ARTICLE));
}

/**
 * presser_second_verb_find_document:
 * @self: a sentence
 * @end: one past the last token to look at
 * @mention: (inout): “es”, and then what the words stand in
 *
 * “heißt es in dem Antrag”: finds what the words stand in, behind a preposition.
 *
 * Returns: %FALSE if nothing of the kind follows
 */
gboolean
presser_second_verb_find_document (const PresserSentence *self,
                                   gint                   end,
                                   PresserMention        *mention)
{
  PresserMention document = *mention;
  gint           preposition = mention->last + 1;

  if (preposition < end && presser_token_is (&self->tokens[preposition], PRESSER_WORD_SKIP))
    preposition++;
  if (preposition >= end || !is_preposition (&self->tokens[preposition]) || !presser_subject_right (self, preposition, end, &document))
    return FALSE;
  *mention = document;

  return TRUE;
}

static gboolean
is_fronted (const PresserSentence *self,
            gint                   lowest)
{
  return presser_sentence_has (self, PRESSER_GRAMMAR_VERB_SECOND) && presser_token_is (&self->tokens[lowest], PRESSER_WORD_FRONTED);
}

static gboolean
names_person (const PresserSentence *self,
              const PresserMention  *mention)
{
  for (gint i = mention->first; i <= mention->last; i++)
    {
      const PresserToken *token = &self->tokens[i];

      if (token->is_capital && presser_cast_knows (self->cast, self->text + token->start, token->end - token->start))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_pronoun (const PresserSentence *self,
            const PresserMention  *mention,
            gboolean               is_set)
{
  return is_set && mention->first == mention->last && presser_token_is (&self->tokens[mention->first], PRESSER_WORD_HE | PRESSER_WORD_SHE);
}

/**
 * presser_mention_is_somebody:
 * @self: a sentence
 * @mention: words of it
 *
 * Returns: %TRUE if they hold a pronoun, a role noun, or a name that the cast knows
 */
gboolean
presser_mention_is_somebody (const PresserSentence *self,
                             const PresserMention  *mention)
{
  for (gint i = mention->first; i <= mention->last; i++)
    {
      const PresserToken *token = &self->tokens[i];

      if (presser_token_is (token, PRESSER_WORD_ROLE | PRESSER_WORD_TITLE) || presser_cast_knows (self->cast, self->text + token->start, token->end - token->start))
        return TRUE;
      if (presser_token_is (token, PRESSER_WORD_HE | PRESSER_WORD_SHE) && !presser_token_is (token, PRESSER_WORD_ARTICLE))
        return TRUE;
    }

  return FALSE;
}

/* “In dem Antrag heißt es” */
static gboolean
find_document (const PresserSentence *self,
               gint                   verb,
               gint                   lowest,
               gint                   end,
               PresserMention        *mention)
{
  if (presser_second_verb_find_document (self, end, mention))
    return TRUE;
  if (verb - lowest < 2 || !presser_token_is (&self->tokens[lowest], PRESSER_WORD_FRONTED))
    return FALSE;
  *mention = (PresserMention){ lowest, verb - 1, mention->rule };

  return TRUE;
}

static gboolean
begins_with_article (const PresserSentence *self,
                     const PresserMention  *mention)
{
  return presser_token_is (&self->tokens[mention->first], PRESSER_WORD_ARTICLE);
}

/* @left may be NULL. */
static gboolean
prefers_right (const PresserSentence *self,
               gint                   verb,
               gint                   lowest,
               const PresserMention  *left,
               const PresserMention  *right)
{
  gboolean somebody_right = presser_mention_is_somebody (self, right);

  if (is_pronoun (self, right, TRUE))
    return TRUE;
  if (left != NULL && is_pronoun (self, left, TRUE))
    return FALSE;
  if (somebody_right && verb > lowest && presser_token_is_sign (&self->tokens[verb - 1], ','))
    return left == NULL || !presser_mention_is_somebody (self, left) || self->tokens[right->first].is_capital;
  if (names_person (self, right) && (left == NULL || !names_person (self, left)))
    return TRUE;

  return somebody_right && (is_fronted (self, lowest) || left == NULL || !presser_mention_is_somebody (self, left));
}

/**
 * presser_second_verb_find_subject:
 * @self: a sentence
 * @verb: index of a verb of saying
 * @lowest: index of the clause's first token
 * @end: one past the clause's last token
 * @mention: (out): the subject, with its rule
 *
 * Where the verb comes second the subject is left or right of it. A pronoun behind it settles it; then who
 * is somebody; then whether something else was fronted.
 *
 * Returns: %FALSE if nothing can be the subject
 */
gboolean
presser_second_verb_find_subject (const PresserSentence *self,
                                  gint                   verb,
                                  gint                   lowest,
                                  gint                   end,
                                  PresserMention        *mention)
{
  PresserMention left = { 0, 0, PRESSER_RULE_CUE_BEFORE }, right = { 0, 0, PRESSER_RULE_FRONTED };
  gboolean       has_right = presser_subject_right (self, verb, end, &right);
  gboolean       has_left = presser_subject_left (self, verb, lowest, &left);
  gboolean       fronted = is_fronted (self, lowest);

  if (has_right && presser_token_is (&self->tokens[right.first], PRESSER_WORD_THEY) && right.first == verb + 1 && find_document (self, verb, lowest, end, &right))
    {
      *mention = right;
      return TRUE;
    }
  if (has_left && presser_token_is (&self->tokens[left.first], PRESSER_WORD_STOP) && !self->tokens[left.first].is_capital)
    has_left = FALSE;
  if (has_left && left.first == left.last && left.first == lowest && !presser_mention_is_somebody (self, &left))
    has_left = FALSE;
  if (has_right && presser_token_is (&self->tokens[right.first], PRESSER_WORD_STOP))
    has_right = FALSE;
  if (has_right && prefers_right (self, verb, lowest, has_left ? &left : NULL, &right))
    *mention = right;
  else if (has_left && !fronted && presser_mention_is_somebody (self, &left))
    *mention = left;
  else if (has_right && begins_with_article (self, &right) && (fronted || !has_left))
    *mention = right;
  else if (presser_sentence_find_subject_from (self, lowest, verb, mention))
    mention->rule = PRESSER_RULE_ANNOUNCED;
  else if (has_right && (fronted || !has_left))
    *mention = right;
  else if (has_left)
    *mention = left;
  else
    return FALSE;

  mention->is_weak = presser_token_is (&self->tokens[verb], PRESSER_WORD_WEAK);

  return TRUE;
}
