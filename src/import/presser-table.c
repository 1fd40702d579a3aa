/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-table.h"

#include <string.h>

#define GUESS_ROWS 40

static const char separators[] = { '\t', ',', ';', '|' };

/* One cell; gives where the next begins, at the separator, the line end or the end of the text. */
static const char *
read_cell (const char *text,
           char        separator,
           GString    *cell)
{
  gboolean is_quoted = *text == '"';

  if (!is_quoted)
    {
      const char *end = text;

      while (*end != '\0' && *end != '\n' && *end != separator)
        end++;
      g_string_append_len (cell, text, end - text);
      return end;
    }

  for (text++; *text != '\0'; text++)
    {
      if (*text == '"' && text[1] == '"')
        text++;
      else if (*text == '"')
        {
          text++;
          break;
        }
      g_string_append_c (cell, *text);
    }
  while (*text != '\0' && *text != '\n' && *text != separator)
    g_string_append_c (cell, *text++);

  return text;
}

static void
unref_row (gpointer row)
{
  g_ptr_array_unref (row);
}

/**
 * presser_table_read:
 * @text: a table
 * @separator: between its cells
 * @max_rows: read no more than these
 *
 * Returns: (transfer full) (element-type GPtrArray): rows of cells; quotes may hold separators and line ends, empty rows are left out
 */
GPtrArray *
presser_table_read (const char *text,
                    char        separator,
                    guint       max_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (unref_row);
  g_autoptr (GString) cell = g_string_new (NULL);

  while (*text != '\0' && rows->len < max_rows)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
      gboolean   ends_row = FALSE;

      while (!ends_row)
        {
          text = read_cell (text, separator, cell);
          g_ptr_array_add (row, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          ends_row = *text != separator;
          if (*text != '\0')
            text++;
        }
      if (row->len == 1 && *(const char *) row->pdata[0] == '\0')
        g_ptr_array_unref (row);
      else
        g_ptr_array_add (rows, row);
    }

  return rows;
}

/**
 * presser_table_guess_separator:
 * @text: a table
 *
 * Returns: the separator that gives most rows the same number of cells, 0 if none gives more than one
 */
char
presser_table_guess_separator (const char *text)
{
  char  best = 0;
  guint best_rate = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autoptr (GPtrArray) rows = presser_table_read (text, separators[i], GUESS_ROWS);
      guint width = rows->len > 0 ? ((GPtrArray *) rows->pdata[0])->len : 0;
      guint n_alike = 0, rate;

      for (guint j = 0; j < rows->len; j++)
        n_alike += ((GPtrArray *) rows->pdata[j])->len == width;
      rate = width > 1 && n_alike * 10 >= rows->len * 8 ? n_alike * MIN (width, 8) : 0;
      if (rate > best_rate)
        {
          best_rate = rate;
          best = separators[i];
        }
    }

  return best;
}
