/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-marks.h"

#include "presser-palette.h"

#define BAND_ABOVE       1
#define UNDERLINE_HEIGHT 2

/* Statements that overlap in a chain need lanes that all of them agree on; a longer chain than this
 * may change lanes where it scrolls in. */
#define MAX_LOOKS_BACK 16

static void
clear_mark (gpointer data)
{
  PresserMark *mark = data;

  g_clear_object (&mark->statement);
}

/* What is seen, and back to where no statement that is seen, or overlaps one that is, goes on. */
static PresserRange
look_back (PresserDocument *document,
           PresserRange     range)
{
  for (guint i = 0; i < MAX_LOOKS_BACK; i++)
    {
      g_autoptr (GPtrArray) first = presser_document_dup_statements_touching (document, (PresserRange){ range.start, range.start + 1 });
      guint start = range.start;

      for (guint j = 0; j < first->len; j++)
        start = MIN (start, presser_statement_get_extent (first->pdata[j]).start);

      if (start == range.start)
        break;

      range.start = start;
    }

  return range;
}

static void
add_topics (PresserMark     *mark,
            PresserDocument *document)
{
  const char *const *topics = presser_statement_get_topics (mark->statement);

  for (guint i = 0; topics[i] != NULL && mark->n_topics < PRESSER_TRANSCRIPT_MAX_UNDERLINES; i++)
    mark->topic_colours[mark->n_topics++] = presser_palette_find_topic (document, topics[i]);
}

static gboolean
overlap (const PresserMark *one,
         const PresserMark *other)
{
  return presser_range_touches (presser_statement_get_extent (one->statement),
                                presser_statement_get_extent (other->statement));
}

/* The first place for underlines that no statement it overlaps has taken. */
static void
find_underlines (PresserMarks *self,
                 PresserMark  *mark)
{
  guint taken = 0;

  if (mark->n_topics == 0)
    return;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PresserMark *other = presser_marks_get (self, i);

      if (other->n_topics > 0 && overlap (mark, other))
        taken |= ((1u << other->n_topics) - 1) << other->first_underline;
    }

  while (mark->first_underline < PRESSER_TRANSCRIPT_MAX_UNDERLINES
         && (taken & (1u << mark->first_underline)) != 0)
    mark->first_underline++;

  mark->first_underline = MIN (mark->first_underline, PRESSER_TRANSCRIPT_MAX_UNDERLINES - 1);
  mark->n_topics = MIN (mark->n_topics, PRESSER_TRANSCRIPT_MAX_UNDERLINES - mark->first_underline);
}

static void
add_strips (PresserMarks          *self,
            PresserMark           *mark,
            PresserTranscriptPage *page,
            int                    top,
            int                    bottom)
{
  guint               n_ranges;
  const PresserRange *ranges = presser_statement_get_ranges (mark->statement, &n_ranges);
  PresserRange        seen = presser_transcript_page_get_range (page, top, bottom);

  mark->first_strip = self->strips->len;
  mark->starts = ranges[0].start >= seen.start;

  for (guint i = 0; i < n_ranges; i++)
    presser_transcript_page_add_strips (page, ranges[i], top, bottom, self->strips);

  mark->n_strips = self->strips->len - mark->first_strip;
}

/* How far down each lane is taken, in code points: a statement keeps its lane down to the end of
 * the display line that it ends in. */
static void
find_lane (PresserMark           *mark,
           PresserTranscriptPage *page,
           PresserRange          *lanes)
{
  PresserRange extent = presser_statement_get_extent (mark->statement);
  PresserRange lines = presser_transcript_page_get_display_lines (page, extent);
  guint        best = 0;

  for (guint i = 0; i < PRESSER_TRANSCRIPT_MAX_LANES; i++)
    {
      if (lanes[i].end <= lines.start)
        {
          best = i;
          break;
        }

      if (lanes[i].end < lanes[best].end)
        best = i;
    }

  mark->lane = best;
  lanes[best].end = MAX (lanes[best].end, lines.end);
}

/**
 * presser_marks_new: (skip)
 * @document: the document
 * @page: where its text lies
 * @filter: (nullable): what to show in full
 * @top: the first place that is seen, in buffer coordinates
 * @bottom: the last place
 *
 * Finds what is to be drawn. The time it takes depends on what is seen, not on how much there is.
 *
 * Returns: (transfer full): the marks, good until something moves
 */
PresserMarks *
presser_marks_new (PresserDocument       *document,
                   PresserTranscriptPage *page,
                   PresserFilter         *filter,
                   int                    top,
                   int                    bottom)
{
  PresserMarks *self = g_new0 (PresserMarks, 1);
  PresserRange  seen = look_back (document, presser_transcript_page_get_range (page, top, bottom));
  PresserRange  lanes[PRESSER_TRANSCRIPT_MAX_LANES] = { { 0, 0 } };
  g_autoptr (GPtrArray) statements = presser_document_dup_statements_touching (document, seen);

  self->marks = g_array_new (FALSE, FALSE, sizeof (PresserMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->strips = g_array_new (FALSE, FALSE, sizeof (PresserStrip));

  for (guint i = 0; i < statements->len; i++)
    {
      PresserMark mark = { .statement = g_object_ref (statements->pdata[i]) };

      mark.colour = presser_palette_find_speaker (document, presser_statement_get_speaker (mark.statement));
      mark.is_shown = filter == NULL || presser_filter_matches (filter, document, mark.statement);
      add_topics (&mark, document);
      find_underlines (self, &mark);
      find_lane (&mark, page, lanes);
      add_strips (self, &mark, page, top, bottom);
      g_array_append_val (self->marks, mark);
    }

  return self;
}

/**
 * presser_marks_free: (skip)
 * @self: marks
 *
 * Frees them with all strips.
 */
void
presser_marks_free (PresserMarks *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->strips);
  g_free (self);
}

/**
 * presser_marks_get: (skip)
 * @self: marks
 * @index: less than how many there are
 *
 * Returns: (transfer none): a mark, in text order
 */
const PresserMark *
presser_marks_get (PresserMarks *self,
                   guint         index)
{
  return &g_array_index (self->marks, PresserMark, index);
}

/**
 * presser_marks_get_strips: (skip)
 * @self: marks
 * @mark: one of them
 *
 * Returns: (transfer none) (array): its strips, from top to bottom; the mark says how many
 */
const PresserStrip *
presser_marks_get_strips (PresserMarks      *self,
                          const PresserMark *mark)
{
  return &g_array_index (self->strips, PresserStrip, mark->first_strip);
}

/**
 * presser_marks_get_band: (skip)
 * @mark: a mark
 * @strip: one of its strips
 *
 * Returns: the area of the strip's band, underlines included, in buffer coordinates
 */
GdkRectangle
presser_marks_get_band (const PresserMark  *mark,
                        const PresserStrip *strip)
{
  int below = (int) MAX (mark->first_underline + mark->n_topics, 1) * UNDERLINE_HEIGHT;

  return (GdkRectangle){ strip->area.x - 1, strip->area.y - BAND_ABOVE, strip->area.width + 2,
                         strip->area.height + BAND_ABOVE + below };
}

static gboolean
is_at (PresserMarks      *self,
       const PresserMark *mark,
       int                x,
       int                y)
{
  const PresserStrip *strips = presser_marks_get_strips (self, mark);

  for (guint i = 0; i < mark->n_strips; i++)
    {
      GdkRectangle band = presser_marks_get_band (mark, &strips[i]);

      if (gdk_rectangle_contains_point (&band, x, y))
        return TRUE;
    }

  return FALSE;
}

static int
compare_lengths (gconstpointer one,
                 gconstpointer other)
{
  guint a = presser_range_get_length (presser_statement_get_extent (*(PresserStatement *const *) one));
  guint b = presser_range_get_length (presser_statement_get_extent (*(PresserStatement *const *) other));

  return a < b ? -1 : a > b;
}

/**
 * presser_marks_dup_at: (skip)
 * @self: marks
 * @x: a place in buffer coordinates
 * @y: a place in buffer coordinates
 *
 * Returns: (transfer full) (element-type PresserStatement): the statements whose band is there, the
 *   innermost first
 */
GPtrArray *
presser_marks_dup_at (PresserMarks *self,
                      int           x,
                      int           y)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->marks->len; i++)
    if (is_at (self, presser_marks_get (self, i), x, y))
      g_ptr_array_add (statements, g_object_ref (presser_marks_get (self, i)->statement));

  g_ptr_array_sort (statements, compare_lengths);

  return statements;
}
