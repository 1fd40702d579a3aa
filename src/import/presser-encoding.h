/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of any encoding to clean UTF-8 with LF line ends. */

char *presser_encoding_decode (GBytes      *bytes,
                               const char  *name,
                               const char  *wanted,
                               gsize       *length,
                               const char **encoding,
                               gboolean    *is_certain,
                               GPtrArray   *remarks,
                               GError     **error);
/* IANA name (static), or NULL if it is not text. @is_certain: (out, optional). */
const char *presser_encoding_guess (const guint8 *data,
                                    gsize         size,
                                    gboolean     *is_certain);
/* Bytes of the byte order mark of that encoding. */
gsize presser_encoding_get_mark_size (const guint8 *data,
                                      gsize         size,
                                      const char   *encoding);
/* NULL-terminated: what is offered for a choice. */
const char *const *presser_encoding_get_all (void);
/* @used first, then what makes sense beside it. */
char **presser_encoding_list_likely (const guint8 *data,
                                     gsize         size,
                                     const char   *used);
/* How much sense it makes as text in any language; the higher the better. @data need not be complete. */
int presser_encoding_rate (const guint8 *data,
                           gsize         size,
                           const char   *encoding);
/* Clean text from UTF-8: line ends, characters that XML cannot hold. */
char *presser_encoding_clean (const char *text,
                              gsize       size,
                              gsize      *length,
                              GPtrArray  *remarks);

G_END_DECLS
