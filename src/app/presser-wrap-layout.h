/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after the other like words, in as many lines as the width asks for. */
#define PRESSER_TYPE_WRAP_LAYOUT (presser_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PresserWrapLayout, presser_wrap_layout, PRESSER, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
