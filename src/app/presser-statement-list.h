/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"
#include "presser-filter.h"

G_BEGIN_DECLS

/* All statements that match the filter, and the entry in which the filter is typed.
 *
 * Signal: filter-changed. */
#define PRESSER_TYPE_STATEMENT_LIST (presser_statement_list_get_type ())
G_DECLARE_FINAL_TYPE (PresserStatementList, presser_statement_list, PRESSER, STATEMENT_LIST, GtkWidget)

void presser_statement_list_set_document (PresserStatementList *self,
                                          PresserDocument      *document);
/* Selects and shows the row of a statement, if it is among those shown. */
void presser_statement_list_set_current (PresserStatementList *self,
                                         PresserStatement     *statement);
/* What is typed, and what it means: NULL for everything. Both borrowed. */
const char    *presser_statement_list_get_query (PresserStatementList *self);
PresserFilter *presser_statement_list_get_filter (PresserStatementList *self);
void           presser_statement_list_set_query (PresserStatementList *self,
                                                 const char           *query);
void           presser_statement_list_focus_filter (PresserStatementList *self);
/* GListModel of PresserStatement: those that match, in text order; borrowed. */
GListModel *presser_statement_list_get_matches (PresserStatementList *self);

G_END_DECLS
