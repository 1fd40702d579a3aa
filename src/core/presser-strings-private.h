/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as the document wants it: valid UTF-8, every line end one "\n", nothing that XML cannot hold. */
char *presser_strings_clean (const char *utf8,
                             gssize      n_bytes);
/* Cleaned; nothing and the empty string are both NULL. */
char  *presser_strings_dup_filled (const char *utf8);
char **presser_strings_dup_list (const char *const *list);

/* For comparing what people type: case, accents and the shape of punctuation do not count. */
char    *presser_strings_fold (const char *utf8);
gboolean presser_strings_same_name (const char *one,
                                    const char *other);

guint presser_strings_count_words (const char *utf8);

G_END_DECLS
