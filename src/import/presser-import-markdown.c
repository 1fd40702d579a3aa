/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown and reStructuredText as transcripts use them: front matter, headings, bold labels, escapes, hard breaks.
 * Marks are taken off; what they mark stays. */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-front-matter.h"
#include "presser-inline.h"
#include "presser-markup.h"


typedef struct
{
  PresserScript *script;
  GString       *block;       /* lines of one paragraph, parted by \n */
  guint          flags;       /* for its first line */
  gboolean       after_break; /* the line before ended with a hard break, shown as \r in front of the next */
  guint          n_blocks;
  guint          n_lines;
} Reader;

static void
flush_block (Reader *reader)
{
  g_autofree char    *plain = NULL;
  g_autofree guint16 *bold = NULL;
  g_auto (GStrv) lines = NULL;

  if (reader->block->len == 0)
    return;
  reader->n_blocks++;
  plain = presser_inline_read (reader->block->str, &bold);
  lines = g_strsplit (plain, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean     is_hard = lines[i][0] == '\r';
      const char  *text = lines[i] + is_hard;
      PresserLine *line = presser_script_add_line (reader->script, text, -1,
                                                   i == 0 ? reader->flags : is_hard ? PRESSER_LINE_PARAGRAPH
                                                                                    : 0);

      if (line != NULL)
        line->emphasis = (guint16) MIN (bold[i], line->length);
    }
  g_string_truncate (reader->block, 0);
  reader->flags = PRESSER_LINE_PARAGRAPH;
  reader->after_break = FALSE;
}

static void
add_heading (Reader     *reader,
             const char *text)
{
  g_autofree guint16 *bold = NULL;
  g_autofree char    *plain = presser_inline_read (text, &bold);
  PresserLine        *line;

  g_strdelimit (plain, "\n\r", ' ');
  line = presser_script_add_line (reader->script, plain, -1, PRESSER_LINE_PARAGRAPH | PRESSER_LINE_FIXED);
  if (line != NULL)
    line->kind = PRESSER_PARAGRAPH_HEADING;
}

/* === or --- under a line; gives the mark. */
static char
get_underline (const char *text)
{
  gsize length = strlen (text);

  if (length < 3 || strchr ("=-~^\"", *text) == NULL || strspn (text, (char[]){ *text, 0 }) != length)
    return 0;

  return *text;
}

static gboolean
is_rule (const char *text)
{
  char  compact[8];
  gsize n = 0;

  for (; *text != '\0' && n < sizeof compact - 1; text++)
    if (*text != ' ')
      compact[n++] = *text;
  compact[n] = '\0';

  return n >= 3 && strchr ("-*_", compact[0]) != NULL && strspn (compact, (char[]){ compact[0], 0 }) == n;
}

static const char *
skip_quote_marks (const char *text)
{
  while (*text == '>' && text[1] != '>')
    text += text[1] == ' ' ? 2 : 1;

  return text;
}

static gboolean
begins_item (const char *text)
{
  const char *digits = text + strspn (text, "0123456789");

  if ((*text == '-' || *text == '*' || *text == '+') && text[1] == ' ')
    return TRUE;

  return digits > text && digits - text < 4 && (*digits == '.' || *digits == ')') && digits[1] == ' ';
}

static void
read_line (Reader *reader,
           char   *raw)
{
  gboolean is_hard = g_str_has_suffix (raw, "  ") || (g_str_has_suffix (raw, "\\") && !g_str_has_suffix (raw, "\\\\"));
  char    *text = g_strstrip (raw);
  gsize    n_marks = strspn (text, "#");

  if (*text == '\0')
    flush_block (reader);
  else if (get_underline (text) != 0 && reader->block->len > 0 && strchr (reader->block->str, '\n') == NULL
           && strlen (text) + 3 > reader->block->len / 2)
    {
      g_autofree char *title = g_strdup (reader->block->str);

      g_string_truncate (reader->block, 0);
      reader->after_break = FALSE;
      add_heading (reader, title);
    }
  else if (is_rule (text) || get_underline (text) != 0)
    {
      flush_block (reader);
      reader->flags |= PRESSER_LINE_RULE;
    }
  else if (n_marks > 0 && n_marks < 7 && text[n_marks] == ' ')
    {
      flush_block (reader);
      add_heading (reader, text + n_marks + 1);
    }
  else
    {
      const char *content = skip_quote_marks (text);

      if (begins_item (content))
        flush_block (reader);
      if (is_hard && content[strlen (content) - 1] == '\\')
        text[strlen (text) - 1] = '\0';
      reader->n_lines++;
      if (reader->block->len > 0)
        g_string_append_c (reader->block, '\n');
      if (reader->after_break)
        g_string_append_c (reader->block, '\r');
      g_string_append (reader->block, content);
      reader->after_break = is_hard;
    }
}

static void
read_lines (Reader *reader,
            char   *text)
{
  while (text != NULL)
    {
      char *end = strchr (text, '\n');

      if (end != NULL)
        *end++ = '\0';
      read_line (reader, text);
      text = end;
    }
  flush_block (reader);
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (PresserMetadata) metadata = NULL;
  gsize            length;
  g_autofree char *text = presser_import_decode (bytes, name, options, &length, &metadata, report, error);
  Reader           reader = { .script = script, .flags = PRESSER_LINE_PARAGRAPH };

  if (text == NULL)
    return NULL;

  reader.block = g_string_new (NULL);
  read_lines (&reader, text + presser_front_matter_read (script, text));
  g_string_free (reader.block, TRUE);
  /* Where blank lines part paragraphs, as they should, a line end alone means nothing. */
  presser_script_set_wrapped (script, reader.n_blocks >= 2 && reader.n_blocks * 8 >= reader.n_lines);

  return presser_script_finish (script, metadata, options, report);
}

/* Each mark that plain text does not have by chance. */
static guint
count_marks (const char *text)
{
  guint n = 0;

  for (const char *line = text; line != NULL && *line != '\0'; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      n += g_str_has_prefix (line, "**") && strstr (line + 2, "**") != NULL;
      n += line[strspn (line, "#")] == ' ' && *line == '#' && line[strspn (line, "# ")] != '\n' && g_ascii_isalpha (line[strspn (line, "# ")]);
    }
  for (const char *link = strstr (text, "]("); link != NULL; link = strstr (link + 2, "]("))
    n++;
  for (const char *escape = strchr (text, '\\'); escape != NULL; escape = strchr (escape + 1, '\\'))
    n += strchr ("[]#*_", escape[1]) != NULL && escape[1] != '\0';

  return n;
}

/* A title with a line of = or - as long as itself below it. */
static gboolean
has_underlined_title (const char *text)
{
  const char *title = text + strspn (text, "\n");
  const char *line = strchr (title, '\n');
  gsize       length;

  if (line == NULL || line - title > 200 || strchr ("=-~", line[1]) == NULL || line[1] == '\0')
    return FALSE;
  length = strspn (line + 1, (char[]){ line[1], 0 });

  return length >= 5 && length + 2 >= (gsize) g_utf8_strlen (title, line - title);
}

static int
score_markdown (GBytes     *bytes,
                const char *text,
                const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);
  gboolean         is_named = g_str_has_suffix (small, ".md") || g_str_has_suffix (small, ".markdown");
  guint            n_marks;

  if (text == NULL)
    return 0;
  if (presser_front_matter_read (NULL, text) > 0)
    return 60;
  n_marks = count_marks (text);
  if (n_marks >= 2 || (is_named && *text != '<' && *text != '{'))
    return 40;

  return 0;
}

static int
score_rst (GBytes     *bytes,
           const char *text,
           const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  if (text == NULL || !has_underlined_title (text))
    return 0;

  return g_str_has_suffix (small, ".rst") || strstr (text, "\n.. ") != NULL || strstr (text, "\n**") != NULL ? 50 : 30;
}

const PresserImporter presser_import_markdown = {
  .id = "markdown",
  .description = N_ ("Markdown"),
  .patterns = "*.md;*.markdown",
  .score = score_markdown,
  .import = import,
};

const PresserImporter presser_import_rst = {
  .id = "rst",
  .description = N_ ("reStructuredText"),
  .patterns = "*.rst",
  .score = score_rst,
  .import = import,
};
