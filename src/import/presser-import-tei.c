/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* How far into a file the root element may stand, behind comments and processing instructions. */
#define HEAD_SIZE 65536

/* Also in UTF-16, where each letter has a NUL beside it. */
static gsize
copy_head (GBytes *bytes,
           char   *head)
{
  gsize       size, n = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  size = MIN (size, HEAD_SIZE);
  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      head[n++] = data[i];
  head[n] = '\0';

  return n;
}

/* The name of the first element, wherever comments and instructions end. */
static const char *
find_root (const char *head)
{
  const char *place = strchr (head, '<');

  while (place != NULL && (place[1] == '!' || place[1] == '?'))
    {
      const char *close = g_str_has_prefix (place, "<!--") ? strstr (place, "-->") : strchr (place, '>');

      if (place[1] == '!' && place[2] == 'D' && close != NULL)
        {
          const char *subset = memchr (place, '[', (gsize) (close - place));

          close = subset != NULL ? strstr (subset, "]>") : close;
        }
      place = close != NULL ? strchr (close, '<') : NULL;
    }

  return place != NULL ? place + 1 : NULL;
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  g_autofree char *head = g_malloc (HEAD_SIZE + 1);
  const char      *root;
  gsize            length;

  copy_head (bytes, head);
  root = find_root (head);
  if (root == NULL)
    return 0;

  length = strcspn (root, " \t\r\n/>");
  if (memchr (root, ':', length) != NULL)
    {
      const char *local = (const char *) memchr (root, ':', length) + 1;

      length -= (gsize) (local - root);
      root = local;
    }
  if ((length == 3 && strncmp (root, "TEI", 3) == 0) || (length == 9 && strncmp (root, "teiCorpus", 9) == 0))
    return 100;

  return 0;
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  return g_bytes_ref (bytes);
}

const PresserImporter presser_import_tei = {
  .id = "tei",
  .description = N_ ("TEI XML"),
  .patterns = "*.xml;*.tei",
  .score = score,
  .import = import,
};
