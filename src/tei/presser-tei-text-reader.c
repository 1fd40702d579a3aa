/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From tokens to lines of text. A block is a line; a run of literal white space is one blank, and none at the ends of a
 * line; each character keeps its bytes. Notes and noises inside a line are not part of its text, as in TEI.md 1.5. */

#include "presser-tei-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-timeline-private.h"

#define MAX_SEGMENT 256

typedef enum
{
  ROLE_INLINE,
  ROLE_CONTAINER,
  ROLE_BLOCK,
} Role;

typedef struct
{
  guint32 element;
  Role    role;
  guint   n_lines;    /* when it began */
  guint32 outer_turn; /* to come back to */
  guint   part;       /* of a `said`, else G_MAXUINT */
} Frame;

typedef struct
{
  PresserTeiReading  *reading;
  PresserTeiSource   *source;
  PresserTeiTimeline *timeline;
  GString            *text;
  guint               n_characters;
  GArray             *frames;  /* of Frame, innermost last */
  GArray             *waiting; /* of guint: parts that are open and have no character yet */
  guint               n_blocks;
  guint32             turn;
  PresserParagraph   *turn_paragraph; /* what the paragraphs of this turn have in common, or NULL */
  guint32             boundary;       /* end of the last tag of a block */
  gboolean            in_line;
  gboolean            blank_waits;
  guint32             blank_start;
  guint32             blank_end;
} Reader;

static PresserTeiLine *
get_line (Reader *self)
{
  GArray *lines = self->reading->lines;

  return &g_array_index (lines, PresserTeiLine, lines->len - 1);
}

static void
add_segment (Reader               *self,
             guint32               start,
             guint32               end,
             guint                 n_characters,
             PresserTeiSegmentKind kind)
{
  PresserTeiSegment segment = { self->n_characters, start, end, kind };

  g_array_append_val (self->reading->segments, segment);
  self->n_characters += n_characters;
}

static void
end_line (Reader *self,
          guint32 place)
{
  if (!self->in_line)
    return;

  get_line (self)->end = place;
  get_line (self)->length = self->n_characters - get_line (self)->position;
  self->in_line = FALSE;
  self->blank_waits = FALSE;
}

static guint32
find_owner (Reader *self)
{
  guint i = self->frames->len;

  while (i > 1 && g_array_index (self->frames, Frame, i - 1).role == ROLE_INLINE)
    i--;

  return g_array_index (self->frames, Frame, i - 1).element;
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

static void
begin_line (Reader *self,
            guint32 owner)
{
  PresserTeiReading *reading = self->reading;
  PresserTeiLine     line = { .element = owner, .turn = self->turn, .start = self->boundary };

  if (reading->lines->len > 0)
    {
      add_segment (self, get_line (self)->end, self->boundary, 1, PRESSER_TEI_SEGMENT_BREAK);
      g_string_append_c (self->text, '\n');
    }
  line.position = self->n_characters;
  g_array_append_val (reading->lines, line);
  g_ptr_array_add (reading->paragraphs, make_paragraph (self, owner));
  self->in_line = TRUE;
}

static void
end_waiting_parts (Reader *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      guint part = g_array_index (self->waiting, guint, i);

      g_array_index (self->reading->parts, PresserTeiPart, part).range.start = self->n_characters;
    }
  g_array_set_size (self->waiting, 0);
}

static gboolean
can_extend (Reader *self,
            guint32 start)
{
  GArray            *segments = self->reading->segments;
  PresserTeiSegment *last;

  if (segments->len == 0)
    return FALSE;
  last = &g_array_index (segments, PresserTeiSegment, segments->len - 1);

  return last->kind == PRESSER_TEI_SEGMENT_PLAIN && last->end == start && self->n_characters - last->position < MAX_SEGMENT;
}

static void
add_plain (Reader     *self,
           guint32     start,
           guint32     end,
           const char *text,
           guint       n_characters)
{
  GArray *segments = self->reading->segments;

  if (can_extend (self, start))
    {
      g_array_index (segments, PresserTeiSegment, segments->len - 1).end = end;
      self->n_characters += n_characters;
    }
  else
    add_segment (self, start, end, n_characters, PRESSER_TEI_SEGMENT_PLAIN);
  g_string_append_len (self->text, text, end - start);
}

/* Before every character that is not a literal blank: the line begins, a blank that waited is text now. */
static void
prepare_character (Reader *self)
{
  if (!self->in_line)
    begin_line (self, find_owner (self));
  else if (self->blank_waits && self->n_characters > get_line (self)->position)
    {
      if (self->blank_end - self->blank_start == 1)
        add_plain (self, self->blank_start, self->blank_end, " ", 1);
      else
        {
          add_segment (self, self->blank_start, self->blank_end, 1, PRESSER_TEI_SEGMENT_FOLDED);
          g_string_append_c (self->text, ' ');
        }
    }
  self->blank_waits = FALSE;
  if (self->waiting->len > 0)
    end_waiting_parts (self);
}

static void
read_blanks (Reader *self,
             guint32 start,
             guint32 end)
{
  if (self->blank_waits && self->blank_end == start)
    self->blank_end = end;
  else if (!self->blank_waits)
    {
      self->blank_waits = TRUE;
      self->blank_start = start;
      self->blank_end = end;
    }
}

/* In the text no line end may stand but those between lines. */
static void
append_expansion (Reader     *self,
                  const char *text,
                  gsize       length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (self->text, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

static guint32
read_reference (Reader *self,
                guint32 place,
                guint32 limit)
{
  PresserTeiReference reference;
  char                utf8[6];

  presser_tei_source_read_reference (self->source, place, limit, &reference);
  if (reference.expansion != NULL && reference.expansion_length == 0)
    return reference.end;

  prepare_character (self);
  if (reference.expansion != NULL)
    {
      glong n_characters = g_utf8_strlen (reference.expansion, (gssize) reference.expansion_length);

      add_segment (self, place, reference.end, (guint) n_characters, PRESSER_TEI_SEGMENT_FOLDED);
      append_expansion (self, reference.expansion, reference.expansion_length);
      return reference.end;
    }
  if (reference.character == 0x2028 || reference.character == 0x2029)
    reference.character = ' ';
  add_segment (self, place, reference.end, 1, PRESSER_TEI_SEGMENT_FOLDED);
  append_expansion (self, utf8, (gsize) g_unichar_to_utf8 (reference.character, utf8));

  return reference.end;
}

/* Length in bytes of the literal blank at @p, or 0; what GtkTextBuffer takes for a line end is one too. */
static guint
get_blank_length (const char *p)
{
  if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
    return 1;
  if ((guchar) p[0] == 0xE2 && (guchar) p[1] == 0x80 && ((guchar) p[2] == 0xA8 || (guchar) p[2] == 0xA9))
    return 3;

  return 0;
}

static guint32
read_word (Reader  *self,
           guint32  place,
           guint32  limit,
           gboolean is_cdata)
{
  const guchar *text = (const guchar *) self->source->text;
  guint32       end = place;
  guint         n_characters = 0;

  while (end < limit && (n_characters < MAX_SEGMENT || (text[end] & 0xC0) == 0x80))
    {
      /* Most bytes are neither blank, nor a reference, nor what U+2028 begins with. */
      if (text[end] <= '&' || text[end] == 0xE2)
        if (get_blank_length ((const char *) text + end) > 0 || (text[end] == '&' && !is_cdata))
          break;
      n_characters += (text[end] & 0xC0) != 0x80;
      end++;
    }
  prepare_character (self);
  add_plain (self, place, end, (const char *) text + place, n_characters);

  return end;
}

static void
read_run (Reader  *self,
          guint32  start,
          guint32  end,
          gboolean is_cdata)
{
  guint32 place = start;

  while (place < end)
    {
      const char *p = self->source->text + place;
      guint       blank = get_blank_length (p);

      if (blank > 0)
        {
          read_blanks (self, place, place + blank);
          place += blank;
        }
      else if (*p == '&' && !is_cdata)
        place = read_reference (self, place, end);
      else
        place = read_word (self, place, end, is_cdata);
    }
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
begin_part (Reader *self,
            Frame  *frame)
{
  PresserTeiPart part = { .element = frame->element, .record = G_MAXUINT };

  frame->part = self->reading->parts->len;
  part.range.start = G_MAXUINT;
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

  while (i > 1 && g_array_index (self->frames, Frame, i - 1).role == ROLE_INLINE)
    i--;

  return presser_tei_source_get_class (self->source, g_array_index (self->frames, Frame, i - 1).element) == PRESSER_TEI_EVENT;
}

/* FALSE if the element is no part of the text at all. */
static gboolean
find_role (Reader *self,
           guint32 element,
           Role   *role)
{
  *role = ROLE_INLINE;
  switch (presser_tei_source_get_class (self->source, element))
    {
    case PRESSER_TEI_CONTAINER:
      *role = ROLE_CONTAINER;
      return TRUE;
    case PRESSER_TEI_BLOCK:
      *role = ROLE_BLOCK;
      return TRUE;
    case PRESSER_TEI_BLOCK_OR_INLINE:
      *role = self->n_blocks == 0 ? ROLE_BLOCK : ROLE_INLINE;
      return TRUE;
    case PRESSER_TEI_BLOCK_OR_HIDDEN:
      *role = ROLE_BLOCK;
      return self->n_blocks == 0;
    case PRESSER_TEI_EVENT:
      *role = ROLE_CONTAINER;
      return self->n_blocks == 0;
    case PRESSER_TEI_HIDDEN:
      *role = ROLE_BLOCK;
      return presser_tei_source_is (self->source, element, "desc") && is_in_event (self);
    case PRESSER_TEI_INLINE:
    default:
      return TRUE;
    }
}

static void
begin_element (Reader *self,
               guint32 element,
               Role    role)
{
  PresserTeiElement *owner = presser_tei_source_get_element (self->source, element);
  Frame              frame = { .element = element, .role = role, .outer_turn = self->turn, .part = G_MAXUINT };

  if (role != ROLE_INLINE)
    {
      end_line (self, owner->tag_start);
      self->boundary = owner->tag_end;
    }
  frame.n_lines = self->reading->lines->len;
  self->n_blocks += role == ROLE_BLOCK;
  if (presser_tei_source_is (self->source, element, "u") || presser_tei_source_is (self->source, element, "sp"))
    begin_turn (self, element);
  else if (presser_tei_source_is (self->source, element, "said"))
    begin_part (self, &frame);
  g_array_append_val (self->frames, frame);
}

static void
end_element (Reader *self)
{
  Frame              frame = g_array_index (self->frames, Frame, self->frames->len - 1);
  PresserTeiElement *element = presser_tei_source_get_element (self->source, frame.element);

  if (frame.role != ROLE_INLINE)
    end_line (self, element->close_start);
  if (frame.role == ROLE_BLOCK && frame.n_lines == self->reading->lines->len)
    {
      begin_line (self, frame.element);
      end_line (self, element->close_start);
    }
  if (frame.role != ROLE_INLINE)
    self->boundary = element->close_end;
  if (frame.part != G_MAXUINT)
    end_part (self, frame.part);
  self->n_blocks -= frame.role == ROLE_BLOCK;
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
  Role role;

  if (!find_role (self, element, &role) || role == ROLE_INLINE)
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
      Role             role;

      if (current->kind == PRESSER_TEI_TOKEN_TEXT)
        read_run (self, current->start, end, FALSE);
      else if (current->kind == PRESSER_TEI_TOKEN_CDATA)
        read_run (self, current->start + 9, end - 3, TRUE);
      else if (current->kind == PRESSER_TEI_TOKEN_EMPTY)
        read_empty_element (self, current->element);
      else if (current->kind == PRESSER_TEI_TOKEN_END)
        end_element (self);
      else if (current->kind == PRESSER_TEI_TOKEN_START && find_role (self, current->element, &role))
        begin_element (self, current->element, role);
      else if (current->kind == PRESSER_TEI_TOKEN_START)
        {
          guint32 close = presser_tei_source_get_element (self->source, current->element)->close_end;

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
          Frame frame = { .element = element, .role = ROLE_CONTAINER, .outer_turn = PRESSER_TEI_NONE, .part = G_MAXUINT };

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
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (PresserTeiTimeline) timeline = presser_tei_timeline_new (reading->source);

  self.frames = frames;
  self.waiting = waiting;
  self.timeline = timeline;
  self.text = g_string_sized_new (reading->source->length / 2);
  read_roots (&self);
  if (reading->lines->len == 0)
    {
      g_string_free (self.text, TRUE);
      presser_tei_source_set_error (reading->source, 0, error, PRESSER_ERROR_UNSUPPORTED,
                                    _ ("there is no text in it, only a header or data"));
      return FALSE;
    }
  add_segment (&self, (guint32) reading->source->length, (guint32) reading->source->length, 0, PRESSER_TEI_SEGMENT_BREAK);
  reading->n_characters = self.n_characters;
  reading->text = g_string_free (self.text, FALSE);

  return TRUE;
}
