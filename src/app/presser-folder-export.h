/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* All transcripts of a folder into one file, or one folder of files. */

typedef void (*PresserFolderProgress) (guint       n_read,
                                       guint       n_files,
                                       const char *name,
                                       gpointer    data);

/**
 * PresserFolderOrder:
 * @folder: where the transcripts are
 * @target: what to write; it may go if it is there. Of a format of several files a folder, which must not be there
 * @exporter: the format
 * @statuses: which statements
 * @query: (nullable): in the filter language
 * @progress: (nullable): called in the caller's thread before each file
 * @progress_data: for @progress
 */
typedef struct
{
  GFile                 *folder;
  GFile                 *target;
  const PresserExporter *exporter;
  PresserExportStatuses  statuses;
  const char            *query;
  PresserFolderProgress  progress;
  gpointer               progress_data;
} PresserFolderOrder;

/* What came of it. */
typedef struct
{
  guint      n_documents;
  guint      n_statements;
  GPtrArray *bad;     /* of char *: a sentence for each file that could not be read */
  GPtrArray *remarks; /* of char *: what was held back or lost */
} PresserFolderOutcome;

void                  presser_folder_export_async (const PresserFolderOrder *order,
                                                   GCancellable             *cancellable,
                                                   GAsyncReadyCallback       callback,
                                                   gpointer                  user_data);
PresserFolderOutcome *presser_folder_export_finish (GAsyncResult *result,
                                                    GError      **error);
void                  presser_folder_outcome_free (PresserFolderOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserFolderOutcome, presser_folder_outcome_free)

G_END_DECLS
