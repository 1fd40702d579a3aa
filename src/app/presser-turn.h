/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* The turn at a place: the paragraphs that one speaker says in one go. */

/* Index of a paragraph of the turn at @position; on a label that of the turn behind it. FALSE outside turns. */
gboolean presser_turn_find (PresserDocument *document,
                            guint            position,
                            guint           *paragraph);
/* The turn goes to another speaker, and with it the statements that were made in the old speaker's name.
 * FALSE if it is that speaker's already. */
gboolean presser_turn_give (PresserDocument *document,
                            guint            paragraph,
                            const char      *speaker_id,
                            guint           *n_statements);

G_END_DECLS
