/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus say what there is to do: whatever gets a menu row is found by the palette without further work. */

#include "presser-commands.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-keys.h"
#include "presser-tag.h"

/* What stands in no menu. */
static const struct
{
  const char *title;
  const char *action; /* detailed */
} others[] = {
  { N_ ("Next Statement"), "win.next-statement" },
  { N_ ("Previous Statement"), "win.previous-statement" },
  { N_ ("Reject Suggestion"), "win.reject-suggestion" },
  { N_ ("Select the Next Larger Part"), "win.grow-step" },
  { N_ ("Go Back to the Smaller Selection"), "win.shrink" },
  { N_ ("Extend by a Word"), "win.extend::word" },
  { N_ ("Extend by a Clause"), "win.extend::clause" },
  { N_ ("Extend by a Sentence"), "win.extend::sentence" },
  { N_ ("Extend by a Paragraph"), "win.extend::paragraph" },
  { N_ ("Extend by a Turn"), "win.extend::turn" },
  { N_ ("Show the Transcript"), "win.view::transcript" },
  { N_ ("Show the Table of Statements"), "win.view::statements" },
  { N_ ("Show the TEI"), "win.view::tei" },
  { N_ ("Next Pane"), "win.next-pane" },
  { N_ ("Next Match"), "win.find-next" },
  { N_ ("Previous Match"), "win.find-previous" },
  { N_ ("Find in the Transcript"), "win.find" },
  { N_ ("Filter Statements"), "win.filter-statements" },
  { N_ ("Open a Transcript"), "win.open" },
  { N_ ("Open the Sample"), "win.open-sample" },
  { N_ ("Close the Window"), "window.close" },
  { N_ ("Quit"), "app.quit" },
};

static void
command_free (gpointer data)
{
  PresserCommand *command = data;

  g_free (command->title);
  g_free (command->action);
  g_clear_pointer (&command->target, g_variant_unref);
  g_free (command->keys);
  g_free (command);
}

/**
 * presser_commands_new: (skip)
 *
 * Returns: (transfer full) (element-type PresserCommand): no commands yet
 */
GPtrArray *
presser_commands_new (void)
{
  return g_ptr_array_new_with_free_func (command_free);
}

static gboolean
is_known (GPtrArray  *commands,
          const char *action,
          GVariant   *target)
{
  guint i;

  for (i = 0; i < commands->len; i++)
    {
      PresserCommand *command = commands->pdata[i];

      if (g_str_equal (command->action, action)
          && (command->target == target || (command->target != NULL && target != NULL && g_variant_equal (command->target, target))))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_keys (GtkApplication *application,
          const char     *action,
          GVariant       *target)
{
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_auto (GStrv) accels = application != NULL ? gtk_application_get_accels_for_action (application, detailed) : NULL;
  guint           key;
  GdkModifierType modifiers;

  if (accels != NULL && accels[0] != NULL && gtk_accelerator_parse (accels[0], &key, &modifiers))
    return gtk_accelerator_get_label (key, modifiers);
  return presser_keys_dup_label (action, target);
}

static void
add (GPtrArray      *commands,
     GtkApplication *application,
     char           *title,
     const char     *action,
     GVariant       *target)
{
  PresserCommand  *command;
  g_autofree char *owned = title;

  if (is_known (commands, action, target))
    return;
  command = g_new0 (PresserCommand, 1);
  command->title = g_steal_pointer (&owned);
  command->action = g_strdup (action);
  command->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  command->keys = dup_keys (application, action, target);
  g_ptr_array_add (commands, command);
}

/* “_Save As…” without the mnemonic and the dots. */
static char *
dup_plain (const char *label)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p;

  for (p = label; *p != '\0'; p++)
    if (*p != '_' || *++p == '_')
      g_string_append_c (plain, *p);
    else if (*p != '\0')
      g_string_append_c (plain, *p);
    else
      break;
  if (g_str_has_suffix (plain->str, "…"))
    g_string_truncate (plain, plain->len - strlen ("…"));
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
collect (GPtrArray      *commands,
         GMenuModel     *menu,
         GtkApplication *application,
         const char     *above)
{
  int i;

  for (i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;
      g_autofree char *title = NULL;
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        {
          g_autofree char *plain = dup_plain (label);

          /* Translators: a menu and a row of it: “Export Quotes: CSV table” */
          title = above != NULL ? g_strdup_printf (_ ("%s: %s"), above, plain) : g_strdup (plain);
        }
      if (section != NULL)
        collect (commands, section, application, above);
      if (submenu != NULL)
        collect (commands, submenu, application, title);
      if (title != NULL && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        add (commands, application, g_steal_pointer (&title), action, target);
    }
}

/**
 * presser_commands_collect: (skip)
 * @commands: (element-type PresserCommand): where to add them
 * @menu: rows, sections and submenus
 * @application: (nullable): who knows the keys
 */
void
presser_commands_collect (GPtrArray      *commands,
                          GMenuModel     *menu,
                          GtkApplication *application)
{
  collect (commands, menu, application, NULL);
}

/**
 * presser_commands_add_keys: (skip)
 * @commands: (element-type PresserCommand): where to add them
 * @application: (nullable): who knows the keys
 */
void
presser_commands_add_keys (GPtrArray      *commands,
                           GtkApplication *application)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GVariant) target = NULL;

      if (g_action_parse_detailed_name (others[i].action, &action, &target, NULL))
        add (commands, application, g_strdup (_ (others[i].title)), action, target);
    }
}

/**
 * presser_command_match: (skip)
 * @command: a command
 * @typed: what somebody typed: beginnings of words or parts of them, in any order
 *
 * Returns: 0 if one of the words is not found, and the more the better they fit
 */
int
presser_command_match (const PresserCommand *command,
                       const char           *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  int   sum = 1;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      int score = *words[i] != '\0' ? presser_tag_match_text (command->title, words[i]) : 1;

      if (score == 0)
        return 0;
      sum += score;
    }
  return sum;
}
