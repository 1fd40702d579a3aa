/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences here are found by punctuation alone: a mark that ends one, closing marks, a blank, and then anything but a
 * small letter. Being wrong costs a word too many or too few beside a quote, never a character of the quote. */

#include "presser-export-context.h"

#include <string.h>

/* Code points looked at on either side: a paragraph may be the whole of a book. */
#define REACH 600

#define END_MARKS "." \
                  "!?…‽؟۔।。．！？"
#define CLOSING_MARKS "\"'”’)]}」』＂"
/* “Closes in German, opens in English”; so do »these«. What stands beside them tells. */
#define EITHER_MARKS  "\"'“”‘’«»‹›＂"
#define OPENING_MARKS "„‚([{「『"
#define PAUSES        ",;:،؛、，"

static const char *const abbreviations[] = {
  "mr",
  "mrs",
  "ms",
  "dr",
  "prof",
  "gen",
  "sen",
  "rep",
  "gov",
  "st",
  "lt",
  "col",
  "maj",
  "capt",
  "sgt",
  "vs",
  NULL,
};

static gboolean
is_one_of (const char *marks,
           gunichar    character)
{
  return character != 0 && g_utf8_strchr (marks, -1, character) != NULL;
}

/* “Mr.” and “J.” do not end a sentence. */
static gboolean
is_abbreviation (const char *text,
                 const char *full_stop)
{
  const char      *word = full_stop;
  g_autofree char *folded = NULL;

  while (word > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
    word = g_utf8_prev_char (word);
  if (word == full_stop)
    return FALSE;
  if (g_utf8_next_char (word) == full_stop && g_unichar_isupper (g_utf8_get_char (word)))
    return TRUE;
  folded = g_utf8_strdown (word, full_stop - word);

  return g_strv_contains (abbreviations, folded);
}

static const char *
skip_marks (const char *cursor,
            const char *marks)
{
  while (is_one_of (marks, g_utf8_get_char (cursor)))
    cursor = g_utf8_next_char (cursor);
  return cursor;
}

/* Marks that close something, and those that could open it as well where no word follows. */
static const char *
skip_closing_marks (const char *cursor)
{
  while (is_one_of (CLOSING_MARKS EITHER_MARKS, g_utf8_get_char (cursor)))
    {
      const char *next = g_utf8_next_char (cursor);
      gunichar    after = g_utf8_get_char (next);

      if (!is_one_of (CLOSING_MARKS, g_utf8_get_char (cursor)) && after != 0 && !g_unichar_isspace (after)
          && !g_unichar_ispunct (after))
        break;
      cursor = next;
    }
  return cursor;
}

static const char *
skip_blanks (const char *cursor)
{
  while (g_unichar_isspace (g_utf8_get_char (cursor)))
    cursor = g_utf8_next_char (cursor);
  return cursor;
}

/* Where the next sentence starts if one ends with the mark at @mark, else NULL. @end: behind the closing marks. */
static const char *
find_next_start (const char  *text,
                 const char  *mark,
                 const char **end)
{
  const char *next = NULL;

  if (!is_one_of (END_MARKS, g_utf8_get_char (mark)) || (*mark == '.' && is_abbreviation (text, mark)))
    return NULL;
  *end = skip_closing_marks (skip_marks (mark, END_MARKS));
  next = skip_blanks (*end);
  if (*next == '\0')
    return next;
  /* Chinese and Japanese put no blank there. */
  if (next == *end && g_utf8_get_char (mark) < 0x3000)
    return NULL;
  return g_unichar_islower (g_utf8_get_char (next)) ? NULL : next;
}

static char *
dup_last_sentence (const char *text,
                   gboolean    is_cut)
{
  const char *start = text;
  const char *end = NULL;

  for (const char *cursor = text; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      const char *next = find_next_start (text, cursor, &end);

      if (next != NULL && *next != '\0')
        start = next;
    }
  if (start == text && is_cut)
    {
      const char *blank = strchr (text, ' ');

      return g_strconcat ("…", blank != NULL ? blank : text, NULL);
    }
  return g_strdup (start);
}

static char *
dup_first_sentence (const char *text,
                    gboolean    is_cut)
{
  const char *blank = NULL;

  for (const char *cursor = text; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      const char *end = NULL;

      if (find_next_start (text, cursor, &end) != NULL)
        return g_strndup (text, end - text);
    }
  blank = is_cut ? strrchr (text, ' ') : NULL;
  if (blank == NULL)
    return g_strchomp (g_strdup (text));
  return g_strdup_printf ("%.*s …", (int) (blank - text), text);
}

/* A mark that stands behind a word closes something, one behind a blank opens it. */
static gboolean
opens (const char *text,
       const char *mark)
{
  gunichar character = g_utf8_get_char (mark);
  gunichar before = mark > text ? g_utf8_get_char (g_utf8_prev_char (mark)) : ' ';

  if (is_one_of (OPENING_MARKS, character))
    return TRUE;
  return is_one_of (EITHER_MARKS, character) && (g_unichar_isspace (before) || is_one_of (OPENING_MARKS, before));
}

/* Takes blanks and the marks that open the quote off the end. */
static void
strip_end (char *text)
{
  char *end = text + strlen (text);

  while (end > text)
    {
      char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)) && !opens (text, last))
        break;
      end = last;
    }
  *end = '\0';
}

static const char *
skip_to_words (const char *text)
{
  const char *cursor = text;
  const char *before = NULL;

  do
    {
      before = cursor;
      cursor = skip_blanks (skip_marks (skip_marks (skip_closing_marks (cursor), END_MARKS), PAUSES));
    }
  while (cursor != before);
  return cursor;
}

/**
 * presser_export_is_prose:
 * @paragraph: a paragraph
 *
 * Returns: %TRUE for what is told or said, %FALSE for headings, labels, notes and the like
 */
gboolean
presser_export_is_prose (PresserParagraph *paragraph)
{
  PresserParagraphKind kind = presser_paragraph_get_kind (paragraph);

  return kind == PRESSER_PARAGRAPH_BODY || kind == PRESSER_PARAGRAPH_SPEECH;
}

/* The same turn, or no turn at all on either side: what another speaker says is no context but an answer. */
static gboolean
go_on (PresserDocument *document,
       guint            one,
       guint            other)
{
  PresserParagraph *first = presser_document_get_paragraph (document, one);
  PresserParagraph *second = presser_document_get_paragraph (document, other);

  return presser_export_is_prose (first) && presser_export_is_prose (second)
         && g_strcmp0 (presser_paragraph_get_turn (first), presser_paragraph_get_turn (second)) == 0;
}

static char *
dup_nonempty (char *text)
{
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
dup_end_of (PresserExportView *view,
            PresserRange       range)
{
  gboolean         is_cut = presser_range_get_length (range) > REACH;
  g_autofree char *slice = NULL;

  if (is_cut)
    range.start = range.end - REACH;
  slice = presser_export_view_dup_slice (view, range);
  strip_end (slice);
  if (*slice == '\0')
    return NULL;
  return dup_last_sentence (is_cut ? slice : skip_blanks (slice), is_cut);
}

static char *
dup_start_of (PresserExportView *view,
              PresserRange       range)
{
  gboolean         is_cut = presser_range_get_length (range) > REACH;
  g_autofree char *slice = NULL;

  if (is_cut)
    range.end = range.start + REACH;
  slice = presser_export_view_dup_slice (view, range);

  return dup_nonempty (dup_first_sentence (skip_to_words (slice), is_cut));
}

/**
 * presser_export_dup_before:
 * @view: a document as it may be shown
 * @statement: a statement of it
 *
 * Returns: (transfer full) (nullable): what leads to the quote
 */
char *
presser_export_dup_before (PresserExportView *view,
                           PresserStatement  *statement)
{
  PresserDocument *document = presser_export_view_get_document (view);
  guint            start = presser_statement_get_extent (statement).start;
  guint            index = presser_document_find_paragraph (document, start);
  PresserRange     range = presser_document_get_paragraph_range (document, index);
  char            *before = dup_end_of (view, (PresserRange){ range.start, start });

  if (before == NULL && index > 0 && go_on (document, index - 1, index))
    before = dup_end_of (view, presser_document_get_paragraph_range (document, index - 1));
  return before;
}

/**
 * presser_export_dup_after:
 * @view: a document as it may be shown
 * @statement: a statement of it
 *
 * Returns: (transfer full) (nullable): what follows the quote
 */
char *
presser_export_dup_after (PresserExportView *view,
                          PresserStatement  *statement)
{
  PresserDocument *document = presser_export_view_get_document (view);
  guint            end = presser_statement_get_extent (statement).end;
  guint            index = presser_document_find_paragraph (document, end);
  PresserRange     range = presser_document_get_paragraph_range (document, index);
  char            *after = dup_start_of (view, (PresserRange){ end, MAX (end, range.end) });

  if (after == NULL && index + 1 < presser_document_get_n_paragraphs (document) && go_on (document, index, index + 1))
    after = dup_start_of (view, presser_document_get_paragraph_range (document, index + 1));
  return after;
}
