/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Own wordings of quotes that are kept: a menu at the entry in which one is written. */
void presser_export_wordings_attach (GtkMenuButton *button,
                                     GtkEditable   *entry);

G_END_DECLS
