/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-commands.h"

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) select = g_menu_new ();

  g_menu_append (section, "_Save As…", "win.save-as");
  g_menu_append (section, "Snow__ball", "win.snowball");
  g_menu_append (select, "_Sentence", "win.grow::sentence");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append_submenu (menu, "Se_lect", G_MENU_MODEL (select));
  g_menu_append (menu, "Sentence Again", "win.grow::sentence");
  return G_MENU_MODEL (menu);
}

static GPtrArray *
collect (void)
{
  g_autoptr (GMenuModel) menu = new_menu ();
  GPtrArray *commands = presser_commands_new ();

  presser_commands_collect (commands, menu, NULL);
  return commands;
}

static void
test_menus_give_titles_without_mnemonics_and_no_row_twice (void)
{
  static const char *const titles[] = { "Save As", "Snow_ball", "Select: Sentence" };
  g_autoptr (GPtrArray) commands = collect ();
  guint i;

  g_assert_cmpuint (commands->len, ==, G_N_ELEMENTS (titles));
  for (i = 0; i < commands->len; i++)
    g_assert_cmpstr (((PresserCommand *) commands->pdata[i])->title, ==, titles[i]);
}

static void
test_a_command_tells_its_key (void)
{
  g_autoptr (GPtrArray) commands = collect ();

  g_assert_null (((PresserCommand *) commands->pdata[0])->keys);
  g_assert_cmpstr (((PresserCommand *) commands->pdata[2])->keys, ==, "E");
}

static void
test_words_fit_in_any_order (void)
{
  g_autoptr (GPtrArray) commands = collect ();
  PresserCommand *sentence = commands->pdata[2];

  g_assert_cmpint (presser_command_match (sentence, "sent sel"), >, 0);
  g_assert_cmpint (presser_command_match (sentence, ""), >, 0);
  g_assert_cmpint (presser_command_match (sentence, "sent save"), ==, 0);
}

/* Every key of the transcript can be looked up by what it does. */
static void
test_what_a_key_does_is_among_the_commands (void)
{
  static const char *const actions[] = { "win.quick-tag", "win.note", "win.marker", "win.split-statement", "win.join-statements",
                                         "win.toggle-trim", "win.grow-step", "win.shrink", "win.repeat-tag", "win.toggle-part",
                                         "win.next-overlapping", "win.next-statement", "win.copy-quote", "win.delete-statement" };
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/presser/Presser/presser-transcript-menu.ui");
  g_autoptr (GPtrArray) commands = presser_commands_new ();
  guint i, j;

  presser_commands_collect (commands, G_MENU_MODEL (gtk_builder_get_object (builder, "transcript_menu")), NULL);
  presser_commands_add_keys (commands, NULL);
  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      for (j = 0; j < commands->len && !g_str_equal (((PresserCommand *) commands->pdata[j])->action, actions[i]); j++)
        ;
      g_assert_cmpuint (j, <, commands->len);
      g_assert_nonnull (((PresserCommand *) commands->pdata[j])->keys);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/commands/menus-give-titles-without-mnemonics-and-no-row-twice", test_menus_give_titles_without_mnemonics_and_no_row_twice);
  g_test_add_func ("/commands/a-command-tells-its-key", test_a_command_tells_its_key);
  g_test_add_func ("/commands/words-fit-in-any-order", test_words_fit_in_any_order);
  g_test_add_func ("/commands/what-a-key-does-is-among-the-commands", test_what_a_key_does_is_among_the_commands);

  return g_test_run ();
}
