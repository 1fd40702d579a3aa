/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges as a file can hold them, of a text as it is read and as it is in a document. */

#include "presser-tei-annotation-private.h"

/* Matter that stands between two paragraphs of speech without being said. */
gboolean
presser_tei_paragraph_is_aside (PresserParagraph *paragraph)
{
  PresserParagraphKind kind = presser_paragraph_get_kind (paragraph);

  return kind == PRESSER_PARAGRAPH_LABEL || kind == PRESSER_PARAGRAPH_NOTE || kind == PRESSER_PARAGRAPH_STAGE;
}

static guint
skip_line (PresserParagraph *paragraph,
           guint             position,
           PresserRange      line,
           PresserRange      between)
{
  return line.start >= between.start && line.end <= between.end && presser_tei_paragraph_is_aside (paragraph) ? line.end : position;
}

static guint
skip_aside_of_reading (gpointer     text,
                       guint        position,
                       PresserRange between)
{
  PresserTeiReading *reading = text;
  guint              line = presser_tei_reading_find_line (reading, position);
  PresserTeiLine    *place = &g_array_index (reading->lines, PresserTeiLine, line);

  return skip_line (g_ptr_array_index (reading->paragraphs, line), position,
                    (PresserRange){ place->position, place->position + place->length }, between);
}

static guint
skip_aside_of_document (gpointer     text,
                        guint        position,
                        PresserRange between)
{
  PresserDocument *document = text;
  guint            paragraph = presser_document_find_paragraph (document, position);

  return skip_line (presser_document_get_paragraph (document, paragraph), position,
                    presser_document_get_paragraph_range (document, paragraph), between);
}

static gboolean
is_blank_in_document (gpointer text,
                      guint    position)
{
  return presser_tei_document_is_blank (presser_document_get_text (text), position);
}

const PresserTeiTextClass presser_tei_reading_text_class = { presser_tei_reading_is_blank, skip_aside_of_reading };
const PresserTeiTextClass presser_tei_document_text_class = { is_blank_in_document, skip_aside_of_document };

static PresserRange
trim (PresserTeiIsBlank is_blank,
      gpointer          text,
      PresserRange      range)
{
  while (range.start < range.end && is_blank (text, range.start))
    range.start++;
  while (range.start < range.end && is_blank (text, range.end - 1))
    range.end--;

  return range;
}

static gboolean
nothing_is_said (const PresserTeiTextClass *class,
                 gpointer text,
                 guint    start,
                 guint    end)
{
  PresserRange between = { start, end };

  while (start < end)
    {
      guint next = class->is_blank (text, start) ? start + 1 : class->skip_aside (text, start, between);

      if (next == start)
        return FALSE;
      start = next;
    }

  return TRUE;
}

GArray *
presser_tei_normalize_ranges (const PresserTeiTextClass *class,
                              gpointer            text,
                              const PresserRange *ranges,
                              guint               n_ranges)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (PresserRange));

  for (guint i = 0; i < n_ranges; i++)
    {
      PresserRange  range = trim (class->is_blank, text, ranges[i]);
      PresserRange *last = result->len == 0 ? NULL : &g_array_index (result, PresserRange, result->len - 1);

      if (presser_range_is_empty (range))
        continue;
      if (last != NULL && nothing_is_said (class, text, last->end, range.start))
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (result, range);
    }

  return result;
}
