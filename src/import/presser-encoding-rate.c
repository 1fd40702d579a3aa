/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Does a decoded text make sense? In a wrong single-byte encoding words mix scripts, capitals stand inside words,
 * symbols stand between letters and control characters turn up; in a wrong double-byte encoding a letter
 * is glued to an ideograph. In the right one quotation marks stand at the edges of words. */

#include "presser-encoding.h"

#include <errno.h>

#include "presser-characters.h"

typedef enum
{
  CLASS_OTHER,
  CLASS_BLANK,
  CLASS_DIGIT,
  CLASS_PUNCTUATION,
  CLASS_QUOTE,
  CLASS_LETTER,
  CLASS_CONTROL,
} Class;

typedef struct
{
  gunichar character;
  Class class;
  int script; /* GUnicodeScript, letters only */
} Sign;

static Class
get_class (gunichar character)
{
  if (character == 0xfffd || (character >= 0x80 && character < 0xa0) || (character >= 0xe000 && character <= 0xf8ff))
    return CLASS_CONTROL;
  if (presser_character_is_blank (character))
    return CLASS_BLANK;
  if ((character >= 0x2010 && character <= 0x2026) || character == 0xab || character == 0xbb || character == '"'
      || (character >= 0x3001 && character <= 0x3011))
    return CLASS_QUOTE;
  if (g_unichar_isalpha (character) || g_unichar_ismark (character))
    return CLASS_LETTER;
  if (g_unichar_isdigit (character))
    return CLASS_DIGIT;
  if (character < 0x80 || g_unichar_ispunct (character))
    return CLASS_PUNCTUATION;
  return CLASS_OTHER;
}

static int
fold_script (gunichar character)
{
  GUnicodeScript script = g_unichar_get_script (character);

  if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
    return G_UNICODE_SCRIPT_HAN;
  return (int) script;
}

/* The letters that every Russian, Ukrainian, Bulgarian text is full of, and those of CJK that fill common text. */
static gboolean
is_frequent (gunichar character)
{
  switch (g_unichar_tolower (character))
    {
    case 0x43e:  /* о */
    case 0x435:  /* е */
    case 0x430:  /* а */
    case 0x438:  /* и */
    case 0x43d:  /* н */
    case 0x442:  /* т */
    case 0x3b1:  /* α */
    case 0x3bf:  /* ο */
    case 0x627:  /* ا */
    case 0x644:  /* ل */
    case 0x5d9:  /* י */
    case 0x5d5:  /* ו */
    case 0x7684: /* 的 */
    case 0x4e00: /* 一 */
    case 0x662f: /* 是 */
    case 0xe9:
    case 0xe4:
    case 0xf6:
    case 0xfc:
      return TRUE;
    default:
      return character >= 0x3041 && character <= 0x3093;
    }
}

static int
rate_letter (const Sign *before,
             const Sign *sign,
             const Sign *after)
{
  int rate = is_frequent (sign->character) ? 3 : 2;

  if (g_unichar_ismark (sign->character))
    return 1;
  /* A letter alone in front of a number is rather the sign of a currency. */
  if (before->class != CLASS_LETTER && after->class == CLASS_DIGIT)
    return -2;
  if (before->class == CLASS_LETTER && before->script != sign->script && !g_unichar_ismark (before->character))
    rate -= 6;
  if (after->class == CLASS_LETTER && after->script != sign->script && !g_unichar_ismark (after->character))
    rate -= 6;
  if (before->class == CLASS_LETTER && g_unichar_islower (before->character) && g_unichar_isupper (sign->character))
    rate -= 5;
  if (after->class == CLASS_LETTER && g_unichar_islower (sign->character) && g_unichar_isupper (after->character))
    rate -= 5;

  return rate;
}

static int
rate_quote (const Sign *before,
            const Sign *sign,
            const Sign *after)
{
  gboolean is_inside = before->class == CLASS_LETTER && after->class == CLASS_LETTER;

  if (sign->character == 0x2019)
    return is_inside ? 4 : 1;
  if (sign->character == 0x2018 || sign->character == 0x201c || sign->character == 0xab)
    return is_inside ? -3 : 3;
  if (sign->character == 0x201d || sign->character == 0xbb)
    return is_inside ? -3 : 3;
  return 1;
}

static int
rate_sign (const Sign *before,
           const Sign *sign,
           const Sign *after)
{
  if (sign->character < 0x80)
    return 0;

  switch (sign->class)
    {
    case CLASS_CONTROL:
      return -12;
    case CLASS_LETTER:
      return rate_letter (before, sign, after);
    case CLASS_QUOTE:
      return rate_quote (before, sign, after);
    case CLASS_BLANK:
      return sign->character == 0xad ? -1 : 1;
    case CLASS_OTHER:
      return before->class == CLASS_LETTER || after->class == CLASS_LETTER ? -6 : 0;
    case CLASS_DIGIT:
    case CLASS_PUNCTUATION:
    default:
      return before->class == CLASS_LETTER && after->class == CLASS_LETTER ? -6 : 0;
    }
}

static int
rate_text (const char *text,
           gsize       length)
{
  const char *end = text + length;
  Sign        before = { ' ', CLASS_BLANK, 0 };
  Sign        sign = before;
  int         rate = 0, n_small = 0, n_capitals = 0;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      Sign     after = { character, get_class (character), fold_script (character) };

      n_small += character >= 0x370 && g_unichar_islower (character);
      n_capitals += character >= 0x370 && g_unichar_isupper (character);
      rate += rate_sign (&before, &sign, &after);
      before = sign;
      sign = after;
    }

  /* Where there are capitals, sentences and names begin with them: Hebrew read as Russian has none. */
  return n_small >= 20 && n_capitals == 0 ? rate - n_small : rate;
}

/**
 * presser_encoding_rate:
 * @data: (array length=size): bytes of a text
 * @size: how many
 * @encoding: IANA name
 *
 * Decodes and counts for and against: letters in words of one script, quotation marks where they belong; mixed scripts,
 * capitals inside words, symbols between letters, control characters.
 *
 * Returns: the higher, the more sense it makes; %G_MININT for an unknown encoding
 */
int
presser_encoding_rate (const guint8 *data,
                       gsize         size,
                       const char   *encoding)
{
  GIConv           converter = g_iconv_open ("UTF-8", encoding);
  g_autofree char *buffer = NULL;
  char            *in = (char *) data, *out;
  gsize            in_left = size, out_left = size * 4 + 16;
  int              rate = 0;

  if (converter == (GIConv) -1)
    return G_MININT;

  buffer = g_malloc (out_left);
  out = buffer;
  while (in_left > 0 && out_left > 0)
    {
      if (g_iconv (converter, &in, &in_left, &out, &out_left) != (gsize) -1 || errno != EILSEQ)
        break;
      rate -= 15;
      in++;
      in_left--;
    }
  g_iconv_close (converter);

  return rate + rate_text (buffer, (gsize) (out - buffer));
}
