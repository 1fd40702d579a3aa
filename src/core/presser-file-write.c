/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Never a half-written file: the bytes go into a new one beside, that one to the disk, and only then does
 * it get the name. */

#define _GNU_SOURCE /* renameat2() */

#include "presser-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "presser-error.h"

#define MAX_LINKS 40

typedef struct
{
  char       *path;   /* what the name points at in the end */
  char       *folder; /* of it */
  char       *beside; /* the new file, until it has its name; else NULL */
  char       *shown;
  gboolean    exists;
  struct stat status;
} Target;

static void
clear_target (Target *target)
{
  if (target->beside != NULL)
    g_unlink (target->beside);
  g_free (target->path);
  g_free (target->folder);
  g_free (target->beside);
  g_free (target->shown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, clear_target)

/* Where a chain of links ends, whether or not there is a file. */
static char *
follow_links (const char *path)
{
  char *followed = g_strdup (path);
  guint n_links;

  for (n_links = 0; n_links < MAX_LINKS; n_links++)
    {
      g_autofree char *link = g_file_read_link (followed, NULL);
      g_autofree char *folder = g_path_get_dirname (followed);

      if (link == NULL)
        break;
      g_free (followed);
      followed = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }
  return followed;
}

static gboolean
find_target (Target     *target,
             const char *path,
             GError    **error)
{
  target->shown = g_filename_display_name (path);
  target->path = follow_links (path);
  target->folder = g_path_get_dirname (target->path);
  target->exists = stat (target->path, &target->status) == 0;
  if (!target->exists)
    return TRUE;
  if (!S_ISREG (target->status.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("“%s” was not saved: there is a folder or device of that name. Choose another name."), target->shown);
      return FALSE;
    }
  if (access (target->path, W_OK) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("“%s” was not saved: the file is read-only. Save under another name."), target->shown);
      return FALSE;
    }
  return TRUE;
}

static void
explain_write (GError    **error,
               int         number,
               const char *shown)
{
  if (number == ENOSPC || number == EDQUOT)
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("“%s” was not saved: the disk is full. What was in the file is unchanged. "
                                                "Make room, or save elsewhere."),
                                             shown));
  else
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("“%s” was not saved: %s. What was in the file is unchanged."),
                                             shown, g_strerror (number)));
}

static PresserDescriptor
create_beside (Target  *target,
               GError **error)
{
  char *template = g_build_filename (target->folder, ".presser-XXXXXX", NULL);
  /* A new file gets what the user's mask leaves of this, an old one's copy its mode later. */
  PresserDescriptor descriptor = g_mkstemp_full (template, O_WRONLY | O_CLOEXEC, target->exists ? 0600 : 0666);

  if (descriptor < 0)
    {
      int              number = errno;
      g_autofree char *shown_folder = g_filename_display_name (target->folder);

      presser_file_set_error (error, number,
                              g_strdup_printf (_ ("“%s” was not saved: nothing can be written to the folder “%s”: %s. "
                                                  "Save in another folder."),
                                               target->shown, shown_folder, g_strerror (number)));
      g_free (template);
      return -1;
    }
  target->beside = template;
  return descriptor;
}

static gboolean
write_all (PresserDescriptor descriptor,
           const guint8     *data,
           gsize             length)
{
  while (length > 0)
    {
      gssize n_written = write (descriptor, data, length);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      if (n_written > 0)
        {
          data += n_written;
          length -= (gsize) n_written;
        }
    }
  return TRUE;
}

/* The owner only if the system lets us: a file of somebody else's becomes the one's who saves. */
static gboolean
copy_mode (PresserDescriptor descriptor,
           Target           *target)
{
  if (!target->exists)
    return TRUE;
  if (fchown (descriptor, target->status.st_uid, target->status.st_gid) != 0)
    g_debug ("Owner of “%s” not kept: %s", target->shown, g_strerror (errno));
  return fchmod (descriptor, target->status.st_mode & 07777) == 0;
}

/* What was written goes to the disk under the name that it has so far. */
static gboolean
close_beside (Target            *target,
              PresserDescriptor *descriptor,
              GError           **error)
{
  if (*descriptor < 0)
    return TRUE;
  if (!copy_mode (*descriptor, target) || fsync (*descriptor) != 0)
    {
      explain_write (error, errno, target->shown);
      return FALSE;
    }
  presser_file_close (descriptor);
  *descriptor = -1;
  return TRUE;
}

static gboolean
put_beside (Target           *target,
            PresserDescriptor descriptor,
            const void       *data,
            gsize             length,
            GError          **error)
{
  if (write_all (descriptor, data, length))
    return TRUE;
  explain_write (error, errno, target->shown);
  return FALSE;
}

static gboolean
fill_beside (Target  *target,
             GBytes  *bytes,
             GError **error)
{
  g_auto (PresserDescriptor) descriptor = create_beside (target, error);
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return descriptor >= 0 && put_beside (target, descriptor, data, length, error) && close_beside (target, &descriptor, error);
}

/* Asked last, so that as little time as possible is left for somebody else to write. */
static gboolean
check_expected (Target       *target,
                const char   *expected_checksum,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (target->path);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *checksum = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED,
                   _ ("“%s” was not saved: the file has been moved or deleted since it was opened. Save under another name."),
                   target->shown);
      return FALSE;
    }
  bytes = presser_file_read (file, &checksum, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (checksum, expected_checksum) == 0)
    return TRUE;
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED,
               _ ("“%s” was not saved: somebody else has changed the file since it was opened. "
                  "Save under another name, then compare the two."),
               target->shown);
  return FALSE;
}

static void
explain_existing (GError    **error,
                  const char *shown)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” was not saved: there is a file of that name already. Choose another name."), shown);
}

/* Gives the new file its name; if @overwrite says no, only where there is none. */
static gboolean
rename_beside (Target  *target,
               gboolean overwrite,
               GError **error)
{
  int result = -1;

  if (!overwrite)
    {
      result = renameat2 (AT_FDCWD, target->beside, AT_FDCWD, target->path, RENAME_NOREPLACE);
      /* Not every file system can do that in one go. */
      if (result != 0 && (errno == EINVAL || errno == ENOSYS) && access (target->path, F_OK) != 0)
        overwrite = TRUE;
    }
  if (result != 0 && overwrite)
    result = rename (target->beside, target->path);
  if (result == 0)
    {
      g_clear_pointer (&target->beside, g_free);
      return TRUE;
    }
  if (errno == EEXIST)
    explain_existing (error, target->shown);
  else
    explain_write (error, errno, target->shown);
  return FALSE;
}

/* Makes the new name last through a power cut. The file is whole either way, so this may fail. */
static void
sync_folder (Target *target)
{
  g_auto (PresserDescriptor) descriptor = open (target->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0 || fsync (descriptor) != 0)
    g_debug ("Folder of “%s” not synced: %s", target->shown, g_strerror (errno));
}

/**
 * presser_file_write:
 * @file: a file that has a path; a link is followed
 * @bytes: what is to stand in it
 * @expected_checksum: (nullable): SHA-256 of what it held when it was read: if it holds anything else now, it is left alone
 * @overwrite: without @expected_checksum, whether a file of that name may go
 * @checksum: (out) (optional): SHA-256 of @bytes
 * @cancellable: (nullable): stops it, up to the moment when the new file gets the name
 * @error: return location for %PRESSER_ERROR_CHANGED, %PRESSER_ERROR_UNSUPPORTED or a %G_IO_ERROR
 *
 * Writes beside, syncs and renames, so that the file holds either what it held or all of @bytes. Mode and,
 * where the system permits, owner stay.
 *
 * Returns: whether it is on the disk
 */
gboolean
presser_file_write (GFile        *file,
                    GBytes       *bytes,
                    const char   *expected_checksum,
                    gboolean      overwrite,
                    char        **checksum,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_auto (Target) target = { 0 };
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = presser_file_dup_path (file, error);
  if (path == NULL || !find_target (&target, path, error))
    return FALSE;
  if (expected_checksum == NULL && !overwrite && target.exists)
    {
      explain_existing (error, target.shown);
      return FALSE;
    }
  if (!fill_beside (&target, bytes, error))
    return FALSE;
  if (expected_checksum != NULL && !check_expected (&target, expected_checksum, cancellable, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !rename_beside (&target, overwrite || expected_checksum != NULL, error))
    return FALSE;
  sync_folder (&target);
  if (checksum != NULL)
    *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return TRUE;
}

struct _PresserFileWriter
{
  Target            target;
  PresserDescriptor descriptor; /* -1 once closed */
  gboolean          overwrite;
};

/**
 * presser_file_writer_new:
 * @file: a file that has a path; a link is followed
 * @overwrite: whether a file of that name may go
 * @error: return location for %PRESSER_ERROR_UNSUPPORTED or a %G_IO_ERROR
 *
 * For what is written piece by piece, because it is too large to be held.
 *
 * Returns: (transfer full): a file that has its name only once it is finished
 */
PresserFileWriter *
presser_file_writer_new (GFile   *file,
                         gboolean overwrite,
                         GError **error)
{
  g_autoptr (PresserFileWriter) self = g_new0 (PresserFileWriter, 1);
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self->descriptor = -1;
  self->overwrite = overwrite;
  path = presser_file_dup_path (file, error);
  if (path == NULL || !find_target (&self->target, path, error))
    return NULL;
  if (!overwrite && self->target.exists)
    {
      explain_existing (error, self->target.shown);
      return NULL;
    }
  self->descriptor = create_beside (&self->target, error);
  return self->descriptor >= 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * presser_file_writer_free:
 * @self: (transfer full): a file being written; if it is not finished, nothing of it stays
 */
void
presser_file_writer_free (PresserFileWriter *self)
{
  presser_file_close (&self->descriptor);
  clear_target (&self->target);
  g_free (self);
}

/**
 * presser_file_writer_put:
 * @self: a file being written
 * @data: (array length=length): what comes next
 * @length: in bytes
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: whether it was taken
 */
gboolean
presser_file_writer_put (PresserFileWriter *self,
                         const void        *data,
                         gsize              length,
                         GError           **error)
{
  return put_beside (&self->target, self->descriptor, data, length, error);
}

/**
 * presser_file_writer_close:
 * @self: a file being written, to which nothing comes any more
 * @error: return location for a %G_IO_ERROR
 *
 * Brings it to the disk, but not yet to its name: for one of several that are to appear together.
 *
 * Returns: whether it is on the disk
 */
gboolean
presser_file_writer_close (PresserFileWriter *self,
                           GError           **error)
{
  return close_beside (&self->target, &self->descriptor, error);
}

/**
 * presser_file_writer_finish:
 * @self: a file being written, or one that is closed
 * @error: return location for a %G_IO_ERROR
 *
 * Gives it its name.
 *
 * Returns: whether it is there, whole
 */
gboolean
presser_file_writer_finish (PresserFileWriter *self,
                            GError           **error)
{
  if (!close_beside (&self->target, &self->descriptor, error) || !rename_beside (&self->target, self->overwrite, error))
    return FALSE;
  sync_folder (&self->target);
  return TRUE;
}
