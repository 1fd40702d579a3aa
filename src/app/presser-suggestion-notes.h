/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-accept.h"
#include "presser-document.h"

G_BEGIN_DECLS

/* Why something is suggested, as long as the document is open: a file holds the suggestion and how sure it is. */
guint presser_suggestion_notes_add (PresserDocument *document,
                                    GPtrArray       *proposals);
/* “sure · “said Lund” with a verb of saying”; NULL for what is no suggestion. */
char *presser_suggestion_notes_dup (PresserDocument  *document,
                                    PresserStatement *statement);

gboolean presser_suggestion_is_as_made (PresserDocument  *document,
                                        PresserStatement *statement);

/* Ids of speakers who may be meant, the likeliest first, ended by NULL: the suggested one, then those named nearby, then the others. */
char **presser_suggestion_list_speakers (PresserDocument  *document,
                                         PresserStatement *statement);

G_END_DECLS
