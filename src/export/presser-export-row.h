/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-view.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_COLUMN_ID,
  PRESSER_COLUMN_DOCUMENT,
  PRESSER_COLUMN_TITLE,
  PRESSER_COLUMN_DATE,
  PRESSER_COLUMN_PLACE,
  PRESSER_COLUMN_SOURCE,
  PRESSER_COLUMN_SPEAKER,
  PRESSER_COLUMN_ROLE,
  PRESSER_COLUMN_AFFILIATION,
  PRESSER_COLUMN_TOPICS,
  PRESSER_COLUMN_KIND,
  PRESSER_COLUMN_GROUND_RULE,
  PRESSER_COLUMN_STATUS,
  PRESSER_COLUMN_CERTAINTY,
  PRESSER_COLUMN_QUOTE,
  PRESSER_COLUMN_BEFORE,
  PRESSER_COLUMN_AFTER,
  PRESSER_COLUMN_QUESTION,
  PRESSER_COLUMN_NOTE,
  PRESSER_COLUMN_PARAGRAPH,
  PRESSER_COLUMN_START,
  PRESSER_COLUMN_END,
  PRESSER_COLUMN_START_TIME,
  PRESSER_COLUMN_END_TIME,
  PRESSER_COLUMN_ANNOTATOR,
  PRESSER_COLUMN_MADE,
  PRESSER_COLUMN_CHANGED,
  PRESSER_N_COLUMNS,
} PresserColumn;

typedef enum
{
  PRESSER_COLUMN_IS_TEXT,
  PRESSER_COLUMN_IS_NUMBER,
  PRESSER_COLUMN_IS_MOMENT, /* ISO 8601, UTC */
} PresserColumnType;

/* The stable, untranslated name in a table's first line. */
const char       *presser_column_get_name (PresserColumn column);
PresserColumnType presser_column_get_type_of (PresserColumn column);

/* Everything that a table says of one statement. */
typedef struct
{
  PresserStatement   *statement;                /* borrowed from the view */
  PresserExportCredit credit;                   /* borrowed from the document */
  guint               paragraph;                /* counted from 1 */
  gint64              start_time;               /* milliseconds or PRESSER_TIME_UNKNOWN */
  gint64              end_time;                 /* likewise */
  char               *cells[PRESSER_N_COLUMNS]; /* owned; NULL for what is not known */
} PresserExportRow;

void presser_export_row_free (PresserExportRow *self);

/* One row a statement of the view, in its order: GPtrArray of PresserExportRow. Not longer than the view. */
GPtrArray *presser_export_rows_new (PresserExportView *view);

/* How many statements of all sources have more than one part. */
guint presser_export_count_gapped (const PresserExportSource *sources,
                                   guint                      n_sources);
/* “0:01:02.500”; NULL for an unknown time. */
char *presser_export_dup_clock (gint64 milliseconds);
/* “2026-03-14T12:30:00Z”; NULL for 0. */
char *presser_export_dup_moment (gint64 seconds);
/* ISO 8601 where known, else as printed; borrowed or NULL. */
const char *presser_export_get_date (PresserExportView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportRow, presser_export_row_free)

G_END_DECLS
