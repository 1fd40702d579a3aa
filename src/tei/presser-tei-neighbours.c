/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* XInclude 1.0, as far as the headers of corpora use it (Parla-CLARIN, ParlaMint): whole files, by a relative address. A
 * file may come from anybody, so nothing is read but ordinary files in its own folder, the one above, or below these. */

#include "presser-tei-neighbours-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "presser-file.h"

#define MAX_FILES      64
#define MAX_SIZE       (64 * 1024 * 1024)
#define MAX_CANDIDATES 8

typedef struct
{
  PresserTeiNeighbours *result;
  PresserTeiSource     *own;   /* borrowed */
  char                 *fence; /* nothing outside this folder is read; real path with a slash at the end */
  GHashTable           *seen;  /* real paths, owned */
  goffset               n_bytes;
} Search;

void
presser_tei_neighbours_free (PresserTeiNeighbours *self)
{
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->failures);
  g_array_unref (self->failed);
  g_free (self);
}

gboolean
presser_tei_neighbours_have_id (PresserTeiNeighbours *self,
                                const char           *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (presser_tei_source_find_id (g_ptr_array_index (self->sources, i), id) != PRESSER_TEI_NONE)
      return TRUE;

  return FALSE;
}

/* All links followed; NULL if there is no such file. */
static char *
dup_real_path (const char *path)
{
  char  buffer[PATH_MAX];
  char *real = realpath (path, buffer);

  return g_strdup (real);
}

static void
fail (Search     *self,
      guint32     include,
      const char *name,
      const char *reason)
{
  /* Translators: a file that another one includes, and why it is not read; the reason begins with a small letter. */
  g_ptr_array_add (self->result->failures, g_strdup_printf (_ ("The included file “%s” is left out: %s."), name, reason));
  g_array_append_val (self->result->failed, include);
}

static PresserTeiSource *
read_file (Search     *self,
           const char *path,
           GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base_name = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base_name);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL)
    return NULL;
  self->n_bytes += g_file_info_get_size (info);
  if (self->n_bytes > MAX_SIZE || g_hash_table_size (self->seen) > MAX_FILES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("the included files are too many or too large"));
      return NULL;
    }
  bytes = presser_file_read (file, NULL, NULL, error);

  return bytes == NULL ? NULL : presser_tei_source_new (bytes, name, error);
}

static void read_includes (Search           *self,
                           PresserTeiSource *source,
                           const char       *folder);

static void
add_source (Search           *self,
            PresserTeiSource *source,
            const char       *name,
            const char       *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_ptr_array_add (self->result->sources, presser_tei_source_ref (source));
  g_ptr_array_add (self->result->names, g_strdup (name));
  read_includes (self, source, folder);
}

static char *
dup_included_path (PresserTeiSource *source,
                   guint32           include,
                   const char       *folder,
                   char            **href)
{
  g_autofree char *name = NULL;
  char            *hash;

  *href = presser_tei_source_dup_attribute (source, include, "href");
  if (*href == NULL || **href == '\0')
    return NULL;
  if (strstr (*href, "://") != NULL || g_path_is_absolute (*href))
    return NULL;
  name = g_uri_unescape_string (*href, "/");
  if (name == NULL)
    return NULL;
  hash = strchr (name, '#');
  if (hash != NULL)
    *hash = '\0';

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_inside (Search     *self,
           const char *real)
{
  return real != NULL && g_str_has_prefix (real, self->fence);
}

static void
read_include (Search           *self,
              PresserTeiSource *source,
              guint32           include,
              const char       *folder)
{
  g_autofree char *parse = presser_tei_source_dup_attribute (source, include, "parse");
  g_autofree char *href = NULL;
  g_autofree char *path = dup_included_path (source, include, folder, &href);
  g_autofree char *real = path == NULL ? NULL : dup_real_path (path);
  guint32          own = source == self->own ? include : PRESSER_TEI_NONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserTeiSource) included = NULL;

  if (g_strcmp0 (parse, "text") == 0)
    return;
  if (path == NULL)
    fail (self, own, href != NULL ? href : "", _ ("only files by a relative address are read"));
  else if (real == NULL)
    fail (self, own, href, _ ("it is not there"));
  else if (!is_inside (self, real))
    fail (self, own, href, _ ("it lies outside the folder of this file and the one above"));
  if (!is_inside (self, real) || !g_hash_table_add (self->seen, g_strdup (real)))
    return;

  included = read_file (self, real, &error);
  if (included == NULL)
    fail (self, own, href, error->message);
  else
    add_source (self, included, href, real);
}

/* The texts of a corpus are no neighbours: only what headers and standOff include. */
static gboolean
is_beside_the_text (PresserTeiSource *source,
                    guint32           element)
{
  guint32 parent = presser_tei_source_get_element (source, element)->parent;

  if (presser_tei_source_find_root (source) == PRESSER_TEI_NONE)
    return TRUE;
  while (parent != PRESSER_TEI_NONE)
    {
      if (presser_tei_source_is (source, parent, "teiHeader") || presser_tei_source_is (source, parent, "standOff"))
        return TRUE;
      parent = presser_tei_source_get_element (source, parent)->parent;
    }

  return FALSE;
}

static void
read_includes (Search           *self,
               PresserTeiSource *source,
               const char       *folder)
{
  for (guint32 i = 0; i < source->elements->len; i++)
    if (presser_tei_source_get_element (source, i)->is_include && is_beside_the_text (source, i))
      read_include (self, source, i, folder);
}

char **
presser_tei_neighbours_dup_parts (PresserTeiSource *source)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint32 i = 0; i < source->elements->len; i++)
    {
      char *href = presser_tei_source_get_element (source, i)->is_include && !is_beside_the_text (source, i)
                       ? presser_tei_source_dup_attribute (source, i, "href")
                       : NULL;

      if (href != NULL)
        g_ptr_array_add (parts, href);
    }
  g_ptr_array_add (parts, NULL);

  return (char **) g_ptr_array_steal (parts, NULL);
}

static gboolean
includes_path (PresserTeiSource *source,
               const char       *folder,
               const char       *wanted)
{
  for (guint32 i = 0; i < source->elements->len; i++)
    {
      g_autofree char *href = NULL;
      g_autofree char *path = NULL;
      g_autofree char *real = NULL;

      if (!presser_tei_source_get_element (source, i)->is_include)
        continue;
      path = dup_included_path (source, i, folder, &href);
      real = path == NULL ? NULL : dup_real_path (path);
      if (g_strcmp0 (real, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_lengths (gconstpointer one,
                 gconstpointer other)
{
  gsize first = strlen (*(char *const *) one);
  gsize second = strlen (*(char *const *) other);

  return first < second ? -1 : first > second;
}

/* Files that a root of the corpus may be: named as @base_name begins, as ParlaMint-XX.xml beside ParlaMint-XX_2020-01-01.xml. */
static GPtrArray *
find_candidates (const char *folder,
                 const char *base_name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *dot = strchr (name, '.');

      if (dot != NULL && dot > name && g_str_has_suffix (name, ".xml") && strcmp (name, base_name) != 0
          && strncmp (name, base_name, (gsize) (dot - name)) == 0)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_lengths);
  if (names->len > MAX_CANDIDATES)
    g_ptr_array_set_size (names, MAX_CANDIDATES);

  return names;
}

static gboolean
take_root (Search     *self,
           const char *path,
           const char *wanted)
{
  g_autofree char *real = dup_real_path (path);
  g_autofree char *folder = real == NULL ? NULL : g_path_get_dirname (real);
  g_autofree char *base_name = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base_name);
  g_autoptr (PresserTeiSource) source = is_inside (self, real) && !g_hash_table_contains (self->seen, real)
                                            ? read_file (self, real, NULL)
                                            : NULL;

  if (source == NULL || presser_tei_source_find_root (source) == PRESSER_TEI_NONE
      || !presser_tei_source_is (source, 0, "teiCorpus") || !includes_path (source, folder, wanted))
    return FALSE;
  g_hash_table_add (self->seen, g_strdup (real));
  add_source (self, source, name, real);

  return TRUE;
}

static gboolean
find_root_in (Search     *self,
              const char *folder,
              const char *own_path)
{
  g_autofree char *base_name = g_path_get_basename (own_path);
  g_autoptr (GPtrArray) names = find_candidates (folder, base_name);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (take_root (self, path, own_path))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_turn (PresserTeiSource *source,
         guint32           element)
{
  static const char *const names[] = { "u", "sp", "annotationBlock", NULL };

  return g_strv_contains (names, presser_tei_source_get_name (source, element));
}

/* Whether the turns of the file point at somebody or something that it does not hold. */
static gboolean
lacks_something (PresserTeiSource     *source,
                 PresserTeiNeighbours *neighbours)
{
  static const char *const attributes[] = { "who", "ana" };

  for (guint32 i = 0; i < source->elements->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
      {
        PresserTeiAttribute attribute;
        g_autofree char    *value = NULL;

        if (!is_turn (source, i) || !presser_tei_source_find_attribute (source, i, attributes[j], &attribute)
            || attribute.value_end <= attribute.value_start)
          continue;
        value = presser_tei_source_dup_value (source, &attribute);
        if (*value != '#')
          return TRUE;
        value[strcspn (value, " \t\r\n")] = '\0';
        if (presser_tei_source_find_id (source, value + 1) == PRESSER_TEI_NONE && !presser_tei_neighbours_have_id (neighbours, value + 1))
          return TRUE;
      }

  return FALSE;
}

PresserTeiNeighbours *
presser_tei_neighbours_new (PresserTeiSource *source,
                            GFile            *file)
{
  g_autoptr (PresserTeiNeighbours) result = g_new0 (PresserTeiNeighbours, 1);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);
  g_autofree char *real = path == NULL ? NULL : dup_real_path (path);
  g_autofree char *folder = NULL;
  g_autofree char *above = NULL;
  g_autofree char *fence = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .result = result, .own = source, .seen = seen };

  result->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_tei_source_unref);
  result->names = g_ptr_array_new_with_free_func (g_free);
  result->failures = g_ptr_array_new_with_free_func (g_free);
  result->failed = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (real == NULL)
    return g_steal_pointer (&result);

  folder = g_path_get_dirname (real);
  above = g_path_get_dirname (folder);
  /* A file right below the root of all folders opens none of them. */
  search.fence = fence = g_strconcat (strcmp (above, "/") == 0 ? folder : above, "/", NULL);
  g_hash_table_add (seen, g_strdup (real));
  read_includes (&search, source, folder);
  if (!presser_tei_source_is (source, 0, "teiCorpus") && lacks_something (source, result)
      && !find_root_in (&search, folder, real) && is_inside (&search, folder))
    find_root_in (&search, above, real);

  return g_steal_pointer (&result);
}
