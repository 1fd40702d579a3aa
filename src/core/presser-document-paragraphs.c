/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document-private.h"

#include <glib/gi18n-lib.h>

/**
 * presser_document_get_n_paragraphs:
 * @self: a document
 *
 * Returns: how many paragraphs there are, at least one: as many as lines of text
 */
guint
presser_document_get_n_paragraphs (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), 0);

  return self->paragraphs->len;
}

/**
 * presser_document_get_paragraph:
 * @self: a document
 * @index: which one, from 0
 *
 * Returns: (transfer none): the paragraph
 */
PresserParagraph *
presser_document_get_paragraph (PresserDocument *self,
                                guint            index)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index < self->paragraphs->len, NULL);

  return self->paragraphs->pdata[index];
}

/**
 * presser_document_get_paragraph_range:
 * @self: a document
 * @index: which one, from 0
 *
 * Returns: where it lies, in code points, without the line end
 */
PresserRange
presser_document_get_paragraph_range (PresserDocument *self,
                                      guint            index)
{
  PresserRange range = { 0, 0 };

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), range);
  g_return_val_if_fail (index < self->lines->len, range);

  range.start = g_array_index (self->lines, guint, index);
  range.end = index + 1 < self->lines->len ? g_array_index (self->lines, guint, index + 1) - 1
                                           : presser_text_get_length (self->text);
  return range;
}

/**
 * presser_document_find_paragraph:
 * @self: a document
 * @position: a place, in code points
 *
 * Returns: index of the paragraph that holds it, its end included; the last one for places behind the text
 */
guint
presser_document_find_paragraph (PresserDocument *self,
                                 guint            position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), 0);

  high = self->lines->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * presser_document_replace_paragraph:
 * @self: a document
 * @index: which one, from 0
 * @paragraph: what it is from now on; the text stays
 */
void
presser_document_replace_paragraph (PresserDocument  *self,
                                    guint             index,
                                    PresserParagraph *paragraph)
{
  GPtrArray *out;
  GPtrArray *in;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (index < self->paragraphs->len);
  g_return_if_fail (PRESSER_IS_PARAGRAPH (paragraph));

  if (!presser_document_can_change (self) || self->paragraphs->pdata[index] == paragraph)
    return;
  out = g_ptr_array_new_with_free_func (g_object_unref);
  in = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (out, g_object_ref (self->paragraphs->pdata[index]));
  g_ptr_array_add (in, g_object_ref (paragraph));
  presser_history_begin (self->history, _ ("Change paragraph"));
  presser_history_perform (self->history, presser_change_new_paragraphs (index, out, in));
  presser_history_end (self->history);
}

void
presser_document_change_paragraphs (PresserDocument       *self,
                                    PresserParagraphChange change,
                                    gpointer               user_data)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) in = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0;
  guint n_needed = 0;
  guint i;

  /* One stretch from the first that changes to the last. */
  for (i = 0; i < self->paragraphs->len; i++)
    {
      PresserParagraph *paragraph = self->paragraphs->pdata[i];
      PresserParagraph *changed = change (paragraph, user_data);

      if (changed == NULL && out->len == 0)
        continue;
      if (out->len == 0)
        first = i;
      g_ptr_array_add (out, g_object_ref (paragraph));
      g_ptr_array_add (in, changed != NULL ? changed : g_object_ref (paragraph));
      if (changed != NULL)
        n_needed = out->len;
    }
  if (n_needed == 0)
    return;
  g_ptr_array_set_size (out, (int) n_needed);
  g_ptr_array_set_size (in, (int) n_needed);
  presser_history_perform (self->history,
                           presser_change_new_paragraphs (first, g_steal_pointer (&out), g_steal_pointer (&in)));
}

typedef struct
{
  const char *turn_id;
  const char *speaker_id;
} TurnSpeaker;

static PresserParagraph *
give_turn (PresserParagraph *paragraph,
           gpointer          user_data)
{
  TurnSpeaker *turn = user_data;

  if (g_strcmp0 (presser_paragraph_get_turn (paragraph), turn->turn_id) != 0
      || g_strcmp0 (presser_paragraph_get_speaker (paragraph), turn->speaker_id) == 0)
    return NULL;
  return presser_paragraph_with_turn (paragraph, turn->turn_id, turn->speaker_id);
}

/**
 * presser_document_set_turn_speaker:
 * @self: a document
 * @turn_id: the id that the turn's paragraphs share
 * @speaker_id: (nullable): who speaks
 */
void
presser_document_set_turn_speaker (PresserDocument *self,
                                   const char      *turn_id,
                                   const char      *speaker_id)
{
  TurnSpeaker turn = { turn_id, speaker_id };

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (turn_id != NULL);

  if (!presser_document_can_change (self))
    return;
  presser_history_begin (self->history, _ ("Change speaker of turn"));
  presser_document_change_paragraphs (self, give_turn, &turn);
  presser_history_end (self->history);
}
