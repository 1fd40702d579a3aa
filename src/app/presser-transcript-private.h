/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-transcript-bands.h"
#include "presser-transcript-marks.h"
#include "presser-transcript.h"

G_BEGIN_DECLS

/* What the parts of the transcript view tell each other. */

/* Borrowed, or NULL. */
PresserDocument *presser_transcript_get_document (PresserTranscript *self);
/* What is seen now; borrowed until something moves; NULL while the text is out of step. */
PresserMarks     *presser_transcript_get_marks (PresserTranscript *self);
PresserAppearance presser_transcript_get_appearance (PresserTranscript *self);
/* The statements at a point in widget coordinates, the innermost first: GPtrArray of PresserStatement. */
GPtrArray *presser_transcript_dup_statements_at (PresserTranscript *self,
                                                 double             x,
                                                 double             y);
/* Makes @statement the current one, wherever the cursor is in it. */
void presser_transcript_choose (PresserTranscript *self,
                                PresserStatement  *statement);

/* Guards what is selected, and lets statements be dragged out. */
void presser_transcript_drag_add (PresserTranscript *self);

/* Gutter renderers. */
GtkSourceGutterRenderer *presser_transcript_numbers_new (void);
GtkSourceGutterRenderer *presser_transcript_lanes_new (void);

/* A statement in short: who said it, what about, how. */
GtkWidget *presser_transcript_card_new (PresserDocument  *document,
                                        PresserStatement *statement);
gboolean   presser_transcript_card_query_tooltip (GtkWidget  *widget,
                                                  int         x,
                                                  int         y,
                                                  gboolean    is_keyboard,
                                                  GtkTooltip *tooltip);
/* The same in one line of words, for those who do not see it. */
char *presser_transcript_card_dup_description (PresserDocument  *document,
                                               PresserStatement *statement);

G_END_DECLS
