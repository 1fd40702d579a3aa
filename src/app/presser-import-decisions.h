/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-import.h"

G_BEGIN_DECLS

/* What the user decides about an import, step by step: PresserImportOptions that own what they point to. Labels are
 * as printed. */
typedef struct
{
  char            *format;        /* NULL: as found */
  char            *encoding;      /* NULL: as found */
  char            *label_pattern; /* NULL: none */
  PresserMetadata *metadata;      /* NULL: as found */
  GPtrArray       *speakers;      /* of char *: labels that are speakers */
  GPtrArray       *not_speakers;  /* of char *: labels that are none */
  GPtrArray       *apart;         /* of char *: labels that stay by themselves */
  GPtrArray       *merges;        /* of char *, two by two: a label, and the one whose speaker it means */
  int              columns[PRESSER_IMPORT_N_COLUMNS];
  gboolean         has_columns;
} PresserImportDecisions;

PresserImportDecisions *presser_import_decisions_new (void);
PresserImportDecisions *presser_import_decisions_copy (const PresserImportDecisions *self);
void                    presser_import_decisions_free (PresserImportDecisions *self);

/* Another decision takes the former one about the same label back. */
void presser_import_decisions_set_speaker (PresserImportDecisions *self,
                                           const char             *label,
                                           gboolean                is_speaker);
void presser_import_decisions_merge (PresserImportDecisions *self,
                                     const char             *label,
                                     const char             *into);
void presser_import_decisions_keep_apart (PresserImportDecisions *self,
                                          const char *const      *labels);

/* Safe in any thread. The TEI, as presser_import_with_report(). */
GBytes *presser_import_decisions_run (const PresserImportDecisions *self,
                                      GBytes                       *bytes,
                                      const char                   *name,
                                      PresserImportReport         **report,
                                      GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserImportDecisions, presser_import_decisions_free)

G_END_DECLS
