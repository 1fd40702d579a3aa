/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* Helps for growing a selection: never a limit to what can be tagged. */

/* The word around or right after a position. */
PresserRange presser_segment_find_word (PresserDocument *document,
                                        guint            position);
/* The sentences of one paragraph that a range touches; abbreviations and initials do not end one. */
PresserRange presser_segment_find_sentence (PresserDocument *document,
                                            PresserRange     range);
/* What stands between the quotation marks around a position, marks left out; FALSE if there are none. */
gboolean presser_segment_find_quotation (PresserDocument *document,
                                         guint            position,
                                         PresserRange    *quotation);
/* Without blanks and unpaired quotation marks at either end. */
PresserRange presser_segment_trim (PresserDocument *document,
                                   PresserRange     range);

G_END_DECLS
