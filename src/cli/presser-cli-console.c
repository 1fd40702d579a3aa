/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every verb needs to talk to whoever called it. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli.h"
#include "presser-file.h"

static void
complain_va (const char *format,
             va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_printerr ("presser-cli: %s\n", message);
}

void
presser_cli_complain (const char *format,
                      ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain_va (format, arguments);
  va_end (arguments);
}

int
presser_cli_misuse (const char *format,
                    ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain_va (format, arguments);
  va_end (arguments);

  return PRESSER_CLI_WRONG_USAGE;
}

void
presser_cli_remark (const char *name,
                    GPtrArray  *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    g_printerr ("%s: %s\n", name, (const char *) g_ptr_array_index (remarks, i));
}

gboolean
presser_cli_parse (const char         *arguments,
                   const char         *summary,
                   const GOptionEntry *entries,
                   int                *argc,
                   char             ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  presser_cli_misuse (_ ("%s. “%s --help” tells the options."), error->message, g_get_prgname ());
  return FALSE;
}

static gboolean
put_on_standard_output (GBytes *bytes)
{
  gsize         size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (size > 0 && fwrite (data, 1, size, stdout) != size)
    {
      presser_cli_complain (_ ("The result could not be written to standard output: %s."), g_strerror (errno));
      return FALSE;
    }

  if (fflush (stdout) != 0)
    {
      presser_cli_complain (_ ("The result could not be written to standard output: %s."), g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

static char *
dup_file_identity (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE)) : NULL;
}

gboolean
presser_cli_is_same_file (const char *output,
                          GFile      *input)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (output == NULL || input == NULL || strcmp (output, "-") == 0)
    return FALSE;

  file = g_file_new_for_commandline_arg (output);
  one = dup_file_identity (file);
  other = dup_file_identity (input);

  return g_file_equal (file, input) || (one != NULL && g_strcmp0 (one, other) == 0);
}

gboolean
presser_cli_put (const char *path,
                 GBytes     *bytes,
                 gboolean    overwrite)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || strcmp (path, "-") == 0)
    return put_on_standard_output (bytes);

  file = g_file_new_for_commandline_arg (path);
  if (presser_file_write (file, bytes, NULL, overwrite, NULL, NULL, &error))
    return TRUE;

  presser_cli_complain ("%s", error->message);
  return FALSE;
}
