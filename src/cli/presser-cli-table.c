/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/ioctl.h>
#include <unistd.h>

#include "presser-cli-table.h"

#define MIN_LAST_WIDTH 20
#define MAX_CELL_WIDTH 32
/* Rows that are looked at to find how wide columns are. */
#define MEASURED_ROWS 1000

struct _PresserCliTable
{
  guint      n_columns;
  GPtrArray *cells;  /* char *, row by row, the headings first: what is not printed yet */
  guint     *widths; /* NULL until something was printed */
};

PresserCliTable *
presser_cli_table_new (const char *const *headings,
                       guint              n_columns)
{
  PresserCliTable *self = g_new0 (PresserCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  presser_cli_table_add (self, headings);

  return self;
}

void
presser_cli_table_free (PresserCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self);
}

/* Control characters of ASCII, and what may begin one of Latin 1. */
static gboolean
is_clean (const char *cell)
{
  for (const guchar *p = (const guchar *) cell; *p != '\0'; p++)
    if (*p < 0x20 || *p == 0x7F || *p == 0xC2)
      return FALSE;

  return TRUE;
}

/* A cell is one line, and nothing in it steers the terminal. */
static char *
clean (const char *cell)
{
  g_autoptr (GString) clean = NULL;

  if (is_clean (cell))
    return g_strdup (cell);

  clean = g_string_new (NULL);
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

void
presser_cli_table_add (PresserCliTable   *self,
                       const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, clean (cells[i]));
}

static guint
get_character_width (gunichar character)
{
  if (character < 0x80)
    return 1;
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

static guint
get_width (const char *cell)
{
  guint width = 0;

  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    width += get_character_width (g_utf8_get_char (p));

  return width;
}

static void
append_cell (GString    *output,
             const char *cell,
             guint       width,
             gboolean    is_padded)
{
  guint used = 0;
  guint whole = is_padded || width != G_MAXUINT ? get_width (cell) : 0;

  if (whole > width)
    {
      for (const char *p = cell; used + get_character_width (g_utf8_get_char (p)) < width; p = g_utf8_next_char (p))
        {
          g_string_append_unichar (output, g_utf8_get_char (p));
          used += get_character_width (g_utf8_get_char (p));
        }

      g_string_append (output, "…");
      used++;
    }
  else
    {
      g_string_append (output, cell);
      used = whole;
    }

  for (; is_padded && used < width + 2; used++)
    g_string_append_c (output, ' ');
}

static guint
get_line_width (void)
{
  struct winsize size;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;

  return G_MAXUINT;
}

static guint *
measure_columns (PresserCliTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);
  guint  taken = 0;
  guint  line_width = get_line_width ();

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *width = &widths[i % self->n_columns];

      /* The last one takes what is left. */
      if (*width < MAX_CELL_WIDTH && i % self->n_columns + 1 < self->n_columns)
        *width = MAX (*width, MIN (get_width (g_ptr_array_index (self->cells, i)), MAX_CELL_WIDTH));
    }

  for (guint i = 0; i + 1 < self->n_columns; i++)
    taken += widths[i] + 2;

  if (line_width == G_MAXUINT)
    widths[self->n_columns - 1] = G_MAXUINT;
  else
    widths[self->n_columns - 1] = line_width > taken + MIN_LAST_WIDTH ? line_width - taken : MIN_LAST_WIDTH;

  return widths;
}

gboolean
presser_cli_table_is_due (PresserCliTable *self)
{
  return self->widths != NULL || self->cells->len > MEASURED_ROWS * self->n_columns;
}

GString *
presser_cli_table_print (PresserCliTable *self)
{
  GString *output = g_string_new (NULL);

  if (self->widths == NULL)
    self->widths = measure_columns (self);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint    column = i % self->n_columns;
      gboolean is_last = column + 1 == self->n_columns;

      append_cell (output, g_ptr_array_index (self->cells, i), self->widths[column], !is_last);
      if (is_last)
        g_string_append_c (output, '\n');
    }
  g_ptr_array_set_size (self->cells, 0);

  return output;
}
