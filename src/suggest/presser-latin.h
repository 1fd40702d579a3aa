/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ways of writing other scripts in plain Latin letters, by ICU: people type a name as they know it. */
#define PRESSER_LATIN_N_WAYS 3

/* TRUE if there are letters of another script. */
gboolean presser_latin_is_needed (const char *utf8);
/* In Latin letters without accents, lower case. */
char *presser_latin_dup (const char *utf8,
                         guint       way);

G_END_DECLS
