/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-history-private.h"
#include "presser-ids-private.h"
#include "presser-statement-store-private.h"

G_BEGIN_DECLS

#define PRESSER_DOCUMENT_N_LISTS 3 /* speakers, topics, annotators: the first of PresserChangeType */
#define PRESSER_N_WORDS_UNKNOWN  G_MAXUINT

struct _PresserDocument
{
  GObject parent_instance;

  PresserText           *text;
  GPtrArray             *paragraphs; /* of PresserParagraph, one a line of text */
  GArray                *lines;      /* of guint: where each paragraph starts, in code points */
  PresserStatementStore *statements;
  GListStore            *lists[PRESSER_DOCUMENT_N_LISTS];
  PresserMetadata       *metadata;
  PresserHistory        *history;
  PresserIds            *ids;

  GHashTable *by_id[PRESSER_DOCUMENT_N_LISTS]; /* id → object, both borrowed from the list */

  /* Worked out on the first question after a change, and NULL or unknown until then. */
  GHashTable *counts_by_speaker; /* id → how many, as presser-document-quotes.c counts */
  GHashTable *counts_by_topic;   /* the same */
  guint       n_words;

  GPtrArray *asides;   /* of PresserAside, at their places in the text as loaded; NULL if there are none */
  guint      n_loaded; /* characters of that text */
};

/* The PresserHistoryPerform of a document. */
void presser_document_perform (PresserChange *change,
                               gpointer       document);
void presser_document_emit_text_changed (PresserDocument *self,
                                         guint            start,
                                         guint            n_removed,
                                         guint            n_added);
void presser_document_emit_paragraphs_changed (PresserDocument *self,
                                               guint            first,
                                               guint            n_removed,
                                               guint            n_added);
void presser_document_notify_metadata (PresserDocument *self);

/* Whether a change may be made now; a critical message if not. */
gboolean presser_document_can_change (PresserDocument *self);

/* Copies of the lists as arrays, to change and to hand to presser_document_set_list(). */
GPtrArray *presser_document_dup_list (PresserDocument  *self,
                                      PresserChangeType type);
/* Makes the list hold what @objects holds, by one splice; inside an open group. */
void presser_document_set_list (PresserDocument  *self,
                                PresserChangeType type,
                                GPtrArray        *objects);
/* A step that puts one object into a list without more ado. */
void presser_document_insert_object (PresserDocument  *self,
                                     PresserChangeType type,
                                     guint             position,
                                     gpointer          object,
                                     const char       *label);
/* Keeps the look-up by id in step with the list. */
void     presser_document_note_objects (PresserDocument  *self,
                                        PresserChangeType type,
                                        GPtrArray        *out,
                                        GPtrArray        *in);
gboolean presser_document_list_holds (PresserDocument  *self,
                                      PresserChangeType type,
                                      gpointer          object);

/* Replaces every statement for which @change gives another one; inside an open group. */
typedef PresserStatement *(*PresserStatementChange) (PresserStatement *statement,
                                                     gpointer          user_data);
void presser_document_change_statements (PresserDocument       *self,
                                         PresserStatementChange change,
                                         gpointer               user_data);
/* The same for paragraphs. */
typedef PresserParagraph *(*PresserParagraphChange) (PresserParagraph *paragraph,
                                                     gpointer          user_data);
void presser_document_change_paragraphs (PresserDocument       *self,
                                         PresserParagraphChange change,
                                         gpointer               user_data);

/* Where the lines of @utf8 start behind the first: GArray of guint, counted from @position. */
GArray *presser_document_find_lines (const char *utf8,
                                     guint       position);

G_END_DECLS
