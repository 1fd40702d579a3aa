/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-script.h"

G_BEGIN_DECLS

/* The block between two lines of --- at the start of a Markdown file. Gives how many bytes it takes, 0 if there
 * is none. @script: (nullable): gets title, date, source and so on. */
gsize presser_front_matter_read (PresserScript *script,
                                 const char    *text);

G_END_DECLS
