/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch in which two sequences differ; between two of them they are the same. */
typedef struct
{
  guint before_start;
  guint before_end;
  guint after_start;
  guint after_end;
} PresserHunk;

/* GPtrArrays of char *; a GArray of PresserHunk, in order, none of them empty on both sides. */
GArray *presser_find_hunks (GPtrArray *before,
                            GPtrArray *after);

G_END_DECLS
