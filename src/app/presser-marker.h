/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Tag first, select then: a speaker and topics that everything selected from now on gets, as a text marker
 * lends its colour. A bar above the transcript says so as long as it is in hand. */
#define PRESSER_TYPE_MARKER (presser_marker_get_type ())
G_DECLARE_FINAL_TYPE (PresserMarker, presser_marker, PRESSER, MARKER, GtkWidget)

void presser_marker_set_document (PresserMarker   *self,
                                  PresserDocument *document);
/* Taken up with the tags of a statement, or empty; the same call with other tags changes them. */
void     presser_marker_take_up (PresserMarker    *self,
                                 PresserStatement *model);
void     presser_marker_put_down (PresserMarker *self);
gboolean presser_marker_is_in_hand (PresserMarker *self);

void presser_marker_toggle_speaker (PresserMarker *self,
                                    const char    *speaker_id);
void presser_marker_toggle_topic (PresserMarker *self,
                                  const char    *topic_id);

/* NULL if it names nobody. */
const char *presser_marker_get_speaker (PresserMarker *self);
/* NULL-terminated, never NULL. */
const char *const *presser_marker_get_topics (PresserMarker *self);
gboolean           presser_marker_is_empty (PresserMarker *self);

G_END_DECLS
