/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-import-report.h"

G_BEGIN_DECLS

/* How the steps of an import fill its report. All strings are copied. */

PresserImportReport *presser_import_report_new (void);
/* @formats: (transfer full) (element-type PresserImporter): all that could read it, surest first. */
void presser_import_report_set_format (PresserImportReport   *self,
                                       const PresserImporter *format,
                                       int                    score,
                                       GPtrArray             *formats);
/* @encodings: (transfer full): that make sense, the one used first. */
void presser_import_report_set_encoding (PresserImportReport *self,
                                         const char          *encoding,
                                         gboolean             is_certain,
                                         char               **encodings);
void presser_import_report_take_speaker (PresserImportReport  *self,
                                         PresserImportSpeaker *speaker);
void presser_import_report_take_candidate (PresserImportReport  *self,
                                           PresserImportSpeaker *candidate);
void presser_import_report_set_n_turns (PresserImportReport *self,
                                        guint                n_turns);
void presser_import_report_add_remark (PresserImportReport *self,
                                       const char          *remark);
void presser_import_report_set_metadata (PresserImportReport *self,
                                         PresserMetadata     *metadata);
/* @heads: (transfer full): what names the columns. @columns: place of each #PresserImportColumn, or -1. */
void presser_import_report_set_columns (PresserImportReport *self,
                                        char               **heads,
                                        const int           *columns,
                                        gboolean             are_certain);

typedef struct
{
  const char *name;
  const char *role;
  gboolean    is_unnamed;
  gboolean    is_certain;
  GPtrArray  *labels; /* of utf8 */
  guint       n_turns;
  const char *sample;
  const char *proposed;
} PresserImportSpeakerFields;

PresserImportSpeaker *presser_import_speaker_new (const PresserImportSpeakerFields *fields);

G_END_DECLS
