/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers, topics and annotators from the header or from standOff. Who is only pointed at is listed under the
 * bare id: that is shown, but not written into the file. */

#include "presser-tei-reading-private.h"

#include <stdlib.h>
#include <string.h>

#include "presser-tei-categories-private.h"

typedef struct
{
  PresserTeiReading *reading;
  PresserTeiSource  *source;
  GHashTable        *speaker_ids; /* borrowed from the speakers */
  GHashTable        *annotator_ids;
} Reader;

static void
add_entry (GArray     *entries,
           GHashTable *ids,
           gpointer    object,
           const char *id,
           guint32     element)
{
  PresserTeiEntry entry = { object, element };

  g_array_append_val (entries, entry);
  g_hash_table_insert (ids, (gpointer) id, object);
}

/* `rend="colour-3"`, among other words. */
static int
read_colour (Reader *self,
             guint32 element)
{
  g_autofree char *rend = presser_tei_source_dup_attribute (self->source, element, "rend");
  g_auto (GStrv) words = presser_tei_split_pointers (rend);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "colour-") && g_ascii_isdigit (words[i][7]))
      return atoi (words[i] + 7);

  return PRESSER_COLOUR_AUTOMATIC;
}

static gboolean
has_type (Reader     *self,
          guint32     element,
          const char *type)
{
  g_autofree char *own = presser_tei_source_dup_attribute (self->source, element, "type");

  return own != NULL && g_ascii_strcasecmp (own, type) == 0;
}

static void
take_speaker (PresserSpeaker **speaker,
              PresserSpeaker  *other)
{
  g_object_unref (*speaker);
  *speaker = other;
}

static void
read_person_part (Reader          *self,
                  PresserSpeaker **speaker,
                  GStrvBuilder    *aliases,
                  guint32          part)
{
  const char      *name = presser_tei_source_get_name (self->source, part);
  g_autofree char *text = NULL;

  if (strcmp (name, "persName") == 0 && has_type (self, part, "alias"))
    {
      text = presser_tei_source_dup_text (self->source, part);
      if (text != NULL)
        g_strv_builder_add (aliases, text);
    }
  else if (strcmp (name, "occupation") == 0 && presser_speaker_get_role (*speaker) == NULL)
    {
      text = presser_tei_source_dup_text (self->source, part);
      take_speaker (speaker, presser_speaker_with_role (*speaker, text));
    }
  else if (strcmp (name, "affiliation") == 0 && presser_speaker_get_affiliation (*speaker) == NULL)
    {
      text = presser_tei_source_dup_text (self->source, presser_tei_source_find_child (self->source, part, "orgName"));
      take_speaker (speaker, presser_speaker_with_affiliation (*speaker, text));
    }
  else if (strcmp (name, "idno") == 0 && has_type (self, part, "URI") && presser_speaker_get_link (*speaker) == NULL)
    {
      text = presser_tei_source_dup_text (self->source, part);
      take_speaker (speaker, presser_speaker_with_link (*speaker, text));
    }
}

static char *
dup_person_name (Reader     *self,
                 guint32     person,
                 const char *id)
{
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (self->source, person, child)) != PRESSER_TEI_NONE)
    if ((presser_tei_source_is (self->source, child, "persName") && !has_type (self, child, "alias"))
        || presser_tei_source_is (self->source, child, "orgName"))
      {
        char *name = presser_tei_source_dup_text (self->source, child);

        if (name != NULL)
          return name;
      }

  return g_strdup (id);
}

static void
read_person (Reader *self,
             guint32 person)
{
  g_autofree char *id = presser_tei_source_dup_attribute (self->source, person, "xml:id");
  g_autofree char *name = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) aliases = NULL;
  g_autofree char *role = presser_tei_source_dup_attribute (self->source, person, "role");
  PresserSpeaker  *speaker;
  guint32          child = PRESSER_TEI_NONE;

  if (id == NULL || *g_strstrip (id) == '\0' || g_hash_table_contains (self->speaker_ids, id))
    return;

  name = dup_person_name (self, person, id);
  speaker = presser_speaker_new (id, name);
  while ((child = presser_tei_source_next_child (self->source, person, child)) != PRESSER_TEI_NONE)
    read_person_part (self, &speaker, builder, child);
  aliases = g_strv_builder_end (builder);
  if (aliases[0] != NULL)
    take_speaker (&speaker, presser_speaker_with_aliases (speaker, (const char *const *) aliases));
  take_speaker (&speaker, presser_speaker_with_colour (speaker, read_colour (self, person)));
  if (role != NULL && strcmp (role, "unnamed") == 0)
    take_speaker (&speaker, presser_speaker_with_unnamed (speaker, TRUE));
  add_entry (self->reading->speakers, self->speaker_ids, speaker, presser_speaker_get_id (speaker), person);
}

static void
take_topic (PresserTopic **topic,
            PresserTopic  *other)
{
  g_object_unref (*topic);
  *topic = other;
}

static void
read_description (Reader        *self,
                  PresserTopic **topic,
                  guint32        description)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keywords = NULL;
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (self->source, description, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *text = presser_tei_source_dup_text (self->source, child);

      if (text == NULL)
        continue;
      if (presser_tei_source_is (self->source, child, "gloss"))
        take_topic (topic, presser_topic_with_definition (*topic, text));
      else if (presser_tei_source_is (self->source, child, "term") && has_type (self, child, "keyword"))
        g_strv_builder_add (builder, text);
    }
  keywords = g_strv_builder_end (builder);
  if (keywords[0] != NULL)
    take_topic (topic, presser_topic_with_keywords (*topic, (const char *const *) keywords));
}

static char *
dup_label (Reader     *self,
           guint32     description,
           const char *id)
{
  guint32 term = presser_tei_source_find_child (self->source, description, "term");
  char   *label = presser_tei_source_dup_text (self->source, term == PRESSER_TEI_NONE ? description : term);

  return label != NULL ? label : g_strdup (id);
}

static void
read_category (Reader     *self,
               guint32     category,
               const char *parent)
{
  PresserTeiReading *reading = self->reading;
  g_autofree char   *id = presser_tei_source_dup_attribute (self->source, category, "xml:id");
  g_autofree char   *label = NULL;
  guint32            description = presser_tei_source_find_child (self->source, category, "catDesc");
  PresserTopic      *topic;
  guint32            child = PRESSER_TEI_NONE;

  if (id == NULL || *g_strstrip (id) == '\0' || g_hash_table_contains (reading->topic_ids, id))
    return;

  label = dup_label (self, description, id);
  topic = presser_topic_new (id, label);
  take_topic (&topic, presser_topic_with_parent (topic, parent));
  take_topic (&topic, presser_topic_with_colour (topic, read_colour (self, category)));
  if (description != PRESSER_TEI_NONE)
    read_description (self, &topic, description);
  add_entry (reading->topics, reading->topic_ids, topic, presser_topic_get_id (topic), category);

  while ((child = presser_tei_source_next_child (self->source, category, child)) != PRESSER_TEI_NONE)
    if (presser_tei_source_is (self->source, child, "category"))
      read_category (self, child, id);
}

/* Lists of states, kinds and rules, and of parts played in an event, are no topics. */
static gboolean
is_topical (Reader *self,
            guint32 taxonomy)
{
  g_autofree char  *id = presser_tei_source_dup_attribute (self->source, taxonomy, "xml:id");
  guint32           first = presser_tei_source_find_child (self->source, taxonomy, "category");
  g_autofree char  *first_id = first == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (self->source, first, "xml:id");
  PresserStatus     status;
  PresserGroundRule rule;

  if (id != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (presser_tei_taxonomies); i++)
        if (strcmp (presser_tei_taxonomies[i].id, id) == 0)
          return FALSE;
      if (g_str_has_suffix (id, "speaker_types"))
        return FALSE;
    }

  return first_id != NULL && !presser_tei_category_is_status (first_id, &status)
         && !presser_tei_category_is_ground_rule (first_id, &rule) && strcmp (first_id, PRESSER_TEI_CATEGORY_MIXED) != 0;
}

static void
read_taxonomy (Reader *self,
               guint32 taxonomy)
{
  guint32 child = PRESSER_TEI_NONE;

  if (!is_topical (self, taxonomy))
    return;
  while ((child = presser_tei_source_next_child (self->source, taxonomy, child)) != PRESSER_TEI_NONE)
    if (presser_tei_source_is (self->source, child, "category"))
      read_category (self, child, NULL);
}

static void
read_responsibility (Reader *self,
                     guint32 statement)
{
  g_autofree char  *id = presser_tei_source_dup_attribute (self->source, statement, "xml:id");
  guint32           name = presser_tei_source_find_child (self->source, statement, "persName");
  gboolean          is_program = FALSE;
  g_autofree char  *text = NULL;
  PresserAnnotator *annotator;

  if (id == NULL || *g_strstrip (id) == '\0' || g_hash_table_contains (self->annotator_ids, id))
    return;
  if (name == PRESSER_TEI_NONE)
    {
      name = presser_tei_source_find_child (self->source, statement, "name");
      is_program = name != PRESSER_TEI_NONE && has_type (self, name, "program");
    }
  text = presser_tei_source_dup_text (self->source, name);
  annotator = presser_annotator_new (id, text != NULL ? text : id, is_program);
  add_entry (self->reading->annotators, self->annotator_ids, annotator, presser_annotator_get_id (annotator), statement);
}

static void
read_element (Reader *self,
              guint32 element)
{
  const char *name = presser_tei_source_get_name (self->source, element);

  if (strcmp (name, "person") == 0 || strcmp (name, "personGrp") == 0)
    read_person (self, element);
  else if (strcmp (name, "taxonomy") == 0)
    read_taxonomy (self, element);
  else if (strcmp (name, "respStmt") == 0)
    read_responsibility (self, element);
}

static void
add_strange_speaker (Reader     *self,
                     const char *id)
{
  guint32          element;
  g_autofree char *name = NULL;
  PresserSpeaker  *speaker;

  if (id == NULL || g_hash_table_contains (self->speaker_ids, id))
    return;

  element = presser_tei_source_find_id (self->source, id);
  name = element == PRESSER_TEI_NONE || !presser_tei_source_is (self->source, element, "org")
             ? g_strdup (id)
             : dup_person_name (self, element, id);
  speaker = presser_speaker_new (id, name);
  add_entry (self->reading->speakers, self->speaker_ids, speaker, presser_speaker_get_id (speaker), PRESSER_TEI_NONE);
}

static void
add_strange_annotator (Reader     *self,
                       const char *id)
{
  PresserAnnotator *annotator;

  if (id == NULL || g_hash_table_contains (self->annotator_ids, id))
    return;
  annotator = presser_annotator_new (id, id, FALSE);
  add_entry (self->reading->annotators, self->annotator_ids, annotator, presser_annotator_get_id (annotator), PRESSER_TEI_NONE);
}

static void
note_ids (GArray     *entries,
          GHashTable *ids)
{
  for (guint i = 0; i < entries->len; i++)
    {
      GObject *object = g_array_index (entries, PresserTeiEntry, i).object;

      g_hash_table_add (ids, (gpointer) (PRESSER_IS_SPEAKER (object) ? presser_speaker_get_id (PRESSER_SPEAKER (object))
                                                                     : presser_annotator_get_id (PRESSER_ANNOTATOR (object))));
    }
}

/* Lists whom turns and statements name and no list has. */
void
presser_tei_read_strangers (PresserTeiReading *reading)
{
  g_autoptr (GHashTable) speaker_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) annotator_ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { reading, reading->source, speaker_ids, annotator_ids };

  note_ids (reading->speakers, speaker_ids);
  note_ids (reading->annotators, annotator_ids);
  for (guint i = 0; i < reading->paragraphs->len; i++)
    add_strange_speaker (&self, presser_paragraph_get_speaker (g_ptr_array_index (reading->paragraphs, i)));
  for (guint i = 0; i < reading->records->len; i++)
    {
      PresserTeiRecord *record = g_ptr_array_index (reading->records, i);

      if (record->statement == NULL)
        continue;
      add_strange_speaker (&self, presser_statement_get_speaker (record->statement));
      add_strange_annotator (&self, presser_statement_get_annotator (record->statement));
    }
}

/* Fills speakers, topics and annotators. */
void
presser_tei_read_lists (PresserTeiReading *reading)
{
  g_autoptr (GHashTable) speaker_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) annotator_ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader  self = { reading, reading->source, speaker_ids, annotator_ids };
  guint32 element = 0;

  while (element < reading->source->elements->len)
    {
      if (presser_tei_source_is (reading->source, element, "text"))
        {
          element = presser_tei_source_get_element (reading->source, element)->next;
          continue;
        }
      read_element (&self, element);
      element++;
    }
}
