/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements apart from their text, on the disk. */

#include "cli-run.h"

#include <string.h>

static void
test_beside_the_file_is_not_touched (CliRun       *run,
                                     gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *second = NULL;

  cli_run (run, "import briefing.txt");
  cli_assert_done (run);
  before = cli_read (run, "briefing.xml");
  cli_run_shell (run, "chmod a-w briefing.xml && $CLI tag briefing.xml --standoff=beside --quote '" CLI_WORDS "' --speaker 'Marta Lund'");
  cli_assert_done (run);
  after = cli_read (run, "briefing.xml");
  g_assert_cmpstr (before, ==, after);
  cli_assert_files (run, CLI_BRIEFING " briefing.xml briefing.statements.xml");
  second = cli_read (run, "briefing.statements.xml");
  cli_assert_says (second, "briefing.xml#string-range(");

  cli_run_shell (run, "rm briefing.txt && $CLI list *.xml --format json && $CLI list . --format json");
  cli_assert_done (run);
  cli_assert_says (run->out, CLI_WORDS);
  g_assert_cmpstr (run->err, ==, "");
  cli_run (run, "list briefing.statements.xml");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "Open the file of the text");
  cli_run (run, "tag briefing.xml --range 0:4");
  cli_assert_done (run);
  cli_run (run, "untag briefing.xml --id s1 --id s2");
  cli_assert_done (run);
  cli_run_shell (run, "$CLI list briefing.xml --format json");
  g_assert_null (strstr (run->out, CLI_WORDS));
}

static void
test_the_second_file_goes_when_its_statements_go_home (CliRun       *run,
                                                       gconstpointer data)
{
  g_autofree char *text = NULL;

  cli_make_tagged (run);
  cli_run (run, "tag briefing.xml --standoff=beside --range 0:4");
  cli_assert_done (run);
  g_assert_true (cli_exists (run, "briefing.statements.xml"));
  cli_run (run, "tag briefing.xml --standoff=no --range 5:8");
  cli_assert_done (run);
  cli_assert_files (run, CLI_BRIEFING " briefing.xml");
  text = cli_read (run, "briefing.xml");
  cli_assert_says (text, "<said xml:id=\"s2\"");
  cli_assert_says (text, "<said xml:id=\"s3\"");
}

static void
test_what_is_lost_is_said_and_kept (CliRun       *run,
                                    gconstpointer data)
{
  g_autofree char *text = NULL;

  cli_write (run, "a.xml",
             "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body><p xml:id=\"a\">Words that go. Words that stay.</p></body></text></TEI>", -1);
  cli_run (run, "tag a.xml --standoff --quote 'Words that go'");
  cli_assert_done (run);
  cli_run_shell (run, "sed -i 's/<p xml:id=\"a\">Words that go[.] /<p xml:id=\"a\">/' a.xml && $CLI list a.xml");
  cli_assert_done (run);
  cli_assert_says (run->err, "s1");
  cli_assert_says (run->err, "Words that go");
  cli_run (run, "tag a.xml --quote 'Words that stay'");
  cli_assert_done (run);
  text = cli_read (run, "a.xml");
  cli_assert_says (text, "<note type=\"exact\">Words that go</note>");
}

static void
test_there_is_nothing_beside_standard_output (CliRun       *run,
                                              gconstpointer data)
{
  cli_make_tagged (run);
  cli_run (run, "tag briefing.xml --standoff=beside --range 0:4 -o -");
  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  cli_run (run, "tag briefing.xml --standoff=elsewhere --range 0:4");
  g_assert_cmpint (run->status, ==, 2);
}

static void
test_old_tei_is_tagged_beside (CliRun       *run,
                               gconstpointer data)
{
  static const char old[] = "<TEI.2><teiHeader/><text><body><p>Words of old.</p></body></text></TEI.2>";
  g_autofree char  *after = NULL;

  cli_write (run, "old.xml", old, -1);
  cli_run (run, "tag old.xml --quote 'of old'");
  cli_assert_done (run);
  after = cli_read (run, "old.xml");
  g_assert_cmpstr (after, ==, old);
  cli_run (run, "list old.xml --format json");
  cli_assert_says (run->out, "of old");
  g_assert_cmpstr (run->err, ==, "");
  cli_run (run, "tag old.xml --standoff=no --range 0:3");
  g_assert_cmpint (run->status, ==, 1);
}

#define ADD(path, test) g_test_add (path, CliRun, NULL, cli_run_set_up, test, cli_run_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_run_init (&argc, argv);

  ADD ("/cli/standoff/beside-the-file-is-not-touched", test_beside_the_file_is_not_touched);
  ADD ("/cli/standoff/the-second-file-goes-when-its-statements-go-home", test_the_second_file_goes_when_its_statements_go_home);
  ADD ("/cli/standoff/what-is-lost-is-said-and-kept", test_what_is_lost_is_said_and_kept);
  ADD ("/cli/standoff/there-is-nothing-beside-standard-output", test_there_is_nothing_beside_standard_output);
  ADD ("/cli/standoff/old-tei-is-tagged-beside", test_old_tei_is_tagged_beside);

  return g_test_run ();
}
