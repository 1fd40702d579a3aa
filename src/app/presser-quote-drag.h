/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "presser-document.h"

G_BEGIN_DECLS

/* Dragging quotes into another program. */

/* Begins a drag that a gesture on @widget has come upon, with what the quote says at the pointer. */
void presser_quote_drag_begin (GtkWidget          *widget,
                               GtkGesture         *gesture,
                               GdkContentProvider *content);

/* What is to be dragged from (@x, @y) in @widget: borrowed, or NULL for nothing. */
typedef PresserStatement *(*PresserFindStatement) (GtkWidget        *widget,
                                                   double            x,
                                                   double            y,
                                                   PresserDocument **document);

/* Lets statements be dragged out of @widget; not those that a ground rule holds back. */
GtkEventController *presser_quote_drag_source_new (PresserFindStatement find);

G_END_DECLS
