/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-import.h"

G_BEGIN_DECLS

/* How a transcript was understood, to accept or to put right. Emits “accepted” with the TEI (GBytes), NULL if nothing
 * was decided otherwise than it was, and the report on it. */
#define PRESSER_TYPE_IMPORT_DIALOG (presser_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PresserImportDialog, presser_import_dialog, PRESSER, IMPORT_DIALOG, AdwWindow)

/* @bytes: the transcript as it came; @report: what was found in it without decisions. */
PresserImportDialog *presser_import_dialog_new (GtkWindow           *parent,
                                                GBytes              *bytes,
                                                const char          *name,
                                                PresserImportReport *report);

G_END_DECLS
