/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* A new format is one file that defines its exporter, a line here, and a line in presser-exporters.c. */
extern const PresserExporter presser_exporter_csv;
extern const PresserExporter presser_exporter_csv_excel;
extern const PresserExporter presser_exporter_tsv;
extern const PresserExporter presser_exporter_text;
extern const PresserExporter presser_exporter_markdown;
extern const PresserExporter presser_exporter_json;
extern const PresserExporter presser_exporter_jsonl;
extern const PresserExporter presser_exporter_html;
extern const PresserExporter presser_exporter_webannotation;
extern const PresserExporter presser_exporter_vtt;
extern const PresserExporter presser_exporter_srt;
extern const PresserExporter presser_exporter_spacy;
extern const PresserExporter presser_exporter_doccano;
extern const PresserExporter presser_exporter_labelstudio;
extern const PresserExporter presser_exporter_brat;
extern const PresserExporter presser_exporter_conll;
extern const PresserExporter presser_exporter_docx;
extern const PresserExporter presser_exporter_qdpx;
extern const PresserExporter presser_exporter_qdc;
extern const PresserExporter presser_exporter_tei;
extern const PresserExporter presser_exporter_tei_standoff;
extern const PresserExporter presser_exporter_parlamint;
#ifdef HAVE_XLSXWRITER
extern const PresserExporter presser_exporter_xlsx;
#endif
#ifdef HAVE_SQLITE
extern const PresserExporter presser_exporter_sqlite;
#endif

G_END_DECLS
