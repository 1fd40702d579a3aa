/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* What pictures of a document show: whose words it holds, where its topics come up, who speaks on what. Read through
 * the ground rules, for a picture leaves the house like any export: what is off the record or under embargo is not
 * counted, and who spoke on background is not named. Suggestions do not count. A snapshot; it follows nothing. */
typedef struct _PresserOverview PresserOverview;

/**
 * PresserOverviewVoice:
 * @name: (nullable): who may be said to have spoken; %NULL for nobody known
 * @speaker_id: (nullable): whose words they are, where that may be known
 * @is_background: whether @name is a description in place of a name
 * @n_turns: turns at speech
 * @n_words: words spoken in them
 * @n_statements: statements
 * @n_tagged_words: words in those, each counted once
 *
 * One who is heard.
 */
typedef struct
{
  char    *name;
  char    *speaker_id;
  gboolean is_background;
  guint    n_turns;
  guint    n_words;
  guint    n_statements;
  guint    n_tagged_words;
} PresserOverviewVoice;

/**
 * PresserOverviewPlace:
 * @statement: (transfer none): a statement
 * @voice: whose it is: an index among the voices
 * @range: from its first character to its last, in code points
 *
 * Where a topic comes up.
 */
typedef struct
{
  PresserStatement *statement;
  guint             voice;
  PresserRange      range;
} PresserOverviewPlace;

/**
 * PresserOverviewTopic:
 * @topic: (transfer none): a topic
 * @depth: how many topics it lies below
 * @places: (element-type PresserOverviewPlace): statements on it or on a topic below it, in text order
 *
 * A topic along the text.
 */
typedef struct
{
  PresserTopic *topic;
  guint         depth;
  GArray       *places;
} PresserOverviewTopic;

/**
 * PresserOverviewExchange:
 * @question: index of the first paragraph of a question
 * @answer: index of the first paragraph of the turn that answers it first, %G_MAXUINT if none does
 * @n_statements: statements in all turns that answer it
 *
 * A question and what came of it.
 */
typedef struct
{
  guint question;
  guint answer;
  guint n_statements;
} PresserOverviewExchange;

PresserOverview *presser_overview_new (PresserDocument *document,
                                       GListModel      *statements);
void             presser_overview_free (PresserOverview *self);

/* Those who speak first, by the number of their words, then descriptions, then nobody known. */
guint                       presser_overview_get_n_voices (PresserOverview *self);
const PresserOverviewVoice *presser_overview_get_voice (PresserOverview *self,
                                                        guint            index);
/* All topics, each before those below it, in the order of the journalist's list. */
guint                       presser_overview_get_n_topics (PresserOverview *self);
const PresserOverviewTopic *presser_overview_get_topic (PresserOverview *self,
                                                        guint            index);
/* How many statements of a voice are on a topic or on one below it. */
guint presser_overview_count (PresserOverview *self,
                              guint            voice,
                              guint            topic);
/* Questions in text order: the turns that the file says were answered, and what else reporters without a name asked. */
guint                          presser_overview_get_n_exchanges (PresserOverview *self);
const PresserOverviewExchange *presser_overview_get_exchange (PresserOverview *self,
                                                              guint            index);
/* How many statements the ground rules keep out of the picture. */
guint presser_overview_get_n_withheld (PresserOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserOverview, presser_overview_free)

G_END_DECLS
