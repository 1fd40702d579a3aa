/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cli-input.h"

G_BEGIN_DECLS

/* Lists the topics that a document proposes itself, or adds them to it. FALSE after a complaint. */
gboolean presser_cli_suggest_topics (PresserCliInput *input,
                                     const char      *language,
                                     const char      *output,
                                     gboolean         json,
                                     gboolean         accept);

G_END_DECLS
