/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Aligned columns for a terminal. The last column takes what is left of the line and is cut with an ellipsis on a
 * terminal; into a pipe it is written whole. */
typedef struct _PresserCliTable PresserCliTable;

PresserCliTable *presser_cli_table_new (const char *const *headings,
                                        guint              n_columns);
void             presser_cli_table_free (PresserCliTable *self);
void             presser_cli_table_add (PresserCliTable   *self,
                                        const char *const *cells);
/* So many rows are waiting that their columns can be measured: a long table is printed in pieces. */
gboolean presser_cli_table_is_due (PresserCliTable *self);
/* The rows that were not printed yet; the first piece decides how wide columns are. */
GString *presser_cli_table_print (PresserCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserCliTable, presser_cli_table_free)

G_END_DECLS
