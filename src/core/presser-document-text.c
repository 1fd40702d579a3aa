/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Correcting the text: one change that holds the pieces, the paragraphs that are split or joined, and the
 * statements that lose an edge. All others follow by arithmetic. */

#include "presser-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-strings-private.h"

/* What is the same before and after stays, with its identity, whoever selected more than the mistake. */
static char *
trim (PresserDocument *self,
      PresserRange    *range,
      const char      *utf8)
{
  const char *start = utf8;
  const char *end = utf8 + strlen (utf8);

  while (range->start < range->end && start < end
         && presser_text_get_character (self->text, range->start) == g_utf8_get_char (start))
    {
      range->start++;
      start = g_utf8_next_char (start);
    }
  while (range->start < range->end && start < end
         && presser_text_get_character (self->text, range->end - 1) == g_utf8_get_char (g_utf8_prev_char (end)))
    {
      range->end--;
      end = g_utf8_prev_char (end);
    }
  return g_strndup (start, (gsize) (end - start));
}

static GPtrArray *
new_objects (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* The first paragraph goes on as what it was; what is split off it is a copy that the file has no id for. */
static void
split_and_join (PresserDocument *self,
                PresserRange     range,
                guint            n_lines_added,
                PresserSide     *out,
                PresserSide     *in)
{
  guint             first = presser_document_find_paragraph (self, range.start);
  guint             last = presser_document_find_paragraph (self, range.end);
  PresserParagraph *paragraph = self->paragraphs->pdata[first];
  guint             i;

  if (first == last && n_lines_added == 0)
    return;
  out->paragraphs = new_objects ();
  in->paragraphs = new_objects ();
  for (i = first; i <= last; i++)
    g_ptr_array_add (out->paragraphs, g_object_ref (self->paragraphs->pdata[i]));
  g_ptr_array_add (in->paragraphs, g_object_ref (paragraph));
  for (i = 0; i < n_lines_added; i++)
    g_ptr_array_add (in->paragraphs, presser_paragraph_with_id (paragraph, NULL));
}

static void
clip_statements (PresserDocument *self,
                 PresserShift     shift,
                 PresserSide     *out,
                 PresserSide     *in)
{
  /* Those that only border on what is removed may have a gap there that closes. */
  PresserRange around = { shift.position - MIN (shift.position, 1), shift.position + shift.n_removed + 1 };
  g_autoptr (GPtrArray) touching = presser_statement_store_dup_touching (self->statements, around);
  guint i;

  out->objects = new_objects ();
  in->objects = new_objects ();
  for (i = 0; i < touching->len; i++)
    {
      PresserStatement *statement = touching->pdata[i];
      g_autoptr (GArray) clipped = NULL;
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

      if (!presser_shift_loses (shift, ranges, n_ranges))
        continue;
      clipped = presser_shift_dup_ranges (shift, ranges, n_ranges);
      g_ptr_array_add (out->objects, g_object_ref (statement));
      if (clipped->len > 0)
        g_ptr_array_add (in->objects,
                         presser_statement_with_ranges (statement, (const PresserRange *) (gpointer) clipped->data, clipped->len));
    }
}

static guint
count_lines (const char *utf8)
{
  guint       n_lines = 0;
  const char *p;

  for (p = utf8; *p != '\0'; p++)
    n_lines += *p == '\n' ? 1 : 0;
  return n_lines;
}

static PresserChange *
make_change (PresserDocument *self,
             PresserRange     range,
             const char      *utf8)
{
  PresserPiece piece = presser_text_store (self->text, utf8, -1);
  PresserShift shift = { range.start, presser_range_get_length (range), piece.length };
  PresserSide  out = { NULL, NULL, presser_text_dup_pieces_in (self->text, range) };
  PresserSide  in = { NULL, NULL, g_array_new (FALSE, FALSE, sizeof (PresserPiece)) };

  if (piece.length > 0)
    g_array_append_val (in.pieces, piece);
  split_and_join (self, range, count_lines (utf8), &out, &in);
  clip_statements (self, shift, &out, &in);
  return presser_change_new_text (range.start, presser_document_find_paragraph (self, range.start), out, in);
}

/* One character, as a key press brings or takes it. */
static void
note_typing (PresserDocument *self,
             PresserRange     range,
             gunichar         removed,
             const char      *added)
{
  gboolean is_insert = presser_range_is_empty (range) && *added != '\0' && *g_utf8_next_char (added) == '\0';
  gboolean is_delete = presser_range_get_length (range) == 1 && *added == '\0';
  gunichar c = is_insert ? g_utf8_get_char (added) : removed;

  if (is_insert || is_delete)
    presser_history_note_typing (self->history, is_insert ? PRESSER_TYPING_INSERT : PRESSER_TYPING_DELETE,
                                 range.start, g_unichar_isspace (c));
}

/**
 * presser_document_replace_text:
 * @self: a document
 * @range: what goes, in code points; what lies outside the text is left away
 * @utf8: what comes in its place; cleaned as by presser_text_store()
 *
 * Statements follow: text put in before a statement or at its edges stays outside, within it belongs to it,
 * as does what takes the place of words that all were in it. A statement whose text is all gone goes too.
 * A line end put in splits the paragraph: the first part goes on as what it was, the others are
 * copies of it without the file's id. One taken out joins two: the first goes on. Key presses
 * that follow each other within a word are one step.
 */
void
presser_document_replace_text (PresserDocument *self,
                               PresserRange     range,
                               const char      *utf8)
{
  g_autofree char *clean = NULL;
  g_autofree char *added = NULL;
  gunichar         removed;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (range.start <= range.end);
  g_return_if_fail (utf8 != NULL);

  if (!presser_document_can_change (self))
    return;
  range.end = MIN (range.end, presser_text_get_length (self->text));
  range.start = MIN (range.start, range.end);
  clean = presser_strings_clean (utf8, -1);
  added = trim (self, &range, clean);
  if (presser_range_is_empty (range) && *added == '\0')
    return;
  removed = presser_text_get_character (self->text, range.start);
  presser_history_begin (self->history, _ ("Correct text"));
  presser_history_perform (self->history, make_change (self, range, added));
  presser_history_end (self->history);
  note_typing (self, range, removed, added);
}
