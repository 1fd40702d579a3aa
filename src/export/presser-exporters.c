/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-exporters.h"

/* In the order in which people are offered them. */
static const PresserExporter *const exporters[] = {
#ifdef HAVE_XLSXWRITER
  &presser_exporter_xlsx,
#endif
  &presser_exporter_csv_excel,
  &presser_exporter_csv,
  &presser_exporter_tsv,
  &presser_exporter_text,
  &presser_exporter_markdown,
  &presser_exporter_html,
  &presser_exporter_docx,
  &presser_exporter_json,
  &presser_exporter_jsonl,
  &presser_exporter_webannotation,
  &presser_exporter_vtt,
  &presser_exporter_srt,
  &presser_exporter_spacy,
  &presser_exporter_doccano,
  &presser_exporter_labelstudio,
  &presser_exporter_brat,
  &presser_exporter_conll,
  &presser_exporter_qdpx,
  &presser_exporter_qdc,
  &presser_exporter_tei,
  &presser_exporter_tei_standoff,
  &presser_exporter_parlamint,
#ifdef HAVE_SQLITE
  &presser_exporter_sqlite,
#endif
  NULL,
};

/**
 * presser_exporters_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): every format that can be written
 */
const PresserExporter *const *
presser_exporters_get (void)
{
  return exporters;
}

/**
 * presser_exporter_find:
 * @id: a format's stable name, such as `csv`
 *
 * Returns: (transfer none) (nullable): that format
 */
const PresserExporter *
presser_exporter_find (const char *id)
{
  for (const PresserExporter *const *exporter = exporters; *exporter != NULL; exporter++)
    if (g_str_equal ((*exporter)->id, id))
      return *exporter;
  return NULL;
}
