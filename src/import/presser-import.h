/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-metadata.h"

G_BEGIN_DECLS

/* Any transcript in, TEI bytes out. */

/**
 * PresserImportOptions:
 * @format: id of an importer, or %NULL to tell by the content
 * @encoding: IANA name, or %NULL to tell by the content
 * @metadata: (nullable): what the user knows better than the file
 *
 * All fields may be zero.
 */
typedef struct
{
  const char      *format;
  const char      *encoding;
  PresserMetadata *metadata;
} PresserImportOptions;

typedef struct _PresserImporter PresserImporter;

struct _PresserImporter
{
  const char *id;          /* stable, lower case: "text" */
  const char *description; /* N_(): one line */
  const char *patterns;    /* for file dialogs: "*.txt;*.text" */
  /* How sure it is that this is its format: 0 not at all, 100 beyond doubt. */
  int (*score) (GBytes     *bytes,
                const char *name);
  GBytes *(*import) (GBytes                     *bytes,
                     const char                 *name,
                     const PresserImportOptions *options,
                     GPtrArray                  *remarks,
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

G_END_DECLS
