/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many documents at once: files, folders and patterns, read side by side, told in order. */

#include "cli-run.h"

#include <string.h>

#include <json-glib/json-glib.h>

#define N_DOCUMENTS 40

/* a00 … a39, each with one statement, and a bad one in the middle. */
static void
make_many (CliRun *self)
{
  cli_make_tagged (self);
  cli_run_shell (self, "mkdir many; for n in $(seq 10 49); do cp briefing.xml many/a$n.xml; done; printf '<TEI' > many/a30x.xml");
  cli_assert_done (self);
}

static void
clean (CliRun *self)
{
  cli_run_shell (self, "rm -rf many out");
  cli_assert_done (self);
}

static JsonArray *
parse (CliRun     *self,
       JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

static void
assert_in_order (JsonArray *array)
{
  const char *last = "";

  g_assert_cmpuint (json_array_get_length (array), ==, N_DOCUMENTS);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      const char *document = json_object_get_string_member (json_array_get_object_element (array, i), "document");

      g_assert_cmpstr (last, <, document);
      last = document;
    }
}

static void
test_a_bad_file_is_told_and_the_others_go_on (CliRun       *self,
                                              gconstpointer verb)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  make_many (self);
  cli_run (self, verb);
  g_assert_cmpint (self->status, ==, 1);
  cli_assert_says (self->err, "a30x.xml");
  assert_in_order (parse (self, parser));
  clean (self);
}

static void
test_a_table_has_a_line_a_statement (CliRun       *self,
                                     gconstpointer data)
{
  g_auto (GStrv) lines = NULL;

  make_many (self);
  cli_run (self, "export many --to tsv --columns document,id");
  g_assert_cmpint (self->status, ==, 1);
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, N_DOCUMENTS + 2);
  g_assert_cmpstr (lines[0], ==, "document\tid");
  g_assert_cmpstr (lines[1], ==, "a10.xml\ts1");
  g_assert_cmpstr (lines[N_DOCUMENTS], ==, "a49.xml\ts1");
  clean (self);
}

static void
test_patterns_that_no_shell_saw (CliRun       *self,
                                 gconstpointer data)
{
  make_many (self);
  cli_run (self, "export 'many/a1?.xml' --to tsv --columns document");
  cli_assert_done (self);
  g_assert_cmpstr (self->out, ==, "document\na10.xml\na11.xml\na12.xml\na13.xml\na14.xml\na15.xml\na16.xml\na17.xml\na18.xml\na19.xml\n");
  cli_run (self, "list 'many/nothing-*.xml'");
  g_assert_cmpint (self->status, ==, 1);
  cli_assert_says (self->err, "nothing-*.xml");
  clean (self);
}

static void
test_files_of_the_same_name_are_told_apart (CliRun       *self,
                                            gconstpointer data)
{
  cli_make_tagged (self);
  cli_run_shell (self, "mkdir -p many/one many/two; cp briefing.xml many/one; cp briefing.xml many/two; cp briefing.xml many/last.xml");
  cli_run (self, "export many --to tsv --columns document");
  cli_assert_done (self);
  g_assert_cmpstr (self->out, ==, "document\nlast.xml\nmany/one/briefing.xml\nmany/two/briefing.xml\n");
  clean (self);
}

static void
test_a_folder_is_written_whole_or_not_at_all (CliRun       *self,
                                              gconstpointer data)
{
  make_many (self);
  cli_run (self, "export many/a10.xml many/a11.xml --to brat -o out");
  cli_assert_done (self);
  cli_run_shell (self, "cd out && ls -A | tr '\\n' ' '");
  g_assert_cmpstr (self->out, ==, "a10.ann a10.txt a11.ann a11.txt annotation.conf visual.conf ");

  /* No file may be larger than a kilobyte: the export fails in the middle and leaves nothing. */
  cli_run_shell (self, "rm -rf out; seq 1 400 | sed 's#.*#The toll is & crowns a day, said the minister.#' > many/long.txt; ulimit -f 2; trap '' XFSZ; $CLI export many/long.txt --to brat -o out");
  g_assert_cmpint (self->status, ==, 1);
  g_assert_false (cli_exists (self, "out"));
  clean (self);
}

static void
test_an_export_over_its_own_source_is_refused (CliRun       *self,
                                               gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_many (self);
  before = cli_read (self, "many/a20.xml");
  cli_run (self, "export many --to csv -o many/a20.xml");
  g_assert_cmpint (self->status, ==, 2);
  after = cli_read (self, "many/a20.xml");
  g_assert_cmpstr (after, ==, before);
  clean (self);
}

static void
test_options_that_make_no_sense (CliRun       *self,
                                 gconstpointer data)
{
  static const char *const wrong[] = {
    "export briefing.xml --to csv --columns quote,nonsense",
    "export briefing.xml --to json --columns quote",
    "export briefing.xml --to csv --template {quote}",
    "export briefing.xml --template {quotation}",
    "export briefing.xml --to csv --group colour",
    "export briefing.xml --to vtt --group speaker",
    "export briefing.xml --to csv --statuses good",
    "export briefing.xml --to csv status:nonsense",
  };

  cli_make_tagged (self);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      cli_run (self, wrong[i]);
      g_assert_cmpint (self->status, ==, 2);
      g_assert_cmpstr (self->out, ==, "");
      g_assert_cmpstr (self->err, !=, "");
    }
}

#define ADD(path, data, test) g_test_add (path, CliRun, data, cli_run_set_up, test, cli_run_tear_down)

int
main (int    argc,
      char **argv)
{
  cli_run_init (&argc, argv);
  g_test_init (&argc, &argv, NULL);
  ADD ("/many/list-goes-on", "list many --format json", test_a_bad_file_is_told_and_the_others_go_on);
  ADD ("/many/export-goes-on", "export many --to json", test_a_bad_file_is_told_and_the_others_go_on);
  ADD ("/many/stats-go-on", "stats many --json", test_a_bad_file_is_told_and_the_others_go_on);
  ADD ("/many/a-table-has-a-line-a-statement", NULL, test_a_table_has_a_line_a_statement);
  ADD ("/many/patterns-that-no-shell-saw", NULL, test_patterns_that_no_shell_saw);
  ADD ("/many/files-of-the-same-name-are-told-apart", NULL, test_files_of_the_same_name_are_told_apart);
  ADD ("/many/a-folder-is-written-whole-or-not-at-all", NULL, test_a_folder_is_written_whole_or_not_at_all);
  ADD ("/many/an-export-over-its-own-source-is-refused", NULL, test_an_export_over_its_own_source_is_refused);
  ADD ("/many/options-that-make-no-sense", NULL, test_options_that_make_no_sense);

  return g_test_run ();
}
