/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"
#include "presser-history-private.h"
#include "presser-journal.h"

G_BEGIN_DECLS

/* How the parts of the journal fit together; docs/journal.md describes what lies on the disk.
 *
 * presser-journal-objects.c   one object of a document  ⇄ a{sv}
 * presser-journal-change.c    a change, as it is made   → a{sv}
 * presser-journal-replay.c    a{sv}, against a document → the change made again
 * presser-journal-file.c      records in a file that may end in the middle of one
 * presser-journal.c           follows a document and keeps its journal
 * presser-journal-reading.c   what a journal holds that nobody closed */

/* The dictionaries leave out what is as in a new object, and readers pass over keys they don't know. */
GVariant         *presser_journal_from_statement (PresserStatement *statement);
PresserStatement *presser_journal_to_statement (GVariant *dictionary);
GVariant         *presser_journal_from_paragraph (PresserParagraph *paragraph);
PresserParagraph *presser_journal_to_paragraph (GVariant *dictionary);
GVariant         *presser_journal_from_metadata (PresserMetadata *metadata);
PresserMetadata  *presser_journal_to_metadata (GVariant *dictionary);
/* Speakers, topics, annotators. */
GVariant   *presser_journal_from_object (PresserChangeType type,
                                         gpointer          object);
gpointer    presser_journal_to_object (PresserChangeType type,
                                       GVariant         *dictionary);
const char *presser_journal_get_object_id (PresserChangeType type,
                                           gpointer          object);

/* Where the characters of the base stand in the store of the text that is being edited. */
typedef struct
{
  guint store_start;
  guint length;
  guint base_start; /* position in the base's text, in code points */
} PresserJournalPiece;

/* GArray of PresserJournalPiece by store_start; @pieces: of the text while it was the base's. */
GArray *presser_journal_index_pieces (GArray *pieces);

/* Before @change is performed. Floating. */
GVariant *presser_journal_from_change (PresserDocument *document,
                                       PresserChange   *change,
                                       GArray          *base_pieces);
/* Makes a recorded change again, in an open group of the history. */
gboolean presser_journal_make_change (PresserDocument *document,
                                      GVariant        *dictionary,
                                      GError         **error);
/* Where a pointer to a place in the base ends: in a piece that is not of the base. */
#define PRESSER_JOURNAL_NOT_BASE G_MAXUINT

#define PRESSER_JOURNAL_STEP_TYPE "(sxbaa{sv})" /* label, when, whether unsaved afterwards, changes */

/* A file that is locked while it is open. Its functions are safe in any thread, one at a time. */
typedef struct _PresserJournalFile PresserJournalFile;

PresserJournalFile *presser_journal_file_create (GFile   *folder,
                                                 GError **error);
/* G_IO_ERROR_BUSY if another process, or another window, is at it. @records: of GVariant "(sv)", as many as are
 * whole. */
PresserJournalFile *presser_journal_file_open (GFile      *file,
                                               GPtrArray **records,
                                               GError    **error);
void                presser_journal_file_free (PresserJournalFile *self);
GFile              *presser_journal_file_get_file (PresserJournalFile *self);
/* Appends, and waits until it is on the disk; after an error the file is as it was before. */
gboolean presser_journal_file_append (PresserJournalFile *self,
                                      GPtrArray          *records,
                                      GError            **error);
/* Takes the file away; it stays locked until it is freed. */
void presser_journal_file_remove (PresserJournalFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserJournalFile, presser_journal_file_free)

/* A journal that goes on in the file that @reading was read from. */
PresserJournal *presser_journal_new_resumed (PresserDocument    *document,
                                             GArray             *base_pieces,
                                             PresserJournalFile *file);

G_END_DECLS
