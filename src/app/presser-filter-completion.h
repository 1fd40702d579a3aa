/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Offers fields and values below an entry in which a filter is typed. The keys stay in the entry: Down and Up choose,
 * Tab or Enter takes what is chosen (Tab also the first, if nothing is), Escape puts the offer away. */
#define PRESSER_TYPE_FILTER_COMPLETION (presser_filter_completion_get_type ())
G_DECLARE_FINAL_TYPE (PresserFilterCompletion, presser_filter_completion, PRESSER, FILTER_COMPLETION, GtkPopover)

/* A child of @parent, which must hold @entry, a GtkSearchEntry, and unparent this when it goes. */
GtkWidget *presser_filter_completion_new (GtkWidget *parent,
                                          GtkWidget *entry);
void       presser_filter_completion_set_document (PresserFilterCompletion *self,
                                                   PresserDocument         *document);

G_END_DECLS
