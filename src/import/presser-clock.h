/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Time stamps of recordings as transcripts print them. */

/**
 * PresserClock:
 * @time: milliseconds from the start of the recording, or PRESSER_TIME_UNKNOWN for one before it
 * @n_fields: how many numbers the stamp has: 2 for 0:12, 3 for 0:00:12, 4 for 00:00:01:23
 * @fields: the numbers
 * @is_bracketed: whether it stands in brackets
 *
 * A stamp of four numbers is read as hours, minutes, seconds and frames of 25 a second.
 */
typedef struct
{
  gint64   time;
  guint    n_fields;
  guint    fields[4];
  gboolean is_bracketed;
} PresserClock;

/* Bytes that the stamp at @text takes, brackets included; 0 if there is none. */
gsize presser_clock_parse (const char   *text,
                           const char   *end,
                           PresserClock *clock);
/* The same stamp as days, hours, minutes and seconds. */
gint64 presser_clock_as_days (const PresserClock *clock);
/* PRESSER_TIME_UNKNOWN for what is no number, before the start or too long. */
gint64 presser_clock_from_seconds (double seconds);

G_END_DECLS
