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
  for (guint i = 0; i < self->n_owned; i++)
    g_free (self->owned[i]);
  g_clear_pointer (&self->question, g_ref_string_release);
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

struct _PresserExportRows
{
  PresserExportView *view; /* borrowed */
  guint32            columns;
  guint              next;
  const char        *turn;     /* of the row before; borrowed from the document */
  char              *question; /* GRefString: that all statements of this turn answer */
};

static gboolean
is_wanted (PresserExportRows *self,
           PresserColumn      column)
{
  return (self->columns & PRESSER_COLUMN_BIT (column)) != 0;
}

/* Takes @value. */
static void
own (PresserExportRow *row,
     PresserColumn     column,
     char             *value)
{
  g_assert (row->n_owned < PRESSER_ROW_OWNED);
  row->cells[column] = value;
  row->owned[row->n_owned++] = value;
}

static char *
dup_number (guint number)
{
  char  digits[16];
  char *cursor = digits + sizeof digits - 1;

  *cursor = '\0';
  do
    {
      *--cursor = '0' + number % 10;
      number /= 10;
    }
  while (number > 0);
  return g_strdup (cursor);
}

static const char *
get_topic_label (PresserDocument *document,
                 const char      *id)
{
  PresserTopic *topic = presser_document_get_topic (document, id);

  return topic != NULL ? presser_topic_get_label (topic) : id;
}

static void
fill_topics (PresserExportRow *row,
             PresserDocument  *document)
{
  const char *const *ids = presser_statement_get_topics (row->statement);
  GString           *labels = NULL;

  if (ids[0] == NULL)
    return;
  row->cells[PRESSER_COLUMN_TOPICS] = get_topic_label (document, ids[0]);
  if (ids[1] == NULL)
    return;
  labels = g_string_new (row->cells[PRESSER_COLUMN_TOPICS]);
  for (guint i = 1; ids[i] != NULL; i++)
    {
      g_string_append (labels, "; ");
      g_string_append (labels, get_topic_label (document, ids[i]));
    }
  own (row, PRESSER_COLUMN_TOPICS, g_string_free (labels, FALSE));
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
  row->cells[PRESSER_COLUMN_DOCUMENT] = presser_export_view_get_source (view)->name;
  row->cells[PRESSER_COLUMN_TITLE] = presser_export_view_get_metadata (view, PRESSER_METADATA_TITLE);
  row->cells[PRESSER_COLUMN_DATE] = presser_export_get_date (view);
  row->cells[PRESSER_COLUMN_PLACE] = presser_export_view_get_metadata (view, PRESSER_METADATA_PLACE);
  row->cells[PRESSER_COLUMN_SOURCE] = presser_export_view_get_metadata (view, PRESSER_METADATA_SOURCE);
}

static void
fill_tag_cells (PresserExportRow  *row,
                PresserExportView *view)
{
  PresserDocument  *document = presser_export_view_get_document (view);
  PresserStatement *statement = row->statement;

  row->cells[PRESSER_COLUMN_ID] = presser_statement_get_id (statement);
  row->cells[PRESSER_COLUMN_SPEAKER] = row->credit.name;
  row->cells[PRESSER_COLUMN_ROLE] = row->credit.role;
  row->cells[PRESSER_COLUMN_AFFILIATION] = row->credit.affiliation;
  row->cells[PRESSER_COLUMN_KIND] = presser_kind_to_string (presser_statement_get_kind (statement));
  row->cells[PRESSER_COLUMN_GROUND_RULE] = presser_ground_rule_to_string (presser_statement_get_ground_rule (statement));
  row->cells[PRESSER_COLUMN_STATUS] = presser_status_to_string (presser_statement_get_status (statement));
  row->cells[PRESSER_COLUMN_CERTAINTY] = presser_statement_get_certainty (statement);
  row->cells[PRESSER_COLUMN_ANNOTATOR] = get_annotator_name (document, statement);
  row->cells[PRESSER_COLUMN_NOTE] = presser_export_view_filter_words (view, statement, presser_statement_get_note (statement));
}

static void
fill_times (PresserExportRows *self,
            PresserExportRow  *row)
{
  gint64 made = presser_statement_get_made (row->statement);
  gint64 changed = presser_statement_get_changed (row->statement);

  if (made != 0 && is_wanted (self, PRESSER_COLUMN_MADE))
    own (row, PRESSER_COLUMN_MADE, presser_export_dup_moment (made));
  if (changed != 0 && is_wanted (self, PRESSER_COLUMN_CHANGED))
    own (row, PRESSER_COLUMN_CHANGED, presser_export_dup_moment (changed));
  if (row->start_time >= 0 && is_wanted (self, PRESSER_COLUMN_START_TIME))
    own (row, PRESSER_COLUMN_START_TIME, presser_export_dup_clock (row->start_time));
  if (row->end_time >= 0 && is_wanted (self, PRESSER_COLUMN_END_TIME))
    own (row, PRESSER_COLUMN_END_TIME, presser_export_dup_clock (row->end_time));
}

/* Words around a quote, unless they name whom the ground rule protects. */
static void
own_words (PresserExportRow  *row,
           PresserExportView *view,
           PresserColumn      column,
           char              *text)
{
  if (text == NULL)
    return;
  if (presser_export_view_filter_words (view, row->statement, text) != NULL)
    own (row, column, text);
  else
    g_free (text);
}

static void
fill_text_cells (PresserExportRows *self,
                 PresserExportRow  *row)
{
  if (is_wanted (self, PRESSER_COLUMN_QUOTE))
    own (row, PRESSER_COLUMN_QUOTE,
         self->columns & PRESSER_ROWS_FOR_READING ? presser_export_view_dup_reading (self->view, row->statement)
                                                  : presser_export_view_dup_quote (self->view, row->statement));
  if (is_wanted (self, PRESSER_COLUMN_BEFORE))
    own_words (row, self->view, PRESSER_COLUMN_BEFORE, presser_export_dup_before (self->view, row->statement));
  if (is_wanted (self, PRESSER_COLUMN_AFTER))
    own_words (row, self->view, PRESSER_COLUMN_AFTER, presser_export_dup_after (self->view, row->statement));
}

static void
fill_place_cells (PresserExportRow *row,
                  PresserDocument  *document,
                  PresserRange      extent)
{
  guint last = presser_document_find_paragraph (document, extent.end);

  row->start_time = presser_paragraph_get_start_time (presser_document_get_paragraph (document, row->paragraph - 1));
  row->end_time = presser_paragraph_get_end_time (presser_document_get_paragraph (document, last));
  own (row, PRESSER_COLUMN_PARAGRAPH, dup_number (row->paragraph));
  own (row, PRESSER_COLUMN_START, dup_number (extent.start));
  own (row, PRESSER_COLUMN_END, dup_number (extent.end));
}

/* All statements of a turn answer the same question, so it is looked for once. */
static void
fill_question (PresserExportRows *self,
               PresserExportRow  *row)
{
  PresserDocument *document = presser_export_view_get_document (self->view);
  const char      *turn = presser_paragraph_get_turn (presser_document_get_paragraph (document, row->paragraph - 1));

  if (turn == NULL)
    return;
  if (g_strcmp0 (turn, self->turn) != 0)
    {
      g_autofree char *question = presser_export_dup_question (self->view, row->paragraph - 1);

      g_clear_pointer (&self->question, g_ref_string_release);
      self->question = question != NULL ? g_ref_string_new (question) : NULL;
      self->turn = turn;
    }
  if (self->question == NULL)
    return;
  row->question = g_ref_string_acquire (self->question);
  row->cells[PRESSER_COLUMN_QUESTION] = presser_export_view_filter_words (self->view, row->statement, row->question);
}

/**
 * presser_export_rows_begin:
 * @view: a document as it may be shown
 * @columns: bits of the columns whose cells are wanted; cells that cost nothing are filled anyway
 *
 * Returns: (transfer full): to be asked for its rows
 */
PresserExportRows *
presser_export_rows_begin (PresserExportView *view,
                           guint32            columns)
{
  PresserExportRows *self = g_new0 (PresserExportRows, 1);

  self->view = view;
  self->columns = columns;

  return self;
}

/**
 * presser_export_rows_end:
 * @self: (transfer full): rows
 */
void
presser_export_rows_end (PresserExportRows *self)
{
  g_clear_pointer (&self->question, g_ref_string_release);
  g_free (self);
}

/**
 * presser_export_rows_next:
 * @self: rows
 *
 * Returns: (transfer full) (nullable): the next one, in the order of the view's statements
 */
PresserExportRow *
presser_export_rows_next (PresserExportRows *self)
{
  GPtrArray        *statements = presser_export_view_get_statements (self->view);
  PresserDocument  *document = presser_export_view_get_document (self->view);
  PresserExportRow *row = NULL;
  PresserRange      extent = { 0, 0 };

  if (self->next == statements->len)
    return NULL;
  row = g_new0 (PresserExportRow, 1);
  row->statement = statements->pdata[self->next++];
  row->credit = presser_export_view_get_credit (self->view, row->statement);
  extent = presser_statement_get_extent (row->statement);
  row->paragraph = presser_document_find_paragraph (document, extent.start) + 1;
  fill_document_cells (row, self->view);
  fill_tag_cells (row, self->view);
  fill_topics (row, document);
  fill_text_cells (self, row);
  fill_place_cells (row, document, extent);
  fill_times (self, row);
  if (is_wanted (self, PRESSER_COLUMN_QUESTION))
    fill_question (self, row);

  return row;
}

static void
free_row (gpointer row)
{
  presser_export_row_free (row);
}

/**
 * presser_export_rows_new:
 * @view: a document as it may be shown
 * @columns: bits of the columns whose cells are wanted
 *
 * Returns: (transfer full) (element-type PresserExportRow): a row for each of its statements
 */
GPtrArray *
presser_export_rows_new (PresserExportView *view,
                         guint32            columns)
{
  g_autoptr (PresserExportRows) self = presser_export_rows_begin (view, columns);
  GPtrArray        *rows = g_ptr_array_new_full (presser_export_view_get_statements (view)->len, free_row);
  PresserExportRow *row = NULL;

  while ((row = presser_export_rows_next (self)) != NULL)
    g_ptr_array_add (rows, row);
  return rows;
}
