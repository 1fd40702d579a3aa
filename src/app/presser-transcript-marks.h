/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-filter.h"
#include "presser-transcript-page.h"

G_BEGIN_DECLS

#define PRESSER_TRANSCRIPT_MAX_LANES      4
#define PRESSER_TRANSCRIPT_MAX_UNDERLINES 4

/**
 * PresserMark:
 * @statement: (transfer full): whose mark it is
 * @colour: its speaker's place in the palette
 * @topic_colours: its topics' places
 * @n_topics: how many of them are shown
 * @first_underline: how many underlines of others lie above its own
 * @lane: its lane in the gutter, 0 next to the text
 * @first_strip: the first of its strips
 * @n_strips: how many of them are seen
 * @starts: whether the first strip is where it starts
 * @is_shown: whether it matches the filter
 *
 * What is drawn for a statement.
 */
typedef struct
{
  PresserStatement *statement;
  int               colour;
  int               topic_colours[PRESSER_TRANSCRIPT_MAX_UNDERLINES];
  guint             n_topics;
  guint             first_underline;
  guint             lane;
  guint             first_strip;
  guint             n_strips;
  gboolean          starts;
  gboolean          is_shown;
} PresserMark;

/* The statements that are seen at the moment, in text order, and where they lie. */
typedef struct
{
  GArray *marks;  /* of PresserMark */
  GArray *strips; /* of PresserStrip, each mark's together */
} PresserMarks;

PresserMarks       *presser_marks_new (PresserDocument       *document,
                                       PresserTranscriptPage *page,
                                       PresserFilter         *filter,
                                       int                    top,
                                       int                    bottom);
void                presser_marks_free (PresserMarks *self);
const PresserMark  *presser_marks_get (PresserMarks *self,
                                       guint         index);
const PresserStrip *presser_marks_get_strips (PresserMarks      *self,
                                              const PresserMark *mark);
/* The area of a strip with the space that its band and underlines take. */
GdkRectangle presser_marks_get_band (const PresserMark  *mark,
                                     const PresserStrip *strip);
/* Those at a point, the innermost first: GPtrArray of PresserStatement. */
GPtrArray *presser_marks_dup_at (PresserMarks *self,
                                 int           x,
                                 int           y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserMarks, presser_marks_free)

G_END_DECLS
