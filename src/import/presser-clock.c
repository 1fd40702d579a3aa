/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shapes met: 0:12, 00:12, 1:02:03, 00:00:12.340, 00:00:12,340, [00:00:12], (00:12), #00:00:12-3#, {00:00:12},
 * [1.23.45], 01:23:45:21 and ;21 (film frames), [-00:00:00:04]. */

#include "presser-clock.h"

#include <math.h>
#include <string.h>

#include "presser-paragraph.h"

#define MAX_FIELDS        4
#define FRAMES_PER_SECOND 25
/* Two weeks; anything longer is no recording, and 32 bits must hold it. */
#define MAX_TIME (G_GINT64_CONSTANT (14) * 24 * 60 * 60 * 1000)

typedef struct
{
  guint    fields[MAX_FIELDS];
  guint    n_fields;
  guint    thousandths;
  gboolean is_negative;
} Numbers;

static char
get_closing (char opening)
{
  switch (opening)
    {
    case '[':
      return ']';
    case '(':
      return ')';
    case '{':
      return '}';
    case '#':
      return '#';
    case '<':
      return '>';
    default:
      return 0;
    }
}

/* At most three digits: hours of a long recording. */
static const char *
parse_number (const char *text,
              const char *end,
              guint      *number)
{
  const char *start = text;

  *number = 0;
  while (text < end && g_ascii_isdigit (*text) && text - start < 3)
    *number = *number * 10 + (guint) (*text++ - '0');

  return text > start && (text == end || !g_ascii_isdigit (*text)) ? text : NULL;
}

static const char *
parse_fraction (const char *text,
                const char *end,
                guint      *thousandths)
{
  guint weight = 100;

  for (text++; text < end && g_ascii_isdigit (*text); text++)
    {
      *thousandths += weight * (guint) (*text - '0');
      weight /= 10;
    }

  return text;
}

static gboolean
is_separator (char     character,
              gboolean with_dots)
{
  return character == ':' || character == ';' || (with_dots && character == '.');
}

static const char *
parse_numbers (const char *text,
               const char *end,
               gboolean    with_dots,
               Numbers    *numbers)
{
  numbers->is_negative = text < end && *text == '-';
  if (numbers->is_negative)
    text++;

  while (numbers->n_fields < MAX_FIELDS)
    {
      text = parse_number (text, end, &numbers->fields[numbers->n_fields]);
      if (text == NULL || (numbers->n_fields > 0 && numbers->n_fields < 3 && numbers->fields[numbers->n_fields] > 59))
        return NULL;
      numbers->n_fields++;
      if (end - text < 2 || !is_separator (*text, with_dots) || !g_ascii_isdigit (text[1]))
        break;
      text++;
    }
  if (numbers->n_fields < 2)
    return NULL;
  if (end - text > 1 && (*text == '.' || *text == ',' || (*text == '-' && with_dots)) && g_ascii_isdigit (text[1]))
    text = parse_fraction (text, end, &numbers->thousandths);

  return text;
}

static gint64
add_up (const Numbers *numbers)
{
  const guint *fields = numbers->fields;
  gint64       seconds;

  if (numbers->n_fields == 2)
    seconds = fields[0] * 60 + fields[1];
  else
    seconds = (fields[0] * 60 + fields[1]) * 60 + fields[2];
  if (numbers->n_fields == 4)
    return seconds * 1000 + fields[3] * 1000 / FRAMES_PER_SECOND;

  return seconds * 1000 + numbers->thousandths;
}

/**
 * presser_clock_parse:
 * @text: where the stamp may begin
 * @end: end of the text
 * @clock: (out): what it says, if there is one
 *
 * Returns: its length in bytes with its brackets, or 0
 */
gsize
presser_clock_parse (const char   *text,
                     const char   *end,
                     PresserClock *clock)
{
  char        closing = text < end ? get_closing (*text) : 0;
  const char *start = closing != 0 ? text + 1 : text;
  Numbers     numbers = { { 0 } };
  const char *stop = parse_numbers (start, end, closing != 0, &numbers);

  if (stop == NULL)
    return 0;
  if (closing != 0 && (stop == end || *stop != closing))
    return 0;
  if (closing == 0 && stop < end && g_ascii_isalpha (*stop))
    return 0;

  clock->time = numbers.is_negative ? PRESSER_TIME_UNKNOWN : MIN (add_up (&numbers), MAX_TIME);
  clock->n_fields = numbers.n_fields;
  memcpy (clock->fields, numbers.fields, sizeof clock->fields);
  clock->is_bracketed = closing != 0;

  return (gsize) (stop - text) + (closing != 0);
}

/**
 * presser_clock_as_days:
 * @clock: a stamp
 *
 * Space flight transcripts print days, hours, minutes and seconds.
 *
 * Returns: milliseconds
 */
gint64
presser_clock_as_days (const PresserClock *clock)
{
  const guint *fields = clock->fields;

  if (clock->n_fields != MAX_FIELDS || clock->time == PRESSER_TIME_UNKNOWN)
    return clock->time;

  return (((fields[0] * G_GINT64_CONSTANT (24) + fields[1]) * 60 + fields[2]) * 60 + fields[3]) * 1000;
}

/**
 * presser_clock_from_seconds:
 * @seconds: any number
 *
 * Returns: milliseconds, or %PRESSER_TIME_UNKNOWN if it is no time of a recording
 */
gint64
presser_clock_from_seconds (double seconds)
{
  if (!isfinite (seconds) || seconds < 0 || seconds * 1000 > MAX_TIME)
    return PRESSER_TIME_UNKNOWN;

  return (gint64) (seconds * 1000 + 0.5);
}
