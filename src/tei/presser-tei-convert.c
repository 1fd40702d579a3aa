/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text goes first and is read back; then statements and lists are written into that as into any other file. So what
 * comes out has been read back too, and holds what was meant. */

#include "presser-tei-convert-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presser-error.h"
#include "presser-tei-builder.h"

char *
presser_tei_conversion_dup_paragraph (const PresserTeiConversion *conversion,
                                      guint                       index)
{
  PresserRange range = presser_document_get_paragraph_range (conversion->document, index);
  const char  *start;

  if (conversion->text == NULL)
    return presser_text_dup_slice (presser_document_get_text (conversion->document), range);
  start = g_utf8_offset_to_pointer (conversion->text, range.start);

  return g_strndup (start, (gsize) (g_utf8_offset_to_pointer (start, presser_range_get_length (range)) - start));
}

gboolean
presser_tei_conversion_turn_goes_on (const PresserTeiConversion *conversion,
                                     guint                       index,
                                     const char                 *turn)
{
  for (; index < presser_document_get_n_paragraphs (conversion->document); index++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (conversion->document, index);

      if (presser_paragraph_get_turn (paragraph) != NULL)
        return g_strcmp0 (presser_paragraph_get_turn (paragraph), turn) == 0;
      if (presser_paragraph_get_kind (paragraph) != PRESSER_PARAGRAPH_STAGE && presser_paragraph_get_kind (paragraph) != PRESSER_PARAGRAPH_NOTE)
        return FALSE;
    }

  return FALSE;
}

static void
add_speakers (PresserDocument *target,
              PresserDocument *document)
{
  GListModel *speakers = presser_document_get_speakers (document);

  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      PresserSpeaker *named = presser_document_get_speaker (target, presser_speaker_get_id (speaker));

      if (named == NULL)
        presser_document_insert_speaker (target, G_MAXUINT, speaker);
      else
        presser_document_replace_speaker (target, named, speaker);
    }
}

static void
add_lists (PresserDocument *target,
           PresserDocument *document)
{
  GListModel *topics = presser_document_get_topics (document);
  GListModel *annotators = presser_document_get_annotators (document);

  add_speakers (target, document);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      presser_document_insert_topic (target, G_MAXUINT, topic);
    }
  for (guint i = 0; i < g_list_model_get_n_items (annotators); i++)
    {
      g_autoptr (PresserAnnotator) annotator = g_list_model_get_item (annotators, i);

      presser_document_add_annotator (target, annotator);
    }
}

/* Copies: a statement moves with the text of its document. */
static void
add_statements (PresserDocument *target,
                GPtrArray       *statements)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < statements->len; i++)
    {
      PresserStatement   *statement = g_ptr_array_index (statements, i);
      guint               n_ranges;
      const PresserRange *ranges = presser_statement_get_ranges (statement, &n_ranges);

      g_ptr_array_add (copies, presser_statement_with_ranges (statement, ranges, n_ranges));
    }
  if (copies->len > 0)
    presser_document_swap_statements (target, NULL, copies);
}

static gboolean
text_is_same (const PresserTeiConversion *conversion,
              PresserDocument            *target)
{
  g_autofree char *wanted = conversion->text != NULL ? g_strdup (conversion->text)
                                                     : presser_text_dup (presser_document_get_text (conversion->document));
  g_autofree char *read = presser_text_dup (presser_document_get_text (target));

  return strcmp (wanted, read) == 0;
}

GBytes *
presser_tei_convert_lists (const PresserTeiConversion *conversion,
                           GBytes                     *text,
                           PresserTeiPlacement         placement,
                           const char                 *file_name,
                           GBytes                    **statements,
                           GError                    **error)
{
  g_autoptr (PresserTeiFile) file = presser_tei_file_new (text, file_name, error);
  PresserDocument *target;
  GBytes          *bytes;
  GBytes          *second;

  if (file == NULL)
    return NULL;
  target = presser_tei_file_get_document (file);
  if (!text_is_same (conversion, target))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, _ ("The text of “%s” cannot be written in this form."), conversion->name);
      return NULL;
    }

  add_lists (target, conversion->document);
  add_statements (target, conversion->statements);
  presser_tei_file_set_placement (file, placement);
  bytes = presser_tei_file_write (file, error);
  second = bytes == NULL ? NULL : presser_tei_file_get_statements (file);
  if (statements != NULL)
    *statements = second == NULL ? NULL : g_bytes_ref (second);

  return bytes;
}

static void
add_paragraph (PresserTeiBuilder          *builder,
               const PresserTeiConversion *conversion,
               guint                       index,
               const char                **turn)
{
  PresserParagraph *paragraph = presser_document_get_paragraph (conversion->document, index);
  const char       *own = presser_paragraph_get_turn (paragraph);
  g_autofree char  *text = presser_tei_conversion_dup_paragraph (conversion, index);

  if (*turn != NULL && presser_tei_conversion_turn_goes_on (conversion, index, *turn))
    own = *turn;
  if (g_strcmp0 (own, *turn) != 0)
    {
      if (own == NULL)
        presser_tei_builder_end_turn (builder);
      else
        presser_tei_builder_begin_turn (builder, presser_paragraph_get_speaker (paragraph), NULL,
                                        presser_paragraph_get_start_time (paragraph), presser_paragraph_get_end_time (paragraph));
      *turn = own;
    }
  presser_tei_builder_add_paragraph (builder, presser_paragraph_get_kind (paragraph), text, -1);
}

/**
 * presser_tei_convert:
 * @conversion: what to convert
 * @placement: how its statements are to be written
 * @file_name: what the file will be called
 * @statements: (out) (optional) (nullable): the second file, if @placement asks for one and there is anything in it
 * @error: return location for an error
 *
 * Writes a document as TEI of its own, whatever its source was like.
 *
 * Sets %PRESSER_ERROR_UNSUPPORTED if the text would not be read back as it is.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
presser_tei_convert (const PresserTeiConversion *conversion,
                     PresserTeiPlacement         placement,
                     const char                 *file_name,
                     GBytes                    **statements,
                     GError                    **error)
{
  g_autoptr (PresserTeiBuilder) builder = presser_tei_builder_new ();
  g_autoptr (GBytes) text = NULL;
  const char *turn = NULL;

  g_return_val_if_fail (conversion != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  presser_tei_builder_set_metadata (builder, presser_document_get_metadata (conversion->document));
  for (guint i = 0; i < presser_document_get_n_paragraphs (conversion->document); i++)
    add_paragraph (builder, conversion, i, &turn);
  text = presser_tei_builder_finish (builder);

  return presser_tei_convert_lists (conversion, text, placement, file_name, statements, error);
}
