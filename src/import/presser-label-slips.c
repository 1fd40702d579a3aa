/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A rare label is a slip of a frequent one if both have the same letters, or, for offices and the word for question,
 * if one letter differs. Names that differ by a letter are two people as often as one. */

#include "presser-label-slips.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-words.h"

#define MAX_OFFICES 50
#define MIN_LETTERS 6
#define MAX_RARE    2

static char *
squash (const char *text,
        gsize       length)
{
  g_autofree char *key = presser_text_make_key (text, length);
  GString         *letters = g_string_new (NULL);

  for (const char *place = key; *place != '\0'; place = g_utf8_next_char (place))
    if (g_unichar_isalnum (g_utf8_get_char (place)))
      g_string_append_unichar (letters, g_utf8_get_char (place));

  return g_string_free (letters, FALSE);
}

/**
 * presser_label_is_torn_question:
 * @text: a label
 * @length: its bytes
 *
 * Returns: whether its letters alone are a word for question
 */
gboolean
presser_label_is_torn_question (const char *text,
                                gsize       length)
{
  g_autofree char *letters = length <= 40 ? squash (text, length) : NULL;

  return letters != NULL && strlen (letters) >= MIN_LETTERS && presser_word_is_question (letters, strlen (letters));
}

/**
 * presser_label_slips_init:
 * @self: zeroed
 * @script: whose strong labels are known
 */
void
presser_label_slips_init (PresserLabelSlips   *self,
                          const PresserScript *script)
{
  self->squashed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->offices = g_ptr_array_new ();
  for (guint i = 0; i < script->labels->len; i++)
    {
      PresserLabel     *label = script->labels->pdata[i];
      PresserLabelShape shape;

      if (!label->is_strong || label->n < 2)
        continue;
      g_hash_table_insert (self->squashed, squash (label->text, strlen (label->text)), label);
      shape = presser_label_get_shape (label->text, strlen (label->text));
      if ((shape.is_role || shape.is_question) && self->offices->len < MAX_OFFICES)
        g_ptr_array_add (self->offices, label);
    }
}

/**
 * presser_label_slips_clear:
 * @self: initialised or zeroed
 */
void
presser_label_slips_clear (PresserLabelSlips *self)
{
  g_clear_pointer (&self->squashed, g_hash_table_unref);
  g_clear_pointer (&self->offices, g_ptr_array_unref);
}

/* Whether one letter more, less or other makes one of the other; digits count who is meant. */
static gboolean
differ_by_a_letter (const char *one,
                    const char *other)
{
  gsize length = strlen (one), other_length = strlen (other), head = 0, tail = 0;

  if (MAX (length, other_length) - MIN (length, other_length) > 1 || MIN (length, other_length) < MIN_LETTERS)
    return FALSE;
  while (head < MIN (length, other_length) && one[head] == other[head])
    head++;
  while (tail < MIN (length, other_length) - head && one[length - 1 - tail] == other[other_length - 1 - tail])
    tail++;
  if (strpbrk (one, "0123456789") != NULL || strpbrk (other, "0123456789") != NULL)
    return FALSE;

  return MAX (length, other_length) - head - tail <= 1;
}

/**
 * presser_label_slips_find:
 * @self: what it may be a slip of
 * @label: a label
 *
 * Returns: (transfer none) (nullable): the label that was meant, or %NULL
 */
PresserLabel *
presser_label_slips_find (const PresserLabelSlips *self,
                          const PresserLabel      *label)
{
  g_autofree char *letters = NULL;
  PresserLabel    *same;

  if (label->n > MAX_RARE || strlen (label->text) > 120)
    return NULL;
  letters = squash (label->text, strlen (label->text));
  same = strlen (letters) >= MIN_LETTERS ? g_hash_table_lookup (self->squashed, letters) : NULL;
  if (same != NULL)
    return same != label && same->n > label->n ? same : NULL;
  for (guint i = 0; i < self->offices->len; i++)
    {
      PresserLabel    *office = self->offices->pdata[i];
      g_autofree char *office_letters = squash (office->text, strlen (office->text));

      if (office != label && office->n > label->n && differ_by_a_letter (letters, office_letters))
        return office;
    }

  return NULL;
}
