/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "presser-cli-input.h"
#include "presser-cli.h"
#include "presser-import.h"

typedef struct
{
  char    *output;
  char    *format;
  char    *encoding;
  char    *title;
  char    *date;
  char    *place;
  char    *source;
  char    *language;
  gboolean list_formats;
  char   **files;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->format);
  g_free (options->encoding);
  g_free (options->title);
  g_free (options->date);
  g_free (options->place);
  g_free (options->source);
  g_free (options->language);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static PresserMetadata *
collect_metadata (const Options *options)
{
  const struct
  {
    PresserMetadataField field;
    const char          *value;
  } given[] = {
    { PRESSER_METADATA_TITLE, options->title },
    { PRESSER_METADATA_DATE, options->date },
    { PRESSER_METADATA_PLACE, options->place },
    { PRESSER_METADATA_SOURCE, options->source },
    { PRESSER_METADATA_LANGUAGE, options->language },
  };
  PresserMetadata *metadata = presser_metadata_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      PresserMetadata *more;

      if (given[i].value == NULL)
        continue;

      more = presser_metadata_with (metadata, given[i].field, given[i].value);
      g_object_unref (metadata);
      metadata = more;
    }

  return metadata;
}

static void
print_formats (void)
{
  const PresserImporter *const *importers = presser_importers_get ();

  for (guint i = 0; importers[i] != NULL; i++)
    g_print ("%s\t%s\n", importers[i]->id, g_dgettext (GETTEXT_PACKAGE, importers[i]->description));
}

/* “briefing.txt” becomes “briefing.xml” in the same folder. */
static char *
name_output (const char *path)
{
  const char *base = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (base != NULL ? base : path, '.');
  gsize       length = dot != NULL && dot > (base != NULL ? base + 1 : path) ? (gsize) (dot - path) : strlen (path);

  return g_strdup_printf ("%.*s.xml", (int) length, path);
}

static gboolean
put_import (const char *path,
            const char *output,
            GBytes     *tei)
{
  g_autofree char *beside = NULL;

  if (output != NULL || strcmp (path, "-") == 0)
    return presser_cli_put (output, tei, TRUE);

  beside = name_output (path);
  if (strcmp (beside, path) == 0)
    {
      presser_cli_complain (_ ("“%s” would be written over itself; name another file with --output."), path);
      return FALSE;
    }

  if (!presser_cli_put (beside, tei, FALSE))
    return FALSE;

  g_printerr (_ ("%s: written to %s\n"), path, beside);
  return TRUE;
}

static gboolean
import_file (const char                 *path,
             const Options              *options,
             const PresserImportOptions *import_options)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) tei = NULL;

  bytes = presser_cli_read (path, &file, &name, NULL, &error);
  if (bytes != NULL && presser_cli_is_same_file (options->output, file))
    {
      presser_cli_complain (_ ("“%s” is the transcript itself, which is never written to; name another file with --output."), path);
      return FALSE;
    }
  if (bytes != NULL)
    tei = presser_import (bytes, name, import_options, remarks, &error);

  presser_cli_remark (path, remarks);
  if (tei == NULL)
    {
      presser_cli_complain ("%s", error->message);
      return FALSE;
    }

  return put_import (path, options->output, tei);
}

static int
import_files (const Options *options)
{
  g_autoptr (PresserMetadata) metadata = collect_metadata (options);
  const PresserImportOptions import_options = {
    .format = options->format,
    .encoding = options->encoding,
    .metadata = metadata,
  };
  int status = PRESSER_CLI_DONE;

  for (guint i = 0; options->files[i] != NULL; i++)
    {
      if (!import_file (options->files[i], options, &import_options))
        status = PRESSER_CLI_BAD_INPUT;
    }

  return status;
}

int
presser_cli_import (int    argc,
                    char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write the TEI to this file; beside the transcript if not given"), N_ ("FILE") },
    { "from", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("Read as this format instead of telling by the content"), N_ ("FORMAT") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, N_ ("Read as this encoding instead of telling by the content"), N_ ("NAME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("Title of the event or report"), N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("Day of the event"), N_ ("YYYY-MM-DD") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("Where it was said"), N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_ ("Link to the source"), N_ ("URL") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the transcript"), N_ ("TAG") },
    { "list-formats", 0, 0, G_OPTION_ARG_NONE, &options.list_formats, N_ ("List the formats that can be read"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };

  if (!presser_cli_parse (_ ("FILE…"), _ ("Turns transcripts into TEI. A file that is TEI already stays the same, byte for byte."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;

  if (options.list_formats)
    {
      print_formats ();
      return PRESSER_CLI_DONE;
    }

  if (options.files == NULL)
    return presser_cli_misuse (_ ("“import” takes one or more files."));
  if (options.output != NULL && g_strv_length (options.files) > 1)
    return presser_cli_misuse (_ ("--output names one file, so “import” takes one file with it."));
  if (options.format != NULL && presser_importer_find (options.format) == NULL)
    return presser_cli_misuse (_ ("There is no format “%s” to read; “presser-cli import --list-formats” lists them."), options.format);

  return import_files (&options);
}
