/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (element-type utf8 utf8): id of a footnote, endnote or comment to its text. @part: (nullable). */
GHashTable *presser_docx_notes_read (GBytes *part);

G_END_DECLS
