/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Offers what was not saved when the program last ended. Closing it decides nothing: the next start offers
 * what is left again.
 *
 * Signals:
 * - restore (PresserRescue *rescue): it is wanted; it leaves the list. */
#define PRESSER_TYPE_RESCUE_WINDOW (presser_rescue_window_get_type ())
G_DECLARE_FINAL_TYPE (PresserRescueWindow, presser_rescue_window, PRESSER, RESCUE_WINDOW, AdwWindow)

/* @rescues: GPtrArray of PresserRescue, not empty. */
PresserRescueWindow *presser_rescue_window_new (GtkWindow *parent,
                                                GPtrArray *rescues);

G_END_DECLS
