/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paragraph numbers: those of the document, which need not be those of the buffer's lines. */

#include "presser-compat.h"
#include "presser-palette.h"
#include "presser-transcript-private.h"

#define FEWEST_DIGITS 2 /* room for them, so that the first paragraphs typed do not move the page */

#define PRESSER_TYPE_TRANSCRIPT_NUMBERS (presser_transcript_numbers_get_type ())
G_DECLARE_FINAL_TYPE (PresserTranscriptNumbers, presser_transcript_numbers, PRESSER, TRANSCRIPT_NUMBERS, GtkSourceGutterRenderer)

struct _PresserTranscriptNumbers
{
  GtkSourceGutterRenderer parent_instance;

  PangoLayout *layout; /* NULL until needed, and when the font has changed */
};

G_DEFINE_FINAL_TYPE (PresserTranscriptNumbers, presser_transcript_numbers, GTK_SOURCE_TYPE_GUTTER_RENDERER)

static PresserDocument *
get_document (PresserTranscriptNumbers *self)
{
  GtkSourceView *view = gtk_source_gutter_renderer_get_view (GTK_SOURCE_GUTTER_RENDERER (self));

  return view != NULL ? presser_transcript_get_document (PRESSER_TRANSCRIPT (view)) : NULL;
}

static void
lay_out (PresserTranscriptNumbers *self,
         guint                     number)
{
  char text[16];

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  g_snprintf (text, sizeof text, "%u", number);
  pango_layout_set_text (self->layout, text, -1);
}

static GdkRGBA
get_colour (PresserTranscriptNumbers *self,
            gboolean                  has_cursor)
{
  GtkSourceView    *view = gtk_source_gutter_renderer_get_view (GTK_SOURCE_GUTTER_RENDERER (self));
  PresserAppearance appearance = presser_transcript_get_appearance (PRESSER_TRANSCRIPT (view));
  GdkRGBA           colour;

  presser_palette_get_dim (appearance.dark, &colour);

  if (has_cursor || appearance.high_contrast)
    colour.alpha = 1.f;

  return colour;
}

/* 0 if no paragraph starts at @position. */
static guint
find_number (PresserDocument *document,
             guint            position)
{
  guint paragraph = presser_document_find_paragraph (document, position);

  return presser_document_get_paragraph_range (document, paragraph).start == position ? paragraph + 1 : 0;
}

static void
presser_transcript_numbers_snapshot_line (GtkSourceGutterRenderer *renderer,
                                          GtkSnapshot             *snapshot,
                                          GtkSourceGutterLines    *lines,
                                          guint                    line)
{
  PresserTranscriptNumbers *self = PRESSER_TRANSCRIPT_NUMBERS (renderer);
  PresserDocument          *document = get_document (self);
  GtkTextIter               iter;
  GdkRGBA                   colour;
  gboolean                  is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint                     number;
  int                       y, height, text_width, text_height;

  gtk_source_gutter_lines_get_iter_at_line (lines, &iter, line);
  number = document != NULL ? find_number (document, (guint) gtk_text_iter_get_offset (&iter)) : 0;

  if (number == 0)
    return;

  lay_out (self, number);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  presser_get_first_line_extent (lines, line, &y, &height);
  colour = get_colour (self, gtk_source_gutter_lines_is_cursor (lines, line));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_mirrored ? 0.f : (float) (gtk_widget_get_width (GTK_WIDGET (self)) - text_width),
                                                          (float) (y + (height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
presser_transcript_numbers_measure (GtkWidget     *widget,
                                    GtkOrientation orientation,
                                    int            for_size,
                                    int           *minimum,
                                    int           *natural,
                                    int           *minimum_baseline,
                                    int           *natural_baseline)
{
  PresserTranscriptNumbers *self = PRESSER_TRANSCRIPT_NUMBERS (widget);
  PresserDocument          *document = get_document (self);
  guint                     widest = 1;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;

  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;

  for (guint i = 0; i < FEWEST_DIGITS || (document != NULL && widest <= presser_document_get_n_paragraphs (document)); i++)
    widest *= 10;

  lay_out (self, widest - 1);
  pango_layout_get_pixel_size (self->layout, natural, NULL);
  *minimum = *natural;
}

static void
presser_transcript_numbers_css_changed (GtkWidget         *widget,
                                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (presser_transcript_numbers_parent_class)->css_changed (widget, change);
  g_clear_object (&PRESSER_TRANSCRIPT_NUMBERS (widget)->layout);
}

static void
presser_transcript_numbers_dispose (GObject *object)
{
  g_clear_object (&PRESSER_TRANSCRIPT_NUMBERS (object)->layout);

  G_OBJECT_CLASS (presser_transcript_numbers_parent_class)->dispose (object);
}

static void
presser_transcript_numbers_class_init (PresserTranscriptNumbersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = presser_transcript_numbers_dispose;
  widget_class->measure = presser_transcript_numbers_measure;
  widget_class->css_changed = presser_transcript_numbers_css_changed;
  GTK_SOURCE_GUTTER_RENDERER_CLASS (klass)->snapshot_line = presser_transcript_numbers_snapshot_line;
}

static void
presser_transcript_numbers_init (PresserTranscriptNumbers *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "paragraph-numbers");
  /* Else the gutter does not work out how high first lines are. */
  gtk_source_gutter_renderer_set_alignment_mode (GTK_SOURCE_GUTTER_RENDERER (self), GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST);
}

/**
 * presser_transcript_numbers_new: (skip)
 *
 * Creates a renderer for the gutter of a transcript view, and of no other.
 *
 * Returns: (transfer floating): the renderer
 */
GtkSourceGutterRenderer *
presser_transcript_numbers_new (void)
{
  return g_object_new (PRESSER_TYPE_TRANSCRIPT_NUMBERS, NULL);
}
