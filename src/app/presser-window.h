/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-application.h"
#include "presser-document.h"

G_BEGIN_DECLS

/* One transcript at work. */
#define PRESSER_TYPE_WINDOW (presser_window_get_type ())
G_DECLARE_FINAL_TYPE (PresserWindow, presser_window, PRESSER, WINDOW, AdwApplicationWindow)

PresserWindow *presser_window_new (PresserApplication *application);
/* Reads a file; what goes wrong is told in the window. */
void presser_window_open (PresserWindow *self,
                          GFile         *file);
/* TRUE if nothing is open and nothing is being opened. */
gboolean presser_window_is_empty (PresserWindow *self);
gboolean presser_window_has_file (PresserWindow *self,
                                  GFile         *file);
/* Borrowed, or NULL. */
PresserDocument *presser_window_get_document (PresserWindow *self);

G_END_DECLS
