/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

/* A text whose file must not change has a second file beside it. That one stands by itself: it holds its statements, with the
 * speakers, topics and annotators that they name, and says what differs from the first file. Where both
 * say something of the same id, the second one holds. */

/* What both files together list: GPtrArray of the objects of the entries, in order. @beside may be NULL. */
GPtrArray *presser_tei_dup_objects (GArray *entries,
                                    GArray *beside,
                                    const char *(*get_id) (gpointer));
/* Whether the first file's statement of that id counts. */
gboolean presser_tei_is_overruled (PresserTeiReading *beside,
                                   const char        *id);

/* Whether the first file would be written as it was read. */
gboolean presser_tei_text_is_unchanged (PresserTeiReading *reading,
                                        GArray            *pieces,
                                        PresserDocument   *document);
/* The second file: the bytes of @beside itself if nothing changed, or NULL without an error if there is nothing
 * to say. */
GBytes *presser_tei_write_beside (PresserTeiReading *reading,
                                  PresserTeiReading *beside,
                                  PresserDocument   *document,
                                  GError           **error);

G_END_DECLS
