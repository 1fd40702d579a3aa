/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-dialogue-private.h"

#include <string.h>

/* Speech behind a dash at the line's start: “– Yes, – said Petrov. – We are ready.” It ends at a dash before
 * a cue verb and goes on after the next dash. A line that only begins with a dash may be a list
 * item: it counts only if a cue verb follows a dash, or if the line before was dialogue. */

static gboolean
is_dialogue_dash (gunichar c)
{
  return c == 0x2013 || c == 0x2014 || c == 0x2015;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xA0 || c == 0x202F;
}

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
next_dash (const char *p,
           const char *end)
{
  while (p < end && !((guint8) *p == 0xE2 && is_dialogue_dash (g_utf8_get_char (p))))
    p++;

  return p;
}

/* The next one, two or three words hold a cue verb: “— said”, “– тихо сказал”. */
static gboolean
cue_follows (const PresserCueTable *table,
             const char            *p,
             const char            *end)
{
  for (guint i = 0; i < 3; i++)
    {
      char        folded[PRESSER_WORD_MAX];
      const char *start;
      gsize       n_bytes;

      p = skip_blanks (p, end);
      start = p;
      if (i == 0 && p < end && !g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
      while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        return FALSE;

      n_bytes = presser_cue_fold (start, (gsize) (p - start), folded);
      if ((presser_cue_table_look_up (table, folded, n_bytes) & PRESSER_WORD_SAID) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_speech (GArray     *quotations,
               const char *text,
               const char *start,
               const char *content,
               const char *end)
{
  PresserQuotation quotation = { 0 };

  while (end > content && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (end <= content)
    return;

  quotation.start = (guint32) (start - text);
  quotation.content_start = (guint32) (content - text);
  quotation.end = quotation.content_end = (guint32) (end - text);
  quotation.is_closed = 1;
  quotation.is_dialogue = 1;
  g_array_append_val (quotations, quotation);
}

static const char *
skip_to_speech (const char *p,
                const char *end)
{
  while (p < end && (is_blank (g_utf8_get_char (p)) || g_unichar_ispunct (g_utf8_get_char (p))) && g_utf8_get_char (p) != 0xBF && g_utf8_get_char (p) != 0xA1)
    p = g_utf8_next_char (p);

  return p;
}

/* “— Oui, répondit X. Je le savais.”: no second dash, but a verb of saying behind a comma or a mark. */
static gboolean
read_without_dash (const PresserCueTable *table,
                   const char            *text,
                   const char            *start,
                   const char            *content,
                   const char            *end,
                   GArray                *quotations)
{
  for (const char *p = content; p < end; p = g_utf8_next_char (p))
    {
      gunichar    c = g_utf8_get_char (p);
      const char *behind = g_utf8_next_char (p), *stop;

      if ((c != ',' && c != '?' && c != '!' && c != 0x2026) || !cue_follows (table, behind, end))
        continue;
      append_speech (quotations, text, start, content, c == ',' ? p : behind);
      stop = memchr (behind, '.', (gsize) (end - behind));
      if (stop != NULL)
        append_speech (quotations, text, stop + 1, skip_blanks (stop + 1, end), end);
      return TRUE;
    }

  return FALSE;
}

/**
 * presser_dialogue_read:
 * @reader: knows the table and whether the paragraph before was dialogue
 * @utf8: a paragraph
 * @n_bytes: its length in bytes
 * @quotations: (element-type PresserQuotation): gets the speeches of the paragraph
 *
 * Returns: %TRUE if the paragraph is dialogue and needs no other look
 */
gboolean
presser_dialogue_read (const PresserMarkReader *reader,
                       const char              *utf8,
                       gsize                    n_bytes,
                       GArray                  *quotations)
{
  const char *end = utf8 + n_bytes;
  const char *start = skip_blanks (utf8, end);
  const char *content, *dash;
  guint       n_before = quotations->len;
  gboolean    has_cue = FALSE;

  if ((presser_cue_table_get_grammar (reader->table) & PRESSER_GRAMMAR_DASHES) == 0 || start >= end || !is_dialogue_dash (g_utf8_get_char (start)))
    return FALSE;

  content = skip_blanks (g_utf8_next_char (start), end);
  for (dash = next_dash (content, end); dash < end; dash = next_dash (g_utf8_next_char (dash), end))
    {
      if (!cue_follows (reader->table, g_utf8_next_char (dash), end))
        continue;

      has_cue = TRUE;
      append_speech (quotations, utf8, start, content, dash);
      start = next_dash (g_utf8_next_char (dash), end);
      content = start = start < end ? skip_to_speech (g_utf8_next_char (start), end) : end;
      dash = start;
      if (dash >= end)
        break;
    }
  if (!has_cue && (presser_cue_table_get_grammar (reader->table) & PRESSER_GRAMMAR_INSIDE) != 0 && read_without_dash (reader->table, utf8, start, content, end, quotations))
    return TRUE;
  append_speech (quotations, utf8, start, content, end);

  if (!has_cue && !reader->was_dialogue)
    g_array_set_size (quotations, n_before);

  return quotations->len > n_before;
}
