/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-place.h"
#include "presser-error.h"

#define MAX_PLACES_TOLD 5

/* Text as it is compared, with the place in the document of each of its characters. */
typedef struct
{
  GString *text;
  GArray  *positions; /* guint, one a character of text, and one for the end */
} Folded;

static void
clear_folded (Folded *folded)
{
  g_string_free (folded->text, TRUE);
  g_array_unref (folded->positions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, clear_folded)

static gunichar
fold_character (gunichar character)
{
  switch (character)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201A: /* ‚ */
    case 0x201B: /* ‛ */
      return '\'';
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x201F: /* ‟ */
      return '"';
    default:
      return g_unichar_isspace (character) ? ' ' : character;
    }
}

static Folded
fold (const char *text)
{
  Folded   folded = { g_string_sized_new (strlen (text)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint    position = 0;
  gboolean after_blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      gunichar character = fold_character (g_utf8_get_char (p));

      if (character != ' ' || !after_blank)
        {
          g_string_append_unichar (folded.text, character);
          g_array_append_val (folded.positions, position);
        }

      after_blank = character == ' ';
    }

  g_array_append_val (folded.positions, position);
  return folded;
}

/* GArray of PresserRange. */
static GArray *
find_places (const Folded *text,
             const char   *needle)
{
  GArray     *places = g_array_new (FALSE, FALSE, sizeof (PresserRange));
  gsize       size = strlen (needle);
  glong       length = g_utf8_strlen (needle, -1);
  const char *counted = text->text->str;
  glong       index = 0;

  for (const char *found = strstr (counted, needle); found != NULL; found = strstr (found + size, needle))
    {
      PresserRange range;

      index += g_utf8_pointer_to_offset (counted, found);
      counted = found;
      range.start = g_array_index (text->positions, guint, index);
      range.end = g_array_index (text->positions, guint, index + length - 1) + 1;
      g_array_append_val (places, range);
    }

  return places;
}

static void
set_ambiguous (const char *quote,
               GArray     *places,
               GError    **error)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < MIN (places->len, MAX_PLACES_TOLD); i++)
    {
      PresserRange place = g_array_index (places, PresserRange, i);

      g_string_append_printf (told, "%s%u:%u", i > 0 ? ", " : "", place.start, place.end);
    }

  if (places->len > MAX_PLACES_TOLD)
    g_string_append (told, ", …");

  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE,
                            "“%1$s” stands in %2$u place (%3$s); say which with --range.",
                            "“%1$s” stands in %2$u places (%3$s); say which with --range.",
                            places->len),
               quote, places->len, told->str);
}

gboolean
presser_cli_find_quote (PresserDocument *document,
                        const char      *quote,
                        PresserRange    *range,
                        GError         **error)
{
  g_autofree char *text = presser_text_dup (presser_document_get_text (document));
  g_auto (Folded) folded = fold (text);
  g_auto (Folded) folded_quote = fold (quote);
  const char *needle = g_strstrip (folded_quote.text->str);
  g_autoptr (GArray) places = NULL;

  if (*needle == '\0')
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("The quote to mark is empty."));
      return FALSE;
    }

  places = find_places (&folded, needle);
  if (places->len == 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   _ ("“%s” does not stand in the text; “presser-cli text” prints it."), quote);
      return FALSE;
    }

  if (places->len > 1)
    {
      set_ambiguous (quote, places, error);
      return FALSE;
    }

  *range = g_array_index (places, PresserRange, 0);
  return TRUE;
}

static gboolean
parse_number (const char  *digits,
              const char **end,
              guint       *number)
{
  guint64 value;

  if (!g_ascii_isdigit (*digits))
    return FALSE;

  value = g_ascii_strtoull (digits, (char **) end, 10);
  *number = (guint) value;

  return value <= G_MAXINT;
}

gboolean
presser_cli_parse_range (PresserDocument *document,
                         const char      *argument,
                         PresserRange    *range,
                         GError         **error)
{
  guint       length = presser_text_get_length (presser_document_get_text (document));
  const char *rest;

  if (!parse_number (argument, &rest, &range->start) || *rest != ':' || !parse_number (rest + 1, &rest, &range->end) || *rest != '\0')
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   _ ("“%s” is no range; write START:END in characters, for example 14:52."), argument);
      return FALSE;
    }

  if (range->start >= range->end || range->end > length)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   _ ("The range %s does not lie in the text, which has %u characters (0:%u)."), argument, length, length);
      return FALSE;
    }

  return TRUE;
}
