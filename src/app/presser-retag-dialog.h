/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Changes many statements at once: what is to change above, below it what becomes of each, which can be left out. */
#define PRESSER_TYPE_RETAG_DIALOG (presser_retag_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PresserRetagDialog, presser_retag_dialog, PRESSER, RETAG_DIALOG, AdwWindow)

/* When it is done, the parent's action win.offer-undo says so. GPtrArray of PresserStatement. */
void presser_retag_dialog_present (GtkWindow       *parent,
                                   PresserDocument *document,
                                   GPtrArray       *statements);

G_END_DECLS
