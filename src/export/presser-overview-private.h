/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-overview.h"

G_BEGIN_DECLS

/* presser-overview-exchanges.c */
void presser_exchanges_find (PresserDocument *document,
                             GPtrArray       *statements,
                             GArray          *exchanges);

G_END_DECLS
