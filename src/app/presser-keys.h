/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The single keys of the Annotate mode, for a widget in which nobody types. */
GtkEventController *presser_keys_new (void);

/* The key of an action, as people read it, or NULL. */
char *presser_keys_dup_label (const char *action,
                              GVariant   *target);

G_END_DECLS
