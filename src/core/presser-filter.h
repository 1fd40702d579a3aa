/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* The small query language of the window, the command line and the exports:
 *
 *   speaker:lavrov topic:cis status:verified "sovereignty" -kind:indirect
 *
 * Terms are joined by “and”; `-` in front negates; the same field twice means either. Fields:
 * speaker, topic, status, kind, rule, note, annotator, certainty, id, is:untagged, is:unattributed;
 * a value with blanks stands in straight quotes. A speaker or topic matches by id, name, alias or a
 * part of a word of it, case and accents folded; a topic matches its sub-topics. Anything else is text
 * that the quote must hold. An empty query matches all. */
typedef struct _PresserFilter PresserFilter;

PresserFilter *presser_filter_new (const char *query,
                                   GError    **error);
void           presser_filter_free (PresserFilter *self);
gboolean       presser_filter_matches (PresserFilter    *self,
                                       PresserDocument  *document,
                                       PresserStatement *statement);
/* Those that match, in text order: GPtrArray of PresserStatement. */
GPtrArray *presser_filter_dup_matches (PresserFilter   *self,
                                       PresserDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserFilter, presser_filter_free)

G_END_DECLS
