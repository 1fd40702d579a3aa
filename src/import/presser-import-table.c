/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV and TSV with a column for the text and perhaps columns for speaker and times. Columns are found by their
 * heads, the text column else by its length. An empty speaker means the one before. */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-clock.h"
#include "presser-error.h"
#include "presser-markup.h"
#include "presser-script.h"
#include "presser-table.h"

static const char *const heads[PRESSER_IMPORT_N_COLUMNS] = {
  " text words transcript utterance content speech statement quote dialogue line body sentence message caption subtitle phrase beitrag texte texto testo текст ",
  " speaker name who voice person speaker_name speaker_label character role questioner participant sprecher redner intervenant orador hablante спикер говорящий ",
  " start timestamp time start_time starttime begin from timecode tc in zeit timestamps time_start start_timestamp ",
  " end end_time endtime to stop out time_end ",
  " title headline heading titel titre título ",
};

typedef struct
{
  int      columns[PRESSER_IMPORT_N_COLUMNS]; /* -1 if there is none */
  gboolean has_head;
  gboolean is_certain;
  gboolean is_in_milliseconds;
} Layout;

static const char *
get_cell (const GPtrArray *row,
          int              column)
{
  return column >= 0 && (guint) column < row->len ? row->pdata[column] : "";
}

static PresserImportColumn
find_kind (const char *head)
{
  g_autofree char *small = g_utf8_strdown (head, -1);
  g_autofree char *padded = NULL;

  g_strstrip (small);
  g_strdelimit (small, " ", '_');
  padded = g_strdup_printf (" %s ", small);
  for (guint i = 0; i < PRESSER_IMPORT_N_COLUMNS && *small != '\0'; i++)
    if (strstr (heads[i], padded) != NULL)
      return i;

  return PRESSER_IMPORT_N_COLUMNS;
}

/* Without heads: the column with the most text. */
static int
find_longest (GPtrArray *rows)
{
  gsize best_size = 0;
  int   best = -1;
  guint width = ((GPtrArray *) rows->pdata[0])->len;

  for (guint column = 0; column < width; column++)
    {
      gsize size = 0;

      for (guint i = 0; i < MIN (rows->len, 100); i++)
        size += strlen (get_cell (rows->pdata[i], (int) column));
      if (size > best_size)
        {
          best_size = size;
          best = (int) column;
        }
    }

  return best;
}

static gboolean
is_clock (const char *text)
{
  PresserClock clock;

  text += strspn (text, " ");
  return presser_clock_parse (text, text + strlen (text), &clock) > 0 && strchr (text, ':') != NULL;
}

static gboolean
repeats (GPtrArray *rows,
         int        column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (seen, (gpointer) get_cell (rows->pdata[i], column));

  return g_hash_table_size (seen) * 2 <= rows->len;
}

/* Short texts that repeat are names. */
static void
find_headless (GPtrArray *rows,
               Layout    *layout)
{
  const GPtrArray *first = rows->pdata[0];

  layout->columns[PRESSER_IMPORT_COLUMN_TEXT] = find_longest (rows);
  for (guint i = 0; i < first->len; i++)
    {
      const char *cell = first->pdata[i];

      if ((int) i == layout->columns[PRESSER_IMPORT_COLUMN_TEXT])
        continue;
      if (is_clock (cell))
        layout->columns[layout->columns[PRESSER_IMPORT_COLUMN_START] < 0 ? PRESSER_IMPORT_COLUMN_START : PRESSER_IMPORT_COLUMN_END] = (int) i;
      else if (layout->columns[PRESSER_IMPORT_COLUMN_SPEAKER] < 0 && g_unichar_isalpha (g_utf8_get_char (cell)) && strlen (cell) < 60
               && repeats (rows, (int) i))
        layout->columns[PRESSER_IMPORT_COLUMN_SPEAKER] = (int) i;
    }
}

/* start and end in whole numbers: whisper writes milliseconds. */
static gboolean
counts_milliseconds (GPtrArray    *rows,
                     const Layout *layout)
{
  const GPtrArray *last = rows->pdata[rows->len - 1];
  const char      *start = get_cell (last, layout->columns[PRESSER_IMPORT_COLUMN_START]);
  gsize            n_bytes = 0;

  if (*start == '\0' || strspn (start, "0123456789") != strlen (start))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    n_bytes += strlen (get_cell (rows->pdata[i], layout->columns[PRESSER_IMPORT_COLUMN_TEXT]));

  return g_ascii_strtod (start, NULL) > 10.0 * ((double) n_bytes / 15 + 60);
}

/* Whether the cells of the first row name columns and are not the first thing said. */
static gboolean
names_columns (const GPtrArray *first)
{
  for (guint i = 0; i < first->len; i++)
    if (find_kind (first->pdata[i]) != PRESSER_IMPORT_N_COLUMNS)
      return TRUE;

  return FALSE;
}

static void
take_columns (Layout          *layout,
              const int       *columns,
              const GPtrArray *first)
{
  layout->has_head = names_columns (first);
  layout->is_certain = TRUE;
  for (guint i = 0; i < PRESSER_IMPORT_N_COLUMNS; i++)
    layout->columns[i] = columns[i];
}

static Layout
find_layout (GPtrArray *rows,
             const int *chosen)
{
  Layout           layout = { .columns = { -1, -1, -1, -1, -1 } };
  const GPtrArray *first = rows->pdata[0];

  for (guint i = 0; chosen == NULL && i < first->len; i++)
    {
      PresserImportColumn kind = find_kind (first->pdata[i]);

      if (kind != PRESSER_IMPORT_N_COLUMNS && layout.columns[kind] < 0)
        layout.columns[kind] = (int) i;
      layout.has_head = layout.has_head || kind != PRESSER_IMPORT_N_COLUMNS;
    }
  layout.is_certain = layout.columns[PRESSER_IMPORT_COLUMN_TEXT] >= 0;
  if (chosen != NULL)
    take_columns (&layout, chosen, first);
  else if (!layout.has_head)
    find_headless (rows, &layout);
  else if (layout.columns[PRESSER_IMPORT_COLUMN_TEXT] < 0)
    layout.columns[PRESSER_IMPORT_COLUMN_TEXT] = find_longest (rows);
  if (layout.columns[PRESSER_IMPORT_COLUMN_TEXT] == layout.columns[PRESSER_IMPORT_COLUMN_SPEAKER])
    layout.columns[PRESSER_IMPORT_COLUMN_SPEAKER] = -1;
  layout.is_in_milliseconds = counts_milliseconds (rows, &layout);

  return layout;
}

static gint32
get_time (const Layout       *layout,
          const GPtrArray    *row,
          PresserImportColumn column)
{
  const char  *cell = get_cell (row, layout->columns[column]);
  PresserClock clock;
  char        *stop;
  double       number;

  cell += strspn (cell, " ");
  if (strchr (cell, ':') != NULL && presser_clock_parse (cell, cell + strlen (cell), &clock) > 0)
    return (gint32) clock.time;
  number = g_ascii_strtod (cell, &stop);
  if (stop == cell || *stop != '\0')
    return PRESSER_TIME_UNKNOWN;

  return (gint32) presser_clock_from_seconds (layout->is_in_milliseconds ? number / 1000 : number);
}

static void
add_row (PresserScript   *script,
         const Layout    *layout,
         const GPtrArray *row)
{
  g_autofree char *speaker = g_strstrip (g_strdup (get_cell (row, layout->columns[PRESSER_IMPORT_COLUMN_SPEAKER])));
  g_autofree char *decoded = presser_markup_decode_entities (get_cell (row, layout->columns[PRESSER_IMPORT_COLUMN_TEXT]), -1);
  g_auto (GStrv) parts = g_strsplit (decoded, "\n", -1);
  const char *title = get_cell (row, layout->columns[PRESSER_IMPORT_COLUMN_TITLE]);
  gboolean    is_first = TRUE;

  if (g_str_has_suffix (speaker, ":"))
    speaker[strlen (speaker) - 1] = '\0';
  if (*title != '\0')
    {
      PresserLine *heading = presser_script_add_line (script, title, -1, PRESSER_LINE_PARAGRAPH | PRESSER_LINE_FIXED);

      if (heading != NULL)
        heading->kind = PRESSER_PARAGRAPH_HEADING;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      PresserLine *line;

      if (is_first && *speaker != '\0')
        line = presser_script_add_turn (script, speaker, parts[i], -1);
      else
        line = presser_script_add_line (script, parts[i], -1,
                                        PRESSER_LINE_PARAGRAPH | (layout->columns[PRESSER_IMPORT_COLUMN_SPEAKER] >= 0 ? PRESSER_LINE_FIXED : 0));
      if (line == NULL)
        continue;
      line->start_time = get_time (layout, row, PRESSER_IMPORT_COLUMN_START);
      line->end_time = get_time (layout, row, PRESSER_IMPORT_COLUMN_END);
      is_first = FALSE;
    }
}

static void
report_columns (PresserImportReport *report,
                const GPtrArray     *first,
                const Layout        *layout)
{
  char **labels = g_new0 (char *, first->len + 1);

  for (guint i = 0; i < first->len; i++)
    labels[i] = g_strdup (first->pdata[i]);
  presser_import_report_set_columns (report, labels, layout->columns, layout->is_certain);
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (PresserMetadata) metadata = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gsize            length;
  g_autofree char *text = presser_import_decode (bytes, name, options, &length, &metadata, report, error);
  char             separator;
  Layout           layout;

  if (text == NULL)
    return NULL;
  separator = presser_table_guess_separator (text);
  rows = separator != 0 ? presser_table_read (text, separator, G_MAXUINT) : NULL;
  if (rows == NULL || rows->len == 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is no table: no separator parts its lines into columns."), name);
      return NULL;
    }

  layout = find_layout (rows, options->columns);
  report_columns (report, rows->pdata[0], &layout);
  presser_script_set_captions (script, layout.columns[PRESSER_IMPORT_COLUMN_SPEAKER] < 0 && layout.columns[PRESSER_IMPORT_COLUMN_START] >= 0);
  for (guint i = layout.has_head ? 1 : 0; i < rows->len; i++)
    add_row (script, &layout, rows->pdata[i]);
  if (presser_script_is_empty (script))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is a table without any text in it."), name);
      return NULL;
    }

  return presser_script_finish (script, metadata, options, report);
}

/* Time, name, text: the same column of every row is a stamp. */
static gboolean
has_clocks (GPtrArray *rows)
{
  const GPtrArray *first = rows->pdata[0];

  for (guint column = 0; first->len >= 3 && column < first->len; column++)
    {
      guint n = 0;

      for (guint i = 0; i < rows->len; i++)
        n += ((GPtrArray *) rows->pdata[i])->len == first->len && is_clock (get_cell (rows->pdata[i], (int) column));
      if (n == rows->len)
        return TRUE;
    }

  return FALSE;
}

/* Prose has commas too: a head must be known, or rows must agree in width and the name say so. */
static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);
  g_autoptr (GPtrArray) rows = NULL;
  char             separator = text != NULL && *text != '\0' ? presser_table_guess_separator (text) : 0;
  guint            n_known = 0;
  const GPtrArray *first;

  if (separator == 0)
    return 0;
  rows = presser_table_read (text, separator, 3);
  if (rows->len < 2)
    return 0;
  first = rows->pdata[0];
  for (guint i = 0; i < first->len; i++)
    n_known += find_kind (first->pdata[i]) != PRESSER_IMPORT_N_COLUMNS;
  if (n_known >= 2)
    return 75;
  if (n_known == 0 && has_clocks (rows))
    return 65;
  if (g_str_has_suffix (small, ".csv") || g_str_has_suffix (small, ".tsv") || g_str_has_suffix (small, ".tab"))
    return n_known == 1 ? 60 : 45;

  return 0;
}

const PresserImporter presser_import_table = {
  .id = "csv",
  .description = N_ ("Table (CSV, TSV)"),
  .patterns = "*.csv;*.tsv;*.tab",
  .score = score,
  .import = import,
};
