/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-latin.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Longer ones are left as they are: names are short. */
#define MAX_UNITS 512

/* “Щукин” is Šukin by the library's scholarly rule and Shchukin by the one that newspapers follow (BGN/PCGN);
 * Ukrainian “г” is h, Russian “г” is g. */
static const char *const rules[PRESSER_LATIN_N_WAYS] = {
  "Any-Latin; Latin-ASCII; Lower",
  "Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower",
  "Ukrainian-Latin/BGN; Any-Latin; Latin-ASCII; Lower",
};

static UTransliterator *
open_way (guint way)
{
  UErrorCode       status = U_ZERO_ERROR;
  UChar            id[80];
  UTransliterator *transliterator;

  u_uastrcpy (id, rules[way]);
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_SUCCESS (status) ? transliterator : NULL;
}

static const UTransliterator *
get_way (guint way)
{
  static UTransliterator *ways[PRESSER_LATIN_N_WAYS]; /* NULL where this ICU does not know the rule */
  static gsize            are_open = 0;

  if (g_once_init_enter (&are_open))
    {
      for (guint i = 0; i < PRESSER_LATIN_N_WAYS; i++)
        ways[i] = open_way (i);
      g_once_init_leave (&are_open, 1);
    }
  return ways[way];
}

/**
 * presser_latin_is_needed: (skip)
 * @utf8: any text
 *
 * Returns: whether there are letters beyond Latin ones
 */
gboolean
presser_latin_is_needed (const char *utf8)
{
  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x370 && g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
        return TRUE;
    }
  return FALSE;
}

/**
 * presser_latin_dup: (skip)
 * @utf8: a name
 * @way: less than %PRESSER_LATIN_N_WAYS
 *
 * Returns: (transfer full): the name as it would be written in Latin letters, lower case and without accents
 */
char *
presser_latin_dup (const char *utf8,
                   guint       way)
{
  const UTransliterator *transliterator;
  UChar                  text[MAX_UNITS];
  UErrorCode             status = U_ZERO_ERROR;
  int32_t                length = 0;
  int32_t                limit;
  char                   latin[MAX_UNITS * 3];

  g_return_val_if_fail (utf8 != NULL && way < PRESSER_LATIN_N_WAYS, NULL);

  transliterator = get_way (way);
  u_strFromUTF8 (text, MAX_UNITS / 4, &length, utf8, -1, &status); /* one letter may become four */
  if (U_FAILURE (status) || transliterator == NULL)
    return g_utf8_casefold (utf8, -1);
  limit = length;
  utrans_transUChars (transliterator, text, &length, MAX_UNITS, 0, &limit, &status);
  u_strToUTF8 (latin, sizeof latin, NULL, text, length, &status);
  return U_SUCCESS (status) ? g_strdup (latin) : g_utf8_casefold (utf8, -1);
}
