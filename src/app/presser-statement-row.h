/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* A statement in the list: its words, and in small print where, who and what about. */
#define PRESSER_TYPE_STATEMENT_ROW (presser_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (PresserStatementRow, presser_statement_row, PRESSER, STATEMENT_ROW, GtkWidget)

GtkWidget *presser_statement_row_new (void);
/* Both NULL: shows nothing and follows nothing. */
void presser_statement_row_show (PresserStatementRow *self,
                                 PresserDocument     *document,
                                 PresserStatement    *statement);
/* What the row's small print says of a statement; the table says the same in columns. */
char *presser_statement_row_dup_topics (PresserDocument  *document,
                                        PresserStatement *statement);
char *presser_statement_row_dup_details (PresserDocument  *document,
                                         PresserStatement *statement);
/* Its words in one line, not longer than a row can show. */
char *presser_statement_row_dup_line (PresserDocument  *document,
                                      PresserStatement *statement);

G_END_DECLS
