/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-row.h"

G_BEGIN_DECLS

/* An export under way, as a format sees it: it asks for one document after the other and hands on what it wrote, so
 * that no more than one of them is held. */

/* The next document as it may be shown, borrowed until the next call; NULL after the last one or a failure. */
PresserExportView *presser_export_job_next (PresserExportJob *self);
/* Of the document that next() gave, counted from 1; afterwards how many there were. */
guint                       presser_export_job_get_number (PresserExportJob *self);
const PresserExportOptions *presser_export_job_get_options (PresserExportJob *self);
/* The bits of the columns that were chosen. */
guint32 presser_export_options_get_columns (const PresserExportOptions *options);
/* How many of the statements so far have a gap. */
guint presser_export_job_get_n_gapped (PresserExportJob *self);

/* Hands on what is written: of the one file, or of the file of that name. Empties @text. */
void presser_export_job_put (PresserExportJob *self,
                             const char       *name,
                             GString          *text);
void presser_export_job_put_bytes (PresserExportJob *self,
                                   const char       *name,
                                   GBytes           *bytes);
/* The last word of a format: FALSE if something could not be handed on. */
gboolean presser_export_job_finish (PresserExportJob *self,
                                    GError          **error);

/* (transfer full): a translated sentence on what the format cannot carry. */
void presser_export_job_lose (PresserExportJob *self,
                              char             *sentence);
/* A plain sentence that always holds. */
void presser_export_job_lose_always (PresserExportJob *self,
                                     const char       *sentence);
/* For formats that hold the whole text: what of this document is blacked out, and what is not. */
void presser_export_job_report_withheld (PresserExportJob *self);

G_END_DECLS
