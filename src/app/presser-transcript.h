/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

#include "presser-document.h"
#include "presser-filter.h"

G_BEGIN_DECLS

/* The reading page: the document's text with a tinted band behind each statement, topics as
 * underlines, paragraph numbers and statement lanes in the gutter. It draws what the document says
 * and holds nothing about it but where the cursor is.
 *
 * Properties, notified: current-statement (PresserStatement or NULL: the one under the cursor, the
 * innermost first; read-only), has-selection (gboolean, read-only), correcting (gboolean). */
#define PRESSER_TYPE_TRANSCRIPT (presser_transcript_get_type ())
G_DECLARE_FINAL_TYPE (PresserTranscript, presser_transcript, PRESSER, TRANSCRIPT, GtkSourceView)

GtkWidget *presser_transcript_new (void);
void       presser_transcript_set_document (PresserTranscript *self,
                                            PresserDocument   *document);
/* Statements that do not match are drawn faint; NULL draws all. Not owned: keep it alive. */
void presser_transcript_set_filter (PresserTranscript *self,
                                    PresserFilter     *filter);
/* TRUE: the text can be corrected by typing; FALSE: single keys are free for actions. */
void     presser_transcript_set_correcting (PresserTranscript *self,
                                            gboolean           correcting);
gboolean presser_transcript_get_correcting (PresserTranscript *self);

/* The selection in code points; empty at the cursor if nothing is selected. */
PresserRange presser_transcript_get_selection (PresserTranscript *self);
void         presser_transcript_select (PresserTranscript *self,
                                        PresserRange       range);
/* Scrolls only as far as needed for the range to be seen. */
void              presser_transcript_reveal (PresserTranscript *self,
                                             PresserRange       range);
PresserStatement *presser_transcript_get_current (PresserTranscript *self);
/* Makes the next statement under the cursor the current one, where several overlap. */
void presser_transcript_cycle_current (PresserTranscript *self);
/* Puts the cursor at the statement's start, makes it current and brings it into view. */
void presser_transcript_go_to_statement (PresserTranscript *self,
                                         PresserStatement  *statement);
/* Where a range's end lies, in widget coordinates: for the quick-tag box to point at. */
void presser_transcript_get_location (PresserTranscript *self,
                                      PresserRange       range,
                                      GdkRectangle      *rectangle);

G_END_DECLS
