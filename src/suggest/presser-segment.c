/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-segment.h"

#include <string.h>

#include "presser-breaks.h"
#include "presser-quotation-marks.h"

/* Looks no further than this many characters to either side, so that a key press in a book on one line is
 * answered at once. */
#define WORD_WINDOW      200
#define SENTENCE_WINDOW  20000
#define QUOTATION_WINDOW 200000
#define MAX_OPEN         64
#define MAX_TRIMS        8

static const char *
find_language (PresserDocument *document,
               guint            paragraph)
{
  const char *language = presser_paragraph_get_language (presser_document_get_paragraph (document, paragraph));

  if (language == NULL)
    language = presser_metadata_get (presser_document_get_metadata (document), PRESSER_METADATA_LANGUAGE);

  return language;
}

static PresserRange
window_around (PresserRange paragraph,
               PresserRange range,
               guint        size)
{
  PresserRange window = { range.start > size ? range.start - size : 0, range.end + MIN (size, G_MAXUINT - range.end) };

  return presser_range_intersect (window, paragraph);
}

/**
 * presser_segment_find_word:
 * @document: a document
 * @position: in code points
 *
 * Finds the word around a position, or the next one of the paragraph, or else its last.
 *
 * Returns: the word, in code points; empty if the paragraph has none
 */
PresserRange
presser_segment_find_word (PresserDocument *document,
                           guint            position)
{
  guint            paragraph = presser_document_find_paragraph (document, position);
  PresserRange     window = window_around (presser_document_get_paragraph_range (document, paragraph),
                                           (PresserRange){ position, position }, WORD_WINDOW);
  g_autofree char *text = presser_text_dup_slice (presser_document_get_text (document), window);
  PresserRange     word = presser_breaks_find_word (text, find_language (document, paragraph), position - window.start);

  return (PresserRange){ word.start + window.start, word.end + window.start };
}

/**
 * presser_segment_find_sentence:
 * @document: a document
 * @range: in code points
 *
 * Finds the sentences that a range touches, in the paragraph where it begins. Full stops of
 * abbreviations and initials do not end one.
 *
 * Returns: the sentences, in code points
 */
PresserRange
presser_segment_find_sentence (PresserDocument *document,
                               PresserRange     range)
{
  guint            paragraph = presser_document_find_paragraph (document, range.start);
  PresserRange     whole = presser_document_get_paragraph_range (document, paragraph);
  PresserRange     inside = { MIN (range.start, whole.end), MIN (range.end, whole.end) };
  PresserRange     window = window_around (whole, inside, SENTENCE_WINDOW);
  g_autofree char *text = presser_text_dup_slice (presser_document_get_text (document), window);
  const char      *language = find_language (document, paragraph);
  PresserCueTable *table = presser_cue_table_get (language != NULL ? language : "en");
  PresserRange     found;

  inside.start -= window.start;
  inside.end -= window.start;
  found = presser_breaks_find_sentences (text, language, table, inside);

  return (PresserRange){ found.start + window.start, found.end + window.start };
}

static guint
count_characters (const char *text,
                  guint32     n_bytes)
{
  return (guint) g_utf8_strlen (text, (gssize) n_bytes);
}

/**
 * presser_segment_find_quotation:
 * @document: a document
 * @position: in code points
 * @quotation: (out): what stands between the marks, in code points
 *
 * Finds the quotation around a position, by the marks of the paragraph's language; standing on a mark
 * counts. Marks nested inside others are not looked at.
 *
 * Returns: %FALSE if no quotation holds the position
 */
gboolean
presser_segment_find_quotation (PresserDocument *document,
                                guint            position,
                                PresserRange    *quotation)
{
  guint             paragraph = presser_document_find_paragraph (document, position);
  PresserRange      window = window_around (presser_document_get_paragraph_range (document, paragraph),
                                            (PresserRange){ position, position }, QUOTATION_WINDOW);
  g_autofree char  *text = presser_text_dup_slice (presser_document_get_text (document), window);
  gsize             n_bytes = strlen (text);
  const char       *language = find_language (document, paragraph);
  PresserMarkReader reader = { presser_cue_table_get (language) };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PresserQuotation));
  guint32 place = (guint32) (g_utf8_offset_to_pointer (text, (glong) (position - window.start)) - text);

  if (reader.table == NULL)
    reader.table = presser_cue_table_get (presser_cue_table_detect (text, n_bytes));
  reader.has_singles = presser_mark_reader_needs_singles (text, n_bytes);
  presser_mark_reader_read (&reader, text, n_bytes, found);

  for (guint i = 0; i < found->len; i++)
    {
      const PresserQuotation *one = &g_array_index (found, PresserQuotation, i);

      if (place < one->start || place > one->end || !one->is_closed)
        continue;
      quotation->start = window.start + count_characters (text, one->content_start);
      quotation->end = window.start + count_characters (text, one->content_end);
      return TRUE;
    }

  return FALSE;
}

static gunichar
family_of (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return '"';
    case 0xAB:
    case 0xBB:
      return 0xAB;
    case 0x2039:
    case 0x203A:
      return 0x2039;
    case 0x2018:
    case 0x201A:
      return 0x2018;
    case 0x300C:
    case 0x300D:
      return 0x300C;
    case 0x300E:
    case 0x300F:
      return 0x300E;
    default:
      return 0;
    }
}

static gboolean
is_trimmed (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xA0 || c == 0x202F || c == 0x200B || c == 0xFEFF;
}

/* Pairs marks of one family in the order they come. Tells whether the range begins or ends with one
 * that has no partner. */
static void
find_unpaired (const char *text,
               gboolean   *first,
               gboolean   *last)
{
  gunichar    open[MAX_OPEN];
  const char *places[MAX_OPEN];
  guint       n_open = 0;
  const char *end = text + strlen (text);
  const char *final = g_utf8_prev_char (end);

  *first = FALSE;
  *last = FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar family = family_of (g_utf8_get_char (p) == 0x2019 && n_open > 0 && open[n_open - 1] == 0x2018 ? 0x2018 : g_utf8_get_char (p));

      if (family == 0)
        continue;
      if (n_open > 0 && open[n_open - 1] == family)
        n_open--;
      else if (n_open < MAX_OPEN)
        {
          places[n_open] = p;
          open[n_open++] = family;
        }
    }

  for (guint i = 0; i < n_open; i++)
    {
      *first = *first || places[i] == text;
      *last = *last || places[i] == final;
    }
}

/**
 * presser_segment_trim:
 * @document: a document
 * @range: in code points
 *
 * Leaves out blanks, and quotation marks whose partner is not inside, at either end of a range.
 *
 * Returns: the range without them, in code points; empty if nothing else is there
 */
PresserRange
presser_segment_trim (PresserDocument *document,
                      PresserRange     range)
{
  PresserText *text = presser_document_get_text (document);

  for (guint tries = 0; tries < MAX_TRIMS && !presser_range_is_empty (range); tries++)
    {
      g_autofree char *slice = NULL;
      gboolean         first, last;

      while (range.start < range.end && is_trimmed (presser_text_get_character (text, range.start)))
        range.start++;
      while (range.end > range.start && is_trimmed (presser_text_get_character (text, range.end - 1)))
        range.end--;
      if (presser_range_is_empty (range))
        break;

      slice = presser_text_dup_slice (text, range);
      find_unpaired (slice, &first, &last);
      if (!first && !last)
        break;
      range.start += first ? 1 : 0;
      range.end -= last && range.end > range.start ? 1 : 0;
    }

  return range;
}
