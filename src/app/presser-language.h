/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL-terminated: BCP 47 tags of languages to choose from, by their name in the language of the user. */
char **presser_language_dup_tags (void);
/* What a language is called in the language of the user; the tag itself if that is not known. */
char *presser_language_dup_name (const char *tag);

G_END_DECLS
