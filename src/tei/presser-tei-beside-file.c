/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The second file on the disk. */

#include "presser-tei-beside.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-file.h"

/**
 * presser_tei_beside_get_file:
 * @file: a text's own file
 *
 * Returns: (transfer full) (nullable): where its statements are if they are not in it: `NAME.statements.xml` beside `NAME.xml`; %NULL
 * for a file that lies in no folder
 */
GFile *
presser_tei_beside_get_file (GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;
  char            *dot;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = g_file_get_parent (file);
  name = g_file_get_basename (file);
  if (folder == NULL || name == NULL)
    return NULL;
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  other = g_strconcat (name, ".statements.xml", NULL);

  return g_file_get_child (folder, other);
}

/**
 * presser_tei_beside_read:
 * @tei: a file that was just opened
 * @file: where it lies
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads the statements beside a text, if there are any.
 *
 * Sets the errors of presser_file_read() and presser_tei_file_add_statements(); that there is no such file is none.
 *
 * Returns: whether all is read that there is
 */
gboolean
presser_tei_beside_read (PresserTeiFile *tei,
                         GFile          *file,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (GFile) other = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (PRESSER_IS_TEI_FILE (tei), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  other = presser_tei_beside_get_file (file);
  if (other == NULL || g_file_equal (other, file) || !g_file_query_exists (other, cancellable))
    return TRUE;
  bytes = presser_file_read (other, NULL, cancellable, &reason);
  if (bytes == NULL && g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  name = g_file_get_basename (other);
  shown = g_filename_display_name (name);

  return presser_tei_file_add_statements (tei, bytes, shown, error);
}

/**
 * presser_tei_beside_save_new:
 * @tei: a file of which presser_tei_file_write() has just given the bytes
 * @file: where they go
 *
 * Notes what has to happen to the second file.
 *
 * Returns: (transfer full): a save, to be done in any thread
 */
PresserTeiBesideSave *
presser_tei_beside_save_new (PresserTeiFile *tei,
                             GFile          *file)
{
  PresserTeiBesideSave *self;
  GBytes               *bytes;
  GBytes               *read;

  g_return_val_if_fail (PRESSER_IS_TEI_FILE (tei), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_new0 (PresserTeiBesideSave, 1);
  self->file = presser_tei_beside_get_file (file);
  bytes = presser_tei_file_get_statements (tei);
  read = presser_tei_file_get_statements_as_read (tei);
  self->bytes = bytes == NULL ? NULL : g_bytes_ref (bytes);
  self->read = read == NULL ? NULL : g_bytes_ref (read);

  return self;
}

/**
 * presser_tei_beside_save_free:
 * @self: (transfer full): a save
 *
 * Frees it.
 */
void
presser_tei_beside_save_free (PresserTeiBesideSave *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->read, g_bytes_unref);
  g_free (self);
}

static char *
dup_checksum (GBytes *bytes)
{
  return bytes == NULL ? NULL : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * presser_tei_beside_save_before:
 * @self: a save
 * @overwrite: whether what lies there may go even if it is not what was read
 * @cancellable: (nullable): to give up
 * @error: %PRESSER_ERROR_CHANGED if somebody else wrote it
 *
 * Writes the second file, if it is to hold anything new.
 *
 * Returns: whether it holds what it has to
 */
gboolean
presser_tei_beside_save_before (PresserTeiBesideSave *self,
                                gboolean              overwrite,
                                GCancellable         *cancellable,
                                GError              **error)
{
  g_autofree char *expected = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->bytes == NULL)
    return TRUE;
  if (self->file == NULL)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, _ ("There is no folder to keep the statements in."));
      return FALSE;
    }
  if (self->read != NULL && g_bytes_equal (self->bytes, self->read) && g_file_query_exists (self->file, cancellable))
    return TRUE;
  expected = overwrite || !g_file_query_exists (self->file, cancellable) ? NULL : dup_checksum (self->read);

  return presser_file_write (self->file, self->bytes, expected, overwrite, NULL, cancellable, error);
}

/**
 * presser_tei_beside_save_after:
 * @self: a save
 * @cancellable: (nullable): to give up
 * @error: %PRESSER_ERROR_CHANGED if somebody else wrote it
 *
 * Deletes the second file if all that it said stands in the first one now, or nothing is left to say. Left there, it
 * would overrule the first.
 *
 * Returns: whether there is nothing there that must not be
 */
gboolean
presser_tei_beside_save_after (PresserTeiBesideSave *self,
                               GCancellable         *cancellable,
                               GError              **error)
{
  g_autofree char *expected = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->bytes != NULL || self->read == NULL || self->file == NULL || !g_file_query_exists (self->file, cancellable))
    return TRUE;
  bytes = presser_file_read (self->file, &checksum, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  expected = dup_checksum (self->read);
  if (strcmp (checksum, expected) != 0)
    {
      g_autofree char *name = g_file_get_parse_name (self->file);

      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED,
                   _ ("“%s” was not removed: somebody else has changed the file since it was opened. Look at it, and take it away "
                      "if nothing in it is needed."),
                   name);
      return FALSE;
    }

  return g_file_delete (self->file, cancellable, error);
}
