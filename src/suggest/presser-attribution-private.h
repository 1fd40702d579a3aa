/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-attribution.h"

G_BEGIN_DECLS

static inline gboolean
presser_sentence_has (const PresserSentence *self,
                      PresserGrammar         flag)
{
  return (presser_cue_table_get_grammar (self->table) & flag) != 0;
}

/* “the press”, “a report”: behind an article a verb is a noun. */
static inline gboolean
presser_sentence_is_cue (const PresserSentence *self,
                         gint                   at)
{
  const PresserToken *token = &self->tokens[at];

  if (token->kind != PRESSER_TOKEN_WORD || !presser_token_is (token, PRESSER_WORD_SAID))
    return FALSE;

  return at == 0 || !presser_token_is (token - 1, PRESSER_WORD_ARTICLE) || presser_token_is (token - 1, PRESSER_WORD_HE | PRESSER_WORD_SHE | PRESSER_WORD_THEY | PRESSER_WORD_SKIP);
}

/* Where the verb comes second in the clause, as in German. */
gboolean presser_second_verb_find_subject (const PresserSentence *self,
                                           gint                   verb,
                                           gint                   lowest,
                                           gint                   end,
                                           PresserMention        *mention);
gboolean presser_second_verb_find_document (const PresserSentence *self,
                                            gint                   end,
                                            PresserMention        *mention);
gboolean presser_mention_is_somebody (const PresserSentence *self,
                                      const PresserMention  *mention);

G_END_DECLS
