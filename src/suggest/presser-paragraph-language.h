/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-engine.h"

G_BEGIN_DECLS

void presser_stretches_find_languages (GArray                *stretches,
                                       const char            *text,
                                       const PresserCueTable *main_table);

G_END_DECLS
