/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* BCP 47 tag of the language of a text, or NULL where nothing stands out. */
const char *presser_language_guess (const char *text,
                                    gsize       length);

G_END_DECLS
