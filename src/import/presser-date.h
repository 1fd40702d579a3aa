/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as transcripts print them, in the languages Presser knows. */

/**
 * PresserDate:
 * @year: or 0
 * @month: or 0
 * @day: or 0
 * @start: first byte of the date in the text
 * @end: one past the last
 * @n_other_words: words beside the date, such as a place
 */
typedef struct
{
  guint year;
  guint month;
  guint day;
  gsize start;
  gsize end;
  guint n_other_words;
} PresserDate;

/* TRUE if there is at least a month with a day or a year. Looks at the first 300 bytes. */
gboolean presser_date_find (const char  *text,
                            gsize        length,
                            PresserDate *date);
/* ISO 8601 as far as it is known, or NULL without a year. */
char *presser_date_dup_iso (const PresserDate *date);
/* An hour of the day: 3:37 P.M. EDT, 10.30 am, 15.11 Uhr, with at most a word or two beside it. */
gboolean presser_date_is_hour (const char *text,
                               gsize       length);

G_END_DECLS
