/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/**
 * PresserRetag:
 * @sets_speaker: whether the speaker changes
 * @speaker: (nullable): to whom; %NULL is nobody
 * @adds: (array zero-terminated=1): ids of topics that are added
 * @removes: (array zero-terminated=1): ids of topics that are taken away
 * @kind: a #PresserKind, or -1 to leave it
 * @status: a #PresserStatus, or -1 to leave it
 *
 * How many statements are changed at once.
 */
typedef struct
{
  gboolean    sets_speaker;
  const char *speaker;
  GStrv       adds;
  GStrv       removes;
  int         kind;
  int         status;
} PresserRetag;

/* The changed statement, or NULL if nothing changes. */
PresserStatement *presser_retag_dup_changed (const PresserRetag *retag,
                                             PresserStatement   *statement);
/* One step to undo; gives how many changed. GPtrArray of PresserStatement. */
guint presser_retag_perform (const PresserRetag *retag,
                             PresserDocument    *document,
                             GPtrArray          *statements);

G_END_DECLS
