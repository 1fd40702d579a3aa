/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "presser-application.h"
#include "presser-document.h"
#include "presser-rescue.h"

G_BEGIN_DECLS

/* One transcript at work. */
#define PRESSER_TYPE_WINDOW (presser_window_get_type ())
G_DECLARE_FINAL_TYPE (PresserWindow, presser_window, PRESSER, WINDOW, AdwApplicationWindow)

PresserWindow *presser_window_new (PresserApplication *application);
/* Reads a file; what goes wrong is told in the window. */
void presser_window_open (PresserWindow *self,
                          GFile         *file);
/* Shows work that was not saved, unsaved as it is. */
void presser_window_restore (PresserWindow *self,
                             PresserRescue *rescue);
/* TRUE if @rescue would take the place of nothing, or of the same file without it. */
gboolean presser_window_can_restore (PresserWindow *self,
                                     PresserRescue *rescue);
/* Where the cursor stands, and where it is to stand when the file has been opened: a paragraph, from 0. */
guint presser_window_get_paragraph (PresserWindow *self);
void  presser_window_open_at (PresserWindow *self,
                              GFile         *file,
                              guint          paragraph);
/* What was opened in it, or NULL. */
GFile *presser_window_get_file (PresserWindow *self);
/* TRUE if nothing is open and nothing is being opened. */
gboolean presser_window_is_empty (PresserWindow *self);
gboolean presser_window_has_file (PresserWindow *self,
                                  GFile         *file);
/* Borrowed, or NULL. */
PresserDocument *presser_window_get_document (PresserWindow *self);

G_END_DECLS
