/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes to be read, or pasted into an article: plain text and Markdown (CommonMark). */

#include "presser-exporters.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-row.h"

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
                  const PresserExportRow *row)
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
append_plain_document (GString           *text,
                       PresserExportView *view)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view);
  const char *source = presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE);

  g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n\n" : "", get_title (view));
  append_list (text, view, dup_plain);
  if (source != NULL)
    g_string_append_printf (text, "%s\n", source);
  for (guint i = 0; i < rows->len; i++)
    append_plain_row (text, rows->pdata[i]);
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
                     const PresserExportRow *row)
{
  g_autofree char *words = dup_words (row);
  g_autofree char *credit = dup_credit (row);
  const char      *topics = row->cells[PRESSER_COLUMN_TOPICS];
  const char      *note = row->cells[PRESSER_COLUMN_NOTE];

  g_string_append_printf (text, "\n<a id=\"%s\"></a>\n\n", row->cells[PRESSER_COLUMN_ID]);
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
append_markdown_document (GString           *text,
                          PresserExportView *view)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view);
  g_autofree char *title = dup_markdown (get_title (view));
  const char      *source = presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE);

  g_string_append_printf (text, "%s# %s\n\n", text->len > 0 ? "\n" : "", title);
  append_list (text, view, dup_markdown);
  if (source != NULL && g_uri_is_valid (source, G_URI_FLAGS_NONE, NULL))
    g_string_append_printf (text, "\n<%s>\n", source);
  for (guint i = 0; i < rows->len; i++)
    append_markdown_row (text, rows->pdata[i]);
}

static GBytes *
write_prose (const PresserExportSource *sources,
             guint                      n_sources,
             void (*append_document) (GString           *text,
                                      PresserExportView *view),
             GPtrArray *losses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (PresserExportView) view = presser_export_view_new (&sources[i]);

      append_document (text, view);
    }
  if (losses != NULL)
    g_ptr_array_add (losses, g_strdup (_ ("Positions, times, status, certainty and who tagged are not written")));

  return g_string_free_to_bytes (text);
}

static GBytes *
write_text (const PresserExportSource *sources,
            guint                      n_sources,
            GPtrArray                 *losses,
            GError                   **error)
{
  return write_prose (sources, n_sources, append_plain_document, losses);
}

static GBytes *
write_markdown (const PresserExportSource *sources,
                guint                      n_sources,
                GPtrArray                 *losses,
                GError                   **error)
{
  return write_prose (sources, n_sources, append_markdown_document, losses);
}

const PresserExporter presser_exporter_text = {
  .id = "txt",
  .label = N_ ("Plain text"),
  .description = N_ ("Quotes with who said them, to read or to paste anywhere"),
  .extension = "txt",
  .mime_type = "text/plain",
  .write = write_text,
};

const PresserExporter presser_exporter_markdown = {
  .id = "md",
  .label = N_ ("Markdown"),
  .description = N_ ("Quotes for note applications, each with an anchor to link to"),
  .extension = "md",
  .mime_type = "text/markdown",
  .write = write_markdown,
};
