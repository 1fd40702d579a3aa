/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a recorded change again. What is on the disk is not believed: a change that does not fit the document
 * it meets is refused before anything of it is done. */

#include "presser-journal-private.h"

#include <glib/gi18n-lib.h>

#include "presser-document-private.h"
#include "presser-error.h"

static gboolean
refuse (GError **error)
{
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
               _ ("A change that was kept does not fit the transcript; it and what came after it could not be restored."));
  return FALSE;
}

static guint
get_number (GVariant   *dictionary,
            const char *key)
{
  guint number = 0;

  g_variant_lookup (dictionary, key, "u", &number);
  return number;
}

static GPtrArray *
new_objects (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
find_gone (PresserDocument *document,
           GVariant        *dictionary,
           GPtrArray       *out)
{
  g_autofree const char **ids = NULL;
  guint                   i;

  g_variant_lookup (dictionary, "gone", "^a&s", &ids);
  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      PresserStatement *statement = presser_document_get_statement (document, ids[i]);

      if (statement == NULL || g_ptr_array_find (out, statement, NULL))
        return FALSE;
      g_ptr_array_add (out, g_object_ref (statement));
    }
  return TRUE;
}

/* @end: the length of the text in which they will stand */
static gboolean
read_come (PresserDocument *document,
           GVariant        *dictionary,
           GHashTable      *leaving,
           guint            end,
           GPtrArray       *in)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (dictionary, "come", G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GHashTable) coming = g_hash_table_new (g_str_hash, g_str_equal);
  gsize i;

  for (i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      PresserStatement *statement = presser_journal_to_statement (child);
      const char       *id = statement != NULL ? presser_statement_get_id (statement) : NULL;

      if (statement == NULL)
        return FALSE;
      g_ptr_array_add (in, statement);
      if (presser_statement_get_extent (statement).end > end || !g_hash_table_add (coming, (gpointer) id)
          || (presser_document_get_statement (document, id) != NULL && !g_hash_table_contains (leaving, id)))
        return FALSE;
      presser_document_reserve_id (document, id);
    }
  return TRUE;
}

static gboolean
read_statements (PresserDocument *document,
                 GVariant        *dictionary,
                 guint            end,
                 GPtrArray       *out,
                 GPtrArray       *in)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  if (!find_gone (document, dictionary, out))
    return FALSE;
  for (i = 0; i < out->len; i++)
    g_hash_table_add (leaving, (gpointer) presser_statement_get_id (out->pdata[i]));
  return read_come (document, dictionary, leaving, end, in);
}

static PresserChange *
read_statements_change (PresserDocument *document,
                        GVariant        *dictionary)
{
  g_autoptr (GPtrArray) out = new_objects ();
  g_autoptr (GPtrArray) in = new_objects ();
  guint end = presser_text_get_length (presser_document_get_text (document));

  if (!read_statements (document, dictionary, end, out, in))
    return NULL;
  return presser_change_new_objects (PRESSER_CHANGE_STATEMENTS, 0, g_steal_pointer (&out), g_steal_pointer (&in));
}

/* Pieces of the base are where they were in its store, for that is the document that this one began as. */
static GArray *
store_pieces (PresserDocument *document,
              GVariant        *dictionary)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (dictionary, "pieces", G_VARIANT_TYPE ("a(uus)"));
  PresserText *text = presser_document_get_text (document);
  GArray      *pieces = g_array_new (FALSE, FALSE, sizeof (PresserPiece));
  GVariantIter iter;
  PresserPiece piece;
  const char  *literal;

  if (list == NULL)
    return pieces;
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(uu&s)", &piece.store_start, &piece.length, &literal))
    {
      if (piece.store_start == PRESSER_JOURNAL_NOT_BASE)
        piece = presser_text_store (text, literal, -1);
      if (piece.length > 0)
        g_array_append_val (pieces, piece);
    }
  return pieces;
}

static gboolean
pieces_are_stored (GVariant *dictionary,
                   guint     n_stored)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (dictionary, "pieces", G_VARIANT_TYPE ("a(uus)"));
  GVariantIter iter;
  PresserPiece piece;
  const char  *literal;

  if (list == NULL)
    return FALSE;
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(uu&s)", &piece.store_start, &piece.length, &literal))
    if (piece.store_start != PRESSER_JOURNAL_NOT_BASE
        && (piece.store_start > n_stored || piece.length > n_stored - piece.store_start))
      return FALSE;
  return TRUE;
}

static GPtrArray *
read_paragraphs (GVariant *dictionary)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (dictionary, "paragraphs", G_VARIANT_TYPE ("aa{sv}"));
  GPtrArray *paragraphs;
  gsize      i;

  if (list == NULL)
    return NULL;
  paragraphs = new_objects ();
  for (i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      g_ptr_array_add (paragraphs, presser_journal_to_paragraph (child));
    }
  return paragraphs;
}

static GPtrArray *
dup_present_paragraphs (PresserDocument *document,
                        guint            first,
                        guint            n_paragraphs)
{
  GPtrArray *paragraphs = new_objects ();
  guint      i;

  for (i = first; i < first + n_paragraphs; i++)
    g_ptr_array_add (paragraphs, g_object_ref (presser_document_get_paragraph (document, i)));
  return paragraphs;
}

static guint
count_line_ends (PresserText *text,
                 GArray      *pieces)
{
  guint n_lines = 0;
  guint i;

  for (i = 0; i < pieces->len; i++)
    {
      g_autofree char *stored = presser_text_dup_stored (text, g_array_index (pieces, PresserPiece, i));
      const char      *p;

      for (p = stored; *p != '\0'; p++)
        n_lines += *p == '\n' ? 1 : 0;
    }
  return n_lines;
}

static guint
count_characters (GArray *pieces)
{
  guint n_characters = 0;
  guint i;

  for (i = 0; i < pieces->len; i++)
    n_characters += g_array_index (pieces, PresserPiece, i).length;
  return n_characters;
}

/* As many paragraphs have to go and come as line ends do. */
static gboolean
paragraphs_fit (PresserDocument *document,
                guint            first,
                PresserRange     range,
                PresserSide     *out,
                PresserSide     *in)
{
  PresserText *text = presser_document_get_text (document);
  guint        n_out = count_line_ends (text, out->pieces);
  guint        n_in = count_line_ends (text, in->pieces);

  if (in->paragraphs == NULL)
    return n_out == 0 && n_in == 0;
  return first == presser_document_find_paragraph (document, range.start) && in->paragraphs->len == n_in + 1
         && out->paragraphs->len == n_out + 1;
}

static void
clear_side (PresserSide *side)
{
  g_clear_pointer (&side->objects, g_ptr_array_unref);
  g_clear_pointer (&side->paragraphs, g_ptr_array_unref);
  g_clear_pointer (&side->pieces, g_array_unref);
}

static gboolean
read_sides (PresserDocument *document,
            GVariant        *dictionary,
            PresserRange     range,
            PresserSide     *out,
            PresserSide     *in)
{
  PresserText *text = presser_document_get_text (document);
  guint        first = get_number (dictionary, "first");
  guint        n_joined = get_number (dictionary, "joined");

  out->pieces = presser_text_dup_pieces_in (text, range);
  in->pieces = store_pieces (document, dictionary);
  in->paragraphs = read_paragraphs (dictionary);
  if (in->paragraphs != NULL)
    {
      if (n_joined > presser_document_get_n_paragraphs (document)
          || first > presser_document_get_n_paragraphs (document) - n_joined)
        return FALSE;
      out->paragraphs = dup_present_paragraphs (document, first, n_joined);
    }
  out->objects = new_objects ();
  in->objects = new_objects ();
  return paragraphs_fit (document, first, range, out, in)
         && read_statements (document, dictionary,
                             presser_text_get_length (text) - presser_range_get_length (range) + count_characters (in->pieces),
                             out->objects, in->objects);
}

static PresserChange *
read_text_change (PresserDocument *document,
                  GVariant        *dictionary)
{
  PresserText *text = presser_document_get_text (document);
  guint        length = presser_text_get_length (text);
  PresserRange range = { get_number (dictionary, "at"), 0 };
  guint        n_removed = get_number (dictionary, "removed");
  PresserSide  out = { NULL, NULL, NULL };
  PresserSide  in = { NULL, NULL, NULL };

  if (range.start > length || n_removed > length - range.start || !pieces_are_stored (dictionary, presser_text_get_n_stored (text)))
    return NULL;
  range.end = range.start + n_removed;
  if (read_sides (document, dictionary, range, &out, &in))
    return presser_change_new_text (range.start, presser_document_find_paragraph (document, range.start), out, in);
  clear_side (&out);
  clear_side (&in);
  return NULL;
}

static PresserChange *
read_paragraphs_change (PresserDocument *document,
                        GVariant        *dictionary)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (dictionary, "paragraphs", G_VARIANT_TYPE ("a(ua{sv})"));
  guint n_paragraphs = presser_document_get_n_paragraphs (document);
  g_autoptr (GPtrArray) out = new_objects ();
  g_autoptr (GPtrArray) in = new_objects ();
  guint first = G_MAXUINT;
  guint next = 0;
  gsize i;

  for (i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = NULL;
      guint index;

      g_variant_get_child (list, i, "(u@a{sv})", &index, &child);
      if (index >= n_paragraphs || (first != G_MAXUINT && index < next))
        return NULL;
      if (first == G_MAXUINT)
        first = next = index;
      for (; next < index; next++) /* those between stay */
        {
          g_ptr_array_add (out, g_object_ref (presser_document_get_paragraph (document, next)));
          g_ptr_array_add (in, g_object_ref (presser_document_get_paragraph (document, next)));
        }
      g_ptr_array_add (out, g_object_ref (presser_document_get_paragraph (document, index)));
      g_ptr_array_add (in, presser_journal_to_paragraph (child));
      next = index + 1;
    }
  if (in->len == 0)
    return NULL;
  return presser_change_new_paragraphs (first, g_steal_pointer (&out), g_steal_pointer (&in));
}

static PresserChange *
read_metadata_change (PresserDocument *document,
                      GVariant        *dictionary)
{
  g_autoptr (GVariant) fields = g_variant_lookup_value (dictionary, "metadata", G_VARIANT_TYPE_VARDICT);
  GPtrArray *out;
  GPtrArray *in;

  if (fields == NULL)
    return NULL;
  out = new_objects ();
  in = new_objects ();
  g_ptr_array_add (out, g_object_ref (presser_document_get_metadata (document)));
  g_ptr_array_add (in, presser_journal_to_metadata (fields));
  return presser_change_new_objects (PRESSER_CHANGE_METADATA, 0, out, in);
}

static guint
find_id (GPtrArray        *list,
         PresserChangeType type,
         const char       *id)
{
  guint i;

  for (i = 0; i < list->len; i++)
    if (g_str_equal (presser_journal_get_object_id (type, list->pdata[i]), id))
      return i;
  return G_MAXUINT;
}

static gboolean
take_out (GPtrArray        *list,
          PresserChangeType type,
          GVariant         *dictionary,
          GPtrArray        *out,
          guint            *position)
{
  g_autofree const char **ids = NULL;
  guint                   i;

  g_variant_lookup (dictionary, "gone", "^a&s", &ids);
  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    if (find_id (list, type, ids[i]) != *position + i)
      return FALSE;
    else
      g_ptr_array_add (out, g_object_ref (list->pdata[*position + i]));
  return TRUE;
}

static PresserChange *
read_list_change (PresserDocument  *document,
                  PresserChangeType type,
                  GVariant         *dictionary)
{
  g_autoptr (GPtrArray) list = presser_document_dup_list (document, type);
  g_autoptr (GVariant) come = g_variant_lookup_value (dictionary, "come", G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GPtrArray) out = new_objects ();
  g_autoptr (GPtrArray) in = new_objects ();
  const char *after = NULL;
  guint       position = 0;
  gsize       i;

  if (g_variant_lookup (dictionary, "after", "&s", &after))
    {
      position = find_id (list, type, after);
      if (position == G_MAXUINT)
        return NULL;
      position++;
    }
  if (!take_out (list, type, dictionary, out, &position))
    return NULL;
  for (i = 0; come != NULL && i < g_variant_n_children (come); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (come, i);
      gpointer object = presser_journal_to_object (type, child);

      if (object == NULL)
        return NULL;
      g_ptr_array_add (in, object);
      presser_document_reserve_id (document, presser_journal_get_object_id (type, object));
    }
  return presser_change_new_objects (type, position, g_steal_pointer (&out), g_steal_pointer (&in));
}

static PresserChange *
read_change (PresserDocument *document,
             GVariant        *dictionary)
{
  const char *type = "";

  g_variant_lookup (dictionary, "type", "&s", &type);
  if (g_str_equal (type, "statements"))
    return read_statements_change (document, dictionary);
  if (g_str_equal (type, "text"))
    return read_text_change (document, dictionary);
  if (g_str_equal (type, "paragraphs"))
    return read_paragraphs_change (document, dictionary);
  if (g_str_equal (type, "speakers"))
    return read_list_change (document, PRESSER_CHANGE_SPEAKERS, dictionary);
  if (g_str_equal (type, "topics"))
    return read_list_change (document, PRESSER_CHANGE_TOPICS, dictionary);
  if (g_str_equal (type, "annotators"))
    return read_list_change (document, PRESSER_CHANGE_ANNOTATORS, dictionary);
  if (g_str_equal (type, "metadata"))
    return read_metadata_change (document, dictionary);
  return NULL; /* a newer Presser's */
}

gboolean
presser_journal_make_change (PresserDocument *document,
                             GVariant        *dictionary,
                             GError         **error)
{
  PresserChange *change = read_change (document, dictionary);

  if (change == NULL)
    return refuse (error);
  presser_history_perform (presser_document_get_history (document), change);
  return TRUE;
}
