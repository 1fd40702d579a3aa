/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which statements keep their tags. Tags stay if every part of the statement still has text, nothing was put between two
 * parts, and the statement begins and ends at the characters that its tags stand at. */

#include "presser-tei-fate-private.h"

gboolean
presser_tei_document_is_blank (PresserText *text,
                               guint        position)
{
  gunichar character = presser_text_get_character (text, position);

  return character == ' ' || character == '\t' || character == '\n' || character == 0x2028 || character == 0x2029;
}

GArray *
presser_tei_dup_normal_ranges (PresserTeiWriter *writer,
                               PresserStatement *statement)
{
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

  return presser_tei_normalize_ranges (&presser_tei_document_text_class, writer->document, ranges, n_ranges);
}

/* A statement of which corrections left only blanks has nothing to stand at, and is not written. */
gboolean
presser_tei_statement_has_text (PresserTeiWriter *writer,
                                PresserStatement *statement)
{
  g_autoptr (GArray) ranges = presser_tei_dup_normal_ranges (writer, statement);

  return ranges->len > 0;
}

static gboolean
is_blank (PresserTeiWriter *self,
          guint             position)
{
  return presser_tei_document_is_blank (self->text, position);
}

/* @position lies between the last character that stood before @source, and the first one that stood there or later. */
static gboolean
is_same_edge (PresserTeiWriter *self,
              guint             position,
              guint             source,
              gboolean          is_start)
{
  guint previous = presser_tei_alignment_get_previous (self->alignment, source);
  guint next = presser_tei_alignment_get_next (self->alignment, source);

  if (is_start)
    return position >= previous && position <= next;

  return position >= previous && position <= next && position > 0;
}

static guint
count_lines (PresserTeiWriter *self,
             PresserRange      range)
{
  return presser_document_find_paragraph (self->document, range.end) - presser_document_find_paragraph (self->document, range.start);
}

static gboolean
part_is_sound (PresserTeiWriter *self,
               PresserRange      source)
{
  PresserRange present = { presser_tei_alignment_get_next (self->alignment, source.start),
                           presser_tei_alignment_get_previous (self->alignment, source.end) };
  guint        n_lines = presser_tei_reading_find_line (self->reading, source.end) - presser_tei_reading_find_line (self->reading, source.start);

  if (present.start >= present.end || is_blank (self, present.start) || is_blank (self, present.end - 1))
    return FALSE;
  if (n_lines > 0)
    return presser_tei_alignment_is_identity (self->alignment);

  return count_lines (self, present) == 0;
}

/* Between two parts that belong together nothing may have come. */
static gboolean
seam_is_sound (PresserTeiWriter *self,
               guint             end,
               guint             start)
{
  guint from = presser_tei_alignment_get_previous (self->alignment, end);
  guint to = presser_tei_alignment_get_next (self->alignment, start);

  for (guint position = from; position < to; position++)
    if (presser_tei_alignment_get_source (self->alignment, position) == G_MAXUINT)
      return FALSE;

  return TRUE;
}

static gboolean
is_within (PresserTeiRecord *record,
           guint             end,
           guint             start)
{
  for (guint i = 0; i < record->ranges->len; i++)
    {
      PresserRange range = g_array_index (record->ranges, PresserRange, i);

      if (range.start < end && range.end > start)
        return TRUE;
    }

  return FALSE;
}

static gboolean
parts_are_sound (PresserTeiWriter *self,
                 PresserTeiRecord *record)
{
  PresserRange last = { 0, 0 };

  for (guint i = 0; i < record->parts->len; i++)
    {
      PresserRange range = g_array_index (self->reading->parts, PresserTeiPart, g_array_index (record->parts, guint, i)).range;

      if (!part_is_sound (self, range))
        return FALSE;
      if (i > 0 && range.start < last.end)
        return FALSE;
      if (i > 0 && is_within (record, last.end, range.start) && !seam_is_sound (self, last.end, range.start))
        return FALSE;
      last = range;
    }

  return TRUE;
}

/* No paragraph in it was split. */
static gboolean
lines_are_old (PresserTeiWriter *self,
               PresserRange      range)
{
  guint last = presser_document_find_paragraph (self->document, range.end);

  for (guint i = presser_document_find_paragraph (self->document, range.start); i < last; i++)
    {
      guint end = presser_document_get_paragraph_range (self->document, i).end;

      if (presser_tei_alignment_get_source (self->alignment, end) == G_MAXUINT)
        return FALSE;
    }

  return TRUE;
}

static gboolean
edges_are_same (PresserTeiWriter *self,
                PresserTeiRecord *record,
                GArray           *ranges)
{
  if (ranges->len != record->ranges->len)
    return FALSE;

  for (guint i = 0; i < ranges->len; i++)
    {
      PresserRange present = g_array_index (ranges, PresserRange, i);
      PresserRange source = g_array_index (record->ranges, PresserRange, i);

      if (!is_same_edge (self, present.start, source.start, TRUE) || !is_same_edge (self, present.end, source.end, FALSE)
          || !lines_are_old (self, present))
        return FALSE;
    }

  return TRUE;
}

/* The document's choice between text and stand-off is about what Presser wrote; how others did it is left as it is. */
static gboolean
must_move (PresserTeiWriter *self,
           PresserTeiRecord *record)
{
  gboolean is_apart = record->annotation != PRESSER_TEI_NONE;

  return record->has_status && self->is_stand_off != self->reading->is_stand_off && self->is_stand_off != is_apart;
}

static PresserTeiFate
judge (PresserTeiWriter *self,
       PresserTeiRecord *record)
{
  PresserStatement *statement;
  g_autoptr (GArray) ranges = NULL;

  if (record->statement == NULL)
    return PRESSER_TEI_FATE_KEPT;
  statement = presser_document_get_statement (self->document, presser_statement_get_id (record->statement));
  if (statement == NULL || (record->is_quote ? presser_statement_get_speaker (statement) == NULL : must_move (self, record)))
    return PRESSER_TEI_FATE_GONE;

  if (record->annotation != PRESSER_TEI_NONE
      && (record->statement != statement || !presser_tei_alignment_is_identity (self->alignment)))
    return PRESSER_TEI_FATE_GONE;
  ranges = presser_tei_dup_normal_ranges (self, statement);
  if (!edges_are_same (self, record, ranges))
    return PRESSER_TEI_FATE_GONE;
  if (presser_tei_alignment_is_identity (self->alignment))
    return PRESSER_TEI_FATE_KEPT;

  return parts_are_sound (self, record) ? PRESSER_TEI_FATE_KEPT : PRESSER_TEI_FATE_GONE;
}

/* Whether a statement whose tags are written anew goes into no text. */
gboolean
presser_tei_goes_apart (PresserTeiWriter *self,
                        PresserTeiRecord *record)
{
  if (self->is_stand_off)
    return TRUE;

  return record != NULL && record->annotation != PRESSER_TEI_NONE && !must_move (self, record);
}

/* Fills fates. */
void
presser_tei_judge_statements (PresserTeiWriter *self)
{
  for (guint i = 0; i < self->reading->records->len; i++)
    {
      PresserTeiFate fate = judge (self, g_ptr_array_index (self->reading->records, i));

      g_array_append_val (self->fates, fate);
    }
}

/* Of the statement that a `said` belongs to; the tags of a `q` always stay. */
PresserTeiFate
presser_tei_writer_find_part_fate (PresserTeiWriter *self,
                                   guint32           element)
{
  PresserTeiPart *part = presser_tei_reading_find_part (self->reading, element);

  return part == NULL || part->is_quote ? PRESSER_TEI_FATE_KEPT : g_array_index (self->fates, PresserTeiFate, part->record);
}

gboolean
presser_tei_writer_is_alive (PresserTeiWriter *self,
                             guint             source_position,
                             guint            *position)
{
  *position = presser_tei_alignment_get_next (self->alignment, source_position);

  return presser_tei_alignment_get_source (self->alignment, *position) == source_position;
}

/* The part of a statement that an element is, or NULL. A `q` that is no statement any more is an element like others. */
PresserTeiPart *
presser_tei_writer_find_live_part (PresserTeiWriter *self,
                                   guint32           element)
{
  PresserTeiPart *part = presser_tei_source_is (self->source, element, "said") || presser_tei_source_is (self->source, element, "q")
                             ? presser_tei_reading_find_part (self->reading, element)
                             : NULL;

  if (part != NULL && part->is_quote && g_array_index (self->fates, PresserTeiFate, part->record) == PRESSER_TEI_FATE_GONE)
    return NULL;

  return part;
}
