/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that are labels as a whole: headings that repeat, because somebody made a heading of every speaker, and the
 * first lines of captions. One look at all of them tells; a single one says nothing. */

#include "presser-script-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-words.h"

#define MAX_WORDS 6

static gboolean
is_name_line (const PresserScript *self,
              const PresserLine   *line)
{
  const char       *text = presser_line_text (self, line);
  PresserLabelShape shape;

  if (line->length > 200 || presser_character_ends_sentence (presser_text_last_character (text, presser_line_end (self, line))))
    return FALSE;
  shape = presser_label_get_shape (text, line->length);

  return shape.n_words >= 1 && shape.n_words <= MAX_WORDS && !shape.is_field
         && (shape.is_name || shape.is_capitals || shape.is_caseless || shape.is_machine);
}

/* Of the lines at @places: how many are names that come again. Gives the number of different ones. */
static guint
count_repeated (const PresserScript *self,
                GArray              *places,
                guint               *n_repeated)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       value;
  guint          n_different = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const PresserLine *line = presser_script_line (self, g_array_index (places, guint, i));
      char              *key;

      if (!is_name_line (self, line))
        continue;
      key = presser_text_make_key (presser_line_text (self, line), line->length);
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  *n_repeated = 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_UINT (value) >= 2)
      {
        *n_repeated += GPOINTER_TO_UINT (value);
        n_different++;
      }

  return n_different;
}

static void
make_label (PresserScript *self,
            PresserLine   *line)
{
  const char   *text = presser_line_text (self, line);
  gsize         length = line->length;
  PresserLabel *label;

  if (length > 1 && text[length - 1] == ':')
    length--;
  label = presser_script_intern_label (self, text, length, &line->label);
  label->is_given = label->is_used = TRUE;
  label->n++;
  line->flags |= PRESSER_LINE_PARAGRAPH | PRESSER_LINE_TURN | PRESSER_LINE_FIXED;
  line->kind = PRESSER_PARAGRAPH_BODY;
  line->skip = line->length;
}

/**
 * presser_label_lines_take:
 * @self: a script
 * @places: (element-type guint): lines that stand alone above others in the same way
 * @share: how many of ten must be names that repeat
 *
 * Makes labels of those that are names, if enough of them repeat.
 *
 * Returns: whether it did
 */
gboolean
presser_label_lines_take (PresserScript *self,
                          GArray        *places,
                          guint          share)
{
  guint n_repeated, n_different = count_repeated (self, places, &n_repeated);

  if (n_different < 2 || n_repeated * 10 < places->len * share)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      PresserLine *line = presser_script_line (self, g_array_index (places, guint, i));

      if (is_name_line (self, line))
        make_label (self, line);
    }

  return TRUE;
}

/**
 * presser_label_lines_find:
 * @self: a script with all its lines
 *
 * Makes labels of headings that repeat.
 */
void
presser_label_lines_find (PresserScript *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PresserLine *line = presser_script_line (self, i);

      if ((line->flags & PRESSER_LINE_FIXED) != 0 && line->kind == PRESSER_PARAGRAPH_HEADING)
        g_array_append_val (places, i);
    }
  if (places->len >= 4)
    presser_label_lines_take (self, places, 6);
}
