/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* Suggestions that were rejected, kept with the document by fingerprints of their words. */
char *presser_rejected_make_fingerprint (const char *text,
                                         gsize       start,
                                         gsize       end);
/* Takes suggestions out of the document for good, as one undoable step. */
guint presser_suggest_reject (PresserDocument *document,
                              GPtrArray       *suggestions);

/* A set of fingerprints. */
GHashTable *presser_rejected_read (PresserDocument *document);
gboolean    presser_rejected_holds (GHashTable *rejected,
                                    const char *text,
                                    gsize       start,
                                    gsize       end);

G_END_DECLS
