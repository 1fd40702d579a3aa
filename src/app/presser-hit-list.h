/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-search.h"

G_BEGIN_DECLS

/* A concordance: each place where a text stands with the words around it, who speaks there and what is tagged there. With
 * replacements it is their preview, and each can be left out.
 *
 * Signals: hit-activated (guint start, guint end: code points), chosen-changed. */
#define PRESSER_TYPE_HIT_LIST (presser_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (PresserHitList, presser_hit_list, PRESSER, HIT_LIST, GtkWidget)

GtkWidget *presser_hit_list_new (void);
/* @hits: GPtrArray of PresserHit of @document; both NULL shows nothing. All are chosen. */
void  presser_hit_list_show (PresserHitList  *self,
                             PresserDocument *document,
                             GPtrArray       *hits);
guint presser_hit_list_get_n_chosen (PresserHitList *self);
/* Replaces those that are chosen, in one step to undo. */
guint presser_hit_list_replace_chosen (PresserHitList *self);

G_END_DECLS
