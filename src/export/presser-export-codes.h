/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export-row.h"

G_BEGIN_DECLS

/* The codebook of REFI-QDA: what statements are coded with, as a tree. The same name in several documents is one code. */
typedef struct
{
  char    *guid;
  char    *parent; /* guid, or NULL for the top */
  char    *name;
  char    *description; /* or NULL */
  gboolean is_folder;
} PresserExportCode;

typedef struct
{
  GPtrArray  *codes; /* of PresserExportCode, owned, in the order in which they were met */
  GHashTable *guids; /* of char *, borrowed from the codes */
} PresserExportCodes;

PresserExportCodes *presser_export_codes_new (void);
void                presser_export_codes_free (PresserExportCodes *self);

/* All that the statements of @rows need. */
void presser_export_codes_collect (PresserExportCodes *self,
                                   PresserExportView  *view,
                                   GPtrArray          *rows);
/* The guids of a statement's codes, each once: GPtrArray of char *. */
GPtrArray *presser_export_codes_dup_for (PresserExportView      *view,
                                         const PresserExportRow *row);
char      *presser_export_codes_dup_speaker_guid (const char *name);
/* “<Codes>…</Codes>”; nothing for no codes. */
void presser_export_codes_append (PresserExportCodes *self,
                                  GString            *xml);

/* A name-based UUID (RFC 4122, version 5) for things that have no other lasting identity. @...: parts, then NULL. */
char *presser_export_dup_guid (const char *first,
                               ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserExportCodes, presser_export_codes_free)

G_END_DECLS
