/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "presser-range.h"

G_BEGIN_DECLS

/* The transcript's characters as a piece table. Every character that ever stood in the text has an
 * identity of its own: its place in a store that only grows. The text as loaded is the store's
 * beginning; what is typed later is put behind it. So whoever remembers the pieces at the time of
 * reading or saving can tell of each character whether it stood in that file, and where, across
 * any number of edits and undos. Two snapshots of one text never hold two common characters in
 * different order. */

#define PRESSER_TYPE_TEXT (presser_text_get_type ())
G_DECLARE_FINAL_TYPE (PresserText, presser_text, PRESSER, TEXT, GObject)

/**
 * PresserPiece:
 * @store_start: identity of the piece's first character, a place in the store (code points)
 * @length: characters in the piece; their identities are consecutive
 */
typedef struct
{
  guint store_start;
  guint length;
} PresserPiece;

/* What goes in is cleaned: invalid UTF-8 and characters that XML cannot hold become U+FFFD, CR LF and CR
 * become LF. Valid text without CR keeps its number of code points. */
PresserText *presser_text_new (const char *utf8,
                               gssize      n_bytes);
guint        presser_text_get_length (PresserText *self);
/* How many characters were ever stored: what was loaded and all that came later. */
guint    presser_text_get_n_stored (PresserText *self);
gunichar presser_text_get_character (PresserText *self,
                                     guint        position);
char    *presser_text_dup_slice (PresserText *self,
                                 PresserRange range);
char    *presser_text_dup (PresserText *self);

/* Pieces in text order; the array is borrowed and valid until the next edit. */
const PresserPiece *presser_text_get_pieces (PresserText *self,
                                             guint       *n_pieces);
/* A copy that stays: GArray of PresserPiece. */
GArray *presser_text_dup_pieces (PresserText *self);
GArray *presser_text_dup_pieces_in (PresserText *self,
                                    PresserRange range);
/* UTF-8 of stored characters, whether or not they stand in the text now. */
char *presser_text_dup_stored (PresserText *self,
                               PresserPiece piece);

/* Puts new characters into the store and gives the piece that holds them; the text stays as it is. */
PresserPiece presser_text_store (PresserText *self,
                                 const char  *utf8,
                                 gssize       n_bytes);
/* Replaces a range by pieces; undo is the same call with the pieces that were there. */
void presser_text_replace (PresserText        *self,
                           PresserRange        range,
                           const PresserPiece *pieces,
                           guint               n_pieces);

G_END_DECLS
