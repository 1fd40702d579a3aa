/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-qda-coding.h"

#include <string.h>

struct _PresserQdaCoding
{
  PresserQdaProject *project;  /* borrowed */
  PresserDocument   *document; /* borrowed */
  GHashTable        *topics;   /* char * (guid, borrowed) to char * (topic's id, owned) */
  GHashTable        *cases;    /* char * (guid of a selection or of a code, borrowed) to PresserQdaCase */
  GHashTable        *speakers; /* char * (name, owned) to char * (speaker's id, owned) */
  GHashTable        *users;    /* char * (guid, owned) to char * (annotator's id, owned) */
};

/* The top of the tree of codes that one stands in. */
static PresserQdaCode *
find_top (PresserQdaProject *project,
          PresserQdaCode    *code)
{
  while (code->parent != NULL)
    code = g_hash_table_lookup (project->codes_by_id, code->parent);
  return code;
}

/* A folder of that name at the top, in which the code stands. */
static gboolean
stands_in (PresserQdaProject *project,
           PresserQdaCode    *code,
           const char        *folder)
{
  PresserQdaCode *top = find_top (project, code);

  return top->name != NULL && g_ascii_strcasecmp (top->name, folder) == 0;
}

static gboolean
is_speaker (PresserQdaCoding *self,
            PresserQdaCode   *code)
{
  return stands_in (self->project, code, "Speakers") || g_hash_table_contains (self->cases, code->guid);
}

/* What Presser writes as codes because a selection has no attributes for it. */
static gboolean
is_word (PresserQdaProject *project,
         PresserQdaCode    *code)
{
  PresserKind       kind;
  PresserStatus     status;
  PresserGroundRule rule;

  if (code->parent == NULL || code->name == NULL)
    return FALSE;
  return (stands_in (project, code, "Kind") && presser_kind_from_string (code->name, &kind))
         || (stands_in (project, code, "Status") && presser_status_from_string (code->name, &status))
         || (stands_in (project, code, "Ground rule") && presser_ground_rule_from_string (code->name, &rule));
}

/* A folder that holds no topic is none itself. */
static gboolean
is_bare_folder (PresserQdaCoding *self,
                PresserQdaCode   *code)
{
  if (code->is_codable || code->parent != NULL)
    return FALSE;
  if (code->name != NULL && (g_ascii_strcasecmp (code->name, "Topics") == 0 || g_ascii_strcasecmp (code->name, "Speakers") == 0))
    return TRUE;
  for (guint i = 0; i < self->project->codes->len; i++)
    {
      PresserQdaCode *child = self->project->codes->pdata[i];

      if (g_strcmp0 (child->parent, code->guid) == 0 && !is_word (self->project, child) && !is_speaker (self, child))
        return FALSE;
    }
  return TRUE;
}

static void
add_topic (PresserQdaCoding *self,
           PresserQdaCode   *code)
{
  const char      *name = code->name != NULL ? code->name : code->guid;
  const char      *parent = code->parent != NULL ? g_hash_table_lookup (self->topics, code->parent) : NULL;
  g_autofree char *id = presser_document_make_id (self->document, "t", name);
  g_autoptr (PresserTopic) bare = presser_topic_new (id, name);
  g_autoptr (PresserTopic) child = presser_topic_with_parent (bare, parent);
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (child, code->description);

  presser_document_insert_topic (self->document, G_MAXUINT, defined);
  g_hash_table_insert (self->topics, code->guid, g_steal_pointer (&id));
}

static void
add_topics (PresserQdaCoding *self)
{
  for (guint i = 0; i < self->project->codes->len; i++)
    {
      PresserQdaCode *code = self->project->codes->pdata[i];

      if (!is_word (self->project, code) && !is_bare_folder (self, code) && !is_speaker (self, code))
        add_topic (self, code);
    }
}

/* Cases of files, which some programs use for their variables, have no selections and no codes. */
static void
index_cases (PresserQdaCoding *self)
{
  for (guint i = 0; i < self->project->cases->len; i++)
    {
      PresserQdaCase *found = self->project->cases->pdata[i];

      if (found->name == NULL)
        continue;
      for (guint j = 0; j < found->selections->len; j++)
        g_hash_table_insert (self->cases, found->selections->pdata[j], found);
      for (guint j = 0; j < found->codes->len; j++)
        g_hash_table_insert (self->cases, found->codes->pdata[j], found);
      if (found->guid != NULL && g_hash_table_contains (self->project->codes_by_id, found->guid))
        g_hash_table_insert (self->cases, found->guid, found);
    }
}

/**
 * presser_qda_coding_new:
 * @project: a project; must outlive this
 * @document: the document of its texts, which gets the topics; must outlive this
 *
 * Returns: (transfer full): what turns its selections into statements
 */
PresserQdaCoding *
presser_qda_coding_new (PresserQdaProject *project,
                        PresserDocument   *document)
{
  PresserQdaCoding *self = g_new0 (PresserQdaCoding, 1);

  self->project = project;
  self->document = document;
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->cases = g_hash_table_new (g_str_hash, g_str_equal);
  self->speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index_cases (self);
  add_topics (self);

  return self;
}

/**
 * presser_qda_coding_free:
 * @self: (transfer full): a coding
 */
void
presser_qda_coding_free (PresserQdaCoding *self)
{
  g_hash_table_unref (self->topics);
  g_hash_table_unref (self->cases);
  g_hash_table_unref (self->speakers);
  g_hash_table_unref (self->users);
  g_free (self);
}

/* What the text itself says of somebody stays; what only the project knows is added. */
static char *
add_speaker (PresserQdaCoding     *self,
             const char           *name,
             const PresserQdaCase *details)
{
  PresserSpeaker  *known = presser_document_find_speaker (self->document, name);
  g_autofree char *id = known != NULL ? g_strdup (presser_speaker_get_id (known)) : presser_document_make_id (self->document, "p", name);
  g_autoptr (PresserSpeaker) speaker = known != NULL ? g_object_ref (known) : presser_speaker_new (id, name);
  g_autoptr (PresserSpeaker) with_role = NULL;
  g_autoptr (PresserSpeaker) whole = NULL;
  const char *role = presser_speaker_get_role (speaker);
  const char *affiliation = presser_speaker_get_affiliation (speaker);

  with_role = presser_speaker_with_role (speaker, role == NULL && details != NULL ? details->role : role);
  whole = presser_speaker_with_affiliation (with_role, affiliation == NULL && details != NULL ? details->affiliation : affiliation);
  if (known != NULL)
    presser_document_replace_speaker (self->document, known, whole);
  else
    presser_document_insert_speaker (self->document, G_MAXUINT, whole);

  return g_steal_pointer (&id);
}

static const char *
get_speaker (PresserQdaCoding     *self,
             const char           *name,
             const PresserQdaCase *details)
{
  char *id = g_hash_table_lookup (self->speakers, name);

  if (id == NULL)
    {
      id = add_speaker (self, name, details);
      g_hash_table_insert (self->speakers, g_strdup (name), id);
    }
  return id;
}

/* By a code that means a person, else by the case that the selection belongs to. */
static const char *
find_speaker (PresserQdaCoding    *self,
              PresserQdaSelection *selection)
{
  PresserQdaCase *details = NULL;

  for (guint i = 0; i < selection->codes->len; i++)
    {
      PresserQdaCode *code = g_hash_table_lookup (self->project->codes_by_id, selection->codes->pdata[i]);

      if (code != NULL && code->name != NULL && is_speaker (self, code))
        return get_speaker (self, code->name, g_hash_table_lookup (self->cases, code->guid));
    }
  details = selection->guid != NULL ? g_hash_table_lookup (self->cases, selection->guid) : NULL;
  return details != NULL ? get_speaker (self, details->name, details) : NULL;
}

static const char *
find_annotator (PresserQdaCoding    *self,
                PresserQdaSelection *selection)
{
  const char      *name = selection->user != NULL ? g_hash_table_lookup (self->project->users, selection->user) : NULL;
  const char      *known = name != NULL ? g_hash_table_lookup (self->users, selection->user) : NULL;
  g_autofree char *id = NULL;
  g_autoptr (PresserAnnotator) annotator = NULL;

  if (name == NULL || known != NULL)
    return known;
  id = presser_document_make_id (self->document, "ann", name);
  annotator = presser_annotator_new (id, name, FALSE);
  presser_document_add_annotator (self->document, annotator);
  known = id;
  g_hash_table_insert (self->users, g_strdup (selection->user), g_steal_pointer (&id));

  return known;
}

static void
read_word (PresserQdaCoding       *self,
           PresserQdaCode         *code,
           PresserStatementFields *fields)
{
  if (stands_in (self->project, code, "Kind"))
    presser_kind_from_string (code->name, &fields->kind);
  else if (stands_in (self->project, code, "Status"))
    presser_status_from_string (code->name, &fields->status);
  else
    presser_ground_rule_from_string (code->name, &fields->ground_rule);
}

/* GPtrArray of char *, borrowed, ended by NULL. */
static GPtrArray *
read_codes (PresserQdaCoding       *self,
            PresserQdaSelection    *selection,
            PresserStatementFields *fields)
{
  GPtrArray *topics = g_ptr_array_new ();

  for (guint i = 0; i < selection->codes->len; i++)
    {
      PresserQdaCode *code = g_hash_table_lookup (self->project->codes_by_id, selection->codes->pdata[i]);
      const char     *topic = code != NULL ? g_hash_table_lookup (self->topics, code->guid) : NULL;

      if (topic != NULL && !g_ptr_array_find (topics, topic, NULL))
        g_ptr_array_add (topics, (gpointer) topic);
      if (code != NULL && is_word (self->project, code))
        read_word (self, code, fields);
    }
  g_ptr_array_add (topics, NULL);

  return topics;
}

/**
 * presser_qda_coding_add:
 * @self: a coding
 * @selections: (element-type PresserQdaSelection): the parts of one statement; the first says what it is
 * @ranges: (element-type PresserRange): where they stand in the document
 */
void
presser_qda_coding_add (PresserQdaCoding *self,
                        GPtrArray        *selections,
                        GArray           *ranges)
{
  PresserQdaSelection   *selection = selections->pdata[0];
  g_autofree char       *id = presser_document_make_statement_id (self->document);
  PresserStatementFields fields = {
    .id = id,
    .ranges = (const PresserRange *) (gpointer) ranges->data,
    .n_ranges = ranges->len,
    .status = PRESSER_STATUS_DRAFT,
    .speaker = find_speaker (self, selection),
    .annotator = find_annotator (self, selection),
  };
  g_autoptr (GPtrArray) topics = read_codes (self, selection, &fields);
  g_autoptr (PresserStatement) bare = NULL;
  g_autoptr (PresserStatement) noted = NULL;
  g_autoptr (PresserStatement) dated = NULL;

  fields.topics = (const char *const *) topics->pdata;
  bare = presser_statement_new_with_fields (&fields);
  noted = presser_statement_with_note (bare, selection->note);
  dated = presser_statement_with_times (noted, selection->made, selection->changed);
  presser_document_add_statement (self->document, dated);
}
