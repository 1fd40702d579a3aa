/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-suggest.h"

G_BEGIN_DECLS

/* One line {"id","lang","text"} in, one line with the quotations found and their speakers out. */
char *presser_suggest_json_line (const char                  *line,
                                 const PresserSuggestOptions *options,
                                 GError                     **error);

G_END_DECLS
