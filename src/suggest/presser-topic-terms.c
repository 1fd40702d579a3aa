/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-topic-terms-private.h"

#include <string.h>

/* What a text keeps coming back to: names of what is no person, nouns, and phrases of two or three words. The
 * first round counts single words and learns who the people are, the second phrases of words that
 * were frequent, so that the number of phrases stays small whatever the length of the text. */

#define SMALL (PRESSER_WORD_SAID | PRESSER_WORD_SAYING | PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY | PRESSER_WORD_WHO | PRESSER_WORD_SKIP | PRESSER_WORD_BREAK | PRESSER_WORD_THAT | PRESSER_WORD_STOP | PRESSER_WORD_OF | PRESSER_WORD_ARTICLE | PRESSER_WORD_FRONTED | PRESSER_WORD_ACCORDING | PRESSER_WORD_CLITIC | PRESSER_WORD_ELISION)

#define BEFORE_NOUN (PRESSER_WORD_ARTICLE | PRESSER_WORD_OF)
#define GIVEN       (PRESSER_WORD_NAME_HE | PRESSER_WORD_NAME_SHE)

#define MIN_LETTERS 3
#define MAX_PHRASE  3
#define MAX_NAME    4
#define MIN_TIMES   2

/* Behind the end there is a sign that is nothing. */
static const PresserToken *
token_at (PresserTerms *self,
          guint         at)
{
  static const PresserToken nothing = { .kind = PRESSER_TOKEN_PUNCTUATION };

  return at < self->tokens->len ? &g_array_index (self->tokens, PresserToken, at) : &nothing;
}

static const char *
get_stem (PresserTerms       *self,
          const PresserToken *token)
{
  return presser_folder_stem (self->folder, self->source->text + token->start, token->end - token->start);
}

static gboolean
has_noun_capitals (PresserTerms *self)
{
  return (presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) != 0;
}

static gboolean
is_content (PresserTerms       *self,
            const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_WORD && (token->classes & SMALL) == 0 && !token->is_initial
         && g_utf8_strlen (self->source->text + token->start, token->end - token->start) >= MIN_LETTERS;
}

static gboolean
is_common (PresserTerms       *self,
           const PresserToken *token)
{
  return (token->classes & (PRESSER_WORD_COMMON | PRESSER_WORD_TITLE | PRESSER_WORD_ROLE | PRESSER_WORD_NO_NAME)) != 0
         || g_hash_table_contains (self->common, get_stem (self, token));
}

/* “European” is no name, but may begin one. */
static gboolean
is_name (PresserTerms       *self,
         const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_WORD && token->is_capital && ((token->classes & PRESSER_WORD_NO_NAME) == 0 || (token->classes & SMALL) == 0);
}

static gboolean
begins_sentence (PresserTerms *self,
                 guint         at)
{
  const PresserToken *before = token_at (self, at > 0 ? at - 1 : G_MAXUINT);

  return before->end == 0 || (before->kind == PRESSER_TOKEN_PUNCTUATION && before->first != ',' && before->first != '-' && before->first != '(');
}

/* Given names with what follows, and what follows a title. */
static void
learn_persons (PresserTerms *self)
{
  for (guint i = 0; i + 1 < self->tokens->len; i++)
    {
      const PresserToken *token = token_at (self, i), *next = token_at (self, i + 1);

      if (next->kind == PRESSER_TOKEN_PUNCTUATION && next->first == '.' && next->start == token->end)
        next = token_at (self, i + 2);
      if (!is_name (self, next) || next->is_initial)
        continue;
      if (token->is_capital && (token->classes & GIVEN) != 0)
        {
          g_hash_table_add (self->persons, (gpointer) get_stem (self, token));
          g_hash_table_add (self->persons, (gpointer) get_stem (self, next));
        }
      else if ((token->classes & (PRESSER_WORD_TITLE | PRESSER_WORD_ROLE)) != 0 && (next->classes & (PRESSER_WORD_ORGANISATION | PRESSER_WORD_ROLE | PRESSER_WORD_TITLE | PRESSER_WORD_COMMON)) == 0 && !has_noun_capitals (self))
        {
          g_hash_table_add (self->persons, (gpointer) get_stem (self, next));
        }
    }
}

/* The form that most of the text agrees on, by majority vote; source of the algorithm: Boyer and Moore, 1981. */
static void
vote (PresserTerms *self,
      PresserTerm  *term,
      guint32       start,
      guint32       end)
{
  const char *text = self->source->text;

  if (end - start == term->first_end - term->first && memcmp (text + start, text + term->first, end - start) == 0)
    {
      term->n_votes++;
      return;
    }
  if (term->n_votes > 0)
    {
      term->n_votes--;
      return;
    }
  term->first = start;
  term->first_end = end;
}

static PresserTerm *
count (PresserTerms *self,
       guint         first,
       guint         last,
       guint         paragraph)
{
  g_autoptr (GString) key = g_string_new (NULL);
  PresserTerm *term;
  guint        n_words = 0;

  for (guint i = first; i <= last; i++)
    {
      if (token_at (self, i)->kind == PRESSER_TOKEN_WORD)
        g_string_append_printf (key, "%s%s", n_words++ > 0 ? " " : "", get_stem (self, token_at (self, i)));
    }

  term = g_hash_table_lookup (self->terms, key->str);
  if (term == NULL)
    {
      term = g_new0 (PresserTerm, 1);
      term->key = g_string_chunk_insert (self->strings, key->str);
      term->first = token_at (self, first)->start;
      term->first_end = token_at (self, last)->end;
      term->n_words = n_words;
      g_hash_table_insert (self->terms, (gpointer) term->key, term);
    }
  else
    {
      vote (self, term, token_at (self, first)->start, token_at (self, last)->end);
    }
  term->n_times++;
  if (term->last_paragraph != paragraph + 1)
    term->n_paragraphs++;
  term->last_paragraph = paragraph + 1;

  return term;
}

static gboolean
is_as_noun (PresserTerms *self,
            guint         at)
{
  return at > 0 && (token_at (self, at - 1)->classes & BEFORE_NOUN) != 0;
}

static void
count_words (PresserTerms *self,
             guint         paragraph)
{
  gboolean noun_capitals = has_noun_capitals (self);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const PresserToken *token = token_at (self, i);
      PresserTerm        *term;

      self->n_words += token->kind == PRESSER_TOKEN_WORD ? 1 : 0;
      if (!is_content (self, token) || is_common (self, token) || (!noun_capitals && token->is_capital && !begins_sentence (self, i)))
        continue;
      term = count (self, i, i, paragraph);
      term->n_as_noun += (noun_capitals ? token->is_capital : is_as_noun (self, i)) ? 1 : 0;
    }
}

/* The last token of the name that begins here: capitals, and “of” between them. */
static guint
find_name_end (PresserTerms *self,
               guint         first)
{
  guint last = first;

  while (last - first + 1 < MAX_NAME)
    {
      const PresserToken *next = token_at (self, last + 1);

      if (is_name (self, next))
        last++;
      else if ((next->classes & (PRESSER_WORD_OF | PRESSER_WORD_PARTICLE)) != 0 && is_name (self, token_at (self, last + 2)))
        last += 2;
      else
        break;
    }

  return last;
}

static gboolean
names_thing (PresserTerms *self,
             guint         first,
             guint         last)
{
  gboolean has_content = FALSE;

  for (guint i = first; i <= last; i++)
    {
      const PresserToken *token = token_at (self, i);

      if (token->kind != PRESSER_TOKEN_WORD)
        return FALSE;
      if (token->is_capital && ((token->classes & GIVEN) != 0 || g_hash_table_contains (self->persons, get_stem (self, token))))
        return FALSE;
      has_content = has_content || (token->is_capital && !is_common (self, token) && (token->classes & SMALL) == 0);
    }

  return has_content;
}

static guint
count_name (PresserTerms *self,
            guint         first,
            guint         paragraph)
{
  guint last = find_name_end (self, first);

  if (last == first && (begins_sentence (self, first) || has_noun_capitals (self)))
    return last;
  if (names_thing (self, first, last))
    count (self, first, last, paragraph)->is_name = TRUE;

  return last;
}

static gboolean
is_frequent (PresserTerms       *self,
             const PresserToken *token)
{
  const PresserTerm *term = g_hash_table_lookup (self->terms, get_stem (self, token));

  return is_common (self, token) || (term != NULL && term->n_times >= MIN_TIMES);
}

/* “water supply”, “long-term interest rates”, “public health”: a common word may begin a phrase, and no more. */
static void
count_phrases (PresserTerms *self,
               guint         first,
               guint         paragraph)
{
  gboolean noun_capitals = has_noun_capitals (self);

  for (guint last = first; last < first + MAX_PHRASE; last++)
    {
      const PresserToken *token = token_at (self, last);

      if (!is_content (self, token) || !is_frequent (self, token) || (!noun_capitals && token->is_capital))
        return;
      if (last == first)
        continue;
      if (is_common (self, token))
        return;
      if (!noun_capitals || token->is_capital)
        {
          PresserTerm *term = count (self, first, last, paragraph);

          term->n_as_noun++;
          term->begins_common = is_common (self, token_at (self, first));
        }
    }
}

/* “(Applause.)”, “[inaudible]”: not said. */
static void
drop_brackets (PresserTerms *self)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      PresserToken *token = &g_array_index (self->tokens, PresserToken, i);

      if (token->kind == PRESSER_TOKEN_PUNCTUATION && (token->first == '(' || token->first == '['))
        inside = TRUE;
      else if (token->kind == PRESSER_TOKEN_PUNCTUATION && (token->first == ')' || token->first == ']'))
        inside = FALSE;
      else if (inside)
        token->kind = PRESSER_TOKEN_PUNCTUATION;
    }
}

static void
read_tokens (PresserTerms         *self,
             const PresserStretch *stretch)
{
  self->table = stretch->table != NULL ? stretch->table : self->main_table;
  g_array_set_size (self->tokens, 0);
  presser_tokens_read (self->table, self->source->text, stretch->start, stretch->end, NULL, 0, 0, self->tokens);
  drop_brackets (self);
}

static void
count_second (PresserTerms *self,
              guint         paragraph)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      if (is_name (self, token_at (self, i)) && !(has_noun_capitals (self) && !is_name (self, token_at (self, i + 1))))
        i = count_name (self, i, paragraph);
      else
        count_phrases (self, i, paragraph);
    }
}

/* Counts the terms of a text; %FALSE with %G_IO_ERROR_CANCELLED. */
gboolean
presser_terms_collect (PresserTerms *self,
                       GCancellable *cancellable,
                       GError      **error)
{
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < self->source->stretches->len; i++)
        {
          const PresserStretch *stretch = &g_array_index (self->source->stretches, PresserStretch, i);

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (!stretch->is_prose)
            continue;
          read_tokens (self, stretch);
          if (round == 0)
            {
              learn_persons (self);
              count_words (self, i);
            }
          else
            {
              count_second (self, i);
            }
        }
    }

  return TRUE;
}
