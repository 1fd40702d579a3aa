/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-application.h"

G_BEGIN_DECLS

/* What is open at the end is opened again at the start, if the settings say so. */

/* Notes what is open now; before the first window closes. */
void presser_session_store (PresserApplication *application);
/* FALSE if there was nothing to open. */
gboolean presser_session_restore (PresserApplication *application);

G_END_DECLS
