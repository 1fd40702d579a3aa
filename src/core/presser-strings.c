/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What strings need before they may go into a document, and how they are compared there. */

#include "presser-strings-private.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* XML 1.0, production 2, without the carriage return, which is a line end here. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n';
  return c < 0xfffe || (c > 0xffff && c <= 0x10ffff);
}

static gboolean
is_clean (const char *utf8,
          gsize       n_bytes)
{
  gsize i;

  if (!g_utf8_validate_len (utf8, n_bytes, NULL))
    return FALSE;
  for (i = 0; i < n_bytes; i++)
    {
      guchar byte = (guchar) utf8[i];

      if (byte < 0x20 ? !is_allowed (byte) : byte == 0xef && !is_allowed (g_utf8_get_char (utf8 + i)))
        return FALSE;
    }
  return TRUE;
}

static char *
replace_unclean (const char *utf8)
{
  GString    *clean = g_string_new (NULL);
  const char *p;

  for (p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r')
        c = '\n';
      g_string_append_unichar (clean, is_allowed (c) ? c : REPLACEMENT);
    }
  return g_string_free (clean, FALSE);
}

char *
presser_strings_clean (const char *utf8,
                       gssize      n_bytes)
{
  gsize            length = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;
  g_autofree char *valid = NULL;

  if (is_clean (utf8, length))
    return g_strndup (utf8, length);
  valid = g_utf8_make_valid (utf8, (gssize) length);
  return replace_unclean (valid);
}

char *
presser_strings_dup_filled (const char *utf8)
{
  if (utf8 == NULL || *utf8 == '\0')
    return NULL;
  return presser_strings_clean (utf8, -1);
}

char **
presser_strings_dup_list (const char *const *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize i;

  for (i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_autofree char *item = presser_strings_dup_filled (list[i]);

      if (item != NULL)
        g_strv_builder_add (builder, item);
    }
  return g_strv_builder_end (builder);
}

/* Marks that a reader may leave out: accents on letters, Hebrew and Arabic vowel points. The vowel signs
 * of Indic scripts are marks too, but without them a word is another word. */
static gboolean
is_optional_mark (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7)
         || (c >= 0x064b && c <= 0x065f) || c == 0x0670;
}

/* Letters such as “ł” that Unicode does not decompose, and typographic quotes and dashes, in ASCII;
 * a letter of another script as it is. */
static void
append_plain (GString    *folded,
              gunichar    c,
              const char *utf8)
{
  g_autofree char *plain = NULL;

  if ((c >= 0x80 && c < 0x0250) || (c >= 0x2000 && c < 0x2070))
    plain = g_str_to_ascii (utf8, "C");
  if (c == 0x0111) /* “đ” and the “i” without a dot are unknown to g_str_to_ascii() */
    g_string_append_c (folded, 'd');
  else if (c == 0x0131)
    g_string_append_c (folded, 'i');
  else
    g_string_append (folded, plain == NULL || strcmp (plain, "?") == 0 ? utf8 : plain);
}

static void
append_folded (GString *folded,
               gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  gsize    i;

  for (i = 0; i < n_parts; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);
      char     utf8[7] = { 0 };

      if (is_optional_mark (part))
        continue;
      g_unichar_to_utf8 (part == 0x03c2 ? 0x03c3 : part, utf8); /* a final sigma is a sigma */
      append_plain (folded, part, utf8);
    }
}

char *
presser_strings_fold (const char *utf8)
{
  GString    *folded = g_string_sized_new (strlen (utf8));
  const char *p;

  for (p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*p));
      else
        append_folded (folded, g_utf8_get_char (p));
    }
  return g_string_free (folded, FALSE);
}

gboolean
presser_strings_same_name (const char *one,
                           const char *other)
{
  g_autofree char *one_normal = g_utf8_normalize (one, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *other_normal = g_utf8_normalize (other, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *one_folded = NULL;
  g_autofree char *other_folded = NULL;

  if (one_normal == NULL || other_normal == NULL)
    return FALSE;
  one_folded = g_utf8_casefold (one_normal, -1);
  other_folded = g_utf8_casefold (other_normal, -1);
  return strcmp (one_folded, other_folded) == 0;
}

static gboolean
is_ideograph (gunichar c)
{
  return c >= 0x2e80 && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* “don’t” and “well-known” are one word each. */
static gboolean
joins_words (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011;
}

guint
presser_strings_count_words (const char *utf8)
{
  gboolean    in_word = FALSE;
  guint       n_words = 0;
  const char *p;

  for (p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_ideograph (c))
        {
          n_words++;
          in_word = FALSE;
        }
      else if (is_word_character (c))
        {
          n_words += in_word ? 0 : 1;
          in_word = TRUE;
        }
      else if (!in_word || !joins_words (c) || !is_word_character (g_utf8_get_char (g_utf8_next_char (p))))
        in_word = FALSE;
    }
  return n_words;
}
