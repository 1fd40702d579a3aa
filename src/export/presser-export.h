/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* Tagged quotes for other tools. */

/**
 * PresserExportSource:
 * @document: a document
 * @name: its file name, for the document column
 * @statements: (element-type PresserStatement): which of its statements go out, in order
 */
typedef struct
{
  PresserDocument *document;
  const char      *name;
  GPtrArray       *statements;
} PresserExportSource;

/* One of the files of a format that needs several. */
typedef struct
{
  char   *name; /* without a folder */
  GBytes *bytes;
} PresserExportFile;

PresserExportFile *presser_export_file_new (char   *name,
                                            GBytes *bytes);
void               presser_export_file_free (PresserExportFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportFile, presser_export_file_free)

/* A format is one file or, if it has @write_files, a folder; @write then packs its files into a ZIP archive.
 * Neither lets anything out that the ground rules hold back, whatever statements it is given. */
typedef struct
{
  const char *id;          /* stable, lower case: "csv" */
  const char *label;       /* N_(): for a menu */
  const char *description; /* N_(): one line on what it is for */
  const char *extension;   /* "csv" */
  const char *mime_type;
  /* @losses: (nullable) (element-type utf8): gets translated sentences on what this format cannot carry. */
  GBytes *(*write) (const PresserExportSource *sources,
                    guint                      n_sources,
                    GPtrArray                 *losses,
                    GError                   **error);
  /* Or NULL. GPtrArray of PresserExportFile. */
  GPtrArray *(*write_files) (const PresserExportSource *sources,
                             guint                      n_sources,
                             GPtrArray                 *losses,
                             GError                   **error);
} PresserExporter;

/* NULL-terminated. */
const PresserExporter *const *presser_exporters_get (void);
const PresserExporter        *presser_exporter_find (const char *id);

/* What leaves: the statements that match @query (NULL: all); without a status: term in it only verified ones, or,
 * where none of them is verified, drafts; never off the record; embargoed ones only with @include_embargoed.
 * @held_back: (nullable): gets a translated sentence for each reason. GPtrArray of PresserStatement. */
GPtrArray *presser_export_select (PresserDocument *document,
                                  const char      *query,
                                  gboolean         include_embargoed,
                                  GPtrArray       *held_back,
                                  GError         **error);

/* One JSON object a statement, with the fields that docs/machine-output.md tells, each on a line of its own, a comma
 * before each but the first in @json. Statements held back by a ground rule are there, without their words. */
void presser_export_append_list (GString                   *json,
                                 const PresserExportSource *source);

G_END_DECLS
