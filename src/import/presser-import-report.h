/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-metadata.h"

G_BEGIN_DECLS

typedef struct _PresserImporter PresserImporter;

/* One speaker that an import found, or a label that it did not take for one. Immutable. */
#define PRESSER_TYPE_IMPORT_SPEAKER (presser_import_speaker_get_type ())
G_DECLARE_FINAL_TYPE (PresserImportSpeaker, presser_import_speaker, PRESSER, IMPORT_SPEAKER, GObject)

const char        *presser_import_speaker_get_name (PresserImportSpeaker *self);
const char        *presser_import_speaker_get_role (PresserImportSpeaker *self);
gboolean           presser_import_speaker_is_unnamed (PresserImportSpeaker *self);
gboolean           presser_import_speaker_is_certain (PresserImportSpeaker *self);
const char *const *presser_import_speaker_get_labels (PresserImportSpeaker *self);
guint              presser_import_speaker_get_n_turns (PresserImportSpeaker *self);
const char        *presser_import_speaker_get_sample (PresserImportSpeaker *self);
const char        *presser_import_speaker_get_proposed (PresserImportSpeaker *self);

/* What an import found, and how sure it is. Immutable once the import is done; may be handed to another thread. */
#define PRESSER_TYPE_IMPORT_REPORT (presser_import_report_get_type ())
G_DECLARE_FINAL_TYPE (PresserImportReport, presser_import_report, PRESSER, IMPORT_REPORT, GObject)

const PresserImporter *presser_import_report_get_format (PresserImportReport *self);
int                    presser_import_report_get_score (PresserImportReport *self);
GPtrArray             *presser_import_report_get_formats (PresserImportReport *self);
const char            *presser_import_report_get_encoding (PresserImportReport *self);
gboolean               presser_import_report_is_encoding_certain (PresserImportReport *self);
const char *const     *presser_import_report_get_encodings (PresserImportReport *self);
GListModel            *presser_import_report_get_speakers (PresserImportReport *self);
GListModel            *presser_import_report_get_candidates (PresserImportReport *self);
guint                  presser_import_report_get_n_turns (PresserImportReport *self);
GPtrArray             *presser_import_report_get_remarks (PresserImportReport *self);
PresserMetadata       *presser_import_report_get_metadata (PresserImportReport *self);
const char *const     *presser_import_report_get_columns (PresserImportReport *self);
int                    presser_import_report_get_column (PresserImportReport *self,
                                                         guint                column);
gboolean               presser_import_report_is_unsure (PresserImportReport *self);

G_END_DECLS
