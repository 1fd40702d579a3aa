/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* The attributes of a `said`, `q` or `annotation`, found in one pass over its tag; .end is 0 where one is missing. */
typedef struct
{
  guint32             element;
  PresserTeiAttribute id;
  PresserTeiAttribute who;
  PresserTeiAttribute ana;
  PresserTeiAttribute resp;
  PresserTeiAttribute cert;
  PresserTeiAttribute direct;
  PresserTeiAttribute next;
  PresserTeiAttribute previous;
  gboolean            has_extra; /* others, too */
} PresserTeiSaid;

void presser_tei_said_scan (PresserTeiSource *source,
                            guint32           element,
                            PresserTeiSaid   *said);
/* The statement that the attributes say, at the ranges of the record; the record learns what of them is not Presser's. */
PresserStatement *presser_tei_said_read (PresserTeiReading    *reading,
                                         PresserTeiRecord     *record,
                                         const PresserTeiSaid *said,
                                         const char           *id,
                                         const char           *speaker);
void              presser_tei_said_keep_extra (PresserTeiSource     *source,
                                               PresserTeiRecord     *record,
                                               const PresserTeiSaid *said);

G_END_DECLS
