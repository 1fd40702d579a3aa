/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* Colours are learnt like faces: one that was shown once stays, whatever becomes of the others. */

/* A colour for one more speaker or topic: one that the fewest have, the first of them. */
int presser_palette_pick_speaker (PresserDocument *document);
int presser_palette_pick_topic (PresserDocument *document);
/* Gives everybody whose colour follows from the place in the list that colour for good. To be called before
 * places change, within the same group of the history. */
void presser_palette_fix (PresserDocument *document);

G_END_DECLS
