/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The first moment that a ZIP archive can tell: 1980-01-01, noon so that no time zone makes it earlier. */
#define NO_TIME 315576000

typedef struct archive       Archive;
typedef struct archive_entry Entry;

static void
free_archive (Archive *archive)
{
  archive_write_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, archive_entry_free)

static la_ssize_t
append (struct archive *archive,
        void           *user_data,
        const void     *block,
        size_t          size)
{
  g_byte_array_append (user_data, block, size);

  return size;
}

static gboolean
add_file (Archive                 *archive,
          const PresserExportFile *file)
{
  g_autoptr (Entry) entry = archive_entry_new ();
  gsize       size = 0;
  const void *data = g_bytes_get_data (file->bytes, &size);

  archive_entry_set_pathname_utf8 (entry, file->name);
  archive_entry_set_size (entry, size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, NO_TIME, 0);

  return archive_write_header (archive, entry) == ARCHIVE_OK
         && archive_write_data (archive, data, size) == (la_ssize_t) size;
}

/**
 * presser_export_zip:
 * @files: (element-type PresserExportFile): what goes in, in this order
 * @error: return location for an error
 *
 * Returns: (transfer full): the archive, or %NULL with an error of the G_IO_ERROR domain
 */
GBytes *
presser_export_zip (GPtrArray *files,
                    GError   **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (Archive) archive = archive_write_new ();
  gboolean whole = TRUE;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  whole = archive_write_open (archive, bytes, NULL, append, NULL) == ARCHIVE_OK;
  for (guint i = 0; whole && i < files->len; i++)
    whole = add_file (archive, files->pdata[i]);
  if (!whole || archive_write_close (archive) != ARCHIVE_OK)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The archive could not be made: %s"), archive_error_string (archive));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * presser_export_zip_add:
 * @files: (element-type PresserExportFile): gets one more
 * @name: path inside the archive
 * @content: (transfer full): what it holds
 */
void
presser_export_zip_add (GPtrArray  *files,
                        const char *name,
                        GString    *content)
{
  g_ptr_array_add (files, presser_export_file_new (g_strdup (name), g_string_free_to_bytes (content)));
}
