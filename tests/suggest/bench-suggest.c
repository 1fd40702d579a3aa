/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast statements are found: megabytes of text a second on one core, for a text given or made up, as
 * paragraphs and as one line of 25 and of 50 MB (the same speed: linear), and for text that is nothing but quotation
 * marks. Beside it the Python prototype, where it and python3 are at hand. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <glib/gstdio.h>

#include "presser-suggest.h"

#define MEGABYTE (1024.0 * 1024.0)

static char *
repeat (const char *text,
        gsize       n_bytes)
{
  GString *string = g_string_sized_new (n_bytes + strlen (text));

  while (string->len < n_bytes)
    g_string_append (string, text);

  return g_string_free (string, FALSE);
}

static void
measure (const char *name,
         const char *text,
         const char *language)
{
  PresserSuggestOptions options = { .with_indirect = TRUE };
  g_autoptr (PresserSuggestSource) source = presser_suggest_source_new_from_text (text, language);
  g_autoptr (GPtrArray) proposals = NULL;
  clock_t start = clock (); /* of this process: other work on the machine does not count */
  double  seconds;

  proposals = presser_suggest_run (source, &options, NULL, NULL);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  printf ("%-28s %8.1f MB %7.2f s %8.1f MB/s %8u proposals\n", name, (double) strlen (text) / MEGABYTE, seconds,
          (double) strlen (text) / MEGABYTE / seconds, proposals->len);
}

static double
get_children_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* One document of about a megabyte. */
static void
measure_prototype (const char *text,
                   const char *language)
{
  const char      *shared = g_getenv ("PRESSER_SHARED");
  g_autofree char *program = g_build_filename (shared != NULL ? shared : ".", "quotes", "prototype.py", NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "presser-bench.jsonl", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\\n", lines);
  g_auto (GStrv) pieces = g_strsplit (joined, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\\\"", pieces);
  g_autofree char *line = g_strdup_printf ("{\"id\":\"a\",\"lang\":\"%s\",\"text\":\"%s\",\"quotes\":[]}\n", language, escaped);
  const char      *argv[] = { "python3", program, path, NULL };
  double           before = get_children_seconds (), seconds;

  if (!g_file_test (program, G_FILE_TEST_EXISTS) || !g_file_set_contents (path, line, -1, NULL))
    return;
  if (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL))
    {
      seconds = get_children_seconds () - before;
      printf ("%-28s %8.1f MB %7.2f s %8.1f MB/s\n", "the Python prototype", (double) strlen (text) / MEGABYTE, seconds,
              (double) strlen (text) / MEGABYTE / seconds);
    }
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  static const char story[] =
      "The mayor of the town spoke for an hour about the new bridge and what it costs. Nobody in the hall said a word "
      "before the end, and the two members of the council looked at the ceiling.\n"
      "“We build it because people need it,” said Mayor Anna Lund. “It will be ready in two years.”\n"
      "Council member Peter Holm was not convinced. He told reporters that the money was needed for schools. "
      "“A bridge teaches nobody to read,” he added. According to the ministry, the state pays nine tenths of it.\n\n";
  g_autofree char *given = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autofree char *half = NULL;
  g_autofree char *megabyte = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *openers = NULL;

  if (argc > 1)
    g_file_get_contents (argv[1], &given, NULL, NULL);
  text = repeat (given != NULL ? given : story, 50 * 1024 * 1024);
  measure ("paragraphs", text, argc > 2 ? argv[2] : NULL);
  megabyte = repeat (given != NULL ? given : story, 1024 * 1024);
  measure_prototype (megabyte, argc > 2 ? argv[2] : "en");
  half = g_strdelimit (repeat (given != NULL ? given : story, 25 * 1024 * 1024), "\n", ' ');
  measure ("one line", half, argc > 2 ? argv[2] : NULL);
  line = g_strdelimit (g_strdup (text), "\n", ' ');
  measure ("one line, twice as long", line, argc > 2 ? argv[2] : NULL);
  marks = repeat ("\"", 10 * 1024 * 1024);
  measure ("nothing but \"", marks, NULL);
  openers = repeat ("“", 10 * 1024 * 1024);
  measure ("nothing but “", openers, NULL);
  g_clear_pointer (&openers, g_free);
  openers = repeat ("“a ", 10 * 1024 * 1024);
  measure ("“a ", openers, NULL);
  g_clear_pointer (&openers, g_free);
  openers = repeat ("« x », dit ", 10 * 1024 * 1024);
  measure ("« x », dit ", openers, "fr");
  g_clear_pointer (&openers, g_free);
  openers = repeat ("[ [A \"B c said\" ", 10 * 1024 * 1024);
  measure ("brackets", openers, "en");

  return 0;
}
