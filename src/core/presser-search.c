/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-search.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-error.h"

static void
hit_free (gpointer data)
{
  PresserHit *hit = data;

  g_free (hit->replacement);
  g_free (hit);
}

static GRegex *
compile (const char        *pattern,
         PresserSearchFlags flags,
         GError           **error)
{
  g_autofree char   *escaped = (flags & PRESSER_SEARCH_REGEX) == 0 ? g_regex_escape_string (pattern, -1) : NULL;
  GRegexCompileFlags how = G_REGEX_MULTILINE | G_REGEX_OPTIMIZE;
  g_autoptr (GError) cause = NULL;
  GRegex *regex;

  if ((flags & PRESSER_SEARCH_CASE) == 0)
    how |= G_REGEX_CASELESS;
  regex = g_regex_new (escaped != NULL ? escaped : pattern, how, 0, &cause);
  if (regex == NULL)
    /* Translators: the first %s is a regular expression, the second what is wrong with it */
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is not a regular expression: %s"), pattern, cause->message);
  return regex;
}

/* What stands for a hit; without a regular expression the words as they are. */
static gboolean
expand (GMatchInfo        *match,
        PresserSearchFlags flags,
        const char        *with,
        char             **replacement,
        GError           **error)
{
  g_autoptr (GError) cause = NULL;

  *replacement = NULL;
  if (with == NULL)
    return TRUE;
  if ((flags & PRESSER_SEARCH_REGEX) == 0)
    {
      *replacement = g_strdup (with);
      return TRUE;
    }
  *replacement = g_match_info_expand_references (match, with, &cause);
  if (*replacement == NULL && cause == NULL)
    *replacement = g_strdup (""); /* a reference to a group that took no part */
  if (*replacement != NULL)
    return TRUE;
  /* Translators: the first %s is what was typed to replace with, the second what is wrong with it */
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” cannot be put in: %s"), with, cause->message);
  return FALSE;
}

/* Bytes are counted once from the beginning to the end, so that many hits in a long text stay quick. */
typedef struct
{
  const char *text;
  gsize       byte;
  guint       character;
} Counter;

static guint
count_to (Counter *counter,
          gsize    byte)
{
  counter->character += (guint) g_utf8_strlen (counter->text + counter->byte, (gssize) (byte - counter->byte));
  counter->byte = byte;
  return counter->character;
}

static gboolean
add_hits (GMatchInfo        *match,
          Counter           *counter,
          PresserSearchFlags flags,
          const char        *with,
          guint              max,
          GPtrArray         *hits,
          GError           **error)
{
  g_autoptr (GError) cause = NULL;

  while (g_match_info_matches (match) && hits->len < max)
    {
      int start = 0;
      int end = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (end > start)
        {
          PresserHit *hit = g_new0 (PresserHit, 1);

          hit->range.start = count_to (counter, (gsize) start);
          hit->range.end = count_to (counter, (gsize) end);
          g_ptr_array_add (hits, hit);
          if (!expand (match, flags, with, &hit->replacement, error))
            return FALSE;
        }
      g_match_info_next (match, &cause);
    }
  if (cause == NULL)
    return TRUE;
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
               _ ("The search was given up, because the expression takes too long: %s"), cause->message);
  return FALSE;
}

/**
 * presser_search_find:
 * @document: where to look
 * @pattern: what to look for
 * @flags: how
 * @with: (nullable): what to replace it by; in a regular expression `\1` is the first group
 * @max: how many places are enough
 * @error: return location for %PRESSER_ERROR_INVALID: @pattern or @with is wrong, or takes too long
 *
 * The syntax is that of [struct@GLib.Regex].
 *
 * Returns: (transfer full) (nullable) (element-type PresserHit): the places, in text order
 */
GPtrArray *
presser_search_find (PresserDocument   *document,
                     const char        *pattern,
                     PresserSearchFlags flags,
                     const char        *with,
                     guint              max,
                     GError           **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) cause = NULL;
  Counter counter = { NULL, 0, 0 };

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (pattern != NULL, NULL);

  if (*pattern == '\0')
    return g_steal_pointer (&hits);
  regex = compile (pattern, flags, error);
  if (regex == NULL)
    return NULL;
  text = presser_text_dup (presser_document_get_text (document));
  counter.text = text;
  g_regex_match_full (regex, text, -1, 0, 0, &match, &cause);
  if (cause != NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   _ ("The search was given up, because the expression takes too long: %s"), cause->message);
      return NULL;
    }
  if (!add_hits (match, &counter, flags, with, max, hits, error))
    return NULL;
  return g_steal_pointer (&hits);
}

/**
 * presser_search_replace:
 * @document: the document in which @hits were found, unchanged since
 * @hits: (element-type PresserHit): places with what to put there
 * @chosen: (nullable) (array): whether to replace each of them; %NULL means all
 *
 * One step to undo.
 *
 * Returns: how many were replaced
 */
guint
presser_search_replace (PresserDocument *document,
                        GPtrArray       *hits,
                        const gboolean  *chosen)
{
  guint n_replaced = 0;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), 0);
  g_return_val_if_fail (hits != NULL, 0);

  presser_history_begin (presser_document_get_history (document), _ ("Replace Text"));
  /* From the end, so that the places before stay true. */
  for (guint i = hits->len; i > 0; i--)
    {
      const PresserHit *hit = hits->pdata[i - 1];

      if (hit->replacement == NULL || (chosen != NULL && !chosen[i - 1]))
        continue;
      presser_document_replace_text (document, hit->range, hit->replacement);
      n_replaced++;
    }
  presser_history_end (presser_document_get_history (document));
  return n_replaced;
}
