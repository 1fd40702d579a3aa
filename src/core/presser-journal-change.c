/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A change in words that hold in another run of the program: objects by id, places by position, characters
 * of the base by where they stand in it (so that the file's own markup around them is found again), all others
 * as text. */

#include "presser-journal-private.h"

#include "presser-document-private.h"

static int
compare_pieces (gconstpointer one,
                gconstpointer other)
{
  guint a = ((const PresserJournalPiece *) one)->store_start;
  guint b = ((const PresserJournalPiece *) other)->store_start;

  return (a > b) - (a < b);
}

GArray *
presser_journal_index_pieces (GArray *pieces)
{
  GArray *index = g_array_new (FALSE, FALSE, sizeof (PresserJournalPiece));
  guint   position = 0;
  guint   i;

  for (i = 0; i < pieces->len; i++)
    {
      PresserPiece        piece = g_array_index (pieces, PresserPiece, i);
      PresserJournalPiece entry = { piece.store_start, piece.length, position };

      g_array_append_val (index, entry);
      position += piece.length;
    }
  g_array_sort (index, compare_pieces);
  return index;
}

/* The first piece of the base that ends behind @store_start, or the number of them. */
static guint
find_piece (GArray *base_pieces,
            guint   store_start)
{
  guint low = 0;
  guint high = base_pieces->len;

  while (low < high)
    {
      guint                middle = low + (high - low) / 2;
      PresserJournalPiece *piece = &g_array_index (base_pieces, PresserJournalPiece, middle);

      if (piece->store_start + piece->length <= store_start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Adds the beginning of @piece that is wholly in the base or wholly not, and gives its length. */
static guint
add_part (GVariantBuilder *builder,
          PresserText     *text,
          GArray          *base_pieces,
          PresserPiece     piece)
{
  guint                i = find_piece (base_pieces, piece.store_start);
  PresserJournalPiece *found = i < base_pieces->len ? &g_array_index (base_pieces, PresserJournalPiece, i) : NULL;
  g_autofree char     *literal = NULL;
  guint                length = piece.length;

  if (found != NULL && found->store_start <= piece.store_start)
    {
      guint offset = piece.store_start - found->store_start;

      length = MIN (length, found->length - offset);
      g_variant_builder_add (builder, "(uus)", found->base_start + offset, length, "");
      return length;
    }
  if (found != NULL)
    length = MIN (length, found->store_start - piece.store_start);
  literal = presser_text_dup_stored (text, (PresserPiece){ piece.store_start, length });
  g_variant_builder_add (builder, "(uus)", PRESSER_JOURNAL_NOT_BASE, length, literal);
  return length;
}

static GVariant *
make_pieces (PresserText *text,
             GArray      *base_pieces,
             GArray      *pieces)
{
  GVariantBuilder builder;
  guint           i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uus)"));
  for (i = 0; i < pieces->len; i++)
    {
      PresserPiece piece = g_array_index (pieces, PresserPiece, i);

      while (piece.length > 0)
        {
          guint length = add_part (&builder, text, base_pieces, piece);

          piece.store_start += length;
          piece.length -= length;
        }
    }
  return g_variant_builder_end (&builder);
}

static void
put_statements (GVariantDict *dictionary,
                GPtrArray    *out,
                GPtrArray    *in)
{
  GVariantBuilder gone;
  GVariantBuilder come;
  guint           i;

  g_variant_builder_init (&gone, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&come, G_VARIANT_TYPE ("aa{sv}"));
  for (i = 0; out != NULL && i < out->len; i++)
    g_variant_builder_add (&gone, "s", presser_statement_get_id (out->pdata[i]));
  for (i = 0; in != NULL && i < in->len; i++)
    g_variant_builder_add_value (&come, presser_journal_from_statement (in->pdata[i]));
  g_variant_dict_insert_value (dictionary, "gone", g_variant_builder_end (&gone));
  g_variant_dict_insert_value (dictionary, "come", g_variant_builder_end (&come));
}

static void
put_list (GVariantDict    *dictionary,
          PresserDocument *document,
          PresserChange   *change)
{
  static const char *const words[] = { "speakers", "topics", "annotators" };
  GPtrArray               *out = change->present.objects;
  GPtrArray               *in = change->absent.objects;
  g_autoptr (GPtrArray) list = presser_document_dup_list (document, change->type);
  GVariantBuilder gone;
  GVariantBuilder come;
  guint           i;

  g_variant_builder_init (&gone, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&come, G_VARIANT_TYPE ("aa{sv}"));
  for (i = 0; i < out->len; i++)
    g_variant_builder_add (&gone, "s", presser_journal_get_object_id (change->type, out->pdata[i]));
  for (i = 0; i < in->len; i++)
    g_variant_builder_add_value (&come, presser_journal_from_object (change->type, in->pdata[i]));
  g_variant_dict_insert (dictionary, "type", "s", words[change->type]);
  if (change->position > 0)
    g_variant_dict_insert (dictionary, "after", "s",
                           presser_journal_get_object_id (change->type, list->pdata[change->position - 1]));
  g_variant_dict_insert_value (dictionary, "gone", g_variant_builder_end (&gone));
  g_variant_dict_insert_value (dictionary, "come", g_variant_builder_end (&come));
}

/* The text stays, so there are as many before as after; those that stay too are left out. */
static void
put_paragraphs (GVariantDict  *dictionary,
                PresserChange *change)
{
  GPtrArray      *out = change->present.paragraphs;
  GPtrArray      *in = change->absent.paragraphs;
  GVariantBuilder builder;
  guint           i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ua{sv})"));
  for (i = 0; i < in->len; i++)
    if (i >= out->len || out->pdata[i] != in->pdata[i])
      g_variant_builder_add (&builder, "(u@a{sv})", change->first_paragraph + i,
                             presser_journal_from_paragraph (in->pdata[i]));
  g_variant_dict_insert (dictionary, "type", "s", "paragraphs");
  g_variant_dict_insert_value (dictionary, "paragraphs", g_variant_builder_end (&builder));
}

static void
put_text (GVariantDict    *dictionary,
          PresserDocument *document,
          PresserChange   *change,
          GArray          *base_pieces)
{
  PresserText    *text = presser_document_get_text (document);
  GVariantBuilder paragraphs;
  guint           n_removed = 0;
  guint           i;

  for (i = 0; i < change->present.pieces->len; i++)
    n_removed += g_array_index (change->present.pieces, PresserPiece, i).length;
  g_variant_dict_insert (dictionary, "type", "s", "text");
  g_variant_dict_insert (dictionary, "at", "u", change->position);
  g_variant_dict_insert (dictionary, "removed", "u", n_removed);
  g_variant_dict_insert_value (dictionary, "pieces", make_pieces (text, base_pieces, change->absent.pieces));
  put_statements (dictionary, change->present.objects, change->absent.objects);
  if (change->present.paragraphs == NULL)
    return;
  g_variant_builder_init (&paragraphs, G_VARIANT_TYPE ("aa{sv}"));
  for (i = 0; i < change->absent.paragraphs->len; i++)
    g_variant_builder_add_value (&paragraphs, presser_journal_from_paragraph (change->absent.paragraphs->pdata[i]));
  g_variant_dict_insert (dictionary, "first", "u", change->first_paragraph);
  g_variant_dict_insert (dictionary, "joined", "u", change->present.paragraphs->len);
  g_variant_dict_insert_value (dictionary, "paragraphs", g_variant_builder_end (&paragraphs));
}

GVariant *
presser_journal_from_change (PresserDocument *document,
                             PresserChange   *change,
                             GArray          *base_pieces)
{
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  switch (change->type)
    {
    case PRESSER_CHANGE_SPEAKERS:
    case PRESSER_CHANGE_TOPICS:
    case PRESSER_CHANGE_ANNOTATORS:
      put_list (&dictionary, document, change);
      break;
    case PRESSER_CHANGE_STATEMENTS:
      g_variant_dict_insert (&dictionary, "type", "s", "statements");
      put_statements (&dictionary, change->present.objects, change->absent.objects);
      break;
    case PRESSER_CHANGE_TEXT:
      put_text (&dictionary, document, change, base_pieces);
      break;
    case PRESSER_CHANGE_PARAGRAPHS:
      put_paragraphs (&dictionary, change);
      break;
    case PRESSER_CHANGE_METADATA:
      g_variant_dict_insert (&dictionary, "type", "s", "metadata");
      g_variant_dict_insert_value (&dictionary, "metadata", presser_journal_from_metadata (change->absent.objects->pdata[0]));
      break;
    default:
      g_assert_not_reached ();
    }
  return g_variant_dict_end (&dictionary);
}
