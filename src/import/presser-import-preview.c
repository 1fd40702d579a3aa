/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a file reads in an encoding. ASCII looks the same in nearly all of them, so the lines with other letters are
 * what the eye needs. */

#include "presser-import.h"

#include <string.h>

#include "presser-encoding.h"

#define HEAD_BYTES (128 * 1024)
#define MAX_LINE   200 /* characters */

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((*text & 0x80) != 0)
      return FALSE;

  return TRUE;
}

/* A little in front of the first byte beyond ASCII; a pair, so that 16-bit units stay whole. */
static gsize
find_start (const guint8 *data,
            gsize         size)
{
  gsize i = 0;

  while (i < size && data[i] < 0x80)
    i++;

  return i == size || i < HEAD_BYTES / 2 ? 0 : (i - 2000) & ~(gsize) 3;
}

static void
append_line (GString    *preview,
             const char *line)
{
  g_autofree char *cut = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_LINE));

  if (preview->len > 0)
    g_string_append_c (preview, '\n');
  g_string_append (preview, cut);
}

/**
 * presser_import_preview:
 * @bytes: a file of text
 * @encoding: IANA name
 * @n_lines: how many lines at most
 *
 * Returns: (transfer full) (nullable): lines that read differently in another encoding, else the first ones; %NULL if
 *   the file cannot be read in that encoding
 */
char *
presser_import_preview (GBytes     *bytes,
                        const char *encoding,
                        guint       n_lines)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize         start = find_start (data, size);
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, start, MIN (size - start, HEAD_BYTES));
  const char      *used;
  gsize            length;
  g_autofree char *text = presser_encoding_decode (part, "", encoding, &length, &used, NULL, NULL, NULL);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  gboolean all_ascii = text == NULL || is_ascii (text);
  GString *preview;

  if (text == NULL)
    return NULL;

  preview = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL && n_lines > 0; i++)
    if (*g_strstrip (lines[i]) != '\0' && (all_ascii || !is_ascii (lines[i])))
      {
        append_line (preview, lines[i]);
        n_lines--;
      }

  return g_string_free (preview, FALSE);
}
