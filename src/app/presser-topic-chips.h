/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* A statement's topics, each with a button that takes it away, and one that adds another. */
#define PRESSER_TYPE_TOPIC_CHIPS (presser_topic_chips_get_type ())
G_DECLARE_FINAL_TYPE (PresserTopicChips, presser_topic_chips, PRESSER, TOPIC_CHIPS, GtkWidget)

void presser_topic_chips_show (PresserTopicChips *self,
                               PresserDocument   *document,
                               PresserStatement  *statement);

G_END_DECLS
