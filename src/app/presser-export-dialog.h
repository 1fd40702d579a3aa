/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-export-plan.h"

G_BEGIN_DECLS

/* What goes out, as what, and how it will look, before it does. Emits “accepted” with %TRUE if it is to be copied
 * instead of written; who listens does that and closes the dialog. */
#define PRESSER_TYPE_EXPORT_DIALOG (presser_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PresserExportDialog, presser_export_dialog, PRESSER, EXPORT_DIALOG, AdwWindow)

/* Takes @plan over. @selected: (nullable): GPtrArray of the statements that the user has selected. */
PresserExportDialog *presser_export_dialog_new (GtkWindow         *parent,
                                                PresserExportPlan *plan,
                                                GPtrArray         *selected);
/* Borrowed. */
PresserExportPlan *presser_export_dialog_get_plan (PresserExportDialog *self);
/* Those that go out, borrowed; GPtrArray of PresserStatement. */
GPtrArray *presser_export_dialog_get_statements (PresserExportDialog *self);

G_END_DECLS
