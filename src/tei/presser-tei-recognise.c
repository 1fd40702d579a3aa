/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Is it TEI? Told from the beginning alone, before anything is read. */

#include "presser-tei-file.h"

/**
 * presser_tei_file_is_tei:
 * @bytes: any file
 *
 * Tells whether bytes look like TEI: XML whose first element is TEI, teiCorpus or TEI.2, with any prefix. Looks at the beginning
 * only.
 *
 * Returns: %TRUE if they do
 */
gboolean
presser_tei_file_is_tei (GBytes *bytes)
{
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *head = NULL;
  const char      *data;
  gsize            length;
  GString         *narrow;

  g_return_val_if_fail (bytes != NULL, FALSE);

  /* Every name looked for is ASCII, so a wide encoding is read by dropping its NULs. */
  data = g_bytes_get_data (bytes, &length);
  narrow = g_string_new (NULL);
  for (gsize i = 0; i < length && i < 65536; i++)
    if (data[i] != '\0')
      g_string_append_c (narrow, (guchar) data[i] < 0x80 ? data[i] : '?');
  head = g_string_free (narrow, FALSE);
  regex = g_regex_new ("^[\\s?]*(?:<\\?(?s:.)*?\\?>\\s*|<!--(?s:.)*?-->\\s*|<!DOCTYPE[^\\[>]*(?:\\[(?s:.)*?\\]\\s*)?>\\s*)*"
                       "<(?:[A-Za-z_][\\w.-]*:)?(?:TEI|TEI\\.2|teiCorpus|teiCorpus\\.2)[\\s/>]",
                       0, 0, NULL);

  return g_regex_match (regex, head, 0, NULL);
}
