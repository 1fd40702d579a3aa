/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-attribution-private.h"

/* Who a sentence is about, and whom it lets speak. */

/**
 * presser_sentence_find_subject:
 * @self: a sentence
 * @before: index of the token to stop at
 * @mention: (out): the subject
 *
 * Finds the first words of a sentence that name somebody.
 *
 * Returns: %FALSE if there are none
 */
gboolean
presser_sentence_find_subject (const PresserSentence *self,
                               gint                   before,
                               PresserMention        *mention)
{
  return presser_sentence_find_subject_from (self, 0, before, mention);
}

/**
 * presser_sentence_find_subject_from:
 * @self: a sentence
 * @start: index of the first token to look at
 * @before: index of the token to stop at
 * @mention: (out): the subject
 *
 * Finds the first words of a clause that name somebody.
 *
 * Returns: %FALSE if there are none
 */
gboolean
presser_sentence_find_subject_from (const PresserSentence *self,
                                    gint                   start,
                                    gint                   before,
                                    PresserMention        *mention)
{
  const PresserToken *t = self->tokens;
  gboolean            all_capitals = presser_sentence_has (self, PRESSER_GRAMMAR_NOUN_CAPITALS);

  mention->rule = PRESSER_RULE_SUBJECT_BEFORE;
  for (gint k = start; k < before; k++)
    {
      mention->first = mention->last = k;
      if (t[k].kind != PRESSER_TOKEN_WORD || presser_token_is (&t[k], PRESSER_WORD_SAYING | PRESSER_WORD_SAID))
        continue;
      if (presser_token_is (&t[k], PRESSER_WORD_HE | PRESSER_WORD_SHE) && !presser_token_is (&t[k], PRESSER_WORD_ARTICLE))
        return TRUE;
      if (presser_token_is (&t[k], PRESSER_WORD_ROLE | PRESSER_WORD_DOCUMENT) && k > start && presser_token_is (&t[k - 1], PRESSER_WORD_ARTICLE) && (k - 1 == start || presser_token_is_sign (&t[k - 2], ',')))
        {
          mention->first = k - 1;
          return TRUE;
        }
      if (all_capitals ? !presser_cast_knows (self->cast, self->text + t[k].start, t[k].end - t[k].start)
                       : !presser_token_is_name (&t[k]))
        continue;
      while (all_capitals && mention->first > start && presser_token_is_name (&t[mention->first - 1]))
        mention->first--;
      while (mention->last + 1 < before && (presser_token_is_name (&t[mention->last + 1]) || (mention->last + 2 < before && presser_token_is_name (&t[mention->last + 2]) && (presser_token_is (&t[mention->last + 1], PRESSER_WORD_PARTICLE) || presser_token_is_sign (&t[mention->last + 1], '.')))))
        mention->last++;
      return TRUE;
    }

  return FALSE;
}

/**
 * presser_sentence_find_cued:
 * @self: a sentence
 * @mention: (out): the subject
 *
 * Finds the subject of the first verb of saying in a sentence.
 *
 * Returns: %FALSE if there is none
 */
gboolean
presser_sentence_find_cued (const PresserSentence *self,
                            PresserMention        *mention)
{
  mention->rule = PRESSER_RULE_SUBJECT_BEFORE;
  for (gint verb = 0; verb < self->n_tokens; verb++)
    {
      const PresserToken *token = &self->tokens[verb];

      if (!presser_sentence_is_cue (self, verb) || (token->is_capital && verb > 0))
        continue;
      if (verb > 0 && presser_subject_left (self, verb, 0, mention))
        return TRUE;
      if (presser_sentence_has (self, PRESSER_GRAMMAR_SUBJECT_AFTER) && presser_subject_right (self, verb, self->n_tokens, mention))
        return TRUE;
    }

  return FALSE;
}
