/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* A TEI file and the document in it, maybe with a second file beside that holds statements. Saving patches the bytes that were read; it never rewrites
 * them. It goes: presser_tei_file_write() gives the bytes that saving would write now; when they are
 * safely on disk, presser_tei_file_accept() makes them the new source. The document may be
 * edited in between; undo goes on across it. */
#define PRESSER_TYPE_TEI_FILE (presser_tei_file_get_type ())
G_DECLARE_FINAL_TYPE (PresserTeiFile, presser_tei_file, PRESSER, TEI_FILE, GObject)

/**
 * PresserTeiPlacement:
 * @PRESSER_TEI_IN_TEXT: as tags round the words; where there is no room for them, stand-off
 * @PRESSER_TEI_STAND_OFF: as annotations behind or before a text that gets no tags, in the same file
 * @PRESSER_TEI_BESIDE: as annotations in a file of their own, so that the file of the text stays byte for byte
 *
 * How the statements of a document are written.
 */
typedef enum
{
  PRESSER_TEI_IN_TEXT,
  PRESSER_TEI_STAND_OFF,
  PRESSER_TEI_BESIDE,
} PresserTeiPlacement;

/**
 * PresserTeiStrayFate:
 * @PRESSER_TEI_STRAY_FOUND: its words stand elsewhere now
 * @PRESSER_TEI_STRAY_REWORDED: other words stand where it stood, between the same neighbours
 * @PRESSER_TEI_STRAY_LOST: its words are nowhere to be found, or in several places; it is in no list of statements, but stays in
 * the file
 *
 * What became of a stand-off statement whose words no longer stand where it says.
 */
typedef enum
{
  PRESSER_TEI_STRAY_FOUND,
  PRESSER_TEI_STRAY_REWORDED,
  PRESSER_TEI_STRAY_LOST,
} PresserTeiStrayFate;

/**
 * PresserTeiStray:
 * @id: the statement's id
 * @speaker: (nullable): id of its speaker
 * @words: its words as the file remembers them, maybe none
 * @fate: what became of it
 *
 * A stand-off statement whose text was changed by somebody else.
 */
typedef struct
{
  char               *id;
  char               *speaker;
  char               *words;
  PresserTeiStrayFate fate;
} PresserTeiStray;

void presser_tei_stray_free (PresserTeiStray *self);

/* @name is for messages, and for pointers from a file beside. Safe in any thread. */
PresserTeiFile *presser_tei_file_new (GBytes     *bytes,
                                      const char *name,
                                      GError    **error);
/* The same, where names and topics may stand in the files around @file (or NULL), and statements in NAME.statements.xml beside it. */
PresserTeiFile *presser_tei_file_new_at (GBytes     *bytes,
                                         GFile      *file,
                                         const char *name,
                                         GError    **error);
/* The same, with @statements (or NULL) in place of what the second file holds now. */
PresserTeiFile *presser_tei_file_new_as_read (GBytes     *bytes,
                                              GBytes     *statements,
                                              GFile      *file,
                                              const char *name,
                                              GError    **error);
/* Translated sentences on what could not be read, or was read elsewhere; NULL-terminated, perhaps empty. */
const char *const *presser_tei_file_get_remarks (PresserTeiFile *self);
PresserDocument   *presser_tei_file_get_document (PresserTeiFile *self);
GBytes            *presser_tei_file_get_bytes (PresserTeiFile *self);
GBytes            *presser_tei_file_write (PresserTeiFile *self,
                                           GError        **error);
/* @bytes as given by the last presser_tei_file_write(). */
gboolean presser_tei_file_accept (PresserTeiFile *self,
                                  GBytes         *bytes,
                                  GError        **error);
/* Where statements go. P4 files are for reading only, so theirs stand beside. */
PresserTeiPlacement presser_tei_file_get_placement (PresserTeiFile *self);
gboolean            presser_tei_file_set_placement (PresserTeiFile     *self,
                                                    PresserTeiPlacement placement);
gboolean            presser_tei_file_can_change (PresserTeiFile *self);
/* Whether what is to be written differs from what was read by its placement alone. */
gboolean presser_tei_file_placement_is_saved (PresserTeiFile *self);
/* GPtrArray of PresserTeiStray, borrowed. */
GPtrArray *presser_tei_file_get_strays (PresserTeiFile *self);
/* The second file, read right after the first: what it says is in the document then. */
gboolean presser_tei_file_add_statements (PresserTeiFile *self,
                                          GBytes         *bytes,
                                          const char     *name,
                                          GError        **error);
/* What the second file has to hold for the last presser_tei_file_write(); NULL if there must be none. Borrowed. */
GBytes *presser_tei_file_get_statements (PresserTeiFile *self);
/* What it held, as it was read or last accepted; NULL if there was none. Borrowed. */
GBytes *presser_tei_file_get_statements_as_read (PresserTeiFile *self);

/* What the last presser_tei_file_write() wrote, for people to look at: UTF-8 whatever the encoding, of the file that holds the
 * statements; borrowed. */
GBytes *presser_tei_file_get_shown (PresserTeiFile *self);
/* Where a statement stands in it: GArray of PresserRange, in bytes, one for each of its elements; empty if it is not there. */
GArray *presser_tei_file_dup_shown_places (PresserTeiFile *self,
                                           const char     *statement_id);

/* TRUE if the bytes look like TEI (root element TEI, teiCorpus or TEI.2), without reading them all. */
gboolean presser_tei_file_is_tei (GBytes *bytes);

G_END_DECLS
