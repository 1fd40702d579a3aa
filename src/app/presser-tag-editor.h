/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* A box at a widget in which a speaker or a topic is made or changed. */
#define PRESSER_TYPE_TAG_EDITOR (presser_tag_editor_get_type ())
G_DECLARE_FINAL_TYPE (PresserTagEditor, presser_tag_editor, PRESSER, TAG_EDITOR, GtkPopover)

/* Changes @tag. */
void presser_tag_editor_open (GtkWidget       *parent,
                              PresserDocument *document,
                              GObject         *tag);
/* Makes a new one; @type is that of PresserSpeaker or PresserTopic. */
void presser_tag_editor_open_new (GtkWidget       *parent,
                                  PresserDocument *document,
                                  GType            type);

G_END_DECLS
