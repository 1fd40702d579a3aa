/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-column.h"
#include "presser-export-view.h"

G_BEGIN_DECLS

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

/* “0:01:02.500”; NULL for an unknown time. */
char *presser_export_dup_clock (gint64 milliseconds);
/* “2026-03-14T12:30:00Z”; NULL for 0. */
char *presser_export_dup_moment (gint64 seconds);
/* ISO 8601 where known, else as printed; borrowed or NULL. */
const char *presser_export_get_date (PresserExportView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportRow, presser_export_row_free)

G_END_DECLS
