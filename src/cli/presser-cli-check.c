/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "presser-cli-input.h"
#include "presser-cli.h"
#include "presser-tei-check.h"

typedef struct
{
  GFile       *schema;
  JsonBuilder *json;
  GString     *lines;
  gboolean     has_errors;
} Report;

static const char *
name_level (PresserFindingLevel level)
{
  return level == PRESSER_FINDING_ERROR ? "error" : "warning";
}

/* Where in the text, in code points, or null. */
static void
add_range (JsonBuilder          *json,
           const PresserFinding *finding)
{
  json_builder_set_member_name (json, "range");
  if (!finding->is_in_text)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_array (json);
  json_builder_add_int_value (json, finding->range.start);
  json_builder_add_int_value (json, finding->range.end);
  json_builder_end_array (json);
}

static void
add_to_json (JsonBuilder          *json,
             const char           *path,
             const PresserFinding *finding)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "file");
  json_builder_add_string_value (json, path);
  json_builder_set_member_name (json, "line");
  json_builder_add_int_value (json, finding->line);
  json_builder_set_member_name (json, "column");
  json_builder_add_int_value (json, finding->column);
  add_range (json, finding);
  json_builder_set_member_name (json, "level");
  json_builder_add_string_value (json, name_level (finding->level));
  json_builder_set_member_name (json, "message");
  json_builder_add_string_value (json, finding->message);
  json_builder_end_object (json);
}

static void
add_finding (Report               *report,
             const char           *path,
             const PresserFinding *finding)
{
  if (finding->level == PRESSER_FINDING_ERROR)
    report->has_errors = TRUE;

  if (report->json != NULL)
    add_to_json (report->json, path, finding);
  else
    g_string_append_printf (report->lines, "%s:%u:%u: %s: %s\n", path, finding->line, finding->column,
                            name_level (finding->level), finding->message);
}

static gboolean
check_file (Report     *report,
            const char *path,
            GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = presser_cli_read (path, &file, &name, NULL, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (bytes == NULL)
    return FALSE;

  findings = presser_tei_check (bytes, file, report->schema, NULL, error);
  if (findings == NULL)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    add_finding (report, path, g_ptr_array_index (findings, i));

  return TRUE;
}

static gboolean
put_report (Report *report)
{
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (report->json != NULL)
    {
      json_builder_end_array (report->json);
      generator = json_generator_new ();
      root = json_builder_get_root (report->json);
      json_generator_set_root (generator, root);
      json_generator_set_pretty (generator, TRUE);
      json_generator_to_gstring (generator, report->lines);
      g_string_append_c (report->lines, '\n');
    }

  bytes = g_bytes_new (report->lines->str, report->lines->len);
  return presser_cli_put (NULL, bytes, FALSE);
}

static int
check_files (Report *report,
             char  **files)
{
  int status = PRESSER_CLI_DONE;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (check_file (report, files[i], &error))
        continue;

      presser_cli_complain ("%s", error->message);
      status = PRESSER_CLI_BAD_INPUT;
    }

  if (!put_report (report) || report->has_errors)
    status = PRESSER_CLI_BAD_INPUT;

  return status;
}

int
presser_cli_check (int    argc,
                   char **argv)
{
  g_autofree char *schema = NULL;
  gboolean         as_json = FALSE;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "schema", 's', 0, G_OPTION_ARG_FILENAME, &schema, N_ ("Also validate against this RELAX NG schema"), N_ ("RNG") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the findings as JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GFile) schema_file = NULL;
  g_autoptr (JsonBuilder) json = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  Report report = { 0 };

  if (!presser_cli_parse (_ ("FILE…"), _ ("Checks that TEI is well-formed, that ids are unique and pointers lead somewhere, one finding a line."), entries, &argc, &argv))
    return PRESSER_CLI_WRONG_USAGE;
  if (files == NULL)
    return presser_cli_misuse (_ ("“check” takes one or more files."));

  schema_file = schema != NULL ? g_file_new_for_commandline_arg (schema) : NULL;
  json = as_json ? json_builder_new () : NULL;
  if (json != NULL)
    json_builder_begin_array (json);

  report = (Report){ .schema = schema_file, .json = json, .lines = lines };
  return check_files (&report, files);
}
