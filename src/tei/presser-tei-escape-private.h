/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *presser_tei_clean_text (const char *text,
                              gssize      n_bytes);
char *presser_tei_clean_line (const char *text,
                              gssize      n_bytes);
void  presser_tei_append_characters (GString    *xml,
                                     const char *text,
                                     gsize       n_bytes,
                                     gunichar    before,
                                     gunichar    after);
void  presser_tei_append_text (GString    *xml,
                               const char *text);
void  presser_tei_append_attribute (GString    *xml,
                                    const char *name,
                                    const char *value);

gboolean presser_tei_is_name (const char *text);
char    *presser_tei_make_name (const char *prefix,
                                const char *text);

G_END_DECLS
