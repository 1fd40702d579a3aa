/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Exports all transcripts of a folder into one file, with progress, and says which could not be read. */
#define PRESSER_TYPE_FOLDER_EXPORT_DIALOG (presser_folder_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PresserFolderExportDialog, presser_folder_export_dialog, PRESSER, FOLDER_EXPORT_DIALOG, AdwWindow)

PresserFolderExportDialog *presser_folder_export_dialog_new (GtkWindow *parent);
void                       presser_folder_export_dialog_set_folder (PresserFolderExportDialog *self,
                                                                    GFile                     *folder);
/* As “Export…” does once it is known where to. */
void presser_folder_export_dialog_export (PresserFolderExportDialog *self,
                                          GFile                     *target);

G_END_DECLS
