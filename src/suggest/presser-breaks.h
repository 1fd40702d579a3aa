/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cue-table.h"
#include "presser-range.h"

G_BEGIN_DECLS

/* Words and sentences of a stretch of plain text, by ICU; positions are code points of that stretch. */
PresserRange presser_breaks_find_word (const char *utf8,
                                       const char *language,
                                       guint       position);
PresserRange presser_breaks_find_sentences (const char            *utf8,
                                            const char            *language,
                                            const PresserCueTable *table,
                                            PresserRange           range);

G_END_DECLS
