/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/**
 * PresserTagFate:
 * @PRESSER_TAG_FATE_BARE: they stay, without the speaker or topic
 * @PRESSER_TAG_FATE_DELETED: they go too
 *
 * What becomes of the statements of a speaker or topic that goes.
 */
typedef enum
{
  PRESSER_TAG_FATE_BARE,
  PRESSER_TAG_FATE_DELETED,
} PresserTagFate;

/* One step to undo. */
void presser_tag_delete (PresserDocument *document,
                         GObject         *tag,
                         PresserTagFate   fate);
/* Asks first what is to become of the statements, if there are any; says afterwards how it is undone. */
void presser_tag_ask_and_delete (GtkWindow       *window,
                                 PresserDocument *document,
                                 GObject         *tag);

G_END_DECLS
