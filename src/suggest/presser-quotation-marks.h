/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cue-table.h"

G_BEGIN_DECLS

/**
 * PresserQuotation:
 * @start: the opening mark, or where a speech from the paragraph before goes on
 * @end: one past the closing mark
 * @content_start: without mark and the blank behind it
 * @content_end: without mark and the blank before it
 * @is_closed: FALSE if the paragraph ended first
 * @is_continued: TRUE if it goes on from the paragraph before
 * @is_dialogue: TRUE if a dash at the line's start opened it
 *
 * A quoted stretch of one paragraph; bytes from the start of the paragraph.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 content_start;
  guint32 content_end;
  guint   is_closed : 1;
  guint   is_continued : 1;
  guint   is_dialogue : 1;
} PresserQuotation;

/* Finds quotations paragraph by paragraph; what was left open in one is known in the next. */
typedef struct
{
  const PresserCueTable *table;
  gunichar               open;        /* the mark that the paragraph before left open, or 0 */
  guint                  n_open;      /* paragraphs since then */
  gboolean               has_singles; /* single marks are outer marks in this document */
  gboolean               was_dialogue;
} PresserMarkReader;

void presser_mark_reader_read (PresserMarkReader *self,
                               const char        *utf8,
                               gsize              n_bytes,
                               GArray            *quotations);
/* A heading, a label or a turn ends whatever is open. */
void presser_mark_reader_reset (PresserMarkReader *self);

gboolean presser_mark_reader_needs_singles (const char *utf8,
                                            gsize       n_bytes);
gboolean presser_mark_is_mark (gunichar c);

G_END_DECLS
