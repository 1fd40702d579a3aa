/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One history for everything: text, statements, speakers, topics, annotators, metadata. A step is
 * a group of swaps under one label; undo does the same swaps the other way round, last first.
 * Properties, all read-only and notified: can-undo, can-redo, undo-label, redo-label, modified. */
#define PRESSER_TYPE_HISTORY (presser_history_get_type ())
G_DECLARE_FINAL_TYPE (PresserHistory, presser_history, PRESSER, HISTORY, GObject)

gboolean presser_history_can_undo (PresserHistory *self);
gboolean presser_history_can_redo (PresserHistory *self);
/* What the next undo takes back, translated: “Tag statement”. */
const char *presser_history_get_undo_label (PresserHistory *self);
const char *presser_history_get_redo_label (PresserHistory *self);
gboolean    presser_history_undo (PresserHistory *self);
gboolean    presser_history_redo (PresserHistory *self);

/* Everything between begin and the matching end is one step; groups nest, the outermost label counts.
 * An empty group leaves no step. */
void presser_history_begin (PresserHistory *self,
                            const char     *label);
void presser_history_end (PresserHistory *self);

/* A number that names the present state: the same number again means the same state again. */
guint64 presser_history_get_state (PresserHistory *self);
/* Tells that the state of that number is what the file holds. */
void     presser_history_set_saved (PresserHistory *self,
                                    guint64         state);
gboolean presser_history_is_modified (PresserHistory *self);
/* Forgets all steps: what is there now is the beginning, and saved. For readers, when they have
 * filled a new document. */
void presser_history_clear (PresserHistory *self);

G_END_DECLS
