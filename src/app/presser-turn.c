/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-turn.h"

#include <glib/gi18n-lib.h>

#include "presser-unit.h"

/**
 * presser_turn_find:
 * @document: a document
 * @position: in code points
 * @paragraph: (out): index of a paragraph of the turn
 *
 * Returns: %FALSE if nobody's turn is there
 */
gboolean
presser_turn_find (PresserDocument *document,
                   guint            position,
                   guint           *paragraph)
{
  guint             index = presser_document_find_paragraph (document, position);
  PresserParagraph *here = presser_document_get_paragraph (document, index);

  if (presser_paragraph_get_kind (here) == PRESSER_PARAGRAPH_LABEL && index + 1 < presser_document_get_n_paragraphs (document))
    index++;
  *paragraph = index;
  return presser_paragraph_get_turn (presser_document_get_paragraph (document, index)) != NULL;
}

/* Those that lie in the turn whole and are in the name of whose turn it was; others were told apart on purpose. */
static guint
give_statements (PresserDocument *document,
                 PresserRange     turn,
                 const char      *from,
                 const char      *to)
{
  g_autoptr (GPtrArray) touching = presser_document_dup_statements_touching (document, turn);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) in = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < touching->len; i++)
    {
      PresserStatement *statement = touching->pdata[i];
      PresserRange      extent = presser_statement_get_extent (statement);

      if (g_strcmp0 (presser_statement_get_speaker (statement), from) != 0 || extent.start < turn.start || extent.end > turn.end)
        continue;
      g_ptr_array_add (out, statement);
      g_ptr_array_add (in, presser_statement_with_speaker (statement, to));
    }
  if (out->len > 0)
    presser_document_swap_statements (document, out, in);
  return out->len;
}

/**
 * presser_turn_give:
 * @document: a document
 * @paragraph: index of a paragraph of the turn
 * @speaker_id: (nullable): whose turn it is from now on
 * @n_statements: (out): how many statements went along
 *
 * One step to undo.
 *
 * Returns: whether that changed anything
 */
gboolean
presser_turn_give (PresserDocument *document,
                   guint            paragraph,
                   const char      *speaker_id,
                   guint           *n_statements)
{
  PresserHistory   *history = presser_document_get_history (document);
  PresserParagraph *before = presser_document_get_paragraph (document, paragraph);
  g_autofree char  *turn = g_strdup (presser_paragraph_get_turn (before));
  g_autofree char  *from = g_strdup (presser_paragraph_get_speaker (before));
  PresserRange      range = presser_unit_find (document, PRESSER_UNIT_TURN,
                                               presser_document_get_paragraph_range (document, paragraph));

  *n_statements = 0;
  if (turn == NULL || g_strcmp0 (from, speaker_id) == 0)
    return FALSE;
  presser_history_begin (history, _ ("Change speaker of turn"));
  presser_document_set_turn_speaker (document, turn, speaker_id);
  *n_statements = give_statements (document, range, from, speaker_id);
  presser_history_end (history);
  return TRUE;
}
