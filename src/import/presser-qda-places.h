/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-qda-project.h"
#include "presser-range.h"

G_BEGIN_DECLS

/* Where selections stand. The standard counts code points and one for a line end; programs have counted UTF-16 units,
 * bytes, and two for a line end. The words that selections are named after tell which. */

/* The text that positions refer to: UTF-8 without a byte order mark, line ends LF. Takes what decoding gave. */
char *presser_qda_normalize (const char *text);
/* For each selection its place in code points of @text, an empty one for none: GArray of PresserRange.
 * @n_doubtful: (out): how many do not hold the words that they are named after. */
GArray *presser_qda_find_places (const char             *text,
                                 const PresserQdaSource *source,
                                 guint                  *n_doubtful);
/* For each code point of @from the place of the same character in @to, G_MAXUINT for blanks, which may differ; NULL if
 * anything else differs. GArray of guint. */
GArray *presser_qda_align (const char *from,
                           const char *to);

G_END_DECLS
