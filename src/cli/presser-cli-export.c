/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-output.h"
#include "presser-cli-reader.h"
#include "presser-cli.h"
#include "presser-filter.h"

/* What every thread needs to know. */
typedef struct
{
  const PresserExporter *exporter;
  PresserExportChoice    choice;
  PresserExportOptions   options;
  const char            *output;
  const char            *description;
} Export;

/* A file whose statements are chosen. */
typedef struct
{
  PresserCliInput *input;
  GPtrArray       *statements; /* of PresserStatement */
  GPtrArray       *held_back;  /* of char * */
} Chosen;

static void
free_chosen (gpointer data)
{
  Chosen *chosen = data;

  g_clear_pointer (&chosen->statements, g_ptr_array_unref);
  g_ptr_array_unref (chosen->held_back);
  presser_cli_input_free (chosen->input);
  g_free (chosen);
}

static gpointer
choose_statements (PresserCliInput *input,
                   gpointer         work_data,
                   GError         **error)
{
  const Export *export = work_data;
  Chosen *chosen = g_new0 (Chosen, 1);

  chosen->input = input;
  chosen->held_back = g_ptr_array_new_with_free_func (g_free);
  chosen->statements = presser_export_choose (presser_cli_input_get_document (input), &export->choice, chosen->held_back, error);
  if (chosen->statements != NULL)
    return chosen;
  free_chosen (chosen);
  return NULL;
}

/* One document is lent to the exporter at a time. */
typedef struct
{
  PresserCliReader *reader;
  const char       *description; /* of those on background; or NULL */
  Chosen           *next;        /* read ahead, to know whether there is anything */
  Chosen           *lent;
} Supply;

static gboolean
supply_next (PresserExportSource *source,
             gpointer             user_data)
{
  Supply *supply = user_data;

  g_clear_pointer (&supply->lent, free_chosen);
  supply->lent = supply->next != NULL ? g_steal_pointer (&supply->next) : presser_cli_reader_next (supply->reader);
  if (supply->lent == NULL)
    return FALSE;
  presser_cli_remark (supply->lent->input->name, supply->lent->held_back);
  source->document = presser_cli_input_get_document (supply->lent->input);
  source->name = supply->lent->input->name;
  source->statements = supply->lent->statements;
  source->description = supply->description;

  return TRUE;
}

/* What is lost is said before anything gets its name. */
static gboolean
write_export (const Export *export,
              Supply *supply)
{
  gboolean is_folder = (export->exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) != 0;
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserCliOutput) output = presser_cli_output_new (export->output, is_folder, &error);
  gboolean is_written = output != NULL
                        && presser_exporter_run (export->exporter, &export->options, supply_next, supply,
                                                 presser_cli_output_put, output, losses, &error);

  presser_cli_remark (export->exporter->id, losses);
  if (is_written && presser_cli_output_finish (output, &error))
    return TRUE;
  presser_cli_complain ("%s", error->message);
  return FALSE;
}

/* The first file that would be written over; borrowed or NULL. */
static const char *
find_same_file (const char *output,
                GPtrArray  *paths)
{
  for (guint i = 0; output != NULL && i < paths->len; i++)
    {
      g_autoptr (GFile) file = strcmp (paths->pdata[i], "-") != 0 ? g_file_new_for_commandline_arg (paths->pdata[i]) : NULL;

      if (presser_cli_is_same_file (output, file))
        return paths->pdata[i];
    }
  return NULL;
}

static int
export_files (Export *export,
              GPtrArray *paths)
{
  g_autoptr (PresserCliReader) reader = presser_cli_reader_new (paths, choose_statements, export, free_chosen);
  Supply   supply = { reader, export->description, NULL, NULL };
  gboolean is_written = FALSE;

  if (find_same_file (export->output, presser_cli_reader_get_paths (reader)) != NULL)
    return presser_cli_misuse (_ ("“%s” is one of the files to export, so nothing was written; name another file with --output."), export->output);

  supply.next = presser_cli_reader_next (reader);
  is_written = supply.next != NULL && write_export (export, &supply);
  g_clear_pointer (&supply.next, free_chosen);
  g_clear_pointer (&supply.lent, free_chosen);

  return is_written ? presser_cli_reader_get_status (reader) : PRESSER_CLI_BAD_INPUT;
}

static void
print_formats (void)
{
  const PresserExporter *const *exporters = presser_exporters_get ();

  for (guint i = 0; exporters[i] != NULL; i++)
    g_print ("%s\t%s\n", exporters[i]->id, g_dgettext (GETTEXT_PACKAGE, exporters[i]->description));
}

/* What the user may choose by options, as it was typed. */
typedef struct
{
  char *format;
  char *columns;
  char *grouping;
  char *quote_template;
  char *statuses;
} Typed;

static void
clear_typed (Typed *typed)
{
  g_free (typed->format);
  g_free (typed->columns);
  g_free (typed->grouping);
  g_free (typed->quote_template);
  g_free (typed->statuses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, clear_typed)

/* The place of a word in a NULL-terminated list, or -1. */
static int
find_word (const char *const *words,
           const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  return -1;
}

static gboolean
choose_format (Export *export,
               const Typed *typed)
{
  const char *format = typed->format != NULL || typed->quote_template == NULL ? typed->format : "txt";

  if (format == NULL)
    {
      presser_cli_misuse (_ ("Name the format with --to; “presser-cli export --list-formats” lists them."));
      return FALSE;
    }
  export->exporter = presser_exporter_find (format);
  if (export->exporter == NULL)
    {
      presser_cli_misuse (_ ("There is no format “%s” to write; “presser-cli export --list-formats” lists them."), format);
      return FALSE;
    }
  if ((export->exporter->flags & PRESSER_EXPORTER_WRITES_FOLDER) && (export->output == NULL || strcmp (export->output, "-") == 0))
    {
      presser_cli_misuse (_ ("“%s” is a folder of files; name it with --output."), format);
      return FALSE;
    }
  return TRUE;
}

/* An option that the format would pass over in silence is a mistake. */
static gboolean
check_use (const Export *export,
           const char          *option,
           const char          *value,
           PresserExporterFlags flag)
{
  if (value == NULL || (export->exporter->flags & flag))
    return TRUE;
  presser_cli_misuse (_ ("“%s” has no use for %s."), export->exporter->id, option);
  return FALSE;
}

static gboolean
choose_options (Export *export,
                const Typed           *typed,
                GArray               **columns,
                PresserQuoteTemplate **quote_template,
                GError               **error)
{
  if (typed->columns != NULL)
    {
      *columns = presser_columns_parse (typed->columns, error);
      if (*columns == NULL)
        return FALSE;
      export->options.columns = (const PresserColumn *) (gpointer) (*columns)->data;
      export->options.n_columns = (*columns)->len;
    }
  if (typed->quote_template != NULL)
    {
      *quote_template = presser_quote_template_new (typed->quote_template, error);
      if (*quote_template == NULL)
        return FALSE;
      export->options.quote_template = *quote_template;
    }
  return TRUE;
}

static gboolean
choose_words (Export *export,
              const Typed *typed)
{
  static const char *const groupings[] = { "", "order", "speaker", "topic", NULL };
  static const char *const statuses[] = { "finished", "verified", "tagged", "all", NULL };
  int                      grouping = find_word (groupings, typed->grouping != NULL ? typed->grouping : "");
  int                      status = find_word (statuses, typed->statuses != NULL ? typed->statuses : "finished");

  if (grouping < 0)
    {
      presser_cli_misuse (_ ("Statements are grouped by speaker, topic or order, not by “%s”."), typed->grouping);
      return FALSE;
    }
  if (status < 0)
    {
      presser_cli_misuse (_ ("--statuses is finished, verified, tagged or all, not “%s”."), typed->statuses);
      return FALSE;
    }
  export->options.grouping = grouping;
  export->choice.statuses = status;

  return TRUE;
}

static int
export_as_typed (Export *export,
                 const Typed *typed,
                 GPtrArray   *paths)
{
  g_autoptr (GArray) columns = NULL;
  g_autoptr (PresserQuoteTemplate) quote_template = NULL;
  g_autoptr (PresserFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  if (!choose_format (export, typed) || !choose_words (export, typed)
      || !check_use (export, "--columns", typed->columns, PRESSER_EXPORTER_HAS_COLUMNS)
      || !check_use (export, "--group", typed->grouping, PRESSER_EXPORTER_HAS_GROUPS)
      || !check_use (export, "--template", typed->quote_template, PRESSER_EXPORTER_HAS_TEMPLATE))
    return PRESSER_CLI_WRONG_USAGE;
  if (!choose_options (export, typed, &columns, &quote_template, &error))
    return presser_cli_misuse ("%s", error->message);
  /* Once, and not for each file. */
  filter = presser_filter_new (export->choice.query != NULL ? export->choice.query : "", &error);
  if (filter == NULL)
    return presser_cli_misuse ("%s", error->message);

  return export_files (export, paths);
}

int
presser_cli_export (int    argc,
                    char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *query = NULL;
  g_autofree char *description = NULL;
  g_auto (Typed) typed = { NULL };
  gboolean include_embargoed = FALSE;
  gboolean list_formats = FALSE;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &typed.format, N_ ("Format to write"), N_ ("FORMAT") },
    { "query", 'q', 0, G_OPTION_ARG_STRING, &query, N_ ("Only statements that match"), N_ ("QUERY") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file, or this folder"), N_ ("FILE") },
    { "columns", 'c', 0, G_OPTION_ARG_STRING, &typed.columns, N_ ("Columns of a table, in this order: id,speaker,quote"), N_ ("NAMES") },
    { "group", 'g', 0, G_OPTION_ARG_STRING, &typed.grouping, N_ ("Put together by speaker, topic or order"), N_ ("WHAT") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &typed.quote_template, N_ ("Each quote in these words: “{quote}” — {speaker}, {role}, {date}"), N_ ("TEXT") },
    { "statuses", 's', 0, G_OPTION_ARG_STRING, &typed.statuses, N_ ("finished (verified or, without any, drafts), verified, tagged (both) or all (suggestions too)"), N_ ("WHICH") },
    { "background", 'b', 0, G_OPTION_ARG_STRING, &description, N_ ("What to say instead of a name on background: “a senior official”"), N_ ("TEXT") },
    { "include-embargoed", 0, 0, G_OPTION_ARG_NONE, &include_embargoed, N_ ("Also statements whose embargo still holds"), NULL },
    { "list-formats", 0, 0, G_OPTION_ARG_NONE, &list_formats, N_ ("List the formats that can be written"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  Export export = { NULL };

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
  export.output = output;
  export.choice.query = query;
  export.description = description;
  export.choice.include_embargoed = include_embargoed;

  return export_as_typed (&export, &typed, paths);
}
