/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decoding that does not fail proves nothing: Windows-1252 takes any bytes. So a guess goes from what is
 * certain (byte order mark, valid UTF-8, escape sequences) over what a detector thinks to what makes sense
 * as text; see presser-encoding-rate.c. */

#include "presser-encoding.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <uchardet.h>

#include "presser-error.h"

#define SAMPLE_SIZE       (64 * 1024)
#define UCHARDET_SIZE     (1024 * 1024)
#define REPLACEMENT       "\357\277\275"
#define REPLACEMENT_BYTES 3

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

/* Latin text in UTF-16 has a NUL in nearly every second place, and other scripts have one with each space. */
static const char *
guess_wide (const guint8 *data,
            gsize         size)
{
  gsize n_nul[2] = { 0, 0 };
  gsize n = MIN (size, SAMPLE_SIZE);

  for (gsize i = 0; i < n; i++)
    n_nul[i % 2] += data[i] == 0;

  if (n_nul[1] > n / 40 && n_nul[0] * 50 < n_nul[1])
    return "UTF-16LE";
  if (n_nul[0] > n / 40 && n_nul[1] * 50 < n_nul[0])
    return "UTF-16BE";
  return NULL;
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

  if (best_rate > 0)
    best_rate += best_rate / 20;
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

static guint
count_lines (const char *data,
             gsize       size)
{
  guint n = 1;

  for (gsize i = 0; i < size; i++)
    n += data[i] == '\n' || (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'));

  return n;
}

static void
remark_broken (GPtrArray  *remarks,
               const char *encoding,
               gsize       n_broken,
               guint       line)
{
  if (remarks == NULL || n_broken == 0)
    return;

  /* Translators: %1$s is the name of a character encoding such as UTF-8, %2$u a line number */
  g_ptr_array_add (remarks, g_strdup_printf (ngettext ("A byte is not valid in the encoding %1$s (line %2$u) and "
                                                       "became the replacement character.",
                                                       "Bytes are not valid in the encoding %1$s (first in line %2$u) "
                                                       "and became replacement characters.",
                                                       n_broken),
                                             encoding, line));
}

/* Like g_convert(), but a bad byte costs one character and not the file. */
static GString *
convert (const guint8 *data,
         gsize         size,
         const char   *encoding,
         GPtrArray    *remarks)
{
  GIConv   converter = g_iconv_open ("UTF-8", encoding);
  char    *in = (char *) data;
  gsize    in_left = size, n_broken = 0;
  guint    line = 0;
  GString *text;
  char     buffer[16384];

  if (converter == (GIConv) -1)
    return NULL;

  text = g_string_sized_new (size + size / 4 + 1);
  while (in_left > 0)
    {
      char *out = buffer;
      gsize out_left = sizeof buffer;
      gsize result = g_iconv (converter, &in, &in_left, &out, &out_left);

      g_string_append_len (text, buffer, out - buffer);
      if (result != (gsize) -1 || errno == E2BIG)
        continue;
      if (n_broken == 0)
        line = count_lines ((const char *) data, (gsize) (in - (char *) data));
      g_string_append (text, REPLACEMENT);
      n_broken++;
      in++;
      in_left--;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  g_iconv_close (converter);
  remark_broken (remarks, encoding, n_broken, line);

  return text;
}

static void
fail_not_text (const char   *name,
               const guint8 *data,
               gsize         size,
               GError      **error)
{
  if (memchr (data, 0, size) != NULL)
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                 _ ("“%s” is not text: it holds NUL bytes. If it is a recording or an office document, make a transcript "
                    "of it or save it as text, DOCX or ODT first."),
                 name);
  else
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                 _ ("“%s” is not text: it is full of control characters. Save it as text, DOCX or ODT first."), name);
}

static void
remark_guess (GPtrArray  *remarks,
              const char *encoding,
              gboolean    is_certain)
{
  if (remarks != NULL && !is_certain)
    /* Translators: %s is the name of a character encoding such as windows-1251 */
    g_ptr_array_add (remarks, g_strdup_printf (_ ("The encoding is a guess: %s. If letters look wrong, choose another."),
                                               encoding));
}

/**
 * presser_encoding_decode:
 * @bytes: a file
 * @name: its name, for messages
 * @wanted: (nullable): IANA name of the encoding, or %NULL to tell by the content
 * @length: (out): bytes of the text
 * @encoding: (out): (transfer none): the encoding that was used
 * @remarks: (nullable) (element-type utf8): gets sentences on what was unsure or replaced
 * @error: return location for an error
 *
 * Makes clean UTF-8 with LF line ends of a text in any encoding. Sets %PRESSER_ERROR_INVALID if the content is not text,
 * %PRESSER_ERROR_UNSUPPORTED if nothing here knows the encoding @wanted.
 *
 * Returns: (transfer full): the text, NUL-terminated, without NUL inside; %NULL on error
 */
char *
presser_encoding_decode (GBytes      *bytes,
                         const char  *name,
                         const char  *wanted,
                         gsize       *length,
                         const char **encoding,
                         GPtrArray   *remarks,
                         GError     **error)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean      is_certain = TRUE;
  g_autoptr (GString) converted = NULL;
  const Mark *mark;

  if (size == 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is empty."), name);
      return NULL;
    }

  *encoding = wanted != NULL ? g_intern_string (wanted) : presser_encoding_guess (data, size, &is_certain);
  if (*encoding == NULL)
    {
      fail_not_text (name, data, size, error);
      return NULL;
    }

  mark = find_mark (data, size);
  if (mark != NULL && g_ascii_strcasecmp (mark->name, *encoding) == 0)
    {
      data += mark->size;
      size -= mark->size;
    }
  remark_guess (remarks, *encoding, is_certain);
  if (g_ascii_strcasecmp (*encoding, "UTF-8") == 0 && g_utf8_validate ((const char *) data, (gssize) size, NULL))
    return presser_encoding_clean ((const char *) data, size, length, remarks);

  converted = convert (data, size, *encoding, remarks);
  if (converted == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
                   /* Translators: the first %s is a file name, the second the name of a character encoding */
                   _ ("“%s” cannot be read as %s: there is no such encoding on this computer."), name, *encoding);
      return NULL;
    }
  return presser_encoding_clean (converted->str, converted->len, length, remarks);
}
