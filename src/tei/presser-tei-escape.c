/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text into XML. White space that a reader of pretty-printed XML would fold away (at the ends of a
 * line, doubled, tabs, line ends) is written as a character reference: the reader takes literal white space
 * for layout and referenced white space for text, so every string comes back as it was. */

#include "presser-tei-escape-private.h"

#include <string.h>

#define MAX_NAME_CHARACTERS 40

static gboolean
is_xml_character (gunichar character)
{
  if (character < 0x20)
    return character == '\t' || character == '\n' || character == '\r';

  return character != 0xFFFE && character != 0xFFFF;
}

static gboolean
is_line_end (gunichar character)
{
  return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

static gboolean
is_plain_ascii (const char *text,
                gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar) text[i] < 0x20 || (guchar) text[i] > 0x7E)
      return FALSE;

  return TRUE;
}

static char *
clean (const char *text,
       gssize      n_bytes,
       gboolean    one_line)
{
  gsize            length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  g_autofree char *valid = NULL;
  const char      *p;
  GString         *result;

  if (is_plain_ascii (text, length))
    return g_strndup (text, length);

  valid = g_utf8_make_valid (text, (gssize) length);
  result = g_string_sized_new (strlen (valid) + 1);
  for (p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (one_line && character == '\r' && p[1] == '\n')
        continue;
      if (one_line && is_line_end (character))
        g_string_append_c (result, ' ');
      else if (!is_xml_character (character))
        g_string_append (result, "\xEF\xBF\xBD");
      else
        g_string_append_len (result, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (result, FALSE);
}

/* Valid UTF-8 that XML can hold: what it cannot becomes U+FFFD. */
char *
presser_tei_clean_text (const char *text,
                        gssize      n_bytes)
{
  return clean (text, n_bytes, FALSE);
}

/* The same, with line ends turned into spaces. */
char *
presser_tei_clean_line (const char *text,
                        gssize      n_bytes)
{
  return clean (text, n_bytes, TRUE);
}

static gboolean
is_blank (gunichar character)
{
  return character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == 0;
}

static gboolean
space_is_safe (const char *p,
               const char *start,
               const char *end,
               gunichar    before,
               gunichar    after)
{
  gunichar previous = p > start ? (gunichar) (guchar) p[-1] : before;
  gunichar next = p + 1 < end ? (gunichar) (guchar) p[1] : after;

  return !is_blank (previous) && !is_blank (next);
}

static const char *
find_replacement (const char *p,
                  const char *start,
                  const char *end,
                  gunichar    before,
                  gunichar    after)
{
  switch (*p)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case ' ':
      return space_is_safe (p, start, end, before, after) ? NULL : "&#32;";
    default:
      return NULL;
    }
}

/* Appends clean text; @before and @after are the characters that will stand beside it, 0 for the edge of a
 * paragraph. */
void
presser_tei_append_characters (GString    *xml,
                               const char *text,
                               gsize       n_bytes,
                               gunichar    before,
                               gunichar    after)
{
  const char *end = text + n_bytes;
  const char *plain = text;

  for (const char *p = text; p < end; p++)
    {
      const char *replacement;

      if ((guchar) *p > '>' || (*p > '&' && *p < '<'))
        continue;
      if (*p == ' ' && p > text && p + 1 < end && g_ascii_isgraph (p[-1]) && g_ascii_isgraph (p[1]))
        continue;
      replacement = find_replacement (p, text, end, before, after);
      if (replacement == NULL)
        continue;
      g_string_append_len (xml, plain, p - plain);
      g_string_append (xml, replacement);
      plain = p + 1;
    }
  g_string_append_len (xml, plain, end - plain);
}

/* Appends any text as the whole content of an element. */
void
presser_tei_append_text (GString    *xml,
                         const char *text)
{
  g_autofree char *clean_text = presser_tei_clean_text (text, -1);

  presser_tei_append_characters (xml, clean_text, strlen (clean_text), 0, 0);
}

/* Appends ` name="value"`. */
void
presser_tei_append_attribute (GString    *xml,
                              const char *name,
                              const char *value)
{
  g_autofree char *clean_value = presser_tei_clean_text (value, -1);

  g_string_append_printf (xml, " %s=\"", name);
  for (const char *p = clean_value; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '"':
        g_string_append (xml, "&quot;");
        break;
      case '\t':
      case '\n':
      case '\r':
        g_string_append_printf (xml, "&#%d;", *p);
        break;
      default:
        g_string_append_c (xml, *p);
        break;
      }
  g_string_append_c (xml, '"');
}

static gboolean
is_name_start (gunichar character)
{
  return character == '_' || (character < 0x80 ? g_ascii_isalpha ((char) character) : g_unichar_isalpha (character));
}

static gboolean
is_name_character (gunichar character)
{
  return is_name_start (character) || character == '-' || character == '.'
         || (character < 0x80 && g_ascii_isdigit ((char) character)) || character == 0xB7
         || (character >= 0x300 && character <= 0x36F) || (character > 0x80 && g_unichar_isalnum (character));
}

/* Whether a string can be an xml:id (an NCName, somewhat stricter outside ASCII). */
gboolean
presser_tei_is_name (const char *text)
{
  if (text == NULL || !is_name_start (g_utf8_get_char (text)))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_name_character (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* A readable id from a name: small letters and digits, everything else a dash. */
char *
presser_tei_make_name (const char *prefix,
                       const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  g_autofree char *lower = strchr (ascii, '?') == NULL ? g_ascii_strdown (ascii, -1) : g_utf8_strdown (text, -1);
  GString         *name = g_string_new (prefix);
  guint            n_characters = 0;
  gboolean         dash = FALSE;

  for (const char *p = lower; *p != '\0' && n_characters < MAX_NAME_CHARACTERS; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isalnum (character) || !is_name_character (character))
        {
          dash = n_characters > 0;
          continue;
        }
      if (dash)
        g_string_append_c (name, '-');
      dash = FALSE;
      g_string_append_unichar (name, character);
      n_characters++;
    }
  if (n_characters == 0)
    g_string_append (name, "x");

  return g_string_free (name, FALSE);
}
