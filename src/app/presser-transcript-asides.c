/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-transcript-asides.h"

#include "presser-palette.h"

#define SCALE     0.85
#define MAX_LINES 8 /* below one paragraph, as in presser-transcript-tags.c */
#define SPACING   2

typedef struct
{
  int line_height;
  int below;

  GtkTextView     *view;     /* borrowed: it owns this */
  PresserDocument *document; /* borrowed from the view, or NULL */
} Asides;

/* One as it is drawn. */
typedef struct
{
  const PresserAside *aside;
  guint               number;    /* in its paragraph, from 1 */
  guint               paragraph; /* index */
  gboolean            has_mark;
  int                 y; /* of its line, in buffer coordinates */
} Place;

typedef void (*Visit) (Asides      *self,
                       const Place *place,
                       gpointer     data);

static Asides *
get_asides (GtkTextView *view)
{
  Asides *self = g_object_get_data (G_OBJECT (view), "presser-asides");

  if (self != NULL)
    return self;
  self = g_new0 (Asides, 1);
  self->view = view;
  g_object_set_data_full (G_OBJECT (view), "presser-asides", self, g_free);
  return self;
}

static PangoLayout *
create_layout (Asides     *self,
               const char *text,
               double      scale)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * presser_transcript_asides_fit: (skip)
 * @view: the transcript view
 * @document: (nullable): the document, not owned
 * @buffer: (nullable): the buffer that shows it
 * @below: pixels below every paragraph
 *
 * Makes room for them.
 */
void
presser_transcript_asides_fit (GtkTextView             *view,
                               PresserDocument         *document,
                               PresserTranscriptBuffer *buffer,
                               int                      below)
{
  Asides *self = get_asides (view);
  g_autoptr (PangoLayout) layout = NULL;

  self->document = document;
  self->below = below;
  if (document == NULL || !presser_document_has_asides (document))
    return;

  layout = create_layout (self, "(Xg)", SCALE);
  pango_layout_get_pixel_size (layout, NULL, &self->line_height);
  self->line_height += SPACING;
  presser_transcript_buffer_set_aside_height (buffer, below, self->line_height);
}

static int
get_bottom (Asides *self,
            guint   paragraph)
{
  PresserRange range = presser_document_get_paragraph_range (self->document, paragraph);
  GtkTextIter  iter;
  int          y, height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) range.start);
  gtk_text_view_get_line_yrange (self->view, &iter, &y, &height);
  return y + height;
}

/* Those from @first on that stand in one paragraph. Gives the number of the first one that does not. */
static guint
visit_paragraph (Asides    *self,
                 GPtrArray *asides,
                 guint      first,
                 Visit      visit,
                 gpointer   data)
{
  guint        paragraph = presser_document_find_paragraph (self->document, ((PresserAside *) asides->pdata[first])->position);
  PresserRange range = presser_document_get_paragraph_range (self->document, paragraph);
  int          bottom = get_bottom (self, paragraph);
  guint        next = first;
  guint        n_shown;

  while (next < asides->len && ((PresserAside *) asides->pdata[next])->position <= range.end)
    next++;
  n_shown = MIN (next - first, MAX_LINES);

  for (guint i = 0; i < n_shown; i++)
    {
      const PresserAside *aside = asides->pdata[first + i];
      Place               place = { aside, i + 1, paragraph, n_shown > 1 || aside->position < range.end, 0 };

      place.y = bottom - self->below / 2 - (int) (n_shown - i) * self->line_height;
      visit (self, &place, data);
    }

  return MAX (next, first + 1);
}

static void
visit_seen (Asides  *self,
            Visit    visit,
            gpointer data)
{
  g_autoptr (GPtrArray) asides = NULL;
  GdkRectangle seen;
  GtkTextIter  start, end;
  guint        next = 0;

  if (self->document == NULL || !presser_document_has_asides (self->document))
    return;

  gtk_text_view_get_visible_rect (self->view, &seen);
  gtk_text_view_get_line_at_y (self->view, &start, seen.y, NULL);
  gtk_text_view_get_line_at_y (self->view, &end, seen.y + seen.height, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  asides = presser_document_dup_asides (self->document, (PresserRange){ (guint) gtk_text_iter_get_offset (&start),
                                                                        (guint) gtk_text_iter_get_offset (&end) });
  while (next < asides->len)
    next = visit_paragraph (self, asides, next, visit, data);
}

static char *
dup_number (guint number)
{
  static const char *const digits[] = { "\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                        "\u2075", "\u2076", "\u2077", "\u2078", "\u2079" };

  return g_strdup (digits[number % G_N_ELEMENTS (digits)]);
}

static PangoLayout *
create_line (Asides      *self,
             const Place *place)
{
  g_autofree char *label = presser_aside_dup_label (place->aside);
  g_autofree char *number = dup_number (place->number);
  g_autofree char *text = place->has_mark ? g_strdup_printf ("%s %s", number, label) : g_strdup (label);
  PangoLayout     *layout = create_layout (self, text, SCALE);
  GdkRectangle     seen;
  int              margins = gtk_text_view_get_left_margin (self->view) + gtk_text_view_get_right_margin (self->view);

  gtk_text_view_get_visible_rect (self->view, &seen);
  pango_layout_set_width (layout, MAX (seen.width - margins, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA      ink;
} Drawing;

static void
draw_layout (Drawing     *drawing,
             PangoLayout *layout,
             int          x,
             int          y)
{
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &drawing->ink);
  gtk_snapshot_restore (drawing->snapshot);
}

/* Over the blank, so that no letter is hidden. */
static void
draw_mark (Asides      *self,
           const Place *place,
           Drawing     *drawing)
{
  g_autofree char *number = dup_number (place->number);
  g_autoptr (PangoLayout) layout = create_layout (self, number, SCALE);
  GtkTextIter  iter;
  GdkRectangle where;
  int          width;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) place->aside->position);
  gtk_text_view_get_iter_location (self->view, &iter, &where);
  pango_layout_get_pixel_size (layout, &width, NULL);
  draw_layout (drawing, layout, MIN (where.x, where.x + where.width) + (ABS (where.width) - width) / 2, where.y - 3);
}

static void
draw (Asides      *self,
      const Place *place,
      gpointer     data)
{
  g_autoptr (PangoLayout) layout = create_line (self, place);

  draw_layout (data, layout, gtk_text_view_get_left_margin (self->view), place->y);
  if (place->has_mark)
    draw_mark (self, place, data);
}

/**
 * presser_transcript_asides_snapshot: (skip)
 * @view: the transcript view
 * @appearance: what the desktop asks of drawing
 * @snapshot: where to draw, in buffer coordinates
 *
 * Draws what is seen of them.
 */
void
presser_transcript_asides_snapshot (GtkTextView      *view,
                                    PresserAppearance appearance,
                                    GtkSnapshot      *snapshot)
{
  Drawing drawing = { .snapshot = snapshot };

  presser_palette_get_dim (appearance.dark, &drawing.ink);
  if (appearance.high_contrast)
    drawing.ink.alpha = 1.f;
  visit_seen (get_asides (view), draw, &drawing);
}

typedef struct
{
  int   y;
  int   height;
  char *label;
} Question;

static void
find (Asides      *self,
      const Place *place,
      gpointer     data)
{
  Question *question = data;
  g_autoptr (PangoLayout) layout = NULL;

  if (question->label != NULL || question->y < place->y || question->y >= place->y + self->line_height)
    return;
  layout = create_line (self, place);
  if (pango_layout_is_ellipsized (layout))
    question->label = presser_aside_dup_label (place->aside);
}

/**
 * presser_transcript_asides_query_tooltip: (skip)
 * @view: the transcript view
 * @x: where the pointer is, in widget coordinates
 * @y: where the pointer is
 * @tooltip: where to put the words
 *
 * Returns: whether there is one that is not shown in full
 */
gboolean
presser_transcript_asides_query_tooltip (GtkTextView *view,
                                         int          x,
                                         int          y,
                                         GtkTooltip  *tooltip)
{
  Question         question = { 0 };
  g_autofree char *label = NULL;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, NULL, &question.y);
  visit_seen (get_asides (view), find, &question);
  label = question.label;
  gtk_tooltip_set_text (tooltip, label);
  return label != NULL;
}
