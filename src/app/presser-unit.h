/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* What can be selected by one key, from small to large; a quotation stands beside them. Helps for selecting,
 * never a limit to what can be tagged. */
typedef enum
{
  PRESSER_UNIT_WORD,
  PRESSER_UNIT_CLAUSE,
  PRESSER_UNIT_SENTENCE,
  PRESSER_UNIT_PARAGRAPH,
  PRESSER_UNIT_TURN,
  PRESSER_UNIT_EXCHANGE, /* a question with its answer */
  PRESSER_UNIT_QUOTATION,
} PresserUnit;

gboolean presser_unit_from_name (const char  *name,
                                 PresserUnit *unit);

/* The units that a range touches, as one range. */
PresserRange presser_unit_find (PresserDocument *document,
                                PresserUnit      unit,
                                PresserRange     range);
/* The first one behind a range; @range itself if none follows. */
PresserRange presser_unit_find_next (PresserDocument *document,
                                     PresserUnit      unit,
                                     PresserRange     range);
/* The smallest one that is more than a range. */
PresserRange presser_unit_grow (PresserDocument *document,
                                PresserRange     range);

G_END_DECLS
