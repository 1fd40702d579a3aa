/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PresserParagraphKind:
 * @PRESSER_PARAGRAPH_BODY: running prose, TEI `p`
 * @PRESSER_PARAGRAPH_HEADING: a heading, TEI `head`
 * @PRESSER_PARAGRAPH_SPEECH: one paragraph of a speaker's turn, TEI `seg` in `u`, or a line of `sp`
 * @PRESSER_PARAGRAPH_LABEL: the printed label in front of a turn, TEI `note type="speaker"` or `speaker`
 * @PRESSER_PARAGRAPH_DATELINE: day, hour and place, TEI `dateline`
 * @PRESSER_PARAGRAPH_BYLINE: whose report it is, TEI `byline`
 * @PRESSER_PARAGRAPH_STAGE: laughter, applause and the like, TEI `kinesic`, `vocal`, `incident`, `stage`
 * @PRESSER_PARAGRAPH_NOTE: matter that is neither speech nor report: sources, page furniture, clock lines, TEI `note`
 *
 * What a paragraph is.
 */
typedef enum
{
  PRESSER_PARAGRAPH_BODY,
  PRESSER_PARAGRAPH_HEADING,
  PRESSER_PARAGRAPH_SPEECH,
  PRESSER_PARAGRAPH_LABEL,
  PRESSER_PARAGRAPH_DATELINE,
  PRESSER_PARAGRAPH_BYLINE,
  PRESSER_PARAGRAPH_STAGE,
  PRESSER_PARAGRAPH_NOTE,
} PresserParagraphKind;

#define PRESSER_TIME_UNKNOWN (-1)

/* Immutable. Where a paragraph lies in the text is the document's knowledge, not its own. */
#define PRESSER_TYPE_PARAGRAPH (presser_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (PresserParagraph, presser_paragraph, PRESSER, PARAGRAPH, GObject)

PresserParagraph    *presser_paragraph_new (PresserParagraphKind kind);
PresserParagraphKind presser_paragraph_get_kind (PresserParagraph *self);
/* The file's own id of the element, or NULL. */
const char *presser_paragraph_get_id (PresserParagraph *self);
/* Paragraphs of one turn share this id (of the `u` or `sp`); NULL outside turns. */
const char *presser_paragraph_get_turn (PresserParagraph *self);
const char *presser_paragraph_get_speaker (PresserParagraph *self);
/* The turn that this one answers, or NULL. */
const char *presser_paragraph_get_question (PresserParagraph *self);
const char *presser_paragraph_get_language (PresserParagraph *self);
/* Milliseconds from the start of the recording, or PRESSER_TIME_UNKNOWN. */
gint64 presser_paragraph_get_start_time (PresserParagraph *self);
gint64 presser_paragraph_get_end_time (PresserParagraph *self);

PresserParagraph *presser_paragraph_with_kind (PresserParagraph    *self,
                                               PresserParagraphKind kind);
PresserParagraph *presser_paragraph_with_id (PresserParagraph *self,
                                             const char       *id);
PresserParagraph *presser_paragraph_with_turn (PresserParagraph *self,
                                               const char       *turn_id,
                                               const char       *speaker_id);
PresserParagraph *presser_paragraph_with_question (PresserParagraph *self,
                                                   const char       *turn_id);
PresserParagraph *presser_paragraph_with_language (PresserParagraph *self,
                                                   const char       *language);
PresserParagraph *presser_paragraph_with_times (PresserParagraph *self,
                                                gint64            start_time,
                                                gint64            end_time);

G_END_DECLS
