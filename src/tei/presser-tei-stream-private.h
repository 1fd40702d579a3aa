/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* Offsets of `string-range`: characters of everything in an element, tags invisible, white space counted (TEI.md 1.6). */

/* Characters from the start of an element to a place in it. */
guint presser_tei_stream_count (PresserTeiSource *source,
                                guint32           element,
                                guint32           place);
typedef enum
{
  PRESSER_TEI_TARGETS_ELSEWHERE, /* no stretch of this text is meant */
  PRESSER_TEI_TARGETS_FOUND,
  PRESSER_TEI_TARGETS_BROKEN,
} PresserTeiTargets;

/* The ranges of text that a list of pointers names, one for each stretch: an empty one where it leads nowhere, from
 * G_MAXUINT if not even the element is there. @is_beside: the pointers stand in another file, so they name this one. */
PresserTeiTargets presser_tei_stream_read_targets (PresserTeiReading *reading,
                                                   const char        *targets,
                                                   gboolean           is_beside,
                                                   GArray            *ranges);
/* The pointer to a range within an element. @file: its name, or NULL in the file itself; @id: of the element, or NULL to
 * say by its path where it stands. */
char *presser_tei_stream_dup_target (PresserTeiReading *reading,
                                     guint32            element,
                                     const char        *file,
                                     const char        *id,
                                     PresserRange       range);

G_END_DECLS
