/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-suggest.h"

G_BEGIN_DECLS

guint presser_suggest_add (PresserDocument *document,
                           GPtrArray       *proposals,
                           PresserStatus    status);

/* Called with each proposal and the statement made of it, before that is in the document. */
typedef void (*PresserSuggestAdded) (const PresserProposal *proposal,
                                     PresserStatement      *statement,
                                     gpointer               user_data);
guint presser_suggest_add_telling (PresserDocument    *document,
                                   GPtrArray          *proposals,
                                   PresserStatus       status,
                                   PresserSuggestAdded added,
                                   gpointer            user_data);

G_END_DECLS
