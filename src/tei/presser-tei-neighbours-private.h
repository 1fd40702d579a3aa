/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-source-private.h"

G_BEGIN_DECLS

/* The files around a file: what its header includes, and the root of its corpus with what that includes. Names and topics
 * are looked up there; nothing is ever written to them. */
typedef struct
{
  GPtrArray *sources;  /* of PresserTeiSource, the nearest first */
  GPtrArray *names;    /* of char *: theirs, as the file knows them; beside sources */
  GPtrArray *failures; /* of char *: sentences on what could not be read */
  GArray    *failed;   /* of guint32: the `xi:include` of the file itself that did it, or PRESSER_TEI_NONE; beside failures */
} PresserTeiNeighbours;

/* Reads files only: ordinary ones, in the folder of @file, the one above it, or below these, by whatever links. */
PresserTeiNeighbours *presser_tei_neighbours_new (PresserTeiSource *source,
                                                  GFile            *file);
void                  presser_tei_neighbours_free (PresserTeiNeighbours *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiNeighbours, presser_tei_neighbours_free)

/* Whether an element of one of them has that id. */
gboolean presser_tei_neighbours_have_id (PresserTeiNeighbours *self,
                                         const char           *id);
/* The parts of a corpus that lie in files of their own, as its root names them; NULL-terminated, perhaps empty. */
char **presser_tei_neighbours_dup_parts (PresserTeiSource *source);

G_END_DECLS
