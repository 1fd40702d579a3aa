/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-topic.h"

G_BEGIN_DECLS

/* Which topics a stretch of text is about, by their keywords: words, phrases, and “word*” for any ending.
 * Neither case nor accents count. */
typedef struct _PresserKeywords PresserKeywords;

PresserKeywords *presser_keywords_new (GPtrArray *topics);
void             presser_keywords_free (PresserKeywords *self);
gboolean         presser_keywords_is_empty (const PresserKeywords *self);
char           **presser_keywords_match (const PresserKeywords *self,
                                         const char            *text,
                                         gsize                  n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserKeywords, presser_keywords_free)

G_END_DECLS
