/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tag first, select then: what the marker in hand does with what is selected. */

#include <glib/gi18n-lib.h>

#include "presser-settings.h"
#include "presser-window-private.h"

/**
 * presser_window_load_marker:
 * @self: a window
 * @speaker_id: (nullable): who was chosen
 * @topic_id: (nullable): or what
 *
 * With the marker in hand and nothing selected, a tag is meant for the marker.
 *
 * Returns: whether it was
 */
gboolean
presser_window_load_marker (PresserWindow *self,
                            const char    *speaker_id,
                            const char    *topic_id)
{
  PresserTarget target = presser_window_get_target (self, NULL);

  if (!presser_marker_is_in_hand (self->marker) || !presser_range_is_empty (target.selection))
    return FALSE;
  if (speaker_id != NULL)
    presser_marker_toggle_speaker (self->marker, speaker_id);
  else
    presser_marker_toggle_topic (self->marker, topic_id);
  return TRUE;
}

/**
 * presser_window_use_marker:
 * @self: a window
 *
 * Tags what is selected, if the marker is in hand and holds anything.
 *
 * Returns: whether it did
 */
gboolean
presser_window_use_marker (PresserWindow *self)
{
  g_autofree char *annotator = NULL;
  PresserTarget    target;

  if (!presser_marker_is_in_hand (self->marker) || presser_marker_is_empty (self->marker))
    return FALSE;
  annotator = presser_settings_dup_annotator ();
  target = presser_window_get_target (self, annotator);
  if (presser_range_is_empty (target.selection) || !presser_tagging_is_possible (&target))
    return FALSE;
  presser_window_remember_tagged (self, presser_tagging_mark (&target, presser_marker_get_speaker (self->marker),
                                                              presser_marker_get_topics (self->marker)));
  return TRUE;
}

static gboolean
released_idle (gpointer data)
{
  PresserWindow *self = PRESSER_WINDOW (data);

  if (self->file != NULL && !presser_transcript_get_correcting (self->transcript))
    presser_window_use_marker (self);
  return G_SOURCE_REMOVE;
}

/* The text view's own gesture claims the button, so that no other would be told of its end. */
static gboolean
event_cb (PresserWindow *self,
          GdkEvent      *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY
      && presser_marker_is_in_hand (self->marker))
    g_idle_add_full (G_PRIORITY_DEFAULT, released_idle, g_object_ref (self), g_object_unref);
  return FALSE;
}

/* In hand with the tags of the statement there, or else of the last one tagged; again: put down. */
static void
marker_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PresserWindow    *self = PRESSER_WINDOW (user_data);
  PresserTarget     target = presser_window_get_target (self, NULL);
  PresserStatement *model = presser_tagging_find (&target);

  if (presser_marker_is_in_hand (self->marker))
    {
      presser_marker_put_down (self->marker);
      return;
    }
  if (model == NULL && self->last_id != NULL)
    model = presser_document_get_statement (target.document, self->last_id);
  presser_marker_take_up (self->marker, model);
}

static const GActionEntry actions[] = {
  { "marker", marker_action },
};

/**
 * presser_window_add_marker_actions:
 * @self: a window
 */
void
presser_window_add_marker_actions (PresserWindow *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->transcript), controller);
}
