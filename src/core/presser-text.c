/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece table. The piece list is canonical: neighbours whose identities follow each other are one
 * piece, so the list depends on the characters alone and undo gives back exactly the list that was. */

#include "presser-text.h"

#include <string.h>

#include "presser-store-private.h"
#include "presser-strings-private.h"

struct _PresserText
{
  GObject parent_instance;

  PresserStore *store;
  GArray       *pieces; /* of PresserPiece, none empty */
  GArray       *starts; /* of guint: where each piece begins in the text, and behind them the text's length */
};

G_DEFINE_FINAL_TYPE (PresserText, presser_text, G_TYPE_OBJECT)

static void
presser_text_finalize (GObject *object)
{
  PresserText *self = PRESSER_TEXT (object);

  presser_store_free (self->store);
  g_array_unref (self->pieces);
  g_array_unref (self->starts);
  G_OBJECT_CLASS (presser_text_parent_class)->finalize (object);
}

static void
presser_text_class_init (PresserTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_text_finalize;
}

static void
presser_text_init (PresserText *self)
{
  guint start = 0;

  self->store = presser_store_new ();
  self->pieces = g_array_new (FALSE, FALSE, sizeof (PresserPiece));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->starts, start);
}

static PresserPiece
get_piece (PresserText *self,
           guint        index)
{
  return g_array_index (self->pieces, PresserPiece, index);
}

static guint
get_start (PresserText *self,
           guint        index)
{
  return g_array_index (self->starts, guint, index);
}

/* The piece that holds the character at @position; the number of pieces for the end of the text. */
static guint
find_piece (PresserText *self,
            guint        position)
{
  guint low = 0;
  guint high = self->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (self, middle + 1) <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append_piece (GArray      *pieces,
              PresserPiece piece)
{
  PresserPiece *last = pieces->len > 0 ? &g_array_index (pieces, PresserPiece, pieces->len - 1) : NULL;

  if (piece.length == 0)
    return;
  if (last != NULL && last->store_start + last->length == piece.store_start)
    last->length += piece.length;
  else
    g_array_append_val (pieces, piece);
}

/* Adds what the text holds in @range. */
static void
append_range (PresserText *self,
              GArray      *pieces,
              PresserRange range)
{
  guint i;

  for (i = find_piece (self, range.start); i < self->pieces->len && get_start (self, i) < range.end; i++)
    {
      PresserPiece piece = get_piece (self, i);
      guint        start = get_start (self, i);
      PresserRange part = presser_range_intersect (range, (PresserRange){ start, start + piece.length });

      append_piece (pieces, (PresserPiece){ piece.store_start + part.start - start, part.end - part.start });
    }
}

static void
update_starts (PresserText *self,
               guint        first)
{
  guint position = get_start (self, first);
  guint i;

  g_array_set_size (self->starts, self->pieces->len + 1);
  for (i = first; i <= self->pieces->len; i++)
    {
      g_array_index (self->starts, guint, i) = position;
      if (i < self->pieces->len)
        position += get_piece (self, i).length;
    }
}

static PresserRange
clip (PresserText *self,
      PresserRange range)
{
  return presser_range_intersect (range, (PresserRange){ 0, presser_text_get_length (self) });
}

/**
 * presser_text_new:
 * @utf8: the text as loaded
 * @n_bytes: its length in bytes, or -1 if it ends with NUL
 *
 * The text is cleaned first, as by presser_text_store().
 *
 * Returns: (transfer full): a text of one piece
 */
PresserText *
presser_text_new (const char *utf8,
                  gssize      n_bytes)
{
  PresserText *self;
  PresserPiece piece;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  self = g_object_new (PRESSER_TYPE_TEXT, NULL);
  piece = presser_text_store (self, utf8 != NULL ? utf8 : "", n_bytes);
  presser_text_replace (self, (PresserRange){ 0, 0 }, &piece, 1);
  return self;
}

/**
 * presser_text_get_length:
 * @self: a text
 *
 * Returns: how many code points there are
 */
guint
presser_text_get_length (PresserText *self)
{
  g_return_val_if_fail (PRESSER_IS_TEXT (self), 0);

  return get_start (self, self->pieces->len);
}

/**
 * presser_text_get_n_stored:
 * @self: a text
 *
 * Returns: how many characters were ever stored, whether or not they stand in the text; identities are smaller
 */
guint
presser_text_get_n_stored (PresserText *self)
{
  g_return_val_if_fail (PRESSER_IS_TEXT (self), 0);

  return presser_store_get_length (self->store);
}

/**
 * presser_text_get_character:
 * @self: a text
 * @position: a place, in code points
 *
 * Returns: the character there; 0 at and behind the end
 */
gunichar
presser_text_get_character (PresserText *self,
                            guint        position)
{
  guint index;
  guint place;

  g_return_val_if_fail (PRESSER_IS_TEXT (self), 0);

  if (position >= presser_text_get_length (self))
    return 0;
  index = find_piece (self, position);
  place = get_piece (self, index).store_start + position - get_start (self, index);
  return g_utf8_get_char (presser_store_get_pointer (self->store, place));
}

static void
append_stored (PresserText *self,
               GString     *string,
               PresserPiece piece)
{
  const char *start = presser_store_get_pointer (self->store, piece.store_start);
  const char *end = presser_store_get_pointer (self->store, piece.store_start + piece.length);

  g_string_append_len (string, start, end - start);
}

/**
 * presser_text_dup_slice:
 * @self: a text
 * @range: in code points; what lies outside the text is left away
 *
 * Returns: (transfer full): the characters there, UTF-8
 */
char *
presser_text_dup_slice (PresserText *self,
                        PresserRange range)
{
  g_autoptr (GArray) pieces = NULL;
  GString *string;
  guint    i;

  g_return_val_if_fail (PRESSER_IS_TEXT (self), NULL);

  pieces = presser_text_dup_pieces_in (self, range);
  string = g_string_sized_new (presser_range_get_length (clip (self, range)) + 1);
  for (i = 0; i < pieces->len; i++)
    append_stored (self, string, g_array_index (pieces, PresserPiece, i));
  return g_string_free (string, FALSE);
}

/**
 * presser_text_dup:
 * @self: a text
 *
 * Returns: (transfer full): all of it, UTF-8
 */
char *
presser_text_dup (PresserText *self)
{
  g_return_val_if_fail (PRESSER_IS_TEXT (self), NULL);

  return presser_text_dup_slice (self, (PresserRange){ 0, presser_text_get_length (self) });
}

/**
 * presser_text_get_pieces:
 * @self: a text
 * @n_pieces: (out) (optional): how many
 *
 * Returns: (array length=n_pieces): pieces in text order, valid until the next edit
 */
const PresserPiece *
presser_text_get_pieces (PresserText *self,
                         guint       *n_pieces)
{
  g_return_val_if_fail (PRESSER_IS_TEXT (self), NULL);

  if (n_pieces != NULL)
    *n_pieces = self->pieces->len;
  return (const PresserPiece *) (gpointer) self->pieces->data;
}

/**
 * presser_text_dup_pieces:
 * @self: a text
 *
 * Returns: (transfer full) (element-type PresserPiece): pieces in text order
 */
GArray *
presser_text_dup_pieces (PresserText *self)
{
  g_return_val_if_fail (PRESSER_IS_TEXT (self), NULL);

  return g_array_copy (self->pieces);
}

/**
 * presser_text_dup_pieces_in:
 * @self: a text
 * @range: in code points; what lies outside the text is left away
 *
 * Returns: (transfer full) (element-type PresserPiece): what makes up that range
 */
GArray *
presser_text_dup_pieces_in (PresserText *self,
                            PresserRange range)
{
  GArray *pieces;

  g_return_val_if_fail (PRESSER_IS_TEXT (self), NULL);

  pieces = g_array_new (FALSE, FALSE, sizeof (PresserPiece));
  append_range (self, pieces, clip (self, range));
  return pieces;
}

/**
 * presser_text_dup_stored:
 * @self: a text
 * @piece: characters of the store, whether or not they stand in the text now
 *
 * Returns: (transfer full): them, UTF-8
 */
char *
presser_text_dup_stored (PresserText *self,
                         PresserPiece piece)
{
  GString *string;

  g_return_val_if_fail (PRESSER_IS_TEXT (self), NULL);
  g_return_val_if_fail (piece.store_start <= presser_store_get_length (self->store), NULL);
  g_return_val_if_fail (piece.length <= presser_store_get_length (self->store) - piece.store_start, NULL);

  string = g_string_sized_new (piece.length + 1);
  append_stored (self, string, piece);
  return g_string_free (string, FALSE);
}

/**
 * presser_text_store:
 * @self: a text
 * @utf8: new characters
 * @n_bytes: their length in bytes, or -1 if they end with NUL
 *
 * What is stored is clean: bytes that are not UTF-8 and characters that XML cannot hold are U+FFFD, and
 * every line end is one "\n". Text without CR, and otherwise valid, keeps its number of code points.
 *
 * Returns: the piece that holds the characters; the text itself stays as it is
 */
PresserPiece
presser_text_store (PresserText *self,
                    const char  *utf8,
                    gssize       n_bytes)
{
  PresserPiece     piece = { 0, 0 };
  g_autofree char *clean = NULL;

  g_return_val_if_fail (PRESSER_IS_TEXT (self), piece);
  g_return_val_if_fail (utf8 != NULL, piece);

  clean = presser_strings_clean (utf8, n_bytes);
  piece.store_start = presser_store_get_length (self->store);
  piece.length = presser_store_append (self->store, clean, strlen (clean));
  return piece;
}

/**
 * presser_text_replace:
 * @self: a text
 * @range: what goes, in code points; inside the text
 * @pieces: (array length=n_pieces): what comes in its place
 * @n_pieces: how many
 *
 * Undo is the same call with the pieces that were there.
 */
void
presser_text_replace (PresserText        *self,
                      PresserRange        range,
                      const PresserPiece *pieces,
                      guint               n_pieces)
{
  g_autoptr (GArray) middle = NULL;
  guint first;
  guint end;
  guint i;

  g_return_if_fail (PRESSER_IS_TEXT (self));
  g_return_if_fail (range.start <= range.end && range.end <= presser_text_get_length (self));

  /* The neighbours are laid anew with what comes between them: they may be cut, or grow together with it. */
  first = range.start > 0 ? find_piece (self, range.start - 1) : 0;
  end = MIN (find_piece (self, range.end) + 1, self->pieces->len);
  middle = g_array_new (FALSE, FALSE, sizeof (PresserPiece));
  append_range (self, middle, (PresserRange){ get_start (self, first), range.start });
  for (i = 0; i < n_pieces; i++)
    append_piece (middle, pieces[i]);
  append_range (self, middle, (PresserRange){ range.end, get_start (self, end) });

  if (end > first)
    g_array_remove_range (self->pieces, first, end - first);
  g_array_insert_vals (self->pieces, first, middle->data, middle->len);
  update_starts (self, first);
}
