/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-quote-template.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "presser-export-column.h"

/* A field and the text in front of it. */
typedef struct
{
  char         *before; /* owned */
  PresserColumn column;
} Piece;

struct _PresserQuoteTemplate
{
  GArray  *pieces; /* of Piece */
  GString *rest;   /* what stands behind the last field */
};

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->before);
}

/**
 * presser_quote_template_free:
 * @self: (transfer full): a template
 */
void
presser_quote_template_free (PresserQuoteTemplate *self)
{
  g_array_unref (self->pieces);
  g_string_free (self->rest, TRUE);
  g_free (self);
}

static gboolean
add_field (PresserQuoteTemplate *self,
           const char           *start,
           const char           *end,
           GError              **error)
{
  g_autofree char *name = g_strndup (start, end - start);
  Piece            piece = { NULL };

  if (!presser_column_find (name, &piece.column))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("There is no field “{%s}”; fields are the columns of a table, such as {quote}, {speaker}, {role}, {date}."), name);
      return FALSE;
    }
  piece.before = g_strdup (self->rest->str);
  g_string_truncate (self->rest, 0);
  g_array_append_val (self->pieces, piece);

  return TRUE;
}

/* What a backslash and a letter stand for, as nobody can type them on a command line; 0 for none. */
static char
get_escaped (char letter)
{
  switch (letter)
    {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case '\\':
      return '\\';
    default:
      return 0;
    }
}

/* One step: a field, a doubled brace, an escape or a character. NULL with an error. */
static const char *
parse_step (PresserQuoteTemplate *self,
            const char           *cursor,
            GError              **error)
{
  const char *end = NULL;

  if ((cursor[0] == '{' || cursor[0] == '}') && cursor[1] == cursor[0])
    {
      g_string_append_c (self->rest, cursor[0]);
      return cursor + 2;
    }
  if (cursor[0] == '\\' && get_escaped (cursor[1]) != 0)
    {
      g_string_append_c (self->rest, get_escaped (cursor[1]));
      return cursor + 2;
    }
  if (cursor[0] != '{')
    {
      g_string_append_c (self->rest, cursor[0]);
      return cursor + 1;
    }
  end = strchr (cursor, '}');
  if (end == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The brace of “%s” is never closed; a plain brace is written twice."), cursor);
      return NULL;
    }
  return add_field (self, cursor + 1, end, error) ? end + 1 : NULL;
}

/**
 * presser_quote_template_new:
 * @text: words with {fields} between them; {{ and }} are braces, \n a line end and \t a tab
 * @error: return location for an error
 *
 * Returns: (transfer full): the template, or %NULL with a sentence on what is wrong with it
 */
PresserQuoteTemplate *
presser_quote_template_new (const char *text,
                            GError    **error)
{
  g_autoptr (PresserQuoteTemplate) self = g_new0 (PresserQuoteTemplate, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->rest = g_string_new (NULL);
  g_array_set_clear_func (self->pieces, clear_piece);
  while (text != NULL && *text != '\0')
    text = parse_step (self, text, error);
  if (text == NULL)
    return NULL;
  if (self->pieces->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("A template needs at least one field, such as {quote}."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
is_empty (const char *value)
{
  return value == NULL || *value == '\0';
}

/* The mark that closes what the last character of @text opens; 0 for none. */
static gunichar
get_closing (const char *text)
{
  static const gunichar pairs[][2] = { { '(', ')' }, { '[', ']' }, { '<', '>' }, { 0x201C, 0x201D }, { 0x201E, 0x201C }, { 0xAB, 0xBB }, { '"', '"' } };
  const char           *last = *text != '\0' ? g_utf8_prev_char (text + strlen (text)) : NULL;

  for (guint i = 0; last != NULL && i < G_N_ELEMENTS (pairs); i++)
    if (g_utf8_get_char (last) == pairs[i][0])
      return pairs[i][1];
  return 0;
}

/* Text behind an empty field: a mark that closes what went with the field goes as well. */
static const char *
skip_closing (const char *text,
              gunichar    closing)
{
  return closing != 0 && g_utf8_get_char (text) == closing ? g_utf8_next_char (text) : text;
}

/* Where the very first field is empty, what parts it from the next one goes instead of what opens the line. */
static const char *
skip_separators (const char *text)
{
  while (*text != '\0' && g_utf8_strchr (" \t,;:.-–—·|/", -1, g_utf8_get_char (text)) != NULL)
    text = g_utf8_next_char (text);
  return text;
}

/**
 * presser_quote_template_fill:
 * @self: a template
 * @values: (array fixed-size=27) (nullable): the cells of a row, by #PresserColumn
 *
 * A field that is empty takes with it what stands between it and the field before, so that “{speaker}, {role} ({date})”
 * leaves no comma and no brackets behind.
 *
 * Returns: (transfer full): the filled template
 */
char *
presser_quote_template_fill (const PresserQuoteTemplate *self,
                             const char *const          *values)
{
  GString *text = g_string_new (NULL);
  gunichar closing = 0;
  gboolean is_bare = FALSE; /* nothing but empty fields so far */

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const char  *before = skip_closing (piece->before, closing);
      const char  *value = values[piece->column];
      gboolean     empty = is_empty (value);

      if (is_bare)
        before = skip_separators (before);
      closing = empty && i > 0 ? get_closing (before) : 0;
      if (!empty || i == 0)
        g_string_append (text, before);
      if (!empty)
        g_string_append (text, value);
      is_bare = empty && (i == 0 || is_bare);
    }
  g_string_append (text, skip_closing (self->rest->str, closing));

  return g_string_free (text, FALSE);
}
