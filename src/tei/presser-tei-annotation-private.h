/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-branch-private.h"
#include "presser-tei-writer-private.h"

G_BEGIN_DECLS

/* Stand-off statements: `annotation` elements, TEI.md 1.6. */

#define PRESSER_TEI_STATEMENT_LIST "statements"
/* @subtype of that list in a file that holds all its statements so. */
#define PRESSER_TEI_STAND_OFF_LIST "standOff"
#define PRESSER_TEI_REMOVED_LIST   "removedStatements"

/* @reading: where the annotations stand, and the records go; @text: the reading of the text that they are about, the same
 * one or that of another file. What is lost or moved is noted among the strays. */
void presser_tei_read_annotations (PresserTeiReading *reading,
                                   PresserTeiReading *text);

/* Writes a statement into an annotation, one that is there or a new one. */
typedef struct
{
  PresserTeiWriter   *writer;
  PresserTeiReading  *reading; /* where annotations stand */
  PresserTeiReading  *text;    /* what they are about, as it will be */
  const char         *file;    /* name of that file, if it is another one */
  PresserTeiBranches *branches;
  PresserTeiBranch   *list;
  GHashTable         *given_ids; /* element: the id that it gets; owned */
} PresserTeiAnnotationWriter;

void presser_tei_annotation_write (PresserTeiAnnotationWriter *self,
                                   PresserStatement           *statement);
/* The list that new annotations go to, if there is one. */
guint32 presser_tei_find_annotation_list (PresserTeiSource *source,
                                          const char       *type);

/* Shared by the readers. */
gboolean presser_tei_reading_is_blank (gpointer data,
                                       guint    position);
int      presser_tei_compare_ranges (gconstpointer one,
                                     gconstpointer other);
/* A new record without anything in it. */
PresserTeiRecord *presser_tei_reading_add_record (PresserTeiReading *self);

G_END_DECLS
