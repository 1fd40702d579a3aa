/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-import-report-private.h"
#include "presser-import.h"

G_BEGIN_DECLS

/* One for each row of the table, in the file of its name. */
extern const PresserImporter presser_import_tei;
extern const PresserImporter presser_import_markdown;
extern const PresserImporter presser_import_rst;
extern const PresserImporter presser_import_vtt;
extern const PresserImporter presser_import_srt;
extern const PresserImporter presser_import_html;
extern const PresserImporter presser_import_json;
extern const PresserImporter presser_import_table;
extern const PresserImporter presser_import_docx;
extern const PresserImporter presser_import_odt;
extern const PresserImporter presser_import_qda;
extern const PresserImporter presser_import_rtf;
extern const PresserImporter presser_import_xml;
extern const PresserImporter presser_import_pdf;
extern const PresserImporter presser_import_text;

/* Decodes as @options say; the encoding goes into the metadata, which stays owned by the caller.
 * NULL on error. */
char *presser_import_decode (GBytes                     *bytes,
                             const char                 *name,
                             const PresserImportOptions *options,
                             gsize                      *length,
                             PresserMetadata           **metadata,
                             PresserImportReport        *report,
                             GError                    **error);

G_END_DECLS
