/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records one behind the other, each with its length and the beginning of its checksum. A power cut may leave
 * half a record at the end: that one is as if it never was, and the next is written over it. A lock
 * that goes with the process tells a journal that somebody is at from one that was left behind. */

#include "presser-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "presser-error.h"
#include "presser-file-private.h"

static const char magic[] = "Presser journal 1\n";

#define MAGIC_LENGTH  (sizeof magic - 1)
#define N_DIGEST      8
#define HEADER_LENGTH (4 + N_DIGEST)

struct _PresserJournalFile
{
  PresserDescriptor descriptor;
  GFile            *file;
  goffset           end; /* behind the last whole record */
};

static PresserJournalFile *
new_file (PresserDescriptor descriptor,
          const char       *path)
{
  PresserJournalFile *self = g_new0 (PresserJournalFile, 1);

  self->descriptor = descriptor;
  self->file = g_file_new_for_path (path);
  self->end = (goffset) MAGIC_LENGTH;
  return self;
}

void
presser_journal_file_free (PresserJournalFile *self)
{
  presser_file_close (&self->descriptor); /* lets go of the lock */
  g_object_unref (self->file);
  g_free (self);
}

GFile *
presser_journal_file_get_file (PresserJournalFile *self)
{
  return self->file;
}

static void
explain (GError    **error,
         int         number,
         const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (number == ENOSPC || number == EDQUOT)
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("Work in progress cannot be kept in “%s”: the disk is full. Make room, and save often until then."),
                                             shown));
  else
    presser_file_set_error (error, number,
                            g_strdup_printf (_ ("Work in progress cannot be kept in “%s”: %s. Save often."), shown, g_strerror (number)));
}

static gboolean
write_at (PresserDescriptor descriptor,
          const guint8     *data,
          gsize             length,
          goffset           place)
{
  while (length > 0)
    {
      gssize n_written = pwrite (descriptor, data, length, place);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      if (n_written > 0)
        {
          data += n_written;
          length -= (gsize) n_written;
          place += n_written;
        }
    }
  return TRUE;
}

static gboolean
sync_folder (const char *path)
{
  g_auto (PresserDescriptor) descriptor = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return descriptor >= 0 && fsync (descriptor) == 0;
}

/* Under another name until it is locked, so that nobody takes it for one that was left behind. */
static PresserDescriptor
create_locked (const char *path,
               const char *folder_path)
{
  g_autofree char  *raw = g_strconcat (path, ".new", NULL);
  PresserDescriptor descriptor = -1;

  /* For nobody else's eyes: there may be off-the-record words in it. */
  if (g_mkdir_with_parents (folder_path, 0700) == 0)
    descriptor = open (raw, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return -1;
  if (flock (descriptor, LOCK_EX | LOCK_NB) != 0 || !write_at (descriptor, (const guint8 *) magic, MAGIC_LENGTH, 0)
      || g_rename (raw, path) != 0)
    {
      int number = errno;

      g_unlink (raw);
      presser_file_close (&descriptor);
      errno = number;
    }
  return descriptor;
}

PresserJournalFile *
presser_journal_file_create (GFile   *folder,
                             GError **error)
{
  g_autofree char  *folder_path = g_file_get_path (folder);
  g_autofree char  *name = g_uuid_string_random ();
  g_autofree char  *path = g_strdup_printf ("%s/%s.journal", folder_path, name);
  PresserDescriptor descriptor = create_locked (path, folder_path);

  if (descriptor < 0)
    {
      explain (error, errno, folder_path);
      return NULL;
    }
  if (!sync_folder (folder_path))
    g_debug ("Folder “%s” not synced: %s", folder_path, g_strerror (errno));
  return new_file (descriptor, path);
}

static void
compute_digest (const guint8 *data,
                gsize         length,
                guint8       *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 whole[32];
  gsize  n_whole = sizeof whole;

  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_get_digest (checksum, whole, &n_whole);
  memcpy (digest, whole, N_DIGEST);
}

static void
append_record (GByteArray *bytes,
               GVariant   *record)
{
  /* The same on every machine: the folder may be on a stick. */
  g_autoptr (GVariant) normal = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (record) : g_variant_ref (record);
  gsize         length = g_variant_get_size (normal);
  const guint8 *data = g_variant_get_data (normal);
  guint32       length_le = GUINT32_TO_LE ((guint32) length);
  guint8        digest[N_DIGEST];

  compute_digest (data, length, digest);
  g_byte_array_append (bytes, (const guint8 *) &length_le, sizeof length_le);
  g_byte_array_append (bytes, digest, sizeof digest);
  g_byte_array_append (bytes, data, (guint) length);
}

gboolean
presser_journal_file_append (PresserJournalFile *self,
                             GPtrArray          *records,
                             GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int   number;
  guint i;

  for (i = 0; i < records->len; i++)
    append_record (bytes, records->pdata[i]);
  if (write_at (self->descriptor, bytes->data, bytes->len, self->end) && fdatasync (self->descriptor) == 0)
    {
      self->end += bytes->len;
      return TRUE;
    }
  number = errno;
  if (ftruncate (self->descriptor, self->end) != 0)
    g_debug ("Journal not cut back: %s", g_strerror (errno)); /* readers stop at the half record */
  explain (error, number, g_file_peek_path (self->file));
  return FALSE;
}

void
presser_journal_file_remove (PresserJournalFile *self)
{
  g_unlink (g_file_peek_path (self->file));
}

static GVariant *
read_record (const guint8 *data,
             gsize         length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length); /* a copy, for the alignment */
  g_autoptr (GVariant) record = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(sv)"), bytes, FALSE));

  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    return g_variant_byteswap (record);
  return g_variant_get_normal_form (record);
}

/* Gives where the last whole record ends. */
static goffset
read_records (GBytes    *content,
              GPtrArray *records)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (content, &length);
  gsize         place = MAGIC_LENGTH;

  while (length - place >= HEADER_LENGTH)
    {
      guint32 n_bytes;
      guint8  digest[N_DIGEST];

      memcpy (&n_bytes, data + place, sizeof n_bytes);
      n_bytes = GUINT32_FROM_LE (n_bytes);
      if (n_bytes > length - place - HEADER_LENGTH)
        break;
      compute_digest (data + place + HEADER_LENGTH, n_bytes, digest);
      if (memcmp (digest, data + place + 4, N_DIGEST) != 0)
        break;
      g_ptr_array_add (records, read_record (data + place + HEADER_LENGTH, n_bytes));
      place += HEADER_LENGTH + n_bytes;
    }
  return (goffset) place;
}

static PresserDescriptor
open_locked (const char *path,
             GError    **error)
{
  g_auto (PresserDescriptor) descriptor = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  g_autofree char  *shown = g_filename_display_name (path);
  PresserDescriptor locked;

  if (descriptor < 0 || flock (descriptor, LOCK_EX | LOCK_NB) != 0)
    {
      int number = errno;

      if (number == EWOULDBLOCK)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, _ ("“%s” belongs to a window that is open."), shown);
      else
        presser_file_set_error (error, number,
                                g_strdup_printf (_ ("“%s”, in which work was kept, cannot be read: %s."), shown, g_strerror (number)));
      return -1;
    }
  locked = descriptor;
  descriptor = -1;
  return locked;
}

PresserJournalFile *
presser_journal_file_open (GFile      *file,
                           GPtrArray **records,
                           GError    **error)
{
  g_autofree char *path = presser_file_dup_path (file, error);
  g_auto (PresserDescriptor) descriptor = path != NULL ? open_locked (path, error) : -1;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  PresserJournalFile *self;
  gsize               length;
  const char         *data;

  if (descriptor < 0)
    return NULL;
  content = presser_file_read (file, NULL, NULL, error);
  if (content == NULL)
    return NULL;
  data = g_bytes_get_data (content, &length);
  if (length < MAGIC_LENGTH || memcmp (data, magic, MAGIC_LENGTH) != 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED,
                   _ ("“%s” is not a journal of this version of Presser."), path);
      return NULL;
    }
  self = new_file (descriptor, path);
  descriptor = -1;
  self->end = read_records (content, found);
  *records = g_steal_pointer (&found);
  return self;
}
