/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a range as `note type="exact"` holds them. */

#include "presser-tei-stray-private.h"

#include <string.h>

/* White space of any kind becomes one blank, none at the ends. */
char *
presser_tei_fold_words (const char *text,
                        gssize      n_bytes)
{
  GString    *result = g_string_new (NULL);
  const char *end = n_bytes < 0 ? text + strlen (text) : text + n_bytes;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_len (result, p, g_utf8_next_char (p) - p);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }
  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);

  return g_string_free (result, FALSE);
}

/* Where a line begins in the text of a reading. */
const char *
presser_tei_reading_get_line_text (PresserTeiReading *text,
                                   guint              line)
{
  if (text->line_starts == NULL)
    {
      guint32 start = 0;

      text->line_starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), text->lines->len);
      g_array_append_val (text->line_starts, start);
      for (const char *p = strchr (text->text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
        {
          start = (guint32) (p + 1 - text->text);
          g_array_append_val (text->line_starts, start);
        }
    }

  return text->text + g_array_index (text->line_starts, guint32, line);
}

char *
presser_tei_dup_words (PresserTeiReading *text,
                       PresserRange       range,
                       gboolean           without_asides)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint first = presser_tei_reading_find_line (text, range.start);
  guint last = presser_tei_reading_find_line (text, range.end);

  for (guint i = first; i <= last; i++)
    {
      PresserTeiLine *line = &g_array_index (text->lines, PresserTeiLine, i);
      PresserRange    within = presser_range_intersect (range, (PresserRange){ line->position, line->position + line->length });
      const char     *start;
      const char     *end;

      if (presser_range_is_empty (within)
          || (without_asides && i > first && i < last
              && presser_tei_paragraph_is_aside (g_ptr_array_index (text->paragraphs, i))))
        continue;
      start = g_utf8_offset_to_pointer (presser_tei_reading_get_line_text (text, i), within.start - line->position);
      end = g_utf8_offset_to_pointer (start, presser_range_get_length (within));
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, start, end - start);
    }

  return presser_tei_fold_words (words->str, (gssize) words->len);
}

/* The character position of a byte of the text. */
guint
presser_tei_reading_count_to (PresserTeiReading *text,
                              guint32            byte)
{
  guint low = 0;
  guint high;

  presser_tei_reading_get_line_text (text, 0);
  high = text->line_starts->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (text->line_starts, guint32, middle) <= byte)
        low = middle;
      else
        high = middle;
    }

  return g_array_index (text->lines, PresserTeiLine, low).position
         + (guint) g_utf8_pointer_to_offset (presser_tei_reading_get_line_text (text, low), text->text + byte);
}
