/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Help, versions, and command lines that make no sense. */

#include "cli-run.h"

#include <string.h>

/* Every verb that the program offers, as it tells them itself: “  import    Turn any …”. */
static GPtrArray *
dup_verbs (const char *help)
{
  GPtrArray *verbs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *end = strstr (lines[i] + MIN (2, strlen (lines[i])), "  ");

      if (g_str_has_prefix (lines[i], "  ") && g_ascii_islower (lines[i][2]) && end != NULL)
        g_ptr_array_add (verbs, g_strndup (lines[i] + 2, end - lines[i] - 2));
    }
  return verbs;
}

static void
test_help (CliRun       *run,
           gconstpointer data)
{
  g_autoptr (GPtrArray) verbs = NULL;

  cli_run (run, "--help");
  cli_assert_done (run);
  verbs = dup_verbs (run->out);
  g_assert_cmpuint (verbs->len, >=, 8);
  for (guint i = 0; i < verbs->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", (char *) verbs->pdata[i]);

      cli_run (run, line);
      cli_assert_done (run);
      cli_assert_says (run->out, (const char *) verbs->pdata[i]);
      cli_assert_says (run->out, "FILE");
    }
}

static void
test_version (CliRun       *run,
              gconstpointer data)
{
  cli_run (run, "--version");
  cli_assert_done (run);
  g_assert_true (g_str_has_prefix (run->out, "presser-cli "));
}

static void
test_formats (CliRun       *run,
              gconstpointer data)
{
  cli_run (run, "export --list-formats");
  cli_assert_done (run);
  cli_assert_says (run->out, "csv\t");
  cli_assert_says (run->out, "json\t");
  cli_run (run, "import --list-formats");
  cli_assert_done (run);
  cli_assert_says (run->out, "text\t");
}

static void
test_wrong_usage (CliRun       *run,
                  gconstpointer data)
{
  static const char *const lines[] = {
    "",
    "frobnicate",
    "--frobnicate",
    "import",
    "import --frobnicate briefing.txt",
    "import briefing.txt --from nonsense -o briefing.xml",
    "import briefing.txt briefing.txt -o briefing.xml",
    "tag",
    "tag briefing.txt",
    "tag briefing.txt --range 1:5",
    "tag briefing.txt --range 1:5 --certainty perhaps -o briefing.xml",
    "tag briefing.txt --range 1:5 --kind loud -o briefing.xml",
    "tag briefing.txt --range 1:5 --ground-rule never -o briefing.xml",
    "tag briefing.txt --range 1:5 --ground-rule background --embargo 2199-01-01 -o briefing.xml",
    "tag briefing.txt --range 1:5 --id 9lives -o briefing.xml",
    "tag briefing.txt --range 1:5 --id 'no id' -o briefing.xml",
    "untag briefing.txt",
    "list",
    "list briefing.txt --format yaml",
    "list briefing.txt -q status:nonsense",
    "export briefing.txt",
    "export briefing.txt --to nonsense",
    "export briefing.txt --to brat",
    "stats",
    "check",
    "text",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cli_run (run, lines[i]);
      if (run->status != 2)
        g_error ("“%s” gave %d: %s", lines[i], run->status, run->err);
      g_assert_true (*run->err != '\0' || *run->out != '\0');
    }
  cli_assert_files (run, CLI_BRIEFING);
}

#define ADD(path, test) g_test_add (path, CliRun, NULL, cli_run_set_up, test, cli_run_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_run_init (&argc, argv);
  ADD ("/cli/every-verb-has-help", test_help);
  ADD ("/cli/version", test_version);
  ADD ("/cli/formats-are-listed", test_formats);
  ADD ("/cli/wrong-usage-is-2", test_wrong_usage);

  return g_test_run ();
}
