/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-qda-places.h"

#include <string.h>

/* Shorter names than that are not cut by anybody. */
#define CUT_LENGTH      30
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef enum
{
  UNIT_CODE_POINT,
  UNIT_UTF16,
  UNIT_BYTE,
  N_UNITS,
} Unit;

/**
 * presser_qda_normalize:
 * @text: UTF-8
 *
 * Returns: (transfer full): the same without a byte order mark and with LF for every line end
 */
char *
presser_qda_normalize (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    text += strlen (BYTE_ORDER_MARK);
  for (; *text != '\0'; text++)
    {
      if (*text != '\r')
        g_string_append_c (plain, *text);
      else if (text[1] != '\n')
        g_string_append_c (plain, '\n');
    }
  return g_string_free (plain, FALSE);
}

static guint
get_width (const char *character,
           Unit        unit,
           guint       line_end)
{
  if (*character == '\n')
    return line_end;
  switch (unit)
    {
    case UNIT_UTF16:
      return g_utf8_get_char (character) > 0xFFFF ? 2 : 1;
    case UNIT_BYTE:
      return g_utf8_next_char (character) - character;
    case UNIT_CODE_POINT:
    case N_UNITS:
    default:
      return 1;
    }
}

/* The position of each code point and of the end, in another unit: GArray of gint64, rising. */
static GArray *
measure (const char *text,
         Unit        unit,
         guint       line_end)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  position = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      g_array_append_val (positions, position);
      position += get_width (text, unit, line_end);
    }
  g_array_append_val (positions, position);

  return positions;
}

static gboolean
find_code_point (GArray *positions,
                 gint64  position,
                 guint  *code_point)
{
  guint low = 0;
  guint high = positions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (positions, gint64, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }
  *code_point = low;
  return low < positions->len && g_array_index (positions, gint64, low) == position;
}

static PresserRange
find_range (GArray                    *positions,
            const PresserQdaSelection *selection)
{
  PresserRange range = { 0, 0 };

  if (find_code_point (positions, selection->start, &range.start) && find_code_point (positions, selection->end, &range.end)
      && range.start < range.end)
    return range;
  return (PresserRange){ 0, 0 };
}

/* All white space is one blank, and none stands at the ends. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);
  gboolean blank = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_isspace (character))
        {
          blank = squeezed->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (squeezed, ' ');
      blank = FALSE;
      g_string_append_unichar (squeezed, character);
    }
  return g_string_free (squeezed, FALSE);
}

/* The words that a selection is named after, without the marks that tell that they are cut; or NULL. */
static char *
dup_words (const PresserQdaSelection *selection,
           gboolean                  *is_cut)
{
  char *words = selection->name != NULL ? squeeze (selection->name) : NULL;

  *is_cut = FALSE;
  if (words == NULL || *words == '\0')
    g_clear_pointer (&words, g_free);
  else if (g_str_has_suffix (words, "..."))
    words[strlen (words) - 3] = '\0';
  else if (g_str_has_suffix (words, "…"))
    words[strlen (words) - strlen ("…")] = '\0';
  else
    {
      *is_cut = g_utf8_strlen (words, -1) > CUT_LENGTH;
      return words;
    }
  *is_cut = words != NULL;
  return words;
}

static gboolean
holds_words (const char  *text,
             PresserRange range,
             const char  *words,
             gboolean     is_cut)
{
  const char      *start = g_utf8_offset_to_pointer (text, range.start);
  const char      *end = g_utf8_offset_to_pointer (start, range.end - range.start);
  g_autofree char *slice = g_strndup (start, end - start);
  g_autofree char *squeezed = squeeze (slice);

  return is_cut ? g_str_has_prefix (squeezed, words) : g_str_equal (squeezed, words);
}

/* Whether the selections agree with their names: more is better. */
static guint
count_matches (const char             *text,
               const PresserQdaSource *source,
               GArray                 *positions)
{
  guint n_matches = 0;

  for (guint i = 0; i < source->selections->len; i++)
    {
      const PresserQdaSelection *selection = source->selections->pdata[i];
      PresserRange               range = find_range (positions, selection);
      gboolean                   is_cut = FALSE;
      g_autofree char           *words = dup_words (selection, &is_cut);

      if (words != NULL && !presser_range_is_empty (range) && holds_words (text, range, words, is_cut))
        n_matches++;
    }
  return n_matches;
}

/* Of counts that fit equally well the one of the standard wins. */
static GArray *
choose_positions (const char             *text,
                  const PresserQdaSource *source)
{
  GArray *best = measure (text, UNIT_CODE_POINT, 1);
  guint   n_best = count_matches (text, source, best);

  for (guint i = 1; i < N_UNITS * 2 && n_best < source->selections->len; i++)
    {
      GArray *positions = measure (text, i % N_UNITS, i < N_UNITS ? 1 : 2);
      guint   n_matches = count_matches (text, source, positions);

      if (n_matches > n_best)
        {
          GArray *worse = best;

          best = positions;
          positions = worse;
          n_best = n_matches;
        }
      g_array_unref (positions);
    }
  return best;
}

/* Where the words stand if they stand in one place only; else an empty range. */
static PresserRange
find_words (const char *text,
            const char *words)
{
  const char *place = strstr (text, words);
  guint       start = 0;

  if (place == NULL || strstr (place + 1, words) != NULL)
    return (PresserRange){ 0, 0 };
  start = g_utf8_pointer_to_offset (text, place);
  return (PresserRange){ start, start + g_utf8_strlen (words, -1) };
}

static PresserRange
find_place (const char                *text,
            GArray                    *positions,
            const PresserQdaSelection *selection,
            guint                     *n_doubtful)
{
  PresserRange     range = find_range (positions, selection);
  gboolean         is_cut = FALSE;
  g_autofree char *words = dup_words (selection, &is_cut);
  PresserRange     found = { 0, 0 };

  if (words == NULL || (!presser_range_is_empty (range) && holds_words (text, range, words, is_cut)))
    return range;
  /* A name may also be a name: then nothing of the kind stands in the text, and the position is all there is. */
  found = is_cut ? found : find_words (text, words);
  if (!presser_range_is_empty (found))
    return found;
  *n_doubtful += presser_range_is_empty (range) ? 0 : 1;
  return range;
}

/**
 * presser_qda_find_places:
 * @text: what presser_qda_normalize() gave
 * @source: whose text it is
 * @n_doubtful: (inout): rises with every selection that does not hold the words that it is named after
 *
 * Returns: (transfer full) (element-type PresserRange): for each selection its place, an empty one for none
 */
GArray *
presser_qda_find_places (const char             *text,
                         const PresserQdaSource *source,
                         guint                  *n_doubtful)
{
  g_autoptr (GArray) positions = choose_positions (text, source);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (PresserRange), source->selections->len);

  for (guint i = 0; i < source->selections->len; i++)
    {
      PresserRange place = find_place (text, positions, source->selections->pdata[i], n_doubtful);

      g_array_append_val (places, place);
    }
  return places;
}

static const char *
skip_blanks (const char *text,
             guint      *offset)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    {
      text = g_utf8_next_char (text);
      (*offset)++;
    }
  return text;
}

/* What XML cannot hold was replaced. */
static gboolean
is_same (const char *one,
         const char *other)
{
  return g_utf8_get_char (one) == g_utf8_get_char (other) || (g_utf8_get_char (other) == 0xFFFD && *one != '\0');
}

/**
 * presser_qda_align:
 * @from: a text
 * @to: the same text, in which white space may have changed
 *
 * Returns: (transfer full) (nullable) (element-type guint): for each character of @from its place in @to, %G_MAXUINT for
 *   white space; %NULL if it is another text
 */
GArray *
presser_qda_align (const char *from,
                   const char *to)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint nowhere = G_MAXUINT;
  guint       offset = 0;

  for (; *from != '\0'; from = g_utf8_next_char (from))
    {
      if (g_unichar_isspace (g_utf8_get_char (from)))
        {
          g_array_append_val (places, nowhere);
          continue;
        }
      to = skip_blanks (to, &offset);
      if (*to == '\0' || !is_same (from, to))
        return NULL;
      g_array_append_val (places, offset);
      to = g_utf8_next_char (to);
      offset++;
    }
  to = skip_blanks (to, &offset);

  return *to == '\0' ? g_steal_pointer (&places) : NULL;
}
