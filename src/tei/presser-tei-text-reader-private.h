/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"
#include "presser-tei-timeline-private.h"

G_BEGIN_DECLS

/* What the files that read the text tell each other. */

typedef enum
{
  PRESSER_TEI_ROLE_INLINE,
  PRESSER_TEI_ROLE_CONTAINER,
  PRESSER_TEI_ROLE_BLOCK,
} PresserTeiRole;

typedef struct
{
  guint32        element;
  PresserTeiRole role;
  guint          n_lines;    /* when it began */
  guint32        outer_turn; /* to come back to */
  guint          part;       /* of a `said`, else G_MAXUINT */
} PresserTeiFrame;

typedef struct
{
  PresserTeiReading  *reading;
  PresserTeiSource   *source;
  PresserTeiTimeline *timeline;
  GString            *text;
  guint               n_characters;
  GArray             *frames;  /* of PresserTeiFrame, innermost last */
  GArray             *waiting; /* of guint: parts that are open and have no character yet */
  guint               n_blocks;
  guint32             turn;
  PresserParagraph   *turn_paragraph; /* what the paragraphs of this turn have in common, or NULL */
  guint32             boundary;       /* end of the last tag of a block */
  gboolean            in_line;
  gboolean            blank_waits;
  gboolean            blank_is_tag; /* of a line break */
  guint32             blank_start;
  guint32             blank_end;
  gboolean            uses_join;      /* words say whether they touch */
  gboolean            has_word;       /* a character came since a word began */
  gboolean            is_behind_word; /* nothing but white space came since */
  gboolean            is_glued;       /* the next character touches the last */
  gboolean            gap_waits;      /* a blank that only @join tells of */
  guint32             gap_place;
  gsize               n_expanded; /* bytes that entities stood for */
} PresserTeiTextReader;

static inline PresserTeiLine *
presser_tei_text_reader_get_line (PresserTeiTextReader *self)
{
  GArray *lines = self->reading->lines;

  return &g_array_index (lines, PresserTeiLine, lines->len - 1);
}

/* presser-tei-text-reader.c */
void    presser_tei_text_reader_begin_line (PresserTeiTextReader *self,
                                            guint32               owner);
guint32 presser_tei_text_reader_find_owner (PresserTeiTextReader *self);

/* presser-tei-run-reader.c */
void     presser_tei_text_reader_add_segment (PresserTeiTextReader *self,
                                              guint32               start,
                                              guint32               end,
                                              guint                 n_characters,
                                              PresserTeiSegmentKind kind);
void     presser_tei_text_reader_read_run (PresserTeiTextReader *self,
                                           guint32               start,
                                           guint32               end,
                                           gboolean              is_cdata);
void     presser_tei_text_reader_read_break (PresserTeiTextReader *self,
                                             guint32               element);
void     presser_tei_text_reader_begin_word (PresserTeiTextReader *self,
                                             guint32               element);
void     presser_tei_text_reader_end_word (PresserTeiTextReader *self,
                                           guint32               element);
gboolean presser_tei_text_reader_find_join (PresserTeiTextReader *self);

/* Whether entities stood for more than can be meant. */
gboolean presser_tei_text_reader_is_bomb (PresserTeiTextReader *self);

/* presser-tei-aside-reader.c */
void presser_tei_text_reader_read_aside (PresserTeiTextReader *self,
                                         guint32               element);

G_END_DECLS
