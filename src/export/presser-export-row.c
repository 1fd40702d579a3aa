/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-row.h"

#include "presser-export-context.h"

/**
 * presser_export_row_free:
 * @self: (transfer full): a row
 */
void
presser_export_row_free (PresserExportRow *self)
{
  for (guint i = 0; i < PRESSER_N_COLUMNS; i++)
    g_free (self->cells[i]);
  g_free (self);
}

/**
 * presser_export_dup_clock:
 * @milliseconds: from the start of the recording, or %PRESSER_TIME_UNKNOWN
 *
 * Returns: (transfer full) (nullable): hours, minutes, seconds and thousandths
 */
char *
presser_export_dup_clock (gint64 milliseconds)
{
  gint64 seconds = milliseconds / 1000;

  if (milliseconds < 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%02d.%03d", seconds / 3600, (int) (seconds / 60 % 60),
                          (int) (seconds % 60), (int) (milliseconds % 1000));
}

/**
 * presser_export_dup_moment:
 * @seconds: since the epoch, or 0
 *
 * Returns: (transfer full) (nullable): the same as ISO 8601 in UTC
 */
char *
presser_export_dup_moment (gint64 seconds)
{
  g_autoptr (GDateTime) moment = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;
}

/**
 * presser_export_get_date:
 * @view: a document as it may be shown
 *
 * Returns: (transfer none) (nullable): the day of the event
 */
const char *
presser_export_get_date (PresserExportView *view)
{
  const char *date = presser_export_view_get_metadata (view, PRESSER_METADATA_DATE);

  return date != NULL ? date : presser_export_view_get_metadata (view, PRESSER_METADATA_DATE_TEXT);
}

static char *
dup_topics (PresserDocument  *document,
            PresserStatement *statement)
{
  const char *const *ids = presser_statement_get_topics (statement);
  GString           *labels = NULL;

  if (ids[0] == NULL)
    return NULL;
  labels = g_string_new (NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PresserTopic *topic = presser_document_get_topic (document, ids[i]);

      if (i > 0)
        g_string_append (labels, "; ");
      g_string_append (labels, topic != NULL ? presser_topic_get_label (topic) : ids[i]);
    }
  return g_string_free (labels, FALSE);
}

static const char *
get_annotator_name (PresserDocument  *document,
                    PresserStatement *statement)
{
  const char       *id = presser_statement_get_annotator (statement);
  PresserAnnotator *annotator = id != NULL ? presser_document_get_annotator (document, id) : NULL;

  return annotator != NULL ? presser_annotator_get_name (annotator) : id;
}

static void
fill_document_cells (PresserExportRow  *row,
                     PresserExportView *view)
{
  row->cells[PRESSER_COLUMN_DOCUMENT] = g_strdup (presser_export_view_get_source (view)->name);
  row->cells[PRESSER_COLUMN_TITLE] = g_strdup (presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE));
  row->cells[PRESSER_COLUMN_DATE] = g_strdup (presser_export_get_date (view));
  row->cells[PRESSER_COLUMN_PLACE] = g_strdup (presser_export_view_get_metadata (view, PRESSER_METADATA_PLACE));
  row->cells[PRESSER_COLUMN_SOURCE] = g_strdup (presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE));
}

static void
fill_tag_cells (PresserExportRow  *row,
                PresserExportView *view)
{
  PresserDocument  *document = presser_export_view_get_document (view);
  PresserStatement *statement = row->statement;

  row->cells[PRESSER_COLUMN_ID] = g_strdup (presser_statement_get_id (statement));
  row->cells[PRESSER_COLUMN_SPEAKER] = g_strdup (row->credit.name);
  row->cells[PRESSER_COLUMN_ROLE] = g_strdup (row->credit.role);
  row->cells[PRESSER_COLUMN_AFFILIATION] = g_strdup (row->credit.affiliation);
  row->cells[PRESSER_COLUMN_TOPICS] = dup_topics (document, statement);
  row->cells[PRESSER_COLUMN_KIND] = g_strdup (presser_kind_to_string (presser_statement_get_kind (statement)));
  row->cells[PRESSER_COLUMN_GROUND_RULE] = g_strdup (presser_ground_rule_to_string (presser_statement_get_ground_rule (statement)));
  row->cells[PRESSER_COLUMN_STATUS] = g_strdup (presser_status_to_string (presser_statement_get_status (statement)));
  row->cells[PRESSER_COLUMN_CERTAINTY] = g_strdup (presser_statement_get_certainty (statement));
  row->cells[PRESSER_COLUMN_ANNOTATOR] = g_strdup (get_annotator_name (document, statement));
  row->cells[PRESSER_COLUMN_MADE] = presser_export_dup_moment (presser_statement_get_made (statement));
  row->cells[PRESSER_COLUMN_CHANGED] = presser_export_dup_moment (presser_statement_get_changed (statement));
}

static char *
filter_words (PresserExportView *view,
              PresserStatement  *statement,
              char              *text)
{
  if (presser_export_view_filter_words (view, statement, text) == NULL)
    g_clear_pointer (&text, g_free);
  return text;
}

static void
fill_text_cells (PresserExportRow  *row,
                 PresserExportView *view)
{
  PresserStatement *statement = row->statement;
  const char       *note = presser_statement_get_note (statement);

  row->cells[PRESSER_COLUMN_QUOTE] = presser_export_view_dup_quote (view, statement);
  row->cells[PRESSER_COLUMN_BEFORE] = filter_words (view, statement, presser_export_dup_before (view, statement));
  row->cells[PRESSER_COLUMN_AFTER] = filter_words (view, statement, presser_export_dup_after (view, statement));
  row->cells[PRESSER_COLUMN_NOTE] = filter_words (view, statement, g_strdup (note));
}

static void
fill_place_cells (PresserExportRow  *row,
                  PresserExportView *view)
{
  PresserDocument *document = presser_export_view_get_document (view);
  PresserRange     extent = presser_statement_get_extent (row->statement);
  guint            last = presser_document_find_paragraph (document, extent.end);

  row->start_time = presser_paragraph_get_start_time (presser_document_get_paragraph (document, row->paragraph - 1));
  row->end_time = presser_paragraph_get_end_time (presser_document_get_paragraph (document, last));
  row->cells[PRESSER_COLUMN_PARAGRAPH] = g_strdup_printf ("%u", row->paragraph);
  row->cells[PRESSER_COLUMN_START] = g_strdup_printf ("%u", extent.start);
  row->cells[PRESSER_COLUMN_END] = g_strdup_printf ("%u", extent.end);
  row->cells[PRESSER_COLUMN_START_TIME] = presser_export_dup_clock (row->start_time);
  row->cells[PRESSER_COLUMN_END_TIME] = presser_export_dup_clock (row->end_time);
}

static PresserExportRow *
row_new (PresserExportView *view,
         PresserStatement  *statement)
{
  PresserExportRow *row = g_new0 (PresserExportRow, 1);
  PresserDocument  *document = presser_export_view_get_document (view);
  guint             start = presser_statement_get_extent (statement).start;

  row->statement = statement;
  row->credit = presser_export_view_get_credit (view, statement);
  row->paragraph = presser_document_find_paragraph (document, start) + 1;
  fill_document_cells (row, view);
  fill_tag_cells (row, view);
  fill_text_cells (row, view);
  fill_place_cells (row, view);

  return row;
}

/* All statements of a turn answer the same question, so it is looked for once. */
static void
fill_questions (GPtrArray         *rows,
                PresserExportView *view)
{
  PresserDocument *document = presser_export_view_get_document (view);
  g_autofree char *question = NULL;
  const char      *last_turn = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      PresserExportRow *row = rows->pdata[i];
      const char       *turn = presser_paragraph_get_turn (presser_document_get_paragraph (document, row->paragraph - 1));

      if (turn == NULL)
        continue;
      if (g_strcmp0 (turn, last_turn) != 0)
        {
          g_free (question);
          question = presser_export_dup_question (view, row->paragraph - 1);
          last_turn = turn;
        }
      row->cells[PRESSER_COLUMN_QUESTION] = filter_words (view, row->statement, g_strdup (question));
    }
}

static void
free_row (gpointer row)
{
  presser_export_row_free (row);
}

/**
 * presser_export_rows_new:
 * @view: a document as it may be shown
 *
 * Returns: (transfer full) (element-type PresserExportRow): a row for each of its statements
 */
GPtrArray *
presser_export_rows_new (PresserExportView *view)
{
  GPtrArray *statements = presser_export_view_get_statements (view);
  GPtrArray *rows = g_ptr_array_new_full (statements->len, free_row);

  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (rows, row_new (view, statements->pdata[i]));
  fill_questions (rows, view);

  return rows;
}
