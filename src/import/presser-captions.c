/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence runs over captions and a turn over many. What the recording machine split is put together again: a new
 * paragraph begins with a turn, after a silence behind a full stop, or when a paragraph has grown long. */

#include "presser-script-private.h"

#include "presser-characters.h"

#define SILENCE        2000 /* milliseconds */
#define LONG_SILENCE   10000
#define LONG_PARAGRAPH 700 /* bytes */

static gboolean
ends_sentence (const PresserScript *self,
               const PresserLine   *line)
{
  const char *text = presser_line_text (self, line);
  const char *end = presser_line_end (self, line);

  while (end > text && presser_character_closes (presser_text_last_character (text, end)))
    end = g_utf8_prev_char (end);

  return presser_character_ends_sentence (presser_text_last_character (text, end));
}

/* Stage directions of captions stand in brackets and are lines of their own. */
static gboolean
is_bracketed (const PresserScript *self,
              const PresserLine   *line)
{
  const char *text = presser_line_text (self, line);
  const char *end = presser_line_end (self, line);

  return line->length > 2 && ((*text == '(' && end[-1] == ')') || (*text == '[' && end[-1] == ']'));
}

static gboolean
begins_paragraph (const PresserScript *self,
                  guint                place,
                  gsize                n_bytes)
{
  const PresserLine *before = presser_script_line (self, place - 1);
  const PresserLine *line = presser_script_line (self, place);
  gint32             gap = 0;

  if (is_bracketed (self, line) || is_bracketed (self, before))
    return TRUE;
  if (line->start_time >= 0 && before->end_time >= 0)
    gap = line->start_time - before->end_time;
  if (gap >= LONG_SILENCE)
    return TRUE;

  return ends_sentence (self, before) && (gap >= SILENCE || n_bytes > LONG_PARAGRAPH);
}

/* Without labels each paragraph is a turn of somebody unknown, so that its time is not lost. */
static void
end_turn (PresserScript *self,
          int            turn,
          guint          last)
{
  if (turn >= 0)
    presser_script_line (self, (guint) turn)->end_time = presser_script_line (self, last)->end_time;
}

/* Meeting software names the speaker in every caption; people who type captions do it where the speaker changes. */
static void
join_repeated_labels (PresserScript *self)
{
  guint   n_turns = 0;
  guint32 label = PRESSER_NO_LABEL;

  for (guint i = 0; i < self->lines->len; i++)
    n_turns += (presser_script_line (self, i)->flags & PRESSER_LINE_TURN) != 0;
  if (n_turns * 10 < self->lines->len * 8)
    return;

  for (guint i = 0; i < self->lines->len; i++)
    {
      PresserLine *line = presser_script_line (self, i);

      if ((line->flags & PRESSER_LINE_TURN) == 0)
        continue;
      if (line->label != PRESSER_NO_LABEL && line->label == label)
        line->flags &= (guint8) ~(PRESSER_LINE_TURN | PRESSER_LINE_QUESTION);
      label = line->label;
    }
}

/**
 * presser_captions_join:
 * @self: a script whose labels were found
 *
 * Puts sentences together that run over captions, and gives turns their end.
 */
void
presser_captions_join (PresserScript *self)
{
  gboolean has_labels = self->has_turns;
  gsize    n_bytes = 0;
  int      turn = -1;

  if (!self->are_captions)
    return;

  join_repeated_labels (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      PresserLine *line = presser_script_line (self, i);
      gboolean     begins_turn = (line->flags & PRESSER_LINE_TURN) != 0;
      gboolean     begins = i == 0 || begins_turn || begins_paragraph (self, i, n_bytes);

      line->flags &= (guint8) ~PRESSER_LINE_PARAGRAPH;
      if (begins)
        {
          line->flags |= PRESSER_LINE_PARAGRAPH;
          n_bytes = 0;
          if (begins_turn || (!has_labels && line->start_time >= 0))
            {
              line->flags |= PRESSER_LINE_TURN;
              if (i > 0)
                end_turn (self, turn, i - 1);
              turn = (int) i;
            }
        }
      n_bytes += line->length + 1;
    }
  if (self->lines->len > 0)
    end_turn (self, turn, self->lines->len - 1);
  self->has_turns = turn >= 0;
}
