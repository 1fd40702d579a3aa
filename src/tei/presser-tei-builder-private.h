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

struct _PresserTeiBuilder
{
  GObject parent_instance;

  PresserMetadata *metadata;
  GPtrArray       *remarks;       /* of utf8 */
  char            *imported;      /* day, or NULL */
  GPtrArray       *speakers;      /* of PresserTeiBuilderSpeaker, in the order they were met */
  GHashTable      *speaker_names; /* name, unnamed ones with a mark before: a speaker of the array above */
  GHashTable      *speaker_ids;   /* id: a speaker of the array above */
  GString         *timeline;      /* `when` elements */
  GHashTable      *times;         /* milliseconds as pointers: number of the `when` */
  GString         *body;
  GString         *turn; /* start tag of a turn that has no paragraph yet */
  guint            n_blocks;
  guint            n_turns;
  guint            n_turn_paragraphs;
  gboolean         in_turn;
  gboolean         turn_is_open;
  gboolean         in_division;
  gboolean         division_has_content;

  /* borrowed: of the paragraph being added */
  const PresserTeiAnchor *anchors;
  guint                   n_anchors;
};

void presser_tei_builder_append_header (GString         *xml,
                                        PresserMetadata *metadata,
                                        GPtrArray       *remarks,
                                        GPtrArray       *speakers,
                                        const char      *imported);

G_END_DECLS
