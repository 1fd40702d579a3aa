/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-text-guard.h"

#include "presser-guarded-selection.h"
#include "presser-quote-drag.h"

#define KEY "presser-text-guard"

typedef struct
{
  const PresserTextGuardRules *rules;
  gpointer                     owner; /* borrowed: outlives the view, or is it */
  GtkTextView                 *view;  /* borrowed: it owns this */

  GdkContentProvider *primary; /* owned: what the primary selection gets */
  GtkTextBuffer      *buffer;  /* owned: the one that was kept from the primary selection, NULL if none is */

  guint   n_clicks; /* on what was selected, 0 for none and after a drag */
  guint32 clicked_at;
  double  clicked_x;
  double  clicked_y;
} PresserTextGuard;

static GdkClipboard *
get_primary (PresserTextGuard *self)
{
  return gtk_widget_get_primary_clipboard (GTK_WIDGET (self->view));
}

static gboolean
get_selection (PresserTextGuard *self,
               PresserRange     *selection)
{
  GtkTextIter start, end;

  if (self->buffer == NULL || !gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return FALSE;
  *selection = (PresserRange){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
  return TRUE;
}

static char *
dup_selected (gpointer data)
{
  PresserTextGuard *self = data;
  PresserRange      selection;
  g_autofree char  *objection = NULL;

  return get_selection (self, &selection) ? self->rules->dup_text (self->owner, selection, &objection) : NULL;
}

static void
refuse (PresserTextGuard *self,
        const char       *objection)
{
  gtk_widget_error_bell (GTK_WIDGET (self->view));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.say", "s", objection);
}

/* As the text view would have done it: whoever selects owns the primary selection. */
static void
selection_changed_cb (PresserTextGuard *self)
{
  GdkClipboard *primary = get_primary (self);
  PresserRange  selection;

  if (get_selection (self, &selection))
    gdk_clipboard_set_content (primary, self->primary);
  else if (gdk_clipboard_get_content (primary) == self->primary)
    gdk_clipboard_set_content (primary, NULL);
}

static void
mark_set_cb (PresserTextGuard *self,
             GtkTextIter      *place,
             GtkTextMark      *mark)
{
  if (mark == gtk_text_buffer_get_insert (self->buffer) || mark == gtk_text_buffer_get_selection_bound (self->buffer))
    selection_changed_cb (self);
}

/* A view that is realized has given the primary selection to its buffer; here it is taken away again. */
static void
take (PresserTextGuard *self)
{
  if (self->buffer != NULL || !gtk_widget_get_realized (GTK_WIDGET (self->view)))
    return;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (self->view));
  gtk_text_buffer_remove_selection_clipboard (self->buffer, get_primary (self));
  g_signal_connect_swapped (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self);
  g_signal_connect_swapped (self->buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb), self);
}

/* The view will take away itself what it gave; it must be there then. Nothing is selected meanwhile. */
static void
let_go (PresserTextGuard *self)
{
  GdkClipboard *primary;

  if (self->buffer == NULL)
    return;
  primary = get_primary (self);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  if (gdk_clipboard_get_content (primary) == self->primary)
    gdk_clipboard_set_content (primary, NULL);
  gtk_text_buffer_add_selection_clipboard (self->buffer, primary);
  g_clear_object (&self->buffer);
}

/* Copying what may leave whole is the view's own business. */
static void
copied_cb (PresserTextGuard *self)
{
  PresserRange     selection;
  g_autofree char *objection = NULL;
  g_autofree char *text = NULL;

  if (!get_selection (self, &selection))
    return;
  text = self->rules->dup_text (self->owner, selection, &objection);
  if (objection == NULL)
    return;
  g_signal_stop_emission_by_name (self->view, "copy-clipboard");
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), text);
  refuse (self, objection);
}

/* What was cut out would have to be pasted somewhere; without its words that cannot be. */
static void
cut_cb (PresserTextGuard *self)
{
  PresserRange     selection;
  g_autofree char *objection = NULL;
  g_autofree char *text = NULL;

  if (!get_selection (self, &selection))
    return;
  text = self->rules->dup_text (self->owner, selection, &objection);
  if (objection == NULL)
    return;
  g_signal_stop_emission_by_name (self->view, "cut-clipboard");
  refuse (self, objection);
}

/* The text view would count the clicks, but has not seen the first of them. */
static gboolean
is_further_click (PresserTextGuard *self,
                  guint32           time,
                  double            x,
                  double            y)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->view));
  int          interval = 0, distance = 0;

  g_object_get (settings, "gtk-double-click-time", &interval, "gtk-double-click-distance", &distance, NULL);
  return self->n_clicks > 0 && time - self->clicked_at <= (guint) interval
         && ABS (x - self->clicked_x) <= distance && ABS (y - self->clicked_y) <= distance;
}

static gboolean
find_place (PresserTextGuard *self,
            double            x,
            double            y,
            GtkTextIter      *place)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  return gtk_text_view_get_iter_at_location (self->view, place, buffer_x, buffer_y);
}

/* What a second and a third click in a text mean. */
static void
select_around (PresserTextGuard *self,
               double            x,
               double            y)
{
  GtkTextIter start, end;

  find_place (self, x, y, &start);
  end = start;
  if (self->n_clicks == 2)
    {
      if (!gtk_text_iter_starts_word (&start))
        gtk_text_iter_backward_word_start (&start);
      gtk_text_iter_forward_word_end (&end);
    }
  else
    {
      gtk_text_iter_set_line_offset (&start, 0);
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
    }
  gtk_text_buffer_select_range (self->buffer, &end, &start);
}

static gboolean
is_selected_at (PresserTextGuard *self,
                double            x,
                double            y)
{
  GtkTextIter start, end, here;

  return self->buffer != NULL && gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end)
         && find_place (self, x, y, &here) && gtk_text_iter_in_range (&here, &start, &end);
}

/* In a text that is being corrected, dragging moves words; the view does that well, if they may be moved. */
static gboolean
is_own_business (PresserTextGuard *self)
{
  g_autofree char *text = gtk_text_view_get_editable (self->view) ? presser_text_guard_dup_selection (self->view) : NULL;

  return text != NULL;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A press on what is selected is the beginning of a drag or, if it does not move, a click. It is taken from the view
 * at once: the view claims it at once, too. A finger does more things, and is left to the view until it moves. */
static void
drag_began_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               PresserTextGuard *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkModifierType     state = gtk_event_controller_get_current_event_state (controller);

  if (is_further_click (self, gtk_event_controller_get_current_event_time (controller), x, y))
    {
      self->n_clicks++;
      select_around (self, x, y);
    }
  else if ((state & GDK_SHIFT_MASK) == 0 && is_selected_at (self, x, y) && !is_own_business (self))
    self->n_clicks = 1;
  else
    {
      self->n_clicks = 0;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->clicked_at = gtk_event_controller_get_current_event_time (controller);
  self->clicked_x = x;
  self->clicked_y = y;
  if (!is_touch (GTK_GESTURE (gesture)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_ended_cb (GtkGestureDrag   *gesture,
               double            offset_x,
               double            offset_y,
               PresserTextGuard *self)
{
  GtkTextIter place;

  if (self->n_clicks != 1 || is_touch (GTK_GESTURE (gesture)) || self->buffer == NULL)
    return;
  find_place (self, self->clicked_x, self->clicked_y, &place);
  gtk_text_buffer_place_cursor (self->buffer, &place);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GdkContentProvider *
make_content (PresserTextGuard *self,
              PresserRange      selection,
              char            **objection)
{
  g_autofree char *text = NULL;

  if (self->rules->make_content != NULL)
    return self->rules->make_content (self->owner, selection, objection);
  text = self->rules->dup_text (self->owner, selection, objection);
  return text != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, text) : NULL;
}

static void
begin_drag (PresserTextGuard *self,
            GtkGesture       *gesture,
            PresserRange      selection)
{
  g_autofree char *objection = NULL;
  g_autoptr (GdkContentProvider) content = make_content (self, selection, &objection);

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_text_view_get_editable (self->view)) /* and something may not leave: see is_own_business() */
    g_clear_object (&content);
  if (objection != NULL)
    refuse (self, objection);
  if (content != NULL)
    presser_quote_drag_begin (GTK_WIDGET (self->view), gesture, content);
}

static void
drag_updated_cb (GtkGestureDrag   *gesture,
                 double            offset_x,
                 double            offset_y,
                 PresserTextGuard *self)
{
  PresserRange selection;

  if (self->n_clicks != 1 || !gtk_drag_check_threshold (GTK_WIDGET (self->view), 0, 0, (int) offset_x, (int) offset_y)
      || !get_selection (self, &selection))
    return;
  self->n_clicks = 0;
  begin_drag (self, GTK_GESTURE (gesture), selection);
}

/* A release that went to somebody else would make the gesture miss the press that comes next. */
static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          GtkEventController       *drag)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    gtk_event_controller_reset (drag);
  return GDK_EVENT_PROPAGATE;
}

static void
guard_free (gpointer data)
{
  PresserTextGuard *self = data;

  presser_guarded_selection_forget (self->primary);
  g_clear_object (&self->primary);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  g_free (self);
}

static void
watch_drags (PresserTextGuard *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *press = gtk_event_controller_legacy_new ();

  /* Before the view's own gesture, which would drag the text as it is. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (drag));

  /* Added later, asked earlier. */
  gtk_event_controller_set_propagation_phase (press, GTK_PHASE_CAPTURE);
  g_signal_connect (press, "event", G_CALLBACK (event_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (self->view), press);
}

/**
 * presser_text_guard_attach:
 * @view: a text view
 * @rules: what may leave it
 * @owner: what the rules are asked with; outlives the view, or is it
 *
 * From now on nothing that is selected in @view leaves it but by these rules.
 */
void
presser_text_guard_attach (GtkTextView                 *view,
                           const PresserTextGuardRules *rules,
                           gpointer                     owner)
{
  PresserTextGuard *self = g_new0 (PresserTextGuard, 1);

  self->rules = rules;
  self->owner = owner;
  self->view = view;
  self->primary = presser_guarded_selection_new (dup_selected, self);
  g_object_set_data_full (G_OBJECT (view), KEY, self, guard_free);
  g_signal_connect_swapped (view, "realize", G_CALLBACK (take), self);
  g_signal_connect_swapped (view, "unrealize", G_CALLBACK (let_go), self);
  g_signal_connect_swapped (view, "copy-clipboard", G_CALLBACK (copied_cb), self);
  g_signal_connect_swapped (view, "cut-clipboard", G_CALLBACK (cut_cb), self);
  watch_drags (self);
  take (self);
}

/**
 * presser_text_guard_let_go:
 * @view: a guarded view
 *
 * To be called before the view gets another buffer.
 */
void
presser_text_guard_let_go (GtkTextView *view)
{
  PresserTextGuard *self = g_object_get_data (G_OBJECT (view), KEY);

  g_return_if_fail (self != NULL);
  let_go (self);
}

/**
 * presser_text_guard_take:
 * @view: a guarded view
 *
 * To be called when it has got another buffer.
 */
void
presser_text_guard_take (GtkTextView *view)
{
  PresserTextGuard *self = g_object_get_data (G_OBJECT (view), KEY);

  g_return_if_fail (self != NULL);
  take (self);
}

/**
 * presser_text_guard_dup_selection:
 * @view: a guarded view
 *
 * Returns: (transfer full) (nullable): what is selected; %NULL if that is nothing, or may not leave whole
 */
char *
presser_text_guard_dup_selection (GtkTextView *view)
{
  PresserTextGuard *self = g_object_get_data (G_OBJECT (view), KEY);
  PresserRange      selection;
  g_autofree char  *objection = NULL;
  g_autofree char  *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!get_selection (self, &selection))
    return NULL;
  text = self->rules->dup_text (self->owner, selection, &objection);
  return objection == NULL ? g_steal_pointer (&text) : NULL;
}
