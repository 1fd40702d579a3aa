/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-export.h"

G_BEGIN_DECLS

/* A ZIP archive of PresserExportFile, whose names may hold folders here. The same files give the same bytes. */
GBytes *presser_export_zip (GPtrArray *files,
                            GError   **error);
void    presser_export_zip_add (GPtrArray  *files,
                                const char *name,
                                GString    *content);

G_END_DECLS
