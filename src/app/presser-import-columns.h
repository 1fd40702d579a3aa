/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-import-decisions.h"

G_BEGIN_DECLS

typedef void (*PresserColumnsDecided) (gpointer data);

/* Fills @group with rows to choose which column of a table is what. @decisions lives as long as @group; @decided: called
 * with @data after each choice. FALSE if the file was no table: then the group stays empty. */
gboolean presser_import_columns_fill (AdwPreferencesGroup    *group,
                                      PresserImportReport    *report,
                                      PresserImportDecisions *decisions,
                                      PresserColumnsDecided   decided,
                                      gpointer                data);

G_END_DECLS
