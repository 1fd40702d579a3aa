/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-attribution.h"

#include <string.h>

/* Noun phrases without a parser: who stands to the left or to the right of a verb. Capitals, a few
 * classes of small words and commas are enough for news prose. Every search is bounded, so that a page
 * without a full stop costs no more than one with many. */

#define MAX_ASIDE   30
#define MAX_LEFT    24
#define MAX_SUBJECT 10
#define MAX_RIGHT   15
#define MAX_DEPTH   3

#define PRONOUN (PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY)

static gboolean
is_dash (gunichar c)
{
  return c == 0x2014 || c == 0x2013 || c == '-' || c == 0x2015;
}

static gboolean
has_adverb_ending (const PresserSentence *self,
                   const PresserToken    *token)
{
  const char *const *endings = presser_cue_table_get_adverb_endings (self->table);

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      gsize n_bytes = strlen (endings[i]);

      if (token->end - token->start > n_bytes + 2 && memcmp (self->text + token->end - n_bytes, endings[i], n_bytes) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_adverb (const PresserSentence *self,
           const PresserToken    *token)
{
  if (token->kind != PRESSER_TOKEN_WORD)
    return FALSE;
  if (presser_token_is (token, PRESSER_WORD_SKIP))
    return TRUE;

  return !token->is_capital && has_adverb_ending (self, token);
}

static gboolean
is_pronoun (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_WORD && presser_token_is (token, PRONOUN);
}

static gboolean
is_strong_cue (const PresserToken *token)
{
  return presser_token_is (token, PRESSER_WORD_SAID) && !presser_token_is (token, PRESSER_WORD_WEAK) && !token->is_capital;
}

/* The sign that opens the aside which @closer ends. */
static gint
find_aside (const PresserSentence *self,
            gint                   closer,
            gint                   lowest)
{
  gunichar close = self->tokens[closer].first;
  gunichar open = close == ')' ? '(' : close == ']' ? '['
                                                    : close;

  for (gint k = closer - 1; k >= lowest && k > closer - MAX_ASIDE; k--)
    {
      const PresserToken *token = &self->tokens[k];

      if (token->kind == PRESSER_TOKEN_QUOTATION)
        return -1;
      if (presser_token_is_sign (token, open) || (is_dash (open) && token->kind == PRESSER_TOKEN_PUNCTUATION && is_dash (token->first)))
        return k;
    }

  return -1;
}

static gboolean
names_somebody (const PresserSentence *self,
                const PresserMention  *mention)
{
  if (is_pronoun (&self->tokens[mention->last]))
    return TRUE;
  for (gint i = mention->first; i <= mention->last; i++)
    {
      if (presser_token_is_name (&self->tokens[i]) || presser_token_is (&self->tokens[i], PRESSER_WORD_ROLE | PRESSER_WORD_DOCUMENT))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_name (const PresserSentence *self,
          const PresserMention  *mention)
{
  for (gint i = mention->first; i <= mention->last; i++)
    {
      if (presser_token_is_name (&self->tokens[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean subject_left (const PresserSentence *self,
                              gint                   verb,
                              gint                   lowest,
                              guint                  depth,
                              PresserMention        *mention);

/* “the minister, X, said”: the aside is nothing but the name. */
static gboolean
aside_is_name (const PresserSentence *self,
               gint                   opener,
               gint                   closer)
{
  gboolean has_name = FALSE;

  for (gint i = opener + 1; i < closer; i++)
    {
      const PresserToken *token = &self->tokens[i];

      if (!presser_token_is_name (token) && !presser_token_is (token, PRESSER_WORD_TITLE | PRESSER_WORD_PARTICLE) && !presser_token_is_sign (token, '.'))
        return FALSE;
      has_name = has_name || presser_token_is_name (token);
    }

  return has_name;
}

static gboolean
knows (const PresserSentence *self,
       gint                   at)
{
  const PresserToken *token = &self->tokens[at];

  return presser_cast_knows (self->cast, self->text + token->start, token->end - token->start);
}

static gboolean
begins_with_article (const PresserSentence *self,
                     const PresserMention  *mention)
{
  return presser_token_is (&self->tokens[mention->first], PRESSER_WORD_ARTICLE);
}

/* “X, a mayor, said”: what stands before the aside. With two asides in a row (“X, mayor of Y, a friend,
 * said”) the comma before is tried as well. */
static gboolean
subject_before_aside (const PresserSentence *self,
                      gint                   closer,
                      gint                   lowest,
                      guint                  depth,
                      PresserMention        *mention)
{
  gint opener = find_aside (self, closer, lowest);

  if (opener > lowest && !presser_token_is_sign (&self->tokens[opener - 1], ',') && subject_left (self, opener, lowest, depth + 1, mention) && (names_somebody (self, mention) || mention->first == lowest))
    {
      if ((begins_with_article (self, mention) || !knows (self, mention->last)) && knows (self, closer - 1) && aside_is_name (self, opener, closer))
        *mention = (PresserMention){ opener + 1, closer - 1, mention->rule };
      return TRUE;
    }
  if (!presser_token_is_sign (&self->tokens[closer], ',') || closer == lowest)
    return FALSE;

  return presser_token_is_name (&self->tokens[closer - 1]) && subject_left (self, closer, lowest, depth + 1, mention);
}

static gboolean
ends_to_the_left (const PresserToken *token)
{
  switch (token->kind)
    {
    case PRESSER_TOKEN_QUOTATION:
      return TRUE;
    case PRESSER_TOKEN_PUNCTUATION:
      return token->first == ',' || token->first == ';' || token->first == ':' || token->first == '(' || token->first == ')' || is_dash (token->first);
    case PRESSER_TOKEN_WORD:
      return presser_token_is (token, PRESSER_WORD_BREAK | PRESSER_WORD_WHO) || (presser_token_is (token, PRONOUN) && !presser_token_is (token, PRESSER_WORD_ARTICLE)) || is_strong_cue (token);
    case PRESSER_TOKEN_NUMBER:
    default:
      return FALSE;
    }
}

/* A subject has a capital, a role noun or an article somewhere, and is no “with the words”. */
static gboolean
can_be_subject (const PresserSentence *self,
                const PresserMention  *mention)
{
  gboolean can = FALSE;

  for (gint i = mention->first; i <= mention->last; i++)
    {
      const PresserToken *token = &self->tokens[i];

      if (presser_token_is (token, PRESSER_WORD_WORDING) && !presser_token_is (token, PRESSER_WORD_DOCUMENT))
        return FALSE;
      can = can || token->is_capital || presser_token_is (token, PRESSER_WORD_ROLE | PRESSER_WORD_DOCUMENT | PRESSER_WORD_ARTICLE);
    }

  return can && !(mention->first == mention->last && presser_token_is (&self->tokens[mention->first], PRESSER_WORD_ARTICLE));
}

static gboolean
is_titled (const PresserToken *token)
{
  return presser_token_is (token, PRESSER_WORD_TITLE | PRESSER_WORD_ROLE);
}

/* The last run of capitals in [first, last], with small words inside it. */
static gboolean
find_last_run (const PresserSentence *self,
               gint                   first,
               gint                   last,
               PresserMention        *run)
{
  const PresserToken *t = self->tokens;
  gint                end = last;

  while (end >= first && !presser_token_is_name (&t[end]))
    end--;
  if (end < first)
    return FALSE;

  run->first = run->last = end;
  while (run->first > first)
    {
      const PresserToken *before = &t[run->first - 1];

      if (presser_token_is_name (before) || (presser_token_is (before, PRESSER_WORD_TITLE) && before->is_capital))
        run->first--;
      else if (run->first - 2 >= first && presser_token_is_name (before - 1) && (presser_token_is (before, PRESSER_WORD_PARTICLE) || presser_token_is_sign (before, '.')))
        run->first -= 2;
      else if (run->first - 2 >= first && presser_token_is_sign (before, '.') && presser_token_is (before - 1, PRESSER_WORD_TITLE))
        run->first -= 2;
      else
        break;
    }

  return TRUE;
}

/* “John Smith of the council”: who comes from there is meant. */
static void
widen_over_of (const PresserSentence *self,
               gint                   first,
               PresserMention        *run)
{
  gint           of = run->first - 1;
  PresserMention before;

  if (of > first && presser_token_is (&self->tokens[of], PRESSER_WORD_ARTICLE))
    of--;
  if (of > first && presser_token_is (&self->tokens[of], PRESSER_WORD_OF) && presser_token_is_name (&self->tokens[of - 1]) && find_last_run (self, first, of - 1, &before))
    run->first = before.first;
}

static void
widen_by_titles (const PresserSentence *self,
                 gint                   first,
                 PresserMention        *mention)
{
  while (mention->first > first)
    {
      const PresserToken *before = &self->tokens[mention->first - 1];

      if (is_titled (before))
        mention->first--;
      else if (mention->first - 1 > first && presser_token_is_sign (before, '.') && is_titled (before - 1))
        mention->first -= 2;
      else
        break;
    }
}

/* The noun phrase that ends with @end. */
static gboolean
phrase_left (const PresserSentence *self,
             gint                   end,
             gint                   lowest,
             guint                  depth,
             PresserMention        *mention)
{
  const PresserToken *t = self->tokens;
  PresserMention      run;
  gint                first = end;

  while (first > lowest && end - first < MAX_LEFT && !ends_to_the_left (&t[first - 1]))
    first--;

  /* “X, curator of a museum in Y, said”: the aside itself has an aside */
  if (depth > 0 && first > lowest + 1 && presser_token_is_sign (&t[first - 1], ',') && !t[first].is_capital && presser_token_is (&t[first], PRESSER_WORD_ROLE | PRESSER_WORD_ARTICLE) && subject_left (self, first - 1, lowest, depth + 1, mention) && has_name (self, mention))
    return TRUE;

  if ((presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) == 0 && find_last_run (self, first, end, &run) && run.last >= end - 1)
    {
      widen_over_of (self, first, &run);
      widen_by_titles (self, first, &run);
      mention->first = run.first;
      mention->last = end;
      return TRUE;
    }

  mention->first = MAX (first, end - MAX_SUBJECT + 1);
  mention->last = end;

  return can_be_subject (self, mention);
}

static gboolean
subject_left (const PresserSentence *self,
              gint                   verb,
              gint                   lowest,
              guint                  depth,
              PresserMention        *mention)
{
  const PresserToken *t = self->tokens;
  gint                end = verb - 1;

  while (end >= lowest && (is_adverb (self, &t[end]) || presser_token_is_sign (&t[end], '-')))
    end--;
  if (end < lowest || t[end].kind == PRESSER_TOKEN_QUOTATION || depth > MAX_DEPTH)
    return FALSE;

  if (presser_token_is (&t[end], PRESSER_WORD_WHO) && end > lowest)
    return subject_left (self, presser_token_is_sign (&t[end - 1], ',') ? end - 1 : end, lowest, depth + 1, mention);
  if (is_pronoun (&t[end]))
    {
      mention->first = mention->last = end;
      return TRUE;
    }
  if (presser_token_is (&t[end], PRESSER_WORD_BREAK) && !t[end].is_capital)
    return FALSE;
  if (t[end].kind != PRESSER_TOKEN_PUNCTUATION || t[end].first == '.' || t[end].first == '%')
    return phrase_left (self, end, lowest, depth, mention);
  if (t[end].first == ',' || t[end].first == ')' || t[end].first == ']' || is_dash (t[end].first))
    return subject_before_aside (self, end, lowest, depth, mention);

  return FALSE;
}

/**
 * presser_subject_left:
 * @self: a sentence
 * @verb: index of the token that the subject stands before
 * @lowest: index of the first token to look at
 * @mention: (out): the subject; its rule is left as it is
 *
 * Finds the subject that ends before a verb, over adverbs, auxiliaries and asides.
 *
 * Returns: %FALSE if nothing there can be a subject
 */
gboolean
presser_subject_left (const PresserSentence *self,
                      gint                   verb,
                      gint                   lowest,
                      PresserMention        *mention)
{
  return subject_left (self, verb, lowest, 0, mention);
}

static gboolean
ends_to_the_right (const PresserSentence *self,
                   gint                   at,
                   gint                   start,
                   gboolean               has_name)
{
  const PresserToken *token = &self->tokens[at];

  if (token->kind == PRESSER_TOKEN_QUOTATION)
    return TRUE;
  if (token->kind == PRESSER_TOKEN_PUNCTUATION)
    {
      if (token->first == '.')
        return at == start || !(token[-1].is_initial || presser_token_is (&token[-1], PRESSER_WORD_ABBREVIATION));
      return token->first != '\'' && token->first != 0x2019 && token->first != '&' && token->first != '/';
    }
  if (at == start)
    return FALSE;
  if (presser_token_is (token, PRESSER_WORD_BREAK | PRESSER_WORD_THAT | PRESSER_WORD_WHO))
    return TRUE;
  if (presser_token_is (token, PRESSER_WORD_ACCORDING) && token->n_phrase > 0)
    return TRUE;
  if (presser_token_is (token, PRESSER_WORD_STOP) && !presser_token_is (token, PRESSER_WORD_OF))
    return TRUE;

  return presser_token_is (token, PRESSER_WORD_STOP) && has_name;
}

static gboolean
can_begin_subject (const PresserToken *token)
{
  return token->is_capital || presser_token_is (token, PRESSER_WORD_ROLE | PRESSER_WORD_ARTICLE | PRESSER_WORD_TITLE | PRESSER_WORD_DOCUMENT);
}

/* Where nouns have capitals a subject ends in one: “fügte Lund hinzu”. */
static void
drop_behind_noun (const PresserSentence *self,
                  PresserMention        *mention)
{
  while (mention->last > mention->first && self->tokens[mention->last].kind == PRESSER_TOKEN_WORD && !self->tokens[mention->last].is_capital)
    mention->last--;
}

/* “the minister, X”: the name behind the comma belongs to it. */
static void
extend_by_apposition (const PresserSentence *self,
                      gint                   end,
                      PresserMention        *mention)
{
  gint comma = mention->last + 1, last;

  if (comma + 1 >= end || !presser_token_is_sign (&self->tokens[comma], ',') || !(begins_with_article (self, mention) || (presser_token_is (&self->tokens[mention->last], PRESSER_WORD_ROLE) && !self->tokens[mention->last].is_capital)))
    return;

  for (last = comma; last + 1 < end; last++)
    {
      const PresserToken *next = &self->tokens[last + 1];

      if (!presser_token_is_name (next) && !presser_token_is (next, PRESSER_WORD_TITLE | PRESSER_WORD_PARTICLE) && !(presser_token_is_sign (next, '.') && self->tokens[last].is_initial))
        break;
    }
  if (last > comma && presser_token_is_name (&self->tokens[last]) && !presser_token_is (&self->tokens[comma + 1], PRESSER_WORD_STOP))
    mention->last = last;
}

/**
 * presser_subject_right:
 * @self: a sentence
 * @verb: index of the token that the subject follows
 * @end: one past the last token to look at
 * @mention: (out): the subject; its rule is left as it is
 *
 * Finds the subject that begins after a verb: a pronoun, or a noun phrase up to a comma, stop, time
 * word or preposition. Prepositions like “of” pass as long as no name has been seen.
 *
 * Returns: %FALSE if nothing there can be a subject
 */
gboolean
presser_subject_right (const PresserSentence *self,
                       gint                   verb,
                       gint                   end,
                       PresserMention        *mention)
{
  const PresserToken *t = self->tokens;
  gboolean            has_name = FALSE;
  gint                start = verb + 1, i;

  while (start < end && !is_pronoun (&t[start]) && !presser_token_is (&t[start], PRESSER_WORD_ARTICLE) && (is_adverb (self, &t[start]) || presser_token_is_sign (&t[start], '-')))
    start++;
  if (start >= end || t[start].kind != PRESSER_TOKEN_WORD)
    return FALSE;

  mention->first = mention->last = start;
  if (is_pronoun (&t[start]) && !presser_token_is (&t[start], PRESSER_WORD_ARTICLE))
    return TRUE;
  if (is_pronoun (&t[start]) && (start + 1 >= end || ends_to_the_right (self, start + 1, start, FALSE)))
    return TRUE;

  for (i = start; i < end && i - start < MAX_RIGHT && !ends_to_the_right (self, i, start, has_name); i++)
    has_name = has_name || presser_token_is_name (&t[i]);
  if (i == start || !(can_begin_subject (&t[start]) || has_name))
    return FALSE;
  mention->last = i - 1;
  if (has_name && (presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) != 0)
    drop_behind_noun (self, mention);
  extend_by_apposition (self, end, mention);

  return can_be_subject (self, mention);
}
