/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PresserSwatchShape:
 * @PRESSER_SWATCH_DOT: a speaker, with initials
 * @PRESSER_SWATCH_SQUARE: a topic
 * @PRESSER_SWATCH_BAR: beside a statement
 *
 * What a swatch looks like.
 */
typedef enum
{
  PRESSER_SWATCH_DOT,
  PRESSER_SWATCH_SQUARE,
  PRESSER_SWATCH_BAR,
} PresserSwatchShape;

/* A patch of a palette colour that follows light and dark. */
#define PRESSER_TYPE_SWATCH (presser_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PresserSwatch, presser_swatch, PRESSER, SWATCH, GtkWidget)

GtkWidget *presser_swatch_new (PresserSwatchShape shape);
/* @colour: a place in the palette, -1 for grey. @initials: (nullable): for a dot. @hollow: an outline only. */
void presser_swatch_set (PresserSwatch *self,
                         int            colour,
                         const char    *initials,
                         gboolean       hollow);
void presser_swatch_set_shape (PresserSwatch     *self,
                               PresserSwatchShape shape);

G_END_DECLS
