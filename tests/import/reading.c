/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

Reading *
reading_new (GBytes     *bytes,
             const char *name)
{
  Reading *self = g_new0 (Reading, 1);
  g_autoptr (GError) error = NULL;

  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->tei = presser_import (bytes, name, NULL, self->remarks, &error);
  g_assert_no_error (error);
  self->file = presser_tei_file_new (self->tei, name, &error);
  g_assert_no_error (error);

  return self;
}

Reading *
reading_new_text (const char *text,
                  const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return reading_new (bytes, name);
}

Reading *
reading_new_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, size);

  return reading_new (bytes, name);
}

void
reading_free (Reading *self)
{
  g_bytes_unref (self->tei);
  g_object_unref (self->file);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

PresserDocument *
reading_get_document (Reading *self)
{
  return presser_tei_file_get_document (self->file);
}

const char *
reading_get_metadata (Reading             *self,
                      PresserMetadataField field)
{
  return presser_metadata_get (presser_document_get_metadata (reading_get_document (self)), field);
}

guint
reading_count_turns (Reading    *self,
                     const char *speaker)
{
  PresserDocument *document = reading_get_document (self);
  PresserSpeaker  *wanted = speaker != NULL ? presser_document_find_speaker (document, speaker) : NULL;
  const char      *last = NULL;
  guint            n = 0;

  if (speaker != NULL && wanted == NULL)
    return 0;
  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      const char       *turn = presser_paragraph_get_turn (paragraph);

      if (turn == NULL || g_strcmp0 (turn, last) == 0)
        continue;
      last = turn;
      n += wanted == NULL || g_strcmp0 (presser_paragraph_get_speaker (paragraph), presser_speaker_get_id (wanted)) == 0;
    }

  return n;
}

guint
reading_count_speakers (Reading *self)
{
  return g_list_model_get_n_items (presser_document_get_speakers (reading_get_document (self)));
}

guint
reading_count_kind (Reading             *self,
                    PresserParagraphKind kind)
{
  PresserDocument *document = reading_get_document (self);
  guint            n = 0;

  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    n += presser_paragraph_get_kind (presser_document_get_paragraph (document, i)) == kind;

  return n;
}

char *
reading_dup_paragraph (Reading             *self,
                       PresserParagraphKind kind,
                       guint                place)
{
  PresserDocument *document = reading_get_document (self);

  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      if (presser_paragraph_get_kind (presser_document_get_paragraph (document, i)) != kind)
        continue;
      if (place-- == 0)
        return presser_text_dup_slice (presser_document_get_text (document), presser_document_get_paragraph_range (document, i));
    }

  return g_strdup ("");
}

gboolean
reading_has_remark (Reading    *self,
                    const char *part)
{
  for (guint i = 0; i < self->remarks->len; i++)
    if (strstr (self->remarks->pdata[i], part) != NULL)
      return TRUE;

  return FALSE;
}

char *
reading_dup_failure (GBytes     *bytes,
                     const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tei = presser_import (bytes, name, NULL, NULL, &error);

  g_assert_null (tei);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, name));

  return g_strdup (error->message);
}
