/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the transcript by hand: what is selected, and, with Control held, the statement under the pointer. */

#include "presser-quote-drag.h"
#include "presser-quote.h"
#include "presser-text-guard.h"
#include "presser-transcript-private.h"

static char *
dup_text (gpointer     owner,
          PresserRange selection,
          char       **objection)
{
  PresserDocument *document = presser_transcript_get_document (owner);

  return document != NULL ? presser_quote_dup_passage (document, selection, objection) : NULL;
}

static GdkContentProvider *
make_content (gpointer     owner,
              PresserRange selection,
              char       **objection)
{
  PresserDocument *document = presser_transcript_get_document (owner);

  return document != NULL ? presser_quote_new_of_selection (document, selection, NULL, objection) : NULL;
}

static const PresserTextGuardRules rules = { dup_text, make_content };

static PresserStatement *
find_statement (GtkWidget        *widget,
                double            x,
                double            y,
                PresserDocument **document)
{
  PresserTranscript *transcript = PRESSER_TRANSCRIPT (widget);
  g_autoptr (GPtrArray) here = presser_transcript_dup_statements_at (transcript, x, y);
  PresserStatement *current = presser_transcript_get_current (transcript);

  *document = presser_transcript_get_document (transcript);
  if (here->len == 0)
    return NULL;
  return g_ptr_array_find (here, current, NULL) ? current : here->pdata[0];
}

/* At the press already: else the text view would begin to select. */
static void
drag_began_cb (GtkGestureDrag *gesture,
               double          x,
               double          y)
{
  GtkWidget       *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkModifierType  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  PresserDocument *document;
  gboolean         is_ours = (state & GDK_CONTROL_MASK) != 0 && find_statement (widget, x, y, &document) != NULL;

  gtk_gesture_set_state (GTK_GESTURE (gesture), is_ours ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_updated_cb (GtkGestureDrag *gesture,
                 double          offset_x,
                 double          offset_y)
{
  GtkWidget        *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PresserDocument  *document = NULL;
  PresserStatement *statement;
  double            x, y;
  g_autofree char  *objection = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (!gtk_drag_check_threshold (widget, 0, 0, (int) offset_x, (int) offset_y)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  statement = find_statement (widget, x, y, &document);
  if (statement != NULL)
    content = presser_quote_new_of_statement (document, statement, NULL, &objection);
  if (objection != NULL)
    gtk_widget_activate_action (widget, "win.say", "s", objection);
  if (content != NULL)
    presser_quote_drag_begin (widget, GTK_GESTURE (gesture), content);
  else
    gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
}

/**
 * presser_transcript_drag_add: (skip)
 * @self: a transcript view
 *
 * Guards what is selected, and lets statements be dragged out.
 */
void
presser_transcript_drag_add (PresserTranscript *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  presser_text_guard_attach (GTK_TEXT_VIEW (self), &rules, self);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), NULL);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
