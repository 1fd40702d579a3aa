/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From tokens to lines of text. A block is a line; a run of literal white space is one blank, and none at the ends of a
 * line; each character keeps its bytes. Notes and noises inside a line are not part of its text, as in TEI.md 1.5. */

#include "presser-tei-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-text-reader-private.h"

typedef PresserTeiTextReader Reader;

static void
end_line (Reader *self,
          guint32 place)
{
  if (!self->in_line)
    return;

  presser_tei_text_reader_get_line (self)->end = place;
  presser_tei_text_reader_get_line (self)->length = self->n_characters - presser_tei_text_reader_get_line (self)->position;
  self->in_line = FALSE;
  self->blank_waits = self->blank_is_tag = self->gap_waits = self->is_glued = self->is_behind_word = FALSE;
}

/* The nearest element around that is a line or holds lines. */
guint32
presser_tei_text_reader_find_owner (Reader *self)
{
  guint i = self->frames->len;

  while (i > 1 && g_array_index (self->frames, PresserTeiFrame, i - 1).role == PRESSER_TEI_ROLE_INLINE)
    i--;

  return g_array_index (self->frames, PresserTeiFrame, i - 1).element;
}

static char *
dup_language (Reader *self,
              guint32 element)
{
  while (element != PRESSER_TEI_NONE && !presser_tei_source_is (self->source, element, "TEI"))
    {
      PresserTeiElement *owner = presser_tei_source_get_element (self->source, element);

      if (owner->has_language)
        return presser_tei_source_dup_attribute (self->source, element, "xml:lang");
      element = owner->parent;
    }

  return NULL;
}

static void
take_paragraph (PresserParagraph **paragraph,
                PresserParagraph  *other)
{
  g_object_unref (*paragraph);
  *paragraph = other;
}

static PresserParagraph *
make_paragraph (Reader *self,
                guint32 element)
{
  const char          *name = presser_tei_source_get_name (self->source, element);
  g_autofree char     *type = strcmp (name, "note") == 0 ? presser_tei_source_dup_attribute (self->source, element, "type") : NULL;
  g_autofree char     *language = dup_language (self, element);
  PresserParagraphKind kind = presser_tei_vocabulary_get_kind (name, type, self->turn != PRESSER_TEI_NONE);
  gboolean             is_speech = kind == PRESSER_PARAGRAPH_SPEECH && self->turn_paragraph != NULL;
  PresserParagraph    *paragraph = is_speech ? g_object_ref (self->turn_paragraph) : presser_paragraph_new (kind);

  if (presser_tei_source_get_element (self->source, element)->has_id && element != self->turn)
    {
      g_autofree char *id = presser_tei_source_dup_attribute (self->source, element, "xml:id");

      take_paragraph (&paragraph, presser_paragraph_with_id (paragraph, id));
    }
  if (language != NULL)
    take_paragraph (&paragraph, presser_paragraph_with_language (paragraph, language));
  if (is_speech && element != self->turn && self->timeline != NULL)
    {
      gint64 start = presser_paragraph_get_start_time (paragraph);
      gint64 end = presser_paragraph_get_end_time (paragraph);

      if (presser_tei_timeline_read_times (self->timeline, element, &start, &end))
        take_paragraph (&paragraph, presser_paragraph_with_times (paragraph, start, end));
    }

  return paragraph;
}

/* @owner: the element that the line stands in. */
void
presser_tei_text_reader_begin_line (Reader *self,
                                    guint32 owner)
{
  PresserTeiReading *reading = self->reading;
  PresserTeiLine     line = { .element = owner, .turn = self->turn, .start = self->boundary };

  if (reading->lines->len > 0)
    {
      presser_tei_text_reader_add_segment (self, presser_tei_text_reader_get_line (self)->end, self->boundary, 1, PRESSER_TEI_SEGMENT_BREAK);
      g_string_append_c (self->text, '\n');
    }
  line.position = self->n_characters;
  g_array_append_val (reading->lines, line);
  g_ptr_array_add (reading->paragraphs, make_paragraph (self, owner));
  self->in_line = TRUE;
}

static void
begin_turn (Reader *self,
            guint32 element)
{
  g_autofree char *id = presser_tei_source_dup_attribute (self->source, element, "xml:id");
  g_autofree char *who = presser_tei_source_dup_attribute (self->source, element, "who");
  g_autofree char *question = presser_tei_dup_question (self->source, element);
  g_autofree char *speaker = NULL;
  g_autoptr (PresserParagraph) paragraph = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);
  gint64  start = PRESSER_TIME_UNKNOWN, end = PRESSER_TIME_UNKNOWN;
  guint32 parent = presser_tei_source_get_element (self->source, element)->parent;

  if (parent != PRESSER_TEI_NONE && !presser_tei_source_is (self->source, parent, "annotationBlock"))
    parent = PRESSER_TEI_NONE;
  if (who == NULL && parent != PRESSER_TEI_NONE)
    who = presser_tei_source_dup_attribute (self->source, parent, "who");
  speaker = presser_tei_reading_dup_target (self->reading, who);
  if (id == NULL) /* an id that no xml:id can be */
    id = g_strdup_printf ("@%u", element);

  self->turn = element;
  g_clear_object (&self->turn_paragraph);
  self->turn_paragraph = presser_paragraph_with_turn (paragraph, id, speaker);
  if (self->timeline != NULL
      && (presser_tei_timeline_read_times (self->timeline, element, &start, &end)
          || (parent != PRESSER_TEI_NONE && presser_tei_timeline_read_times (self->timeline, parent, &start, &end))))
    take_paragraph (&self->turn_paragraph, presser_paragraph_with_times (self->turn_paragraph, start, end));
  take_paragraph (&self->turn_paragraph, presser_paragraph_with_question (self->turn_paragraph, question));
}

static void
begin_part (Reader          *self,
            PresserTeiFrame *frame)
{
  PresserTeiPart part = { .element = frame->element, .record = G_MAXUINT };

  frame->part = self->reading->parts->len;
  part.range.start = G_MAXUINT;
  part.is_quote = !presser_tei_source_is (self->source, frame->element, "said");
  g_array_append_val (self->reading->parts, part);
  g_array_append_val (self->waiting, frame->part);
}

static void
end_part (Reader *self,
          guint   number)
{
  PresserTeiPart *part = &g_array_index (self->reading->parts, PresserTeiPart, number);

  if (part->range.start == G_MAXUINT)
    {
      part->range.start = self->n_characters;
      g_array_set_size (self->waiting, self->waiting->len - 1);
    }
  part->range.end = self->n_characters;
}

static gboolean
is_in_event (Reader *self)
{
  guint i = self->frames->len;

  while (i > 1 && g_array_index (self->frames, PresserTeiFrame, i - 1).role == PRESSER_TEI_ROLE_INLINE)
    i--;

  return presser_tei_source_get_class (self->source, g_array_index (self->frames, PresserTeiFrame, i - 1).element) == PRESSER_TEI_EVENT;
}

/* FALSE if the element is no part of the text at all. */
static gboolean
find_role (Reader         *self,
           guint32         element,
           PresserTeiRole *role)
{
  *role = PRESSER_TEI_ROLE_INLINE;
  switch (presser_tei_source_get_class (self->source, element))
    {
    case PRESSER_TEI_CONTAINER:
      *role = PRESSER_TEI_ROLE_CONTAINER;
      return TRUE;
    case PRESSER_TEI_BLOCK:
      *role = PRESSER_TEI_ROLE_BLOCK;
      return TRUE;
    case PRESSER_TEI_BLOCK_OR_INLINE:
      *role = self->n_blocks == 0 ? PRESSER_TEI_ROLE_BLOCK : PRESSER_TEI_ROLE_INLINE;
      return TRUE;
    case PRESSER_TEI_BLOCK_OR_HIDDEN:
      *role = PRESSER_TEI_ROLE_BLOCK;
      return self->n_blocks == 0;
    case PRESSER_TEI_EVENT:
      *role = PRESSER_TEI_ROLE_CONTAINER;
      return self->n_blocks == 0;
    case PRESSER_TEI_HIDDEN:
      *role = PRESSER_TEI_ROLE_BLOCK;
      return presser_tei_source_is (self->source, element, "desc") && is_in_event (self);
    case PRESSER_TEI_INLINE:
    default:
      return TRUE;
    }
}

/* A `q` says that words are set off, one with @who says whose they are. */
static gboolean
is_ascribed_quote (Reader *self,
                   guint32 element)
{
  PresserTeiAttribute attribute;

  return presser_tei_source_is (self->source, element, "q")
         && presser_tei_source_find_attribute (self->source, element, "who", &attribute)
         && attribute.value_end > attribute.value_start;
}

static void
begin_element (Reader        *self,
               guint32        element,
               PresserTeiRole role)
{
  PresserTeiElement *owner = presser_tei_source_get_element (self->source, element);
  PresserTeiFrame    frame = { .element = element, .role = role, .outer_turn = self->turn, .part = G_MAXUINT };

  if (role != PRESSER_TEI_ROLE_INLINE)
    {
      end_line (self, owner->tag_start);
      self->boundary = owner->tag_end;
    }
  frame.n_lines = self->reading->lines->len;
  self->n_blocks += role == PRESSER_TEI_ROLE_BLOCK;
  if (presser_tei_source_is (self->source, element, "u") || presser_tei_source_is (self->source, element, "sp"))
    begin_turn (self, element);
  else if (presser_tei_source_is (self->source, element, "said") || is_ascribed_quote (self, element))
    begin_part (self, &frame);
  presser_tei_text_reader_begin_word (self, element);
  g_array_append_val (self->frames, frame);
}

static void
end_element (Reader *self)
{
  PresserTeiFrame    frame = g_array_index (self->frames, PresserTeiFrame, self->frames->len - 1);
  PresserTeiElement *element = presser_tei_source_get_element (self->source, frame.element);

  if (frame.role != PRESSER_TEI_ROLE_INLINE)
    end_line (self, element->close_start);
  if (frame.role == PRESSER_TEI_ROLE_BLOCK && frame.n_lines == self->reading->lines->len)
    {
      presser_tei_text_reader_begin_line (self, frame.element);
      end_line (self, element->close_start);
    }
  if (frame.role != PRESSER_TEI_ROLE_INLINE)
    self->boundary = element->close_end;
  if (frame.part != G_MAXUINT)
    end_part (self, frame.part);
  presser_tei_text_reader_end_word (self, frame.element);
  self->n_blocks -= frame.role == PRESSER_TEI_ROLE_BLOCK;
  if (self->turn != frame.outer_turn)
    {
      self->turn = frame.outer_turn;
      g_clear_object (&self->turn_paragraph);
    }
  g_array_set_size (self->frames, self->frames->len - 1);
}

static void
read_empty_element (Reader *self,
                    guint32 element)
{
  PresserTeiRole role;

  presser_tei_text_reader_read_break (self, element);
  if (!find_role (self, element, &role) || presser_tei_source_get_class (self->source, element) == PRESSER_TEI_EVENT)
    {
      presser_tei_text_reader_read_aside (self, element);
      return;
    }
  if (role == PRESSER_TEI_ROLE_INLINE)
    return;

  begin_element (self, element, role);
  end_element (self);
}

static void
read_region (Reader *self,
             guint32 region)
{
  PresserTeiElement *element = presser_tei_source_get_element (self->source, region);
  guint              token = element->token;

  while (presser_tei_source_get_token (self->source, token)->start < element->close_end)
    {
      PresserTeiToken *current = presser_tei_source_get_token (self->source, token);
      guint32          end = presser_tei_source_get_token_end (self->source, token);
      PresserTeiRole   role;

      if (current->kind == PRESSER_TEI_TOKEN_TEXT)
        presser_tei_text_reader_read_run (self, current->start, end, FALSE);
      else if (current->kind == PRESSER_TEI_TOKEN_CDATA)
        presser_tei_text_reader_read_run (self, current->start + 9, end - 3, TRUE);
      else if (current->kind == PRESSER_TEI_TOKEN_EMPTY)
        read_empty_element (self, current->element);
      else if (current->kind == PRESSER_TEI_TOKEN_END)
        end_element (self);
      else if (current->kind == PRESSER_TEI_TOKEN_START && find_role (self, current->element, &role))
        begin_element (self, current->element, role);
      else if (current->kind == PRESSER_TEI_TOKEN_START)
        {
          guint32 close = presser_tei_source_get_element (self->source, current->element)->close_end;

          presser_tei_text_reader_read_aside (self, current->element);
          while (presser_tei_source_get_token (self->source, token + 1)->start < close)
            token++;
        }
      token++;
    }
}

static void
read_roots (Reader *self)
{
  PresserTeiSource *source = self->source;
  guint32           element = 0;

  while (element < source->elements->len)
    {
      PresserTeiElement *current = presser_tei_source_get_element (source, element);

      if (presser_tei_source_is (source, element, "text"))
        {
          PresserTeiFrame frame = { .element = element, .role = PRESSER_TEI_ROLE_CONTAINER, .outer_turn = PRESSER_TEI_NONE, .part = G_MAXUINT };

          g_array_append_val (self->frames, frame);
          read_region (self, element);
          g_array_set_size (self->frames, 0);
          element = current->next;
        }
      else if (current->parent == PRESSER_TEI_NONE || presser_tei_source_is (source, element, "TEI"))
        element++;
      else
        element = current->next;
    }
}

/* Fills text, segments, lines, paragraphs and the places of `said`. */
gboolean
presser_tei_read_text (PresserTeiReading *reading,
                       GError           **error)
{
  Reader self = { .reading = reading, .source = reading->source, .turn = PRESSER_TEI_NONE };
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (PresserTeiFrame));
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (PresserTeiTimeline) timeline = presser_tei_timeline_new (reading->source);

  self.frames = frames;
  self.waiting = waiting;
  self.timeline = timeline;
  self.uses_join = presser_tei_text_reader_find_join (&self);
  self.text = g_string_sized_new (reading->source->length / 2);
  read_roots (&self);
  if (presser_tei_text_reader_is_bomb (&self))
    {
      g_string_free (self.text, TRUE);
      presser_tei_source_set_error (reading->source, 0, error, PRESSER_ERROR_TOO_LARGE,
                                    _ ("its entities stand for more text than Presser takes from entities"));
      return FALSE;
    }
  if (reading->lines->len == 0)
    {
      g_string_free (self.text, TRUE);
      presser_tei_source_set_error (reading->source, 0, error, PRESSER_ERROR_UNSUPPORTED,
                                    _ ("there is no text in it, only a header or data"));
      return FALSE;
    }
  presser_tei_text_reader_add_segment (&self, (guint32) reading->source->length, (guint32) reading->source->length, 0, PRESSER_TEI_SEGMENT_BREAK);
  reading->n_characters = self.n_characters;
  reading->text = g_string_free (self.text, FALSE);

  return TRUE;
}
