/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-annotator.h"
#include "presser-aside.h"
#include "presser-history.h"
#include "presser-metadata.h"
#include "presser-paragraph.h"
#include "presser-range.h"
#include "presser-speaker.h"
#include "presser-statement.h"
#include "presser-text.h"
#include "presser-topic.h"

G_BEGIN_DECLS

/* What a document is, and the only place where it is changed. Every function that changes
 * something is one undoable step, or part of the group that is open (presser_history_begin()).
 *
 * Signals:
 * - text-changed (guint start, guint n_removed, guint n_added): code points; emitted after text,
 *   paragraphs and the places of all statements are as they will be.
 * - paragraphs-changed (guint first, guint n_removed, guint n_added): also when only a turn's speaker changed.
 * Properties, read-only and notified: metadata.
 * The lists announce their own changes by items-changed. */
#define PRESSER_TYPE_DOCUMENT (presser_document_get_type ())
G_DECLARE_FINAL_TYPE (PresserDocument, presser_document, PRESSER, DOCUMENT, GObject)

/* Plain text, every line a paragraph of running prose. */
PresserDocument *presser_document_new (const char *text);
/* One PresserParagraph a line of @text, in order: GPtrArray of PresserParagraph. */
PresserDocument *presser_document_new_with_paragraphs (PresserText *text,
                                                       GPtrArray   *paragraphs);

PresserHistory *presser_document_get_history (PresserDocument *self);
PresserText    *presser_document_get_text (PresserDocument *self);
guint           presser_document_get_n_words (PresserDocument *self);
/* Words of a part of the text. */
guint presser_document_count_words (PresserDocument *self,
                                    PresserRange     range);

/* Paragraphs: as many as lines of text. */
guint             presser_document_get_n_paragraphs (PresserDocument *self);
PresserParagraph *presser_document_get_paragraph (PresserDocument *self,
                                                  guint            index);
/* Without the line end. */
PresserRange presser_document_get_paragraph_range (PresserDocument *self,
                                                   guint            index);
/* The paragraph that holds a position, its end included. O(log n). */
guint presser_document_find_paragraph (PresserDocument *self,
                                       guint            position);
void  presser_document_replace_paragraph (PresserDocument  *self,
                                          guint             index,
                                          PresserParagraph *paragraph);

/* Notes, noises, gaps in the midst of speech: no part of the text. GPtrArrays of PresserAside, in text order. */
void       presser_document_set_asides (PresserDocument *self,
                                        GPtrArray       *asides);
GPtrArray *presser_document_dup_asides (PresserDocument *self,
                                        PresserRange     range);
gboolean   presser_document_has_asides (PresserDocument *self);

/* GListModels of PresserStatement (text order), PresserSpeaker, PresserTopic, PresserAnnotator; borrowed. */
GListModel *presser_document_get_statements (PresserDocument *self);
GListModel *presser_document_get_speakers (PresserDocument *self);
GListModel *presser_document_get_topics (PresserDocument *self);
GListModel *presser_document_get_annotators (PresserDocument *self);

/* Borrowed, or NULL. */
PresserStatement *presser_document_get_statement (PresserDocument *self,
                                                  const char      *id);
PresserSpeaker   *presser_document_get_speaker (PresserDocument *self,
                                                const char      *id);
PresserTopic     *presser_document_get_topic (PresserDocument *self,
                                              const char      *id);
PresserAnnotator *presser_document_get_annotator (PresserDocument *self,
                                                  const char      *id);
/* By name or alias, whatever the case; borrowed, or NULL. */
PresserSpeaker *presser_document_find_speaker (PresserDocument *self,
                                               const char      *name);
PresserTopic   *presser_document_find_topic (PresserDocument *self,
                                             const char      *label);
gboolean        presser_document_topic_is_within (PresserDocument *self,
                                                  const char      *topic_id,
                                                  const char      *ancestor_id);

/* Statements with a range that shares a character with @range (or, if that is empty, that hold its place),
 * in text order. GPtrArray of PresserStatement. O(log n + hits). */
GPtrArray *presser_document_dup_statements_touching (PresserDocument *self,
                                                     PresserRange     range);
/* Text of a statement in one line: one space between paragraphs and between ranges; labels, notes and stage
 * directions between the first and the last paragraph of a range are left out. */
char *presser_document_dup_quote (PresserDocument  *self,
                                  PresserStatement *statement);
/* Live counts, a topic's with those of its sub-topics; suggested ones don't count. */
guint presser_document_count_by_speaker (PresserDocument *self,
                                         const char      *speaker_id);
guint presser_document_count_by_topic (PresserDocument *self,
                                       const char      *topic_id);

/* Statements. An id that stands already is refused (critical); ranges are clipped to the text. */
void presser_document_add_statement (PresserDocument  *self,
                                     PresserStatement *statement);
void presser_document_remove_statement (PresserDocument  *self,
                                        PresserStatement *statement);
void presser_document_replace_statement (PresserDocument  *self,
                                         PresserStatement *old_statement,
                                         PresserStatement *new_statement);
/* Bulk: @out leaves, @in comes, one step; either may be NULL. GPtrArray of PresserStatement. */
void presser_document_swap_statements (PresserDocument *self,
                                       GPtrArray       *out,
                                       GPtrArray       *in);

/* Speakers, topics and annotators keep the journalist's order; position G_MAXUINT is the end. */
void presser_document_insert_speaker (PresserDocument *self,
                                      guint            position,
                                      PresserSpeaker  *speaker);
void presser_document_replace_speaker (PresserDocument *self,
                                       PresserSpeaker  *old_speaker,
                                       PresserSpeaker  *new_speaker);
void presser_document_move_speaker (PresserDocument *self,
                                    PresserSpeaker  *speaker,
                                    guint            position);
/* Statements and turns of the speaker are left with nobody. */
void presser_document_remove_speaker (PresserDocument *self,
                                      PresserSpeaker  *speaker);
/* Statements and turns go to @into, the name and aliases of @speaker become aliases of it. */
void presser_document_merge_speaker (PresserDocument *self,
                                     PresserSpeaker  *speaker,
                                     PresserSpeaker  *into);

/* @position is a place in the list; among topics with another parent it counts as the next one that fits. */
void presser_document_insert_topic (PresserDocument *self,
                                    guint            position,
                                    PresserTopic    *topic);
/* Many at once, at the end. GPtrArray of PresserTopic. */
void presser_document_add_topics (PresserDocument *self,
                                  GPtrArray       *topics);
void presser_document_replace_topic (PresserDocument *self,
                                     PresserTopic    *old_topic,
                                     PresserTopic    *new_topic);
/* With its sub-topics, to stand as child of @parent_id (NULL: top) before its sibling at @position. */
void presser_document_move_topic (PresserDocument *self,
                                  PresserTopic    *topic,
                                  const char      *parent_id,
                                  guint            position);
/* Sub-topics move up to the parent; statements lose the topic. */
void presser_document_remove_topic (PresserDocument *self,
                                    PresserTopic    *topic);
/* Statements and sub-topics go to @into, label and keywords of @topic become keywords of it. */
void presser_document_merge_topic (PresserDocument *self,
                                   PresserTopic    *topic,
                                   PresserTopic    *into);

void             presser_document_add_annotator (PresserDocument  *self,
                                                 PresserAnnotator *annotator);
void             presser_document_set_metadata (PresserDocument *self,
                                                PresserMetadata *metadata);
PresserMetadata *presser_document_get_metadata (PresserDocument *self);

/* Corrects the text. Statements follow: text put in before a statement or at its edges stays
 * outside, within it belongs to it, as does what takes the place of words that all were in it; a
 * statement whose text is all gone goes too (undo brings it back). A line end put in splits the
 * paragraph (the first part stays what it was, the others are copies without id), one taken out
 * joins two (the first stays). What is equal in old and new text is left alone. */
void presser_document_replace_text (PresserDocument *self,
                                    PresserRange     range,
                                    const char      *utf8);
/* Whose turn a range lies in: NULL outside turns, and where it touches turns of several speakers. */
const char *presser_document_find_turn_speaker (PresserDocument *self,
                                                PresserRange     range);
/* Gives a turn (all paragraphs with its id) to another speaker. */
void presser_document_set_turn_speaker (PresserDocument *self,
                                        const char      *turn_id,
                                        const char      *speaker_id);

/* Readable ids that never stood in this document: s1, s2 … for statements; p.lavrov and
 * t.south-caucasus from a name. An id taken from outside (the file's own xml:ids) is reserved first. */
void     presser_document_reserve_id (PresserDocument *self,
                                      const char      *id);
gboolean presser_document_has_id (PresserDocument *self,
                                  const char      *id);
char    *presser_document_make_statement_id (PresserDocument *self);
char    *presser_document_make_id (PresserDocument *self,
                                   const char      *prefix,
                                   const char      *name);

G_END_DECLS
