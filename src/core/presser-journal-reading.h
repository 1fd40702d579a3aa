/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-journal.h"

G_BEGIN_DECLS

/* A journal that nobody closed: the program ended without having been asked to. It stays locked, so that
 * no other process takes it, until the reading goes or a journal goes on in it. */
#define PRESSER_TYPE_JOURNAL_READING (presser_journal_reading_get_type ())
G_DECLARE_FINAL_TYPE (PresserJournalReading, presser_journal_reading, PRESSER, JOURNAL_READING, GObject)

/* GPtrArray of GFile: the journals in a folder, whoever's they are. */
GPtrArray *presser_journal_list (GFile *folder);
/* G_IO_ERROR_BUSY if somebody is at it. Safe in any thread. */
PresserJournalReading *presser_journal_reading_new (GFile   *file,
                                                    GError **error);

/* The TEI file that the steps are made on. */
GBytes *presser_journal_reading_get_bytes (PresserJournalReading *self);
/* The second file, or NULL. */
GBytes     *presser_journal_reading_get_statements (PresserJournalReading *self);
const char *presser_journal_reading_get_name (PresserJournalReading *self);
/* URIs, or NULL; where the document was saved last, and the checksum of what was put there. */
const char *presser_journal_reading_get_location (PresserJournalReading *self);
const char *presser_journal_reading_get_origin (PresserJournalReading *self);
const char *presser_journal_reading_get_checksum (PresserJournalReading *self);
gboolean    presser_journal_reading_is_precious (PresserJournalReading *self);
/* Seconds since the epoch: when the last step was made, or the document opened. */
gint64 presser_journal_reading_get_time (PresserJournalReading *self);
/* Whether no file holds what this does. */
gboolean presser_journal_reading_has_unsaved_work (PresserJournalReading *self);
/* Statements that unsaved steps made or changed, and took away; known after the replay. */
guint presser_journal_reading_get_n_changed (PresserJournalReading *self);
guint presser_journal_reading_get_n_removed (PresserJournalReading *self);

/* Makes the steps again in a document just read from the bytes. After an error those before it are made. */
gboolean presser_journal_reading_replay (PresserJournalReading *self,
                                         PresserDocument       *document,
                                         GError               **error);
/* Goes on keeping the document that was replayed whole. */
PresserJournal *presser_journal_reading_resume (PresserJournalReading *self,
                                                PresserDocument       *document);
/* Takes the file away, for good. */
void presser_journal_reading_discard (PresserJournalReading *self);

G_END_DECLS
