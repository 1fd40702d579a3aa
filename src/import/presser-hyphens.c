/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hyphen at the end of a printed line was put there by the typesetter or by the author. The document itself tells:
 * the word stands elsewhere in one piece, or with its hyphen. Where neither is so, what is the rule in the rest of the
 * document decides. */

#include "presser-hyphens.h"

#include <string.h>

#define SOFT_HYPHEN "\302\255"
#define HYPHEN      "\342\200\220"

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character) || character == '-' || character == 0x2019 || character == '\'';
}

static void
add_words (GHashTable *words,
           const char *text)
{
  while (*text != '\0')
    {
      const char *start = text;

      while (*text != '\0' && is_word_character (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      /* What a line ends with may be half a word. */
      if (text > start && *text != '\0')
        g_hash_table_add (words, g_utf8_strdown (start, text - start));
      if (*text != '\0')
        text = g_utf8_next_char (text);
    }
}

/* Bytes of the hyphen that the line ends with, if a letter stands before it; 0 if there is none. */
static gsize
find_hyphen (const char *line)
{
  static const char *const hyphens[] = { "-", SOFT_HYPHEN, HYPHEN };
  gsize                    length = strlen (line);

  for (guint i = 0; i < G_N_ELEMENTS (hyphens); i++)
    {
      gsize n = strlen (hyphens[i]);

      if (length > n && memcmp (line + length - n, hyphens[i], n) == 0
          && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (line + length - n))))
        return n;
    }

  return 0;
}

static char *
dup_last_word (const char *line,
               gsize       length)
{
  const char *start = line + length;

  while (start > line && is_word_character (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);

  return g_utf8_strdown (start, line + length - start);
}

static gsize
get_first_word_length (const char *line)
{
  const char *end = line;

  while (*end != '\0' && is_word_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return (gsize) (end - line);
}

typedef enum
{
  BREAK_NONE,
  BREAK_TYPESETTER,
  BREAK_AUTHOR,
  BREAK_UNKNOWN,
} Break;

static Break
judge_break (GHashTable *words,
             const char *line,
             const char *next)
{
  gsize            hyphen = find_hyphen (line), length = strlen (line);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *joint = NULL;

  if (hyphen == 0 || !g_unichar_islower (g_utf8_get_char (next)))
    return BREAK_NONE;
  if (strcmp (line + length - hyphen, SOFT_HYPHEN) == 0)
    return BREAK_TYPESETTER;

  head = dup_last_word (line, length - hyphen);
  tail = g_utf8_strdown (next, (gssize) get_first_word_length (next));
  whole = g_strconcat (head, tail, NULL);
  joint = g_strconcat (head, "-", tail, NULL);
  if (g_hash_table_contains (words, joint))
    return BREAK_AUTHOR;

  return g_hash_table_contains (words, whole) ? BREAK_TYPESETTER : BREAK_UNKNOWN;
}

/* The rest of the word goes up to its beginning. */
static void
join (char **line,
      char **next)
{
  gsize length = strlen (*line) - find_hyphen (*line);
  gsize word = strcspn (*next, " ");
  char *joined = g_strdup_printf ("%.*s%.*s", (int) length, *line, (int) word, *next);
  char *rest = g_strchug (g_strdup (*next + word));

  g_free (*line);
  g_free (*next);
  *line = joined;
  *next = rest;
}

/**
 * presser_hyphens_join:
 * @lines: (element-type utf8): pointers to the owned text of each line (char **), in the order of reading
 *
 * Puts words together that were broken at the ends of lines; the hyphens of authors stay.
 *
 * Returns: how many were put together
 */
guint
presser_hyphens_join (GPtrArray *lines)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Break *breaks = g_new0 (Break, lines->len + 1);
  guint             n_of[BREAK_UNKNOWN + 1] = { 0 }, n_joined = 0;

  for (guint i = 0; i < lines->len; i++)
    add_words (words, *(char **) lines->pdata[i]);
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      breaks[i] = judge_break (words, *(char **) lines->pdata[i], *(char **) lines->pdata[i + 1]);
      n_of[breaks[i]]++;
    }
  for (guint i = 0; i + 1 < lines->len; i++)
    if (breaks[i] == BREAK_TYPESETTER || (breaks[i] == BREAK_UNKNOWN && n_of[BREAK_TYPESETTER] > n_of[BREAK_AUTHOR]))
      {
        join (lines->pdata[i], lines->pdata[i + 1]);
        n_joined++;
      }

  return n_joined;
}
