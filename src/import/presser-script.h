/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-import-report-private.h"
#include "presser-import.h"
#include "presser-metadata.h"
#include "presser-paragraph.h"

G_BEGIN_DECLS

/* What every importer fills: the lines of a transcript with what its format says about them. From there on one
 * engine finds labels, paragraphs, headings and notes for all formats, and writes TEI. */

/**
 * PresserLineFlags:
 * @PRESSER_LINE_PARAGRAPH: a paragraph begins here
 * @PRESSER_LINE_RULE: stands under a dividing line
 * @PRESSER_LINE_FIXED: what it is was said by the format, not guessed: nothing below may change @kind
 * @PRESSER_LINE_TURN: a turn begins here
 * @PRESSER_LINE_QUESTION: this turn is a question
 * @PRESSER_LINE_END: what came before is over; this is no longer speech
 */
typedef enum
{
  PRESSER_LINE_PARAGRAPH = 1 << 0,
  PRESSER_LINE_RULE = 1 << 1,
  PRESSER_LINE_FIXED = 1 << 2,
  PRESSER_LINE_TURN = 1 << 3,
  PRESSER_LINE_QUESTION = 1 << 4,
  PRESSER_LINE_END = 1 << 5,
} PresserLineFlags;

#define PRESSER_NO_LABEL G_MAXUINT32

/* Kept small: a file may have millions. Times are milliseconds; all lengths are bytes. */
typedef struct
{
  guint32 start;  /* in the text of the script */
  guint32 length; /* without blanks at both ends */
  guint32 skip;   /* of these, in front of what was said: label and time stamp */
  guint32 label;  /* place in labels, or PRESSER_NO_LABEL */
  gint32  start_time;
  gint32  end_time;
  guint16 emphasis; /* the first so many bytes are bold */
  guint8  flags;    /* PresserLineFlags */
  guint8  kind;     /* PresserParagraphKind */
} PresserLine;

typedef struct _PresserScript PresserScript;

PresserScript *presser_script_new (void);
void           presser_script_free (PresserScript *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserScript, presser_script_free)

/* The whole of a plain text, split at its lines; takes @text. */
void presser_script_take_text (PresserScript *self,
                               char          *text,
                               gsize          length);
/* One line after the other, for formats that know more. Valid until the next call; blanks at the ends are cut off,
 * an empty line gives NULL. */
PresserLine *presser_script_add_line (PresserScript *self,
                                      const char    *text,
                                      gssize         n_bytes,
                                      guint          flags);
/* A line that begins a turn because the format says so. @label: (nullable): who, NULL for somebody unknown. */
PresserLine *presser_script_add_turn (PresserScript *self,
                                      const char    *label,
                                      const char    *text,
                                      gssize         n_bytes);
/* When a word of a line is said. Lines and words in their order. @place: byte of the script's text. */
void presser_script_add_moment (PresserScript *self,
                                guint32        place,
                                gint32         time);
/* The format knows where paragraphs begin: every other line belongs to the one before. */
void presser_script_set_wrapped (PresserScript *self,
                                 gboolean       is_wrapped);
/* The lines are captions: sentences run over them, and every line has its time. */
void presser_script_set_captions (PresserScript *self,
                                  gboolean       are_captions);
/* What the source itself says about the document; the first to set a field wins. */
void presser_script_set_metadata (PresserScript       *self,
                                  PresserMetadataField field,
                                  const char          *value);
void presser_script_add_remark (PresserScript *self,
                                const char    *remark);

gboolean presser_script_is_empty (PresserScript *self);

/* Finds turns, paragraphs and matter, and writes TEI. @metadata: what is known from outside, which wins. */
GBytes *presser_script_finish (PresserScript              *self,
                               PresserMetadata            *metadata,
                               const PresserImportOptions *options,
                               PresserImportReport        *report);

G_END_DECLS
