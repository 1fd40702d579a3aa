/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* The speakers and topics of another document come into this one, with roles, aliases, definitions and colours;
 * who or what is here already by that name gets the names it lacks. One step to undo. */
void presser_code_book_take (PresserDocument *document,
                             PresserDocument *from,
                             guint           *n_speakers,
                             guint           *n_topics);

G_END_DECLS
