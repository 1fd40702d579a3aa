/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast statements are found: megabytes of text a second on one core, for a text given or made up, as
 * paragraphs and as one line, and for text that is nothing but quotation marks. */

#include <stdio.h>
#include <string.h>
#include <time.h>

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
  g_autofree char *marks = NULL;
  g_autofree char *openers = NULL;

  if (argc > 1)
    g_file_get_contents (argv[1], &given, NULL, NULL);
  text = repeat (given != NULL ? given : story, 50 * 1024 * 1024);
  measure ("paragraphs", text, argc > 2 ? argv[2] : NULL);
  line = g_strdelimit (g_strdup (text), "\n", ' ');
  measure ("one line", line, argc > 2 ? argv[2] : NULL);
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
