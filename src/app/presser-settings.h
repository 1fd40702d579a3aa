/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Borrowed, or NULL where the schema is not installed: the window then starts as if for the first time. */
GSettings *presser_settings_get (void);
int        presser_settings_get_int (const char *key,
                                     int         fallback);
gboolean   presser_settings_get_boolean (const char *key,
                                         gboolean    fallback);
/* Empty, never NULL, without a schema. */
char *presser_settings_dup_string (const char *key);
/* Whose work new statements are. */
char *presser_settings_dup_annotator (void);

G_END_DECLS
