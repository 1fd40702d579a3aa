/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>
#include <libxml/parser.h>

#include "presser-cli.h"

typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int    argc,
              char **argv);
} Verb;

static const Verb verbs[] = {
  { "import", N_ ("Turn any transcript into TEI"), presser_cli_import },
  { "suggest", N_ ("Propose statements, who said them and what about"), presser_cli_suggest },
  { "tag", N_ ("Mark a statement"), presser_cli_tag },
  { "untag", N_ ("Take a statement away"), presser_cli_untag },
  { "list", N_ ("List statements of one or many documents"), presser_cli_list },
  { "export", N_ ("Hand tagged quotes to another tool"), presser_cli_export },
  { "stats", N_ ("Count words and statements by speaker and topic"), presser_cli_stats },
  { "check", N_ ("Check that TEI is well-formed and whole"), presser_cli_check },
  { "text", N_ ("Print the plain text that positions refer to"), presser_cli_text },
};

static void
print_help (void)
{
  g_print ("%s\n  presser-cli %s\n\n%s\n", _ ("Usage:"), _ ("VERB [OPTION…] FILE…"), _ ("Verbs:"));

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-9s %s\n", verbs[i].name, _ (verbs[i].summary));

  g_print ("\n%s\n%s\n",
           _ ("“presser-cli VERB --help” tells the options of a verb. “-” is standard input or output."),
           _ ("Exit status: 0 done, 1 the input is bad or the check failed, 2 wrong usage."));
}

static const Verb *
find_verb (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (strcmp (verbs[i].name, name) == 0)
        return &verbs[i];
    }

  return NULL;
}

static int
run_verb (int    argc,
          char **argv)
{
  const Verb      *verb;
  g_autofree char *program = NULL;

  if (argc < 2)
    {
      print_help ();
      return PRESSER_CLI_WRONG_USAGE;
    }

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return PRESSER_CLI_DONE;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("presser-cli %s\n", VERSION);
      return PRESSER_CLI_DONE;
    }

  verb = find_verb (argv[1]);
  if (verb == NULL)
    return presser_cli_misuse (_ ("There is no verb “%s”; “presser-cli --help” lists them."), argv[1]);

  /* So that --help and GOption's complaints name the verb. */
  program = g_strdup_printf ("presser-cli %s", verb->name);
  g_set_prgname (program);

  return verb->run (argc - 1, argv + 1);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  xmlInitParser ();

  return run_verb (argc, argv);
}
