/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-characters.h"

#include <string.h>

/**
 * presser_character_is_blank:
 * @character: a code point
 *
 * Returns: whether it is a space of any kind or takes no room at all
 */
gboolean
presser_character_is_blank (gunichar character)
{
  if (character < 0x80)
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f';

  return character == 0xa0 || character == 0xad || (character >= 0x2000 && character <= 0x200f)
         || (character >= 0x202a && character <= 0x202f) || character == 0x205f
         || (character >= 0x2060 && character <= 0x2069) || character == 0x3000 || character == 0xfeff;
}

/**
 * presser_character_ends_sentence:
 * @character: a code point
 *
 * Returns: whether a sentence may end with it, in any of the scripts that journalists get
 */
gboolean
presser_character_ends_sentence (gunichar character)
{
  switch (character)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x203d:
    case 0x061f: /* ؟ */
    case 0x06d4:
    case 0x0964: /* । */
    case 0x3002: /* 。 */
    case 0xff01:
    case 0xff0e:
    case 0xff1f:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * presser_character_closes:
 * @character: a code point
 *
 * Returns: whether it is a closing bracket or a mark that may close a quotation
 */
gboolean
presser_character_closes (gunichar character)
{
  switch (character)
    {
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'':
    case 0xbb:
    case 0xab:
    case 0x2019:
    case 0x201d:
    case 0x201c: /* closes in German */
    case 0x300d:
    case 0x300f:
    case 0xff09:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * presser_character_is_dense:
 * @character: a code point
 *
 * Returns: whether lines of this script are joined without a space
 */
gboolean
presser_character_is_dense (gunichar character)
{
  return (character >= 0x0e00 && character <= 0x0eff) || (character >= 0x2e80 && character <= 0x9fff)
         || (character >= 0xf900 && character <= 0xfaff) || (character >= 0xff00 && character <= 0xffef)
         || (character >= 0x20000 && character <= 0x3ffff);
}

/**
 * presser_character_is_caseless:
 * @character: a code point
 *
 * Returns: whether it is a letter without an upper and a lower form
 */
gboolean
presser_character_is_caseless (gunichar character)
{
  return character > 0x500 && g_unichar_isalpha (character) && !g_unichar_isupper (character)
         && !g_unichar_islower (character);
}

/**
 * presser_text_skip_blank:
 * @text: UTF-8
 * @end: its end
 *
 * Returns: the first place that is not blank, or @end
 */
const char *
presser_text_skip_blank (const char *text,
                         const char *end)
{
  while (text < end && presser_character_is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/**
 * presser_text_trim_blank:
 * @text: UTF-8
 * @end: its end
 *
 * Returns: the place behind the last character that is not blank, or @text
 */
const char *
presser_text_trim_blank (const char *text,
                         const char *end)
{
  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!presser_character_is_blank (g_utf8_get_char (previous)))
        return end;
      end = previous;
    }

  return end;
}

/**
 * presser_text_last_character:
 * @text: UTF-8
 * @end: its end
 *
 * Returns: the last character, 0 if there is none
 */
gunichar
presser_text_last_character (const char *text,
                             const char *end)
{
  return end > text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
}

static gboolean
takes_no_room (gunichar character)
{
  return character == 0xad || (character >= 0x200b && character <= 0x200f) || (character >= 0x202a && character <= 0x202e)
         || (character >= 0x2060 && character <= 0x2069) || character == 0xfeff;
}

/**
 * presser_text_make_plain:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: (transfer full): the text with one space for every run of blanks and without what takes no room
 */
char *
presser_text_make_plain (const char *text,
                         gsize       length)
{
  const char *end = text + length;
  GString    *plain = g_string_sized_new (length + 1);
  gboolean    parted = FALSE;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (takes_no_room (character))
        continue;
      if (presser_character_is_blank (character))
        {
          parted = plain->len > 0;
          continue;
        }
      if (parted)
        g_string_append_c (plain, ' ');
      parted = FALSE;
      g_string_append_unichar (plain, character);
    }

  return g_string_free (plain, FALSE);
}

/* A letter and its accent may be one character or two. NULL if nothing needs to be done. */
static char *
compose (const char *text,
         gsize       length)
{
  for (const char *place = text; place + 1 < text + length; place++)
    if ((guint8) place[0] == 0xcc || ((guint8) place[0] == 0xcd && (guint8) place[1] < 0xb0))
      return g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC);

  return NULL;
}

/**
 * presser_text_make_key:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Lower case, words parted by one space, nothing but letters, digits, hyphens and underscores: “MS PSAKI” and “Ms. Psaki” are one.
 *
 * Returns: (transfer full): the key
 */
char *
presser_text_make_key (const char *text,
                       gsize       length)
{
  g_autofree char *composed = compose (text, length);
  const char      *end;
  GString         *key = g_string_sized_new (length + 1);
  gboolean         parted = FALSE;

  if (composed != NULL)
    {
      text = composed;
      length = strlen (composed);
    }
  end = text + length;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (takes_no_room (character))
        continue;
      if (presser_character_is_blank (character))
        parted = key->len > 0;
      else if (g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '-' || character == '_')
        {
          if (parted)
            g_string_append_c (key, ' ');
          parted = FALSE;
          g_string_append_unichar (key, g_unichar_tolower (character));
        }
    }

  return g_string_free (key, FALSE);
}

/**
 * presser_text_make_initials:
 * @key: what presser_text_make_key() gave
 *
 * Returns: (transfer full): the first letter of each word
 */
char *
presser_text_make_initials (const char *key)
{
  GString *initials = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (; *key != '\0'; key = g_utf8_next_char (key))
    {
      if (at_start && *key != ' ')
        g_string_append_unichar (initials, g_utf8_get_char (key));
      at_start = *key == ' ';
    }

  return g_string_free (initials, FALSE);
}
