/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names are compared without their namespace, whose version differs from vendor to vendor. */

#include "presser-qda-project.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "presser-error.h"

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE)
/* Codes in codes: deeper than anybody sorts. */
#define DEPTH_LIMIT 64

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
find_child (xmlNode    *parent,
            const char *name)
{
  for (xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL; child = child->next)
    if (is_element (child, name))
      return child;
  return NULL;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char    *copy = value != NULL && *value != '\0' ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static char *
dup_guid (xmlNode    *node,
          const char *attribute)
{
  char *guid = dup_attribute (node, attribute);
  char *lower = guid != NULL ? g_ascii_strdown (g_strdelimit (guid, "{}", ' '), -1) : NULL;

  g_free (guid);
  return lower != NULL ? g_strstrip (lower) : NULL;
}

static char *
dup_text (xmlNode *node)
{
  xmlChar *value = node != NULL ? xmlNodeGetContent (node) : NULL;
  char    *copy = value != NULL && *value != '\0' ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static gint64
get_moment (xmlNode    *node,
            const char *attribute)
{
  g_autofree char *value = dup_attribute (node, attribute);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = value != NULL ? g_date_time_new_from_iso8601 (value, utc) : NULL;

  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

static void
free_code (gpointer data)
{
  PresserQdaCode *code = data;

  g_free (code->guid);
  g_free (code->parent);
  g_free (code->name);
  g_free (code->description);
  g_free (code);
}

static void
free_case (gpointer data)
{
  PresserQdaCase *self = data;

  g_free (self->guid);
  g_free (self->name);
  g_free (self->role);
  g_free (self->affiliation);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->selections);
  g_free (self);
}

static void
free_selection (gpointer data)
{
  PresserQdaSelection *selection = data;

  g_free (selection->guid);
  g_free (selection->name);
  g_free (selection->note);
  g_free (selection->user);
  g_ptr_array_unref (selection->codes);
  g_free (selection);
}

static void
free_source (gpointer data)
{
  PresserQdaSource *source = data;

  g_free (source->name);
  g_free (source->content);
  g_free (source->path);
  g_ptr_array_unref (source->selections);
  g_free (source);
}

/**
 * presser_qda_project_free:
 * @self: (transfer full): a project
 */
void
presser_qda_project_free (PresserQdaProject *self)
{
  g_free (self->name);
  g_hash_table_unref (self->codes_by_id);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->users);
  g_hash_table_unref (self->links);
  g_free (self);
}

static void
read_codes (PresserQdaProject *self,
            xmlNode           *parent,
            const char        *parent_guid,
            guint              depth)
{
  for (xmlNode *child = parent != NULL && depth < DEPTH_LIMIT ? parent->children : NULL; child != NULL; child = child->next)
    {
      PresserQdaCode  *code = NULL;
      g_autofree char *codable = is_element (child, "Code") ? dup_attribute (child, "isCodable") : NULL;
      char            *guid = is_element (child, "Code") ? dup_guid (child, "guid") : NULL;

      if (guid == NULL || g_hash_table_contains (self->codes_by_id, guid))
        {
          g_free (guid);
          continue;
        }
      code = g_new0 (PresserQdaCode, 1);
      code->guid = guid;
      code->parent = g_strdup (parent_guid);
      code->name = dup_attribute (child, "name");
      code->description = dup_text (find_child (child, "Description"));
      code->is_codable = g_strcmp0 (codable, "false") != 0 && g_strcmp0 (codable, "0") != 0;
      g_ptr_array_add (self->codes, code);
      g_hash_table_insert (self->codes_by_id, guid, code);
      read_codes (self, child, guid, depth + 1);
    }
}

static GPtrArray *
collect_targets (xmlNode    *parent,
                 const char *name)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      char *guid = is_element (child, name) ? dup_guid (child, "targetGUID") : NULL;

      if (guid != NULL)
        g_ptr_array_add (targets, guid);
    }
  return targets;
}

/* The names of variables by guid. */
static GHashTable *
read_variables (xmlNode *variables)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (xmlNode *child = variables != NULL ? variables->children : NULL; child != NULL; child = child->next)
    {
      char *guid = is_element (child, "Variable") ? dup_guid (child, "guid") : NULL;

      if (guid != NULL)
        g_hash_table_insert (names, guid, dup_attribute (child, "name"));
    }
  return names;
}

static void
read_values (PresserQdaCase *self,
             xmlNode        *node,
             GHashTable     *variables)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      xmlNode         *reference = is_element (child, "VariableValue") ? find_child (child, "VariableRef") : NULL;
      g_autofree char *guid = reference != NULL ? dup_guid (reference, "targetGUID") : NULL;
      const char      *name = guid != NULL ? g_hash_table_lookup (variables, guid) : NULL;

      if (name != NULL && self->role == NULL && g_ascii_strcasecmp (name, "role") == 0)
        self->role = dup_text (find_child (child, "TextValue"));
      else if (name != NULL && self->affiliation == NULL && g_ascii_strcasecmp (name, "affiliation") == 0)
        self->affiliation = dup_text (find_child (child, "TextValue"));
    }
}

static void
read_cases (PresserQdaProject *self,
            xmlNode           *cases,
            GHashTable        *variables)
{
  for (xmlNode *child = cases != NULL ? cases->children : NULL; child != NULL; child = child->next)
    {
      PresserQdaCase *found = NULL;

      if (!is_element (child, "Case"))
        continue;
      found = g_new0 (PresserQdaCase, 1);
      found->guid = dup_guid (child, "guid");
      found->name = dup_attribute (child, "name");
      found->codes = collect_targets (child, "CodeRef");
      found->selections = collect_targets (child, "SelectionRef");
      read_values (found, child, variables);
      g_ptr_array_add (self->cases, found);
    }
}

static void
read_codings (PresserQdaSelection *selection,
              xmlNode             *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      xmlNode *reference = is_element (child, "Coding") ? find_child (child, "CodeRef") : NULL;
      char    *guid = reference != NULL ? dup_guid (reference, "targetGUID") : NULL;

      if (guid != NULL)
        g_ptr_array_add (selection->codes, guid);
    }
}

static void
read_selection (PresserQdaSource *source,
                xmlNode          *node)
{
  PresserQdaSelection *selection = g_new0 (PresserQdaSelection, 1);
  g_autofree char     *start = dup_attribute (node, "startPosition");
  g_autofree char     *end = dup_attribute (node, "endPosition");

  selection->guid = dup_guid (node, "guid");
  selection->name = dup_attribute (node, "name");
  selection->start = start != NULL ? g_ascii_strtoll (start, NULL, 10) : -1;
  selection->end = end != NULL ? g_ascii_strtoll (end, NULL, 10) : -1;
  selection->note = dup_text (find_child (node, "Description"));
  selection->user = dup_guid (node, "creatingUser");
  selection->made = get_moment (node, "creationDateTime");
  selection->changed = get_moment (node, "modifiedDateTime");
  selection->codes = g_ptr_array_new_with_free_func (g_free);
  read_codings (selection, node);
  g_ptr_array_add (source->selections, selection);
}

static char *
dup_member (xmlNode    *node,
            const char *attribute)
{
  g_autofree char *path = dup_attribute (node, attribute);

  if (path == NULL || !g_str_has_prefix (path, "internal://"))
    return NULL;
  return g_strdup (path + strlen ("internal://"));
}

static void
read_text_source (PresserQdaProject *self,
                  xmlNode           *node)
{
  PresserQdaSource *source = g_new0 (PresserQdaSource, 1);

  source->name = dup_attribute (node, "name");
  source->path = dup_member (node, "plainTextPath");
  source->content = dup_text (find_child (node, "PlainTextContent"));
  source->selections = g_ptr_array_new_with_free_func (free_selection);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, "PlainTextSelection"))
      read_selection (source, child);
  g_ptr_array_add (self->sources, source);
}

static void
read_sources (PresserQdaProject *self,
              xmlNode           *sources)
{
  for (xmlNode *child = sources != NULL ? sources->children : NULL; child != NULL; child = child->next)
    {
      if (is_element (child, "TextSource"))
        read_text_source (self, child);
      else if (child->type == XML_ELEMENT_NODE)
        self->n_other_sources++;
    }
}

static void
read_users (PresserQdaProject *self,
            xmlNode           *users)
{
  for (xmlNode *child = users != NULL ? users->children : NULL; child != NULL; child = child->next)
    {
      char *guid = is_element (child, "User") ? dup_guid (child, "guid") : NULL;

      if (guid != NULL)
        g_hash_table_insert (self->users, guid, dup_attribute (child, "name"));
    }
}

/* Each selection goes on at most once, and nothing points to itself. */
static void
read_links (PresserQdaProject *self,
            xmlNode           *links)
{
  for (xmlNode *child = links != NULL ? links->children : NULL; child != NULL; child = child->next)
    {
      g_autofree char *origin = is_element (child, "Link") ? dup_guid (child, "originGUID") : NULL;
      g_autofree char *target = is_element (child, "Link") ? dup_guid (child, "targetGUID") : NULL;

      if (origin != NULL && target != NULL && !g_str_equal (origin, target) && !g_hash_table_contains (self->links, origin))
        g_hash_table_insert (self->links, g_steal_pointer (&origin), g_steal_pointer (&target));
    }
}

static guint
count_children (xmlNode *parent)
{
  return parent != NULL ? xmlChildElementCount (parent) : 0;
}

static PresserQdaProject *
project_new (xmlNode *root)
{
  PresserQdaProject *self = g_new0 (PresserQdaProject, 1);
  g_autoptr (GHashTable) variables = read_variables (find_child (root, "Variables"));

  self->name = dup_attribute (root, "name");
  self->codes = g_ptr_array_new_with_free_func (free_code);
  self->codes_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->cases = g_ptr_array_new_with_free_func (free_case);
  self->sources = g_ptr_array_new_with_free_func (free_source);
  self->users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_users (self, find_child (root, "Users"));
  read_codes (self, find_child (find_child (root, "CodeBook"), "Codes"), NULL, 0);
  read_cases (self, find_child (root, "Cases"), variables);
  read_sources (self, find_child (root, "Sources"));
  read_links (self, find_child (root, "Links"));
  self->n_notes = count_children (find_child (root, "Notes"));
  self->n_sets = count_children (find_child (root, "Sets")) + count_children (find_child (root, "Graphs"));

  return self;
}

/**
 * presser_qda_project_new:
 * @xml: content of a project.qde
 * @name: of the file that it stands in, for messages
 * @error: return location for %PRESSER_ERROR_INVALID
 *
 * Returns: (transfer full): what it says
 */
PresserQdaProject *
presser_qda_project_new (GBytes     *xml,
                         const char *name,
                         GError    **error)
{
  gsize              size = 0;
  const char        *data = g_bytes_get_data (xml, &size);
  xmlDoc            *doc = size < G_MAXINT ? xmlReadMemory (data, (int) size, NULL, NULL, PARSE_OPTIONS) : NULL;
  xmlNode           *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  PresserQdaProject *self = NULL;

  /* A document type declaration has no place here; it is where entity bombs come from. */
  if (root != NULL && doc->intSubset == NULL && is_element (root, "Project"))
    self = project_new (root);
  else
    g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” is damaged: its project.qde is no sound REFI-QDA project."), name);
  if (doc != NULL)
    xmlFreeDoc (doc);

  return self;
}
