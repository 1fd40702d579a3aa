/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-export-group.h"

#include <glib/gi18n-lib.h>

static void
free_group (gpointer data)
{
  PresserExportGroup *group = data;

  g_free (group->heading);
  g_ptr_array_unref (group->rows);
  g_free (group);
}

static PresserExportGroup *
add_group (GPtrArray  *groups,
           const char *heading)
{
  PresserExportGroup *group = g_new0 (PresserExportGroup, 1);

  group->heading = g_strdup (heading);
  group->rows = g_ptr_array_new ();
  g_ptr_array_add (groups, group);

  return group;
}

static GPtrArray *
group_by_speaker (GPtrArray *rows)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  PresserExportGroup *nobody = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      PresserExportRow   *row = rows->pdata[i];
      PresserExportGroup *group = row->credit.name != NULL ? g_hash_table_lookup (by_name, row->credit.name) : NULL;

      if (group == NULL && row->credit.name != NULL)
        {
          group = add_group (groups, row->credit.name);
          g_hash_table_insert (by_name, group->heading, group);
        }
      if (group == NULL && nobody == NULL)
        nobody = add_group (groups, _ ("Unattributed"));
      g_ptr_array_add (group != NULL ? group->rows : nobody->rows, row);
    }
  /* Last, wherever the first of them stands. */
  for (guint i = 0; i < groups->len; i++)
    if (groups->pdata[i] == nobody)
      {
        g_ptr_array_add (groups, g_ptr_array_steal_index (groups, i));
        break;
      }
  return groups;
}

/* “Money › Tolls”. */
static char *
dup_path (PresserDocument *document,
          PresserTopic    *topic)
{
  const char      *parent_id = presser_topic_get_parent (topic);
  PresserTopic    *parent = parent_id != NULL ? presser_document_get_topic (document, parent_id) : NULL;
  g_autofree char *above = parent != NULL ? dup_path (document, parent) : NULL;

  if (above == NULL)
    return g_strdup (presser_topic_get_label (topic));
  return g_strconcat (above, " › ", presser_topic_get_label (topic), NULL);
}

static void
add_topic (GPtrArray       *groups,
           PresserDocument *document,
           PresserTopic    *topic,
           GPtrArray       *rows)
{
  g_autofree char    *path = NULL;
  PresserExportGroup *group = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      PresserExportRow *row = rows->pdata[i];

      if (!g_strv_contains (presser_statement_get_topics (row->statement), presser_topic_get_id (topic)))
        continue;
      if (group == NULL)
        {
          path = dup_path (document, topic);
          group = add_group (groups, path);
        }
      g_ptr_array_add (group->rows, row);
    }
}

/* Also for statements whose topics are not in the document's list. */
static void
add_rest (GPtrArray  *groups,
          GPtrArray  *rows,
          const char *heading)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  PresserExportGroup *rest = NULL;

  for (guint i = 0; i < groups->len; i++)
    for (guint j = 0; j < ((PresserExportGroup *) groups->pdata[i])->rows->len; j++)
      g_hash_table_add (placed, ((PresserExportGroup *) groups->pdata[i])->rows->pdata[j]);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_hash_table_contains (placed, rows->pdata[i]))
        continue;
      if (rest == NULL)
        rest = add_group (groups, heading);
      g_ptr_array_add (rest->rows, rows->pdata[i]);
    }
}

static GPtrArray *
group_by_topic (PresserExportView *view,
                GPtrArray         *rows)
{
  PresserDocument *document = presser_export_view_get_document (view);
  GListModel      *topics = presser_document_get_topics (document);
  GPtrArray       *groups = g_ptr_array_new_with_free_func (free_group);
  guint            n_topics = g_list_model_get_n_items (topics);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      add_topic (groups, document, topic, rows);
    }
  add_rest (groups, rows, _ ("Without a topic"));

  return groups;
}

/**
 * presser_export_groups_new:
 * @view: a document as it may be shown
 * @rows: (element-type PresserExportRow): its statements
 * @grouping: what they are to stand together by
 *
 * Returns: (transfer full) (element-type PresserExportGroup): the groups, none of them empty
 */
GPtrArray *
presser_export_groups_new (PresserExportView *view,
                           GPtrArray         *rows,
                           PresserGrouping    grouping)
{
  GPtrArray *groups = NULL;

  if (grouping == PRESSER_GROUP_BY_SPEAKER)
    return group_by_speaker (rows);
  if (grouping == PRESSER_GROUP_BY_TOPIC)
    return group_by_topic (view, rows);
  groups = g_ptr_array_new_with_free_func (free_group);
  add_rest (groups, rows, NULL);

  return groups;
}

/**
 * presser_export_sort_rows:
 * @view: a document as it may be shown
 * @rows: (element-type PresserExportRow): its statements
 * @grouping: what they are to stand together by
 *
 * Returns: (transfer container) (element-type PresserExportRow): each once, at its first place
 */
GPtrArray *
presser_export_sort_rows (PresserExportView *view,
                          GPtrArray         *rows,
                          PresserGrouping    grouping)
{
  g_autoptr (GPtrArray) groups = presser_export_groups_new (view, rows, grouping);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *members = ((PresserExportGroup *) groups->pdata[i])->rows;

      for (guint j = 0; j < members->len; j++)
        if (g_hash_table_add (placed, members->pdata[j]))
          g_ptr_array_add (sorted, members->pdata[j]);
    }
  return sorted;
}
