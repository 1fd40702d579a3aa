/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-quotation-marks.h"

#include <string.h>

#include "presser-dialogue-private.h"

/* A small automaton: at most one mark is open. An opener is closed by its own closers only; whatever
 * else stands inside is nested and not reported. Position decides where shape does not: straight marks, and
 * marks that one country opens and another closes with. Only bytes that can begin a mark are decoded. */

#define MAX_PARAGRAPHS_OPEN 12
#define LEFT_DOUBLE         0x201C
#define RIGHT_DOUBLE        0x201D
#define LEFT_SINGLE         0x2018
#define RIGHT_SINGLE        0x2019

typedef struct
{
  gunichar c;
  gunichar before; /* ' ' at the paragraph's edges */
  gunichar after;
  gsize    at;
  gsize    end;
} Mark;

typedef struct
{
  const PresserMarkReader *reader;
  const char              *text;
  gsize                    n_bytes;
  GArray                  *quotations; /* of PresserQuotation */
  gunichar                 open;
  gsize                    start;
  gsize                    content_start;
  Mark                     inner_close; /* the last closer of a nested pair; its end is 0 if there is none */
  guint                    depth;
  gboolean                 is_continued;
  gboolean                 after_backticks;
} Scan;

static const PresserMarkPair single_pair = { LEFT_SINGLE, { RIGHT_SINGLE, 0 } };

/**
 * presser_mark_is_mark:
 * @c: a character
 *
 * Returns: %TRUE if @c is a double quotation mark of any language, or a single one that is no apostrophe
 */
gboolean
presser_mark_is_mark (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0xAB:
    case 0xBB:
    case LEFT_SINGLE:
    case 0x201A:
    case LEFT_DOUBLE:
    case RIGHT_DOUBLE:
    case 0x201E:
    case 0x201F:
    case 0x2039:
    case 0x203A:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return TRUE;
    default:
      return FALSE;
    }
}

static const PresserMarkPair *
find_pair (const PresserMarkReader *reader,
           gunichar                 opener)
{
  guint                  n_pairs;
  const PresserMarkPair *pairs = presser_cue_table_get_marks (reader->table, &n_pairs);

  for (guint i = 0; i < n_pairs; i++)
    {
      if (pairs[i].opener == opener)
        return &pairs[i];
    }

  return reader->has_singles && opener == LEFT_SINGLE ? &single_pair : NULL;
}

static gboolean
pair_closes_by (const PresserMarkPair *pair,
                gunichar               c)
{
  for (guint i = 0; pair != NULL && pair->closers[i] != 0; i++)
    {
      if (pair->closers[i] == c)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_any_closer (const PresserMarkReader *reader,
               gunichar                 c)
{
  guint                  n_pairs;
  const PresserMarkPair *pairs = presser_cue_table_get_marks (reader->table, &n_pairs);

  for (guint i = 0; i < n_pairs; i++)
    {
      if (pair_closes_by (&pairs[i], c))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2014 || c == 0x2013 || c == '-' || c == 0x2015;
}

static gboolean
opens_by_position (const Mark *mark)
{
  gboolean free_before = g_unichar_isspace (mark->before) || is_dash (mark->before) || (mark->before < 0x80 && strchr ("([{/", (int) mark->before) != NULL);

  return free_before && (g_unichar_isalnum (mark->after) || mark->after == '[' || mark->after == LEFT_SINGLE || mark->after == 0x2026 || mark->after == '.' || mark->after == '$');
}

static gboolean
can_open (const PresserMarkReader *reader,
          const Mark              *mark)
{
  if (find_pair (reader, mark->c) == NULL)
    return FALSE;
  if (mark->c == LEFT_SINGLE)
    return opens_by_position (mark);
  if (mark->c != '"' && !is_any_closer (reader, mark->c))
    return TRUE;
  if (g_unichar_isalnum (mark->before))
    return mark->c == '"' && g_unichar_isalnum (mark->after);

  if (mark->c != '"')
    return !g_unichar_isspace (mark->after);

  return !g_unichar_isspace (mark->after) || g_unichar_isspace (mark->before) || mark->before == ',' || mark->before == ':';
}

static void
find_content_end (const Scan       *scan,
                  PresserQuotation *quotation,
                  gsize             end)
{
  const char *start = scan->text + quotation->content_start;
  const char *p = scan->text + end;

  while (p > start)
    {
      const char *last = g_utf8_prev_char (p);
      gunichar    c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0x202F && c != 0xA0)
        break;
      p = last;
    }
  quotation->content_end = (guint32) (p - scan->text);
}

static void
end_quotation (Scan    *scan,
               gsize    content_end,
               gsize    end,
               gboolean is_closed)
{
  PresserQuotation quotation = { 0 };

  quotation.start = (guint32) scan->start;
  quotation.end = (guint32) end;
  quotation.content_start = (guint32) MIN (scan->content_start, content_end);
  quotation.is_closed = is_closed ? 1 : 0;
  quotation.is_continued = scan->is_continued ? 1 : 0;
  find_content_end (scan, &quotation, content_end);

  if (quotation.content_end > quotation.content_start)
    g_array_append_val (scan->quotations, quotation);
  scan->open = 0;
  scan->is_continued = FALSE;
}

static gsize
skip_blanks (const Scan *scan,
             gsize       at)
{
  while (at < scan->n_bytes)
    {
      gunichar c = g_utf8_get_char (scan->text + at);

      if (!g_unichar_isspace (c) && c != 0x202F && c != 0xA0)
        break;
      at = (gsize) (g_utf8_next_char (scan->text + at) - scan->text);
    }

  return at;
}

static void
begin_quotation (Scan       *scan,
                 const Mark *mark)
{
  scan->open = mark->c;
  scan->start = mark->at;
  scan->content_start = skip_blanks (scan, mark->end);
  scan->depth = 0;
  scan->inner_close.end = 0;
  scan->is_continued = FALSE;
}

/* Guillemets and low marks show by their shape which way they look, so pairs of one kind can nest. */
static gboolean
nests_by_shape (gunichar opener)
{
  return opener == 0xAB || opener == 0x201E || opener == 0x300C;
}

static gboolean
is_apostrophe (const Mark *mark)
{
  return mark->c == RIGHT_SINGLE && (g_unichar_isalnum (mark->after) || mark->before == 's');
}

static void
meet_closer (Scan       *scan,
             const Mark *mark)
{
  if (is_apostrophe (mark))
    return;

  if (scan->open == '"' && mark->c == '"' && opens_by_position (mark))
    {
      end_quotation (scan, mark->at, mark->at, FALSE);
      begin_quotation (scan, mark);
    }
  else if (scan->depth > 0)
    {
      scan->depth--;
      scan->inner_close = *mark;
    }
  else
    {
      end_quotation (scan, mark->at, mark->end, TRUE);
    }
}

/* “ while “ is open: the first was never closed; or, behind a letter or a stop, it is the closer that a
 * careless keyboard wrote. */
static void
meet_same_opener (Scan       *scan,
                  const Mark *mark)
{
  if (nests_by_shape (mark->c))
    {
      scan->depth++;
    }
  else if (g_unichar_isalnum (mark->before) || (mark->before < 0x80 && strchr (".,?!", (int) mark->before) != NULL))
    {
      end_quotation (scan, mark->at, mark->end, TRUE);
    }
  else
    {
      end_quotation (scan, mark->at, mark->at, FALSE);
      begin_quotation (scan, mark);
    }
}

static void
meet_mark (Scan       *scan,
           const Mark *mark)
{
  if (scan->open == 0)
    {
      if (can_open (scan->reader, mark))
        begin_quotation (scan, mark);
    }
  else if (scan->is_continued && opens_by_position (mark) && can_open (scan->reader, mark))
    {
      begin_quotation (scan, mark);
    }
  else if (pair_closes_by (find_pair (scan->reader, scan->open), mark->c))
    {
      meet_closer (scan, mark);
    }
  else if (mark->c == scan->open && !scan->is_continued)
    {
      meet_same_opener (scan, mark);
    }
}

static gunichar
character_before (const char *text,
                  gsize       at)
{
  return at == 0 ? ' ' : g_utf8_get_char (g_utf8_prev_char (text + at));
}

static gunichar
character_at (const Scan *scan,
              gsize       at)
{
  return at >= scan->n_bytes ? ' ' : g_utf8_get_char (scan->text + at);
}

static gboolean
can_begin_mark (guint8 byte)
{
  return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3;
}

/* Two backticks open, and two typewriter apostrophes close them; by themselves those are wiki markup. */
static gboolean
decode_mark (Scan *scan,
             gsize at,
             Mark *mark)
{
  const char *p = scan->text + at;

  mark->at = at;
  mark->c = g_utf8_get_char (p);
  mark->end = (gsize) (g_utf8_next_char (p) - scan->text);

  if (mark->c == '\'' || mark->c == '`')
    {
      if (mark->end >= scan->n_bytes || p[1] != p[0] || (p[0] == '\'' && !scan->after_backticks))
        return FALSE;
      scan->after_backticks = p[0] == '`';
      mark->c = p[0] == '`' ? LEFT_DOUBLE : '"';
      mark->end++;
    }
  else if (!presser_mark_is_mark (mark->c) && !(mark->c == RIGHT_SINGLE && scan->reader->has_singles))
    {
      return FALSE;
    }

  mark->before = character_before (scan->text, at);
  mark->after = character_at (scan, mark->end);

  return TRUE;
}

/* A paragraph after one that was left open: it goes on only if a closer comes before any opener. */
static void
resume (Scan              *scan,
        PresserMarkReader *self)
{
  gsize    first = skip_blanks (scan, 0);
  gunichar c = character_at (scan, first);

  if (self->open == 0 || self->n_open >= MAX_PARAGRAPHS_OPEN || find_pair (self, c) != NULL)
    return;

  scan->open = self->open;
  scan->start = scan->content_start = first;
  scan->is_continued = TRUE;
}

static void
end_paragraph (Scan *scan)
{
  if (scan->open == 0 || scan->is_continued)
    return;

  if (scan->inner_close.end > 0)
    end_quotation (scan, scan->inner_close.at, scan->inner_close.end, TRUE);
  else if (scan->n_bytes - scan->start > 2)
    end_quotation (scan, scan->n_bytes, scan->n_bytes, FALSE);
}

/**
 * presser_mark_reader_read:
 * @self: the reader, with its table set
 * @utf8: a paragraph, valid UTF-8
 * @n_bytes: its length in bytes
 * @quotations: (element-type PresserQuotation): gets what is found, in text order
 *
 * Finds the quoted stretches of one paragraph, given that the paragraphs before it were read in order.
 */
void
presser_mark_reader_read (PresserMarkReader *self,
                          const char        *utf8,
                          gsize              n_bytes,
                          GArray            *quotations)
{
  Scan  scan = { .reader = self, .text = utf8, .n_bytes = n_bytes, .quotations = quotations };
  gsize i = 0;

  if (presser_dialogue_read (self, utf8, n_bytes, quotations))
    {
      presser_mark_reader_reset (self);
      self->was_dialogue = TRUE;
      return;
    }

  resume (&scan, self);
  while (i < n_bytes)
    {
      Mark mark;

      if (!can_begin_mark ((guint8) utf8[i]) || !decode_mark (&scan, i, &mark))
        {
          i++;
          continue;
        }
      meet_mark (&scan, &mark);
      i = mark.end;
    }

  self->open = scan.is_continued ? 0 : scan.open;
  end_paragraph (&scan);
  self->n_open = self->open != 0 ? self->n_open + 1 : 0;
  self->was_dialogue = FALSE;
}

/**
 * presser_mark_reader_reset:
 * @self: a reader
 *
 * Forgets what is open: a heading, a label or a turn stands between.
 */
void
presser_mark_reader_reset (PresserMarkReader *self)
{
  self->open = 0;
  self->n_open = 0;
  self->was_dialogue = FALSE;
}

/**
 * presser_mark_reader_needs_singles:
 * @utf8: a document's text
 * @n_bytes: its length in bytes
 *
 * Some houses quote with single marks. They can be told from apostrophes only where no double marks are used.
 *
 * Returns: %TRUE if the text has ‘ and no double quotation mark at all
 */
gboolean
presser_mark_reader_needs_singles (const char *utf8,
                                   gsize       n_bytes)
{
  gboolean has_single = FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8   byte = (guint8) utf8[i];
      gunichar c;

      if (byte == '"')
        return FALSE;
      if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3)
        continue;

      c = g_utf8_get_char (utf8 + i);
      if (c == LEFT_SINGLE)
        has_single = TRUE;
      else if (presser_mark_is_mark (c) && c != 0x201A && c != 0x2039 && c != 0x203A)
        return FALSE;
    }

  return has_single;
}
