/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a user sets once: everything takes effect at once. */
#define PRESSER_TYPE_PREFERENCES (presser_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PresserPreferences, presser_preferences, PRESSER, PREFERENCES, AdwWindow)

PresserPreferences *presser_preferences_new (GtkWindow *parent);

G_END_DECLS
