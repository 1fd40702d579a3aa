/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-quote-drag.h"

#include "presser-quote.h"

/* The whole of a long quote would hide where it is dropped. */
#define ICON_WIDTH 36 /* characters */
#define ICON_LINES 3

static GtkWidget *
make_icon (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ICON_WIDTH);
  gtk_label_set_lines (GTK_LABEL (label), ICON_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dragged-quote");
  return label;
}

static char *
dup_plain (GdkContentProvider *content)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  return gdk_content_provider_get_value (content, &value, NULL) ? g_value_dup_string (&value) : g_strdup ("");
}

static void
show_icon (GdkDrag            *drag,
           GdkContentProvider *content)
{
  g_autofree char *text = dup_plain (content);

  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), make_icon (text));
  gdk_drag_set_hotspot (drag, -8, -8); /* the pointer stays free */
}

static void
get_surface_point (GtkWidget        *widget,
                   double            x,
                   double            y,
                   graphene_point_t *point)
{
  GtkNative       *native = gtk_widget_get_native (widget);
  graphene_point_t within = GRAPHENE_POINT_INIT ((float) x, (float) y);
  double           native_x, native_y;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (native), &within, point))
    *point = within;
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  point->x += (float) native_x;
  point->y += (float) native_y;
}

/* The drag takes the pointer: no gesture hears of the release any more, and each would miss the next press. */
static void
forget_press (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
      guint n_controllers = g_list_model_get_n_items (controllers);

      for (guint i = 0; i < n_controllers; i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE (controller))
            gtk_event_controller_reset (controller);
        }
    }
}

/**
 * presser_quote_drag_begin:
 * @widget: where the drag starts
 * @gesture: a gesture on @widget, while a button is held
 * @content: what is dragged
 *
 * Begins a drag that copies.
 */
void
presser_quote_drag_begin (GtkWidget          *widget,
                          GtkGesture         *gesture,
                          GdkContentProvider *content)
{
  GdkSurface      *surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  graphene_point_t start;
  double           x = 0, y = 0;
  g_autoptr (GdkDrag) drag = NULL;

  gtk_gesture_get_point (gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)), &x, &y);
  get_surface_point (widget, x, y, &start);
  drag = gdk_drag_begin (surface, gtk_gesture_get_device (gesture), content, GDK_ACTION_COPY, start.x, start.y);
  if (drag != NULL)
    show_icon (drag, content);
  forget_press (widget);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       data)
{
  GtkWidget           *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  PresserFindStatement find = (PresserFindStatement) (GCallback) data;
  PresserDocument     *document = NULL;
  PresserStatement    *statement = find (widget, x, y, &document);
  GdkContentProvider  *content = NULL;
  g_autofree char     *objection = NULL;

  if (statement != NULL)
    content = presser_quote_new_of_statement (document, statement, NULL, &objection);
  if (objection != NULL)
    gtk_widget_activate_action (widget, "win.say", "s", objection);
  if (content == NULL) /* or it is asked again with every motion */
    gtk_gesture_set_state (GTK_GESTURE (source), GTK_EVENT_SEQUENCE_DENIED);
  return content;
}

static void
drag_began_cb (GtkDragSource *source,
               GdkDrag       *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  forget_press (gtk_widget_get_parent (widget));
  show_icon (drag, gdk_drag_get_content (drag));
}

/**
 * presser_quote_drag_source_new:
 * @find: finds the statement under the pointer
 *
 * Returns: (transfer full): a controller for the widget that shows statements
 */
GtkEventController *
presser_quote_drag_source_new (PresserFindStatement find)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), (gpointer) (GCallback) find);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began_cb), NULL);
  return GTK_EVENT_CONTROLLER (source);
}
