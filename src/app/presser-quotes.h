/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Several quotes with their attributions for the clipboard, one a paragraph. Suggestions and what a ground rule keeps
 * back are left out. GPtrArray of PresserStatement; NULL if nothing is left. */
GdkContentProvider *presser_quotes_make_content (PresserDocument *document,
                                                 GPtrArray       *statements,
                                                 gint64           now,
                                                 guint           *n_copied);

G_END_DECLS
