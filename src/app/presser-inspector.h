/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* The statement under the cursor, to read and to change. */
#define PRESSER_TYPE_INSPECTOR (presser_inspector_get_type ())
G_DECLARE_FINAL_TYPE (PresserInspector, presser_inspector, PRESSER, INSPECTOR, GtkWidget)

void presser_inspector_show (PresserInspector *self,
                             PresserDocument  *document,
                             PresserStatement *statement);
/* A note that is being typed becomes part of the document. */
void presser_inspector_commit (PresserInspector *self);
void presser_inspector_focus_note (PresserInspector *self);

G_END_DECLS
