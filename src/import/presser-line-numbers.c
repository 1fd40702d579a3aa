/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courts and tools for analysis number every line. The numbers count up, from one page to the next they may begin
 * again, and nearly no line is without one. */

#include "presser-script-private.h"

#include "presser-characters.h"

#define MIN_LINES 4
#define NO_NUMBER G_MAXUINT

/* @skip: (out): bytes up to what stands behind the number and its blanks. */
static guint
read_number (const PresserScript *self,
             const PresserLine   *line,
             guint32             *skip)
{
  const char *text = presser_line_text (self, line);
  const char *end = presser_line_end (self, line);
  const char *place = text;
  guint       number = 0;

  while (place < end && place - text < 6 && g_ascii_isdigit (*place))
    number = number * 10 + (guint) (*place++ - '0');
  if (place == text || (place < end && *place != ' ' && *place != '\t'))
    return NO_NUMBER;
  *skip = (guint32) (presser_text_skip_blank (place, end) - text);

  return number;
}

/**
 * presser_line_numbers_take_off:
 * @self: a script of plain lines
 *
 * Leaves out the numbers of lines, if they are numbered.
 *
 * Returns: whether they were
 */
gboolean
presser_line_numbers_take_off (PresserScript *self)
{
  guint   n_counted = 0, last = NO_NUMBER;
  guint32 skip;

  for (guint i = 0; i < self->lines->len; i++)
    {
      guint number = read_number (self, presser_script_line (self, i), &skip);

      n_counted += number != NO_NUMBER && (number == 1 || (last != NO_NUMBER && number == last + 1));
      last = number != NO_NUMBER ? number : last;
      /* Most files show it at once. */
      if (i == 50 && n_counted * 2 < i)
        return FALSE;
    }
  if (self->lines->len < MIN_LINES || n_counted * 10 < self->lines->len * 8)
    return FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      PresserLine *line = presser_script_line (self, i);

      if (read_number (self, line, &skip) == NO_NUMBER)
        continue;
      line->start += skip;
      line->length -= skip;
    }

  return TRUE;
}
