/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-input.h"
#include "presser-cli.h"
#include "presser-error.h"
#include "presser-file.h"
#include "presser-import.h"
#include "presser-tei-beside.h"

static GBytes *
read_standard_input (char   **checksum,
                     GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 block[65536];
  gsize  size;

  while ((size = fread (block, 1, sizeof block, stdin)) > 0)
    {
      if (content->len + size > PRESSER_FILE_LIMIT)
        {
          g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE,
                       _ ("Standard input holds more than 1 GB, which is more than Presser reads."));
          return NULL;
        }

      g_byte_array_append (content, block, size);
    }

  if (ferror (stdin))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("Standard input could not be read: %s."), g_strerror (errno));
      return NULL;
    }

  if (checksum != NULL)
    *checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content->data, content->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

GBytes *
presser_cli_read (const char *path,
                  GFile     **file,
                  char      **name,
                  char      **checksum,
                  GError    **error)
{
  g_autofree char *base_name = NULL;

  *file = NULL;

  if (strcmp (path, "-") == 0)
    {
      *name = g_strdup (_ ("standard input"));
      return read_standard_input (checksum, error);
    }

  *file = g_file_new_for_commandline_arg (path);
  base_name = g_file_get_basename (*file);
  *name = g_filename_display_name (base_name);

  return presser_file_read (*file, checksum, NULL, error);
}

/* Remarks get the name in front. */
static GBytes *
convert (PresserCliInput *self,
         GBytes          *bytes,
         GPtrArray       *remarks,
         GError         **error)
{
  g_autoptr (GPtrArray) bare = g_ptr_array_new_with_free_func (g_free);
  GBytes *tei = presser_import (bytes, self->name, NULL, bare, error);

  for (guint i = 0; i < bare->len; i++)
    g_ptr_array_add (remarks, g_strdup_printf ("%s: %s", self->name, (const char *) bare->pdata[i]));
  return tei;
}

PresserCliInput *
presser_cli_input_open (const char *path,
                        GError    **error)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  PresserCliInput *input = presser_cli_input_open_quietly (path, NULL, remarks, error);

  for (guint i = 0; i < remarks->len; i++)
    g_printerr ("%s\n", (const char *) remarks->pdata[i]);
  return input;
}

PresserCliInput *
presser_cli_input_open_quietly (const char *path,
                                const char *name,
                                GPtrArray  *remarks,
                                GError    **error)
{
  g_autoptr (PresserCliInput) self = g_new0 (PresserCliInput, 1);
  g_autoptr (GBytes) bytes = presser_cli_read (path, &self->file, &self->name, NULL, error);
  g_autoptr (GBytes) tei = NULL;

  if (bytes == NULL)
    return NULL;
  if (name != NULL)
    {
      g_free (self->name);
      self->name = g_strdup (name);
    }

  self->is_tei = presser_tei_file_is_tei (bytes);
  tei = self->is_tei ? g_bytes_ref (bytes) : convert (self, bytes, remarks, error);
  if (tei == NULL)
    return NULL;

  self->tei = presser_tei_file_new_at (tei, self->is_tei ? self->file : NULL, self->name, error);
  if (self->tei == NULL)
    return NULL;
  for (const char *const *remark = presser_tei_file_get_remarks (self->tei); *remark != NULL; remark++)
    g_ptr_array_add (remarks, g_strdup_printf ("%s: %s", self->name, *remark));

  return g_steal_pointer (&self);
}

void
presser_cli_input_free (PresserCliInput *self)
{
  g_free (self->name);
  g_clear_object (&self->file);
  g_clear_object (&self->tei);
  g_free (self);
}

PresserDocument *
presser_cli_input_get_document (PresserCliInput *self)
{
  return presser_tei_file_get_document (self->tei);
}

/* The file itself may have been changed by somebody since it was read: then it is left alone. What stays as it is is not
 * written at all. */
static gboolean
save_back (PresserCliInput *self,
           GBytes          *bytes,
           GError         **error)
{
  GBytes          *read = presser_tei_file_get_bytes (self->tei);
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, read);

  return g_bytes_equal (read, bytes) || presser_file_write (self->file, bytes, checksum, TRUE, NULL, NULL, error);
}

static gboolean
save_text (PresserCliInput *self,
           GBytes          *bytes,
           const char      *output,
           GError         **error)
{
  g_autoptr (GFile) file = output == NULL ? NULL : g_file_new_for_commandline_arg (output);

  if (file == NULL || presser_cli_is_same_file (output, self->file))
    return save_back (self, bytes, error);

  return presser_file_write (file, bytes, NULL, TRUE, NULL, NULL, error);
}

/* To the file and the one beside it. */
static gboolean
save_both (PresserCliInput *self,
           GBytes          *bytes,
           const char      *output)
{
  g_autoptr (GFile) file = output == NULL ? g_object_ref (self->file) : g_file_new_for_commandline_arg (output);
  gboolean is_same = output == NULL || presser_cli_is_same_file (output, self->file);
  g_autoptr (PresserTeiBesideSave) save = presser_tei_beside_save_new (self->tei, file);
  g_autoptr (GError) error = NULL;

  if (presser_tei_beside_save_before (save, !is_same, NULL, &error) && save_text (self, bytes, output, &error)
      && (!is_same || presser_tei_beside_save_after (save, NULL, &error)))
    return TRUE;

  presser_cli_complain ("%s", error->message);
  return FALSE;
}

gboolean
presser_cli_input_save (PresserCliInput *self,
                        const char      *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = presser_tei_file_write (self->tei, &error);
  gboolean to_standard_output = output == NULL ? self->file == NULL : strcmp (output, "-") == 0;

  if (bytes == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return FALSE;
    }
  if (to_standard_output && presser_tei_file_get_statements (self->tei) != NULL)
    {
      presser_cli_complain (_ ("The statements of “%s” are kept beside it, and there is nothing beside the standard output; name a file with --output."), self->name);
      return FALSE;
    }
  if (to_standard_output)
    return presser_cli_put ("-", bytes, FALSE);
  if (!self->is_tei && (output == NULL || presser_cli_is_same_file (output, self->file)))
    {
      presser_cli_complain (_ ("“%s” is the transcript itself, which is never written to; name another file with --output."), output != NULL ? output : self->name);
      return FALSE;
    }

  return save_both (self, bytes, output);
}

static gboolean
looks_like_a_file_name (const char *argument)
{
  const char *dot = strrchr (argument, '.');

  if (strcmp (argument, "-") == 0 || g_file_test (argument, G_FILE_TEST_EXISTS))
    return TRUE;
  if (strpbrk (argument, ":\"") != NULL)
    return FALSE;
  if (strchr (argument, G_DIR_SEPARATOR) != NULL)
    return TRUE;
  if (dot == NULL || dot == argument || dot[1] == '\0' || strlen (dot + 1) > 5)
    return FALSE;

  for (const char *p = dot + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        return FALSE;
    }

  return TRUE;
}

void
presser_cli_split_query (char     **arguments,
                         GPtrArray *paths,
                         char     **query)
{
  guint n_arguments = arguments != NULL ? g_strv_length (arguments) : 0;

  if (*query == NULL && n_arguments > 1 && !looks_like_a_file_name (arguments[n_arguments - 1]))
    *query = g_strdup (arguments[--n_arguments]);

  for (guint i = 0; i < n_arguments; i++)
    g_ptr_array_add (paths, arguments[i]);
}
