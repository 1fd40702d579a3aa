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
/* The place behind so many characters; FALSE if the element has fewer. */
gboolean presser_tei_stream_find (PresserTeiSource *source,
                                  guint32           element,
                                  guint             offset,
                                  guint32          *place);
/* The ranges of text that a list of pointers names. FALSE with @error if one lies outside its element; FALSE without if
 * one is no pointer into the text. */
gboolean presser_tei_stream_read_targets (PresserTeiReading *reading,
                                          guint32            owner,
                                          const char        *targets,
                                          GArray            *ranges,
                                          GError           **error);
/* The pointer to a range within the element of that id. */
char *presser_tei_stream_dup_target (PresserTeiReading *reading,
                                     guint32            element,
                                     const char        *id,
                                     PresserRange       range);

G_END_DECLS
