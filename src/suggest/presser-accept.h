/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-suggest.h"

G_BEGIN_DECLS

guint presser_suggest_add (PresserDocument *document,
                           GPtrArray       *proposals,
                           PresserStatus    status);

G_END_DECLS
