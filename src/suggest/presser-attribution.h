/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cast.h"
#include "presser-tokens.h"

G_BEGIN_DECLS

/**
 * PresserSentence:
 * @table: the language
 * @text: the text that the tokens were cut from
 * @cast: who is known to speak or to be spoken of
 * @tokens: the sentence's tokens
 * @n_tokens: how many
 *
 * One sentence, to be asked who speaks in it.
 */
typedef struct
{
  const PresserCueTable *table;
  const char            *text;
  PresserCast           *cast;
  const PresserToken    *tokens;
  gint                   n_tokens;
} PresserSentence;

/* Numbers of the rules, in the order in which they are tried; stable, shown nowhere, counted by the tests. */
typedef enum
{
  PRESSER_RULE_NONE,
  PRESSER_RULE_CUE_AFTER,      /* “…,” said X */
  PRESSER_RULE_SUBJECT_AFTER,  /* “…,” X said */
  PRESSER_RULE_ACCORDING,      /* according to X */
  PRESSER_RULE_LABEL,          /* X: “…” */
  PRESSER_RULE_CUE_BEFORE,     /* X said: “…” */
  PRESSER_RULE_FRONTED,        /* In Berlin sagte X: “…” */
  PRESSER_RULE_ANNOUNCED,      /* X war zufrieden: “…” */
  PRESSER_RULE_PARTICIPLE,     /* X left, saying “…” */
  PRESSER_RULE_SAME_SENTENCE,  /* as another quotation of the sentence */
  PRESSER_RULE_SAME_PARAGRAPH, /* as the last quotation of the paragraph */
  PRESSER_RULE_SUBJECT_BEFORE, /* who the sentences before are about */
  PRESSER_RULE_NEXT,           /* as the next quotation of the paragraph */
  PRESSER_RULE_CONTINUED,      /* the speech goes on from the paragraph before */
  PRESSER_RULE_LAST_PARAGRAPH, /* who the paragraph before was about */
  PRESSER_RULE_LAST_SPEAKER,   /* who spoke last */
  PRESSER_RULE_TURN,           /* whose turn it is */
  PRESSER_RULE_INSIDE,         /* «…, dit X, …» */
  PRESSER_RULE_N,
} PresserRule;

/**
 * PresserMention:
 * @first: index of its first token in the sentence
 * @last: index of its last token
 * @rule: how it was found
 * @is_weak: the verb beside it may mean something else than saying
 *
 * The words that say who spoke.
 */
typedef struct
{
  gint        first;
  gint        last;
  PresserRule rule;
  gboolean    is_weak;
} PresserMention;

gboolean presser_sentence_attribute (const PresserSentence *self,
                                     gint                   quotation,
                                     PresserMention        *mention);
gboolean presser_sentence_find_subject (const PresserSentence *self,
                                        gint                   before,
                                        PresserMention        *mention);
gboolean presser_sentence_find_subject_from (const PresserSentence *self,
                                             gint                   start,
                                             gint                   before,
                                             PresserMention        *mention);
/* The subject of the first cue verb: who the sentence lets speak, though nothing is quoted. */
gboolean presser_sentence_find_cued (const PresserSentence *self,
                                     PresserMention        *mention);

/* Between the marks: «Non, dit X, jamais.» The gap is what of it is not the speaker's. */
gboolean presser_sentence_find_inside (const PresserSentence *content,
                                       PresserMention        *mention,
                                       gint                  *gap_first,
                                       gint                  *gap_end);

/* Noun phrases beside a verb, for the files of this folder. */
gboolean presser_subject_left (const PresserSentence *self,
                               gint                   verb,
                               gint                   lowest,
                               PresserMention        *mention);
gboolean presser_subject_right (const PresserSentence *self,
                                gint                   verb,
                                gint                   end,
                                PresserMention        *mention);

static inline gboolean
presser_token_is (const PresserToken *token,
                  guint64             classes)
{
  return (token->classes & classes) != 0;
}

static inline gboolean
presser_token_is_sign (const PresserToken *token,
                       gunichar            c)
{
  return token->kind == PRESSER_TOKEN_PUNCTUATION && token->first == c;
}

static inline gboolean
presser_token_is_name (const PresserToken *token)
{
  return token->kind == PRESSER_TOKEN_WORD && token->is_capital && !presser_token_is (token, PRESSER_WORD_NO_NAME);
}

G_END_DECLS
