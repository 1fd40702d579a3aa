/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "presser-error.h"

#define BLOCK (1024 * 1024)

void
presser_file_close (PresserDescriptor *descriptor)
{
  if (*descriptor >= 0)
    close (*descriptor);
  *descriptor = -1;
}

char *
presser_file_dup_path (GFile   *file,
                       GError **error)
{
  char            *path = g_file_get_path (file);
  g_autofree char *uri = NULL;

  if (path != NULL)
    return path;
  uri = g_file_get_uri (file);
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
               _ ("“%s” is not on this computer. Use a copy of it in a folder here."), uri);
  return NULL;
}

void
presser_file_set_error (GError **error,
                        int      number,
                        char    *message)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (number), message);
  g_free (message);
}

static void
explain_open (GError    **error,
              int         number,
              const char *shown)
{
  if (number == ENOENT)
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("“%s” is not there. It may have been moved, renamed or deleted."), shown));
  else if (number == EACCES || number == EPERM)
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("“%s” cannot be read: you have no permission to. Its owner can give it."), shown));
  else
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("“%s” could not be opened: %s."), shown, g_strerror (number)));
}

static gboolean
check_regular (PresserDescriptor descriptor,
               const char       *shown,
               GError          **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0)
    {
      explain_open (error, errno, shown);
      return FALSE;
    }
  if (S_ISREG (status.st_mode))
    return TRUE;
  if (S_ISDIR (status.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("“%s” is a folder. Choose a file in it."), shown);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("“%s” is a device, a pipe or a socket. Choose an ordinary file."), shown);
  return FALSE;
}

static gboolean
read_block (PresserDescriptor descriptor,
            GByteArray       *content,
            gssize           *n_read)
{
  guint length = content->len;

  g_byte_array_set_size (content, length + BLOCK);
  do
    *n_read = read (descriptor, content->data + length, BLOCK);
  while (*n_read < 0 && errno == EINTR);
  g_byte_array_set_size (content, length + (guint) MAX (*n_read, 0));
  return *n_read >= 0;
}

static GBytes *
read_all (PresserDescriptor descriptor,
          const char       *shown,
          GCancellable     *cancellable,
          GError          **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gssize n_read = 0;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!read_block (descriptor, content, &n_read))
        {
          int number = errno;

          presser_file_set_error (error, number,
                                  g_strdup_printf (_ ("“%s” could not be read to its end: %s."), shown, g_strerror (number)));
          return NULL;
        }
      if (content->len > PRESSER_FILE_LIMIT)
        {
          g_autofree char *limit = g_format_size_full (PRESSER_FILE_LIMIT, G_FORMAT_SIZE_IEC_UNITS);

          /* Translators: the first %s is a file, the second a size: “1 GiB”. */
          g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE,
                       _ ("“%s” is larger than %s, which is the limit. Split it first."), shown, limit);
          return NULL;
        }
    }
  while (n_read > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * presser_file_read:
 * @file: a regular file that has a path, or a link to one
 * @checksum: (out) (optional): SHA-256 of what was read, lower-case hexadecimal
 * @cancellable: (nullable): stops it
 * @error: return location for a %G_IO_ERROR, for %PRESSER_ERROR_TOO_LARGE, or for %PRESSER_ERROR_UNSUPPORTED if
 *   the file is not on this computer
 *
 * Returns: (transfer full) (nullable): the whole of the file
 */
GBytes *
presser_file_read (GFile        *file,
                   char        **checksum,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_auto (PresserDescriptor) descriptor = -1;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  GBytes          *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = presser_file_dup_path (file, error);
  if (path == NULL)
    return NULL;
  shown = g_filename_display_name (path);
  /* Without waiting for the other end of a pipe. */
  descriptor = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0)
    {
      explain_open (error, errno, shown);
      return NULL;
    }
  if (!check_regular (descriptor, shown, error))
    return NULL;
  bytes = read_all (descriptor, shown, cancellable, error);
  if (bytes != NULL && checksum != NULL)
    *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return bytes;
}
