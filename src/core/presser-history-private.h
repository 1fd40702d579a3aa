/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-history.h"
#include "presser-steps-private.h"

G_BEGIN_DECLS

/* Performs a change in the document. */
typedef void (*PresserHistoryPerform) (PresserChange *change,
                                       gpointer       document);

/* Who keeps a record of what happens. Both are called on the thread of the document; neither may change it.
 * @changing: before @change is performed: its present side still stands, its absent side is about to.
 * @step_done: what was told since the last time was one step, or was one taken back or done again. */
typedef struct
{
  void (*changing) (PresserChange *change,
                    gpointer       user_data);
  void (*step_done) (const char *label,
                     gpointer    user_data);
} PresserHistoryWatcher;

/* One at most; NULL ends it. The struct has to live on. */
void presser_history_set_watcher (PresserHistory              *self,
                                  const PresserHistoryWatcher *watcher,
                                  gpointer                     user_data);

/* @document is borrowed: presser_history_forget_document() when it goes. */
PresserHistory *presser_history_new (PresserHistoryPerform perform,
                                     gpointer              document);
void            presser_history_forget_document (PresserHistory *self);

/* Changes may not be made while one is taken back. */
gboolean presser_history_is_replaying (PresserHistory *self);
/* Takes @change over, notes it in the open group and performs it. */
void presser_history_perform (PresserHistory *self,
                              PresserChange  *change);
/* The step that was just ended is one key press at @position: it joins the one before if that is the same
 * run of typing, unless @starts_run. Does nothing while a group is open. */
void presser_history_note_typing (PresserHistory *self,
                                  PresserTyping   typing,
                                  guint           position,
                                  gboolean        starts_run);

G_END_DECLS
