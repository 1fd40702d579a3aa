/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-engine.h"
#include "presser-suggest.h"

G_BEGIN_DECLS

struct _PresserSuggestSource
{
  char         *text;
  gsize         n_bytes;
  char         *language;  /* or NULL */
  GArray       *stretches; /* of PresserStretch; the speakers are strings of the chunk */
  GPtrArray    *speakers;  /* of PresserSpeaker; immutable, so good in any thread */
  GPtrArray    *topics;    /* of PresserTopic */
  GHashTable   *rejected;  /* set of fingerprints; empty for plain text */
  GStringChunk *strings;
};

const PresserCueTable *presser_suggest_source_find_table (PresserSuggestSource *self,
                                                          const char           *language);

G_END_DECLS
