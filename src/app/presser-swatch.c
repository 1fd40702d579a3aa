/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-swatch.h"

#include <adwaita.h>
#include <math.h>

#include "presser-palette.h"

#define DOT_SIZE    26
#define SQUARE_SIZE 13
#define BAR_WIDTH   4

struct _PresserSwatch
{
  GtkWidget parent_instance;

  PresserSwatchShape shape;
  int                colour; /* place in the palette, -1 for grey */
  char              *initials;
  gboolean           hollow;
};

G_DEFINE_FINAL_TYPE (PresserSwatch, presser_swatch, GTK_TYPE_WIDGET)

static void
presser_swatch_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  PresserSwatch *self = PRESSER_SWATCH (widget);
  int            size = self->shape == PRESSER_SWATCH_DOT ? DOT_SIZE : SQUARE_SIZE;

  if (self->shape == PRESSER_SWATCH_BAR)
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : 1;
  *minimum = *natural = size;
}

static void
get_colour (PresserSwatch *self,
            GdkRGBA       *rgba)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (self->colour >= 0)
    presser_palette_get (self->colour, dark, rgba);
  else
    gdk_rgba_parse (rgba, dark ? "#9a9996" : "#77767b");
}

static double
linearise (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Black or white, whichever WCAG's relative luminance gives more contrast. */
static GdkRGBA
pick_ink (const GdkRGBA *paper)
{
  double luminance = 0.2126 * linearise (paper->red) + 0.7152 * linearise (paper->green)
                     + 0.0722 * linearise (paper->blue);

  return luminance > 0.19 ? (GdkRGBA){ 0.07, 0.07, 0.07, 1 } : (GdkRGBA){ 1, 1, 1, 1 };
}

static void
draw_initials (PresserSwatch   *self,
               GtkSnapshot     *snapshot,
               graphene_rect_t *bounds,
               const GdkRGBA   *paper)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->initials);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans Bold");
  GdkRGBA ink = self->hollow ? *paper : pick_ink (paper);
  int     width;
  int     height;

  pango_font_description_set_absolute_size (font, bounds->size.height * 0.42 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds->origin.x + (bounds->size.width - (float) width) / 2,
                                                          bounds->origin.y + (bounds->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_outline (GtkSnapshot          *snapshot,
              const GskRoundedRect *outline,
              const GdkRGBA        *colour)
{
  const float   widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

  gtk_snapshot_append_border (snapshot, outline, widths, colours);
}

static void
get_bounds (PresserSwatch   *self,
            graphene_rect_t *bounds)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float size = MIN (width, height);

  if (self->shape == PRESSER_SWATCH_BAR)
    graphene_rect_init (bounds, (width - BAR_WIDTH) / 2, 0, BAR_WIDTH, height);
  else
    graphene_rect_init (bounds, (width - size) / 2, (height - size) / 2, size, size);
}

static float
get_radius (PresserSwatch *self,
            float          size)
{
  switch (self->shape)
    {
    case PRESSER_SWATCH_DOT:
      return size / 2;
    case PRESSER_SWATCH_SQUARE:
      return 4;
    case PRESSER_SWATCH_BAR:
    default:
      return 2;
    }
}

static void
presser_swatch_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PresserSwatch  *self = PRESSER_SWATCH (widget);
  graphene_rect_t bounds;
  GskRoundedRect  outline;
  GdkRGBA         colour;

  get_bounds (self, &bounds);
  get_colour (self, &colour);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, get_radius (self, bounds.size.width));
  if (self->hollow)
    draw_outline (snapshot, &outline, &colour);
  else
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &colour, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  if (self->shape == PRESSER_SWATCH_DOT && self->initials != NULL)
    draw_initials (self, snapshot, &bounds, &colour);
}

static void
presser_swatch_finalize (GObject *object)
{
  g_free (PRESSER_SWATCH (object)->initials);

  G_OBJECT_CLASS (presser_swatch_parent_class)->finalize (object);
}

static void
presser_swatch_class_init (PresserSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = presser_swatch_finalize;
  widget_class->measure = presser_swatch_measure;
  widget_class->snapshot = presser_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  /* The name beside it says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
presser_swatch_init (PresserSwatch *self)
{
  self->colour = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * presser_swatch_new:
 * @shape: what it looks like
 *
 * Returns: (transfer floating): a grey swatch
 */
GtkWidget *
presser_swatch_new (PresserSwatchShape shape)
{
  PresserSwatch *self = g_object_new (PRESSER_TYPE_SWATCH, NULL);

  presser_swatch_set_shape (self, shape);
  return GTK_WIDGET (self);
}

/**
 * presser_swatch_set_shape:
 * @self: a swatch
 * @shape: what it looks like
 */
void
presser_swatch_set_shape (PresserSwatch     *self,
                          PresserSwatchShape shape)
{
  g_return_if_fail (PRESSER_IS_SWATCH (self));

  self->shape = shape;
  gtk_widget_set_valign (GTK_WIDGET (self), shape == PRESSER_SWATCH_BAR ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * presser_swatch_set:
 * @self: a swatch
 * @colour: a place in the palette, -1 for grey
 * @initials: (nullable): for a dot
 * @hollow: whether to draw an outline only
 */
void
presser_swatch_set (PresserSwatch *self,
                    int            colour,
                    const char    *initials,
                    gboolean       hollow)
{
  g_return_if_fail (PRESSER_IS_SWATCH (self));

  self->colour = colour;
  self->hollow = hollow;
  g_free (self->initials);
  self->initials = g_strdup (initials);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
