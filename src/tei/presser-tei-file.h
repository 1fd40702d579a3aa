/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

/* A TEI file and the document in it. Saving patches the bytes that were read; it never rewrites
 * them. It goes: presser_tei_file_write() gives the bytes that saving would write now; when they are
 * safely on disk, presser_tei_file_accept() makes them the new source. The document may be
 * edited in between; undo goes on across it. */
#define PRESSER_TYPE_TEI_FILE (presser_tei_file_get_type ())
G_DECLARE_FINAL_TYPE (PresserTeiFile, presser_tei_file, PRESSER, TEI_FILE, GObject)

/* @name is for messages only. Safe in any thread. */
PresserTeiFile *presser_tei_file_new (GBytes     *bytes,
                                      const char *name,
                                      GError    **error);
/* The same, where names and topics may stand in the files around @file (or NULL). */
PresserTeiFile *presser_tei_file_new_at (GBytes     *bytes,
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
/* TRUE if the bytes look like TEI (root element TEI, teiCorpus or TEI.2), without reading them all. */
gboolean presser_tei_file_is_tei (GBytes *bytes);

G_END_DECLS
