/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers, topics and annotators from the header or from standOff. Who is only pointed at is listed under the
 * bare id: that is shown, but not written into the file. */

#include "presser-tei-reading-private.h"

#include <stdlib.h>
#include <string.h>

#include "presser-tei-categories-private.h"
#include "presser-tei-person-private.h"

typedef struct
{
  PresserTeiReading *reading;
  PresserTeiSource  *source;
  GHashTable        *speaker_ids; /* borrowed from the speakers */
  GHashTable        *codes;       /* of persons without an id: see note_codes(); NULL until asked for, owned */
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
read_person (Reader *self,
             guint32 person)
{
  g_autofree char *id = presser_tei_source_dup_attribute (self->source, person, "xml:id");
  PresserSpeaker  *speaker;

  if (id == NULL || *g_strstrip (id) == '\0' || g_hash_table_contains (self->speaker_ids, id))
    return;

  speaker = presser_tei_person_read (self->source, person, id, NULL);
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
  guint32            description = presser_tei_language_find_child (self->source, category, "catDesc");
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
  add_entry (reading->topics, reading->topic_ids, topic, presser_topic_get_id (topic),
             self->source == reading->source ? category : PRESSER_TEI_NONE);

  while ((child = presser_tei_source_next_child (self->source, category, child)) != PRESSER_TEI_NONE)
    if (presser_tei_source_is (self->source, child, "category"))
      read_category (self, child, id);
}

/* Lists of states, kinds and rules, of parts played in an event, and of what words and parties are, are no topics. */
static gboolean
is_topical (Reader *self,
            guint32 taxonomy)
{
  static const char *const others[] = { "speaker_types", "legislature", "subcorpus", "politicalOrientation", "CHES", "NER",
                                        "UD-SYN", "sentiment", "parla.links" };
  g_autofree char         *id = presser_tei_source_dup_attribute (self->source, taxonomy, "xml:id");
  guint32                  first = presser_tei_source_find_child (self->source, taxonomy, "category");
  g_autofree char         *first_id = first == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (self->source, first, "xml:id");
  PresserStatus            status;
  PresserGroundRule        rule;

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (presser_tei_taxonomies); i++)
    if (strcmp (presser_tei_taxonomies[i].id, id) == 0)
      return FALSE;
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (others); i++)
    if (g_str_has_suffix (id, others[i]))
      return FALSE;

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

/* Teicorpo and its kin point at people by `altGrp/alt/@type`. */
static void
note_codes (Reader *self)
{
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < self->source->elements->len; i++)
    {
      guint32          group = presser_tei_source_is (self->source, i, "person") && !presser_tei_source_get_element (self->source, i)->has_id
                                   ? presser_tei_source_find_child (self->source, i, "altGrp")
                                   : PRESSER_TEI_NONE;
      guint32          alt = presser_tei_source_find_child (self->source, group, "alt");
      g_autofree char *code = alt == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (self->source, alt, "type");

      if (code != NULL && !g_hash_table_contains (self->codes, code))
        g_hash_table_insert (self->codes, g_steal_pointer (&code), GUINT_TO_POINTER (i));
    }
}

static PresserSpeaker *
find_coded (Reader     *self,
            const char *code)
{
  gpointer element;

  if (self->codes == NULL)
    note_codes (self);
  if (!g_hash_table_lookup_extended (self->codes, code, NULL, &element))
    return presser_speaker_new (code, code);

  return presser_tei_person_read (self->source, GPOINTER_TO_UINT (element), code, NULL);
}

/* Somebody whom this file or one around it knows, though not in a list of persons of its own. An id with “#” is a pointer
 * into another file. */
static PresserSpeaker *
find_speaker (Reader     *self,
              const char *id)
{
  PresserTeiNeighbours *neighbours = self->reading->neighbours;
  guint32               element = presser_tei_source_find_id (self->source, id);
  const char           *hash = strchr (id, '#');
  const char           *xml_id = hash != NULL ? hash + 1 : id;

  if (element != PRESSER_TEI_NONE)
    return presser_tei_person_read (self->source, element, id, NULL);

  for (guint i = 0; neighbours != NULL && i < neighbours->sources->len; i++)
    {
      PresserTeiSource *source = g_ptr_array_index (neighbours->sources, i);

      element = presser_tei_source_find_id (source, xml_id);
      if (element != PRESSER_TEI_NONE)
        return presser_tei_person_read (source, element, id, neighbours);
    }

  return find_coded (self, id);
}

static void
add_strange_speaker (Reader     *self,
                     const char *id)
{
  PresserSpeaker *speaker;

  if (id == NULL || g_hash_table_contains (self->speaker_ids, id))
    return;

  speaker = find_speaker (self, id);
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
  Reader self = { reading, reading->source, speaker_ids, NULL, annotator_ids };

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
  g_clear_pointer (&self.codes, g_hash_table_unref);
}

static void
read_lists (Reader *self)
{
  guint32 element = 0;

  while (element < self->source->elements->len)
    {
      if (presser_tei_source_is (self->source, element, "text"))
        {
          element = presser_tei_source_get_element (self->source, element)->next;
          continue;
        }
      read_element (self, element);
      element++;
    }
}

/* Of a corpus that a file is one of many of, only the topics: of its people those that the file names, later. */
static void
read_neighbour (Reader           *self,
                PresserTeiSource *source)
{
  Reader other = *self;

  other.source = source;
  for (guint32 element = 0; element < source->elements->len; element++)
    if (presser_tei_source_is (source, element, "taxonomy"))
      read_taxonomy (&other, element);
}

/* Fills speakers, topics and annotators. */
void
presser_tei_read_lists (PresserTeiReading *reading)
{
  g_autoptr (GHashTable) speaker_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) annotator_ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { reading, reading->source, speaker_ids, NULL, annotator_ids };

  read_lists (&self);
  for (guint i = 0; reading->neighbours != NULL && i < reading->neighbours->sources->len; i++)
    read_neighbour (&self, g_ptr_array_index (reading->neighbours->sources, i));
}
