/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glob.h>
#include <string.h>

#include "presser-cli-input.h"
#include "presser-import.h"

/* Patterns that no shell has seen; the name of a file goes before what it would match. */
static void
add_matches (GPtrArray  *paths,
             const char *pattern)
{
  glob_t matches = { 0 };

  if (strpbrk (pattern, "*?[") == NULL || g_file_test (pattern, G_FILE_TEST_EXISTS))
    return;
  if (glob (pattern, 0, NULL, &matches) == 0)
    for (gsize i = 0; i < matches.gl_pathc; i++)
      g_ptr_array_add (paths, g_strdup (matches.gl_pathv[i]));
  globfree (&matches);
}

static void
add_path (GPtrArray  *expanded,
          const char *path)
{
  g_autoptr (GPtrArray) found = presser_import_find_transcripts (path);

  /* A folder without transcripts stays, so that opening it tells what is wrong. */
  if (found->len == 0)
    g_ptr_array_add (expanded, g_strdup (path));
  g_ptr_array_extend_and_steal (expanded, g_steal_pointer (&found));
}

/* A shell gives *.xml with the statements that are kept beside a text: they are read with it. */
static void
drop_statements (GPtrArray *paths)
{
  for (guint i = paths->len; i > 0 && paths->len > 1; i--)
    {
      if (g_str_has_suffix (paths->pdata[i - 1], ".statements.xml"))
        g_ptr_array_remove_index (paths, i - 1);
    }
}

GPtrArray *
presser_cli_expand_folders (GPtrArray *paths)
{
  GPtrArray *expanded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_free);

      add_matches (matches, paths->pdata[i]);
      if (matches->len == 0)
        add_path (expanded, paths->pdata[i]);
      for (guint j = 0; j < matches->len; j++)
        add_path (expanded, matches->pdata[j]);
    }

  drop_statements (expanded);
  return expanded;
}
