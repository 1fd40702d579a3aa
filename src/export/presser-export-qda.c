/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* REFI-QDA (https://www.qdasoftware.org), the exchange format of programs for qualitative research: the codebook alone
 * and the whole project. Speakers and topics are codes, speakers are cases as well; a selection is a part of a
 * statement, and the parts of one are linked in their order. */

#include "presser-exporters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-codes.h"
#include "presser-export-job.h"
#include "presser-export-zip.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
/* Code points of the quote in a selection's name, by which others find it again. */
#define NAME_LENGTH 100

/* The sections of project.qde, filled side by side. */
typedef struct
{
  PresserExportCodes *codes;
  GPtrArray          *files;      /* of PresserExportFile */
  GString            *users;      /* Users' content */
  GString            *sources;    /* Sources' content */
  GString            *links;      /* Links' content */
  GHashTable         *seen_users; /* of char *, owned */
  GPtrArray          *speakers;   /* of Case, owned */
} Project;

typedef struct
{
  char    *name;
  char    *role;
  char    *affiliation;
  GString *selections; /* SelectionRef elements */
} Case;

static void
free_case (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_free (self->role);
  g_free (self->affiliation);
  g_string_free (self->selections, TRUE);
  g_free (self);
}

static Case *
get_case (Project                   *project,
          const PresserExportCredit *credit)
{
  Case *found = NULL;

  for (guint i = 0; i < project->speakers->len; i++)
    if (g_str_equal (((Case *) project->speakers->pdata[i])->name, credit->name))
      return project->speakers->pdata[i];
  found = g_new0 (Case, 1);
  found->name = g_strdup (credit->name);
  found->role = g_strdup (credit->role);
  found->affiliation = g_strdup (credit->affiliation);
  found->selections = g_string_new (NULL);
  g_ptr_array_add (project->speakers, found);

  return found;
}

static void
append_attribute (GString    *xml,
                  const char *name,
                  const char *value)
{
  g_autofree char *escaped = value != NULL ? g_markup_escape_text (value, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (xml, " %s=\"%s\"", name, escaped);
}

static void
append_element (GString    *xml,
                const char *name,
                const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (xml, "<%s>%s</%s>", name, escaped, name);
}

/* Declares who tagged and gives the guid; NULL for nobody. */
static char *
dup_user (Project    *project,
          const char *name)
{
  char *guid = name != NULL ? presser_export_dup_guid ("user", name, NULL) : NULL;

  if (guid == NULL || g_hash_table_contains (project->seen_users, guid))
    return guid;
  g_hash_table_add (project->seen_users, g_strdup (guid));
  g_string_append_printf (project->users, "<User guid=\"%s\"", guid);
  append_attribute (project->users, "name", name);
  g_string_append (project->users, "/>\n");

  return guid;
}

static char *
dup_name (PresserExportView *view,
          PresserRange       range)
{
  char *name = NULL;

  range.end = MIN (range.end, range.start + NAME_LENGTH);
  name = presser_export_view_dup_slice (view, range);

  return g_strdelimit (name, "\n\t", ' ');
}

static void
append_codings (GString    *xml,
                const char *selection,
                GPtrArray  *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const char      *code = codes->pdata[i];
      g_autofree char *guid = presser_export_dup_guid ("coding", selection, code, NULL);

      g_string_append_printf (xml, "<Coding guid=\"%s\"><CodeRef targetGUID=\"%s\"/></Coding>", guid, code);
    }
}

static void
append_link (GString    *links,
             const char *from,
             const char *to)
{
  g_autofree char *guid = presser_export_dup_guid ("link", from, to, NULL);

  g_string_append_printf (links, "<Link guid=\"%s\" direction=\"Associative\" originGUID=\"%s\" targetGUID=\"%s\"/>\n", guid, from, to);
}

static void
append_selection (Project                *project,
                  PresserExportView      *view,
                  const PresserExportRow *row,
                  const char             *guid,
                  PresserRange            range,
                  GPtrArray              *codes)
{
  GString         *xml = project->sources;
  g_autofree char *name = dup_name (view, range);
  g_autofree char *user = dup_user (project, row->cells[PRESSER_COLUMN_ANNOTATOR]);

  g_string_append_printf (xml, "<PlainTextSelection guid=\"%s\" startPosition=\"%u\" endPosition=\"%u\"", guid, range.start, range.end);
  append_attribute (xml, "name", name);
  append_attribute (xml, "creatingUser", user);
  append_attribute (xml, "creationDateTime", row->cells[PRESSER_COLUMN_MADE]);
  append_attribute (xml, "modifiedDateTime", row->cells[PRESSER_COLUMN_CHANGED]);
  g_string_append_c (xml, '>');
  append_element (xml, "Description", row->cells[PRESSER_COLUMN_NOTE]);
  append_codings (xml, guid, codes);
  g_string_append (xml, "</PlainTextSelection>\n");
}

static void
append_statement (Project                *project,
                  PresserExportView      *view,
                  const char             *source,
                  const PresserExportRow *row)
{
  g_autoptr (GPtrArray) codes = presser_export_codes_dup_for (view, row);
  g_autofree char    *before = NULL;
  guint               n_ranges = 0;
  const PresserRange *ranges = presser_statement_get_ranges (row->statement, &n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *part = g_strdup_printf ("%u", i + 1);
      char            *guid = presser_export_dup_guid ("selection", source, row->cells[PRESSER_COLUMN_ID], part, NULL);

      append_selection (project, view, row, guid, ranges[i], codes);
      if (row->credit.name != NULL)
        g_string_append_printf (get_case (project, &row->credit)->selections, "<SelectionRef targetGUID=\"%s\"/>", guid);
      if (before != NULL)
        append_link (project->links, before, guid);
      g_free (before);
      before = guid;
    }
}

static void
append_source (Project           *project,
               PresserExportView *view,
               guint              number)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS);
  const char      *name = presser_export_view_get_source (view)->name;
  const char      *title = presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE);
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *guid = presser_export_dup_guid ("source", name, place, NULL);
  g_autofree char *file = presser_export_dup_guid ("file", name, place, NULL);
  g_autofree char *path = g_strdup_printf ("sources/%s.txt", file);
  char            *text = presser_export_view_dup_text (view);

  presser_export_codes_collect (project->codes, view, rows);
  g_string_append_printf (project->sources, "<TextSource guid=\"%s\" plainTextPath=\"internal://%s.txt\"", guid, file);
  append_attribute (project->sources, "name", name);
  g_string_append (project->sources, ">\n");
  append_element (project->sources, "Description", title);
  for (guint i = 0; i < rows->len; i++)
    append_statement (project, view, guid, rows->pdata[i]);
  g_string_append (project->sources, "</TextSource>\n");
  g_ptr_array_add (project->files, presser_export_file_new (g_steal_pointer (&path), g_bytes_new_take (text, strlen (text))));
}

static void
append_variable_value (GString    *xml,
                       const char *variable,
                       const char *value)
{
  g_autofree char *guid = presser_export_dup_guid ("variable", variable, NULL);

  if (value == NULL)
    return;
  g_string_append_printf (xml, "<VariableValue><VariableRef targetGUID=\"%s\"/>", guid);
  append_element (xml, "TextValue", value);
  g_string_append (xml, "</VariableValue>");
}

static void
append_variables (GString *xml)
{
  static const char *const names[] = { "role", "affiliation" };

  g_string_append (xml, "<Variables>\n");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *guid = presser_export_dup_guid ("variable", names[i], NULL);

      g_string_append_printf (xml, "<Variable guid=\"%s\" name=\"%s\" typeOfVariable=\"Text\"/>\n", guid, names[i]);
    }
  g_string_append (xml, "</Variables>\n");
}

static void
append_cases (GString   *xml,
              GPtrArray *speakers)
{
  g_string_append (xml, "<Cases>\n");
  for (guint i = 0; i < speakers->len; i++)
    {
      const Case      *speaker = speakers->pdata[i];
      g_autofree char *guid = presser_export_dup_guid ("case", speaker->name, NULL);
      g_autofree char *code = presser_export_codes_dup_speaker_guid (speaker->name);

      g_string_append_printf (xml, "<Case guid=\"%s\"", guid);
      append_attribute (xml, "name", speaker->name);
      g_string_append_printf (xml, "><CodeRef targetGUID=\"%s\"/>", code);
      append_variable_value (xml, "role", speaker->role);
      append_variable_value (xml, "affiliation", speaker->affiliation);
      g_string_append_printf (xml, "%s</Case>\n", speaker->selections->str);
    }
  g_string_append (xml, "</Cases>\n");
}

/* An element of the schema that would be empty has to be left out. */
static void
append_section (GString       *xml,
                const char    *name,
                const GString *content)
{
  if (content->len > 0)
    g_string_append_printf (xml, "<%s>\n%s</%s>\n", name, content->str, name);
}

static GString *
put_together (const Project *project,
              const char    *name)
{
  GString *xml = g_string_new (DECLARATION "<Project xmlns=\"urn:QDA-XML:project:1.0\" origin=\"Presser\"");
  g_autoptr (GString) codebook = g_string_new (NULL);

  append_attribute (xml, "name", name);
  g_string_append (xml, ">\n");
  append_section (xml, "Users", project->users);
  presser_export_codes_append (project->codes, codebook);
  append_section (xml, "CodeBook", codebook);
  if (project->speakers->len > 0)
    {
      append_variables (xml);
      append_cases (xml, project->speakers);
    }
  append_section (xml, "Sources", project->sources);
  append_section (xml, "Links", project->links);
  g_string_append (xml, "</Project>\n");

  return xml;
}

static void
project_clear (Project *project)
{
  presser_export_codes_free (project->codes);
  g_ptr_array_unref (project->files);
  g_string_free (project->users, TRUE);
  g_string_free (project->sources, TRUE);
  g_string_free (project->links, TRUE);
  g_hash_table_unref (project->seen_users);
  g_ptr_array_unref (project->speakers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Project, project_clear)

static void
free_file (gpointer file)
{
  presser_export_file_free (file);
}

static gboolean
write_project (PresserExportJob *job,
               GError          **error)
{
  g_auto (Project) project = {
    .codes = presser_export_codes_new (),
    .files = g_ptr_array_new_with_free_func (free_file),
    .users = g_string_new (NULL),
    .sources = g_string_new (NULL),
    .links = g_string_new (NULL),
    .seen_users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .speakers = g_ptr_array_new_with_free_func (free_case),
  };
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      if (name == NULL)
        name = g_strdup (presser_export_view_get_source (view)->name);
      append_source (&project, view, presser_export_job_get_number (job) - 1);
      presser_export_job_report_withheld (job);
    }
  presser_export_zip_add (project.files, "project.qde", put_together (&project, name != NULL ? name : "Presser"));
  presser_export_job_lose_always (job, _ ("Certainty, times, keywords and where a document comes from are not written"));
  bytes = presser_export_zip (project.files, error);
  if (bytes == NULL)
    return FALSE;
  presser_export_job_put_bytes (job, NULL, bytes);

  return presser_export_job_finish (job, error);
}

static gboolean
write_codebook (PresserExportJob *job,
                GError          **error)
{
  g_autoptr (PresserExportCodes) codes = presser_export_codes_new ();
  g_autoptr (GString) xml = g_string_new (DECLARATION "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Presser\">\n");
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      g_autoptr (GPtrArray) rows = presser_export_rows_new (view, PRESSER_PLAIN_COLUMNS);

      presser_export_codes_collect (codes, view, rows);
    }
  if (codes->codes->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("There are no speakers and no topics, and a codebook must not be empty"));
      return FALSE;
    }
  presser_export_codes_append (codes, xml);
  g_string_append (xml, "</CodeBook>\n");
  presser_export_job_put (job, NULL, xml);
  presser_export_job_lose_always (job, _ ("A codebook holds speakers and topics only, no text and no statements"));

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_qdpx = {
  .id = "qdpx",
  .label = N_ ("REFI-QDA project"),
  .description = N_ ("For ATLAS.ti, MAXQDA, NVivo, QualCoder and the like: text, codes and coded statements"),
  .extension = "qdpx",
  .mime_type = "application/zip",
  .preview = "qdc",
  .write = write_project,
};

const PresserExporter presser_exporter_qdc = {
  .id = "qdc",
  .label = N_ ("REFI-QDA codebook"),
  .description = N_ ("Speakers and topics as codes, without text"),
  .extension = "qdc",
  .mime_type = "application/xml",
  .write = write_codebook,
};
