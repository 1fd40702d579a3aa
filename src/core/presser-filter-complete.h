/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/**
 * PresserCompletion:
 * @text: what to put in the place of the term: `speaker:"Sergey Lavrov"`
 * @label: what to show: a field, a name, a word
 * @detail: what kind of thing that is, translated
 * @is_field: whether @text is a field that still needs a value
 *
 * One way to go on with a query.
 */
typedef struct
{
  char    *text;
  char    *label;
  char    *detail;
  gboolean is_field;
} PresserCompletion;

/* Ways to go on with the term at @cursor (in code points), best first; GPtrArray of PresserCompletion. They take the
 * place of the code points from @start to @end. */
GPtrArray *presser_filter_complete (const char      *query,
                                    guint            cursor,
                                    PresserDocument *document,
                                    guint           *start,
                                    guint           *end);

G_END_DECLS
