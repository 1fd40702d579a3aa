/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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

  gboolean is_decided;  /* the user has looked at the import */
  gboolean is_precious; /* lies in no file, so it would be lost */
  guint    n_writes;    /* tells looks at the disk apart that a write overtook */
};

/* presser-open-file.c */
PresserOpenFile *presser_open_file_new (PresserTeiFile *tei);
void             presser_open_file_emit_state (PresserOpenFile *self);

/* presser-open-file-watch.c */
void presser_open_file_set_location (PresserOpenFile *self,
                                     GFile           *location);

G_END_DECLS
