/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Only the members asked for are unpacked, so that the names of all others can do no harm; a member that grows beyond
 * the limit or far beyond the size of the file is a bomb. */

#include "presser-archive.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "presser-error.h"

#define MAX_ENTRIES 10000
#define MAX_MEMBER  (256 * 1024 * 1024)
/* Office XML packs well, yet not a hundred times over. */
#define MAX_RATIO 200
#define SMALL     (8 * 1024 * 1024)

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

/**
 * presser_archive_is_zip:
 * @bytes: a file
 *
 * Returns: whether it begins as a ZIP file does
 */
gboolean
presser_archive_is_zip (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 30 && memcmp (data, "PK\x03\x04", 4) == 0;
}

/**
 * presser_archive_names:
 * @bytes: a file
 * @member: name of a member
 *
 * Looks for the name in the raw bytes and unpacks nothing.
 *
 * Returns: whether it is a ZIP file in which that name stands
 */
gboolean
presser_archive_names (GBytes     *bytes,
                       const char *member)
{
  gsize       size, length = strlen (member);
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;

  if (!presser_archive_is_zip (bytes))
    return FALSE;
  for (const char *place = data; place != NULL && (gsize) (end - place) >= length;)
    {
      if (memcmp (place, member, length) == 0)
        return TRUE;
      place = memchr (place + 1, *member, (gsize) (end - place - 1));
    }

  return FALSE;
}

static gboolean
fail_bomb (const char *name,
           GError    **error)
{
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE,
               _ ("“%s” unpacks to far more than a transcript can be. It was not opened."), name);
  return FALSE;
}

/* @content stays as it is when the archive is damaged. */
static gboolean
read_member (Archive    *archive,
             gsize       packed_size,
             const char *name,
             GBytes    **content,
             GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char       buffer[65536];
  la_ssize_t n = archive_read_data (archive, buffer, sizeof buffer);

  while (n > 0)
    {
      g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);
      if (bytes->len > MAX_MEMBER || (bytes->len > SMALL && bytes->len / MAX_RATIO > packed_size))
        return fail_bomb (name, error);
      n = archive_read_data (archive, buffer, sizeof buffer);
    }
  if (n < 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: %s"), name,
                   archive_error_string (archive) != NULL ? archive_error_string (archive) : _ ("it cannot be unpacked"));
      return FALSE;
    }

  *content = g_bytes_new (bytes->data, bytes->len);
  return TRUE;
}

static void
unref_bytes (gpointer bytes)
{
  g_clear_pointer ((GBytes **) &bytes, g_bytes_unref);
}

static int
find_wanted (const char *const *members,
             const char        *path)
{
  for (int i = 0; members[i] != NULL && path != NULL; i++)
    /* Some programs write folders of another case than the standard. */
    if (g_ascii_strcasecmp (members[i], path) == 0)
      return i;

  return -1;
}

static gboolean
read_entries (Archive           *archive,
              gsize              size,
              const char        *name,
              const char *const *members,
              GPtrArray         *contents,
              GError           **error)
{
  struct archive_entry *entry;
  guint                 n_entries = 0;
  int                   result = archive_read_next_header (archive, &entry);

  for (; result == ARCHIVE_OK || result == ARCHIVE_WARN; result = archive_read_next_header (archive, &entry))
    {
      int wanted = find_wanted (members, archive_entry_pathname (entry));

      if (++n_entries > MAX_ENTRIES)
        return fail_bomb (name, error);
      if (wanted < 0 || contents->pdata[wanted] != NULL)
        continue;
      if (!read_member (archive, size, name, (GBytes **) &contents->pdata[wanted], error))
        return FALSE;
    }
  if (result != ARCHIVE_EOF)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: %s"), name,
                   archive_error_string (archive) != NULL ? archive_error_string (archive) : _ ("it cannot be unpacked"));
      return FALSE;
    }

  return TRUE;
}

/**
 * presser_archive_read:
 * @bytes: a ZIP file
 * @name: its name, for messages
 * @members: (array zero-terminated=1): names of the members wanted
 * @error: return location for an error
 *
 * Unpacks only what was asked for. Sets %PRESSER_ERROR_INVALID for a damaged file and %PRESSER_ERROR_TOO_LARGE for a member that is
 * larger than 256 MB or unpacks to more than 200 times the size of the file.
 *
 * Returns: (transfer full) (element-type GBytes): for each name the content, or %NULL where it is missing; %NULL on error
 */
GPtrArray *
presser_archive_read (GBytes            *bytes,
                      const char        *name,
                      const char *const *members,
                      GError           **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (unref_bytes);
  gsize       size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_ptr_array_set_size (contents, (int) g_strv_length ((char **) members));
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: %s"), name, archive_error_string (archive));
      return NULL;
    }
  if (!read_entries (archive, size, name, members, contents, error))
    return NULL;

  return g_steal_pointer (&contents);
}
