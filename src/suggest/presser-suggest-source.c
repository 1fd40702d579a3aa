/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-suggest-source-private.h"

#include "presser-paragraph-language.h"
#include "presser-rejected.h"

#include <string.h>

static gboolean
is_prose (PresserParagraphKind kind)
{
  return kind == PRESSER_PARAGRAPH_BODY || kind == PRESSER_PARAGRAPH_SPEECH;
}

/* The next line of the text as a stretch; @at moves behind its end. A carriage return is no part of it. */
static PresserStretch
next_line (const PresserSuggestSource *self,
           gsize                      *at)
{
  const char    *start = self->text + *at;
  const char    *end = memchr (start, '\n', self->n_bytes - *at);
  PresserStretch stretch = { (guint32) *at, 0, TRUE, NULL, FALSE };

  if (end == NULL)
    end = self->text + self->n_bytes;
  *at = (gsize) (end - self->text) + 1;
  if (end > start && end[-1] == '\r')
    end--;
  stretch.end = (guint32) (end - self->text);

  return stretch;
}

static PresserSuggestSource *
new_source (char *text)
{
  PresserSuggestSource *self = g_new0 (PresserSuggestSource, 1);

  self->text = text;
  self->n_bytes = strlen (text);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (PresserStretch));
  self->speakers = g_ptr_array_new_with_free_func (g_object_unref);
  self->topics = g_ptr_array_new_with_free_func (g_object_unref);
  self->rejected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strings = g_string_chunk_new (256);

  return self;
}

/**
 * presser_suggest_source_new_from_text:
 * @text: valid UTF-8, every line a paragraph
 * @language: (nullable): BCP 47 tag
 *
 * Makes a source of plain text.
 *
 * Returns: (transfer full): the source
 */
PresserSuggestSource *
presser_suggest_source_new_from_text (const char *text,
                                      const char *language)
{
  PresserSuggestSource *self = new_source (g_strdup (text));

  self->language = g_strdup (language);
  for (gsize at = 0; at < self->n_bytes;)
    {
      PresserStretch stretch = next_line (self, &at);

      g_array_append_val (self->stretches, stretch);
    }

  return self;
}

static void
copy_items (GListModel *items,
            GPtrArray  *copies)
{
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (copies, g_list_model_get_item (items, i));
}

/**
 * presser_suggest_source_new:
 * @document: a document
 *
 * Copies what suggesting needs: text, paragraphs, speakers, topics, language.
 *
 * Returns: (transfer full): the source, good in any thread
 */
PresserSuggestSource *
presser_suggest_source_new (PresserDocument *document)
{
  PresserSuggestSource *self = new_source (presser_text_dup (presser_document_get_text (document)));
  guint                 n_paragraphs = presser_document_get_n_paragraphs (document);
  gsize                 at = 0;

  g_hash_table_unref (self->rejected);
  self->rejected = presser_rejected_read (document);
  self->language = g_strdup (presser_metadata_get (presser_document_get_metadata (document), PRESSER_METADATA_LANGUAGE));
  copy_items (presser_document_get_speakers (document), self->speakers);
  copy_items (presser_document_get_topics (document), self->topics);
  for (guint i = 0; i < n_paragraphs && at <= self->n_bytes; i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      const char       *speaker = presser_paragraph_get_speaker (paragraph);
      PresserStretch    stretch = next_line (self, &at);

      stretch.is_prose = is_prose (presser_paragraph_get_kind (paragraph));
      if (speaker != NULL)
        {
          PresserSpeaker *known = presser_document_get_speaker (document, speaker);

          stretch.speaker = g_string_chunk_insert_const (self->strings, speaker);
          stretch.is_unnamed = known == NULL || presser_speaker_is_unnamed (known);
        }
      g_array_append_val (self->stretches, stretch);
    }

  return self;
}

/* The language that was asked for, else the document's, else what the text looks like, and then paragraph by paragraph. */
const PresserCueTable *
presser_suggest_source_find_table (PresserSuggestSource *self,
                                   const char           *language)
{
  const PresserCueTable *table = presser_cue_table_get (language);

  if (table == NULL && language == NULL)
    table = presser_cue_table_get (self->language);
  if (table == NULL)
    {
      table = presser_cue_table_get (presser_cue_table_detect (self->text, self->n_bytes));
      presser_stretches_find_languages (self->stretches, self->text, table);
    }

  return table;
}

/**
 * presser_suggest_source_free:
 * @self: (transfer full): a source
 *
 * Frees a source.
 */
void
presser_suggest_source_free (PresserSuggestSource *self)
{
  g_array_unref (self->stretches);
  g_ptr_array_unref (self->speakers);
  g_ptr_array_unref (self->topics);
  g_hash_table_unref (self->rejected);
  g_string_chunk_free (self->strings);
  g_free (self->language);
  g_free (self->text);
  g_free (self);
}
