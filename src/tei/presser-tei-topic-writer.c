/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `category` elements. Where the tree is as it was but for what came or went, each category is patched in its place; where
 * topics moved, the categories are put together anew from their own, patched bytes. */

#include "presser-tei-header-writer-private.h"
#include "presser-tei-person-private.h"
#include "presser-tei-verify-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

typedef struct
{
  PresserTeiWriter   *writer;
  PresserTeiSource   *source;
  PresserTeiBranches *branches;
  GHashTable         *entries;  /* id: PresserTeiEntry with an element */
  GHashTable         *foreign;  /* id: PresserTeiEntry of another file */
  GPtrArray          *topics;   /* of PresserTopic, as the document has them */
  GHashTable         *new_ones; /* id: PresserTeiBranch, borrowed */
} TopicWriter;

static char *
dup_description (PresserTopic *topic)
{
  const char *const *keywords = presser_topic_get_keywords (topic);
  GString           *xml = g_string_new ("<term>");

  presser_tei_append_text (xml, presser_topic_get_label (topic));
  g_string_append (xml, "</term>");
  if (presser_topic_get_definition (topic) != NULL)
    {
      g_string_append (xml, ": <gloss>");
      presser_tei_append_text (xml, presser_topic_get_definition (topic));
      g_string_append (xml, "</gloss>");
    }
  for (guint i = 0; keywords[i] != NULL; i++)
    {
      g_string_append (xml, " <term type=\"keyword\">");
      presser_tei_append_text (xml, keywords[i]);
      g_string_append (xml, "</term>");
    }

  return g_string_free (xml, FALSE);
}

/* The names in it carry the prefix that the file uses. */
static char *
add_prefix (const char *xml,
            const char *prefix)
{
  GString *result = g_string_new (NULL);

  for (const char *p = xml; *p != '\0'; p++)
    {
      g_string_append_c (result, *p);
      if (*p != '<')
        continue;
      if (p[1] == '/')
        g_string_append_c (result, *++p);
      g_string_append (result, prefix);
    }

  return g_string_free (result, FALSE);
}

static void
fill_category (PresserTeiBranch *category,
               PresserTopic     *topic,
               const char       *prefix)
{
  g_autofree char *rend = presser_tei_write_dup_rend (NULL, presser_topic_get_colour (topic));
  g_autofree char *description = dup_description (topic);
  g_autofree char *xml = add_prefix (description, prefix);

  presser_tei_branch_set_attribute (category, "xml:id", presser_topic_get_id (topic));
  presser_tei_branch_set_attribute (category, "rend", rend);
  presser_tei_branch_set_xml (presser_tei_branch_add (category, "catDesc", NULL), xml);
}

static gboolean
is_only_relabelled (PresserTopic *old,
                    PresserTopic *topic)
{
  return g_strcmp0 (presser_topic_get_definition (old), presser_topic_get_definition (topic)) == 0
         && g_strv_equal (presser_topic_get_keywords (old), presser_topic_get_keywords (topic));
}

static void
patch_description (PresserTeiBranches *branches,
                   guint32             category,
                   PresserTopic       *old,
                   PresserTopic       *topic)
{
  PresserTeiSource  *source = presser_tei_branches_get_source (branches);
  guint32            description = presser_tei_language_find_child (source, category, "catDesc");
  guint32            term = presser_tei_source_find_child (source, description, "term");
  PresserTeiElement *element;
  g_autofree char   *prefix = presser_tei_source_dup_prefix (source, category);
  g_autofree char   *content = dup_description (topic);
  g_autofree char   *xml = add_prefix (content, prefix);

  if (is_only_relabelled (old, topic) && description != PRESSER_TEI_NONE)
    {
      presser_tei_branches_replace_text (branches, term != PRESSER_TEI_NONE ? term : description,
                                         presser_topic_get_label (topic));
      return;
    }
  if (description == PRESSER_TEI_NONE)
    {
      presser_tei_branch_set_xml (presser_tei_branch_add (presser_tei_branches_get (branches, category), "catDesc", NULL), xml);
      return;
    }
  element = presser_tei_source_get_element (source, description);
  if (element->is_empty_tag)
    presser_tei_branches_replace_text (branches, description, presser_topic_get_label (topic));
  else
    presser_tei_patches_replace (presser_tei_branches_get_patches (branches), element->tag_end, element->close_start, xml);
}

static void
patch_category (PresserTeiBranches *branches,
                guint32             category,
                PresserTopic       *old,
                PresserTopic       *topic)
{
  PresserTeiSource *source = presser_tei_branches_get_source (branches);

  if (old == topic)
    return;
  if (presser_topic_get_colour (old) != presser_topic_get_colour (topic))
    {
      g_autofree char *old_rend = presser_tei_source_dup_attribute (source, category, "rend");
      g_autofree char *rend = presser_tei_write_dup_rend (old_rend, presser_topic_get_colour (topic));

      presser_tei_patches_set_attribute (presser_tei_branches_get_patches (branches), category, "rend", rend);
    }
  if (strcmp (presser_topic_get_label (old), presser_topic_get_label (topic)) != 0 || !is_only_relabelled (old, topic))
    patch_description (branches, category, old, topic);
}

static PresserTeiEntry *
get_entry (TopicWriter *self,
           const char  *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (self->entries, id);
}

static guint32
find_parent_category (TopicWriter *self,
                      guint32      category)
{
  guint32 parent = presser_tei_source_get_element (self->source, category)->parent;

  return presser_tei_source_is (self->source, parent, "category") ? parent : PRESSER_TEI_NONE;
}

static guint32
get_element (TopicWriter *self,
             const char  *id)
{
  PresserTeiEntry *entry = get_entry (self, id);

  return entry == NULL ? PRESSER_TEI_NONE : entry->element;
}

/* Whether all old topics stand below the same parents, in the same order. */
static gboolean
is_same_tree (TopicWriter *self)
{
  guint32 last = 0;

  for (guint i = 0; i < self->topics->len; i++)
    {
      PresserTopic *topic = g_ptr_array_index (self->topics, i);
      guint32       element = get_element (self, presser_topic_get_id (topic));

      if (element == PRESSER_TEI_NONE)
        continue;
      if (element < last || find_parent_category (self, element) != get_element (self, presser_topic_get_parent (topic))
          || (presser_topic_get_parent (topic) != NULL && get_entry (self, presser_topic_get_parent (topic)) == NULL))
        return FALSE;
      last = element;
    }

  return TRUE;
}

static guint32
find_taxonomy (TopicWriter *self,
               guint32      category)
{
  while (category != PRESSER_TEI_NONE && !presser_tei_source_is (self->source, category, "taxonomy"))
    category = presser_tei_source_get_element (self->source, category)->parent;

  return category;
}

static PresserTeiBranch *
get_top (TopicWriter *self)
{
  PresserTeiBranch *root = presser_tei_write_get_root (self->writer, self->branches);
  PresserTeiBranch *declaration;
  PresserTeiBranch *taxonomy;
  guint32           last = PRESSER_TEI_NONE;

  for (guint i = 0; i < self->topics->len; i++)
    {
      guint32 element = get_element (self, presser_topic_get_id (g_ptr_array_index (self->topics, i)));

      if (element != PRESSER_TEI_NONE)
        last = find_taxonomy (self, element);
    }
  if (last != PRESSER_TEI_NONE)
    return presser_tei_branches_get (self->branches, last);

  taxonomy = g_hash_table_lookup (self->new_ones, "");
  if (taxonomy == NULL)
    {
      g_autofree char *id = presser_tei_source_find_id (self->source, "topics") == PRESSER_TEI_NONE
                                ? g_strdup ("topics")
                                : presser_tei_writer_make_id (self->writer, "topics.", 2);

      declaration = presser_tei_branch_get_path (root, "teiHeader/encodingDesc/classDecl");
      taxonomy = presser_tei_branch_add (declaration, "taxonomy", NULL);
      presser_tei_branch_set_attribute (taxonomy, "xml:id", id);
      presser_tei_branch_add (taxonomy, "desc", "Topics");
      g_hash_table_insert (self->new_ones, (gpointer) "", taxonomy);
    }

  return taxonomy;
}

/* What other files hold is written into this one only if it was changed, or if something new stands below it. */
static gboolean
is_foreign (TopicWriter  *self,
            PresserTopic *topic)
{
  PresserTeiEntry *entry = g_hash_table_lookup (self->foreign, presser_topic_get_id (topic));

  return entry != NULL && presser_tei_topic_equal (PRESSER_TOPIC (entry->object), topic);
}

static guint
find_number (TopicWriter *self,
             const char  *id)
{
  for (guint i = 0; id != NULL && i < self->topics->len; i++)
    if (strcmp (presser_topic_get_id (g_ptr_array_index (self->topics, i)), id) == 0)
      return i;

  return G_MAXUINT;
}

/* The old sibling that a new topic comes behind or before. */
static void
find_siblings (TopicWriter *self,
               guint        number,
               guint32     *after,
               guint32     *before)
{
  const char *parent = presser_topic_get_parent (g_ptr_array_index (self->topics, number));

  *after = *before = PRESSER_TEI_NONE;
  for (guint i = 0; i < self->topics->len; i++)
    {
      PresserTopic *topic = g_ptr_array_index (self->topics, i);
      guint32       element = get_element (self, presser_topic_get_id (topic));

      if (element == PRESSER_TEI_NONE || g_strcmp0 (presser_topic_get_parent (topic), parent) != 0)
        continue;
      if (i < number)
        *after = element;
      else if (*before == PRESSER_TEI_NONE)
        *before = element;
    }
}

static void
add_category (TopicWriter *self,
              guint        number)
{
  PresserTopic     *topic = g_ptr_array_index (self->topics, number);
  const char       *parent_id = presser_topic_get_parent (topic);
  guint             parent_number = get_entry (self, parent_id) != NULL ? G_MAXUINT : find_number (self, parent_id);
  g_autofree char  *prefix = presser_tei_source_dup_prefix (self->source, 0);
  PresserTeiBranch *parent;
  PresserTeiBranch *category;
  guint32           after = PRESSER_TEI_NONE;
  guint32           before = PRESSER_TEI_NONE;

  if (g_hash_table_contains (self->new_ones, presser_topic_get_id (topic)))
    return;
  if (parent_number != G_MAXUINT)
    add_category (self, parent_number);
  parent = parent_id == NULL ? NULL : g_hash_table_lookup (self->new_ones, parent_id);
  if (parent == NULL)
    {
      find_siblings (self, number, &after, &before);
      if (after != PRESSER_TEI_NONE || before != PRESSER_TEI_NONE)
        parent = presser_tei_branches_get (
            self->branches,
            presser_tei_source_get_element (self->source, after != PRESSER_TEI_NONE ? after : before)->parent);
      else if (get_element (self, parent_id) != PRESSER_TEI_NONE)
        parent = presser_tei_branches_get (self->branches, get_element (self, parent_id));
      else
        parent = get_top (self);
    }

  category = presser_tei_branch_add (parent, "category", NULL);
  fill_category (category, topic, prefix);
  if (after != PRESSER_TEI_NONE)
    presser_tei_branch_set_after (category, after);
  else if (before != PRESSER_TEI_NONE)
    presser_tei_branch_set_before (category, before);
  g_hash_table_insert (self->new_ones, (gpointer) presser_topic_get_id (topic), category);
}

static void
write_in_place (TopicWriter *self)
{
  GHashTableIter iter;
  gpointer       id;
  gpointer       entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    if (presser_document_get_topic (self->writer->document, id) == NULL)
      presser_tei_branches_delete (self->branches, ((PresserTeiEntry *) entry)->element);

  for (guint i = 0; i < self->topics->len; i++)
    {
      PresserTopic    *topic = g_ptr_array_index (self->topics, i);
      PresserTeiEntry *old = get_entry (self, presser_topic_get_id (topic));

      if (old == NULL && !is_foreign (self, topic))
        add_category (self, i);
      else if (old != NULL)
        patch_category (self->branches, old->element, PRESSER_TOPIC (old->object), topic);
    }
}

/* Own content of a category, without those below it. */
static char *
dup_content (TopicWriter  *self,
             PresserTopic *topic,
             const char   *prefix)
{
  PresserTeiEntry *old = get_entry (self, presser_topic_get_id (topic));
  g_autoptr (PresserTeiPatches) patches = presser_tei_patches_new (self->source);
  g_autoptr (PresserTeiBranches) branches = presser_tei_branches_new (self->source, patches);
  g_autofree char   *description = dup_description (topic);
  PresserTeiElement *element;
  guint32            end;

  if (old == NULL)
    {
      g_autofree char *content = g_strdup_printf ("<catDesc>%s</catDesc>", description);

      return add_prefix (content, prefix);
    }

  patch_category (branches, old->element, PRESSER_TOPIC (old->object), topic);
  presser_tei_branches_emit (branches);
  element = presser_tei_source_get_element (self->source, old->element);
  end = element->close_start;
  for (guint32 child = PRESSER_TEI_NONE;
       (child = presser_tei_source_next_child (self->source, old->element, child)) != PRESSER_TEI_NONE;)
    if (presser_tei_source_is (self->source, child, "category"))
      {
        end = presser_tei_source_get_element (self->source, child)->tag_start;
        break;
      }

  return g_strstrip (presser_tei_patches_apply (patches, element->tag_end, end, NULL));
}

static void
grow_tree (TopicWriter      *self,
           PresserTeiBranch *parent,
           const char       *parent_id,
           const char       *prefix)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      PresserTopic     *topic = g_ptr_array_index (self->topics, i);
      g_autofree char  *content = NULL;
      g_autofree char  *old_rend = NULL;
      g_autofree char  *rend = NULL;
      PresserTeiBranch *category;
      PresserTeiEntry  *old = get_entry (self, presser_topic_get_id (topic));

      if (g_strcmp0 (presser_topic_get_parent (topic), parent_id) != 0)
        continue;
      content = dup_content (self, topic, prefix);
      old_rend = old == NULL ? NULL : presser_tei_source_dup_attribute (self->source, old->element, "rend");
      rend = presser_tei_write_dup_rend (old_rend, presser_topic_get_colour (topic));
      category = presser_tei_branch_add (parent, "category", NULL);
      presser_tei_branch_set_attribute (category, "xml:id", presser_topic_get_id (topic));
      presser_tei_branch_set_attribute (category, "rend", rend);
      presser_tei_branch_set_xml (category, content);
      grow_tree (self, category, presser_topic_get_id (topic), prefix);
    }
}

static void
rebuild (TopicWriter *self)
{
  g_autofree char  *prefix = presser_tei_source_dup_prefix (self->source, 0);
  PresserTeiBranch *top = get_top (self);
  GHashTableIter    iter;
  gpointer          entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    presser_tei_branches_delete (self->branches, ((PresserTeiEntry *) entry)->element);
  grow_tree (self, top, NULL, prefix);
}

void
presser_tei_write_topics (PresserTeiWriter   *writer,
                          PresserTeiBranches *branches)
{
  GListModel *model = presser_document_get_topics (writer->document);
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) foreign = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) new_ones = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_object_unref);
  TopicWriter self = { writer, writer->source, branches, entries, foreign, topics, new_ones };

  for (guint i = 0; i < writer->reading->topics->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (writer->reading->topics, PresserTeiEntry, i);

      g_hash_table_insert (entry->element != PRESSER_TEI_NONE ? entries : foreign,
                           (gpointer) presser_topic_get_id (PRESSER_TOPIC (entry->object)), entry);
    }
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (model, i);
      const char *id = presser_topic_get_id (topic);

      if (presser_tei_writer_wants (writer, id) || g_hash_table_contains (entries, id))
        g_ptr_array_add (topics, g_object_ref (topic));
    }

  if (is_same_tree (&self))
    write_in_place (&self);
  else
    rebuild (&self);
}
