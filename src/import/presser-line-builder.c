/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-line-builder.h"

#include <string.h>

#include "presser-characters.h"

/**
 * presser_line_builder_init:
 * @self: (out caller-allocates): the builder
 * @script: gets the lines; borrowed
 */
void
presser_line_builder_init (PresserLineBuilder *self,
                           PresserScript      *script)
{
  *self = (PresserLineBuilder){ .script = script, .line = g_string_new (NULL), .flags = PRESSER_LINE_PARAGRAPH, .bold_so_far = TRUE };
  self->notes = g_ptr_array_new_with_free_func (g_free);
}

/**
 * presser_line_builder_clear:
 * @self: a builder
 *
 * Frees what it holds; the line that was begun is lost.
 */
void
presser_line_builder_clear (PresserLineBuilder *self)
{
  g_string_free (self->line, TRUE);
  g_ptr_array_unref (self->notes);
}

/**
 * presser_line_builder_add:
 * @self: a builder
 * @text: UTF-8 without line ends
 * @is_bold: whether the source sets it in bold
 */
void
presser_line_builder_add (PresserLineBuilder *self,
                          const char         *text,
                          gboolean            is_bold)
{
  const char *end = text + strlen (text);

  g_string_append (self->line, text);
  if (is_bold && self->bold_so_far)
    self->emphasis = self->line->len;
  else if (presser_text_skip_blank (text, end) < end)
    self->bold_so_far = FALSE;
}

/**
 * presser_line_builder_take_note:
 * @self: a builder
 * @note: (transfer full): the text of a footnote or a comment
 *
 * Keeps it until the paragraph ends, which it then follows as a note.
 */
void
presser_line_builder_take_note (PresserLineBuilder *self,
                                char               *note)
{
  g_ptr_array_add (self->notes, note);
}

static void
add_notes (PresserLineBuilder *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      PresserLine *line = presser_script_add_line (self->script, self->notes->pdata[i], -1, PRESSER_LINE_PARAGRAPH | PRESSER_LINE_FIXED);

      if (line != NULL)
        line->kind = PRESSER_PARAGRAPH_NOTE;
    }
  g_ptr_array_set_size (self->notes, 0);
}

/**
 * presser_line_builder_end_line:
 * @self: a builder
 * @ends_paragraph: whether the next line begins a paragraph
 */
void
presser_line_builder_end_line (PresserLineBuilder *self,
                               gboolean            ends_paragraph)
{
  const char  *text = self->line->str;
  gsize        indent = (gsize) (presser_text_skip_blank (text, text + self->line->len) - text);
  guint        flags = self->flags | (self->is_heading ? PRESSER_LINE_FIXED | PRESSER_LINE_PARAGRAPH : 0);
  PresserLine *line = presser_script_add_line (self->script, text, (gssize) self->line->len, flags);

  if (line != NULL)
    {
      gsize emphasis = self->emphasis > indent ? self->emphasis - indent : 0;

      line->emphasis = self->is_heading ? 0 : (guint16) MIN (MIN (emphasis, line->length), G_MAXUINT16);
      if (self->is_heading)
        line->kind = PRESSER_PARAGRAPH_HEADING;
      self->flags = 0;
    }
  if (ends_paragraph)
    {
      self->flags |= PRESSER_LINE_PARAGRAPH;
      add_notes (self);
    }
  g_string_truncate (self->line, 0);
  self->emphasis = 0;
  self->bold_so_far = TRUE;
}

/**
 * presser_name_is_in:
 * @name: a word
 * @names: words with a blank before and after each
 *
 * Returns: whether it is one of them
 */
gboolean
presser_name_is_in (const char *name,
                    const char *names)
{
  gsize length = strlen (name);

  for (const char *place = strstr (names, name); place != NULL && length > 0; place = strstr (place + 1, name))
    if (place > names && place[-1] == ' ' && place[length] == ' ')
      return TRUE;

  return FALSE;
}
