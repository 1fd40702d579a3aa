/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs no answer is said in one toast at a time: the newest message takes the place of the one that is shown,
 * for toasts that wait for each other speak of what nobody does any more.
 *
 * libadwaita 1.2 does not bear that a toast comes while another one goes (it drops a reference too many), so the
 * message waits until that one is gone. */

#include <glib/gi18n-lib.h>

#include "presser-window-private.h"

#define SHOWN_MS 5000
#define GOING_MS 700 /* longer than it takes a toast to leave */

static void show_message (PresserWindow *self);

/* In this order: name and target have to fit each other at every moment. */
static void
fill_toast (PresserWindow *self)
{
  g_autofree char *escaped = g_markup_escape_text (self->toast_message, -1);

  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_action_name (self->toast, NULL);
  adw_toast_set_action_target_value (self->toast, self->toast_undo);
  adw_toast_set_button_label (self->toast, self->toast_undo != NULL ? _ ("_Undo") : NULL);
  if (self->toast_undo != NULL)
    adw_toast_set_action_name (self->toast, "win.undo-step");
}

static gboolean
shown_long_enough (gpointer data)
{
  PresserWindow *self = PRESSER_WINDOW (data);

  self->toast_id = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static gboolean
gone_by_now (gpointer data)
{
  PresserWindow *self = PRESSER_WINDOW (data);

  self->toast_id = 0;
  self->toast_is_going = FALSE;
  if (self->toast_message != NULL)
    show_message (self);
  return G_SOURCE_REMOVE;
}

static void
wait (PresserWindow *self,
      guint          milliseconds,
      GSourceFunc    then)
{
  g_clear_handle_id (&self->toast_id, g_source_remove);
  self->toast_id = g_timeout_add (milliseconds, then, self);
}

static void
dismissed_cb (PresserWindow *self,
              AdwToast      *toast)
{
  if (self->toast != toast)
    return;
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->toast_message, g_free);
  self->toast_is_going = TRUE;
  wait (self, GOING_MS, gone_by_now);
}

static void
show_message (PresserWindow *self)
{
  AdwToast *toast = self->toast;

  if (toast == NULL)
    {
      toast = adw_toast_new ("");
      adw_toast_set_timeout (toast, 0);
      g_set_weak_pointer (&self->toast, toast);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
      fill_toast (self);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  else
    fill_toast (self);
  wait (self, SHOWN_MS, shown_long_enough);
}

static void
say (PresserWindow *self,
     const char    *message,
     GVariant      *undo)
{
  g_free (self->toast_message);
  self->toast_message = g_strdup (message);
  g_clear_pointer (&self->toast_undo, g_variant_unref);
  self->toast_undo = undo != NULL ? g_variant_ref_sink (undo) : NULL;
  if (!self->toast_is_going)
    show_message (self);
}

/**
 * presser_window_toast:
 * @self: a window
 * @message: a translated sentence
 *
 * Says something that needs no answer.
 */
void
presser_window_toast (PresserWindow *self,
                      const char    *message)
{
  say (self, message, NULL);
}

/**
 * presser_window_offer_undo:
 * @self: a window
 * @message: what was done, translated
 *
 * Says that something is gone and how it comes back.
 */
void
presser_window_offer_undo (PresserWindow *self,
                           const char    *message)
{
  PresserHistory *history = presser_document_get_history (presser_window_get_document (self));

  say (self, message, g_variant_new_uint64 (presser_history_get_state (history)));
}

/**
 * presser_window_forget_toast:
 * @self: a window that goes
 */
void
presser_window_forget_toast (PresserWindow *self)
{
  g_clear_handle_id (&self->toast_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->toast_message, g_free);
  g_clear_pointer (&self->toast_undo, g_variant_unref);
}
