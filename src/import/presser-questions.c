/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which turn answers which. An answer is the turn of somebody with a name; its question is the nearest turn before in
 * which a reporter asks. Where reporters have names of their own, a question is what holds a question mark. */

#include "presser-script-private.h"

#include <string.h>

#include "presser-characters.h"

/* Moderators and interpreters may speak between. */
#define TURNS_BACK 6

typedef struct
{
  guint    voice; /* G_MAXUINT: somebody unknown */
  gboolean is_reporter;
  gboolean is_unnamed;
  gboolean has_mark;
  gboolean ends_asking;
} Turn;

/* The Arabic one and the wide one both end with 0x9f in UTF-8, which hardly any other letter has. */
static gboolean
has_question_mark (const char *text,
                   gsize       length)
{
  const char *end = text + length;

  if (memchr (text, '?', length) != NULL)
    return TRUE;
  for (const char *last = memchr (text, 0x9f, length); last != NULL; last = memchr (last + 1, 0x9f, (gsize) (end - last - 1)))
    if ((last > text && memcmp (last - 1, "؟", 2) == 0) || (last > text + 1 && memcmp (last - 2, "？", 3) == 0))
      return TRUE;

  return FALSE;
}

static gboolean
ends_with_question_mark (const char *text,
                         const char *end)
{
  gunichar last = presser_text_last_character (text, end);

  while (end > text && presser_character_closes (last))
    {
      end = g_utf8_prev_char (end);
      last = presser_text_last_character (text, end);
    }

  return last == '?' || last == 0x61f || last == 0xff1f;
}

static void
look_at_line (const PresserScript *self,
              const PresserLine   *line,
              Turn                *turn)
{
  const char *text = presser_line_text (self, line) + line->skip;
  const char *end = presser_line_end (self, line);

  if (text >= end)
    return;
  turn->has_mark = turn->has_mark || has_question_mark (text, (gsize) (end - text));
  turn->ends_asking = turn->has_mark && ends_with_question_mark (text, end);
}

static Turn
make_turn (const PresserScript *self,
           const PresserLine   *line)
{
  Turn                turn = { .voice = G_MAXUINT };
  const PresserVoice *voice;

  if (line->label == PRESSER_NO_LABEL)
    return turn;
  turn.voice = ((const PresserLabel *) self->labels->pdata[line->label])->voice;
  voice = self->voices->pdata[turn.voice];
  turn.is_reporter = voice->is_reporter;
  turn.is_unnamed = voice->is_unnamed;

  return turn;
}

static GArray *
collect_turns (const PresserScript *self)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PresserLine *line = presser_script_line (self, i);

      if ((line->flags & PRESSER_LINE_TURN) != 0)
        {
          Turn more = make_turn (self, line);

          g_array_append_val (turns, more);
        }
      if (turns->len > 0)
        look_at_line (self, line, &g_array_index (turns, Turn, turns->len - 1));
    }

  return turns;
}

/* Where reporters are the rule, an official's question is none of this kind. */
static gboolean
has_reporters (GArray *turns)
{
  guint n = 0;

  for (guint i = 0; i < turns->len; i++)
    n += g_array_index (turns, Turn, i).is_reporter;

  return n * 5 >= turns->len;
}

static gboolean
asks (const Turn *turn,
      gboolean    by_reporters)
{
  return turn->is_reporter || (!by_reporters && turn->has_mark && !turn->is_unnamed);
}

static guint32
find_question (GArray  *turns,
               guint    place,
               gboolean by_reporters)
{
  const Turn *answer = &g_array_index (turns, Turn, place);

  if (answer->voice == G_MAXUINT || answer->is_unnamed || (!by_reporters && answer->ends_asking))
    return PRESSER_NO_TURN;
  for (guint back = 1; back <= MIN (TURNS_BACK, place); back++)
    {
      const Turn *turn = &g_array_index (turns, Turn, place - back);

      if (turn->voice != answer->voice && turn->voice != G_MAXUINT && asks (turn, by_reporters))
        return place - back;
    }

  return PRESSER_NO_TURN;
}

/**
 * presser_questions_find:
 * @self: a script whose speakers are known
 *
 * Pairs answers with their questions.
 */
void
presser_questions_find (PresserScript *self)
{
  g_autoptr (GArray) turns = NULL;
  gboolean by_reporters;

  if (self->voices->len == 0)
    return;

  turns = collect_turns (self);
  by_reporters = has_reporters (turns);
  for (guint i = 0; i < turns->len; i++)
    {
      guint32 question = find_question (turns, i, by_reporters);

      g_array_append_val (self->questions, question);
    }
}
