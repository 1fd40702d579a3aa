/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* Words to look for in a text: all of them in one pass over it. */
typedef struct
{
  const char *words; /* borrowed */
  gsize       length;
  GArray     *hits; /* of guint32: bytes of the text, in order */
} PresserTeiNeedle;

PresserTeiNeedle *presser_tei_needle_new (const char *words);
void              presser_tei_needle_free (PresserTeiNeedle *self);
void              presser_tei_needles_find (GPtrArray         *needles,
                                            PresserTeiReading *text);

G_END_DECLS
