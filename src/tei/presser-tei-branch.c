/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-branch-private.h"

#include <string.h>

#include "presser-tei-escape-private.h"

struct _PresserTeiBranch
{
  PresserTeiBranches *owner;
  guint32             element; /* in the source, or PRESSER_TEI_NONE */
  char               *name;
  GString            *attributes;
  char               *xml;      /* content, or NULL */
  GPtrArray          *children; /* of PresserTeiBranch, new ones only, owned */
  GHashTable         *paths;    /* name: the child that a path goes through; borrowed */
  guint32             after;
  guint32             before;
  gboolean            is_first;
};

struct _PresserTeiBranches
{
  PresserTeiSource  *source;
  PresserTeiPatches *patches;
  GPtrArray         *roots;   /* of PresserTeiBranch: elements of the source, in the order they were asked for */
  GHashTable        *indexed; /* element: one of the roots */
  GHashTable        *deleted; /* elements */
  char              *unit;    /* what one level is indented by; NULL until needed */
};

static void
branch_free (gpointer data)
{
  PresserTeiBranch *self = data;

  g_free (self->name);
  g_free (self->xml);
  g_string_free (self->attributes, TRUE);
  g_ptr_array_unref (self->children);
  g_hash_table_unref (self->paths);
  g_free (self);
}

static PresserTeiBranch *
branch_new (PresserTeiBranches *owner,
            guint32             element,
            const char         *name)
{
  PresserTeiBranch *self = g_new0 (PresserTeiBranch, 1);

  self->owner = owner;
  self->element = element;
  self->name = g_strdup (name);
  self->attributes = g_string_new (NULL);
  self->children = g_ptr_array_new_with_free_func (branch_free);
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->after = self->before = PRESSER_TEI_NONE;

  return self;
}

PresserTeiBranches *
presser_tei_branches_new (PresserTeiSource  *source,
                          PresserTeiPatches *patches)
{
  PresserTeiBranches *self = g_new0 (PresserTeiBranches, 1);

  self->source = source;
  self->patches = patches;
  self->roots = g_ptr_array_new_with_free_func (branch_free);
  self->indexed = g_hash_table_new (NULL, NULL);
  self->deleted = g_hash_table_new (NULL, NULL);

  return self;
}

void
presser_tei_branches_free (PresserTeiBranches *self)
{
  g_ptr_array_unref (self->roots);
  g_hash_table_unref (self->indexed);
  g_hash_table_unref (self->deleted);
  g_free (self->unit);
  g_free (self);
}

PresserTeiPatches *
presser_tei_branches_get_patches (PresserTeiBranches *self)
{
  return self->patches;
}

PresserTeiSource *
presser_tei_branches_get_source (PresserTeiBranches *self)
{
  return self->source;
}

PresserTeiBranch *
presser_tei_branches_get (PresserTeiBranches *self,
                          guint32             element)
{
  PresserTeiBranch *branch = g_hash_table_lookup (self->indexed, GUINT_TO_POINTER (element));

  if (branch == NULL)
    {
      branch = branch_new (self, element, presser_tei_source_get_name (self->source, element));
      g_ptr_array_add (self->roots, branch);
      g_hash_table_insert (self->indexed, GUINT_TO_POINTER (element), branch);
    }

  return branch;
}

static guint32
find_living_child (PresserTeiBranch *self,
                   const char       *name)
{
  PresserTeiSource *source = self->owner->source;
  guint32           child = PRESSER_TEI_NONE;

  if (self->element == PRESSER_TEI_NONE)
    return PRESSER_TEI_NONE;
  do
    child = presser_tei_source_next_child (source, self->element, child);
  while (child != PRESSER_TEI_NONE
         && (!presser_tei_source_is (source, child, name) || presser_tei_branches_is_deleted (self->owner, child)));

  return child;
}

static PresserTeiBranch *
get_step (PresserTeiBranch *self,
          const char       *name)
{
  PresserTeiBranch *step = g_hash_table_lookup (self->paths, name);
  guint32           child;

  if (step != NULL)
    return step;
  child = find_living_child (self, name);
  step = child != PRESSER_TEI_NONE ? presser_tei_branches_get (self->owner, child) : presser_tei_branch_add (self, name, NULL);
  g_hash_table_insert (self->paths, g_strdup (name), step);

  return step;
}

PresserTeiBranch *
presser_tei_branch_get_path (PresserTeiBranch *self,
                             const char       *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = 0; names[i] != NULL; i++)
    self = get_step (self, names[i]);

  return self;
}

PresserTeiBranch *
presser_tei_branch_add (PresserTeiBranch *self,
                        const char       *name,
                        const char       *text)
{
  PresserTeiBranch *child = branch_new (self->owner, PRESSER_TEI_NONE, name);
  g_autoptr (GString) xml = g_string_new (NULL);

  if (text != NULL)
    {
      presser_tei_append_text (xml, text);
      child->xml = g_strdup (xml->str);
    }
  g_ptr_array_add (self->children, child);

  return child;
}

void
presser_tei_branch_set_xml (PresserTeiBranch *self,
                            const char       *xml)
{
  g_free (self->xml);
  self->xml = g_strdup (xml);
}

void
presser_tei_branch_set_attribute (PresserTeiBranch *self,
                                  const char       *name,
                                  const char       *value)
{
  if (self->element != PRESSER_TEI_NONE)
    presser_tei_patches_set_attribute (self->owner->patches, self->element, name, value);
  else if (value != NULL)
    presser_tei_append_attribute (self->attributes, name, value);
}

void
presser_tei_branch_set_after (PresserTeiBranch *self,
                              guint32           sibling)
{
  self->after = sibling;
}

void
presser_tei_branch_set_before (PresserTeiBranch *self,
                               guint32           sibling)
{
  self->before = sibling;
}

/* Before all that is there. */
void
presser_tei_branch_set_first (PresserTeiBranch *self)
{
  self->is_first = TRUE;
}

void
presser_tei_branches_delete (PresserTeiBranches *self,
                             guint32             element)
{
  g_hash_table_add (self->deleted, GUINT_TO_POINTER (element));
}

gboolean
presser_tei_branches_is_deleted (PresserTeiBranches *self,
                                 guint32             element)
{
  return g_hash_table_contains (self->deleted, GUINT_TO_POINTER (element));
}

void
presser_tei_branches_replace_text (PresserTeiBranches *self,
                                   guint32             element,
                                   const char         *text)
{
  PresserTeiElement *owner = presser_tei_source_get_element (self->source, element);
  PresserTeiName    *name = g_ptr_array_index (self->source->names, owner->name);
  g_autoptr (GString) xml = g_string_new (NULL);

  presser_tei_append_text (xml, text != NULL ? text : "");
  if (!owner->is_empty_tag)
    {
      presser_tei_patches_replace (self->patches, owner->tag_end, owner->close_start, xml->str);
      return;
    }
  if (xml->len == 0)
    return;
  presser_tei_patches_delete (self->patches, owner->tag_end - 2, owner->tag_end - 1);
  g_string_append (xml, "</");
  g_string_append_len (xml, name->name, name->length);
  g_string_append_c (xml, '>');
  presser_tei_patches_insert (self->patches, owner->tag_end, xml->str);
}

/* Line end and blanks before a tag, or the empty string if the tag does not begin its line. */
static char *
dup_indentation (PresserTeiSource *source,
                 guint32           place)
{
  guint32 start = place;

  while (start > 0 && (source->text[start - 1] == ' ' || source->text[start - 1] == '\t'))
    start--;
  if (start == 0 || source->text[start - 1] != '\n')
    return g_strdup ("");
  start--;
  if (start > 0 && source->text[start - 1] == '\r')
    start--;

  return g_strndup (source->text + start, place - start);
}

/* How many elements to look at for the habit of a file. */
#define N_SAMPLES 200

/* What a child begins its line with beyond its parent, or NULL if one of them does not begin a line. */
static char *
dup_step (PresserTeiSource *source,
          guint32           element)
{
  PresserTeiElement *child = presser_tei_source_get_element (source, element);
  g_autofree char   *own = dup_indentation (source, child->tag_start);
  g_autofree char   *outer = child->parent == PRESSER_TEI_NONE
                                 ? g_strdup ("")
                                 : dup_indentation (source, presser_tei_source_get_element (source, child->parent)->tag_start);

  return *outer == '\0' || !g_str_has_prefix (own, outer) ? NULL : g_strdup (own + strlen (outer));
}

/* The most usual step from a parent to its child. */
static char *
find_unit (PresserTeiSource *source)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *best = NULL;
  guint            best_count = 0;

  for (guint32 i = 1; i < MIN (source->elements->len, N_SAMPLES); i++)
    {
      g_autofree char *step = dup_step (source, i);
      guint            count = step == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (counts, step)) + 1;

      if (step == NULL)
        continue;
      g_hash_table_insert (counts, g_strdup (step), GUINT_TO_POINTER (count));
      if (count <= best_count)
        continue;
      best_count = count;
      g_free (best);
      best = g_steal_pointer (&step);
    }

  return g_steal_pointer (&best);
}

static char *
deepen (PresserTeiBranches *self,
        const char         *indentation)
{
  const char *last = *indentation == '\0' ? "" : indentation + strlen (indentation) - 1;

  if (*indentation == '\0')
    return g_strdup ("");
  if (self->unit == NULL)
    {
      self->unit = find_unit (self->source);
      if (self->unit == NULL)
        self->unit = g_strdup (*last == '\t' ? "\t" : "  ");
    }

  return g_strconcat (indentation, self->unit, NULL);
}

static void
append_branch (GString          *xml,
               PresserTeiBranch *self,
               const char       *prefix,
               const char       *indentation)
{
  g_autofree char *inner = deepen (self->owner, indentation);

  g_string_append_printf (xml, "%s<%s%s%s", indentation, prefix, self->name, self->attributes->str);
  if (self->xml == NULL && self->children->len == 0)
    {
      g_string_append (xml, "/>");
      return;
    }
  g_string_append_c (xml, '>');
  if (self->xml != NULL)
    g_string_append (xml, self->xml);
  for (guint i = 0; i < self->children->len; i++)
    append_branch (xml, g_ptr_array_index (self->children, i), prefix, inner);
  g_string_append_printf (xml, "%s</%s%s>", self->children->len > 0 ? indentation : "", prefix, self->name);
}

/* The child of an element of the source that a new child comes behind, or PRESSER_TEI_NONE for the first place. */
static guint32
find_left (PresserTeiBranch *parent,
           PresserTeiBranch *child)
{
  PresserTeiSource *source = parent->owner->source;
  int               rank = presser_tei_vocabulary_rank (parent->name, child->name);
  guint32           left = PRESSER_TEI_NONE;
  guint32           sibling = PRESSER_TEI_NONE;

  if (child->after != PRESSER_TEI_NONE || child->is_first)
    return child->after;
  while ((sibling = presser_tei_source_next_child (source, parent->element, sibling)) != PRESSER_TEI_NONE)
    {
      if (sibling == child->before)
        return left;
      if (rank < 0 || child->before != PRESSER_TEI_NONE
          || presser_tei_vocabulary_rank (parent->name, presser_tei_source_get_name (source, sibling)) <= rank)
        left = sibling;
    }

  return left;
}

static char *
dup_child_indentation (PresserTeiBranch *parent,
                       guint32           left)
{
  PresserTeiSource *source = parent->owner->source;
  guint32           like = left != PRESSER_TEI_NONE ? left : presser_tei_source_next_child (source, parent->element, PRESSER_TEI_NONE);
  g_autofree char  *own = NULL;

  if (like != PRESSER_TEI_NONE)
    return dup_indentation (source, presser_tei_source_get_element (source, like)->tag_start);
  own = dup_indentation (source, presser_tei_source_get_element (source, parent->element)->tag_start);

  return deepen (parent->owner, own);
}

static void
open_empty_tag (PresserTeiBranch *self)
{
  PresserTeiElement *element = presser_tei_source_get_element (self->owner->source, self->element);
  PresserTeiName    *name = g_ptr_array_index (self->owner->source->names, element->name);
  g_autofree char   *indentation = dup_indentation (self->owner->source, element->tag_start);
  g_autoptr (GString) xml = g_string_new (indentation);

  presser_tei_patches_delete (self->owner->patches, element->tag_end - 2, element->tag_end - 1);
  g_string_append (xml, "</");
  g_string_append_len (xml, name->name, name->length);
  g_string_append_c (xml, '>');
  presser_tei_patches_insert (self->owner->patches, element->tag_end, xml->str);
}

static void
emit_root (PresserTeiBranch *self)
{
  PresserTeiSource  *source = self->owner->source;
  PresserTeiElement *element = presser_tei_source_get_element (source, self->element);
  g_autofree char   *prefix = presser_tei_source_dup_prefix (source, self->element);

  for (guint i = 0; i < self->children->len; i++)
    {
      PresserTeiBranch *child = g_ptr_array_index (self->children, i);
      guint32           left = find_left (self, child);
      g_autofree char  *indentation = dup_child_indentation (self, left);
      g_autoptr (GString) xml = g_string_new (NULL);

      append_branch (xml, child, prefix, indentation);
      presser_tei_patches_insert (self->owner->patches,
                                  left == PRESSER_TEI_NONE ? element->tag_end
                                                           : presser_tei_source_get_element (source, left)->close_end,
                                  xml->str);
    }
  if (self->children->len > 0 && element->is_empty_tag)
    open_empty_tag (self);
}

static gboolean
has_growth (PresserTeiBranches *self,
            guint32             element)
{
  PresserTeiBranch *branch = g_hash_table_lookup (self->indexed, GUINT_TO_POINTER (element));

  return branch != NULL && branch->children->len > 0;
}

/* None of these may be empty in TEI, so what is left empty was there for its content alone. */
static gboolean
is_left_empty (PresserTeiBranches *self,
               guint32             element)
{
  static const char *const containers[] = {
    "listPerson", "particDesc", "taxonomy", "classDecl", "encodingDesc", "profileDesc", "standOff", "listAnnotation",
    "revisionDesc", "settingDesc", "setting", "langUsage", "bibl", "recordingStmt", "recording", "affiliation", "notesStmt", NULL
  };
  guint32 child = PRESSER_TEI_NONE;

  if (!g_strv_contains (containers, presser_tei_source_get_name (self->source, element)) || has_growth (self, element))
    return FALSE;
  while ((child = presser_tei_source_next_child (self->source, element, child)) != PRESSER_TEI_NONE)
    if (!presser_tei_branches_is_deleted (self, child)
        && !(presser_tei_source_is (self->source, element, "taxonomy") && presser_tei_source_is (self->source, child, "desc")))
      return FALSE;

  return TRUE;
}

/* It must say something, if only that nothing is known. */
static void
keep_source_filled (PresserTeiBranches *self,
                    guint32             description)
{
  guint32 child = PRESSER_TEI_NONE;

  if (!presser_tei_source_is (self->source, description, "sourceDesc") || has_growth (self, description))
    return;
  while ((child = presser_tei_source_next_child (self->source, description, child)) != PRESSER_TEI_NONE)
    if (!presser_tei_branches_is_deleted (self, child))
      return;
  presser_tei_branch_add (presser_tei_branches_get (self, description), "p", PRESSER_TEI_NO_SOURCE);
}

static void
delete_with_container (PresserTeiBranches *self,
                       guint32             element)
{
  guint32 parent = presser_tei_source_get_element (self->source, element)->parent;

  while (parent != PRESSER_TEI_NONE && !presser_tei_branches_is_deleted (self, parent) && is_left_empty (self, parent))
    {
      presser_tei_branches_delete (self, parent);
      element = parent;
      parent = presser_tei_source_get_element (self->source, element)->parent;
    }
  if (parent != PRESSER_TEI_NONE)
    keep_source_filled (self, parent);
  if (parent == PRESSER_TEI_NONE || !presser_tei_branches_is_deleted (self, parent))
    presser_tei_patches_delete_element (self->patches, element);
}

void
presser_tei_branches_emit (PresserTeiBranches *self)
{
  g_autofree gpointer *deleted = g_hash_table_get_keys_as_array (self->deleted, NULL);
  guint                n_deleted = g_hash_table_size (self->deleted);

  for (guint i = 0; i < n_deleted; i++)
    delete_with_container (self, GPOINTER_TO_UINT (deleted[i]));
  for (guint i = 0; i < self->roots->len; i++)
    if (!presser_tei_branches_is_deleted (self, ((PresserTeiBranch *) g_ptr_array_index (self->roots, i))->element))
      emit_root (g_ptr_array_index (self->roots, i));
}
