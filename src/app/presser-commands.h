/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PresserCommand:
 * @title: what it does, translated, as in “Export Quotes: CSV table”
 * @action: the name of the action
 * @target: (nullable): the action's parameter
 * @keys: (nullable): its keys, as people read them
 *
 * Something that can be done.
 */
typedef struct
{
  char     *title;
  char     *action;
  GVariant *target;
  char     *keys;
} PresserCommand;

/* Commands of @menu and what it leads to, at the end of an array made by presser_commands_new(). What stands there
 * already is not added again. */
GPtrArray *presser_commands_new (void);
void       presser_commands_collect (GPtrArray      *commands,
                                     GMenuModel     *menu,
                                     GtkApplication *application);
/* Those that stand in no menu, for they are keys first of all. */
void presser_commands_add_keys (GPtrArray      *commands,
                                GtkApplication *application);
/* How well a command fits what was typed; 0 if not at all. */
int presser_command_match (const PresserCommand *command,
                           const char           *typed);

G_END_DECLS
