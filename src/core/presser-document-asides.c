/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the text keeps its character: every character that was loaded has an identity, its place in the store
 * (presser-text.h), and loaded characters never change their order. */

#include "presser-document-private.h"

/**
 * presser_document_set_asides:
 * @self: a document that was not changed yet
 * @asides: (element-type PresserAside): notes, noises and the like, in text order
 *
 * To be called once, by whoever reads a file.
 */
void
presser_document_set_asides (PresserDocument *self,
                             GPtrArray       *asides)
{
  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (asides != NULL);

  g_clear_pointer (&self->asides, g_ptr_array_unref);
  self->asides = g_ptr_array_ref (asides);
  self->n_loaded = presser_text_get_length (self->text);
}

/* Where the character of that identity stands; if it is gone, the next one that was loaded. Identities and places only
 * grow from one call to the next. */
static guint
find_place (const PresserPiece *pieces,
            guint               n_pieces,
            guint               n_loaded,
            guint               identity,
            guint              *index,
            guint              *position)
{
  for (; *index < n_pieces; (*index)++)
    {
      PresserPiece piece = pieces[*index];

      if (piece.store_start < n_loaded && identity < piece.store_start + piece.length)
        return *position + (identity > piece.store_start ? identity - piece.store_start : 0);
      *position += piece.length;
    }
  return *position;
}

/**
 * presser_document_dup_asides:
 * @self: a document
 * @range: in code points; both ends count
 *
 * Returns: (transfer full) (element-type PresserAside): copies of what stands beside that part of the text, each where it
 *   is now, in text order
 */
GPtrArray *
presser_document_dup_asides (PresserDocument *self,
                             PresserRange     range)
{
  GPtrArray          *result = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_aside_free);
  guint               n_pieces;
  const PresserPiece *pieces;
  guint               index = 0;
  guint               position = 0;
  guint               i;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), result);

  pieces = presser_text_get_pieces (self->text, &n_pieces);
  for (i = 0; self->asides != NULL && i < self->asides->len; i++)
    {
      const PresserAside *aside = self->asides->pdata[i];
      guint               place = find_place (pieces, n_pieces, self->n_loaded, aside->position, &index, &position);

      if (place > range.end)
        break;
      if (place >= range.start)
        g_ptr_array_add (result, presser_aside_new (place, aside->kind, aside->text));
    }
  return result;
}

/**
 * presser_document_has_asides:
 * @self: a document
 *
 * Returns: whether anything stands beside the text
 */
gboolean
presser_document_has_asides (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), FALSE);

  return self->asides != NULL && self->asides->len > 0;
}
