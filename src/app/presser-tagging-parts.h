/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* What becomes of statements' places: cut in two, joined, trimmed or not. Each is one step to undo. */

/* The part from @position on becomes a statement of its own, tagged alike; that one (borrowed), or NULL if
 * @position is not inside. */
PresserStatement *presser_tagging_split (PresserDocument  *document,
                                         PresserStatement *statement,
                                         guint             position);
/* TRUE if they are at least two, and all of one speaker: else joining would put words into a mouth. */
gboolean presser_tagging_can_join (GPtrArray *statements);
/* All become one, the first (borrowed). GPtrArray of PresserStatement. */
PresserStatement *presser_tagging_join (PresserDocument *document,
                                        GPtrArray       *statements);
/* From trimmed to exactly what was selected, and back. Borrowed. */
PresserStatement *presser_tagging_toggle_trim (PresserDocument  *document,
                                               PresserStatement *statement,
                                               PresserRange      selected);

G_END_DECLS
