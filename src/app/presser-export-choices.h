/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-export.h"

G_BEGIN_DECLS

/* Rows that every export asks with. */

/* All formats, each with what it is for; the row says it of the chosen one. */
void                   presser_export_formats_fill (AdwComboRow           *row,
                                                    const PresserExporter *chosen);
const PresserExporter *presser_export_formats_get_chosen (AdwComboRow *row);
/* In the order of PresserExportStatuses and behind them, if there are any, those that are selected. */
void presser_export_scopes_fill (AdwComboRow          *row,
                                 PresserExportStatuses chosen,
                                 guint                 n_selected);

G_END_DECLS
