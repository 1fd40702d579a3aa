/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-input.h"
#include "presser-cli.h"

typedef struct
{
  const char *query;
  gboolean    include_embargoed;
  GPtrArray  *inputs;  /* PresserCliInput, owned: sources borrow from them */
  GArray     *sources; /* PresserExportSource; its statements are owned */
  GPtrArray  *remarks;
} Selection;

static void
clear_source (gpointer data)
{
  PresserExportSource *source = data;

  g_clear_pointer (&source->statements, g_ptr_array_unref);
}

static gboolean
select_statements (PresserCliInput *input,
                   Selection       *selection,
                   GError         **error)
{
  g_autoptr (GPtrArray) held_back = g_ptr_array_new_with_free_func (g_free);
  PresserExportSource source = {
    .document = presser_cli_input_get_document (input),
    .name = input->name,
  };

  source.statements = presser_export_select (source.document, selection->query, selection->include_embargoed, held_back, error);
  presser_cli_remark (input->name, held_back);
  if (source.statements == NULL)
    return FALSE;

  g_array_append_val (selection->sources, source);
  return TRUE;
}

static int
open_and_select (GPtrArray *paths,
                 Selection *selection)
{
  int status = PRESSER_CLI_DONE;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      PresserCliInput *input = presser_cli_input_open (g_ptr_array_index (paths, i), &error);

      if (input != NULL)
        g_ptr_array_add (selection->inputs, input);
      if (input != NULL && select_statements (input, selection, &error))
        continue;

      presser_cli_complain ("%s", error->message);
      status = PRESSER_CLI_BAD_INPUT;
    }

  return status;
}

static gboolean
put_folder (const char *output,
            GPtrArray  *files)
{
  if (g_mkdir_with_parents (output, 0777) != 0)
    {
      presser_cli_complain (_ ("The folder “%s” could not be made."), output);
      return FALSE;
    }

  for (guint i = 0; i < files->len; i++)
    {
      const PresserExportFile *file = g_ptr_array_index (files, i);
      g_autofree char         *path = g_build_filename (output, file->name, NULL);

      if (!presser_cli_put (path, file->bytes, TRUE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_export (const PresserExporter *exporter,
              Selection             *selection,
              const char            *output)
{
  const PresserExportSource *sources = (const PresserExportSource *) (gpointer) selection->sources->data;
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!(exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER))
    bytes = presser_exporter_write (exporter, sources, selection->sources->len, NULL, losses, &error);
  else
    files = presser_exporter_write_files (exporter, sources, selection->sources->len, NULL, losses, &error);

  presser_cli_remark (exporter->id, losses);
  if (error != NULL)
    {
      presser_cli_complain ("%s", error->message);
      return FALSE;
    }

  return bytes != NULL ? presser_cli_put (output, bytes, TRUE) : put_folder (output, files);
}

static int
export_files (const PresserExporter *exporter,
              GPtrArray             *paths,
              const char            *query,
              gboolean               include_embargoed,
              const char            *output)
{
  g_autoptr (GPtrArray) files = presser_cli_expand_folders (paths);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_cli_input_free);
  g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (PresserExportSource));
  Selection selection = {
    .query = query,
    .include_embargoed = include_embargoed,
    .inputs = inputs,
    .sources = sources,
  };
  int status;

  g_array_set_clear_func (sources, clear_source);
  status = open_and_select (files, &selection);

  if (sources->len == 0)
    return PRESSER_CLI_BAD_INPUT;
  for (guint i = 0; i < inputs->len; i++)
    {
      const PresserCliInput *input = g_ptr_array_index (inputs, i);

      if (presser_cli_is_same_file (output, input->file))
        return presser_cli_misuse (_ ("“%s” is one of the files to export, so nothing was written; name another file with --output."), output);
    }

  return write_export (exporter, &selection, output) ? status : PRESSER_CLI_BAD_INPUT;
}

static void
print_formats (void)
{
  const PresserExporter *const *exporters = presser_exporters_get ();

  for (guint i = 0; exporters[i] != NULL; i++)
    g_print ("%s\t%s\n", exporters[i]->id, g_dgettext (GETTEXT_PACKAGE, exporters[i]->description));
}

int
presser_cli_export (int    argc,
                    char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  g_autofree char *query = NULL;
  gboolean         include_embargoed = FALSE;
  gboolean         list_formats = FALSE;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &format, N_ ("Format to write"), N_ ("FORMAT") },
    { "query", 'q', 0, G_OPTION_ARG_STRING, &query, N_ ("Only statements that match"), N_ ("QUERY") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file, or this folder"), N_ ("FILE") },
    { "include-embargoed", 0, 0, G_OPTION_ARG_NONE, &include_embargoed, N_ ("Also statements whose embargo still holds"), NULL },
    { "list-formats", 0, 0, G_OPTION_ARG_NONE, &list_formats, N_ ("List the formats that can be written"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };
  const PresserExporter *exporter;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (!presser_cli_parse (_ ("FILE… --to FORMAT [QUERY]"), _ ("Hands tagged quotes to another tool. Off-the-record statements never leave."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;

  if (list_formats)
    {
      print_formats ();
      return PRESSER_CLI_DONE;
    }

  presser_cli_split_query (arguments, paths, &query);
  if (paths->len == 0)
    return presser_cli_misuse (_ ("“export” takes one or more files."));
  if (format == NULL)
    return presser_cli_misuse (_ ("Name the format with --to; “presser-cli export --list-formats” lists them."));

  exporter = presser_exporter_find (format);
  if (exporter == NULL)
    return presser_cli_misuse (_ ("There is no format “%s” to write; “presser-cli export --list-formats” lists them."), format);
  if ((exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) && (output == NULL || strcmp (output, "-") == 0))
    return presser_cli_misuse (_ ("“%s” is a folder of files; name it with --output."), format);

  return export_files (exporter, paths, query, include_embargoed, output);
}
