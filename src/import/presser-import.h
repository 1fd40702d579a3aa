/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-import-report.h"
#include "presser-metadata.h"

G_BEGIN_DECLS

/* Any transcript in, TEI bytes out. */

/**
 * PresserImportColumn:
 * @PRESSER_IMPORT_COLUMN_TEXT: what was said
 * @PRESSER_IMPORT_COLUMN_SPEAKER: who said it
 * @PRESSER_IMPORT_COLUMN_START: when it begins
 * @PRESSER_IMPORT_COLUMN_END: when it ends
 * @PRESSER_IMPORT_COLUMN_TITLE: a heading above the text
 * @PRESSER_IMPORT_N_COLUMNS: how many there are
 *
 * What a column of a table may hold.
 */
typedef enum
{
  PRESSER_IMPORT_COLUMN_TEXT,
  PRESSER_IMPORT_COLUMN_SPEAKER,
  PRESSER_IMPORT_COLUMN_START,
  PRESSER_IMPORT_COLUMN_END,
  PRESSER_IMPORT_COLUMN_TITLE,
  PRESSER_IMPORT_N_COLUMNS,
} PresserImportColumn;

/**
 * PresserImportMerge:
 * @label: a printed label
 * @into: another printed label, whose speaker the first one means too
 */
typedef struct
{
  const char *label;
  const char *into;
} PresserImportMerge;

/**
 * PresserImportOptions:
 * @format: id of an importer, or %NULL to tell by the content
 * @encoding: IANA name, or %NULL to tell by the content
 * @metadata: (nullable): what the user knows better than the file
 * @label_pattern: (nullable): what a label looks like in this document, tried at the start of every line; a group
 *   named “speaker”, else the first group, else the whole match is the speaker, and what matched is no speech. Nothing
 *   else is then taken for a label
 * @speakers: (nullable) (array zero-terminated=1): labels that are speakers, whatever they look like
 * @not_speakers: (nullable) (array zero-terminated=1): labels that are none
 * @apart: (nullable) (array zero-terminated=1): labels that are never merged with others by guess
 * @merges: (nullable): labels that mean one speaker; the last has %NULL as its label
 * @columns: (nullable) (array fixed-size=5): for each #PresserImportColumn the place of the column in a table, -1 for none
 *
 * What the user knows or decides. All fields may be zero. Labels are compared without marks, blanks and case.
 */
typedef struct
{
  const char               *format;
  const char               *encoding;
  PresserMetadata          *metadata;
  GRegex                   *label_pattern;
  const char *const        *speakers;
  const char *const        *not_speakers;
  const char *const        *apart;
  const PresserImportMerge *merges;
  const int                *columns;
} PresserImportOptions;

struct _PresserImporter
{
  const char *id;          /* stable, lower case: "text" */
  const char *description; /* N_(): one line */
  const char *patterns;    /* for file dialogs: "*.txt;*.text" */
  /* How sure it is that this is its format: 0 not at all, 100 beyond doubt. @text: (nullable): the beginning, if it is
   * text; about 16 KiB. */
  int (*score) (GBytes     *bytes,
                const char *text,
                const char *name);
  GBytes *(*import) (GBytes                     *bytes,
                     const char                 *name,
                     const PresserImportOptions *options,
                     PresserImportReport        *report,
                     GError                    **error);
};

/* NULL-terminated. */
const PresserImporter *const *presser_importers_get (void);
const PresserImporter        *presser_importer_find (const char *id);

/* @name: file name without folder. @remarks: (nullable) (element-type utf8): gets translated sentences on
 * what was unsure, normalised or left out. TEI comes back as the same bytes. */
GBytes *presser_import (GBytes                     *bytes,
                        const char                 *name,
                        const PresserImportOptions *options,
                        GPtrArray                  *remarks,
                        GError                    **error);
/* The same, with all that was found on the way. @report: (out) (optional) (transfer full): set on success only. */
GBytes *presser_import_with_report (GBytes                     *bytes,
                                    const char                 *name,
                                    const PresserImportOptions *options,
                                    PresserImportReport       **report,
                                    GError                    **error);

/* What may be transcripts in a folder and those within it: GPtrArray of char *, sorted; empty if it is no folder. */
GPtrArray *presser_import_find_transcripts (const char *path);

/* For a choice of encodings: names, and how the file would read in one of them. */
const char *const *presser_import_get_encodings (void);
char              *presser_import_preview (GBytes     *bytes,
                                           const char *encoding,
                                           guint       n_lines);

G_END_DECLS
