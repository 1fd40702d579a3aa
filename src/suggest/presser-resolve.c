/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-resolve.h"

/* From the words that say who spoke to the person that they mean. */

#define MAX_TOKENS 24

static gboolean
is_lone_pronoun (const PresserToken *tokens,
                 guint               n_tokens)
{
  return n_tokens == 1 && presser_token_is (&tokens[0], PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY);
}

static void
resolve_pronoun (PresserCast             *cast,
                 const char              *text,
                 const PresserToken      *pronoun,
                 PresserStatementFinding *finding)
{
  gboolean he = presser_token_is (pronoun, PRESSER_WORD_HE), she = presser_token_is (pronoun, PRESSER_WORD_SHE);
  gboolean is_clear;

  finding->is_pronoun = 1;
  finding->is_nobody = !he && !she ? 1 : 0;
  if (!he && !she)
    return;

  finding->person = presser_cast_find_before (cast, text, MIN (finding->mention_start, finding->start),
                                              he ? PRESSER_GENDER_HE : PRESSER_GENDER_SHE, &is_clear);
  finding->is_clear = is_clear ? 1 : 0;
  if (finding->person != NULL && finding->person->gender == PRESSER_GENDER_UNKNOWN && is_clear)
    finding->person->gender = he ? PRESSER_GENDER_HE : PRESSER_GENDER_SHE;
}

static gboolean
describes_somebody (const PresserToken *tokens,
                    guint               n_tokens)
{
  for (guint i = 0; i < n_tokens; i++)
    {
      if (presser_token_is (&tokens[i], PRESSER_WORD_ROLE | PRESSER_WORD_DOCUMENT | PRESSER_WORD_ORGANISATION | PRESSER_WORD_TITLE))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_bare_name (const PresserToken *tokens,
              guint               n_tokens)
{
  for (guint i = 0; i < n_tokens; i++)
    {
      if (!presser_token_is_name (&tokens[i]) && !presser_token_is (&tokens[i], PRESSER_WORD_PARTICLE | PRESSER_WORD_TITLE) && !(presser_token_is_sign (&tokens[i], '.') && i > 0 && tokens[i - 1].is_initial))
        return FALSE;
    }

  return presser_token_is_name (&tokens[0]);
}

static void
resolve_role (PresserCast             *cast,
              const char              *text,
              const PresserToken      *tokens,
              guint                    n_tokens,
              PresserStatementFinding *finding)
{
  if (!presser_token_is (&tokens[0], PRESSER_WORD_ARTICLE))
    return;

  for (guint i = 0; i < n_tokens && finding->person == NULL; i++)
    {
      if (!presser_token_is (&tokens[i], PRESSER_WORD_ROLE))
        continue;
      finding->is_role = 1;
      finding->is_clear = 0;
      finding->person = presser_cast_find_role (cast, text, &tokens[i], finding->mention_start);
    }
}

/* Where every noun has a capital, one alone is no name: “die Polizei”. */
static gboolean
is_mere_noun (const PresserCueTable *table,
              const PresserPerson   *person)
{
  return (presser_cue_table_get_grammar (table) & PRESSER_GRAMMAR_NOUN_CAPITALS) != 0 && person->n_words == 1 && !person->is_sure;
}

/**
 * presser_resolve:
 * @cast: the people of the text
 * @table: the language
 * @text: the text
 * @finding: with its mention set; gets the person
 *
 * Finds whom a mention means: the name in it, or whom the pronoun or the role stands for.
 */
void
presser_resolve (PresserCast             *cast,
                 const PresserCueTable   *table,
                 const char              *text,
                 PresserStatementFinding *finding)
{
  g_autoptr (GArray) tokens = g_array_sized_new (FALSE, FALSE, sizeof (PresserToken), MAX_TOKENS);
  const PresserToken *all;

  presser_tokens_read (table, text, finding->mention_start, finding->mention_end, NULL, 0, 0, tokens);
  all = (const PresserToken *) (const void *) tokens->data;
  if (tokens->len == 0)
    return;

  if (is_lone_pronoun (all, tokens->len))
    {
      resolve_pronoun (cast, text, all, finding);
      return;
    }

  finding->is_bare = is_bare_name (all, tokens->len) ? 1 : 0;
  finding->is_somebody = describes_somebody (all, tokens->len) ? 1 : 0;
  finding->person = presser_cast_find_named (cast, text, all, tokens->len);
  if (finding->person != NULL && is_mere_noun (table, finding->person))
    finding->person = NULL;
  if (finding->person != NULL)
    presser_cast_note (cast, finding->person, finding->mention_start);
  else
    resolve_role (cast, text, all, tokens->len, finding);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const PresserStatementFinding *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->end > other->end ? -1 : one->end < other->end;
}

/**
 * presser_findings_sort:
 * @findings: (element-type PresserStatementFinding): findings, those before @first being earlier in the text
 * @first: index of the first to be sorted
 *
 * Puts the findings of a paragraph into text order.
 */
void
presser_findings_sort (GArray *findings,
                       guint   first)
{
  qsort (&g_array_index (findings, PresserStatementFinding, first), findings->len - first,
         sizeof (PresserStatementFinding), compare_findings);
}
