/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-indirect.h"

#include "presser-attribution-private.h"

/* Statements in the reporter's words, where the sentence leaves no doubt: “X said that …”, “X expressed
 * confidence that …”, “…, X said.”, “According to X, …”. */

#define MAX_TO_THAT     5 /* tokens from the verb to “that”: “confirmed to reporters that” */
#define MAX_ATTRIBUTION 14
#define MIN_CLAUSE      4 /* tokens that a statement has at least */

static gint
find_sentence_end (const PresserSentence *self)
{
  gint end = self->n_tokens;

  while (end > 0 && self->tokens[end - 1].kind == PRESSER_TOKEN_PUNCTUATION)
    end--;

  return end;
}

static gboolean
has_speech (const PresserSentence *self,
            gint                   start,
            gint                   end)
{
  for (gint i = start; i < end; i++)
    {
      if (self->tokens[i].kind == PRESSER_TOKEN_QUOTATION)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_stating (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_WORD && !token->is_capital && presser_token_is (token, PRESSER_WORD_STATED | PRESSER_WORD_SAID);
}

static void
set_range (const PresserSentence *self,
           gint                   first,
           gint                   end,
           guint32               *range_start,
           guint32               *range_end)
{
  while (first < end && self->tokens[first].kind == PRESSER_TOKEN_PUNCTUATION && self->tokens[first].first == ',')
    first++;
  *range_start = self->tokens[first].start;
  *range_end = self->tokens[end - 1].end;
}

/* X said that … */
static gboolean
find_that_clause (const PresserSentence *self,
                  gint                   end,
                  PresserMention        *mention,
                  guint32               *range_start,
                  guint32               *range_end)
{
  for (gint that = 2; that + MIN_CLAUSE <= end; that++)
    {
      if (!presser_token_is (&self->tokens[that], PRESSER_WORD_THAT))
        continue;
      for (gint verb = that - 1; verb > 0 && verb >= that - MAX_TO_THAT; verb--)
        {
          if (!is_stating (&self->tokens[verb]))
            continue;
          mention->rule = PRESSER_RULE_CUE_BEFORE;
          if (!presser_subject_left (self, verb, 0, mention))
            break;
          set_range (self, that + 1, end, range_start, range_end);
          return TRUE;
        }
    }

  return FALSE;
}

/* …, X said. */
static gboolean
find_trailing (const PresserSentence *self,
               gint                   end,
               PresserMention        *mention,
               guint32               *range_start,
               guint32               *range_end)
{
  for (gint comma = end - 2; comma >= MIN_CLAUSE && comma >= end - MAX_ATTRIBUTION; comma--)
    {
      gint verb = end - 1;

      if (!presser_token_is_sign (&self->tokens[comma], ','))
        continue;
      mention->rule = PRESSER_RULE_SUBJECT_AFTER;
      if (presser_token_is (&self->tokens[comma + 1], PRESSER_WORD_ACCORDING) && self->tokens[comma + 1].n_phrase > 0 && presser_subject_right (self, comma + (gint) self->tokens[comma + 1].n_phrase, end, mention))
        mention->rule = PRESSER_RULE_ACCORDING;
      else if (is_stating (&self->tokens[verb]) && !presser_token_is (&self->tokens[verb], PRESSER_WORD_WEAK) && presser_subject_left (self, verb, comma + 1, mention))
        mention->rule = PRESSER_RULE_SUBJECT_AFTER;
      else if (is_stating (&self->tokens[comma + 1]) && !presser_token_is (&self->tokens[comma + 1], PRESSER_WORD_WEAK) && presser_subject_right (self, comma + 1, end, mention))
        mention->rule = PRESSER_RULE_CUE_AFTER;
      else
        continue;
      set_range (self, 0, comma, range_start, range_end);
      return TRUE;
    }

  return FALSE;
}

/* According to X, … */
static gboolean
find_leading (const PresserSentence *self,
              gint                   end,
              PresserMention        *mention,
              guint32               *range_start,
              guint32               *range_end)
{
  const PresserToken *first = &self->tokens[0];
  gint                comma;

  if (!presser_token_is (first, PRESSER_WORD_ACCORDING) || first->n_phrase == 0 || !presser_subject_right (self, (gint) first->n_phrase - 1, end, mention))
    return FALSE;

  for (comma = mention->last + 1; comma < end && comma <= mention->last + MAX_ATTRIBUTION; comma++)
    {
      if (presser_token_is_sign (&self->tokens[comma], ','))
        break;
    }
  if (comma + MIN_CLAUSE > end || !presser_token_is_sign (&self->tokens[comma], ','))
    return FALSE;

  mention->rule = PRESSER_RULE_ACCORDING;
  set_range (self, comma + 1, end, range_start, range_end);

  return TRUE;
}

/* “I”, “we” and “people” are nobody to name. */
static gboolean
names_somebody (const PresserSentence *self,
                const PresserMention  *mention)
{
  for (gint i = mention->first; i <= mention->last; i++)
    {
      if (presser_token_is_name (&self->tokens[i]) && !presser_token_is (&self->tokens[i], PRESSER_WORD_THEY))
        return TRUE;
    }

  return presser_mention_is_somebody (self, mention) || presser_token_is (&self->tokens[mention->last], PRESSER_WORD_DOCUMENT);
}

/**
 * presser_sentence_find_indirect:
 * @self: a sentence
 * @mention: (out): the words that say who spoke
 * @start: (out): first byte of the statement
 * @end: (out): one past its last byte
 *
 * Finds what somebody said in the reporter's words. Sentences that quote are left to the quotations.
 *
 * Returns: %FALSE if the sentence holds no clear indirect statement
 */
gboolean
presser_sentence_find_indirect (const PresserSentence *self,
                                PresserMention        *mention,
                                guint32               *start,
                                guint32               *end)
{
  gint last = find_sentence_end (self);

  if (last <= MIN_CLAUSE || has_speech (self, 0, self->n_tokens))
    return FALSE;

  if (!find_that_clause (self, last, mention, start, end) && !find_leading (self, last, mention, start, end) && !find_trailing (self, last, mention, start, end))
    return FALSE;

  return names_somebody (self, mention);
}
