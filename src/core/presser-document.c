/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document-private.h"

#include "presser-strings-private.h"

enum
{
  PROP_0,
  PROP_METADATA,
  N_PROPS
};

enum
{
  TEXT_CHANGED,
  PARAGRAPHS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PresserDocument, presser_document, G_TYPE_OBJECT)

static void
presser_document_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_METADATA:
      g_value_set_object (value, PRESSER_DOCUMENT (object)->metadata);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
presser_document_finalize (GObject *object)
{
  PresserDocument *self = PRESSER_DOCUMENT (object);
  guint            i;

  presser_history_forget_document (self->history);
  g_object_unref (self->history);
  g_clear_object (&self->text);
  g_object_unref (self->statements);
  g_object_unref (self->metadata);
  g_ptr_array_unref (self->paragraphs);
  g_clear_pointer (&self->lines, g_array_unref);
  for (i = 0; i < PRESSER_DOCUMENT_N_LISTS; i++)
    {
      g_hash_table_unref (self->by_id[i]);
      g_object_unref (self->lists[i]);
    }
  g_clear_pointer (&self->counts_by_speaker, g_hash_table_unref);
  g_clear_pointer (&self->counts_by_topic, g_hash_table_unref);
  presser_ids_free (self->ids);
  g_clear_pointer (&self->asides, g_ptr_array_unref);
  G_OBJECT_CLASS (presser_document_parent_class)->finalize (object);
}

static void
presser_document_class_init (PresserDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = presser_document_get_property;
  object_class->finalize = presser_document_finalize;

  properties[PROP_METADATA] = g_param_spec_object ("metadata", NULL, NULL, PRESSER_TYPE_METADATA,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PresserDocument::text-changed:
   * @self: the document
   * @start: where, in code points
   * @n_removed: how many code points went
   * @n_added: how many came
   */
  signals[TEXT_CHANGED] = g_signal_new ("text-changed", PRESSER_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * PresserDocument::paragraphs-changed:
   * @self: the document
   * @first: index of the first paragraph that is another one now
   * @n_removed: how many went
   * @n_added: how many came
   */
  signals[PARAGRAPHS_CHANGED] = g_signal_new ("paragraphs-changed", PRESSER_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
presser_document_init (PresserDocument *self)
{
  guint i;

  self->paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  self->statements = presser_statement_store_new ();
  self->lists[PRESSER_CHANGE_SPEAKERS] = g_list_store_new (PRESSER_TYPE_SPEAKER);
  self->lists[PRESSER_CHANGE_TOPICS] = g_list_store_new (PRESSER_TYPE_TOPIC);
  self->lists[PRESSER_CHANGE_ANNOTATORS] = g_list_store_new (PRESSER_TYPE_ANNOTATOR);
  for (i = 0; i < PRESSER_DOCUMENT_N_LISTS; i++)
    self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->metadata = presser_metadata_new ();
  self->history = presser_history_new (presser_document_perform, self);
  self->ids = presser_ids_new ();
  self->n_words = PRESSER_N_WORDS_UNKNOWN;
}

void
presser_document_emit_text_changed (PresserDocument *self,
                                    guint            start,
                                    guint            n_removed,
                                    guint            n_added)
{
  g_signal_emit (self, signals[TEXT_CHANGED], 0, start, n_removed, n_added);
}

void
presser_document_emit_paragraphs_changed (PresserDocument *self,
                                          guint            first,
                                          guint            n_removed,
                                          guint            n_added)
{
  g_signal_emit (self, signals[PARAGRAPHS_CHANGED], 0, first, n_removed, n_added);
}

void
presser_document_notify_metadata (PresserDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_METADATA]);
}

GArray *
presser_document_find_lines (const char *utf8,
                             guint       position)
{
  GArray       *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  const guchar *p;

  for (p = (const guchar *) utf8; *p != '\0'; p++)
    {
      position += (*p & 0xC0) != 0x80; /* not a byte that goes on with a character */
      if (*p == '\n')
        g_array_append_val (lines, position);
    }
  return lines;
}

static GArray *
find_all_lines (PresserText *text)
{
  g_autofree char *utf8 = presser_text_dup (text);
  GArray          *lines = presser_document_find_lines (utf8, 0);
  guint            start = 0;

  g_array_prepend_val (lines, start);
  return lines;
}

static PresserDocument *
new_with_lines (PresserText *text,
                GArray      *lines,
                GPtrArray   *paragraphs)
{
  PresserDocument *self = g_object_new (PRESSER_TYPE_DOCUMENT, NULL);
  guint            i;

  self->text = g_object_ref (text);
  self->lines = g_array_ref (lines);
  for (i = 0; i < paragraphs->len; i++)
    {
      const char *id = presser_paragraph_get_id (paragraphs->pdata[i]);
      const char *turn = presser_paragraph_get_turn (paragraphs->pdata[i]);

      g_ptr_array_add (self->paragraphs, g_object_ref (paragraphs->pdata[i]));
      if (id != NULL)
        presser_ids_reserve (self->ids, id);
      if (turn != NULL)
        presser_ids_reserve (self->ids, turn);
    }
  return self;
}

/**
 * presser_document_new:
 * @text: plain text, UTF-8; cleaned as by presser_text_store()
 *
 * Returns: (transfer full): a document of that text, every line a paragraph of running prose
 */
PresserDocument *
presser_document_new (const char *text)
{
  g_autoptr (PresserText) table = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  guint i;

  g_return_val_if_fail (text != NULL, NULL);

  table = presser_text_new (text, -1);
  lines = find_all_lines (table);
  paragraphs = g_ptr_array_new_full (lines->len, g_object_unref);
  for (i = 0; i < lines->len; i++)
    g_ptr_array_add (paragraphs, presser_paragraph_new (PRESSER_PARAGRAPH_BODY));
  return new_with_lines (table, lines, paragraphs);
}

/**
 * presser_document_new_with_paragraphs:
 * @text: a text that nothing else will change
 * @paragraphs: (element-type PresserParagraph): one a line of @text
 *
 * Returns: (transfer full): a document of that text
 */
PresserDocument *
presser_document_new_with_paragraphs (PresserText *text,
                                      GPtrArray   *paragraphs)
{
  g_autoptr (GArray) lines = NULL;

  g_return_val_if_fail (PRESSER_IS_TEXT (text), NULL);
  g_return_val_if_fail (paragraphs != NULL, NULL);

  lines = find_all_lines (text);
  g_return_val_if_fail (paragraphs->len == lines->len, NULL);
  return new_with_lines (text, lines, paragraphs);
}

/**
 * presser_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): its history
 */
PresserHistory *
presser_document_get_history (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * presser_document_get_text:
 * @self: a document
 *
 * Returns: (transfer none): its text, to be read only; presser_document_replace_text() changes it
 */
PresserText *
presser_document_get_text (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return self->text;
}

/**
 * presser_document_get_n_words:
 * @self: a document
 *
 * Words are runs of letters and digits, with the apostrophes and hyphens in them; each Chinese character is one.
 *
 * Returns: how many words the text has
 */
guint
presser_document_get_n_words (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), 0);

  if (self->n_words == PRESSER_N_WORDS_UNKNOWN)
    {
      g_autofree char *utf8 = presser_text_dup (self->text);

      self->n_words = presser_strings_count_words (utf8);
    }
  return self->n_words;
}

/**
 * presser_document_count_words:
 * @self: a document
 * @range: a part of the text, in code points
 *
 * Returns: how many words stand in @range; one that is cut by an edge counts
 */
guint
presser_document_count_words (PresserDocument *self,
                              PresserRange     range)
{
  g_autofree char *utf8 = NULL;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), 0);

  utf8 = presser_text_dup_slice (self->text, range);
  return presser_strings_count_words (utf8);
}

/**
 * presser_document_get_metadata:
 * @self: a document
 *
 * Returns: (transfer none): what is known about the document as a whole
 */
PresserMetadata *
presser_document_get_metadata (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return self->metadata;
}

/**
 * presser_document_reserve_id:
 * @self: a document
 * @id: an XML id from outside
 *
 * Keeps @id from being given to anything made here.
 */
void
presser_document_reserve_id (PresserDocument *self,
                             const char      *id)
{
  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (id != NULL);

  presser_ids_reserve (self->ids, id);
}

/**
 * presser_document_has_id:
 * @self: a document
 * @id: an XML id
 *
 * Returns: whether @id stands, or ever stood, in the document, or is reserved
 */
gboolean
presser_document_has_id (PresserDocument *self,
                         const char      *id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return presser_ids_has (self->ids, id);
}

/**
 * presser_document_make_statement_id:
 * @self: a document
 *
 * Returns: (transfer full): “s” and a number that was never used; reserved
 */
char *
presser_document_make_statement_id (PresserDocument *self)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);

  return presser_ids_make_statement (self->ids);
}

/**
 * presser_document_make_id:
 * @self: a document
 * @prefix: “p” for speakers, who are called by their surname, “t” for topics, “ann” for annotators
 * @name: a name
 *
 * Returns: (transfer full): an id such as “p.lavrov”, on a clash “p.lavrov-2”; reserved
 */
char *
presser_document_make_id (PresserDocument *self,
                          const char      *prefix,
                          const char      *name)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (prefix != NULL && *prefix != '\0', NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return presser_ids_make (self->ids, prefix, name, g_str_equal (prefix, "p"));
}
