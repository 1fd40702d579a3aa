/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-overview-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "presser-palette.h"
#include "presser-statement-row.h"

#define STRIP_HEIGHT 18
/* However short a statement is, in pixels. */
#define LEAST_WIDTH 3.0f
/* How far from a mark a click still means it, in pixels. */
#define REACH 8.0

typedef struct
{
  PresserStatement *statement; /* owned */
  int               colour;
} Mark;

struct _PresserOverviewStrip
{
  GtkWidget parent_instance;

  PresserDocument *document; /* owned */
  GArray          *marks;    /* of Mark, in text order */
  guint            chosen;   /* by the arrow keys */
};

G_DEFINE_FINAL_TYPE (PresserOverviewStrip, presser_overview_strip, GTK_TYPE_WIDGET)

static void
clear_mark (gpointer data)
{
  g_object_unref (((Mark *) data)->statement);
}

static void
presser_overview_strip_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : STRIP_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : STRIP_HEIGHT;
}

/* Where a mark lies, in pixels from where reading begins. */
static void
get_extent (PresserOverviewStrip *self,
            guint                 index,
            float                *start,
            float                *width)
{
  PresserRange extent = presser_statement_get_extent (g_array_index (self->marks, Mark, index).statement);
  float        length = (float) MAX (presser_text_get_length (presser_document_get_text (self->document)), 1);
  float        room = (float) gtk_widget_get_width (GTK_WIDGET (self)) - LEAST_WIDTH;

  *start = (float) extent.start / length * room;
  *width = MAX ((float) (extent.end - extent.start) / length * room, LEAST_WIDTH);
}

static void
draw_mark (PresserOverviewStrip *self,
           GtkSnapshot          *snapshot,
           guint                 index)
{
  gboolean        is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean        is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean        is_chosen = index == self->chosen && gtk_widget_has_visible_focus (GTK_WIDGET (self));
  float           inset = is_chosen ? 0 : 3;
  float           start;
  float           width;
  graphene_rect_t bounds;
  GdkRGBA         colour;

  get_extent (self, index, &start, &width);
  if (is_rtl)
    start = (float) gtk_widget_get_width (GTK_WIDGET (self)) - start - width;
  presser_palette_get (g_array_index (self->marks, Mark, index).colour, is_dark, &colour);
  graphene_rect_init (&bounds, start, inset, width, STRIP_HEIGHT - 2 * inset);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
}

static void
presser_overview_strip_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  PresserOverviewStrip *self = PRESSER_OVERVIEW_STRIP (widget);
  graphene_rect_t       line;
  GdkRGBA               colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.15f;
  graphene_rect_init (&line, 0, STRIP_HEIGHT / 2, (float) gtk_widget_get_width (widget), 1);
  gtk_snapshot_append_color (snapshot, &colour, &line);
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (self, snapshot, i);
}

/* The mark nearest to a place, in pixels from the left; G_MAXUINT if none is near. */
static guint
find_mark (PresserOverviewStrip *self,
           double                x)
{
  double nearest = REACH;
  guint  found = G_MAXUINT;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  for (guint i = 0; i < self->marks->len; i++)
    {
      float  start;
      float  width;
      double distance;

      get_extent (self, i, &start, &width);
      distance = x < start ? start - x : x > start + width ? x - start - width
                                                           : 0;
      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}

static char *
dup_description (PresserOverviewStrip *self,
                 guint                 index)
{
  PresserStatement *statement = g_array_index (self->marks, Mark, index).statement;
  g_autofree char  *details = presser_statement_row_dup_details (self->document, statement);
  g_autofree char  *line = presser_statement_row_dup_line (self->document, statement);

  return g_strdup_printf ("%s\n%s", details, line);
}

static void
open_mark (PresserOverviewStrip *self,
           guint                 index)
{
  if (index < self->marks->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-statement", "s",
                                presser_statement_get_id (g_array_index (self->marks, Mark, index).statement));
}

static void
released_cb (PresserOverviewStrip *self,
             int                   n_presses,
             double                x)
{
  open_mark (self, find_mark (self, x));
}

static gboolean
query_tooltip_cb (PresserOverviewStrip *self,
                  int                   x,
                  int                   y,
                  gboolean              by_keyboard,
                  GtkTooltip           *tooltip)
{
  guint            index = by_keyboard ? self->chosen : find_mark (self, x);
  g_autofree char *description = NULL;

  if (index >= self->marks->len)
    return FALSE;
  description = dup_description (self, index);
  gtk_tooltip_set_text (tooltip, description);
  return TRUE;
}

/* A screen reader hears of the mark as of the value of a slider, which is what the arrows move. */
static void
choose (PresserOverviewStrip *self,
        guint                 index)
{
  g_autofree char *description = NULL;

  self->chosen = MIN (index, self->marks->len > 0 ? self->marks->len - 1 : 0);
  if (self->marks->len == 0)
    return;
  description = dup_description (self, self->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->chosen + 1,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, description,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (PresserOverviewStrip *self,
                guint                 key)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if ((key == GDK_KEY_Right) != is_rtl)
        choose (self, self->chosen + 1);
      else if (self->chosen > 0)
        choose (self, self->chosen - 1);
      return TRUE;
    case GDK_KEY_Home:
      choose (self, 0);
      return TRUE;
    case GDK_KEY_End:
      choose (self, G_MAXUINT);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      open_mark (self, self->chosen);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
presser_overview_strip_finalize (GObject *object)
{
  PresserOverviewStrip *self = PRESSER_OVERVIEW_STRIP (object);

  g_array_unref (self->marks);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (presser_overview_strip_parent_class)->finalize (object);
}

static void
presser_overview_strip_class_init (PresserOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = presser_overview_strip_finalize;
  widget_class->measure = presser_overview_strip_measure;
  widget_class->snapshot = presser_overview_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
presser_overview_strip_init (PresserOverviewStrip *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * presser_overview_strip_new:
 * @document: whose text is meant
 * @label: what it shows, for screen readers
 *
 * Returns: (transfer floating): a strip without marks
 */
GtkWidget *
presser_overview_strip_new (PresserDocument *document,
                            const char      *label)
{
  PresserOverviewStrip *self = g_object_new (PRESSER_TYPE_OVERVIEW_STRIP, NULL);

  self->document = g_object_ref (document);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * presser_overview_strip_add_mark:
 * @self: a strip
 * @statement: one of the document's, behind those that are there already
 * @colour: a place in the palette, -1 for grey
 */
void
presser_overview_strip_add_mark (PresserOverviewStrip *self,
                                 PresserStatement     *statement,
                                 int                   colour)
{
  Mark mark = { g_object_ref (statement), colour };

  g_return_if_fail (PRESSER_IS_OVERVIEW_STRIP (self));

  g_array_append_val (self->marks, mark);
  if (self->marks->len == 1)
    choose (self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->marks->len, -1);
}
