/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-import.h"
#include "presser-tei-file.h"

/* What came in, seen as the window sees it: imported, and the TEI read back. */
typedef struct
{
  GBytes         *tei;
  PresserTeiFile *file;
  GPtrArray      *remarks; /* of utf8 */
} Reading;

Reading *reading_new (GBytes     *bytes,
                      const char *name);
Reading *reading_new_text (const char *text,
                           const char *name);
/* Of tests/data/import. */
Reading *reading_new_fixture (const char *name);
void     reading_free (Reading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

PresserDocument *reading_get_document (Reading *self);
const char      *reading_get_metadata (Reading             *self,
                                       PresserMetadataField field);
/* Of the speaker with that name or alias; NULL: all turns. */
guint reading_count_turns (Reading    *self,
                           const char *speaker);
guint reading_count_speakers (Reading *self);
guint reading_count_kind (Reading             *self,
                          PresserParagraphKind kind);
/* The place-th paragraph of that kind, "" if there are fewer. */
char    *reading_dup_paragraph (Reading             *self,
                                PresserParagraphKind kind,
                                guint                place);
gboolean reading_has_remark (Reading    *self,
                             const char *part);
/* The message of an import that must fail. */
char *reading_dup_failure (GBytes     *bytes,
                           const char *name);
