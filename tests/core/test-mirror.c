/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-mirror.h"

#define N_LISTS 4

struct _TestMirror
{
  PresserDocument *document;
  GString         *text;
  GPtrArray       *paragraphs;
  GListModel      *lists[N_LISTS];
  GPtrArray       *copies[N_LISTS];
  PresserMetadata *metadata;
};

static void
text_changed_cb (PresserDocument *document,
                 guint            start,
                 guint            n_removed,
                 guint            n_added,
                 TestMirror      *self)
{
  g_autofree char *added = presser_text_dup_slice (presser_document_get_text (document), (PresserRange){ start, start + n_added });
  char            *from = g_utf8_offset_to_pointer (self->text->str, start);
  char            *to = g_utf8_offset_to_pointer (from, n_removed);
  gssize           position = from - self->text->str;

  g_string_erase (self->text, position, to - from);
  g_string_insert (self->text, position, added);
}

static void
paragraphs_changed_cb (PresserDocument *document,
                       guint            first,
                       guint            n_removed,
                       guint            n_added,
                       TestMirror      *self)
{
  guint i;

  if (n_removed > 0)
    g_ptr_array_remove_range (self->paragraphs, first, n_removed);
  for (i = 0; i < n_added; i++)
    g_ptr_array_insert (self->paragraphs, (int) (first + i),
                        g_object_ref (presser_document_get_paragraph (document, first + i)));
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GPtrArray  *copy)
{
  guint i;

  if (n_removed > 0)
    g_ptr_array_remove_range (copy, position, n_removed);
  for (i = 0; i < n_added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (list, position + i));
}

static void
metadata_changed_cb (PresserDocument *document,
                     GParamSpec      *pspec,
                     TestMirror      *self)
{
  g_set_object (&self->metadata, presser_document_get_metadata (document));
}

TestMirror *
test_mirror_new (PresserDocument *document)
{
  TestMirror      *self = g_new0 (TestMirror, 1);
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));
  guint            i;

  self->document = g_object_ref (document);
  self->text = g_string_new (utf8);
  self->paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  paragraphs_changed_cb (document, 0, 0, presser_document_get_n_paragraphs (document), self);
  self->metadata = g_object_ref (presser_document_get_metadata (document));
  self->lists[0] = presser_document_get_statements (document);
  self->lists[1] = presser_document_get_speakers (document);
  self->lists[2] = presser_document_get_topics (document);
  self->lists[3] = presser_document_get_annotators (document);
  for (i = 0; i < N_LISTS; i++)
    {
      self->copies[i] = g_ptr_array_new_with_free_func (g_object_unref);
      items_changed_cb (self->lists[i], 0, 0, g_list_model_get_n_items (self->lists[i]), self->copies[i]);
      g_signal_connect (self->lists[i], "items-changed", G_CALLBACK (items_changed_cb), self->copies[i]);
    }
  g_signal_connect (document, "text-changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect (document, "paragraphs-changed", G_CALLBACK (paragraphs_changed_cb), self);
  g_signal_connect (document, "notify::metadata", G_CALLBACK (metadata_changed_cb), self);
  return self;
}

void
test_mirror_free (TestMirror *self)
{
  guint i;

  g_signal_handlers_disconnect_by_data (self->document, self);
  for (i = 0; i < N_LISTS; i++)
    {
      g_signal_handlers_disconnect_by_data (self->lists[i], self->copies[i]);
      g_ptr_array_unref (self->copies[i]);
    }
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->paragraphs);
  g_object_unref (self->metadata);
  g_object_unref (self->document);
  g_free (self);
}

void
test_mirror_compare (TestMirror *self)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (self->document));
  guint            i, j;

  g_assert_cmpstr (self->text->str, ==, utf8);
  g_assert_true (self->metadata == presser_document_get_metadata (self->document));
  g_assert_cmpuint (self->paragraphs->len, ==, presser_document_get_n_paragraphs (self->document));
  for (i = 0; i < self->paragraphs->len; i++)
    g_assert_true (self->paragraphs->pdata[i] == presser_document_get_paragraph (self->document, i));
  for (i = 0; i < N_LISTS; i++)
    {
      g_assert_cmpuint (self->copies[i]->len, ==, g_list_model_get_n_items (self->lists[i]));
      for (j = 0; j < self->copies[i]->len; j++)
        {
          g_autoptr (GObject) object = g_list_model_get_item (self->lists[i], j);

          g_assert_true (self->copies[i]->pdata[j] == object);
        }
    }
}
