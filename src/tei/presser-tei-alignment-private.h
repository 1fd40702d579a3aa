/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-text.h"

G_BEGIN_DECLS

/* Which characters of a text stood in it before, and where. "Source" positions are those of then. */
typedef struct _PresserTeiAlignment PresserTeiAlignment;

PresserTeiAlignment *presser_tei_alignment_new (GArray *old_pieces,
                                                GArray *new_pieces);
void                 presser_tei_alignment_free (PresserTeiAlignment *self);
gboolean             presser_tei_alignment_is_identity (PresserTeiAlignment *self);
/* Where a character stood, or G_MAXUINT if it is new. */
guint presser_tei_alignment_get_source (PresserTeiAlignment *self,
                                        guint                position);
/* Whether some characters stood together at @source. */
gboolean presser_tei_alignment_is_unbroken (PresserTeiAlignment *self,
                                            guint                position,
                                            guint                length,
                                            guint                source);
/* The first character that stood at @source or later, or the length of the text. */
guint presser_tei_alignment_get_next (PresserTeiAlignment *self,
                                      guint                source);
/* One past the last character that stood before @source, or 0. */
guint presser_tei_alignment_get_previous (PresserTeiAlignment *self,
                                          guint                source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiAlignment, presser_tei_alignment_free)

G_END_DECLS
