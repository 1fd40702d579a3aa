/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decoding that does not fail proves nothing: Windows-1252 takes any bytes. So a guess goes from what is
 * certain (byte order mark, valid UTF-8, escape sequences) over what a detector thinks to what makes sense
 * as text; see presser-encoding-rate.c. */

#include "presser-encoding.h"

#include <stdlib.h>
#include <string.h>

#include <uchardet.h>

#define SAMPLE_SIZE   (64 * 1024)
#define UCHARDET_SIZE (1024 * 1024)
#define MAX_LIKELY    6

/* Tried when the bytes are not UTF-8; earlier ones win a draw. */
static const char *const candidates[] = {
  "WINDOWS-1252",
  "WINDOWS-1251",
  "WINDOWS-1250",
  "KOI8-R",
  "KOI8-U",
  "ISO-8859-2",
  "WINDOWS-1253",
  "WINDOWS-1254",
  "WINDOWS-1255",
  "WINDOWS-1256",
  "WINDOWS-1257",
  "GB18030",
  "BIG5",
  "SHIFT_JIS",
  "EUC-JP",
  "EUC-KR",
  "IBM866",
  "MACINTOSH",
};

typedef struct
{
  const char *name;
  const char *mark;
  guint       size;
} Mark;

/* The longer marks first: that of UTF-32 begins like that of UTF-16. */
static const Mark marks[] = {
  { "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "\0\0\xfe\xff", 4 },
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

static const Mark *
find_mark (const guint8 *data,
           gsize         size)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (data, marks[i].mark, marks[i].size) == 0)
      return &marks[i];

  return NULL;
}

/* Spaces, ends of lines and digits, of which every script has some, with their NUL. */
static gsize
count_wide_blanks (const guint8 *data,
                   gsize         size,
                   guint         low)
{
  gsize n = 0;

  for (gsize i = 0; i + 1 < size; i += 2)
    n += data[i + 1 - low] == 0 && data[i + low] != 0 && strchr (" \t\r\n0123456789", data[i + low]) != NULL;

  return n;
}

/* Latin text in UTF-16 has a NUL in nearly every second place; other scripts have one with each space or line, and letters
 * that end in one themselves. */
static const char *
guess_wide (const guint8 *data,
            gsize         size)
{
  gsize       n = MIN (size, SAMPLE_SIZE), n_nul = 0;
  gsize       n_little, n_big;
  const char *guess = NULL;

  if (memchr (data, 0, n) == NULL)
    return NULL;
  n_little = count_wide_blanks (data, n, 0);
  n_big = count_wide_blanks (data, n, 1);
  if (n_little > 10 * n_big && n_little * 1000 > n)
    guess = "UTF-16LE";
  else if (n_big > 10 * n_little && n_big * 1000 > n)
    guess = "UTF-16BE";
  for (gsize i = 0; i < n; i++)
    {
      n_nul += data[i] == 0;
      /* No text holds the character NUL itself. */
      if (i % 2 == 1 && data[i] == 0 && data[i - 1] == 0)
        return NULL;
    }

  /* Programs, pictures and noise have such pairs too, and make no sense as text. */
  if (guess != NULL && (n_nul * 100 < n || n_nul * 5 > n * 3 || (n_nul * 4 < n && presser_encoding_rate (data, n & ~(gsize) 1, guess) <= 0)))
    return NULL;

  return guess;
}

static gboolean
has_escapes (const guint8 *data,
             gsize         size)
{
  const guint8 *end = data + size;
  const guint8 *escape = memchr (data, 0x1b, size);

  while (escape != NULL && end - escape > 2)
    {
      if (escape[1] == '$' && (escape[2] == 'B' || escape[2] == '@'))
        return TRUE;
      escape = memchr (escape + 1, 0x1b, (gsize) (end - escape - 1));
    }

  return FALSE;
}

/* A few control characters come from old systems; many come from files that are not text. */
static gboolean
is_binary (const guint8 *data,
           gsize         size)
{
  gsize n = MIN (size, SAMPLE_SIZE);
  gsize n_controls = 0;

  if (memchr (data, 0, size) != NULL)
    return TRUE;

  for (gsize i = 0; i < n; i++)
    n_controls += data[i] < 0x20 && strchr ("\t\n\v\f\r\032\033", data[i]) == NULL;

  return n_controls > 3 && n_controls > n / 50;
}

/* One bad byte among thousands of good sequences is a damaged UTF-8 file, not another encoding. */
static gboolean
is_nearly_utf8 (const guint8 *data,
                gsize         size)
{
  const char *text = (const char *) data;
  const char *end = text + size;
  gsize       n_good = 0, n_bad = 0;

  while (text < end && n_bad < 1000)
    {
      const char *stop;

      if (g_utf8_validate (text, end - text, &stop))
        stop = end;
      else
        n_bad++;
      for (; text < stop; text++)
        n_good += (*text & 0xc0) == 0xc0;
      text = MIN (stop + 1, end);
    }

  return n_good > 20 * n_bad && n_bad < 1000;
}

/* Where the first byte beyond ASCII stands; long ASCII heads tell nothing. */
static gsize
find_sample (const guint8 *data,
             gsize         size)
{
  gsize i = 0;

  while (i < size && data[i] < 0x80)
    i++;

  return i < 200 || size < SAMPLE_SIZE ? 0 : i - 200;
}

static const char *
ask_detector (const guint8 *data,
              gsize         size)
{
  uchardet_t  detector = uchardet_new ();
  const char *answer = NULL;

  if (uchardet_handle_data (detector, (const char *) data, MIN (size, UCHARDET_SIZE)) == 0)
    {
      uchardet_data_end (detector);
      answer = g_intern_string (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  return answer != NULL && *answer != '\0' ? answer : NULL;
}

/* Whether it matters at all which of the two it is. */
static gboolean
reads_alike (const guint8 *sample,
             gsize         size,
             const char   *one,
             const char   *other)
{
  gsize            one_size, other_size;
  g_autofree char *one_text = g_convert ((const char *) sample, (gssize) size, "UTF-8", one, NULL, &one_size, NULL);
  g_autofree char *other_text = g_convert ((const char *) sample, (gssize) size, "UTF-8", other, NULL, &other_size, NULL);

  return one_text != NULL && other_text != NULL && one_size == other_size
         && memcmp (one_text, other_text, one_size) == 0;
}

/* The first of the table that makes as much sense as @best and gives other letters. Where the letters are the
 * same, the better known name takes over in @best. */
static gboolean
has_rival (const guint8 *sample,
           gsize         size,
           int           best_rate,
           const char  **best)
{
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      if (g_ascii_strcasecmp (candidates[i], *best) == 0)
        continue;
      if (presser_encoding_rate (sample, size, candidates[i]) < best_rate - best_rate / 10)
        continue;
      if (!reads_alike (sample, size, *best, candidates[i]))
        return TRUE;
      if (i == 0 || g_ascii_strncasecmp (*best, "ISO-8859", 8) == 0)
        *best = candidates[i];
    }

  return FALSE;
}

/* English with a few foreign bytes: too few for the detector, and most likely of the west. */
static gboolean
is_mostly_ascii (const guint8 *sample,
                 gsize         size)
{
  gsize n = 0;

  for (gsize i = 0; i < size; i++)
    n += sample[i] >= 0x80;

  return n * 33 < size;
}

/* The detector is good at long texts of one language and bad at English with a few foreign bytes. */
static const char *
guess_by_sense (const guint8 *data,
                gsize         size,
                gboolean     *is_certain)
{
  gsize         start = find_sample (data, size);
  const guint8 *sample = data + start;
  gsize         n = MIN (size - start, SAMPLE_SIZE);
  const char   *best = ask_detector (sample, size - start);
  int           best_rate = best != NULL ? presser_encoding_rate (sample, n, best) : G_MININT;

  if (best_rate > 0 && !is_mostly_ascii (sample, n))
    best_rate += best_rate / 20;
  else if (best_rate > 0)
    best_rate--;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      int rate = presser_encoding_rate (sample, n, candidates[i]);

      if (best == NULL || rate > best_rate)
        {
          best_rate = rate;
          best = candidates[i];
        }
    }
  *is_certain = !has_rival (sample, n, best_rate, &best) && best_rate > 0;

  return best;
}

/**
 * presser_encoding_guess:
 * @data: (array length=size): the bytes of a file
 * @size: how many
 * @is_certain: (out) (optional): %FALSE if another encoding makes as much sense
 *
 * Tells the encoding of a text by its bytes: byte order mark, validity, NUL pattern of UTF-16, escape sequences
 * of ISO-2022-JP, then the detector uchardet and plausibility.
 *
 * Returns: (nullable): an IANA name, or %NULL if it is not text
 */
const char *
presser_encoding_guess (const guint8 *data,
                        gsize         size,
                        gboolean     *is_certain)
{
  const Mark *mark = find_mark (data, size);
  const char *wide = guess_wide (data, size);
  gboolean    certain = TRUE;
  const char *guess;

  if (mark != NULL)
    guess = mark->name;
  else if (wide != NULL)
    guess = wide;
  else if (is_binary (data, size))
    guess = NULL;
  else if (has_escapes (data, size))
    guess = "ISO-2022-JP";
  else if (g_utf8_validate ((const char *) data, (gssize) size, NULL) || is_nearly_utf8 (data, size))
    guess = "UTF-8";
  else
    guess = guess_by_sense (data, size, &certain);

  if (is_certain != NULL)
    *is_certain = certain;
  return guess;
}

/**
 * presser_encoding_get_mark_size:
 * @data: (array length=size): the bytes of a file
 * @size: how many
 * @encoding: IANA name
 *
 * Returns: how many bytes at the start are the byte order mark of that encoding
 */
gsize
presser_encoding_get_mark_size (const guint8 *data,
                                gsize         size,
                                const char   *encoding)
{
  const Mark *mark = find_mark (data, size);

  return mark != NULL && g_ascii_strcasecmp (mark->name, encoding) == 0 ? mark->size : 0;
}

/**
 * presser_encoding_get_all:
 *
 * Returns: (transfer none) (array zero-terminated=1): encodings to choose from; others may be known to this computer
 */
const char *const *
presser_encoding_get_all (void)
{
  static const char *all[G_N_ELEMENTS (candidates) + 5] = { "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-2022-JP" };
  static gsize       is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        all[4 + i] = candidates[i];
      g_once_init_leave (&is_ready, 1);
    }

  return all;
}

typedef struct
{
  const char *name;
  int         rate;
} Likely;

static int
compare_likely (gconstpointer one,
                gconstpointer other)
{
  return ((const Likely *) other)->rate - ((const Likely *) one)->rate;
}

/**
 * presser_encoding_list_likely:
 * @data: (array length=size): the bytes of a file
 * @size: how many
 * @used: IANA name of the one that was chosen
 *
 * Returns: (transfer full) (array zero-terminated=1): @used and what makes sense beside it, best first
 */
char **
presser_encoding_list_likely (const guint8 *data,
                              gsize         size,
                              const char   *used)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  gsize  start = find_sample (data, size);
  gsize  n = MIN (size - start, SAMPLE_SIZE);
  Likely likely[G_N_ELEMENTS (candidates)];

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    likely[i] = (Likely){ candidates[i], presser_encoding_rate (data + start, n, candidates[i]) };
  qsort (likely, G_N_ELEMENTS (likely), sizeof (Likely), compare_likely);

  g_strv_builder_add (list, used);
  for (guint i = 0; i < MAX_LIKELY; i++)
    if (likely[i].rate > 0 && g_ascii_strcasecmp (likely[i].name, used) != 0)
      g_strv_builder_add (list, likely[i].name);

  return g_strv_builder_end (list);
}
