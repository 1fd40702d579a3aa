/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-overview-bar.h"

#include <adwaita.h>

#include "presser-palette.h"

#define BAR_HEIGHT 14
#define RADIUS     4.0f
/* Of the pale part. */
#define PALENESS 0.35f

struct _PresserOverviewBar
{
  GtkWidget parent_instance;

  int   colour; /* place in the palette, -1 for grey */
  float said;   /* shares of the width */
  float tagged;
};

G_DEFINE_FINAL_TYPE (PresserOverviewBar, presser_overview_bar, GTK_TYPE_WIDGET)

static void
presser_overview_bar_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : BAR_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : BAR_HEIGHT;
}

/* From where reading begins. */
static void
draw_part (PresserOverviewBar *self,
           GtkSnapshot        *snapshot,
           float               share,
           float               opacity)
{
  gboolean        is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  float           width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float           length = MAX (width * share, 2);
  gboolean        is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds;
  GskRoundedRect  outline;
  GdkRGBA         colour;

  if (share <= 0)
    return;
  presser_palette_get (self->colour, is_dark, &colour);
  colour.alpha *= opacity;
  graphene_rect_init (&bounds, is_rtl ? width - length : 0, 0, length, BAR_HEIGHT);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, MIN (RADIUS, length / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
presser_overview_bar_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  PresserOverviewBar *self = PRESSER_OVERVIEW_BAR (widget);

  draw_part (self, snapshot, self->said, PALENESS);
  draw_part (self, snapshot, self->tagged, 1);
}

static void
presser_overview_bar_class_init (PresserOverviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = presser_overview_bar_measure;
  widget_class->snapshot = presser_overview_bar_snapshot;
  /* The numbers beside it say the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
presser_overview_bar_init (PresserOverviewBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * presser_overview_bar_new:
 * @colour: a place in the palette, -1 for grey
 * @said: share of the width that stands for what was said, 0 to 1
 * @tagged: share of the width that stands for what of it is tagged, 0 to 1
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
presser_overview_bar_new (int    colour,
                          double said,
                          double tagged)
{
  PresserOverviewBar *self = g_object_new (PRESSER_TYPE_OVERVIEW_BAR, NULL);

  self->colour = colour;
  self->said = (float) CLAMP (said, 0, 1);
  self->tagged = (float) CLAMP (tagged, 0, 1);
  return GTK_WIDGET (self);
}
