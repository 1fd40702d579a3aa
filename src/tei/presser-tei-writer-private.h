/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-alignment-private.h"
#include "presser-tei-inline-private.h"
#include "presser-tei-patch-private.h"
#include "presser-tei-reading-private.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_TEI_FATE_KEPT, /* tags stay; attributes may be patched */
  PRESSER_TEI_FATE_GONE, /* tags go, new ones may come */
} PresserTeiFate;

typedef struct
{
  PresserTeiReading   *reading; /* borrowed, as all but the last ones */
  PresserTeiSource    *source;
  PresserDocument     *document;
  PresserText         *text;
  PresserTeiAlignment *alignment;
  PresserTeiPatches   *patches;
  GArray              *fates;        /* of PresserTeiFate, one a record */
  GPtrArray           *apart;        /* of PresserStatement: to be written stand-off; owned */
  GHashTable          *new_ids;      /* xml:ids that this writing makes; owned */
  GHashTable          *used;         /* ids of categories and annotators that statements name; owned */
  GHashTable          *needed;       /* those that statements written now name; owned */
  GHashTable          *only;         /* in a file beside: ids of the statements that stand there, else NULL; borrowed */
  GHashTable          *wanted;       /* and of the speakers and topics; borrowed */
  gboolean             is_stand_off; /* whether no statement shall be written into the text */
  gboolean             has_conflict; /* two kept `said` would cross: one of them is GONE now, begin again */
} PresserTeiWriter;

/* Source lines first to last that became present lines first to last. */
typedef struct
{
  guint source_first;
  guint source_last;
  guint first;
  guint last;
} PresserTeiGroup;

/* New characters and the place in the source where they go. */
typedef struct
{
  PresserRange range;
  guint32      place;
} PresserTeiFlush;

typedef struct
{
  PresserTeiGroup group;
  PresserRange    range; /* of the present text */
  gunichar       *text;  /* of that range */
  guint           host;  /* the source line that the first present line lives in */
  PresserTeiNode *root;
  GArray         *flushes; /* of PresserTeiFlush, in order */
} PresserTeiStretch;

/* presser-tei-stretch.c: the source side of a group. */
PresserTeiStretch *presser_tei_stretch_new (PresserTeiWriter *writer,
                                            PresserTeiGroup   group);
void               presser_tei_stretch_free (PresserTeiStretch *self);
gboolean           presser_tei_stretch_is_blank (gpointer self,
                                                 guint    position);
/* Blanks of a PresserText. */
gboolean presser_tei_document_is_blank (PresserText *text,
                                        guint        position);
/* Whether a character of the source is there still, as bytes. */
gboolean        presser_tei_writer_is_alive (PresserTeiWriter *self,
                                             guint             source_position,
                                             guint            *position);
PresserTeiPart *presser_tei_writer_find_live_part (PresserTeiWriter *self,
                                                   guint32           element);
/* presser-tei-junction.c: lines that became one. */
void presser_tei_junction_remove_before_host (PresserTeiWriter  *writer,
                                              PresserTeiStretch *stretch);
void presser_tei_junction_delete_markup (PresserTeiWriter *writer,
                                         guint32           start,
                                         guint32           end);
void presser_tei_junction_close (PresserTeiWriter  *writer,
                                 PresserTeiStretch *stretch);
/* presser-tei-emit.c: the present side, as patches. */
void presser_tei_stretch_emit (PresserTeiWriter  *writer,
                               PresserTeiStretch *stretch);

/* presser-tei-tag.c */
char *presser_tei_tag_dup_ana (PresserTeiWriter *writer,
                               PresserStatement *statement,
                               PresserTeiRecord *record);
/* Whether @ana would say something else. */
gboolean presser_tei_tag_analysis_differs (PresserStatement *one,
                                           PresserStatement *other);
/* Notes the categories of our own that a statement points at, and its annotator. */
void              presser_tei_tag_note_used (PresserTeiWriter *writer,
                                             PresserStatement *statement,
                                             GHashTable       *used);
void              presser_tei_tag_append_said (PresserTeiWriter        *writer,
                                               GString                 *xml,
                                               const PresserTeiNewPart *part,
                                               const char              *prefix);
void              presser_tei_tag_patch (PresserTeiWriter *writer,
                                         PresserStatement *statement,
                                         PresserTeiRecord *record);
char             *presser_tei_writer_make_id (PresserTeiWriter *self,
                                              const char       *stem,
                                              guint             first);
PresserTeiRecord *presser_tei_writer_find_record (PresserTeiWriter *self,
                                                  const char       *statement_id);

/* presser-tei-text-writer.c: text and statements */
void presser_tei_write_text (PresserTeiWriter *self);
/* presser-tei-header-writer.c and what it calls */
void presser_tei_write_header (PresserTeiWriter *self);
/* presser-tei-annotation-writer.c: a second pass over what the first one wrote */
GBytes *presser_tei_write_annotations (PresserTeiWriter *self,
                                       GBytes           *utf8,
                                       GError          **error);

/* UTF-8 of the source with all changes of the document. */
GBytes *presser_tei_write (PresserTeiReading *reading,
                           GArray            *pieces,
                           PresserDocument   *document,
                           gboolean           is_stand_off,
                           GError           **error);

G_END_DECLS
