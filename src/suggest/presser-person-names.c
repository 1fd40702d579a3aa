/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-person-names-private.h"

#include <string.h>

/* A name is a run of capitals with small words inside. Titles are left out at its front; the last word, without
 * possessive and case ending and in lower case, is what it is found by. */

gsize
presser_name_cut_possessive (const char *word,
                             gsize       n_bytes)
{
  if (n_bytes > 2 && word[n_bytes - 1] == 's' && word[n_bytes - 2] == '\'')
    return n_bytes - 2;
  if (n_bytes > 4 && word[n_bytes - 1] == 's' && memcmp (word + n_bytes - 4, "\xE2\x80\x99", 3) == 0)
    return n_bytes - 4;
  if (n_bytes > 1 && word[n_bytes - 1] == '\'')
    return n_bytes - 1;
  if (n_bytes > 3 && memcmp (word + n_bytes - 3, "\xE2\x80\x99", 3) == 0)
    return n_bytes - 3;

  return n_bytes;
}

static gsize
cut_case_ending (const PresserCueTable *table,
                 const char            *word,
                 gsize                  n_bytes)
{
  const char *const *endings = presser_cue_table_get_endings (table);

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      gsize length = strlen (endings[i]);

      if (n_bytes > length + 3 && memcmp (word + n_bytes - length, endings[i], length) == 0)
        return n_bytes - length;
    }

  return n_bytes;
}

void
presser_name_key_make (const PresserCueTable *table,
                       const char            *word,
                       gsize                  n_bytes,
                       PresserNameKey        *key)
{
  const char *end;

  n_bytes = MIN (presser_name_cut_possessive (word, n_bytes), MAX_KEY - 8);
  key->n_bytes = 0;
  for (end = word + n_bytes; word < end && key->n_bytes < MAX_KEY - 8; word = g_utf8_next_char (word))
    key->n_bytes += (gsize) g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (word)), key->text + key->n_bytes);
  if ((presser_cue_table_get_grammar (table) & PRESSER_GRAMMAR_CASES) != 0)
    key->n_bytes = cut_case_ending (table, key->text, key->n_bytes);
  key->text[key->n_bytes] = '\0';
}

void
presser_name_key_make_of_token (const PresserCueTable *table,
                                const char            *text,
                                const PresserToken    *token,
                                PresserNameKey        *key)
{
  presser_name_key_make (table, text + token->start, token->end - token->start, key);
}

gboolean
presser_name_is_word (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_WORD && token->is_capital && !(token->classes & PRESSER_WORD_NO_NAME);
}

static gboolean
joins_name (const PresserNameRun *run,
            guint                 at,
            guint                 n_tokens)
{
  const PresserToken *token = &run->tokens[at];

  if (at + 1 >= n_tokens || !presser_name_is_word (&run->tokens[at + 1]))
    return FALSE;
  if (token->kind == PRESSER_TOKEN_PUNCTUATION)
    return token->first == '.' && run->tokens[at - 1].is_initial && run->tokens[at - 1].end == token->start;

  if ((token->classes & PRESSER_WORD_OF) != 0 && (run->tokens[at - 1].classes & PRESSER_WORD_ORGANISATION) != 0)
    return TRUE; /* “University of Arkansas” */

  return (token->classes & PRESSER_WORD_PARTICLE) != 0;
}

guint
presser_name_run_find_end (const PresserNameRun *run,
                           guint                 n_tokens)
{
  guint at = run->first;

  while (at + 1 < n_tokens)
    {
      if (run->tokens[at].is_possessive)
        break;
      if (presser_name_is_word (&run->tokens[at + 1]))
        at++;
      else if (joins_name (run, at + 1, n_tokens))
        at += 2;
      else if (at + 2 < n_tokens && (run->tokens[at + 1].classes & PRESSER_WORD_PARTICLE) != 0 && joins_name (run, at + 2, n_tokens))
        at += 3;
      else
        break;
    }

  return at;
}

gboolean
presser_name_is_title (const PresserToken *token)
{
  return (token->classes & (PRESSER_WORD_TITLE | PRESSER_WORD_ROLE)) != 0;
}

/* Leaves titles out of the front, and finds the titles and role nouns before the run. */
void
presser_name_run_find_titles (PresserNameRun *run)
{
  /* “AFP Jean Dupont” */
  for (guint i = run->first + 1; i < run->last; i++)
    {
      if ((run->tokens[i].classes & (PRESSER_WORD_NAME_HE | PRESSER_WORD_NAME_SHE)) != 0 && (run->tokens[i - 1].classes & PRESSER_WORD_ORGANISATION) != 0)
        {
          run->first = i;
          break;
        }
    }

  /* “US President Donald Trump”: the name begins behind the last title that leaves a name of two words */
  for (guint i = run->last; i > run->first + 1; i--)
    {
      if (presser_name_is_title (&run->tokens[i - 2]) && presser_name_is_word (&run->tokens[i - 1]) && presser_name_is_word (&run->tokens[i]))
        {
          run->role = run->first;
          run->first = i - 1;
          return;
        }
    }

  while (run->first < run->last && (presser_name_is_title (&run->tokens[run->first]) || run->tokens[run->first].kind == PRESSER_TOKEN_PUNCTUATION || (run->tokens[run->first].classes & PRESSER_WORD_PARTICLE && !run->tokens[run->first].is_capital)))
    run->first++;

  run->role = run->first;
  while (run->role > 0)
    {
      const PresserToken *before = &run->tokens[run->role - 1];

      if (presser_name_is_title (before) || (before->kind == PRESSER_TOKEN_PUNCTUATION && before->first == '.' && run->role > 1 && presser_name_is_title (before - 1)))
        run->role--;
      else
        break;
    }
}

guint
presser_name_run_count_words (const PresserNameRun *run)
{
  guint n_words = 0;

  for (guint i = run->first; i <= run->last; i++)
    n_words += run->tokens[i].kind == PRESSER_TOKEN_WORD && run->tokens[i].is_capital ? 1 : 0;

  return n_words;
}

char *
presser_name_run_dup (const char           *text,
                      const PresserNameRun *run)
{
  guint32 start = run->tokens[run->first].start;
  gsize   n_bytes = run->tokens[run->last].end - start;

  n_bytes = presser_name_cut_possessive (text + start, n_bytes);

  return g_strndup (text + start, n_bytes);
}

guint64
presser_name_run_get_classes (const PresserNameRun *run,
                              guint                 first,
                              guint                 end)
{
  guint64 classes = 0;

  for (guint i = first; i < end; i++)
    classes |= run->tokens[i].classes;

  return classes;
}
