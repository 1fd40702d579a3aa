/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads {"id","lang","text"} lines and writes what the scorer of annotated quotations reads. */

#include <stdio.h>

#include "presser-suggest-lines.h"

int
main (int   argc,
      char *argv[])
{
  g_autofree char *input = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &input, NULL, &error))
    {
      g_printerr ("usage: suggest-jsonl FILE\n%s\n", error != NULL ? error->message : "");
      return 2;
    }

  lines = g_strsplit (input, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = NULL;

      if (lines[i][0] == '\0')
        continue;
      line = presser_suggest_json_line (lines[i], NULL, &error);
      if (line == NULL)
        {
          g_printerr ("%s:%u: %s\n", argv[1], i + 1, error->message);
          return 1;
        }
      puts (line);
    }

  return 0;
}
