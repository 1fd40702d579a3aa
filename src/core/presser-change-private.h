/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A swap: what stands in the document at a place, and what is to stand there instead. Performing it
 * exchanges the two, so that performing it again takes it back. */
typedef enum
{
  PRESSER_CHANGE_SPEAKERS,
  PRESSER_CHANGE_TOPICS,
  PRESSER_CHANGE_ANNOTATORS,
  PRESSER_CHANGE_STATEMENTS,
  PRESSER_CHANGE_TEXT,
  PRESSER_CHANGE_PARAGRAPHS,
  PRESSER_CHANGE_METADATA,
} PresserChangeType;

typedef struct
{
  GPtrArray *objects;    /* speakers, topics, annotators, statements, or the one metadata; NULL with paragraphs */
  GPtrArray *paragraphs; /* of PresserParagraph; NULL if the paragraphs stay as they are */
  GArray    *pieces;     /* of PresserPiece; text only */
} PresserSide;

typedef struct
{
  PresserChangeType type;
  guint             position;        /* in the list or, for text, in code points */
  guint             first_paragraph; /* text and paragraphs only */
  PresserSide       present;
  PresserSide       absent;
} PresserChange;

/* Takes the arrays over. */
PresserChange *presser_change_new_objects (PresserChangeType type,
                                           guint             position,
                                           GPtrArray        *present,
                                           GPtrArray        *absent);
PresserChange *presser_change_new_paragraphs (guint      first_paragraph,
                                              GPtrArray *present,
                                              GPtrArray *absent);
PresserChange *presser_change_new_text (guint       position,
                                        guint       first_paragraph,
                                        PresserSide present,
                                        PresserSide absent);
void           presser_change_free (PresserChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserChange, presser_change_free)

G_END_DECLS
