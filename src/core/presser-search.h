/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/**
 * PresserSearchFlags:
 * @PRESSER_SEARCH_REGEX: the pattern is a regular expression, as PCRE has them; `^` and `$` mean paragraphs
 * @PRESSER_SEARCH_CASE: capital and small letters are not the same
 *
 * How to look.
 */
typedef enum
{
  PRESSER_SEARCH_REGEX = 1 << 0,
  PRESSER_SEARCH_CASE = 1 << 1,
} PresserSearchFlags;

/**
 * PresserHit:
 * @range: where, in code points
 * @replacement: (nullable): what would stand there instead
 *
 * A place where the text looked for stands.
 */
typedef struct
{
  PresserRange range;
  char        *replacement;
} PresserHit;

/* All places in text order, not more than @max; none is empty. @with: (nullable): what to replace them by; in a
 * regular expression it may refer to groups, as `\1`. GPtrArray of PresserHit. */
GPtrArray *presser_search_find (PresserDocument   *document,
                                const char        *pattern,
                                PresserSearchFlags flags,
                                const char        *with,
                                guint              max,
                                GError           **error);

/* Those of the hits whose index is in @chosen (a bit each, NULL: all) are replaced, in one step to undo. */
guint presser_search_replace (PresserDocument *document,
                              GPtrArray       *hits,
                              const gboolean  *chosen);

G_END_DECLS
