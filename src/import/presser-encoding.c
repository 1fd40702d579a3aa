/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-encoding.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-error.h"

#define REPLACEMENT       "\357\277\275"
#define REPLACEMENT_BYTES 3

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
 * @is_certain: (out) (optional): %FALSE if it was guessed and another makes as much sense
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
                         gboolean    *is_certain,
                         GPtrArray   *remarks,
                         GError     **error)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean      certain = TRUE;
  gsize         mark_size;
  g_autoptr (GString) converted = NULL;

  if (size == 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is empty."), name);
      return NULL;
    }

  *encoding = wanted != NULL ? g_intern_string (wanted) : presser_encoding_guess (data, size, &certain);
  if (*encoding == NULL)
    {
      fail_not_text (name, data, size, error);
      return NULL;
    }

  mark_size = presser_encoding_get_mark_size (data, size, *encoding);
  data += mark_size;
  size -= mark_size;
  remark_guess (remarks, *encoding, certain);
  if (is_certain != NULL)
    *is_certain = certain;
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
