/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes the program look as the settings say, now and when they change. Once, at the start, with a display. */
void presser_appearance_follow_settings (void);

G_END_DECLS
