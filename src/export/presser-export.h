/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-export-column.h"
#include "presser-quote-template.h"

G_BEGIN_DECLS

/* Tagged quotes for other tools. */

/**
 * PresserExportSource:
 * @document: a document
 * @name: its file name, for the document column
 * @statements: (element-type PresserStatement): which of its statements go out, in order
 * @description: (nullable): what was agreed to say instead of a name on background; %NULL: the speaker's role, if any
 */
typedef struct
{
  PresserDocument *document;
  const char      *name;
  GPtrArray       *statements;
  const char      *description;
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

typedef enum
{
  PRESSER_GROUP_AS_USUAL, /* by speaker in a word processor's document, else by order */
  PRESSER_GROUP_BY_ORDER, /* as in the text */
  PRESSER_GROUP_BY_SPEAKER,
  PRESSER_GROUP_BY_TOPIC,
} PresserGrouping;

/* What the user may choose about a format; a format ignores what its flags do not name. Zeroed: nothing chosen. */
typedef struct
{
  const PresserColumn        *columns;   /* which, in that order */
  guint                       n_columns; /* 0: all */
  PresserGrouping             grouping;
  const PresserQuoteTemplate *quote_template; /* or NULL */
} PresserExportOptions;

typedef enum
{
  PRESSER_EXPORTER_HAS_COLUMNS = 1 << 0,
  PRESSER_EXPORTER_HAS_GROUPS = 1 << 1,
  PRESSER_EXPORTER_HAS_TEMPLATE = 1 << 2,
  PRESSER_EXPORTER_WRITES_FOLDER = 1 << 3, /* several files */
} PresserExporterFlags;

typedef struct _PresserExportJob PresserExportJob;

/* A format never lets anything out that the ground rules hold back, whatever statements it is given. */
typedef struct
{
  const char *id;          /* stable, lower case: "csv" */
  const char *label;       /* N_(): for a menu */
  const char *description; /* N_(): one line on what it is for */
  const char *extension;   /* "csv"; of a folder: "zip", which it may be packed into */
  const char *mime_type;
  const char *preview; /* the id of the format that shows as text what this one holds; NULL: this one is text */
  guint       flags;   /* of PresserExporterFlags */
  gboolean (*write) (PresserExportJob *job,
                     GError          **error);
} PresserExporter;

/* NULL-terminated. */
const PresserExporter *const *presser_exporters_get (void);
const PresserExporter        *presser_exporter_find (const char *id);

/* The next document, FALSE after the last one. What @source borrows stays until the next call. */
typedef gboolean (*PresserExportSupply) (PresserExportSource *source,
                                         gpointer             user_data);
/* Takes what was written: pieces of the one file (@name is NULL) or of the one of that name, in their order. A file is
 * ended by the next one. */
typedef gboolean (*PresserExportSink) (const char *name,
                                       const char *data,
                                       gsize       size,
                                       gpointer    user_data,
                                       GError    **error);

/* Holds one document at a time. @losses: (nullable) (element-type utf8): gets translated sentences on what the format
 * cannot carry. */
gboolean presser_exporter_run (const PresserExporter      *exporter,
                               const PresserExportOptions *options,
                               PresserExportSupply         supply,
                               gpointer                    supply_data,
                               PresserExportSink           sink,
                               gpointer                    sink_data,
                               GPtrArray                  *losses,
                               GError                    **error);
/* The same in memory; a folder as a ZIP archive. @options may be NULL. */
GBytes *presser_exporter_write (const PresserExporter      *exporter,
                                const PresserExportSource  *sources,
                                guint                       n_sources,
                                const PresserExportOptions *options,
                                GPtrArray                  *losses,
                                GError                    **error);
/* GPtrArray of PresserExportFile; of a format of one file, that one. */
GPtrArray *presser_exporter_write_files (const PresserExporter      *exporter,
                                         const PresserExportSource  *sources,
                                         guint                       n_sources,
                                         const PresserExportOptions *options,
                                         GPtrArray                  *losses,
                                         GError                    **error);
/* Before anything is written: what the format could not carry. GPtrArray of char *. */
GPtrArray *presser_exporter_dup_losses (const PresserExporter      *exporter,
                                        const PresserExportSource  *sources,
                                        guint                       n_sources,
                                        const PresserExportOptions *options);
/* The first @n_lines as text, with the first @n_statements of the first source that has any. */
char *presser_exporter_dup_preview (const PresserExporter      *exporter,
                                    const PresserExportSource  *sources,
                                    guint                       n_sources,
                                    const PresserExportOptions *options,
                                    guint                       n_statements,
                                    guint                       n_lines,
                                    GError                    **error);

typedef enum
{
  PRESSER_EXPORT_FINISHED, /* verified ones or, where none is, drafts */
  PRESSER_EXPORT_VERIFIED,
  PRESSER_EXPORT_TAGGED, /* verified ones and drafts */
  PRESSER_EXPORT_ALL,    /* suggestions as well */
} PresserExportStatuses;

/* What leaves. A status: term in @query goes before @statuses. */
typedef struct
{
  const char           *query; /* in the filter language; NULL: all */
  PresserExportStatuses statuses;
  gboolean              include_embargoed;
} PresserExportChoice;

/* Never those off the record. @held_back: (nullable): gets a translated sentence for each reason why some stay.
 * GPtrArray of PresserStatement in text order, NULL if the query is broken. */
GPtrArray *presser_export_choose (PresserDocument           *document,
                                  const PresserExportChoice *choice,
                                  GPtrArray                 *held_back,
                                  GError                   **error);
/* The same with PRESSER_EXPORT_FINISHED. */
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
