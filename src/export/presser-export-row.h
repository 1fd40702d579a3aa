/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-column.h"
#include "presser-export-view.h"

G_BEGIN_DECLS

/* A set of columns, as those of before, after and question cost more than all others. */
#define PRESSER_COLUMN_BIT(column) (1u << (column))
#define PRESSER_ALL_COLUMNS        (PRESSER_COLUMN_BIT (PRESSER_N_COLUMNS) - 1)
#define PRESSER_PLAIN_COLUMNS                                                                 \
  (PRESSER_ALL_COLUMNS                                                                        \
   & ~(PRESSER_COLUMN_BIT (PRESSER_COLUMN_BEFORE) | PRESSER_COLUMN_BIT (PRESSER_COLUMN_AFTER) \
       | PRESSER_COLUMN_BIT (PRESSER_COLUMN_QUESTION)))
/* With the columns: for people to read, so that a quote shows where words were left out. */
#define PRESSER_ROWS_FOR_READING (1u << 31)
/* What cannot be borrowed from the document. */
#define PRESSER_ROW_OWNED 12

/* Everything that a table says of one statement. */
typedef struct
{
  PresserStatement   *statement;                /* borrowed from the view */
  PresserExportCredit credit;                   /* borrowed from the document */
  guint               paragraph;                /* counted from 1 */
  gint64              start_time;               /* milliseconds or PRESSER_TIME_UNKNOWN */
  gint64              end_time;                 /* likewise */
  const char         *cells[PRESSER_N_COLUMNS]; /* NULL for what is not known or was not asked for */
  char               *owned[PRESSER_ROW_OWNED]; /* what some of the cells point at */
  guint               n_owned;
  char               *question; /* GRefString, or NULL */
} PresserExportRow;

void presser_export_row_free (PresserExportRow *self);

/* One statement after the other, so that a long table need not be held. */
typedef struct _PresserExportRows PresserExportRows;

/* @columns: the set of those whose cells are wanted. */
PresserExportRows *presser_export_rows_begin (PresserExportView *view,
                                              guint32            columns);
/* The next row, to be freed by the caller; NULL after the last. Not longer than the view. */
PresserExportRow *presser_export_rows_next (PresserExportRows *self);
void              presser_export_rows_end (PresserExportRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportRows, presser_export_rows_end)

/* All of them: GPtrArray of PresserExportRow. */
GPtrArray *presser_export_rows_new (PresserExportView *view,
                                    guint32            columns);

/* “0:01:02.500”; NULL for an unknown time. */
char *presser_export_dup_clock (gint64 milliseconds);
/* “2026-03-14T12:30:00Z”; NULL for 0. */
char *presser_export_dup_moment (gint64 seconds);
/* ISO 8601 where known, else as printed; borrowed or NULL. */
const char *presser_export_get_date (PresserExportView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportRow, presser_export_row_free)

G_END_DECLS
