/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-engine.h"
#include "presser-suggest.h"

G_BEGIN_DECLS

PresserCertainty presser_finding_judge (const PresserStatementFinding *finding);

G_END_DECLS
