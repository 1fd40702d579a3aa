/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes, given to one importer (PRESSER_FUZZ_FORMAT is its id) or to the surest, give an error or TEI that opens.
 * Bytes for docx and odt are packed first, so that what is tried is their XML and not the archive; fuzz-import.sh builds and runs it. */

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "presser-import.h"
#include "presser-tei-file.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
add_member (struct archive *archive,
            const char     *name,
            const void     *data,
            gsize           size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (archive_write_header (archive, entry) == ARCHIVE_OK)
    archive_write_data (archive, data, size);
  archive_entry_free (entry);
}

static GBytes *
pack (const char   *format,
      const guint8 *data,
      gsize         size)
{
  static const char mimetype[] = "application/vnd.oasis.opendocument.text";
  gsize             room = 2 * size + 8192, used = 0;
  guint8           *buffer = g_malloc (room);
  struct archive   *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_open_memory (archive, buffer, room, &used);
  if (strcmp (format, "odt") == 0)
    add_member (archive, "mimetype", mimetype, sizeof mimetype - 1);
  add_member (archive, strcmp (format, "odt") == 0 ? "content.xml" : "word/document.xml", data, size);
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char                *format = g_getenv ("PRESSER_FUZZ_FORMAT");
  gboolean                   is_packed = g_strcmp0 (format, "docx") == 0 || g_strcmp0 (format, "odt") == 0;
  const PresserImportOptions options = { .format = format };
  g_autoptr (GBytes) bytes = is_packed ? pack (format, data, size) : g_bytes_new (data, size);
  g_autoptr (PresserImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tei = presser_import_with_report (bytes, "fuzz", &options, &report, &error);
  g_autoptr (PresserTeiFile) file = NULL;

  if (tei == NULL)
    {
      if (error == NULL || !g_utf8_validate (error->message, -1, NULL))
        abort ();
      return 0;
    }
  /* TEI is handed on as it is, sound or not. */
  if (strcmp (presser_import_report_get_format (report)->id, "tei") == 0)
    return 0;
  file = presser_tei_file_new (tei, "fuzz", &error);
  if (file == NULL)
    {
      g_printerr ("%s\n", error->message);
      abort ();
    }

  return 0;
}
