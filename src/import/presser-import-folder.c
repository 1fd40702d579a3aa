/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-import.h"

/* A tree deeper than that is a loop or a mistake. */
#define DEPTH_LIMIT 32

static gboolean
matches_patterns (const char *name,
                  const char *patterns)
{
  g_auto (GStrv) list = g_strsplit (patterns, ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (g_pattern_match_simple (list[i], name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_transcript (const char *path)
{
  const PresserImporter *const *importers = presser_importers_get ();
  g_autofree char              *base = g_path_get_basename (path);
  g_autofree char              *name = g_ascii_strdown (base, -1);

  /* What is kept beside a text is read with it. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_str_has_suffix (name, ".statements.xml"))
    return FALSE;
  if (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".tei"))
    return TRUE;

  for (guint i = 0; importers[i] != NULL; i++)
    {
      if (matches_patterns (name, importers[i]->patterns))
        return TRUE;
    }

  return FALSE;
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(char *const *) one, *(char *const *) other);
}

/* Links to folders are not followed, so that no tree has a circle. */
static void
add_folder (GPtrArray  *paths,
            const char *folder,
            guint       depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL || depth == DEPTH_LIMIT)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (name[0] != '.')
        g_ptr_array_add (names, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *path = g_ptr_array_index (names, i);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        add_folder (paths, path, depth + 1);
      else if (is_transcript (path))
        g_ptr_array_add (paths, g_strdup (path));
    }
}

/**
 * presser_import_find_transcripts:
 * @path: a folder
 *
 * Goes by the endings of names, as reading all files would take too long. Hidden ones are passed over.
 *
 * Returns: (transfer full) (element-type filename): the paths of what may be transcripts in the folder and those within
 *   it, sorted; empty if @path is no folder
 */
GPtrArray *
presser_import_find_transcripts (const char *path)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    add_folder (paths, path, 0);
  return paths;
}
