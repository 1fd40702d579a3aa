/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The main job, verb by verb. */

#include "cli-run.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static void
test_import_writes_beside (CliRun       *run,
                           gconstpointer data)
{
  g_autofree char *before = cli_read (run, CLI_BRIEFING);
  g_autofree char *after = NULL;
  g_autofree char *tei = NULL;

  cli_run (run, "import briefing.txt --title 'A <title> & more' --date 2026-03-14 --place Hallwould --source 'https://example.org/?a=1&b=2'");
  cli_assert_done (run);
  tei = cli_read (run, "briefing.xml");
  cli_assert_says (tei, "A &lt;title&gt; &amp; more");
  cli_assert_says (tei, "2026-03-14");
  cli_assert_says (tei, "https://example.org/?a=1&amp;b=2");
  after = cli_read (run, CLI_BRIEFING);
  g_assert_cmpstr (before, ==, after);
  cli_run (run, "check briefing.xml");
  cli_assert_done (run);
}

static void
test_import_does_not_overwrite (CliRun       *run,
                                gconstpointer data)
{
  g_autofree char *content = NULL;

  cli_write (run, "briefing.xml", "mine", -1);
  cli_run (run, "import briefing.txt");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "briefing.xml");
  content = cli_read (run, "briefing.xml");
  g_assert_cmpstr (content, ==, "mine");
  cli_run (run, "import briefing.txt -o briefing.txt");
  g_assert_cmpint (run->status, !=, 0);
  g_free (content);
  content = cli_read (run, CLI_BRIEFING);
  cli_assert_says (content, CLI_QUOTE);
}

static void
test_import_of_tei_changes_nothing (CliRun       *run,
                                    gconstpointer data)
{
  g_autofree char *once = NULL;

  cli_run (run, "import briefing.txt -o -");
  cli_assert_done (run);
  once = g_strdup (run->out);
  cli_run_with_input (run, "import - -o -", once);
  cli_assert_done (run);
  g_assert_cmpstr (run->out, ==, once);
  cli_assert_files (run, CLI_BRIEFING);
}

static void
test_text_is_what_positions_count (CliRun       *run,
                                   gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray       *range = NULL;
  JsonObject      *statement = NULL;
  g_autofree char *words = NULL;

  cli_make_tagged (run);
  cli_run (run, "text briefing.xml");
  cli_assert_done (run);
  text = g_strdup (run->out);
  cli_run (run, "list briefing.xml --format json");
  cli_assert_done (run);
  root = parse (run->out);
  statement = json_array_get_object_element (json_node_get_array (root), 0);
  range = json_array_get_array_element (json_object_get_array_member (statement, "ranges"), 0);
  words = g_utf8_substring (text, json_array_get_int_element (range, 0), json_array_get_int_element (range, 1));
  g_assert_cmpstr (words, ==, CLI_WORDS);
  g_assert_cmpstr (json_object_get_string_member (statement, "quote"), ==, CLI_WORDS);
}

static void
test_tag_tells_the_id (CliRun       *run,
                       gconstpointer data)
{
  g_autofree char *tei = NULL;

  cli_run (run, "import briefing.txt -o briefing.xml");
  cli_run (run, "tag briefing.xml --quote 'the  pumps\n to last' --speaker 'Marta Lund' --topic Pumps --topic 'South Bay' --status verified --note 'Ask <why>' --annotator 'Rosa Klein' --certainty 0.6 --kind indirect");
  cli_assert_done (run);
  g_assert_cmpstr (run->out, ==, "s1\n");
  cli_assert_says (run->err, "Marta Lund");
  cli_run (run, "tag briefing.xml --range 0:6 --speaker lund --topic 'south bay'");
  cli_assert_done (run);
  g_assert_cmpstr (run->out, ==, "s2\n");
  g_assert_cmpstr (run->err, ==, "");
  cli_run (run, "list briefing.xml --format json 'speaker:lund topic:south-bay status:verified'");
  cli_assert_done (run);
  cli_assert_says (run->out, "\"note\":\"Ask <why>\"");
  cli_assert_says (run->out, "\"annotator\":\"Rosa Klein\"");
  g_assert_null (strstr (run->out, "\"s2\""));
  tei = cli_read (run, "briefing.xml");
  cli_assert_says (tei, "xml:id=\"s1\"");
}

static JsonObject *
get_statement (JsonNode *root,
               guint     index)
{
  return json_array_get_object_element (json_node_get_array (root), index);
}

static void
test_tag_takes_the_speaker_of_the_turn (CliRun       *run,
                                        gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;

  cli_write (run, "talk.txt",
             "MS. LUND: We pay for none of it.\n\nQ: Who pays then?\n\nMS. LUND: The yard pays.\n\nQ: All of it?\n\nMS. LUND: All.\n", -1);
  cli_run (run, "import talk.txt");
  cli_assert_done (run);
  cli_run (run, "tag talk.xml --quote 'We pay for none of it' --speaker ''");
  cli_assert_done (run);
  cli_run (run, "tag talk.xml --quote 'The yard pays'");
  cli_assert_done (run);
  cli_run (run, "list talk.xml --format json");
  cli_assert_done (run);
  root = parse (run->out);
  g_assert_true (json_object_get_null_member (get_statement (root, 0), "speaker"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (get_statement (root, 1), "speaker"), "name"),
                   ==, "Ms. Lund");
}

static void
test_tag_finds_one_place_only (CliRun       *run,
                               gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_run (run, "import briefing.txt -o briefing.xml");
  before = cli_read (run, "briefing.xml");
  cli_run (run, "tag briefing.xml --quote 'said so'");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->err, "--range");
  cli_run (run, "tag briefing.xml --quote 'never said'");
  g_assert_cmpint (run->status, ==, 1);
  after = cli_read (run, "briefing.xml");
  g_assert_cmpstr (before, ==, after);
  cli_run (run, "tag briefing.xml --quote \"We've said so — and said so\"");
  cli_assert_done (run);
}

static void
test_tag_never_writes_to_a_transcript (CliRun       *run,
                                       gconstpointer data)
{
  g_autofree char *before = cli_read (run, CLI_BRIEFING);
  g_autofree char *after = NULL;

  cli_run (run, "tag briefing.txt --range 0:6 -o briefing.txt");
  g_assert_cmpint (run->status, !=, 0);
  after = cli_read (run, CLI_BRIEFING);
  g_assert_cmpstr (before, ==, after);
  cli_run (run, "tag briefing.txt --range 0:6 -o -");
  cli_assert_done (run);
  g_assert_true (g_str_has_prefix (run->out, "<?xml"));
  cli_assert_says (run->out, "<said");
  cli_assert_files (run, CLI_BRIEFING);
}

static void
test_embargo_holds (CliRun       *run,
                    gconstpointer data)
{
  cli_run (run, "import briefing.txt -o briefing.xml");
  cli_run (run, "tag briefing.xml --quote '" CLI_WORDS "' --embargo 2199-01-01");
  cli_assert_done (run);
  cli_run (run, "export briefing.xml --to csv");
  cli_assert_done (run);
  g_assert_null (strstr (run->out, CLI_WORDS));
  cli_assert_says (run->err, "embargo");
  cli_run (run, "export briefing.xml --to csv --include-embargoed");
  cli_assert_done (run);
  cli_assert_says (run->out, CLI_WORDS);
  cli_run (run, "tag briefing.xml --quote 'pumps to last' --embargo 2001-02-03T04:05:06Z");
  cli_assert_done (run);
  cli_run (run, "export briefing.xml --to csv");
  cli_assert_says (run->out, "pumps to last");
  cli_run (run, "tag briefing.xml --range 0:6 --embargo tomorrow");
  g_assert_cmpint (run->status, ==, 2);
}

/* A link to the original is the original. */
static void
test_links_are_followed (CliRun       *run,
                         gconstpointer data)
{
  g_autofree char  *before = cli_read (run, CLI_BRIEFING);
  g_autofree char  *after = NULL;
  const char *const lines[] = { "import briefing.txt -o link.txt", "tag briefing.txt --range 0:6 -o link.txt",
                                "export briefing.txt --to csv -o link.txt", "text briefing.txt -o link.txt" };

  cli_run_shell (run, "ln -s briefing.txt link.txt");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cli_run (run, lines[i]);
      if (run->status == 0)
        g_error ("“%s” was done", lines[i]);
    }
  after = cli_read (run, CLI_BRIEFING);
  g_assert_cmpstr (before, ==, after);
}

static void
test_untag_takes_away (CliRun       *run,
                       gconstpointer data)
{
  cli_make_tagged (run);
  cli_run (run, "untag briefing.xml --id s9");
  g_assert_cmpint (run->status, ==, 1);
  cli_run (run, "untag briefing.xml --id s1");
  cli_assert_done (run);
  cli_run (run, "list briefing.xml --format json");
  cli_assert_done (run);
  g_assert_null (strstr (run->out, "s1"));
  cli_run (run, "check briefing.xml");
  cli_assert_done (run);
}

static void
test_bad_file_does_not_stop_the_others (CliRun       *run,
                                        gconstpointer data)
{
  cli_make_tagged (run);
  cli_write (run, "broken.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>", -1);
  cli_run (run, "list broken.xml briefing.xml missing.xml 'speaker:lund'");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->out, CLI_WORDS);
  cli_assert_says (run->err, "broken.xml");
  cli_assert_says (run->err, "missing.xml");
  cli_run (run, "export broken.xml briefing.xml --to csv");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_says (run->out, CLI_WORDS);
}

static void
test_folder_is_its_transcripts (CliRun       *run,
                                gconstpointer data)
{
  cli_make_tagged (run);
  cli_run_shell (run, "mkdir -p sub/deep && mv briefing.xml sub/deep/one.xml && cp sub/deep/one.xml sub/two.xml && ln -s .. sub/deep/up && echo no > sub/notes.xyz");
  cli_assert_done (run);
  cli_run (run, "export sub --to csv");
  cli_assert_done (run);
  cli_assert_says (run->out, "s1,one.xml,");
  cli_assert_says (run->out, "s1,two.xml,");
  g_assert_null (strstr (run->out, "notes"));
  cli_run (run, "list sub --format json 'speaker:lund'");
  cli_assert_done (run);
  cli_assert_says (run->out, "two.xml");
  cli_run (run, "stats sub --json");
  cli_assert_done (run);
  json_node_unref (parse (run->out));
  cli_run_shell (run, "rm -r sub");
}

static void
test_export_to_file_and_pipe (CliRun       *run,
                              gconstpointer data)
{
  g_autofree char *file = NULL;

  cli_make_tagged (run);
  cli_run (run, "export briefing.xml --to csv -o quotes.csv");
  cli_assert_done (run);
  g_assert_cmpstr (run->out, ==, "");
  file = cli_read (run, "quotes.csv");
  cli_run (run, "export briefing.xml --to csv");
  cli_assert_done (run);
  g_assert_cmpstr (run->out, ==, file);
  cli_assert_says (file, "s1,briefing.xml,");
  cli_run (run, "export briefing.txt --to json");
  cli_assert_done (run);
  json_node_unref (parse (run->out));
}

static void
test_off_the_record_stays (CliRun       *run,
                           gconstpointer data)
{
  const char *const lines[] = { "list briefing.xml", "list briefing.xml --format json", "export briefing.xml --to csv",
                                "export briefing.xml --to jsonl", "export briefing.xml --to html", "stats briefing.xml --json" };

  cli_run (run, "import briefing.txt -o briefing.xml");
  cli_run (run, "tag briefing.xml --quote '" CLI_WORDS "' --ground-rule off-the-record");
  cli_assert_done (run);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cli_run (run, lines[i]);
      cli_assert_done (run);
      g_assert_null (strstr (run->out, CLI_WORDS));
    }
}

static void
test_stats_count (CliRun       *run,
                  gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = NULL;

  cli_make_tagged (run);
  cli_run (run, "stats briefing.xml --json");
  cli_assert_done (run);
  root = parse (run->out);
  object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "statements"), "draft"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "words"), >, 30);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (json_object_get_array_member (object, "topics"), 0), "words"), ==, 4);
}

#define ADD(path, test) g_test_add (path, CliRun, NULL, cli_run_set_up, test, cli_run_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_run_init (&argc, argv);
  ADD ("/cli/import-writes-beside", test_import_writes_beside);
  ADD ("/cli/import-does-not-overwrite", test_import_does_not_overwrite);
  ADD ("/cli/import-of-tei-changes-nothing", test_import_of_tei_changes_nothing);
  ADD ("/cli/text-is-what-positions-count", test_text_is_what_positions_count);
  ADD ("/cli/tag-tells-the-id", test_tag_tells_the_id);
  ADD ("/cli/tag-finds-one-place-only", test_tag_finds_one_place_only);
  ADD ("/cli/tag-takes-the-speaker-of-the-turn", test_tag_takes_the_speaker_of_the_turn);
  ADD ("/cli/tag-never-writes-to-a-transcript", test_tag_never_writes_to_a_transcript);
  ADD ("/cli/embargo-holds", test_embargo_holds);
  ADD ("/cli/links-are-followed", test_links_are_followed);
  ADD ("/cli/untag-takes-away", test_untag_takes_away);
  ADD ("/cli/bad-file-does-not-stop-the-others", test_bad_file_does_not_stop_the_others);
  ADD ("/cli/folder-is-its-transcripts", test_folder_is_its_transcripts);
  ADD ("/cli/export-to-file-and-pipe", test_export_to_file_and_pipe);
  ADD ("/cli/off-the-record-stays", test_off_the_record_stays);
  ADD ("/cli/stats-count", test_stats_count);

  return g_test_run ();
}
