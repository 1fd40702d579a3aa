/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* The box at the selection: a few letters find a speaker or a topic, Enter applies it. It stays open
 * for the next one until Enter or Escape with nothing typed. What is chosen becomes an action of the window. */
#define PRESSER_TYPE_QUICK_TAG (presser_quick_tag_get_type ())
G_DECLARE_FINAL_TYPE (PresserQuickTag, presser_quick_tag, PRESSER, QUICK_TAG, GtkPopover)

GtkWidget *presser_quick_tag_new (void);
void       presser_quick_tag_set_document (PresserQuickTag *self,
                                           PresserDocument *document);
/* @typed: what stands in the entry at first: "" or "#" for topics only. */
void presser_quick_tag_open (PresserQuickTag    *self,
                             const GdkRectangle *place,
                             const char         *typed,
                             PresserStatement   *statement);
/* The statement as it is by now, or NULL if none is there yet. */
void presser_quick_tag_set_statement (PresserQuickTag  *self,
                                      PresserStatement *statement);
/* What was used last is offered first. */
void presser_quick_tag_remember (PresserQuickTag *self,
                                 const char      *tag_id);

G_END_DECLS
