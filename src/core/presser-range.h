/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PresserRange:
 * @start: the first character, counted in Unicode code points from the start of the text
 * @end: one past the last character
 *
 * A half-open stretch of text. Passed by value.
 */
typedef struct
{
  guint start;
  guint end;
} PresserRange;

guint        presser_range_get_length (PresserRange range);
gboolean     presser_range_is_empty (PresserRange range);
gboolean     presser_range_equal (PresserRange one,
                                  PresserRange other);
gboolean     presser_range_contains (PresserRange range,
                                     guint        position);
gboolean     presser_range_touches (PresserRange one,
                                    PresserRange other);
PresserRange presser_range_intersect (PresserRange one,
                                      PresserRange other);

G_END_DECLS
