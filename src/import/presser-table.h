/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows and cells of CSV and its kin (RFC 4180), with any separator. */

/* The separator that gives the most rows the same number of cells, 0 if none gives more than one. */
char presser_table_guess_separator (const char *text);
/* (element-type GPtrArray of utf8): rows of cells. Quotes may hold separators and line ends. */
GPtrArray *presser_table_read (const char *text,
                               char        separator,
                               guint       max_rows);

G_END_DECLS
