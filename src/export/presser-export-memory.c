/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exports of documents that are open anyway, into memory: what is to be looked at, copied or written by the window. */

#include "presser-export.h"

#include <string.h>

#include "presser-export-zip.h"

typedef struct
{
  const PresserExportSource *sources;
  guint                      n_sources;
  guint                      next;
} Supply;

static gboolean
supply_next (PresserExportSource *source,
             gpointer             user_data)
{
  Supply *supply = user_data;

  if (supply->next == supply->n_sources)
    return FALSE;
  *source = supply->sources[supply->next++];
  return TRUE;
}

typedef struct
{
  char       *name; /* NULL for the one file of a format */
  GByteArray *content;
} Part;

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_clear_pointer (&part->content, g_byte_array_unref);
  g_free (part);
}

static Part *
find_part (GPtrArray  *parts,
           const char *name)
{
  Part *part = NULL;

  for (guint i = parts->len; i > 0; i--)
    if (g_strcmp0 (((Part *) parts->pdata[i - 1])->name, name) == 0)
      return parts->pdata[i - 1];
  part = g_new0 (Part, 1);
  part->name = g_strdup (name);
  part->content = g_byte_array_new ();
  g_ptr_array_add (parts, part);

  return part;
}

static gboolean
take (const char *name,
      const char *data,
      gsize       size,
      gpointer    user_data,
      GError    **error)
{
  g_byte_array_append (find_part (user_data, name)->content, (const guint8 *) data, size);
  return TRUE;
}

static gboolean
drop (const char *name,
      const char *data,
      gsize       size,
      gpointer    user_data,
      GError    **error)
{
  return TRUE;
}

static void
free_file (gpointer file)
{
  presser_export_file_free (file);
}

/**
 * presser_exporter_write_files:
 * @exporter: a format
 * @sources: (array length=n_sources): what goes out
 * @n_sources: how many
 * @options: (nullable): what the user chose
 * @losses: (nullable) (element-type utf8): gets sentences on what the format cannot carry
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PresserExportFile): the files of the format; a format of one file gives it
 *   without a name
 */
GPtrArray *
presser_exporter_write_files (const PresserExporter      *exporter,
                              const PresserExportSource  *sources,
                              guint                       n_sources,
                              const PresserExportOptions *options,
                              GPtrArray                  *losses,
                              GError                    **error)
{
  Supply supply = { sources, n_sources, 0 };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);
  GPtrArray *files = NULL;

  if (!presser_exporter_run (exporter, options, supply_next, &supply, take, parts, losses, error))
    return NULL;
  files = g_ptr_array_new_with_free_func (free_file);
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = parts->pdata[i];

      g_ptr_array_add (files, presser_export_file_new (g_steal_pointer (&part->name),
                                                       g_byte_array_free_to_bytes (g_steal_pointer (&part->content))));
    }
  return files;
}

/**
 * presser_exporter_write:
 * @exporter: a format
 * @sources: (array length=n_sources): what goes out
 * @n_sources: how many
 * @options: (nullable): what the user chose
 * @losses: (nullable) (element-type utf8): gets sentences on what the format cannot carry
 * @error: return location for an error
 *
 * Returns: (transfer full): the file, or the folder as a ZIP archive
 */
GBytes *
presser_exporter_write (const PresserExporter      *exporter,
                        const PresserExportSource  *sources,
                        guint                       n_sources,
                        const PresserExportOptions *options,
                        GPtrArray                  *losses,
                        GError                    **error)
{
  g_autoptr (GPtrArray) files = presser_exporter_write_files (exporter, sources, n_sources, options, losses, error);

  if (files == NULL)
    return NULL;
  if (exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER)
    return presser_export_zip (files, error);
  return files->len > 0 ? g_bytes_ref (((PresserExportFile *) files->pdata[0])->bytes) : g_bytes_new (NULL, 0);
}

/**
 * presser_exporter_dup_losses:
 * @exporter: a format
 * @sources: (array length=n_sources): what would go out
 * @n_sources: how many
 * @options: (nullable): what the user chose
 *
 * Goes through all of it, as only then the figures are right, and writes nothing.
 *
 * Returns: (transfer full) (element-type utf8): translated sentences on what the format cannot carry; where it cannot be
 *   written at all, why
 */
GPtrArray *
presser_exporter_dup_losses (const PresserExporter      *exporter,
                             const PresserExportSource  *sources,
                             guint                       n_sources,
                             const PresserExportOptions *options)
{
  Supply     supply = { sources, n_sources, 0 };
  GPtrArray *losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!presser_exporter_run (exporter, options, supply_next, &supply, drop, NULL, losses, &error))
    g_ptr_array_add (losses, g_strdup (error->message));
  return losses;
}

static GPtrArray *
dup_first (GPtrArray *statements,
           guint      n_statements)
{
  GPtrArray *first = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (n_statements, statements->len); i++)
    g_ptr_array_add (first, g_object_ref (statements->pdata[i]));
  return first;
}

/* No line is longer than anybody looks at: a format may have the whole transcript on one. */
#define LINE_LIMIT 2000

static const char *
find_line_end (const char *line)
{
  const char *end = strchr (line, '\n');

  return end != NULL ? end : line + strlen (line);
}

static char *
dup_first_lines (GBytes *bytes,
                 guint   n_lines)
{
  gsize            size = 0;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *all = g_utf8_make_valid (data, MIN (size, (gsize) n_lines * LINE_LIMIT * 4));
  const char      *cursor = all;
  GString         *text = g_string_new (NULL);

  if (g_str_has_prefix (cursor, "\xEF\xBB\xBF"))
    cursor += 3;
  for (guint i = 0; i < n_lines && *cursor != '\0'; i++)
    {
      const char *end = find_line_end (cursor);
      glong       length = g_utf8_strlen (cursor, end - cursor);

      g_string_append_len (text, cursor, g_utf8_offset_to_pointer (cursor, MIN (length, LINE_LIMIT)) - cursor);
      g_string_append (text, length > LINE_LIMIT ? "…\n" : "\n");
      cursor = *end != '\0' ? end + 1 : end;
    }
  return g_string_free (text, FALSE);
}

/**
 * presser_exporter_dup_preview:
 * @exporter: a format
 * @sources: (array length=n_sources): what would go out
 * @n_sources: how many
 * @options: (nullable): what the user chose
 * @n_statements: at most so many statements
 * @n_lines: at most so many lines
 * @error: return location for an error
 *
 * Shows what is written, as text: of a format that is none, the same in one that is.
 *
 * Returns: (transfer full): the first lines
 */
char *
presser_exporter_dup_preview (const PresserExporter      *exporter,
                              const PresserExportSource  *sources,
                              guint                       n_sources,
                              const PresserExportOptions *options,
                              guint                       n_statements,
                              guint                       n_lines,
                              GError                    **error)
{
  const PresserExporter *shown = exporter->preview != NULL ? presser_exporter_find (exporter->preview) : exporter;
  PresserExportSource    source = n_sources > 0 ? sources[0] : (PresserExportSource){ NULL };
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (n_sources > 0 && shown != NULL, NULL);

  for (guint i = 1; i < n_sources && source.statements->len == 0; i++)
    source = sources[i];
  first = dup_first (source.statements, n_statements);
  source.statements = first;
  files = presser_exporter_write_files (shown, &source, 1, options, NULL, error);
  if (files == NULL)
    return NULL;
  return files->len > 0 ? dup_first_lines (((PresserExportFile *) files->pdata[0])->bytes, n_lines) : g_strdup ("");
}
