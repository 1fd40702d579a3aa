/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook with typed columns: words are words, even if they look like formulas. */

#include "presser-exporters.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "presser-export-group.h"
#include "presser-export-job.h"

/* What a cell holds, in UTF-16 units. */
#define CELL_LIMIT 32767

typedef struct
{
  lxw_workbook *workbook;
  lxw_format   *heading;
  lxw_format   *wrapped;
  lxw_format   *plain;
  lxw_format   *moment;
  guint         n_cut;
} Book;

static void
write_text (Book          *book,
            lxw_worksheet *sheet,
            guint          row,
            guint          column,
            const char    *text,
            lxw_format    *format)
{
  g_autofree gunichar2 *units = NULL;
  g_autofree char      *cut = NULL;
  glong                 n_units = 0;

  if (text == NULL)
    return;
  if (strlen (text) <= CELL_LIMIT)
    {
      worksheet_write_string (sheet, row, column, text, format);
      return;
    }
  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  if (units != NULL && n_units > CELL_LIMIT)
    {
      gboolean splits_pair = units[CELL_LIMIT - 1] >= 0xD800 && units[CELL_LIMIT - 1] < 0xDC00;

      cut = g_utf16_to_utf8 (units, CELL_LIMIT - (splits_pair ? 1 : 0), NULL, NULL, NULL);
      book->n_cut++;
    }
  worksheet_write_string (sheet, row, column, cut != NULL ? cut : text, format);
}

static void
write_moment (Book          *book,
              lxw_worksheet *sheet,
              guint          row,
              guint          column,
              const char    *text)
{
  g_autoptr (GDateTime) moment = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  lxw_datetime value = { 0 };

  if (moment == NULL)
    return;
  value.year = g_date_time_get_year (moment);
  value.month = g_date_time_get_month (moment);
  value.day = g_date_time_get_day_of_month (moment);
  value.hour = g_date_time_get_hour (moment);
  value.min = g_date_time_get_minute (moment);
  value.sec = g_date_time_get_second (moment);
  worksheet_write_datetime (sheet, row, column, &value, book->moment);
}

static lxw_format *
choose_format (Book         *book,
               PresserColumn column)
{
  gboolean is_long = column == PRESSER_COLUMN_QUOTE || column == PRESSER_COLUMN_BEFORE || column == PRESSER_COLUMN_AFTER
                     || column == PRESSER_COLUMN_QUESTION || column == PRESSER_COLUMN_NOTE;

  return is_long ? book->wrapped : book->plain;
}

static lxw_worksheet *
add_sheet (Book              *book,
           const char        *name,
           const char *const *headings,
           guint              n_headings)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, name);

  for (guint i = 0; i < n_headings; i++)
    worksheet_write_string (sheet, 0, i, headings[i], book->heading);
  worksheet_freeze_panes (sheet, 1, 0);

  return sheet;
}

static lxw_worksheet *
add_statement_sheet (Book                       *book,
                     const PresserExportOptions *options)
{
  const char    *headings[PRESSER_N_COLUMNS];
  lxw_worksheet *sheet = NULL;

  for (guint i = 0; i < options->n_columns; i++)
    headings[i] = presser_column_get_name (options->columns[i]);
  sheet = add_sheet (book, "Statements", headings, options->n_columns);
  for (guint i = 0; i < options->n_columns; i++)
    {
      double width = choose_format (book, options->columns[i]) == book->wrapped ? 45 : 14;

      worksheet_set_column (sheet, i, i, options->columns[i] == PRESSER_COLUMN_QUOTE ? 70 : width, NULL);
    }
  return sheet;
}

static void
write_cell (Book          *book,
            lxw_worksheet *sheet,
            guint          number,
            guint          place,
            PresserColumn  column,
            const char    *cell)
{
  switch (presser_column_get_type_of (column))
    {
    case PRESSER_COLUMN_IS_NUMBER:
      worksheet_write_number (sheet, number, place, g_ascii_strtoull (cell, NULL, 10), book->plain);
      break;
    case PRESSER_COLUMN_IS_MOMENT:
      write_moment (book, sheet, number, place, cell);
      break;
    case PRESSER_COLUMN_IS_TEXT:
    default:
      write_text (book, sheet, number, place, cell, choose_format (book, column));
      break;
    }
}

static void
write_row (Book                       *book,
           lxw_worksheet              *sheet,
           guint                       number,
           const PresserExportOptions *options,
           const PresserExportRow     *row)
{
  for (guint i = 0; i < options->n_columns; i++)
    write_cell (book, sheet, number, i, options->columns[i], row->cells[options->columns[i]]);
}

/* Named speakers only in so far as a statement may name them. */
static void
count_credits (GPtrArray  *rows,
               GHashTable *counts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PresserExportRow *row = rows->pdata[i];
      gpointer                count = NULL;

      if (row->credit.id == NULL)
        continue;
      count = g_hash_table_lookup (counts, row->credit.id);
      g_hash_table_insert (counts, (gpointer) row->credit.id, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
}

static guint
write_speakers (Book              *book,
                lxw_worksheet     *sheet,
                guint              number,
                PresserExportView *view,
                GPtrArray         *rows)
{
  GListModel *speakers = presser_document_get_speakers (presser_export_view_get_document (view));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_speakers = g_list_model_get_n_items (speakers);

  count_credits (rows, counts);
  for (guint i = 0; i < n_speakers; i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      const char *id = presser_speaker_get_id (speaker);
      guint       count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

      if (count == 0)
        continue;
      write_text (book, sheet, number, 0, presser_export_view_get_source (view)->name, book->plain);
      write_text (book, sheet, number, 1, id, book->plain);
      write_text (book, sheet, number, 2, presser_speaker_get_name (speaker), book->plain);
      write_text (book, sheet, number, 3, presser_speaker_get_role (speaker), book->plain);
      write_text (book, sheet, number, 4, presser_speaker_get_affiliation (speaker), book->plain);
      worksheet_write_number (sheet, number++, 5, count, book->plain);
    }
  return number;
}

static guint
count_with_topic (GPtrArray  *rows,
                  const char *id)
{
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += presser_statement_has_topic (((PresserExportRow *) rows->pdata[i])->statement, id) ? 1 : 0;
  return count;
}

static guint
write_topics (Book              *book,
              lxw_worksheet     *sheet,
              guint              number,
              PresserExportView *view,
              GPtrArray         *rows)
{
  GListModel *topics = presser_document_get_topics (presser_export_view_get_document (view));
  guint       n_topics = g_list_model_get_n_items (topics);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      write_text (book, sheet, number, 0, presser_export_view_get_source (view)->name, book->plain);
      write_text (book, sheet, number, 1, presser_topic_get_id (topic), book->plain);
      write_text (book, sheet, number, 2, presser_topic_get_label (topic), book->plain);
      write_text (book, sheet, number, 3, presser_topic_get_parent (topic), book->plain);
      write_text (book, sheet, number, 4, presser_topic_get_definition (topic), book->wrapped);
      worksheet_write_number (sheet, number++, 5, count_with_topic (rows, presser_topic_get_id (topic)), book->plain);
    }
  return number;
}

static void
write_document (Book              *book,
                lxw_worksheet     *sheet,
                guint              number,
                PresserExportView *view)
{
  static const PresserMetadataField fields[] = {
    PRESSER_METADATA_TITLE, PRESSER_METADATA_DATE, PRESSER_METADATA_PLACE, PRESSER_METADATA_EVENT,
    PRESSER_METADATA_SOURCE, PRESSER_METADATA_PUBLISHER, PRESSER_METADATA_LANGUAGE
  };

  write_text (book, sheet, number, 0, presser_export_view_get_source (view)->name, book->plain);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    write_text (book, sheet, number, i + 1, presser_export_view_get_metadata (view, fields[i]), book->plain);
}

/* The sheets and the next free row of each. */
typedef struct
{
  lxw_worksheet *statements;
  lxw_worksheet *speakers;
  lxw_worksheet *topics;
  lxw_worksheet *documents;
  guint          n_statements;
  guint          n_speakers;
  guint          n_topics;
} Sheets;

static void
add_sheets (Book                       *book,
            Sheets                     *sheets,
            const PresserExportOptions *options)
{
  static const char *const speaker_headings[] = { "document", "id", "name", "role", "affiliation", "statements" };
  static const char *const topic_headings[] = { "document", "id", "label", "parent", "definition", "statements" };
  static const char *const document_headings[] = { "document", "title", "date", "place", "event", "source", "publisher", "language" };

  sheets->statements = add_statement_sheet (book, options);
  sheets->speakers = add_sheet (book, "Speakers", speaker_headings, G_N_ELEMENTS (speaker_headings));
  sheets->topics = add_sheet (book, "Topics", topic_headings, G_N_ELEMENTS (topic_headings));
  sheets->documents = add_sheet (book, "Documents", document_headings, G_N_ELEMENTS (document_headings));
  sheets->n_statements = sheets->n_speakers = sheets->n_topics = 1;
}

static void
fill_book (Book             *book,
           PresserExportJob *job)
{
  const PresserExportOptions *options = presser_export_job_get_options (job);
  PresserExportView          *view = NULL;
  Sheets                      sheets;

  add_sheets (book, &sheets, options);
  while ((view = presser_export_job_next (job)) != NULL)
    {
      g_autoptr (GPtrArray) rows = presser_export_rows_new (view, presser_export_options_get_columns (options));
      g_autoptr (GPtrArray) sorted = presser_export_sort_rows (view, rows, options->grouping);

      for (guint i = 0; i < sorted->len; i++)
        write_row (book, sheets.statements, sheets.n_statements++, options, sorted->pdata[i]);
      sheets.n_speakers = write_speakers (book, sheets.speakers, sheets.n_speakers, view, rows);
      sheets.n_topics = write_topics (book, sheets.topics, sheets.n_topics, view, rows);
      write_document (book, sheets.documents, presser_export_job_get_number (job), view);
    }
  worksheet_autofilter (sheets.statements, 0, 0, sheets.n_statements - 1, options->n_columns - 1);
}

static void
add_formats (Book *book)
{
  book->heading = workbook_add_format (book->workbook);
  format_set_bold (book->heading);
  format_set_bottom (book->heading, LXW_BORDER_THIN);
  book->plain = workbook_add_format (book->workbook);
  format_set_align (book->plain, LXW_ALIGN_VERTICAL_TOP);
  book->wrapped = workbook_add_format (book->workbook);
  format_set_text_wrap (book->wrapped);
  format_set_align (book->wrapped, LXW_ALIGN_VERTICAL_TOP);
  book->moment = workbook_add_format (book->workbook);
  format_set_num_format (book->moment, "yyyy-mm-dd hh:mm:ss");
  format_set_align (book->moment, LXW_ALIGN_VERTICAL_TOP);
}

static void
report (const Book       *book,
        PresserExportJob *job)
{
  guint n_gapped = presser_export_job_get_n_gapped (job);

  if (n_gapped > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u statement has gaps: “start” and “end” give its outer edges",
                                                                "%u statements have gaps: “start” and “end” give their outer edges",
                                                                n_gapped),
                                                   n_gapped));
  if (book->n_cut > 0)
    presser_export_job_lose (job, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%u cell is longer than the 32,767 characters that Excel holds: cut",
                                                                "%u cells are longer than the 32,767 characters that Excel holds: cut",
                                                                book->n_cut),
                                                   book->n_cut));
}

/* The library writes to named files only. */
static GBytes *
write_book (PresserExportJob *job,
            const char       *path,
            GError          **error)
{
  /* Rows go to temporary files as they come, so that a long table need not be held. */
  lxw_workbook_options constant = { .constant_memory = LXW_TRUE };
  Book                 book = { .workbook = workbook_new_opt (path, &constant) };
  char                *content = NULL;
  gsize                size = 0;
  lxw_error            problem = LXW_NO_ERROR;

  add_formats (&book);
  fill_book (&book, job);
  problem = workbook_close (book.workbook);
  if (problem != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The workbook could not be made: %s"), lxw_strerror (problem));
      return NULL;
    }
  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;
  report (&book, job);

  return g_bytes_new_take (content, size);
}

static gboolean
write_xlsx (PresserExportJob *job,
            GError          **error)
{
  g_autofree char *path = NULL;
  int              descriptor = g_file_open_tmp ("presser-XXXXXX.xlsx", &path, error);
  g_autoptr (GBytes) bytes = NULL;

  if (descriptor < 0)
    return FALSE;
  g_close (descriptor, NULL);
  bytes = write_book (job, path, error);
  g_unlink (path);
  if (bytes == NULL)
    return FALSE;
  presser_export_job_put_bytes (job, NULL, bytes);

  return presser_export_job_finish (job, error);
}

const PresserExporter presser_exporter_xlsx = {
  .id = "xlsx",
  .label = N_ ("Excel workbook"),
  .description = N_ ("A workbook with sheets for statements, speakers, topics and documents"),
  .extension = "xlsx",
  .mime_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .preview = "tsv",
  .flags = PRESSER_EXPORTER_HAS_COLUMNS | PRESSER_EXPORTER_HAS_GROUPS,
  .write = write_xlsx,
};
