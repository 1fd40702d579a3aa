/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Rows of speakers and topics are dragged into another order, topics also onto another one to stand below it. */
void presser_tag_drag_install (GtkWidget       *row,
                               PresserDocument *document,
                               GObject         *tag);

/**
 * PresserTagPlace:
 * @PRESSER_TAG_PLACE_BEFORE: in front of the other one
 * @PRESSER_TAG_PLACE_INTO: below it, as its last sub-topic
 * @PRESSER_TAG_PLACE_BEHIND: behind it, and what is below it
 *
 * Where something goes, as seen from another one.
 */
typedef enum
{
  PRESSER_TAG_PLACE_BEFORE,
  PRESSER_TAG_PLACE_INTO,
  PRESSER_TAG_PLACE_BEHIND,
} PresserTagPlace;

/* FALSE if it can't go there: a topic not below itself, a speaker below nobody. One step to undo. */
gboolean presser_tag_move (PresserDocument *document,
                           GObject         *tag,
                           GObject         *other,
                           PresserTagPlace  place);

G_END_DECLS
