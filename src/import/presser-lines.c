/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Is a line of the file a paragraph, or was the text broken at the width of a page? A filled page has many lines of
 * nearly the same width, each so wide that the next word did not fit. */

#include "presser-script-private.h"

#include "presser-characters.h"
#include "presser-clock.h"

#define MAX_WIDTH 130

static guint
get_width (const PresserScript *self,
           const PresserLine   *line)
{
  if (line->length > 4 * MAX_WIDTH)
    return MAX_WIDTH;

  return MIN ((guint) g_utf8_strlen (presser_line_text (self, line), line->length), MAX_WIDTH);
}

/* The width that a tenth of the lines reach. */
static guint
find_full_width (const guint *n_lines,
                 guint        n)
{
  guint seen = 0;

  for (guint width = MAX_WIDTH; width > 0; width--)
    {
      seen += n_lines[width];
      if (seen * 10 >= n)
        return width;
    }

  return 0;
}

static guint
get_first_word_width (const PresserScript *self,
                      const PresserLine   *line)
{
  const char *text = presser_line_text (self, line);
  const char *end = presser_line_end (self, line);
  guint       width = 0;

  for (; text < end && width < 40 && !presser_character_is_blank (g_utf8_get_char (text)); width++)
    text = g_utf8_next_char (text);

  return width;
}

/* Whether the first word of the next line had no room behind this one; typed pages are ragged. */
static gboolean
is_full (const PresserScript *self,
         const PresserLine   *line,
         const PresserLine   *next,
         guint                full_width)
{
  return get_width (self, line) + 1 + get_first_word_width (self, next) + full_width / 9 > full_width;
}

/* Gives which line begins with a small letter. */
static gboolean
begins_small (const PresserScript *self,
              const PresserLine   *line)
{
  return g_unichar_islower (g_utf8_get_char (presser_line_text (self, line)));
}

static gboolean
looks_wrapped (const PresserScript *self,
               guint                full_width)
{
  guint n_pairs = 0, n_full = 0, n_small = 0;

  for (guint i = 1; i < self->lines->len; i++)
    {
      const PresserLine *line = presser_script_line (self, i - 1);
      const PresserLine *next = presser_script_line (self, i);

      if ((next->flags & PRESSER_LINE_PARAGRAPH) != 0)
        continue;
      n_pairs++;
      n_full += is_full (self, line, next, full_width);
      n_small += begins_small (self, next);
    }

  return n_pairs >= 3 && n_full * 10 >= n_pairs * 6 && n_small * 6 >= n_pairs;
}

static void
measure_width (PresserScript *self)
{
  guint n_lines[MAX_WIDTH + 1] = { 0 };
  guint n_within = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      gboolean is_within = (presser_script_line (self, i)->flags & PRESSER_LINE_PARAGRAPH) == 0
                           || (i + 1 < self->lines->len
                               && (presser_script_line (self, i + 1)->flags & PRESSER_LINE_PARAGRAPH) == 0);

      if (is_within)
        {
          n_lines[get_width (self, presser_script_line (self, i))]++;
          n_within++;
        }
    }
  self->width = find_full_width (n_lines, n_within);
}

/* Whether a paragraph begins at the second of two lines without a blank line between them. */
static gboolean
parts_paragraphs (const PresserScript *self,
                  const PresserLine   *line,
                  const PresserLine   *next)
{
  gunichar    last;
  const char *text, *end;

  if (begins_small (self, next))
    return FALSE;
  if (is_full (self, line, next, self->width))
    return FALSE;

  text = presser_line_text (self, line);
  end = presser_line_end (self, line);
  last = presser_text_last_character (text, end);
  while (end > text && presser_character_closes (last))
    {
      end = g_utf8_prev_char (end);
      last = presser_text_last_character (text, end);
    }

  return presser_character_ends_sentence (last) || last == ':' || get_width (self, line) * 3 < self->width * 2;
}

/* Whether stamps of four numbers count frames or, in space flight, seconds after days: frames end at 60. */
static void
measure_clocks (PresserScript *self)
{
  for (guint i = 0; i < self->lines->len && !self->counts_days; i++)
    {
      const PresserLine *line = presser_script_line (self, i);
      PresserClock       clock;

      if (presser_clock_parse (presser_line_text (self, line), presser_line_end (self, line), &clock) > 0
          && clock.n_fields == 4 && clock.fields[3] > 30)
        self->counts_days = TRUE;
    }
}

/**
 * presser_lines_measure:
 * @self: a script with all its lines
 *
 * Sets where paragraphs begin: at every line, or where a page-wide text has a short one.
 */
void
presser_lines_measure (PresserScript *self)
{
  measure_clocks (self);
  if (self->is_wrapped)
    return;
  /* Captions are narrow and end anywhere; see presser_captions_join(). */
  if (!self->are_captions)
    measure_width (self);
  self->is_wrapped = self->width > 0 && self->width < MAX_WIDTH && looks_wrapped (self, self->width);

  for (guint i = 1; i < self->lines->len; i++)
    {
      PresserLine *next = presser_script_line (self, i);

      if (!self->is_wrapped || parts_paragraphs (self, presser_script_line (self, i - 1), next))
        next->flags |= PRESSER_LINE_PARAGRAPH;
    }
}
