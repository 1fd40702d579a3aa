/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cue-table.h"
#include "presser-topic.h"

G_BEGIN_DECLS

typedef struct _PresserKeywords PresserKeywords;

PresserKeywords *presser_keywords_new (GPtrArray             *topics,
                                       const PresserCueTable *table);
void             presser_keywords_free (PresserKeywords *self);
gboolean         presser_keywords_is_empty (const PresserKeywords *self);
/* Ids of the topics whose keywords stand in the text, and beside each the words that did. */
char **presser_keywords_match (PresserKeywords *self,
                               const char      *text,
                               gsize            n_bytes,
                               char          ***words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserKeywords, presser_keywords_free)

G_END_DECLS
