/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-export-plan.h"

G_BEGIN_DECLS

typedef void (*PresserColumnsChanged) (gpointer data);

/* Fills @row with a check box for each column of a table. @plan lives as long as @row; @changed: called with @data
 * when one was put in or taken out. */
void presser_export_columns_fill (AdwExpanderRow       *row,
                                  PresserExportPlan    *plan,
                                  PresserColumnsChanged changed,
                                  gpointer              data);

G_END_DECLS
