/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One block of Markdown without its marks: emphasis, links, code, escapes, tags, references. Lines stay lines.
 * @bold: (out): for each line, how many of its first bytes were bold. */
char *presser_inline_read (const char *block,
                           guint16   **bold);

G_END_DECLS
