/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every command by its name, found while it is typed, with its key: for those who know what they want and not
 * where it stands. */
#define PRESSER_TYPE_COMMAND_PALETTE (presser_command_palette_get_type ())
G_DECLARE_FINAL_TYPE (PresserCommandPalette, presser_command_palette, PRESSER, COMMAND_PALETTE, GtkPopover)

GtkWidget *presser_command_palette_new (void);
/* What is offered: all commands of menus, see presser_commands_collect(). GPtrArray of PresserCommand. */
void presser_command_palette_open (PresserCommandPalette *self,
                                   GPtrArray             *commands);

G_END_DECLS
