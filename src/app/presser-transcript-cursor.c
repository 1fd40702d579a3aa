/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-cursor.h"

typedef void (*Changed) (PresserTranscript *transcript);

struct _PresserTranscriptCursor
{
  PresserStatement *current;
  char             *chosen;    /* id of the one preferred to the innermost, as long as … */
  guint             chosen_at; /* … the cursor stays there */

  PresserTranscript       *transcript; /* borrowed: it owns this */
  PresserDocument         *document;   /* borrowed from the transcript, or NULL */
  PresserTranscriptBuffer *buffer;     /* borrowed from the transcript, or NULL */
  Changed                  changed;
};

/**
 * presser_transcript_cursor_new: (skip)
 * @transcript: the view, which owns the cursor
 * @changed: (scope forever): called with @transcript when the current statement has changed
 *
 * Creates a cursor without a document.
 *
 * Returns: (transfer full): the cursor
 */
PresserTranscriptCursor *
presser_transcript_cursor_new (PresserTranscript *transcript,
                               GCallback          changed)
{
  PresserTranscriptCursor *self = g_new0 (PresserTranscriptCursor, 1);

  self->transcript = transcript;
  self->changed = (Changed) changed;
  return self;
}

/**
 * presser_transcript_cursor_free: (skip)
 * @self: a cursor
 *
 * Frees it; nobody is told.
 */
void
presser_transcript_cursor_free (PresserTranscriptCursor *self)
{
  g_clear_object (&self->current);
  g_free (self->chosen);
  g_free (self);
}

static guint
get_position (PresserTranscriptCursor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter    iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_offset (&iter);
}

static int
compare_lengths (gconstpointer one,
                 gconstpointer other)
{
  PresserStatement *a = *(PresserStatement *const *) one;
  PresserStatement *b = *(PresserStatement *const *) other;
  guint             length_a = presser_range_get_length (presser_statement_get_extent (a));
  guint             length_b = presser_range_get_length (presser_statement_get_extent (b));

  if (length_a == length_b)
    return presser_statement_compare (b, a);

  return length_a < length_b ? -1 : 1;
}

/* The character that the cursor is about: the one behind it; at the end of a selection the last one
 * selected, so that what has just been selected and tagged is the current statement. */
static guint
find_character (PresserTranscriptCursor *self)
{
  PresserRange selection = presser_transcript_buffer_get_selection (self->buffer);
  guint        position = get_position (self);

  return position == selection.end && !presser_range_is_empty (selection) ? position - 1 : position;
}

/* The innermost first. A cursor right behind a statement counts as in it if it is in no other. */
static GPtrArray *
dup_statements_under_cursor (PresserTranscriptCursor *self)
{
  guint        character = find_character (self);
  PresserRange at = { character, character + 1 };
  PresserRange before = { character - 1, character };
  g_autoptr (GPtrArray) statements = presser_document_dup_statements_touching (self->document, at);

  if (statements->len == 0 && character > 0)
    {
      g_clear_pointer (&statements, g_ptr_array_unref);
      statements = presser_document_dup_statements_touching (self->document, before);
    }

  g_ptr_array_sort (statements, compare_lengths);
  return g_steal_pointer (&statements);
}

static guint
find_by_id (GPtrArray  *statements,
            const char *id)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_strcmp0 (presser_statement_get_id (statements->pdata[i]), id) == 0)
      return i;

  return G_MAXUINT;
}

static PresserStatement *
pick (PresserTranscriptCursor *self,
      GPtrArray               *statements)
{
  guint chosen = self->chosen_at == get_position (self) ? find_by_id (statements, self->chosen) : G_MAXUINT;

  if (statements->len == 0)
    return NULL;

  return statements->pdata[chosen != G_MAXUINT ? chosen : 0];
}

static void
set_current (PresserTranscriptCursor *self,
             PresserStatement        *statement)
{
  if (g_set_object (&self->current, statement))
    self->changed (self->transcript);
}

/**
 * presser_transcript_cursor_update: (skip)
 * @self: a cursor
 *
 * Finds the current statement again: the cursor has moved, or the statements have changed.
 */
void
presser_transcript_cursor_update (PresserTranscriptCursor *self)
{
  g_autoptr (GPtrArray) statements = NULL;

  /* Between being told of a change and following it, the cursor's place means nothing. */
  if (self->document == NULL || !presser_transcript_buffer_is_current (self->buffer))
    return;

  statements = dup_statements_under_cursor (self);
  set_current (self, pick (self, statements));
}

/**
 * presser_transcript_cursor_set_document: (skip)
 * @self: a cursor
 * @document: (nullable): the document, not owned
 * @buffer: (nullable): the buffer that shows it, not owned
 *
 * Follows another document, or none.
 */
void
presser_transcript_cursor_set_document (PresserTranscriptCursor *self,
                                        PresserDocument         *document,
                                        PresserTranscriptBuffer *buffer)
{
  self->document = document;
  self->buffer = buffer;
  g_clear_pointer (&self->chosen, g_free);

  if (document == NULL)
    set_current (self, NULL);
  else
    presser_transcript_cursor_update (self);
}

/**
 * presser_transcript_cursor_get_current: (skip)
 * @self: a cursor
 *
 * Returns: (nullable) (transfer none): the current statement
 */
PresserStatement *
presser_transcript_cursor_get_current (PresserTranscriptCursor *self)
{
  return self->current;
}

/**
 * presser_transcript_cursor_choose: (skip)
 * @self: a cursor
 * @statement: a statement under the cursor
 *
 * Prefers @statement to the innermost one, until the cursor moves.
 */
void
presser_transcript_cursor_choose (PresserTranscriptCursor *self,
                                  PresserStatement        *statement)
{
  if (self->document == NULL)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (presser_statement_get_id (statement));
  self->chosen_at = get_position (self);
  presser_transcript_cursor_update (self);
}

/**
 * presser_transcript_cursor_cycle: (skip)
 * @self: a cursor
 *
 * Prefers the next statement outwards; after the outermost comes the innermost.
 */
void
presser_transcript_cursor_cycle (PresserTranscriptCursor *self)
{
  g_autoptr (GPtrArray) statements = NULL;
  guint place;

  if (self->document == NULL || self->current == NULL)
    return;

  statements = dup_statements_under_cursor (self);
  place = find_by_id (statements, presser_statement_get_id (self->current));

  if (statements->len > 1)
    presser_transcript_cursor_choose (self, statements->pdata[(place + 1) % statements->len]);
}
