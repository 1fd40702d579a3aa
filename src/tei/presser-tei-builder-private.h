/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-builder.h"

G_BEGIN_DECLS

typedef struct
{
  char      *id;
  char      *name;
  char      *role;    /* or NULL */
  GPtrArray *aliases; /* of utf8 */
  gboolean   is_unnamed;
} PresserTeiBuilderSpeaker;

void presser_tei_builder_append_header (GString         *xml,
                                        PresserMetadata *metadata,
                                        GPtrArray       *remarks,
                                        GPtrArray       *speakers);

G_END_DECLS
