/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Somebody, or a program, whose work a statement is: TEI `respStmt`. Immutable. */
#define PRESSER_TYPE_ANNOTATOR (presser_annotator_get_type ())
G_DECLARE_FINAL_TYPE (PresserAnnotator, presser_annotator, PRESSER, ANNOTATOR, GObject)

PresserAnnotator *presser_annotator_new (const char *id,
                                         const char *name,
                                         gboolean    is_program);
const char       *presser_annotator_get_id (PresserAnnotator *self);
const char       *presser_annotator_get_name (PresserAnnotator *self);
gboolean          presser_annotator_is_program (PresserAnnotator *self);

G_END_DECLS
