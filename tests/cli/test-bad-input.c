/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is wrong with the input or the disk: a message that names the file, exit status 1, nothing lost. */

#include "cli-run.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const readers[] = { "import %s -o out.xml", "list %s", "export %s --to csv -o out.csv", "stats %s",
                                       "text %s -o out.txt", "check %s", "tag %s --range 0:1 -o out.xml", "untag %s --id s1 -o out.xml" };

/* Every verb refuses the file, names it, and leaves nothing behind. */
static void
assert_refused (CliRun     *run,
                const char *name,
                const char *files)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_auto (GStrv) halves = g_strsplit (readers[i], "%s", 2);
      g_autofree char *line = g_strconcat (halves[0], name, halves[1], NULL);

      cli_run (run, line);
      if (run->status != 1)
        g_error ("“%s” gave %d: %s%s", line, run->status, run->out, run->err);
      if (strstr (run->err, name) == NULL && strstr (run->out, name) == NULL)
        g_error ("“%s” does not name the file: %s%s", line, run->out, run->err);
    }
  cli_assert_files (run, files);
}

static void
test_not_text (CliRun       *run,
               gconstpointer data)
{
  static const char noise[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\xff\xfe\xfd\0\0\0\0\0\0\0\0";

  cli_write (run, "noise.txt", noise, sizeof noise);
  assert_refused (run, "noise.txt", "briefing.txt noise.txt");
}

static void
test_vanished (CliRun       *run,
               gconstpointer data)
{
  assert_refused (run, "gone.txt", "briefing.txt");
}

static void
test_folder (CliRun       *run,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (run->folder, "folder", NULL);

  g_assert_cmpint (mkdir (path, 0700), ==, 0);
  assert_refused (run, "folder", "briefing.txt folder");
}

static void
test_fifo (CliRun       *run,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (run->folder, "pipe", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (run, "pipe", "briefing.txt pipe");
}

static void
test_no_permission (CliRun       *run,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (run->folder, "secret.txt", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("the superuser may read everything");
      return;
    }
  cli_write (run, "secret.txt", "words", -1);
  g_assert_cmpint (chmod (path, 0), ==, 0);
  assert_refused (run, "secret.txt", "briefing.txt secret.txt");
}

static void
test_broken_xml (CliRun       *run,
                 gconstpointer data)
{
  cli_write (run, "broken.xml",
             "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader/>\n<text><body><p>One</q></body></text></TEI>\n", -1);
  cli_run (run, "check broken.xml");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->out, "broken.xml:4:");
  cli_run (run, "list broken.xml");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "4");
  cli_run (run, "tag broken.xml --range 0:1");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_files (run, "briefing.txt broken.xml");
}

static void
test_two_statements_with_one_id (CliRun       *run,
                                 gconstpointer data)
{
  g_autofree char *tei = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *doubled = NULL;

  cli_make_tagged (run);
  tei = cli_read (run, "briefing.xml");
  halves = g_strsplit (tei, "Engineers", 2);
  doubled = g_strconcat (halves[0], "<said xml:id=\"s1\">Engineers</said>", halves[1], NULL);
  cli_write (run, "double.xml", doubled, -1);
  cli_run (run, "check double.xml");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->out, "s1");
  cli_run (run, "list double.xml");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "s1");
}

static void
test_range_outside_the_text (CliRun       *run,
                             gconstpointer data)
{
  static const char *const ranges[] = { "0:100000", "100000:100001", "5:5", "9:3", "-1:4", "x:y", "3", "1:4294967297" };
  g_autofree char         *before = NULL;
  g_autofree char         *after = NULL;

  cli_make_tagged (run);
  before = cli_read (run, "briefing.xml");
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *line = g_strdup_printf ("tag briefing.xml --range=%s", ranges[i]);

      cli_run (run, line);
      if (run->status != 1 && run->status != 2)
        g_error ("“%s” gave %d", line, run->status);
      g_assert_cmpstr (run->err, !=, "");
    }
  after = cli_read (run, "briefing.xml");
  g_assert_cmpstr (before, ==, after);
}

static void
test_taken_id (CliRun       *run,
               gconstpointer data)
{
  cli_make_tagged (run);
  cli_run (run, "tag briefing.xml --range 0:6 --id s1");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "s1");
  cli_run (run, "tag briefing.xml --range 0:6 --id '1 not an id'");
  g_assert_cmpint (run->status, !=, 0);
  cli_run (run, "check briefing.xml");
  cli_assert_done (run);
}

/* The limit on the size of a file stands in for a full disk. */
static void
test_disk_full (CliRun       *run,
                gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_make_tagged (run);
  before = cli_read (run, "briefing.xml");
  cli_run_shell (run, "trap '' XFSZ; ulimit -f 1; \"$CLI\" tag briefing.xml --range 0:6");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "briefing.xml");
  after = cli_read (run, "briefing.xml");
  g_assert_cmpstr (before, ==, after);
  cli_run_shell (run, "trap '' XFSZ; ulimit -f 0; \"$CLI\" export briefing.xml --to csv -o quotes.csv");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_files (run, "briefing.txt briefing.xml");
}

static void
test_output_has_nowhere_to_go (CliRun       *run,
                               gconstpointer data)
{
  cli_run (run, "import briefing.txt -o nowhere/briefing.xml");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "nowhere");
  cli_run_shell (run, "\"$CLI\" text briefing.txt > /dev/full");
  if (run->status != 1)
    g_error ("exit status %d: %s", run->status, run->err);
  cli_assert_files (run, "briefing.txt");
}

/* Neither the original of an import nor any other input is overwritten by an export. */
static void
test_export_over_an_input (CliRun       *run,
                           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_make_tagged (run);
  before = cli_read (run, "briefing.xml");
  cli_run (run, "export briefing.xml --to csv -o briefing.xml");
  g_assert_cmpint (run->status, !=, 0);
  cli_run (run, "text briefing.xml -o ./briefing.xml");
  g_assert_cmpint (run->status, !=, 0);
  after = cli_read (run, "briefing.xml");
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, test) g_test_add (path, CliRun, NULL, cli_run_set_up, test, cli_run_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_run_init (&argc, argv);
  ADD ("/cli/bad-input/not-text", test_not_text);
  ADD ("/cli/bad-input/vanished", test_vanished);
  ADD ("/cli/bad-input/folder", test_folder);
  ADD ("/cli/bad-input/fifo", test_fifo);
  ADD ("/cli/bad-input/no-permission", test_no_permission);
  ADD ("/cli/bad-input/broken-xml", test_broken_xml);
  ADD ("/cli/bad-input/two-statements-with-one-id", test_two_statements_with_one_id);
  ADD ("/cli/bad-input/range-outside-the-text", test_range_outside_the_text);
  ADD ("/cli/bad-input/taken-id", test_taken_id);
  ADD ("/cli/bad-input/disk-full", test_disk_full);
  ADD ("/cli/bad-input/output-has-nowhere-to-go", test_output_has_nowhere_to_go);
  ADD ("/cli/bad-input/export-over-an-input", test_export_over_an_input);

  return g_test_run ();
}
