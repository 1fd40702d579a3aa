/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* The statements as a table that can be sorted. A row opened does `win.go-to-statement`. */
#define PRESSER_TYPE_STATEMENT_TABLE (presser_statement_table_get_type ())
G_DECLARE_FINAL_TYPE (PresserStatementTable, presser_statement_table, PRESSER, STATEMENT_TABLE, GtkWidget)

/* @statements: GListModel of PresserStatement of @document. */
void presser_statement_table_show (PresserStatementTable *self,
                                   PresserDocument       *document,
                                   GListModel            *statements);
/* GPtrArray of PresserStatement. */
GPtrArray *presser_statement_table_dup_selected (PresserStatementTable *self);

G_END_DECLS
