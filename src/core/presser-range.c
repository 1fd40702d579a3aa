/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-range.h"

/**
 * presser_range_get_length:
 * @range: a range, which may be inverted
 *
 * Returns: its characters, in code points; 0 for an inverted range
 */
guint
presser_range_get_length (PresserRange range)
{
  return range.end > range.start ? range.end - range.start : 0;
}

/**
 * presser_range_is_empty:
 * @range: a range
 *
 * Returns: whether there is no character in it
 */
gboolean
presser_range_is_empty (PresserRange range)
{
  return range.end <= range.start;
}

/**
 * presser_range_equal:
 * @one: a range
 * @other: another range
 *
 * Returns: whether both have the same edges
 */
gboolean
presser_range_equal (PresserRange one,
                     PresserRange other)
{
  return one.start == other.start && one.end == other.end;
}

/**
 * presser_range_contains:
 * @range: a range
 * @position: a character's place, in code points
 *
 * Returns: whether that character is in the range
 */
gboolean
presser_range_contains (PresserRange range,
                        guint        position)
{
  return position >= range.start && position < range.end;
}

/**
 * presser_range_touches:
 * @one: a range
 * @other: another range
 *
 * Whether the two share a character. An empty range, a cursor, touches the range that holds its place.
 *
 * Returns: whether they touch
 */
gboolean
presser_range_touches (PresserRange one,
                       PresserRange other)
{
  if (presser_range_is_empty (one))
    return presser_range_contains (other, one.start);
  if (presser_range_is_empty (other))
    return presser_range_contains (one, other.start);
  return one.start < other.end && other.start < one.end;
}

/**
 * presser_range_intersect:
 * @one: a range
 * @other: another range
 *
 * Returns: what both share; empty, and not inverted, if they share nothing
 */
PresserRange
presser_range_intersect (PresserRange one,
                         PresserRange other)
{
  PresserRange both = { MAX (one.start, other.start), MIN (one.end, other.end) };

  if (both.end < both.start)
    both.end = both.start;
  return both;
}
