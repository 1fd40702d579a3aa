/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words broken at the ends of printed lines. @lines: of char **, owned text each. Gives how many were put together. */
guint presser_hyphens_join (GPtrArray *lines);

G_END_DECLS
