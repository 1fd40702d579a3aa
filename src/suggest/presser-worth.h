/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-quotation-marks.h"

G_BEGIN_DECLS

/**
 * PresserWorth:
 * @PRESSER_WORTH_NOTHING: a title, a name, a term, a scare quote
 * @PRESSER_WORTH_FRAGMENT: a few words quoted inside somebody else’s sentence
 * @PRESSER_WORTH_TERM: a clause part inside a sentence: speech if the sentence says whose, else a term
 * @PRESSER_WORTH_PARTIAL: words quoted inside somebody else's sentence
 * @PRESSER_WORTH_FULL: a clause or more in somebody's own words
 *
 * What stands between two quotation marks.
 */
typedef enum
{
  PRESSER_WORTH_NOTHING,
  PRESSER_WORTH_FRAGMENT,
  PRESSER_WORTH_TERM,
  PRESSER_WORTH_PARTIAL,
  PRESSER_WORTH_FULL,
} PresserWorth;

PresserWorth presser_quotation_judge (const PresserCueTable  *table,
                                      const char             *text,
                                      guint32                 paragraph_start,
                                      guint32                 paragraph_end,
                                      const PresserQuotation *quotation);

G_END_DECLS
