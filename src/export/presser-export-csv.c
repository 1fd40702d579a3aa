/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as text, in three ways that differ in what must be able to read them: RFC 4180 for programs, the same as Excel
 * here would have written it, and tab-separated values, which have no quoting. */

#include "presser-exporters.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-export-group.h"
#include "presser-export-job.h"

/* The most that one cell of Excel holds, counted in UTF-16 units. */
#define EXCEL_CELL_LIMIT 32767

typedef struct
{
  char        separator;
  const char *line_end;
  gboolean    byte_order_mark;
  gboolean    guarded; /* against cells that a spreadsheet would run as a formula */
  gboolean    quoted;  /* if not, separators and line ends become blanks */
} Dialect;

/* What a dialect made of the cells. */
typedef struct
{
  guint n_flattened;
  guint n_guarded;
  guint n_too_long;
} Changes;

/* Also behind blanks, and in the full-width forms that some versions take for the same. */
static gboolean
looks_like_formula (const char *cell)
{
  const char *cursor = cell;
  gunichar    first = g_utf8_get_char (cell);

  if (first == '\t' || first == '\r' || first == '\n')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (cursor)))
    cursor = g_utf8_next_char (cursor);
  first = g_utf8_get_char (cursor);

  return first != 0 && g_utf8_strchr ("=+-@＝＋－＠", -1, first) != NULL;
}

static void
append_flat (GString    *table,
             const char *cell,
             Changes    *changes)
{
  gboolean flattened = FALSE;

  for (const char *cursor = cell; *cursor != '\0'; cursor++)
    {
      gboolean breaks = *cursor == '\t' || *cursor == '\n' || *cursor == '\r';

      flattened |= breaks;
      g_string_append_c (table, breaks ? ' ' : *cursor);
    }
  changes->n_flattened += flattened ? 1 : 0;
}

static void
append_quoted (GString    *table,
               const char *cell,
               gboolean    guard)
{
  const char *end = NULL;

  g_string_append_c (table, '"');
  if (guard)
    g_string_append_c (table, '\'');
  for (; (end = strchr (cell, '"')) != NULL; cell = end + 1)
    {
      g_string_append_len (table, cell, end + 1 - cell);
      g_string_append_c (table, '"');
    }
  g_string_append (table, cell);
  g_string_append_c (table, '"');
}

static gboolean
needs_quotes (const char    *cell,
              const Dialect *dialect)
{
  const char marks[] = { dialect->separator, '"', '\r', '\n', '\0' };
  gsize      length = strlen (cell);

  return strpbrk (cell, marks) != NULL || (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '));
}

static void
append_cell (GString       *table,
             const char    *cell,
             const Dialect *dialect,
             Changes       *changes)
{
  gboolean guard = dialect->guarded && looks_like_formula (cell);

  changes->n_guarded += guard ? 1 : 0;
  if (!dialect->quoted)
    append_flat (table, cell, changes);
  else if (needs_quotes (cell, dialect))
    append_quoted (table, cell, guard);
  else
    {
      if (guard)
        g_string_append_c (table, '\'');
      g_string_append (table, cell);
    }
}

static void
append_header (GString                    *table,
               const PresserExportOptions *options,
               const Dialect              *dialect)
{
  for (guint i = 0; i < options->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (table, dialect->separator);
      g_string_append (table, presser_column_get_name (options->columns[i]));
    }
  g_string_append (table, dialect->line_end);
}

static gboolean
is_too_long (const char *cell)
{
  /* No code point is longer in bytes than in UTF-16 units. */
  return strlen (cell) > EXCEL_CELL_LIMIT && g_utf8_strlen (cell, -1) > EXCEL_CELL_LIMIT;
}

static void
append_row (GString                    *table,
            const PresserExportRow     *row,
            const PresserExportOptions *options,
            const Dialect              *dialect,
            Changes                    *changes)
{
  for (guint i = 0; i < options->n_columns; i++)
    {
      const char *cell = row->cells[options->columns[i]];

      if (i > 0)
        g_string_append_c (table, dialect->separator);
      if (cell == NULL)
        continue;
      append_cell (table, cell, dialect, changes);
      changes->n_too_long += dialect->guarded && is_too_long (cell) ? 1 : 0;
    }
  g_string_append (table, dialect->line_end);
}

static void
report_changes (PresserExportJob *job,
                const Changes    *changes)
{
  guint n_gapped = presser_export_job_get_n_gapped (job);

  if (n_gapped > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u statement has gaps: “start” and “end” give its outer edges",
                                                                "%u statements have gaps: “start” and “end” give their outer edges",
                                                                n_gapped),
                                                   n_gapped));
  if (changes->n_flattened > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u cell had a tab or a line end: written as a space",
                                                                "%u cells had tabs or line ends: written as spaces",
                                                                changes->n_flattened),
                                                   changes->n_flattened));
  if (changes->n_guarded > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u cell looks like a formula: an apostrophe was put in front",
                                                                "%u cells look like formulas: an apostrophe was put in front",
                                                                changes->n_guarded),
                                                   changes->n_guarded));
  if (changes->n_too_long > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u cell is longer than the 32,767 characters that Excel holds",
                                                                "%u cells are longer than the 32,767 characters that Excel holds",
                                                                changes->n_too_long),
                                                   changes->n_too_long));
}

static void
append_sorted (GString                    *table,
               PresserExportView          *view,
               const PresserExportOptions *options,
               const Dialect              *dialect,
               Changes                    *changes)
{
  g_autoptr (GPtrArray) rows = presser_export_rows_new (view, presser_export_options_get_columns (options));
  g_autoptr (GPtrArray) sorted = presser_export_sort_rows (view, rows, options->grouping);

  for (guint i = 0; i < sorted->len; i++)
    append_row (table, sorted->pdata[i], options, dialect, changes);
}

static void
append_document (GString                    *table,
                 PresserExportView          *view,
                 const PresserExportOptions *options,
                 const Dialect              *dialect,
                 Changes                    *changes)
{
  g_autoptr (PresserExportRows) rows = NULL;
  PresserExportRow *row = NULL;

  if (options->grouping == PRESSER_GROUP_BY_SPEAKER || options->grouping == PRESSER_GROUP_BY_TOPIC)
    {
      append_sorted (table, view, options, dialect, changes);
      return;
    }
  rows = presser_export_rows_begin (view, presser_export_options_get_columns (options));
  while ((row = presser_export_rows_next (rows)) != NULL)
    {
      append_row (table, row, options, dialect, changes);
      presser_export_row_free (row);
    }
}

static gboolean
write_table (PresserExportJob *job,
             const Dialect    *dialect,
             GError          **error)
{
  const PresserExportOptions *options = presser_export_job_get_options (job);
  g_autoptr (GString) table = g_string_new (dialect->byte_order_mark ? "\xEF\xBB\xBF" : NULL);
  Changes            changes = { 0 };
  PresserExportView *view = NULL;

  append_header (table, options, dialect);
  while ((view = presser_export_job_next (job)) != NULL)
    {
      append_document (table, view, options, dialect, &changes);
      presser_export_job_put (job, NULL, table);
    }
  presser_export_job_put (job, NULL, table);
  report_changes (job, &changes);

  return presser_export_job_finish (job, error);
}

static gboolean
write_data (PresserExportJob *job,
            GError          **error)
{
  static const Dialect dialect = { ',', "\n", FALSE, FALSE, TRUE };

  return write_table (job, &dialect, error);
}

/* Where the decimal point is a comma, Excel parts columns by semicolons. */
static gboolean
write_excel (PresserExportJob *job,
             GError          **error)
{
  char    separator = g_str_equal (nl_langinfo (RADIXCHAR), ",") ? ';' : ',';
  Dialect dialect = { separator, "\r\n", TRUE, TRUE, TRUE };

  return write_table (job, &dialect, error);
}

static gboolean
write_tsv (PresserExportJob *job,
           GError          **error)
{
  static const Dialect dialect = { '\t', "\n", FALSE, FALSE, FALSE };

  return write_table (job, &dialect, error);
}

const PresserExporter presser_exporter_csv = {
  .id = "csv",
  .label = N_ ("CSV (data)"),
  .description = N_ ("A table for programs: commas, no byte order mark, every character as it is"),
  .extension = "csv",
  .mime_type = "text/csv",
  .flags = PRESSER_EXPORTER_HAS_COLUMNS | PRESSER_EXPORTER_HAS_GROUPS,
  .write = write_data,
};

const PresserExporter presser_exporter_csv_excel = {
  .id = "csv-excel",
  .label = N_ ("CSV (Excel)"),
  .description = N_ ("A table that opens in Excel by a double click, guarded against formulas"),
  .extension = "csv",
  .mime_type = "text/csv",
  .flags = PRESSER_EXPORTER_HAS_COLUMNS | PRESSER_EXPORTER_HAS_GROUPS,
  .write = write_excel,
};

const PresserExporter presser_exporter_tsv = {
  .id = "tsv",
  .label = N_ ("TSV"),
  .description = N_ ("A table with tabs between its columns, to paste into a spreadsheet"),
  .extension = "tsv",
  .mime_type = "text/tab-separated-values",
  .flags = PRESSER_EXPORTER_HAS_COLUMNS | PRESSER_EXPORTER_HAS_GROUPS,
  .write = write_tsv,
};
