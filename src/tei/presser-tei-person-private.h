/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-speaker.h"
#include "presser-tei-neighbours-private.h"

G_BEGIN_DECLS

/* Of several elements that say the same in different languages, the one for the reader: in a language of theirs, else in
 * English, else the first. Smaller is better. */
guint   presser_tei_language_rank (PresserTeiSource *source,
                                   guint32           element);
guint32 presser_tei_language_find_child (PresserTeiSource *source,
                                         guint32           parent,
                                         const char       *name);

/* The element that names a person, personGrp or org, or PRESSER_TEI_NONE. */
guint32 presser_tei_person_find_name (PresserTeiSource *source,
                                      guint32           person);
char   *presser_tei_person_dup_name (PresserTeiSource *source,
                                     guint32           person);
/* @id: of the person. @neighbours: (nullable): where to look for organisations that are only pointed at; NULL for
 * somebody in the file itself, of whom only that is read which can be written back. */
PresserSpeaker *presser_tei_person_read (PresserTeiSource     *source,
                                         guint32               person,
                                         const char           *id,
                                         PresserTeiNeighbours *neighbours);

G_END_DECLS
