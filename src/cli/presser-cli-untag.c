/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "presser-cli-input.h"
#include "presser-cli.h"

static gboolean
remove_statements (PresserCliInput   *input,
                   const char *const *ids)
{
  PresserDocument *document = presser_cli_input_get_document (input);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PresserStatement *statement = presser_document_get_statement (document, ids[i]);

      if (statement == NULL)
        {
          presser_cli_complain (_ ("%s: there is no statement “%s”; “presser-cli list” tells the ids. Nothing was changed."), input->name, ids[i]);
          return FALSE;
        }

      presser_document_remove_statement (document, statement);
    }

  return TRUE;
}

int
presser_cli_untag (int    argc,
                   char **argv)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "id", 'i', 0, G_OPTION_ARG_STRING_ARRAY, &ids, N_ ("Which statement; may be given more than once"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file instead of back"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserCliInput) input = NULL;

  if (!presser_cli_parse (_ ("FILE --id ID"), _ ("Takes statements away; the text stays."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;
  if (files == NULL || g_strv_length (files) != 1)
    return presser_cli_misuse (_ ("“untag” takes one file."));
  if (ids == NULL)
    return presser_cli_misuse (_ ("Name the statement with --id; “presser-cli list” tells the ids."));

  input = presser_cli_input_open (files[0], &error);
  if (input == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return PRESSER_CLI_BAD_INPUT;
    }

  if (!remove_statements (input, (const char *const *) ids))
    return PRESSER_CLI_BAD_INPUT;

  return presser_cli_input_save (input, output) ? PRESSER_CLI_DONE : PRESSER_CLI_BAD_INPUT;
}
