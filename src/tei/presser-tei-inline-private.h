/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* The elements within a stretch of lines, as a tree over positions of the present text, and how statements are cut to
 * fit into it (TEI.md 1.5). */

/* A `said` that will be written. */
typedef struct
{
  PresserStatement *statement; /* borrowed */
  char             *id;
  char             *next; /* ids, or NULL */
  char             *previous;
} PresserTeiNewPart;

typedef struct _PresserTeiNode PresserTeiNode;

struct _PresserTeiNode
{
  guint              start;
  guint              end;
  guint32            element;  /* in the source, or PRESSER_TEI_NONE */
  PresserTeiNewPart *part;     /* owned; NULL but for a new `said` */
  GPtrArray         *children; /* of PresserTeiNode, in order, owned */
  gboolean           holds_said;
  gboolean           is_said;
  gboolean           is_open; /* a tag of it lies outside: no `said` can go round it */
};

PresserTeiNode *presser_tei_node_new (guint32  element,
                                      guint    start,
                                      gboolean holds_said);
void            presser_tei_node_free (PresserTeiNode *self);
PresserTeiNode *presser_tei_node_append (PresserTeiNode *self,
                                         PresserTeiNode *child);

/* Cuts a range and puts the parts into the tree; @parts gets each PresserTeiNewPart in text order (borrowed). With @parts
 * NULL nothing is changed. FALSE if an edge falls where no `said` can stand. */
gboolean presser_tei_node_place (PresserTeiNode   *root,
                                 PresserTeiIsBlank is_blank,
                                 gpointer          text,
                                 PresserRange      range,
                                 PresserStatement *statement,
                                 GPtrArray        *parts);

G_END_DECLS
