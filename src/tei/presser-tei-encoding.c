/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file in another encoding is worked on in UTF-8 and goes back in its own; a byte order mark is a character of the text
 * and so stays. Detection as in XML 1.0, appendix F. */

#include "presser-tei-source-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"

#define MAX_DECLARATION 1024

static char *
find_declared (const char *text,
               gsize       length)
{
  const char      *end = g_strstr_len (text, (gssize) MIN (length, MAX_DECLARATION), "?>");
  g_autofree char *declaration = end == NULL ? NULL : g_strndup (text, (gsize) (end - text));
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']",
                                          G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (declaration == NULL || !g_regex_match (regex, declaration, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 1);
}

/* The name of the encoding for iconv, or NULL for UTF-8. */
static char *
detect (const char *bytes,
        gsize       length)
{
  static const struct
  {
    const char *start;
    gsize       length;
    const char *encoding;
  } starts[] = {
    { "\xFF\xFE\x00\x00", 4, "UTF-32LE" },
    { "\x00\x00\xFE\xFF", 4, "UTF-32BE" },
    { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
    { "<\0?\0", 4, "UTF-16LE" },
    { "\0<\0?", 4, "UTF-16BE" },
    { "\xEF\xBB\xBF", 3, NULL },
  };
  g_autofree char *declared = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= starts[i].length && memcmp (bytes, starts[i].start, starts[i].length) == 0)
      return g_strdup (starts[i].encoding);

  declared = find_declared (bytes, length);
  if (declared == NULL || g_ascii_strcasecmp (declared, "UTF-8") == 0 || g_ascii_strcasecmp (declared, "UTF8") == 0)
    return NULL;

  return g_steal_pointer (&declared);
}

static gboolean
fail (PresserTeiSource *self,
      const char       *reason,
      GError          **error)
{
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” could not be read: %s."), self->name, reason);

  return FALSE;
}

/* Sets encoding, utf8, text and length from the bytes. */
gboolean
presser_tei_encoding_read (PresserTeiSource *self,
                           gboolean          is_utf8,
                           GError          **error)
{
  gsize            length;
  const char      *bytes = g_bytes_get_data (self->bytes, &length);
  g_autofree char *text = NULL;

  if (length == 0)
    return fail (self, _ ("the file is empty"), error);

  self->encoding = is_utf8 ? NULL : detect (bytes, length);
  if (self->encoding != NULL)
    text = g_convert (bytes, (gssize) length, "UTF-8", self->encoding, NULL, &self->length, NULL);
  else if (g_utf8_validate_len (bytes, length, NULL))
    {
      text = g_malloc (length + 1);
      memcpy (text, bytes, length);
      text[length] = '\0';
      self->length = length;
    }
  if (text == NULL)
    return fail (self, _ ("it holds bytes that are not text in the encoding that it declares"), error);
  if (self->length > G_MAXINT32 || memchr (text, '\0', self->length) != NULL)
    return fail (self, _ ("it is too large, or not text"), error);

  self->text = text;
  self->utf8 = g_bytes_new_take (g_steal_pointer (&text), self->length);

  return TRUE;
}

static gboolean
convert (GIConv      converter,
         GByteArray *result,
         const char *text,
         gsize       length,
         gsize      *n_done)
{
  char     buffer[4096];
  char    *in = (char *) text;
  gsize    in_left = length;
  gboolean is_stuck = FALSE;

  while (in_left > 0 && !is_stuck)
    {
      char *out = buffer;
      gsize out_left = sizeof buffer;
      gsize status = g_iconv (converter, &in, &in_left, &out, &out_left);

      is_stuck = status == (gsize) -1 && errno != E2BIG;
      g_byte_array_append (result, (guint8 *) buffer, (guint) (sizeof buffer - out_left));
    }
  *n_done = length - in_left;

  return in_left == 0;
}

/* Puts text into the encoding of the file; a character it lacks becomes a reference. */
GBytes *
presser_tei_encoding_write (PresserTeiSource *self,
                            GBytes           *utf8,
                            GError          **error)
{
  gsize       length;
  const char *text = g_bytes_get_data (utf8, &length);
  g_autoptr (GByteArray) result = NULL;
  GIConv   converter;
  gsize    place = 0;
  gboolean is_done = FALSE;

  if (self->encoding == NULL)
    return g_bytes_ref (utf8);

  converter = g_iconv_open (self->encoding, "UTF-8");
  result = g_byte_array_new ();
  while (converter != (GIConv) -1 && !is_done)
    {
      g_autofree char *reference = NULL;
      gsize            n_done;

      is_done = convert (converter, result, text + place, length - place, &n_done);
      place += n_done;
      if (is_done || place >= length)
        break;
      reference = g_strdup_printf ("&#%u;", g_utf8_get_char (text + place));
      if (!convert (converter, result, reference, strlen (reference), &n_done))
        break;
      place = (gsize) (g_utf8_next_char (text + place) - text);
      is_done = place == length;
    }
  if (converter != (GIConv) -1)
    g_iconv_close (converter);

  if (!is_done)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
                   _ ("“%s” could not be written in its encoding, %s."), self->name, self->encoding);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&result));
}
