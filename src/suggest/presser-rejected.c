/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-rejected.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A fingerprint is made of the letters and figures of what was suggested, in lower case, so that neither
 * edits elsewhere nor a mark or a blank at its edge bring it back. A short one (“Yes.”) may stand
 * in many places: it takes in the words before it. */

#define SHORT    24 /* letters, below which the words before belong to it */
#define N_DIGITS 12 /* of the checksum; two in a million millions are the same */

/* Feeds the letters from @start on, forwards. */
static guint
feed_letters (GChecksum  *checksum,
              const char *p,
              const char *end)
{
  guint n_letters = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      char     letter[6];

      if (!g_unichar_isalnum (c))
        continue;
      g_checksum_update (checksum, (const guchar *) letter, g_unichar_to_utf8 (c, letter));
      n_letters++;
    }

  return n_letters;
}

static const char *
go_back (const char *text,
         const char *p)
{
  for (guint n_letters = 0; p > text && n_letters < SHORT;)
    {
      p = g_utf8_prev_char (p);
      n_letters += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;
    }

  return p;
}

/**
 * presser_rejected_make_fingerprint:
 * @text: the text
 * @start: byte where a suggestion begins
 * @end: one past its last byte
 *
 * Returns: (transfer full): what a suggestion with these words is remembered by
 */
char *
presser_rejected_make_fingerprint (const char *text,
                                   gsize       start,
                                   gsize       end)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (feed_letters (checksum, text + start, text + end) < SHORT)
    feed_letters (checksum, go_back (text, text + start), text + start);

  return g_strndup (g_checksum_get_string (checksum), N_DIGITS);
}

/**
 * presser_rejected_read:
 * @document: a document
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of fingerprints of what was rejected in it
 */
GHashTable *
presser_rejected_read (PresserDocument *document)
{
  GHashTable *rejected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *all = presser_metadata_get (presser_document_get_metadata (document), PRESSER_METADATA_REJECTED);
  g_auto (GStrv) fingerprints = g_strsplit_set (all != NULL ? all : "", " \t\n\r", -1);

  for (guint i = 0; fingerprints[i] != NULL; i++)
    {
      if (fingerprints[i][0] != '\0')
        g_hash_table_add (rejected, g_strdup (fingerprints[i]));
    }

  return rejected;
}

/**
 * presser_rejected_holds:
 * @rejected: a set of fingerprints
 * @text: the text
 * @start: byte where a suggestion begins
 * @end: one past its last byte
 *
 * Returns: %TRUE if it was rejected before
 */
gboolean
presser_rejected_holds (GHashTable *rejected,
                        const char *text,
                        gsize       start,
                        gsize       end)
{
  g_autofree char *fingerprint = NULL;

  if (g_hash_table_size (rejected) == 0)
    return FALSE;
  fingerprint = presser_rejected_make_fingerprint (text, start, end);

  return g_hash_table_contains (rejected, fingerprint);
}

static void
append_fingerprint (GString     *all,
                    const char  *text,
                    PresserRange extent)
{
  const char      *start = g_utf8_offset_to_pointer (text, extent.start);
  const char      *end = g_utf8_offset_to_pointer (start, presser_range_get_length (extent));
  g_autofree char *fingerprint = presser_rejected_make_fingerprint (text, (gsize) (start - text), (gsize) (end - text));

  if (strstr (all->str, fingerprint) == NULL)
    g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", fingerprint);
}

/**
 * presser_suggest_reject:
 * @document: a document
 * @suggestions: (element-type PresserStatement): suggestions of it
 *
 * Takes suggestions out of a document and remembers their words, so that presser_suggest() does not propose them
 * again. One undoable step.
 *
 * Returns: how many were rejected
 */
guint
presser_suggest_reject (PresserDocument *document,
                        GPtrArray       *suggestions)
{
  PresserHistory  *history = presser_document_get_history (document);
  PresserMetadata *metadata = presser_document_get_metadata (document);
  const char      *before = presser_metadata_get (metadata, PRESSER_METADATA_REJECTED);
  g_autoptr (PresserMetadata) changed = NULL;
  g_autoptr (GString) all = g_string_new (before);
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));

  for (guint i = 0; i < suggestions->len; i++)
    append_fingerprint (all, text, presser_statement_get_extent (suggestions->pdata[i]));
  changed = presser_metadata_with (metadata, PRESSER_METADATA_REJECTED, all->str);

  presser_history_begin (history, ngettext ("Reject Suggestion", "Reject Suggestions", suggestions->len));
  presser_document_swap_statements (document, suggestions, NULL);
  presser_document_set_metadata (document, changed);
  presser_history_end (history);

  return suggestions->len;
}
