/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes to be read, or pasted into an article: plain text and Markdown (CommonMark). */

#include "presser-exporters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-group.h"
#include "presser-export-job.h"

/* What a cell becomes in the target language. */
typedef char *(*Escape) (const char *text);

static char *
dup_plain (const char *text)
{
  return g_strdup (text);
}

/* CommonMark lets every ASCII punctuation mark be escaped; these could mean something inside a line. */
static char *
dup_markdown (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *cursor = text; *cursor != '\0'; cursor++)
    {
      gboolean at_line_start = cursor == text || cursor[-1] == '\n';

      if (strchr ("\\`*_[]<>&|~", *cursor) != NULL || (at_line_start && strchr ("#+-=>", *cursor) != NULL))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *cursor);
    }
  return g_string_free (escaped, FALSE);
}

/* “Sergey Lavrov, foreign minister”; NULL for nobody. */
static char *
dup_credit (const PresserExportRow *row)
{
  const PresserExportCredit *credit = &row->credit;

  if (credit->name == NULL)
    return NULL;
  return g_strjoin (credit->role != NULL ? ", " : "", credit->name, credit->role != NULL ? credit->role : "", NULL);
}

static char *
dup_words (const PresserExportRow *row)
{
  if (presser_statement_get_kind (row->statement) == PRESSER_KIND_INDIRECT)
    return g_strdup (row->cells[PRESSER_COLUMN_QUOTE]);
  /* Translators: a quotation in your language's quotation marks. */
  return g_strdup_printf (_ ("“%s”"), row->cells[PRESSER_COLUMN_QUOTE]);
}

static void
append_list (GString           *text,
             PresserExportView *view,
             Escape             escape)
{
  const char *parts[] = {
    presser_export_get_date (view),
    presser_export_view_get_metadata (view, PRESSER_METADATA_PLACE),
    presser_export_view_get_metadata (view, PRESSER_METADATA_PUBLISHER),
  };
  gboolean first = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *escaped = parts[i] != NULL ? escape (parts[i]) : NULL;

      if (escaped == NULL)
        continue;
      g_string_append_printf (text, "%s%s", first ? "" : ", ", escaped);
      first = FALSE;
    }
  if (!first)
    g_string_append_c (text, '\n');
}

static const char *
get_title (PresserExportView *view)
{
  const char *title = presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE);

  return title != NULL ? title : presser_export_view_get_source (view)->name;
}

static void
append_plain_row (GString                *text,
                  const PresserExportRow *row,
                  gboolean                is_first)
{
  g_autofree char *words = dup_words (row);
  g_autofree char *credit = dup_credit (row);

  g_string_append_printf (text, "\n%s\n", words);
  if (credit != NULL)
    g_string_append_printf (text, "— %s\n", credit);
  if (row->cells[PRESSER_COLUMN_TOPICS] != NULL)
    g_string_append_printf (text, "[%s]\n", row->cells[PRESSER_COLUMN_TOPICS]);
  if (row->cells[PRESSER_COLUMN_NOTE] != NULL)
    g_string_append_printf (text, "(%s)\n", row->cells[PRESSER_COLUMN_NOTE]);
}

static void
append_plain_head (GString           *text,
                   PresserExportView *view)
{
  const char *source = presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE);

  g_string_append_printf (text, "%s\n", get_title (view));
  append_list (text, view, dup_plain);
  if (source != NULL)
    g_string_append_printf (text, "%s\n", source);
}

static void
append_plain_heading (GString    *text,
                      const char *heading)
{
  g_string_append_printf (text, "\n\n%s\n", heading);
}

static void
append_markdown_quote (GString    *text,
                       const char *words)
{
  g_autofree char *escaped = dup_markdown (words);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);

  /* An empty quoted line between two keeps paragraphs apart. */
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s> %s\n", i > 0 ? ">\n" : "", lines[i]);
}

static void
append_markdown_row (GString                *text,
                     const PresserExportRow *row,
                     gboolean                is_first)
{
  g_autofree char *words = dup_words (row);
  g_autofree char *credit = dup_credit (row);
  const char      *topics = row->cells[PRESSER_COLUMN_TOPICS];
  const char      *note = row->cells[PRESSER_COLUMN_NOTE];

  if (is_first)
    g_string_append_printf (text, "\n<a id=\"%s\"></a>\n", row->cells[PRESSER_COLUMN_ID]);
  g_string_append_c (text, '\n');
  append_markdown_quote (text, words);
  if (credit != NULL || topics != NULL)
    {
      g_autofree char *who = dup_markdown (credit != NULL ? credit : "");
      g_autofree char *what = dup_markdown (topics != NULL ? topics : "");

      g_string_append_printf (text, ">\n> %s%s%s%s%s\n", credit != NULL ? "— **" : "", who, credit != NULL ? "**" : "",
                              credit != NULL && topics != NULL ? " · " : "", what);
    }
  if (note != NULL)
    {
      g_autofree char *escaped = dup_markdown (note);

      g_string_append_printf (text, "\n%s\n", escaped);
    }
}

static void
append_markdown_head (GString           *text,
                      PresserExportView *view)
{
  g_autofree char *title = dup_markdown (get_title (view));
  const char      *source = presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE);

  g_string_append_printf (text, "# %s\n\n", title);
  append_list (text, view, dup_markdown);
  if (source != NULL && g_uri_is_valid (source, G_URI_FLAGS_NONE, NULL))
    g_string_append_printf (text, "\n<%s>\n", source);
}

static void
append_markdown_heading (GString    *text,
                         const char *heading)
{
  g_autofree char *escaped = dup_markdown (heading);

  g_string_append_printf (text, "\n## %s\n", escaped);
}

/* How a language writes the parts of an export. */
typedef struct
{
  const char *between; /* two documents */
  void (*append_head) (GString           *text,
                       PresserExportView *view);
  void (*append_heading) (GString    *text,
                          const char *heading);
  /* @is_first: not yet under another heading */
  void (*append_row) (GString                *text,
                      const PresserExportRow *row,
                      gboolean                is_first);
} Language;

static void
append_groups (GString        *text,
               const Language *language,
               GPtrArray      *groups)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const PresserExportGroup *group = groups->pdata[i];

      if (group->heading != NULL)
        language->append_heading (text, group->heading);
      for (guint j = 0; j < group->rows->len; j++)
        language->append_row (text, group->rows->pdata[j], g_hash_table_add (placed, group->rows->pdata[j]));
    }
}

/* Nothing but what the user asked for: each statement in the user's words. */
static void
append_by_template (GString                    *text,
                    PresserExportView          *view,
                    GPtrArray                  *rows,
                    const PresserExportOptions *options)
{
  g_autoptr (GPtrArray) sorted = presser_export_sort_rows (view, rows, options->grouping);

  for (guint i = 0; i < sorted->len; i++)
    {
      const PresserExportRow *row = sorted->pdata[i];
      g_autofree char        *filled = presser_quote_template_fill (options->quote_template, row->cells);

      g_string_append_printf (text, "%s\n", filled);
    }
}

static void
append_document (GString                    *text,
                 const Language             *language,
                 PresserExportView          *view,
                 const PresserExportOptions *options)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, (options->quote_template != NULL ? PRESSER_ALL_COLUMNS : PRESSER_PLAIN_COLUMNS) | PRESSER_ROWS_FOR_READING);
  g_autoptr (GPtrArray) groups = NULL;

  if (options->quote_template != NULL)
    {
      append_by_template (text, view, rows, options);
      return;
    }
  groups = presser_export_groups_new (view, rows, options->grouping);
  language->append_head (text, view);
  append_groups (text, language, groups);
}

static gboolean
write_prose (PresserExportJob *job,
             const Language   *language,
             GError          **error)
{
  const PresserExportOptions *options = presser_export_job_get_options (job);
  g_autoptr (GString) text = g_string_new (NULL);
  PresserExportView *view = NULL;

  while ((view = presser_export_job_next (job)) != NULL)
    {
      if (presser_export_job_get_number (job) > 1 && options->quote_template == NULL)
        g_string_append (text, language->between);
      append_document (text, language, view, options);
      presser_export_job_put (job, NULL, text);
    }
  if (options->quote_template == NULL)
    presser_export_job_lose_always (job, _ ("Positions, times, status, certainty and who tagged are not written"));

  return presser_export_job_finish (job, error);
}

static gboolean
write_text (PresserExportJob *job,
            GError          **error)
{
  static const Language language = { "\n\n", append_plain_head, append_plain_heading, append_plain_row };

  return write_prose (job, &language, error);
}

static gboolean
write_markdown (PresserExportJob *job,
                GError          **error)
{
  static const Language language = { "\n", append_markdown_head, append_markdown_heading, append_markdown_row };

  return write_prose (job, &language, error);
}

const PresserExporter presser_exporter_text = {
  .id = "txt",
  .label = N_ ("Plain text"),
  .description = N_ ("Quotes with who said them, to read or to paste anywhere"),
  .extension = "txt",
  .mime_type = "text/plain",
  .flags = PRESSER_EXPORTER_HAS_GROUPS | PRESSER_EXPORTER_HAS_TEMPLATE,
  .write = write_text,
};

const PresserExporter presser_exporter_markdown = {
  .id = "md",
  .label = N_ ("Markdown"),
  .description = N_ ("Quotes for note applications, each with an anchor to link to"),
  .extension = "md",
  .mime_type = "text/markdown",
  .flags = PRESSER_EXPORTER_HAS_GROUPS | PRESSER_EXPORTER_HAS_TEMPLATE,
  .write = write_markdown,
};
