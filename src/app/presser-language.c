/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Languages by name, for those who do not know tags by heart; the names are ICU's. */

#include "presser-language.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Those in which governments hold press conferences that are transcribed. */
static const char *const tags[] = {
  "ar", "az", "be", "bg", "bs", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
  "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "nb", "nl", "nn", "pl", "pt",
  "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tg", "tr", "uk", "ur", "uz", "vi", "zh"
};

/**
 * presser_language_dup_name:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer full): what it is called in the language of the user; @tag if that is not known
 */
char *
presser_language_dup_name (const char *tag)
{
  char       locale[ULOC_FULLNAME_CAPACITY];
  UChar      name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t    length;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  length = uloc_getDisplayName (locale, NULL, name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length == 0)
    return g_strdup (tag);
  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  g_autofree char *a = presser_language_dup_name (*(const char *const *) one);
  g_autofree char *b = presser_language_dup_name (*(const char *const *) other);

  return g_utf8_collate (a, b);
}

/**
 * presser_language_dup_tags:
 *
 * Returns: (transfer full): tags of languages to choose from, by their name
 */
char **
presser_language_dup_tags (void)
{
  GPtrArray *sorted = g_ptr_array_new ();
  guint      i;

  for (i = 0; i < G_N_ELEMENTS (tags); i++)
    g_ptr_array_add (sorted, g_strdup (tags[i]));
  g_ptr_array_sort (sorted, compare_names);
  g_ptr_array_add (sorted, NULL);
  return (char **) g_ptr_array_free (sorted, FALSE);
}
