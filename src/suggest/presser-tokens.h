/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-quotation-marks.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_TOKEN_WORD,
  PRESSER_TOKEN_NUMBER,
  PRESSER_TOKEN_PUNCTUATION,
  PRESSER_TOKEN_QUOTATION,
} PresserTokenKind;

/**
 * PresserToken:
 * @classes: what the word can be
 * @start: byte of the text
 * @end: one past its last byte
 * @quotation: for a quotation its number, counted from 0
 * @first: the first character; of punctuation the only one
 * @kind: what it is
 * @is_capital: the word begins with a capital
 * @is_initial: one capital, or capitals with stops between (“J”, “U.S”)
 * @is_possessive: “Lund's”
 * @n_phrase: how many tokens the according-phrase has that begins here, or 0
 *
 * A word, a sign, or a whole quotation.
 */
typedef struct
{
  guint64          classes;
  guint32          start;
  guint32          end;
  guint32          quotation;
  gunichar         first;
  PresserTokenKind kind : 8;
  guint            is_capital : 1;
  guint            is_initial : 1;
  guint            is_possessive : 1;
  guint            n_phrase : 6;
} PresserToken;

void presser_tokens_read (const PresserCueTable  *table,
                          const char             *text,
                          guint32                 start,
                          guint32                 end,
                          const PresserQuotation *quotations,
                          guint32                 first_quotation,
                          guint32                 n_quotations,
                          GArray                 *tokens);

/* Where each sentence begins: GArray of guint32, indices of tokens. */
void presser_tokens_find_sentences (const PresserCueTable  *table,
                                    const char             *text,
                                    const PresserQuotation *quotations,
                                    GArray                 *tokens,
                                    GArray                 *starts);

G_END_DECLS
