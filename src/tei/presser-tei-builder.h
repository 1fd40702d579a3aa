/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-metadata.h"
#include "presser-paragraph.h"

G_BEGIN_DECLS

/* What importers write TEI with: paragraphs one after the other, speakers as they are met. It makes
 * the header, the ids, divisions, turns, the timeline and valid nesting; the importer only says what
 * the source says. Text given is cleaned of what XML cannot hold (each such character becomes U+FFFD). */
#define PRESSER_TYPE_TEI_BUILDER (presser_tei_builder_get_type ())
G_DECLARE_FINAL_TYPE (PresserTeiBuilder, presser_tei_builder, PRESSER, TEI_BUILDER, GObject)

PresserTeiBuilder *presser_tei_builder_new (void);

void presser_tei_builder_set_metadata (PresserTeiBuilder *self,
                                       PresserMetadata   *metadata);
/* The day of the import, ISO 8601, for the history of the file. */
void presser_tei_builder_set_imported (PresserTeiBuilder *self,
                                       const char        *day);
/* One line for the header on something that was normalised or left out. */
void presser_tei_builder_add_remark (PresserTeiBuilder *self,
                                     const char        *remark);
/* Declares a speaker and gives the id (borrowed); the same name twice is the same speaker.
 * @is_unnamed: a description that stands for many (“Reporter”). */
const char *presser_tei_builder_add_speaker (PresserTeiBuilder *self,
                                             const char        *name,
                                             const char        *role,
                                             gboolean           is_unnamed);
/* Another printed form of the name of the speaker with that id. */
void presser_tei_builder_add_alias (PresserTeiBuilder *self,
                                    const char        *speaker_id,
                                    const char        *alias);
/* Everything until the next begin or end is one turn; @label is the printed label or NULL; times in
 * milliseconds or PRESSER_TIME_UNKNOWN. */
void presser_tei_builder_begin_turn (PresserTeiBuilder *self,
                                     const char        *speaker_id,
                                     const char        *label,
                                     gint64             start_time,
                                     gint64             end_time);
/* Number of the turn that was begun last, from 1. */
guint presser_tei_builder_get_turn (PresserTeiBuilder *self);
/* The turn just begun answers the turn of that number. */
void presser_tei_builder_set_question (PresserTeiBuilder *self,
                                       guint              turn);
void presser_tei_builder_end_turn (PresserTeiBuilder *self);
/* Inside a turn PRESSER_PARAGRAPH_BODY becomes speech. Text without line ends (they become spaces). */
void presser_tei_builder_add_paragraph (PresserTeiBuilder   *self,
                                        PresserParagraphKind kind,
                                        const char          *text,
                                        gssize               n_bytes);
/* A moment of the recording in front of a byte of the text. */
typedef struct
{
  gsize  offset;
  gint64 time; /* milliseconds */
} PresserTeiAnchor;

/* The same, with the times at which words are said, in the order of the text. */
void presser_tei_builder_add_timed_paragraph (PresserTeiBuilder      *self,
                                              PresserParagraphKind    kind,
                                              const char             *text,
                                              gssize                  n_bytes,
                                              const PresserTeiAnchor *anchors,
                                              guint                   n_anchors);
/* UTF-8, LF line ends. May be called once. */
GBytes *presser_tei_builder_finish (PresserTeiBuilder *self);

G_END_DECLS
