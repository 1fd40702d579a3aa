/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What statements say, and how many there are of whom and on what. */

#include "presser-document-private.h"

/* Matter that stands between two paragraphs of speech without being said. */
static gboolean
is_interruption (PresserParagraph *paragraph)
{
  PresserParagraphKind kind = presser_paragraph_get_kind (paragraph);

  return kind == PRESSER_PARAGRAPH_LABEL || kind == PRESSER_PARAGRAPH_NOTE || kind == PRESSER_PARAGRAPH_STAGE;
}

static void
append_part (GString    *quote,
             const char *part)
{
  if (*part == '\0')
    return;
  if (quote->len > 0)
    g_string_append_c (quote, ' ');
  g_string_append (quote, part);
}

static void
append_range (PresserDocument *self,
              GString         *quote,
              PresserRange     range)
{
  guint first = presser_document_find_paragraph (self, range.start);
  guint last = presser_document_find_paragraph (self, range.end - 1);
  guint i;

  for (i = first; i <= last; i++)
    {
      PresserRange     part = presser_range_intersect (range, presser_document_get_paragraph_range (self, i));
      g_autofree char *text = NULL;

      if (i > first && i < last && is_interruption (self->paragraphs->pdata[i]))
        continue;
      text = presser_text_dup_slice (self->text, part);
      append_part (quote, text);
    }
}

/**
 * presser_document_dup_quote:
 * @self: a document
 * @statement: a statement of the document
 *
 * What was said, in one line: one space between paragraphs and between ranges. Labels, notes and stage
 * directions between the first and the last paragraph of a range are left out.
 *
 * Returns: (transfer full): UTF-8
 */
char *
presser_document_dup_quote (PresserDocument  *self,
                            PresserStatement *statement)
{
  const PresserRange *ranges;
  GString            *quote;
  guint               n_ranges;
  guint               i;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (PRESSER_IS_STATEMENT (statement), NULL);

  quote = g_string_new (NULL);
  ranges = presser_statement_get_ranges (statement, &n_ranges);
  for (i = 0; i < n_ranges; i++)
    append_range (self, quote, ranges[i]);
  return g_string_free (quote, FALSE);
}

typedef struct
{
  guint n_statements;
  guint last; /* position of the statement that was counted last, plus one */
} Count;

/* The statement at @position counts once, however many of its topics lead here. */
static void
count (GHashTable *counts,
       const char *id,
       guint       position)
{
  Count *found = g_hash_table_lookup (counts, id);

  if (found == NULL)
    {
      found = g_new0 (Count, 1);
      g_hash_table_insert (counts, g_strdup (id), found);
    }
  if (found->last == position + 1)
    return;
  found->last = position + 1;
  found->n_statements++;
}

static void
count_topic (PresserDocument *self,
             const char      *id,
             guint            position)
{
  guint n_steps = g_list_model_get_n_items (presser_document_get_topics (self)) + 1;

  for (; id != NULL && n_steps > 0; n_steps--)
    {
      PresserTopic *topic = presser_document_get_topic (self, id);

      count (self->counts_by_topic, id, position);
      id = topic != NULL ? presser_topic_get_parent (topic) : NULL;
    }
}

static void
count_statement (PresserDocument  *self,
                 PresserStatement *statement,
                 guint             position)
{
  const char *const *topics = presser_statement_get_topics (statement);
  gsize              i;

  if (presser_statement_get_status (statement) == PRESSER_STATUS_SUGGESTED)
    return;
  if (presser_statement_get_speaker (statement) != NULL)
    count (self->counts_by_speaker, presser_statement_get_speaker (statement), position);
  for (i = 0; topics[i] != NULL; i++)
    count_topic (self, topics[i], position);
}

static void
ensure_counts (PresserDocument *self)
{
  GListModel *statements = G_LIST_MODEL (self->statements);
  guint       i;

  if (self->counts_by_speaker != NULL)
    return;
  self->counts_by_speaker = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts_by_topic = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);

      count_statement (self, statement, i);
    }
}

static guint
get_count (GHashTable *counts,
           const char *id)
{
  Count *found = g_hash_table_lookup (counts, id);

  return found != NULL ? found->n_statements : 0;
}

/**
 * presser_document_count_by_speaker:
 * @self: a document
 * @speaker_id: id of a speaker
 *
 * Returns: how many statements are the speaker's; suggested ones don't count
 */
guint
presser_document_count_by_speaker (PresserDocument *self,
                                   const char      *speaker_id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (speaker_id != NULL, 0);

  ensure_counts (self);
  return get_count (self->counts_by_speaker, speaker_id);
}

/**
 * presser_document_count_by_topic:
 * @self: a document
 * @topic_id: id of a topic
 *
 * Returns: how many statements are on the topic or one below it; suggested ones don't count
 */
guint
presser_document_count_by_topic (PresserDocument *self,
                                 const char      *topic_id)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (topic_id != NULL, 0);

  ensure_counts (self);
  return get_count (self->counts_by_topic, topic_id);
}
