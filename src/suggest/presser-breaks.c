/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-breaks.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* ICU knows where words and sentences can end in any script (UAX 29). What it cannot know are
 * abbreviations: a boundary behind “Dr.” or “J.” is passed over. ICU counts UTF-16 units, Presser code
 * points; the break iterator never stands inside a surrogate pair. */

typedef struct
{
  UChar          *units;
  int32_t         n_units;
  UBreakIterator *iterator;
} Breaks;

static void
clear_breaks (Breaks *breaks)
{
  g_clear_pointer (&breaks->iterator, ubrk_close);
  g_clear_pointer (&breaks->units, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Breaks, clear_breaks)

static gboolean
open_breaks (Breaks            *breaks,
             const char        *utf8,
             const char        *language,
             UBreakIteratorType type)
{
  UErrorCode status = U_ZERO_ERROR;
  glong      n_units = 0;

  breaks->units = (UChar *) g_utf8_to_utf16 (utf8, -1, NULL, &n_units, NULL);
  if (breaks->units == NULL || n_units == 0 || n_units > G_MAXINT32)
    return FALSE;

  breaks->n_units = (int32_t) n_units;
  breaks->iterator = ubrk_open (type, language != NULL ? language : "", breaks->units, breaks->n_units, &status);

  return U_SUCCESS (status);
}

static int32_t
unit_at (const Breaks *breaks,
         guint         position)
{
  int32_t unit = 0;

  U16_FWD_N (breaks->units, unit, breaks->n_units, (int32_t) MIN (position, G_MAXINT32));

  return unit;
}

static PresserRange
range_of_units (const Breaks *breaks,
                int32_t       start,
                int32_t       end)
{
  guint first = (guint) u_countChar32 (breaks->units, start);

  return (PresserRange){ first, first + (guint) u_countChar32 (breaks->units + start, end - start) };
}

static gboolean
has_word (const Breaks *breaks,
          int32_t       start,
          int32_t       end)
{
  while (start < end)
    {
      UChar32 c;

      U16_NEXT (breaks->units, start, end, c);
      if (u_isalnum (c))
        return TRUE;
    }

  return FALSE;
}

/**
 * presser_breaks_find_word:
 * @utf8: text
 * @language: (nullable): BCP 47 tag
 * @position: in code points of @utf8
 *
 * Finds the word around a position, or the next one, or else the last. Source of the algorithm: UAX 29.
 *
 * Returns: the word, or an empty range at @position if the text has none
 */
PresserRange
presser_breaks_find_word (const char *utf8,
                          const char *language,
                          guint       position)
{
  g_auto (Breaks) breaks = { 0 };
  int32_t unit, start, end;

  if (!open_breaks (&breaks, utf8, language, UBRK_WORD))
    return (PresserRange){ position, position };

  unit = unit_at (&breaks, position);
  end = ubrk_following (breaks.iterator, unit);
  start = end == UBRK_DONE ? UBRK_DONE : ubrk_previous (breaks.iterator);
  if (end != UBRK_DONE && !has_word (&breaks, start, end) && start == unit && start > 0)
    {
      end = start; /* right behind a word is still that word */
      start = ubrk_preceding (breaks.iterator, end);
      ubrk_following (breaks.iterator, unit);
    }
  while (end != UBRK_DONE && !has_word (&breaks, start, end))
    {
      start = MAX (end, unit);
      end = ubrk_following (breaks.iterator, start);
    }
  for (end = end == UBRK_DONE ? ubrk_last (breaks.iterator) : end, start = ubrk_preceding (breaks.iterator, end);
       start != UBRK_DONE && !has_word (&breaks, start, end);
       start = ubrk_preceding (breaks.iterator, end))
    end = start;

  return start == UBRK_DONE ? (PresserRange){ position, position } : range_of_units (&breaks, start, end);
}

static gboolean
is_abbreviation (const PresserCueTable *table,
                 const UChar           *units,
                 int32_t                n_units)
{
  char       word[PRESSER_WORD_MAX * 3], folded[PRESSER_WORD_MAX];
  int32_t    n_bytes = 0;
  UErrorCode status = U_ZERO_ERROR;
  UChar32    first;

  U16_GET (units, 0, 0, n_units, first);
  if (u_countChar32 (units, n_units) == 1)
    return u_isUUppercase (first);
  if (table == NULL || n_units >= PRESSER_WORD_MAX)
    return FALSE;

  u_strToUTF8 (word, sizeof word, &n_bytes, units, n_units, &status);
  if (U_FAILURE (status))
    return FALSE;

  return (presser_cue_table_look_up (table, folded, presser_cue_fold (word, (gsize) n_bytes, folded)) & PRESSER_WORD_ABBREVIATION) != 0;
}

static gboolean
is_ordinal (const Breaks          *breaks,
            const PresserCueTable *table,
            int32_t                stop)
{
  int32_t start = stop;

  if (table == NULL || (presser_cue_table_get_grammar (table) & PRESSER_GRAMMAR_ORDINAL_DOTS) == 0)
    return FALSE;
  while (start > 0 && u_isdigit (breaks->units[start - 1]))
    start--;

  return stop - start == 1 || stop - start == 2;
}

/* Does a full stop behind an abbreviation or an initial stand before this boundary? */
static gboolean
is_false_end (const Breaks          *breaks,
              const PresserCueTable *table,
              int32_t                boundary)
{
  const UChar *units = breaks->units;
  int32_t      end = boundary, start;

  if (boundary <= 0 || boundary >= breaks->n_units)
    return FALSE;

  while (end > 0 && u_isUWhiteSpace (units[end - 1]))
    end--;
  if (end == 0 || units[end - 1] != '.')
    return FALSE;

  end--;
  if (is_ordinal (breaks, table, end))
    return TRUE;
  for (start = end; start > 0 && (u_isalpha (units[start - 1]) || units[start - 1] == '.');)
    start--;
  while (start < end && units[start] == '.')
    start++;
  /* “e.g” and “U.S” stand in the tables without inner stops as well */
  for (int32_t i = end - 1; i > start; i--)
    {
      if (units[i] == '.')
        {
          start = i + 1;
          break;
        }
    }

  return start < end && is_abbreviation (table, units + start, end - start);
}

static int32_t
sentence_start (Breaks                *breaks,
                const PresserCueTable *table,
                int32_t                unit)
{
  int32_t start = ubrk_isBoundary (breaks->iterator, unit) ? unit : ubrk_preceding (breaks->iterator, unit);

  while (start != UBRK_DONE && start > 0 && is_false_end (breaks, table, start))
    start = ubrk_preceding (breaks->iterator, start);

  return start == UBRK_DONE ? 0 : start;
}

static int32_t
sentence_end (Breaks                *breaks,
              const PresserCueTable *table,
              int32_t                unit)
{
  int32_t end = ubrk_following (breaks->iterator, unit);

  while (end != UBRK_DONE && end < breaks->n_units && is_false_end (breaks, table, end))
    end = ubrk_following (breaks->iterator, end);

  return end == UBRK_DONE ? breaks->n_units : end;
}

/**
 * presser_breaks_find_sentences:
 * @utf8: text of one paragraph
 * @language: (nullable): BCP 47 tag
 * @table: (nullable): knows the language's abbreviations
 * @range: in code points of @utf8
 *
 * Finds the sentences that a range touches, without the blank behind them. Source of the algorithm: UAX 29.
 *
 * Returns: from the start of the first sentence to the end of the last
 */
PresserRange
presser_breaks_find_sentences (const char            *utf8,
                               const char            *language,
                               const PresserCueTable *table,
                               PresserRange           range)
{
  g_auto (Breaks) breaks = { 0 };
  int32_t start, end, last;

  if (!open_breaks (&breaks, utf8, language, UBRK_SENTENCE))
    return range;

  start = unit_at (&breaks, range.start);
  last = presser_range_is_empty (range) ? start : unit_at (&breaks, range.end - 1);
  if (start >= breaks.n_units)
    start = last = breaks.n_units - 1;
  start = sentence_start (&breaks, table, start);
  end = sentence_end (&breaks, table, MIN (last, breaks.n_units - 1));
  while (end > start && u_isUWhiteSpace (breaks.units[end - 1]))
    end--;

  return range_of_units (&breaks, start, end);
}
