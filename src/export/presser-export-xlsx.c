/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook with typed columns: words are words, even if they look like formulas. */

#include "presser-exporters.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "presser-export-row.h"

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
add_statement_sheet (Book *book)
{
  const char    *headings[PRESSER_N_COLUMNS];
  lxw_worksheet *sheet = NULL;

  for (PresserColumn column = 0; column < PRESSER_N_COLUMNS; column++)
    headings[column] = presser_column_get_name (column);
  sheet = add_sheet (book, "Statements", headings, PRESSER_N_COLUMNS);
  for (PresserColumn column = 0; column < PRESSER_N_COLUMNS; column++)
    {
      double width = choose_format (book, column) == book->wrapped ? 45 : 14;

      worksheet_set_column (sheet, column, column, column == PRESSER_COLUMN_QUOTE ? 70 : width, NULL);
    }
  return sheet;
}

static void
write_row (Book                   *book,
           lxw_worksheet          *sheet,
           guint                   number,
           const PresserExportRow *row)
{
  for (PresserColumn column = 0; column < PRESSER_N_COLUMNS; column++)
    {
      const char *cell = row->cells[column];

      switch (presser_column_get_type_of (column))
        {
        case PRESSER_COLUMN_IS_NUMBER:
          worksheet_write_number (sheet, number, column, g_ascii_strtoull (cell, NULL, 10), book->plain);
          break;
        case PRESSER_COLUMN_IS_MOMENT:
          write_moment (book, sheet, number, column, cell);
          break;
        case PRESSER_COLUMN_IS_TEXT:
        default:
          write_text (book, sheet, number, column, cell, choose_format (book, column));
          break;
        }
    }
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

static void
fill_book (Book                      *book,
           const PresserExportSource *sources,
           guint                      n_sources)
{
  static const char *const speaker_headings[] = { "document", "id", "name", "role", "affiliation", "statements" };
  static const char *const topic_headings[] = { "document", "id", "label", "parent", "definition", "statements" };
  static const char *const document_headings[] = { "document", "title", "date", "place", "event", "source", "publisher", "language" };
  lxw_worksheet           *statements = add_statement_sheet (book);
  lxw_worksheet           *speakers = add_sheet (book, "Speakers", speaker_headings, G_N_ELEMENTS (speaker_headings));
  lxw_worksheet           *topics = add_sheet (book, "Topics", topic_headings, G_N_ELEMENTS (topic_headings));
  lxw_worksheet           *documents = add_sheet (book, "Documents", document_headings, G_N_ELEMENTS (document_headings));
  guint                    n_statements = 1;
  guint                    n_speakers = 1;
  guint                    n_topics = 1;

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (PresserExportView) view = presser_export_view_new (&sources[i]);
      g_autoptr (GPtrArray) rows = presser_export_rows_new (view);

      for (guint j = 0; j < rows->len; j++)
        write_row (book, statements, n_statements++, rows->pdata[j]);
      n_speakers = write_speakers (book, speakers, n_speakers, view, rows);
      n_topics = write_topics (book, topics, n_topics, view, rows);
      write_document (book, documents, i + 1, view);
    }
  worksheet_autofilter (statements, 0, 0, n_statements - 1, PRESSER_N_COLUMNS - 1);
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
report (const Book *book,
        guint       n_gapped,
        GPtrArray  *losses)
{
  if (losses == NULL)
    return;
  if (n_gapped > 0)
    g_ptr_array_add (losses, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%u statement has gaps: “start” and “end” give its outer edges",
                                                           "%u statements have gaps: “start” and “end” give their outer edges",
                                                           n_gapped),
                                              n_gapped));
  if (book->n_cut > 0)
    g_ptr_array_add (losses, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%u cell is longer than the 32,767 characters that Excel holds: cut",
                                                           "%u cells are longer than the 32,767 characters that Excel holds: cut",
                                                           book->n_cut),
                                              book->n_cut));
}

/* The library writes to named files only. */
static GBytes *
write_book (const PresserExportSource *sources,
            guint                      n_sources,
            const char                *path,
            GPtrArray                 *losses,
            GError                   **error)
{
  Book      book = { .workbook = workbook_new (path) };
  char     *content = NULL;
  gsize     size = 0;
  lxw_error problem = LXW_NO_ERROR;

  add_formats (&book);
  fill_book (&book, sources, n_sources);
  problem = workbook_close (book.workbook);
  if (problem != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The workbook could not be made: %s"), lxw_strerror (problem));
      return NULL;
    }
  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;
  report (&book, presser_export_count_gapped (sources, n_sources), losses);

  return g_bytes_new_take (content, size);
}

static GBytes *
write_xlsx (const PresserExportSource *sources,
            guint                      n_sources,
            GPtrArray                 *losses,
            GError                   **error)
{
  g_autofree char *path = NULL;
  int              descriptor = g_file_open_tmp ("presser-XXXXXX.xlsx", &path, error);
  GBytes          *bytes = NULL;

  if (descriptor < 0)
    return NULL;
  g_close (descriptor, NULL);
  bytes = write_book (sources, n_sources, path, losses, error);
  g_unlink (path);

  return bytes;
}

const PresserExporter presser_exporter_xlsx = {
  .id = "xlsx",
  .label = N_ ("Excel workbook"),
  .description = N_ ("A workbook with sheets for statements, speakers, topics and documents"),
  .extension = "xlsx",
  .mime_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .write = write_xlsx,
};
