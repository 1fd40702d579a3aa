/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-markup.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "presser-encoding.h"

/* Gives the bytes the reference takes, 0 if it is none. */
static gsize
decode_entity (const char *text,
               const char *end,
               GString    *out)
{
  const char *stop = memchr (text, ';', (gsize) MIN (end - text, 12));
  char        name[12];
  gulong      code = 0;

  if (stop == NULL || stop - text < 2)
    return 0;
  memcpy (name, text + 1, (gsize) (stop - text) - 1);
  name[stop - text - 1] = '\0';
  if (name[0] == '#')
    code = strtoul (name + (name[1] == 'x' || name[1] == 'X' ? 2 : 1), NULL, name[1] == 'x' || name[1] == 'X' ? 16 : 10);
  else
    {
      const htmlEntityDesc *known = htmlEntityLookup ((const xmlChar *) name);

      code = known != NULL ? known->value : strcmp (name, "apos") == 0 ? '\''
                                                                       : 0;
    }
  if (code == 0 || code > 0x10ffff || !g_unichar_validate ((gunichar) code))
    return 0;

  g_string_append_unichar (out, (gunichar) code);
  return (gsize) (stop - text) + 1;
}

/**
 * presser_markup_decode_entities:
 * @text: UTF-8
 * @n_bytes: its length, or -1
 *
 * Returns: (transfer full): the text with character references replaced; unknown ones stay
 */
char *
presser_markup_decode_entities (const char *text,
                                gssize      n_bytes)
{
  gsize       length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  const char *end = text + length;
  GString    *out = g_string_sized_new (length + 1);

  while (text < end)
    {
      const char *ampersand = memchr (text, '&', (gsize) (end - text));
      gsize       n_done;

      if (ampersand == NULL)
        ampersand = end;
      g_string_append_len (out, text, ampersand - text);
      if (ampersand == end)
        break;
      n_done = decode_entity (ampersand, end, out);
      if (n_done == 0)
        g_string_append_c (out, '&');
      text = ampersand + MAX (n_done, 1);
    }

  return g_string_free (out, FALSE);
}

/**
 * presser_markup_strip_tags:
 * @text: UTF-8
 * @n_bytes: its length, or -1
 *
 * Returns: (transfer full): the text without what looks like tags
 */
char *
presser_markup_strip_tags (const char *text,
                           gssize      n_bytes)
{
  gsize       length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  const char *end = text + length;
  GString    *out = g_string_sized_new (length + 1);

  while (text < end)
    {
      const char *tag = memchr (text, '<', (gsize) (end - text));
      const char *close = tag != NULL ? memchr (tag, '>', (gsize) MIN (end - tag, 2000)) : NULL;

      if (close == NULL || (!g_ascii_isalpha (tag[1]) && tag[1] != '/' && tag[1] != '!' && !g_ascii_isdigit (tag[1])))
        {
          const char *stop = tag != NULL ? tag + 1 : end;

          g_string_append_len (out, text, stop - text);
          text = stop;
          continue;
        }
      g_string_append_len (out, text, tag - text);
      text = close + 1;
    }

  return g_string_free (out, FALSE);
}

/**
 * presser_import_peek:
 * @bytes: a file
 * @wanted: (nullable): IANA name of the encoding, if the user knows it
 * @n_bytes: how many to look at
 *
 * Returns: (transfer full) (nullable): so much of it as UTF-8, or %NULL if it is not text
 */
char *
presser_import_peek (GBytes     *bytes,
                     const char *wanted,
                     gsize       n_bytes)
{
  gsize         size, length;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) head = NULL;
  const char *encoding;

  size = MIN (size, n_bytes);
  if (size == 0 || (wanted == NULL && presser_encoding_guess (data, size, NULL) == NULL))
    return NULL;
  /* A character cut in two at the end must not make it look like another encoding. */
  while (size > 1 && (data[size - 1] & 0xc0) == 0x80 && size < g_bytes_get_size (bytes))
    size--;
  if (size > 1 && data[size - 1] >= 0xc0)
    size--;
  head = g_bytes_new_from_bytes (bytes, 0, size);

  return presser_encoding_decode (head, "", wanted, &length, &encoding, NULL, NULL, NULL);
}
