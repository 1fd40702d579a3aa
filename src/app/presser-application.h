/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PRESSER_TYPE_APPLICATION (presser_application_get_type ())
G_DECLARE_FINAL_TYPE (PresserApplication, presser_application, PRESSER, APPLICATION, AdwApplication)

GApplication *presser_application_new (void);
/* In the window that has it open already, in @preferred if nothing is open there, or in a new one. */
void presser_application_open_file (PresserApplication *self,
                                    GFile              *file,
                                    GtkWindow          *preferred);
/* TRUE since the user asked for the end of the program; a window may still have refused to go. */
gboolean presser_application_is_quitting (PresserApplication *self);
/* presser-application-rescue.c: once, at the start. */
void presser_application_offer_unsaved_work (PresserApplication *self);

G_END_DECLS
