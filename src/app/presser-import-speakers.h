/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-import-decisions.h"

G_BEGIN_DECLS

/* The speakers that an import found, or the labels that it did not take for any: each with a check box; two are made
 * one by dragging one on the other, or by its menu. Emits “decided” when the decisions were changed. */
#define PRESSER_TYPE_IMPORT_SPEAKERS (presser_import_speakers_get_type ())
G_DECLARE_FINAL_TYPE (PresserImportSpeakers, presser_import_speakers, PRESSER, IMPORT_SPEAKERS, GtkWidget)

/* @found: of PresserImportSpeaker. @are_speakers: FALSE for candidates. @decisions is borrowed. */
void presser_import_speakers_show (PresserImportSpeakers  *self,
                                   GListModel             *found,
                                   gboolean                are_speakers,
                                   PresserImportDecisions *decisions);

G_END_DECLS
