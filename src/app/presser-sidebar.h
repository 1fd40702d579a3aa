/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Speakers and topics with their counts. A click does `win.apply-speaker` or `win.apply-topic`. */
#define PRESSER_TYPE_SIDEBAR (presser_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PresserSidebar, presser_sidebar, PRESSER, SIDEBAR, GtkWidget)

void presser_sidebar_set_document (PresserSidebar  *self,
                                   PresserDocument *document);
void presser_sidebar_add_speaker (PresserSidebar *self);
void presser_sidebar_add_topic (PresserSidebar *self);

G_END_DECLS
