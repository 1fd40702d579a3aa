/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-row.h"

G_BEGIN_DECLS

/* Statements under a heading. */
typedef struct
{
  char      *heading; /* NULL: no heading is needed */
  GPtrArray *rows;    /* of PresserExportRow, borrowed */
} PresserExportGroup;

/* In the order of their first statements, or of the list of topics; those of nobody or nothing last. A statement stands
 * under each of its topics. GPtrArray of PresserExportGroup, none of them empty. */
GPtrArray *presser_export_groups_new (PresserExportView *view,
                                      GPtrArray         *rows,
                                      PresserGrouping    grouping);
/* The same in a row, each statement once: GPtrArray of PresserExportRow, borrowed from @rows. */
GPtrArray *presser_export_sort_rows (PresserExportView *view,
                                     GPtrArray         *rows,
                                     PresserGrouping    grouping);

G_END_DECLS
