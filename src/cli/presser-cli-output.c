/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cli-output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "presser-file.h"

struct _PresserCliOutput
{
  char      *folder;  /* NULL: one file, or standard output */
  gboolean   is_made; /* the folder was not there before, and is not finished yet */
  GPtrArray *names;   /* of char *: the files of the folder, in the order of their writers */
  GPtrArray *writers; /* of PresserFileWriter; of one file, that one; empty: standard output */
};

static void
free_writer (gpointer writer)
{
  presser_file_writer_free (writer);
}

PresserCliOutput *
presser_cli_output_new (const char *path,
                        gboolean    is_folder,
                        GError    **error)
{
  g_autoptr (PresserCliOutput) self = g_new0 (PresserCliOutput, 1);
  g_autoptr (GFile) file = NULL;
  PresserFileWriter *writer = NULL;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->writers = g_ptr_array_new_with_free_func (free_writer);
  if (is_folder)
    self->folder = g_strdup (path);
  if (is_folder || path == NULL || strcmp (path, "-") == 0)
    return g_steal_pointer (&self);

  file = g_file_new_for_commandline_arg (path);
  writer = presser_file_writer_new (file, TRUE, error);
  if (writer == NULL)
    return NULL;
  g_ptr_array_add (self->writers, writer);
  return g_steal_pointer (&self);
}

void
presser_cli_output_free (PresserCliOutput *self)
{
  g_ptr_array_unref (self->writers);
  /* Goes only if it is empty. */
  if (self->is_made)
    g_rmdir (self->folder);
  g_ptr_array_unref (self->names);
  g_free (self->folder);
  g_free (self);
}

static gboolean
set_output_error (GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("The result could not be written to standard output: %s."), g_strerror (errno));
  return FALSE;
}

static gboolean
put_on_standard_output (const char *data,
                        gsize       size,
                        GError    **error)
{
  if (size > 0 && fwrite (data, 1, size, stdout) != size)
    return set_output_error (error);
  return TRUE;
}

/* The folder is made when there is something to put into it. */
static gboolean
make_folder (PresserCliOutput *self,
             GError          **error)
{
  if (g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0777) == 0)
    {
      self->is_made = TRUE;
      return TRUE;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The folder “%s” could not be made."), self->folder);
  return FALSE;
}

/* Of the file of that name in the folder, which is begun with the first piece of it. */
static PresserFileWriter *
find_writer (PresserCliOutput *self,
             const char       *name,
             GError          **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  PresserFileWriter *writer = NULL;
  guint              index = 0;

  if (self->folder == NULL)
    return self->writers->pdata[0];
  if (g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &index))
    return self->writers->pdata[index];
  /* What begins a file has ended the one before. */
  if (self->writers->len > 0 && !presser_file_writer_close (self->writers->pdata[self->writers->len - 1], error))
    return NULL;
  if (!make_folder (self, error))
    return NULL;
  path = g_build_filename (self->folder, name, NULL);
  file = g_file_new_for_path (path);
  writer = presser_file_writer_new (file, TRUE, error);
  if (writer == NULL)
    return NULL;
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->writers, writer);

  return writer;
}

gboolean
presser_cli_output_put (const char *name,
                        const char *data,
                        gsize       size,
                        gpointer    user_data,
                        GError    **error)
{
  PresserCliOutput  *self = user_data;
  PresserFileWriter *writer = NULL;

  if (self->folder == NULL && self->writers->len == 0)
    return put_on_standard_output (data, size, error);
  writer = find_writer (self, name, error);
  return writer != NULL && presser_file_writer_put (writer, data, size, error);
}

gboolean
presser_cli_output_finish (PresserCliOutput *self,
                           GError          **error)
{
  if (self->folder == NULL && self->writers->len == 0)
    return fflush (stdout) == 0 || set_output_error (error);
  for (guint i = 0; i < self->writers->len; i++)
    if (!presser_file_writer_finish (self->writers->pdata[i], error))
      return FALSE;
  self->is_made = FALSE;
  return TRUE;
}
