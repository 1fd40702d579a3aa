/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-engine.h"

G_BEGIN_DECLS

void presser_resolve (PresserCast             *cast,
                      const PresserCueTable   *table,
                      const char              *text,
                      PresserStatementFinding *finding);
void presser_findings_sort (GArray *findings,
                            guint   first);

G_END_DECLS
