/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-journal.h"
#include "presser-open-file.h"
#include "presser-tei-file.h"

G_BEGIN_DECLS

/* What the parts of an open file share: reading, saving, watching the disk. */
struct _PresserOpenFile
{
  GObject parent_instance;

  /* Owned. */
  PresserTeiFile      *tei;
  GFile               *location; /* NULL before the first save of an import */
  GFile               *origin;   /* NULL if it came from no file */
  char                *name;
  char                *checksum; /* of what lies at location, as far as we know */
  GPtrArray           *remarks;  /* of char * */
  GFileMonitor        *monitor;  /* of location */
  GBytes              *source;   /* of an import: what it was made of; else NULL */
  PresserImportReport *report;   /* likewise what was found in that */
  GBytes              *pending;  /* being written; NULL if nothing is */
  GCancellable        *closed;   /* ends the looks at the disk */

  PresserJournal *journal;    /* NULL once it has ended */
  char           *keep_error; /* why work is not being kept, or NULL */
  guint           flush_id;   /* source of a flush to come, or 0 */
  gboolean        is_flushing;
  gboolean        is_given_up; /* nothing unsaved is wanted */

  gboolean is_decided;  /* the user has looked at the import */
  gboolean is_precious; /* lies in no file, so it would be lost */
  guint    n_writes;    /* tells looks at the disk apart that a write overtook */
};

/* presser-open-file.c */
PresserOpenFile *presser_open_file_new (PresserTeiFile *tei);
void             presser_open_file_emit_state (PresserOpenFile *self);

/* presser-open-file-journal.c */
void presser_open_file_follow_journal (PresserOpenFile *self,
                                       PresserJournal  *journal);
void presser_open_file_begin_journal (PresserOpenFile *self);
void presser_open_file_end_journal (PresserOpenFile *self);

/* presser-open-file-watch.c */
void presser_open_file_set_location (PresserOpenFile *self,
                                     GFile           *location);

G_END_DECLS
