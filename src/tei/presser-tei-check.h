/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

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
 * @message: a translated sentence
 */
typedef struct
{
  PresserFindingLevel level;
  guint               line;
  guint               column;
  char               *message;
} PresserFinding;

void presser_finding_free (PresserFinding *finding);

/* Well-formed, ids unique, pointers resolve, chains whole, ranges inside the text; with @schema (a RELAX NG file,
 * or NULL) also valid. GPtrArray of PresserFinding, empty if all is well; @error only if the check could not be made. */
GPtrArray *presser_tei_check (GBytes       *bytes,
                              GFile        *schema,
                              GCancellable *cancellable,
                              GError      **error);

G_END_DECLS
