/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From characters to text: a run of literal white space is one blank, and none at the ends of a line; each character keeps
 * its bytes. */

#include "presser-tei-text-reader-private.h"

#include <string.h>

#define MAX_SEGMENT 256

/* What the entities of a file may come to, beyond its own length. */
#define MAX_EXPANDED (4 * 1024 * 1024)

typedef PresserTeiTextReader Reader;

void
presser_tei_text_reader_add_segment (Reader               *self,
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
    presser_tei_text_reader_add_segment (self, start, end, n_characters, PRESSER_TEI_SEGMENT_PLAIN);
  g_string_append_len (self->text, text, end - start);
}

/* Two words of a corpus that no white space parts: a blank without bytes. */
static void
add_gap (Reader *self)
{
  presser_tei_text_reader_add_segment (self, self->gap_place, self->gap_place, 1, PRESSER_TEI_SEGMENT_FOLDED);
  g_string_append_c (self->text, ' ');
}

static void
add_blank (Reader *self)
{
  if (self->blank_end - self->blank_start == 1)
    {
      add_plain (self, self->blank_start, self->blank_end, " ", 1);
      return;
    }
  presser_tei_text_reader_add_segment (self, self->blank_start, self->blank_end, 1, PRESSER_TEI_SEGMENT_FOLDED);
  g_string_append_c (self->text, ' ');
}

/* Before every character that is not a literal blank: the line begins, a blank that waited is text now. */
static void
prepare_character (Reader *self)
{
  if (!self->in_line)
    presser_tei_text_reader_begin_line (self, presser_tei_text_reader_find_owner (self));
  else if (self->n_characters > presser_tei_text_reader_get_line (self)->position && !self->is_glued)
    {
      if (self->blank_waits)
        add_blank (self);
      else if (self->gap_waits)
        add_gap (self);
    }
  self->has_word = TRUE;
  self->blank_waits = self->blank_is_tag = self->gap_waits = self->is_glued = self->is_behind_word = FALSE;
  if (self->waiting->len > 0)
    end_waiting_parts (self);
}

static void
read_blanks (Reader *self,
             guint32 start,
             guint32 end)
{
  if (self->blank_waits && self->blank_end == start && !self->blank_is_tag)
    self->blank_end = end;
  else if (!self->blank_waits || self->blank_is_tag)
    {
      self->blank_waits = TRUE;
      self->blank_is_tag = FALSE;
      self->blank_start = start;
      self->blank_end = end;
    }
}

gboolean
presser_tei_text_reader_is_bomb (Reader *self)
{
  return self->n_expanded > MAX_EXPANDED + self->source->length;
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

  if (reference.expansion != NULL)
    self->n_expanded += reference.expansion_length;
  if (self->n_expanded > MAX_EXPANDED + self->source->length)
    return reference.end;

  prepare_character (self);
  if (reference.expansion != NULL)
    {
      glong n_characters = g_utf8_strlen (reference.expansion, (gssize) reference.expansion_length);

      presser_tei_text_reader_add_segment (self, place, reference.end, (guint) n_characters, PRESSER_TEI_SEGMENT_FOLDED);
      append_expansion (self, reference.expansion, reference.expansion_length);
      return reference.end;
    }
  if (reference.character == 0x2028 || reference.character == 0x2029)
    reference.character = ' ';
  presser_tei_text_reader_add_segment (self, place, reference.end, 1, PRESSER_TEI_SEGMENT_FOLDED);
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

void
presser_tei_text_reader_read_run (Reader  *self,
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


static gboolean
has_value (PresserTeiSource *source,
           guint32           element,
           const char       *name,
           const char       *one,
           const char       *other)
{
  g_autofree char *value = presser_tei_source_dup_attribute (source, element, name);

  return value != NULL && (strcmp (value, one) == 0 || strcmp (value, other) == 0);
}

/* `lb` and its kin part two words, if they do not say that they stand within one. */
gboolean
presser_tei_source_is_break (PresserTeiSource *source,
                             guint32           element)
{
  static const char *const breaks[] = { "lb", "pb", "cb", "gb", NULL };

  return g_strv_contains (breaks, presser_tei_source_get_name (source, element)) && !has_value (source, element, "break", "no", "no");
}

/* White space beside a break parts the words too, and is preferred: it can be deleted. */
void
presser_tei_text_reader_read_break (Reader *self,
                                    guint32 element)
{
  PresserTeiElement *owner = presser_tei_source_get_element (self->source, element);

  if (!self->in_line || self->blank_waits || !presser_tei_source_is_break (self->source, element))
    return;
  read_blanks (self, owner->tag_start, owner->tag_end);
  self->blank_is_tag = TRUE;
}

static gboolean
is_word (Reader *self,
         guint32 element)
{
  return presser_tei_source_is (self->source, element, "w") || presser_tei_source_is (self->source, element, "pc");
}

/* Word by word: what parts two words is @join, not the white space (TEI.md 2). */
void
presser_tei_text_reader_begin_word (Reader *self,
                                    guint32 element)
{
  /* What ends behind a word ends before the blank, what begins there begins behind it. */
  if (self->is_behind_word && self->gap_place == PRESSER_TEI_NONE)
    self->gap_place = presser_tei_source_get_element (self->source, element)->tag_start;
  if (!self->uses_join || !is_word (self, element))
    return;
  self->has_word = FALSE;
  if (has_value (self->source, element, "join", "left", "both"))
    self->is_glued = TRUE;
  self->gap_waits = self->is_behind_word;
}

void
presser_tei_text_reader_end_word (Reader *self,
                                  guint32 element)
{
  /* One without characters says nothing: then no flag of the last one was cleared. */
  if (!self->uses_join || !is_word (self, element) || !self->in_line || !self->has_word)
    return;
  self->is_behind_word = TRUE;
  self->gap_place = PRESSER_TEI_NONE;
  if (has_value (self->source, element, "join", "right", "both"))
    self->is_glued = TRUE;
}

/* Files without any @join part their words by white space. */
gboolean
presser_tei_text_reader_find_join (Reader *self)
{
  for (guint32 i = 0; i < self->source->elements->len; i++)
    {
      PresserTeiAttribute attribute;

      if (is_word (self, i) && presser_tei_source_find_attribute (self->source, i, "join", &attribute))
        return TRUE;
    }

  return FALSE;
}
