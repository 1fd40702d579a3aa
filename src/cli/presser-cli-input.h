/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"
#include "presser-tei-file.h"

G_BEGIN_DECLS

/**
 * PresserCliInput:
 * @name: for messages and the document column: the file's name without its folder, or “standard input”
 * @file: (nullable): where it came from; %NULL for standard input
 * @is_tei: whether it was TEI, and so may be written back
 * @tei: the document's TEI
 *
 * A transcript of any format, opened.
 */
typedef struct
{
  char           *name;
  GFile          *file;
  gboolean        is_tei;
  PresserTeiFile *tei;
} PresserCliInput;

/* The bytes of a file, or of standard input for "-"; @checksum: (nullable): gets their SHA-256. */
GBytes          *presser_cli_read (const char *path,
                                   GFile     **file,
                                   char      **name,
                                   char      **checksum,
                                   GError    **error);
PresserCliInput *presser_cli_input_open (const char *path,
                                         GError    **error);
/* The same from any thread. @name: (nullable): instead of the file's own; @remarks gets what the import has to say. */
PresserCliInput *presser_cli_input_open_quietly (const char *path,
                                                 const char *name,
                                                 GPtrArray  *remarks,
                                                 GError    **error);
void             presser_cli_input_free (PresserCliInput *self);
PresserDocument *presser_cli_input_get_document (PresserCliInput *self);
/* Saves what was changed: to @output ("-": standard output), or back to the file if that was TEI. FALSE after a complaint. */
gboolean presser_cli_input_save (PresserCliInput *self,
                                 const char      *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserCliInput, presser_cli_input_free)

/* Splits the arguments of a verb that takes FILE… [QUERY]: the last one is the query if it is no file and does not look
 * like the name of one. @query stays as it is when it was given by an option. */
void presser_cli_split_query (char     **arguments,
                              GPtrArray *paths,
                              char     **query);

/* Folders become the transcripts in them and below, patterns like *.xml the files that they match, both sorted;
 * everything else stays as it is. GPtrArray of char *, owned. */
GPtrArray *presser_cli_expand_folders (GPtrArray *paths);

G_END_DECLS
