/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_CERTAINTY_GUESS,
  PRESSER_CERTAINTY_LIKELY,
  PRESSER_CERTAINTY_SURE,
} PresserCertainty;

/**
 * PresserProposal:
 * @range: what was said, without quotation marks, in code points
 * @gap: what inside @range is the reporter's: “, he said, ” between the marks; empty for nothing
 * @kind: direct or indirect
 * @is_partial: words quoted inside somebody else's sentence
 * @mention: the words that say who spoke, in code points; empty if none do
 * @speaker_id: id of the document's speaker, or %NULL
 * @speaker_name: the speaker's name, or the words of the mention, or %NULL if nobody is known
 * @speaker_role: title or role before the name in the text, or %NULL
 * @is_named: %FALSE if @speaker_name is a pronoun or a description that no name was found for
 * @topics: ids of the topics whose keywords it holds, ended by %NULL
 * @topic_words: for each of them the words that matched, as the text has them
 * @certainty: how sure it is
 * @rule: how the speaker was found; stable, for statistics
 * @reason: a translated line that tells why
 *
 * Something that somebody said, for the journalist to accept. Immutable once made.
 */
typedef struct
{
  PresserRange     range;
  PresserRange     gap;
  PresserKind      kind;
  gboolean         is_partial;
  PresserRange     mention;
  char            *speaker_id;
  char            *speaker_name;
  char            *speaker_role;
  gboolean         is_named;
  char           **topics;
  char           **topic_words;
  PresserCertainty certainty;
  guint            rule;
  char            *reason;
} PresserProposal;

/* What was said: one range, or two if there is a gap. */
guint       presser_proposal_get_ranges (const PresserProposal *proposal,
                                         PresserRange           ranges[2]);
void        presser_proposal_free (PresserProposal *proposal);
const char *presser_certainty_get_label (PresserCertainty certainty);
/* As TEI's cert: low, medium, high. */
const char *presser_certainty_to_string (PresserCertainty certainty);

/**
 * PresserSuggestOptions:
 * @language: (nullable): BCP 47 tag, or %NULL for the document's, or else what the text looks like
 * @without_quotations: leave out what stands between quotation marks
 * @with_partial: also quotations of a few words inside a sentence
 * @with_indirect: also statements in the reporter's words
 * @with_turns: also sentences of a speaker's turn that hold a topic's keyword, or all of them if no topic has one
 * @with_all_turns: also every sentence of a speaker's turn
 * @progress: (nullable): gets how far the work is, in thousandths, to be read by g_atomic_int_get()
 *
 * What to look for. All fields may be zero.
 */
typedef struct
{
  const char *language;
  gboolean    without_quotations;
  gboolean    with_partial;
  gboolean    with_indirect;
  gboolean    with_turns;
  gboolean    with_all_turns;
  int        *progress;
} PresserSuggestOptions;

/* What suggesting needs of a document, copied, so that it can run in a thread while the document is edited. */
typedef struct _PresserSuggestSource PresserSuggestSource;

PresserSuggestSource *presser_suggest_source_new (PresserDocument *document);
PresserSuggestSource *presser_suggest_source_new_from_text (const char *text,
                                                            const char *language);
void                  presser_suggest_source_free (PresserSuggestSource *self);

/* GPtrArray of PresserProposal in text order. */
GPtrArray *presser_suggest_run (PresserSuggestSource        *source,
                                const PresserSuggestOptions *options,
                                GCancellable                *cancellable,
                                GError                     **error);
GPtrArray *presser_suggest (PresserDocument             *document,
                            const PresserSuggestOptions *options,
                            GCancellable                *cancellable,
                            GError                     **error);

/* The languages that tables are there for. */
const char *const *presser_suggest_get_languages (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserProposal, presser_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserSuggestSource, presser_suggest_source_free)

G_END_DECLS
