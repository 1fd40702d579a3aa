/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-document.h"

G_BEGIN_DECLS

/**
 * PresserJournalBase:
 * @bytes: the TEI file that the document was read from
 * @statements: (nullable): the second file that it was read from
 * @name: what the document is called, for a person to read
 * @location: (nullable): URI of the file that is saved to
 * @origin: (nullable): URI of what was opened
 * @checksum: (nullable): SHA-256 of what lies at @location
 * @is_precious: whether @bytes lie in no file of the user's
 *
 * What a journal starts from: with it, a journal needs nothing else to bring the work back.
 */
typedef struct
{
  GBytes     *bytes;
  GBytes     *statements;
  const char *name;
  const char *location;
  const char *origin;
  const char *checksum;
  gboolean    is_precious;
} PresserJournalBase;

/* Keeps the work since the last save: each step that is made in a document is noted as it is made, and written
 * by presser_journal_flush(), which whoever made the journal calls soon after a “changed”. There is
 * no file before there is something to keep. What lies on the disk is described in docs/journal.md.
 *
 * Signals:
 * - changed: something waits to be flushed. */
#define PRESSER_TYPE_JOURNAL (presser_journal_get_type ())
G_DECLARE_FINAL_TYPE (PresserJournal, presser_journal, PRESSER, JOURNAL, GObject)

/* Of a document as it was read from @base, and unchanged since. @folder is made when it is needed. */
PresserJournal *presser_journal_new (PresserDocument          *document,
                                     GFile                    *folder,
                                     const PresserJournalBase *base);
gboolean        presser_journal_has_pending (PresserJournal *self);
/* Writes what waits, and returns when it is on the disk. Safe in any thread. After an error all of it still waits. */
gboolean presser_journal_flush (PresserJournal *self,
                                GError        **error);
/* The document is about to be saved, and then was. @files: pairs of URI and SHA-256, NULL-terminated, the
 * document's own file first: all that will be written. */
void presser_journal_note_saving (PresserJournal    *self,
                                  const char *const *files);
void presser_journal_note_saved (PresserJournal *self);
/* Nothing of it is needed any more: the file goes, and what is done later is not noted. */
void presser_journal_close (PresserJournal *self);
/* NULL before there is one. */
GFile *presser_journal_dup_file (PresserJournal *self);

G_END_DECLS
