/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* Text to look at before it is decided about, in the colours of its language. */
#define PRESSER_TYPE_PREVIEW (presser_preview_get_type ())
G_DECLARE_FINAL_TYPE (PresserPreview, presser_preview, PRESSER, PREVIEW, GtkSourceView)

/* @file_name and @mime_type (nullable) tell the language. */
void presser_preview_show (PresserPreview *self,
                           const char     *text,
                           const char     *file_name,
                           const char     *mime_type);

G_END_DECLS
