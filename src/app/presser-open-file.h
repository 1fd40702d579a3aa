/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "presser-document.h"
#include "presser-import.h"
#include "presser-tei-file.h"

G_BEGIN_DECLS

/**
 * PresserFileState:
 * @PRESSER_FILE_UNSAVED: imported; there is no TEI file of it yet, and nothing was done to it
 * @PRESSER_FILE_SAVED: the file on disk holds everything
 * @PRESSER_FILE_EDITED: there is work that no file holds
 * @PRESSER_FILE_SAVING: that work is being written
 */
typedef enum
{
  PRESSER_FILE_UNSAVED,
  PRESSER_FILE_SAVED,
  PRESSER_FILE_EDITED,
  PRESSER_FILE_SAVING,
} PresserFileState;

/* A transcript that is open: its document, where it lies on disk and whether the two agree. What was
 * imported is never written to: its place is only where the new file is put beside.
 *
 * Signals:
 * - state-changed
 * - keeping-changed: unsaved work is not being kept any more, or is again.
 * - changed-on-disk (gboolean exists): somebody else wrote, or took away, what we read. */
#define PRESSER_TYPE_OPEN_FILE (presser_open_file_get_type ())
G_DECLARE_FINAL_TYPE (PresserOpenFile, presser_open_file, PRESSER, OPEN_FILE, GObject)

/* Reads any transcript in a thread. */
void presser_open_file_load_async (GFile              *file,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
/* The same for bytes that lie in no file of the user's: the clipboard, the sample. */
void presser_open_file_load_bytes_async (GBytes             *bytes,
                                         const char         *name,
                                         gboolean            is_precious,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
/* The same transcript again, understood otherwise. */
void             presser_open_file_load_imported_async (PresserOpenFile     *before,
                                                        GBytes              *tei,
                                                        PresserImportReport *report,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
PresserOpenFile *presser_open_file_load_finish (GAsyncResult *result,
                                                GError      **error);

PresserDocument *presser_open_file_get_document (PresserOpenFile *self);
PresserFileState presser_open_file_get_state (PresserOpenFile *self);
/* TRUE if closing now would lose something. */
gboolean presser_open_file_has_unsaved_work (PresserOpenFile *self);
/* Where saving goes, or NULL before the first time. */
GFile *presser_open_file_get_location (PresserOpenFile *self);
/* What was opened, or NULL if that was no file. */
GFile *presser_open_file_get_origin (PresserOpenFile *self);
/* For messages and windows without a title. */
const char *presser_open_file_get_name (PresserOpenFile *self);
/* What the importer was unsure of: GPtrArray of char *. */
GPtrArray *presser_open_file_get_remarks (PresserOpenFile *self);
/* Of an import that was not changed or saved yet, so that it can be made anew: what was found, and in what. NULL else. */
PresserImportReport *presser_open_file_get_report (PresserOpenFile *self);
GBytes              *presser_open_file_get_source (PresserOpenFile *self);
/* TRUE if the user has looked at what was found. */
gboolean presser_open_file_is_decided (PresserOpenFile *self);
/* TRUE if the user should look at what was found and has not. */
gboolean presser_open_file_is_unsure (PresserOpenFile *self);
/* A name beside what was opened that no file has yet; NULL if that was no file. */
GFile *presser_open_file_dup_suggestion (PresserOpenFile *self);
/* The XML that saving would write now, in UTF-8: of the file that holds the statements. */
GBytes *presser_open_file_dup_xml (PresserOpenFile *self,
                                   GError         **error);
/* Where a statement stands in it: GArray of PresserRange, in bytes. */
GArray *presser_open_file_dup_xml_places (PresserOpenFile  *self,
                                          PresserStatement *statement);

/* How statements are written. A choice is work to be saved. */
PresserTeiPlacement presser_open_file_get_placement (PresserOpenFile *self);
void                presser_open_file_set_placement (PresserOpenFile    *self,
                                                     PresserTeiPlacement placement);
/* Whether the file of the text may change at all; it may not in P4. */
gboolean presser_open_file_can_change (PresserOpenFile *self);

/* Looks at the disk now; “changed-on-disk” tells if there is anything to tell. */
void presser_open_file_look (PresserOpenFile *self);
/* Where journals of unsaved work lie. */
GFile *presser_open_file_dup_journal_folder (void);
/* Why unsaved work is not being kept, or NULL. */
const char *presser_open_file_get_keep_error (PresserOpenFile *self);
/* Before it is closed: what is unsaved is not wanted. */
void presser_open_file_give_up (PresserOpenFile *self);

/* @overwrite: what lies there may go, whatever it is by now. */
void     presser_open_file_save_async (PresserOpenFile    *self,
                                       GFile              *location,
                                       gboolean            overwrite,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean presser_open_file_save_finish (PresserOpenFile *self,
                                        GAsyncResult    *result,
                                        GError         **error);

G_END_DECLS
