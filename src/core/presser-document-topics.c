/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Topics are a tree written as a list: each topic stands right behind its parent and that one's earlier
 * children with all that is below them. Whatever is done to the list, laying it out again puts that right. */

#include "presser-document-private.h"


#include <glib/gi18n-lib.h>

#include "presser-strings-private.h"

/**
 * presser_document_find_topic:
 * @self: a document
 * @label: a label, whatever its case
 *
 * Returns: (transfer none) (nullable): the topic called so; the first one if there are several
 */
PresserTopic *
presser_document_find_topic (PresserDocument *self,
                             const char      *label)
{
  GListModel *topics;
  guint       i;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  topics = presser_document_get_topics (self);
  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      if (presser_strings_same_name (presser_topic_get_label (topic), label))
        return topic;
    }
  return NULL;
}

/**
 * presser_document_topic_is_within:
 * @self: a document
 * @topic_id: id of a topic
 * @ancestor_id: id of a topic
 *
 * Returns: whether the first topic is the second one or stands below it
 */
gboolean
presser_document_topic_is_within (PresserDocument *self,
                                  const char      *topic_id,
                                  const char      *ancestor_id)
{
  const char *id = topic_id;
  guint       n_steps;

  g_return_val_if_fail (PRESSER_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (topic_id != NULL, FALSE);
  g_return_val_if_fail (ancestor_id != NULL, FALSE);

  for (n_steps = g_list_model_get_n_items (presser_document_get_topics (self)) + 1; id != NULL && n_steps > 0; n_steps--)
    {
      PresserTopic *topic = presser_document_get_topic (self, id);

      if (g_str_equal (id, ancestor_id))
        return TRUE;
      id = topic != NULL ? presser_topic_get_parent (topic) : NULL;
    }
  return FALSE;
}

static void
lay_out (GHashTable *children,
         const char *parent,
         GPtrArray  *walk)
{
  GPtrArray *topics = g_hash_table_lookup (children, parent);
  guint      i;

  for (i = 0; topics != NULL && i < topics->len; i++)
    {
      g_ptr_array_add (walk, g_object_ref (topics->pdata[i]));
      lay_out (children, presser_topic_get_id (topics->pdata[i]), walk);
    }
}

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
set_topics (PresserDocument *self,
            GPtrArray       *topics)
{
  g_autoptr (GHashTable) children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_array);
  g_autoptr (GPtrArray) walk = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < topics->len; i++)
    {
      const char *parent = presser_topic_get_parent (topics->pdata[i]);
      GPtrArray  *siblings = g_hash_table_lookup (children, parent != NULL ? parent : "");

      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (children, (gpointer) (parent != NULL ? parent : ""), siblings);
        }
      g_ptr_array_add (siblings, topics->pdata[i]);
    }
  lay_out (children, "", walk);
  presser_document_set_list (self, PRESSER_CHANGE_TOPICS, walk);
}

static gboolean
has_sound_parent (PresserDocument *self,
                  PresserTopic    *topic)
{
  const char *parent = presser_topic_get_parent (topic);

  return parent == NULL
         || (presser_document_get_topic (self, parent) != NULL
             && !presser_document_topic_is_within (self, parent, presser_topic_get_id (topic)));
}

/**
 * presser_document_insert_topic:
 * @self: a document
 * @position: where in the list, among the topics with the same parent; G_MAXUINT is the end
 * @topic: a topic whose id is new here, and whose parent, if it has one, is in the document
 */
void
presser_document_insert_topic (PresserDocument *self,
                               guint            position,
                               PresserTopic    *topic)
{
  g_autoptr (GPtrArray) topics = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_TOPIC (topic));
  g_return_if_fail (presser_document_get_topic (self, presser_topic_get_id (topic)) == NULL);
  g_return_if_fail (has_sound_parent (self, topic));

  if (!presser_document_can_change (self))
    return;
  topics = presser_document_dup_list (self, PRESSER_CHANGE_TOPICS);
  g_ptr_array_insert (topics, (int) MIN (position, topics->len), g_object_ref (topic));
  presser_history_begin (self->history, _ ("Add topic"));
  set_topics (self, topics);
  presser_history_end (self->history);
}

/**
 * presser_document_add_topics:
 * @self: a document
 * @topics: (element-type PresserTopic): topics whose ids are new here, each behind its parent if that is one of them too
 *
 * Adds many topics at the end, in one step and in the time of one; those that are unsound are left out.
 */
void
presser_document_add_topics (PresserDocument *self,
                             GPtrArray       *topics)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) coming = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (topics != NULL);

  if (!presser_document_can_change (self))
    return;
  all = presser_document_dup_list (self, PRESSER_CHANGE_TOPICS);
  for (i = 0; i < topics->len; i++)
    {
      const char *id = presser_topic_get_id (topics->pdata[i]);
      const char *parent = presser_topic_get_parent (topics->pdata[i]);

      if (presser_document_get_topic (self, id) != NULL || g_hash_table_contains (coming, id)
          || (parent != NULL && presser_document_get_topic (self, parent) == NULL && !g_hash_table_contains (coming, parent)))
        continue;
      g_hash_table_add (coming, (gpointer) id);
      g_ptr_array_add (all, g_object_ref (topics->pdata[i]));
    }
  presser_history_begin (self->history, _ ("Add topics"));
  set_topics (self, all);
  presser_history_end (self->history);
}

static void
put_topic (GPtrArray    *topics,
           PresserTopic *old_topic,
           PresserTopic *new_topic)
{
  guint position;

  if (!g_ptr_array_find (topics, old_topic, &position))
    return;
  g_object_unref (topics->pdata[position]);
  topics->pdata[position] = g_object_ref (new_topic);
}

/**
 * presser_document_replace_topic:
 * @self: a document
 * @old_topic: a topic of the document
 * @new_topic: the same one, changed: the id is the same, and the parent not below it
 */
void
presser_document_replace_topic (PresserDocument *self,
                                PresserTopic    *old_topic,
                                PresserTopic    *new_topic)
{
  g_autoptr (GPtrArray) topics = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (PRESSER_IS_TOPIC (new_topic));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_TOPICS, old_topic));
  g_return_if_fail (g_str_equal (presser_topic_get_id (old_topic), presser_topic_get_id (new_topic)));
  g_return_if_fail (has_sound_parent (self, new_topic));

  if (!presser_document_can_change (self))
    return;
  topics = presser_document_dup_list (self, PRESSER_CHANGE_TOPICS);
  put_topic (topics, old_topic, new_topic);
  presser_history_begin (self->history, _ ("Change topic"));
  set_topics (self, topics);
  presser_history_end (self->history);
}

/* Where in the list the sibling at @position stands; the end of the list if there is none. */
static guint
find_sibling (GPtrArray  *topics,
              const char *parent_id,
              guint       position)
{
  guint n_siblings = 0;
  guint i;

  for (i = 0; i < topics->len; i++)
    if (g_strcmp0 (presser_topic_get_parent (topics->pdata[i]), parent_id) == 0 && n_siblings++ == position)
      return i;
  return topics->len;
}

/**
 * presser_document_move_topic:
 * @self: a document
 * @topic: a topic of the document, which takes its sub-topics along
 * @parent_id: (nullable): id of its parent from now on, not below it; %NULL for the top
 * @position: before which of the parent's other children, from 0; G_MAXUINT is behind the last
 */
void
presser_document_move_topic (PresserDocument *self,
                             PresserTopic    *topic,
                             const char      *parent_id,
                             guint            position)
{
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (PresserTopic) moved = NULL;
  guint old_position;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_TOPICS, topic));

  if (!presser_document_can_change (self))
    return;
  if (g_strcmp0 (presser_topic_get_parent (topic), parent_id) == 0)
    moved = g_object_ref (topic);
  else
    moved = presser_topic_with_parent (topic, parent_id);
  g_return_if_fail (has_sound_parent (self, moved));

  topics = presser_document_dup_list (self, PRESSER_CHANGE_TOPICS);
  if (g_ptr_array_find (topics, topic, &old_position))
    g_ptr_array_remove_index (topics, old_position);
  g_ptr_array_insert (topics, (int) find_sibling (topics, parent_id, position), g_object_ref (moved));
  presser_history_begin (self->history, _ ("Move topic"));
  set_topics (self, topics);
  presser_history_end (self->history);
}

typedef struct
{
  const char *from;
  const char *into; /* or NULL */
} Hand;

static PresserStatement *
hand_statement (PresserStatement *statement,
                gpointer          user_data)
{
  Hand              *hand = user_data;
  const char *const *topics = presser_statement_get_topics (statement);
  g_autoptr (GPtrArray) handed = NULL;
  gsize i;

  if (!presser_statement_has_topic (statement, hand->from))
    return NULL;
  if (hand->into == NULL)
    return presser_statement_without_topic (statement, hand->from);
  handed = g_ptr_array_new ();
  for (i = 0; topics[i] != NULL; i++)
    g_ptr_array_add (handed, (gpointer) (g_str_equal (topics[i], hand->from) ? hand->into : topics[i]));
  g_ptr_array_add (handed, NULL);
  return presser_statement_with_topics (statement, (const char *const *) handed->pdata);
}

/* Children of @topic, but for the topic @parent_id itself, get that one for their parent. */
static void
hand_children (GPtrArray    *topics,
               PresserTopic *topic,
               const char   *parent_id)
{
  guint i;

  for (i = 0; i < topics->len; i++)
    {
      PresserTopic *child = topics->pdata[i];
      g_autoptr (PresserTopic) moved = NULL;

      if (g_strcmp0 (presser_topic_get_parent (child), presser_topic_get_id (topic)) != 0
          || g_strcmp0 (presser_topic_get_id (child), parent_id) == 0)
        continue;
      moved = presser_topic_with_parent (child, parent_id);
      put_topic (topics, child, moved);
    }
}

static void
take_out_topic (PresserDocument *self,
                GPtrArray       *topics,
                PresserTopic    *topic,
                const char      *into)
{
  Hand  hand = { presser_topic_get_id (topic), into };
  guint position;

  presser_document_change_statements (self, hand_statement, &hand);
  hand_children (topics, topic, into != NULL ? into : presser_topic_get_parent (topic));
  if (g_ptr_array_find (topics, topic, &position))
    g_ptr_array_remove_index (topics, position);
  set_topics (self, topics);
}

/**
 * presser_document_remove_topic:
 * @self: a document
 * @topic: a topic of the document
 *
 * Its sub-topics move up to its parent, statements lose it.
 */
void
presser_document_remove_topic (PresserDocument *self,
                               PresserTopic    *topic)
{
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (PresserTopic) kept = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_TOPICS, topic));

  if (!presser_document_can_change (self))
    return;
  kept = g_object_ref (topic);
  topics = presser_document_dup_list (self, PRESSER_CHANGE_TOPICS);
  presser_history_begin (self->history, _ ("Remove topic"));
  take_out_topic (self, topics, kept, NULL);
  presser_history_end (self->history);
}

static PresserTopic *
with_words_of (PresserTopic *into,
               PresserTopic *topic)
{
  g_autoptr (GPtrArray) keywords = g_ptr_array_new ();
  const char *const *words[] = { presser_topic_get_keywords (into), presser_topic_get_keywords (topic) };
  gsize              i, j;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    for (j = 0; words[i][j] != NULL; j++)
      if (!g_ptr_array_find_with_equal_func (keywords, words[i][j], g_str_equal, NULL))
        g_ptr_array_add (keywords, (gpointer) words[i][j]);
  if (!presser_strings_same_name (presser_topic_get_label (into), presser_topic_get_label (topic))
      && !g_ptr_array_find_with_equal_func (keywords, presser_topic_get_label (topic), g_str_equal, NULL))
    g_ptr_array_add (keywords, (gpointer) presser_topic_get_label (topic));
  g_ptr_array_add (keywords, NULL);
  return presser_topic_with_keywords (into, (const char *const *) keywords->pdata);
}

/**
 * presser_document_merge_topic:
 * @self: a document
 * @topic: a topic of the document, which goes
 * @into: another one, which gets the statements and sub-topics, and label and keywords as keywords
 */
void
presser_document_merge_topic (PresserDocument *self,
                              PresserTopic    *topic,
                              PresserTopic    *into)
{
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (PresserTopic) kept = NULL;
  g_autoptr (PresserTopic) merged = NULL;

  g_return_if_fail (PRESSER_IS_DOCUMENT (self));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_TOPICS, topic));
  g_return_if_fail (presser_document_list_holds (self, PRESSER_CHANGE_TOPICS, into));
  g_return_if_fail (topic != into);

  if (!presser_document_can_change (self))
    return;
  kept = g_object_ref (topic);
  merged = with_words_of (into, topic);
  if (presser_document_topic_is_within (self, presser_topic_get_id (into), presser_topic_get_id (topic)))
    {
      g_autoptr (PresserTopic) below = g_steal_pointer (&merged);

      merged = presser_topic_with_parent (below, presser_topic_get_parent (topic));
    }
  topics = presser_document_dup_list (self, PRESSER_CHANGE_TOPICS);
  put_topic (topics, into, merged);
  presser_history_begin (self->history, _ ("Merge topics"));
  take_out_topic (self, topics, kept, presser_topic_get_id (merged));
  presser_history_end (self->history);
}
