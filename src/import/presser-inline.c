/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Not all of CommonMark: a star that nothing answers is a footnote mark and stays, which is what matters in transcripts.
 * First the pairs of marks are found, then the text is written without them. Linear: each open mark is looked for once. */

#include "presser-inline.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-markup.h"

/* Bytes of a link; a longer look ahead would make a file of brackets slow. */
#define MAX_ADDRESS 2000

typedef enum
{
  MARK_NONE,
  MARK_OPEN,
  MARK_CLOSE,
} MarkKind;

typedef struct
{
  const char *start;
  guint8      length; /* 1 or 2; 3 is both */
  guint8      kind;   /* MarkKind, once it found its pair */
} Mark;

static gboolean
is_word (gunichar character)
{
  return character != 0 && (g_unichar_isalnum (character) || character == '_');
}

static Mark
look_at_mark (const char *place)
{
  Mark mark = { place, 1, MARK_NONE };

  while (mark.length < 3 && place[mark.length] == *place)
    mark.length++;

  return mark;
}

static gboolean
may_open (const char *block,
          const Mark *mark)
{
  gunichar before = presser_text_last_character (block, mark->start);
  gunichar after = g_utf8_get_char (mark->start + mark->length);

  return after != 0 && !presser_character_is_blank (after) && (*mark->start == '*' ? !is_word (before) || mark->length > 1 : !is_word (before));
}

static gboolean
may_close (const char *block,
           const Mark *mark)
{
  gunichar before = presser_text_last_character (block, mark->start);
  gunichar after = g_utf8_get_char (mark->start + mark->length);

  return before != 0 && (!presser_character_is_blank (before) || mark->length > 1) && (*mark->start == '*' || !is_word (after));
}

/* The last open mark of each kind: * ** *** _ __ ___ ~~. */
static guint
get_kind (const Mark *mark)
{
  return (*mark->start == '*' ? 0u : *mark->start == '_' ? 3u
                                                         : 6u)
         + mark->length - 1;
}

static GArray *
find_marks (const char *block)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  int     open[9] = { -1, -1, -1, -1, -1, -1, -1, -1, -1 };

  for (const char *place = block; *place != '\0'; place++)
    {
      Mark  mark;
      guint kind;

      if (*place == '\\' && place[1] != '\0')
        {
          place++;
          continue;
        }
      if (*place != '*' && *place != '_' && (*place != '~' || place[1] != '~'))
        continue;
      mark = look_at_mark (place);
      kind = get_kind (&mark);
      if (open[kind] >= 0 && may_close (block, &mark))
        {
          g_array_index (marks, Mark, open[kind]).kind = MARK_OPEN;
          mark.kind = MARK_CLOSE;
          open[kind] = -1;
        }
      else if (may_open (block, &mark))
        open[kind] = (int) marks->len;
      place += mark.length - 1;
      g_array_append_val (marks, mark);
    }

  return marks;
}

/* [text](address): gives the place behind it; the text goes on being read. */
static const char *
skip_link_target (const char *place)
{
  const char *close = place[0] == ']' && place[1] == '(' ? memchr (place, ')', strnlen (place, MAX_ADDRESS)) : NULL;

  return close != NULL ? close + 1 : NULL;
}

/* An opening bracket belongs to a link if its closing one is followed by an address. */
static gboolean
opens_link (const char *place)
{
  const char *close = place;
  int         depth = 0;

  /* Nothing sensible is nested deeper, and a run of brackets shall not be read again from each of them. */
  for (; *close != '\0' && close - place < 1000 && depth < 10; close++)
    {
      depth += *close == '[';
      depth -= *close == ']';
      if (depth == 0)
        break;
    }

  return *close == ']' && close[1] == '(';
}

typedef struct
{
  GString *out;
  GArray  *bold; /* of guint16, one a line */
  gsize    line_start;
  gsize    bold_start; /* where the open bold run began, G_MAXSIZE if none */
} Writer;

static void
end_bold (Writer *writer)
{
  if (writer->bold_start == writer->line_start)
    g_array_index (writer->bold, guint16, writer->bold->len - 1) = (guint16) MIN (writer->out->len - writer->line_start, G_MAXUINT16);
  writer->bold_start = G_MAXSIZE;
}

static void
begin_line (Writer *writer)
{
  guint16 none = 0;

  g_array_append_val (writer->bold, none);
  writer->line_start = writer->out->len;
}

static void
write_mark (Writer     *writer,
            const Mark *mark)
{
  if (mark->kind == MARK_NONE)
    g_string_append_len (writer->out, mark->start, mark->length);
  else if (mark->length >= 2 && *mark->start != '~' && mark->kind == MARK_OPEN)
    writer->bold_start = writer->out->len;
  else if (mark->length >= 2 && *mark->start != '~')
    end_bold (writer);
}

/* Gives the bytes dealt with, 0 for an ordinary character. */
static gsize
write_special (Writer     *writer,
               const char *place)
{
  const char *close;

  switch (*place)
    {
    case '\\':
      if (!g_ascii_ispunct (place[1]))
        return 0;
      g_string_append_c (writer->out, place[1]);
      return 2;
    case '[':
      return opens_link (place) ? 1 : 0;
    case '!':
      return place[1] == '[' && opens_link (place + 1) ? 2 : 0;
    case ']':
      close = skip_link_target (place);
      return close != NULL ? (gsize) (close - place) : 0;
    case '`':
      return 1;
    case '<':
      close = memchr (place, '>', strnlen (place, MAX_ADDRESS));
      if (close == NULL || (!g_ascii_isalpha (place[1]) && place[1] != '/' && place[1] != '!'))
        return 0;
      if (memchr (place, ':', (gsize) (close - place)) != NULL && memchr (place, ' ', (gsize) (close - place)) == NULL)
        g_string_append_len (writer->out, place + 1, close - place - 1);
      return (gsize) (close - place) + 1;
    default:
      return 0;
    }
}

/**
 * presser_inline_read:
 * @block: lines of a paragraph, UTF-8
 * @bold: (out) (transfer full): for each line the number of bytes at its start that were bold
 *
 * Returns: (transfer full): the same lines without marks
 */
char *
presser_inline_read (const char *block,
                     guint16   **bold)
{
  g_autoptr (GArray) marks = find_marks (block);
  Writer writer = { g_string_sized_new (strlen (block) + 1), g_array_new (TRUE, TRUE, sizeof (guint16)), 0, G_MAXSIZE };
  guint  next = 0;
  char  *decoded;

  begin_line (&writer);
  for (const char *place = block; *place != '\0';)
    {
      gsize n_done;

      while (next < marks->len && g_array_index (marks, Mark, next).start < place)
        next++;
      if (next < marks->len && g_array_index (marks, Mark, next).start == place)
        {
          n_done = g_array_index (marks, Mark, next).length;
          write_mark (&writer, &g_array_index (marks, Mark, next));
        }
      else
        n_done = write_special (&writer, place);
      if (n_done == 0)
        {
          g_string_append_c (writer.out, *place);
          if (*place == '\n')
            begin_line (&writer);
          n_done = 1;
        }
      place += n_done;
    }

  decoded = strchr (writer.out->str, '&') != NULL ? presser_markup_decode_entities (writer.out->str, -1) : g_strdup (writer.out->str);
  g_string_free (writer.out, TRUE);
  *bold = (guint16 *) (gpointer) g_array_free (writer.bold, FALSE);
  return decoded;
}
