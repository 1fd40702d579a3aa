/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-page.h"

/* More than any screen shows; a bound, so that scrolling through a book does not keep it all. */
#define MAX_PARAGRAPHS 600

typedef struct
{
  guint start; /* code points */
  guint end;   /* the line's last blank, where it wraps, left out */
  int   y;     /* from the paragraph's top */
  int   height;
  int   left;
  int   right;
  int  *edges; /* NULL until asked for: two for each character, the lesser first */
} DisplayLine;

typedef struct
{
  GArray  *lines; /* of DisplayLine, at least one */
  gboolean is_plain;
} Paragraph;

struct _PresserTranscriptPage
{
  GHashTable  *paragraphs; /* buffer line → Paragraph */
  GtkTextView *view;       /* borrowed: it owns this */
};

typedef struct
{
  int left;
  int right;
} Stretch;

static void
clear_line (gpointer data)
{
  DisplayLine *line = data;

  g_clear_pointer (&line->edges, g_free);
}

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_array_unref (paragraph->lines);
  g_free (paragraph);
}

/**
 * presser_transcript_page_new: (skip)
 * @view: the text view, which owns the page
 *
 * Creates a page; nothing is measured yet.
 *
 * Returns: (transfer full): the page
 */
PresserTranscriptPage *
presser_transcript_page_new (GtkTextView *view)
{
  PresserTranscriptPage *self = g_new0 (PresserTranscriptPage, 1);

  self->view = view;
  self->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, paragraph_free);
  return self;
}

/**
 * presser_transcript_page_free: (skip)
 * @self: a page
 *
 * Frees it.
 */
void
presser_transcript_page_free (PresserTranscriptPage *self)
{
  g_hash_table_unref (self->paragraphs);
  g_free (self);
}

/**
 * presser_transcript_page_forget: (skip)
 * @self: a page
 *
 * To be called when text, its look or the width has changed.
 */
void
presser_transcript_page_forget (PresserTranscriptPage *self)
{
  g_hash_table_remove_all (self->paragraphs);
}

/**
 * presser_transcript_page_is_right_to_left:
 * @text: any text
 *
 * Blocks of Hebrew, Arabic and their kin by the Unicode roadmap, and the marks that turn direction.
 *
 * Returns: whether any of @text is written from right to left
 */
gboolean
presser_transcript_page_is_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character;

      if ((guchar) *p < 0xd6)
        continue;

      character = g_utf8_get_char (p);

      if ((character >= 0x590 && character <= 0x8ff) || (character >= 0xfb1d && character <= 0xfdff)
          || (character >= 0xfe70 && character <= 0xfeff) || (character >= 0x10800 && character <= 0x10fff)
          || (character >= 0x1e800 && character <= 0x1efff) || character == 0x200f || character == 0x202b
          || character == 0x202e || character == 0x2067)
        return TRUE;
    }

  return FALSE;
}

static void
get_iter (PresserTranscriptPage *self,
          guint                  position,
          GtkTextIter           *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), iter, (int) position);
}

static void
get_edges (PresserTranscriptPage *self,
           const GtkTextIter     *iter,
           Stretch               *edges)
{
  GdkRectangle place;

  gtk_text_view_get_iter_location (self->view, iter, &place);
  /* From right to left the width is negative. */
  edges->left = MIN (place.x, place.x + place.width);
  edges->right = MAX (place.x, place.x + place.width);
}

/* From @start to before @end, both in one paragraph. */
static void
add_display_line (PresserTranscriptPage *self,
                  Paragraph             *paragraph,
                  const GtkTextIter     *start,
                  GtkTextIter            end,
                  int                    paragraph_y)
{
  GdkRectangle place;
  Stretch      first, last;
  DisplayLine  line = { .start = (guint) gtk_text_iter_get_offset (start) };

  while (gtk_text_iter_compare (&end, start) > 0)
    {
      gtk_text_iter_backward_char (&end);

      if (!g_unichar_isspace (gtk_text_iter_get_char (&end)))
        {
          gtk_text_iter_forward_char (&end);
          break;
        }
    }

  line.end = (guint) gtk_text_iter_get_offset (&end);
  gtk_text_view_get_iter_location (self->view, start, &place);
  get_edges (self, start, &first);
  last = first;

  if (line.end > line.start)
    {
      gtk_text_iter_backward_char (&end);
      get_edges (self, &end, &last);
    }

  line.y = place.y - paragraph_y;
  line.height = place.height;
  line.left = MIN (first.left, last.left);
  line.right = line.end > line.start ? MAX (first.right, last.right) : line.left;
  g_array_append_val (paragraph->lines, line);
}

static Paragraph *
measure_paragraph (PresserTranscriptPage *self,
                   const GtkTextIter     *start)
{
  Paragraph       *paragraph = g_new0 (Paragraph, 1);
  GtkTextIter      line_start = *start, next, end = *start;
  int              y;
  g_autofree char *text = NULL;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  text = gtk_text_iter_get_slice (start, &end);
  paragraph->is_plain = !presser_transcript_page_is_right_to_left (text);
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (DisplayLine));
  g_array_set_clear_func (paragraph->lines, clear_line);
  gtk_text_view_get_line_yrange (self->view, start, &y, NULL);

  next = line_start;

  while (gtk_text_view_forward_display_line (self->view, &next) && gtk_text_iter_compare (&next, &end) < 0
         && gtk_text_iter_compare (&next, &line_start) > 0)
    {
      add_display_line (self, paragraph, &line_start, next, y);
      line_start = next;
    }

  add_display_line (self, paragraph, &line_start, end, y);

  return paragraph;
}

static Paragraph *
get_paragraph (PresserTranscriptPage *self,
               const GtkTextIter     *start)
{
  gpointer   key = GINT_TO_POINTER (gtk_text_iter_get_line (start));
  Paragraph *paragraph = g_hash_table_lookup (self->paragraphs, key);

  if (paragraph != NULL)
    return paragraph;

  if (g_hash_table_size (self->paragraphs) >= MAX_PARAGRAPHS)
    g_hash_table_remove_all (self->paragraphs);

  paragraph = measure_paragraph (self, start);
  g_hash_table_insert (self->paragraphs, key, paragraph);

  return paragraph;
}

/**
 * presser_transcript_page_get_range:
 * @self: a page
 * @top: where to begin, in buffer coordinates
 * @bottom: where to end
 *
 * Returns: the paragraphs that are seen between the two, in code points
 */
PresserRange
presser_transcript_page_get_range (PresserTranscriptPage *self,
                                   int                    top,
                                   int                    bottom)
{
  GtkTextIter start, end;

  gtk_text_view_get_line_at_y (self->view, &start, top, NULL);
  gtk_text_view_get_line_at_y (self->view, &end, bottom, NULL);

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  return (PresserRange){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

static const DisplayLine *
find_display_line (PresserTranscriptPage *self,
                   guint                  position)
{
  GtkTextIter iter;
  GArray     *lines;
  guint       i = 0;

  get_iter (self, position, &iter);
  gtk_text_iter_set_line_offset (&iter, 0);
  lines = get_paragraph (self, &iter)->lines;

  while (i + 1 < lines->len && g_array_index (lines, DisplayLine, i + 1).start <= position)
    i++;

  return &g_array_index (lines, DisplayLine, i);
}

/**
 * presser_transcript_page_get_display_lines:
 * @self: a page
 * @range: what to look for, in code points; not empty
 *
 * Returns: from the start of the line on which @range starts to the end of that on which it ends
 */
PresserRange
presser_transcript_page_get_display_lines (PresserTranscriptPage *self,
                                           PresserRange           range)
{
  guint start = find_display_line (self, range.start)->start;
  guint end = find_display_line (self, range.end - 1)->end;

  return (PresserRange){ start, MAX (end, range.end) };
}

static void
add_strip (GArray            *strips,
           const DisplayLine *line,
           int                paragraph_y,
           guint              buffer_line,
           Stretch            stretch)
{
  PresserStrip strip = { { stretch.left, paragraph_y + line->y, stretch.right - stretch.left, line->height }, buffer_line };

  g_array_append_val (strips, strip);
}

static void
add_plain_strip (PresserTranscriptPage *self,
                 const DisplayLine     *line,
                 PresserRange           range,
                 int                    paragraph_y,
                 guint                  buffer_line,
                 GArray                *strips)
{
  Stretch     stretch = { line->left, line->right }, edges;
  GtkTextIter iter;

  if (range.start > line->start)
    {
      get_iter (self, range.start, &iter);
      get_edges (self, &iter, &edges);
      stretch.left = edges.left;
    }

  if (range.end < line->end)
    {
      get_iter (self, range.end, &iter);
      get_edges (self, &iter, &edges);
      stretch.right = edges.left;
    }

  add_strip (strips, line, paragraph_y, buffer_line, stretch);
}

static const int *
get_character_edges (PresserTranscriptPage *self,
                     DisplayLine           *line)
{
  GtkTextIter iter;

  if (line->edges != NULL)
    return line->edges;

  line->edges = g_new (int, 2 * (gsize) (line->end - line->start));
  get_iter (self, line->start, &iter);

  for (guint i = 0; i < line->end - line->start; i++)
    {
      Stretch edges;

      get_edges (self, &iter, &edges);
      line->edges[2 * i] = edges.left;
      line->edges[2 * i + 1] = edges.right;
      gtk_text_iter_forward_char (&iter);
    }

  return line->edges;
}

/* Joins @stretch to one of @stretches that it touches; characters come in reading order, so this is
 * mostly the last. A pixel is what rounding may leave between two. */
static void
join_stretch (GArray *stretches,
              Stretch stretch)
{
  for (guint i = stretches->len; i > 0; i--)
    {
      Stretch *other = &g_array_index (stretches, Stretch, i - 1);

      if (stretch.left > other->right + 1 || stretch.right < other->left - 1)
        continue;

      other->left = MIN (other->left, stretch.left);
      other->right = MAX (other->right, stretch.right);
      return;
    }

  g_array_append_val (stretches, stretch);
}

static void
add_mixed_strips (PresserTranscriptPage *self,
                  DisplayLine           *line,
                  PresserRange           range,
                  int                    paragraph_y,
                  guint                  buffer_line,
                  GArray                *strips)
{
  const int *edges = get_character_edges (self, line);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = MAX (range.start, line->start); i < MIN (range.end, line->end); i++)
    join_stretch (stretches, (Stretch){ edges[2 * (i - line->start)], edges[2 * (i - line->start) + 1] });

  /* Two runs may have grown until they touch. */
  for (guint i = 0; i < stretches->len; i++)
    join_stretch (joined, g_array_index (stretches, Stretch, i));

  for (guint i = 0; i < joined->len; i++)
    add_strip (strips, line, paragraph_y, buffer_line, g_array_index (joined, Stretch, i));
}

static void
add_paragraph_strips (PresserTranscriptPage *self,
                      const GtkTextIter     *start,
                      PresserRange           range,
                      int                    top,
                      int                    bottom,
                      GArray                *strips)
{
  Paragraph *paragraph = get_paragraph (self, start);
  guint      buffer_line = (guint) gtk_text_iter_get_line (start);
  int        y;

  gtk_text_view_get_line_yrange (self->view, start, &y, NULL);

  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      DisplayLine *line = &g_array_index (paragraph->lines, DisplayLine, i);

      if (y + line->y + line->height < top || y + line->y > bottom
          || range.end <= line->start || range.start >= line->end)
        continue;

      if (paragraph->is_plain)
        add_plain_strip (self, line, range, y, buffer_line, strips);
      else
        add_mixed_strips (self, line, range, y, buffer_line, strips);
    }
}

/**
 * presser_transcript_page_add_strips:
 * @self: a page
 * @range: what to look for, in code points
 * @top: where to begin, in buffer coordinates
 * @bottom: where to end
 * @strips: (element-type PresserStrip): where to add what is found
 *
 * Finds where a range lies. The time it takes depends on what is between @top and @bottom only.
 */
void
presser_transcript_page_add_strips (PresserTranscriptPage *self,
                                    PresserRange           range,
                                    int                    top,
                                    int                    bottom,
                                    GArray                *strips)
{
  PresserRange seen = presser_range_intersect (range, presser_transcript_page_get_range (self, top, bottom));
  GtkTextIter  iter;

  if (presser_range_is_empty (seen))
    return;

  get_iter (self, seen.start, &iter);
  gtk_text_iter_set_line_offset (&iter, 0);

  do
    add_paragraph_strips (self, &iter, range, top, bottom, strips);
  while (gtk_text_iter_forward_line (&iter) && (guint) gtk_text_iter_get_offset (&iter) < seen.end);
}
