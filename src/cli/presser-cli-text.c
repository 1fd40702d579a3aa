/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-input.h"
#include "presser-cli.h"

int
presser_cli_text (int    argc,
                  char **argv)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserCliInput) input = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (!presser_cli_parse (_ ("FILE"), _ ("Prints the plain text that positions refer to, a paragraph a line."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;
  if (files == NULL || g_strv_length (files) != 1)
    return presser_cli_misuse (_ ("“text” takes one file."));

  input = presser_cli_input_open (files[0], &error);
  if (input == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return PRESSER_CLI_BAD_INPUT;
    }

  if (presser_cli_is_same_file (output, input->file))
    return presser_cli_misuse (_ ("“%s” is the transcript itself, which is never written to; name another file with --output."), output);

  text = presser_text_dup (presser_document_get_text (presser_cli_input_get_document (input)));
  bytes = g_bytes_new_take (text, strlen (text));

  return presser_cli_put (output, bytes, TRUE) ? PRESSER_CLI_DONE : PRESSER_CLI_BAD_INPUT;
}
