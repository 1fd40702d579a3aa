/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-check.h"
#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* What a check has found so far. Past a thousand findings the rest is counted, not told. */
typedef struct
{
  GPtrArray         *findings; /* of PresserFinding */
  guint              n_untold;
  PresserTeiSource  *source;  /* borrowed; NULL until the file is known to be well-formed */
  PresserTeiReading *reading; /* its text, or NULL if it has none */
  GArray            *lines;   /* of guint32: where each line of the source begins */
} PresserTeiFindings;

void presser_tei_findings_clear (PresserTeiFindings *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresserTeiFindings, presser_tei_findings_clear)

void presser_tei_findings_add (PresserTeiFindings *self,
                               PresserFindingLevel level,
                               guint               line,
                               guint               column,
                               char               *message);
void presser_tei_findings_add_at (PresserTeiFindings *self,
                                  PresserFindingLevel level,
                                  guint32             element,
                                  char               *message);

/* presser-tei-check-pointers.c: what no schema sees. */
void presser_tei_check_pointers (PresserTeiFindings   *findings,
                                 PresserTeiSource     *source,
                                 PresserTeiNeighbours *neighbours);
/* presser-tei-check-schema.c */
gboolean presser_tei_check_schema (PresserTeiFindings *findings,
                                   GBytes             *bytes,
                                   GFile              *schema,
                                   GCancellable       *cancellable,
                                   GError            **error);

G_END_DECLS
