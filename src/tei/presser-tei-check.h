/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-range.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_FINDING_ERROR,
  PRESSER_FINDING_WARNING,
} PresserFindingLevel;

/**
 * PresserFinding:
 * @level: how bad it is
 * @line: counted from 1, or 0 if there is no place
 * @column: in bytes, counted from 1, or 0
 * @range: what it is about in the text of the document, in code points; may be empty. Only if @is_in_text
 * @is_in_text: %FALSE if it is about the header or what stands beside the text, or if the text cannot be read
 * @message: a translated sentence
 *
 * Something wrong in a file. @range is that of the document which presser_tei_file_new() makes of the same bytes, so a
 * window that checks what presser_tei_file_write() gave can lead to the place.
 */
typedef struct
{
  PresserFindingLevel level;
  guint               line;
  guint               column;
  PresserRange        range;
  gboolean            is_in_text;
  char               *message;
} PresserFinding;

void presser_finding_free (PresserFinding *finding);

/* Well-formed, ids unique, pointers resolve, chains whole, ranges inside the text; with @schema (a RELAX NG file,
 * or NULL) also valid. @file: where the bytes come from, to look into the files it includes, or NULL. GPtrArray of
 * PresserFinding, empty if all is well; @error only if the check could not be made. Safe in any thread. */
GPtrArray *presser_tei_check (GBytes       *bytes,
                              GFile        *file,
                              GFile        *schema,
                              GCancellable *cancellable,
                              GError      **error);

G_END_DECLS
