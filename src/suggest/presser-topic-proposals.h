/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-suggest.h"

G_BEGIN_DECLS

/**
 * PresserTopicProposal:
 * @label: the words, in the form that the text mostly has them in
 * @first: where they stand, in code points
 * @n_times: how often they stand in the text, inflected forms too
 * @n_paragraphs: in how many paragraphs
 *
 * A topic that a document could have. Immutable once made.
 */
typedef struct
{
  char        *label;
  PresserRange first;
  guint        n_times;
  guint        n_paragraphs;
} PresserTopicProposal;

void presser_topic_proposal_free (PresserTopicProposal *proposal);

/* GPtrArray of PresserTopicProposal, the best first. */
GPtrArray *presser_suggest_topics (PresserSuggestSource *source,
                                   const char           *language,
                                   guint                 n_most,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* Makes topics of them, each with its label for a keyword, as one undoable step. */
guint presser_suggest_add_topics (PresserDocument *document,
                                  GPtrArray       *proposals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTopicProposal, presser_topic_proposal_free)

G_END_DECLS
