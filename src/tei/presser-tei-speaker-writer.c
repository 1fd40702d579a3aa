/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `person` elements. */

#include "presser-tei-header-writer-private.h"
#include "presser-tei-person-private.h"
#include "presser-tei-verify-private.h"

#include <string.h>

#define PATH "teiHeader/profileDesc/particDesc/listPerson"

typedef struct
{
  PresserTeiWriter   *writer;
  PresserTeiBranches *branches;
  GHashTable         *entries;  /* id: PresserTeiEntry */
  GArray             *elements; /* of guint32: those that stay, in their present order */
  GPtrArray          *speakers; /* of PresserSpeaker: theirs */
} SpeakerWriter;

static void
fill_person (PresserTeiBranch *person,
             PresserSpeaker   *speaker)
{
  const char *const *aliases = presser_speaker_get_aliases (speaker);
  g_autofree char   *rend = presser_tei_write_dup_rend (NULL, presser_speaker_get_colour (speaker));

  presser_tei_branch_set_attribute (person, "xml:id", presser_speaker_get_id (speaker));
  if (presser_speaker_is_unnamed (speaker))
    presser_tei_branch_set_attribute (person, "role", "unnamed");
  presser_tei_branch_set_attribute (person, "rend", rend);
  presser_tei_branch_add (person, "persName", presser_speaker_get_name (speaker));
  for (guint i = 0; aliases[i] != NULL; i++)
    presser_tei_branch_set_attribute (presser_tei_branch_add (person, "persName", aliases[i]), "type", "alias");
  if (presser_speaker_get_role (speaker) != NULL)
    presser_tei_branch_add (person, "occupation", presser_speaker_get_role (speaker));
  if (presser_speaker_get_affiliation (speaker) != NULL)
    presser_tei_branch_add (presser_tei_branch_add (person, "affiliation", NULL), "orgName",
                            presser_speaker_get_affiliation (speaker));
  if (presser_speaker_get_link (speaker) != NULL)
    presser_tei_branch_set_attribute (presser_tei_branch_add (person, "idno", presser_speaker_get_link (speaker)), "type",
                                      "URI");
}

static void
patch_affiliation (PresserTeiBranches *branches,
                   guint32             person,
                   const char         *affiliation)
{
  PresserTeiSource *source = presser_tei_branches_get_source (branches);
  guint32           element = presser_tei_source_find_child (source, person, "affiliation");

  if (element != PRESSER_TEI_NONE)
    presser_tei_write_child (branches, element, "orgName", NULL, affiliation);
  else if (affiliation != NULL)
    presser_tei_branch_add (presser_tei_branch_add (presser_tei_branches_get (branches, person), "affiliation", NULL),
                            "orgName", affiliation);
}

static void
patch_aliases (PresserTeiBranches *branches,
               guint32             person,
               const char *const  *aliases)
{
  PresserTeiSource *source = presser_tei_branches_get_source (branches);
  guint32           child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, person, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *type = presser_tei_source_dup_attribute (source, child, "type");

      if (presser_tei_source_is (source, child, "persName") && g_strcmp0 (type, "alias") == 0)
        presser_tei_branches_delete (branches, child);
    }
  for (guint i = 0; aliases[i] != NULL; i++)
    presser_tei_branch_set_attribute (
        presser_tei_branch_add (presser_tei_branches_get (branches, person), "persName", aliases[i]), "type", "alias");
}

static void
patch_attributes (PresserTeiBranches *branches,
                  guint32             person,
                  PresserSpeaker     *speaker)
{
  PresserTeiSource  *source = presser_tei_branches_get_source (branches);
  PresserTeiPatches *patches = presser_tei_branches_get_patches (branches);
  g_autofree char   *old_rend = presser_tei_source_dup_attribute (source, person, "rend");
  g_autofree char   *rend = presser_tei_write_dup_rend (old_rend, presser_speaker_get_colour (speaker));
  g_autofree char   *role = presser_tei_source_dup_attribute (source, person, "role");

  if (g_strcmp0 (old_rend, rend) != 0)
    presser_tei_patches_set_attribute (patches, person, "rend", rend);
  if (presser_speaker_is_unnamed (speaker) != (g_strcmp0 (role, "unnamed") == 0))
    presser_tei_patches_set_attribute (patches, person, "role", presser_speaker_is_unnamed (speaker) ? "unnamed" : NULL);
}

/* Of several names, the one that was read. */
static void
patch_name (PresserTeiBranches *branches,
            guint32             person,
            const char         *name)
{
  guint32 element = presser_tei_person_find_name (presser_tei_branches_get_source (branches), person);

  if (element != PRESSER_TEI_NONE)
    presser_tei_branches_replace_text (branches, element, name);
  else
    presser_tei_write_child (branches, person, "persName", NULL, name);
}

/* Only what differs. */
static void
patch_person (PresserTeiBranches *branches,
              guint32             person,
              PresserSpeaker     *old,
              PresserSpeaker     *speaker)
{
  if (old == speaker)
    return;
  if (g_strcmp0 (presser_speaker_get_name (old), presser_speaker_get_name (speaker)) != 0)
    patch_name (branches, person, presser_speaker_get_name (speaker));
  if (g_strcmp0 (presser_speaker_get_role (old), presser_speaker_get_role (speaker)) != 0)
    presser_tei_write_child (branches, person, "occupation", NULL, presser_speaker_get_role (speaker));
  if (g_strcmp0 (presser_speaker_get_link (old), presser_speaker_get_link (speaker)) != 0)
    presser_tei_write_child (branches, person, "idno", "URI", presser_speaker_get_link (speaker));
  if (g_strcmp0 (presser_speaker_get_affiliation (old), presser_speaker_get_affiliation (speaker)) != 0)
    patch_affiliation (branches, person, presser_speaker_get_affiliation (speaker));
  if (!g_strv_equal (presser_speaker_get_aliases (old), presser_speaker_get_aliases (speaker)))
    patch_aliases (branches, person, presser_speaker_get_aliases (speaker));
  patch_attributes (branches, person, speaker);
}

static char *
dup_patched (SpeakerWriter  *self,
             guint32         person,
             PresserSpeaker *old,
             PresserSpeaker *speaker)
{
  PresserTeiSource  *source = self->writer->source;
  PresserTeiElement *element = presser_tei_source_get_element (source, person);
  g_autoptr (PresserTeiPatches) patches = presser_tei_patches_new (source);
  g_autoptr (PresserTeiBranches) branches = presser_tei_branches_new (source, patches);

  patch_person (branches, person, old, speaker);
  presser_tei_branches_emit (branches);

  return presser_tei_patches_apply (patches, element->tag_start, element->close_end, NULL);
}

static PresserSpeaker *
get_old (SpeakerWriter  *self,
         PresserSpeaker *speaker)
{
  PresserTeiEntry *entry = g_hash_table_lookup (self->entries, presser_speaker_get_id (speaker));

  return PRESSER_SPEAKER (entry->object);
}

static gboolean
is_in_order (GArray *elements)
{
  for (guint i = 1; i < elements->len; i++)
    if (g_array_index (elements, guint32, i) < g_array_index (elements, guint32, i - 1))
      return FALSE;

  return TRUE;
}

static void
write_old (SpeakerWriter *self)
{
  g_autoptr (GPtrArray) patched = g_ptr_array_new_with_free_func (g_free);
  gboolean in_order = is_in_order (self->elements);

  for (guint i = 0; i < self->elements->len; i++)
    {
      guint32         element = g_array_index (self->elements, guint32, i);
      PresserSpeaker *speaker = g_ptr_array_index (self->speakers, i);

      if (in_order)
        patch_person (self->branches, element, get_old (self, speaker), speaker);
      else
        g_ptr_array_add (patched, dup_patched (self, element, get_old (self, speaker), speaker));
    }
  if (!in_order)
    presser_tei_write_reorder (self->branches, self->elements, patched);
}

static PresserTeiBranch *
get_list (SpeakerWriter *self)
{
  guint32           first = self->elements->len > 0 ? g_array_index (self->elements, guint32, 0) : PRESSER_TEI_NONE;
  PresserTeiBranch *root = presser_tei_write_get_root (self->writer, self->branches);
  guint32           description = presser_tei_source_find_path (self->writer->source, 0, "teiHeader/profileDesc/particDesc");

  if (first != PRESSER_TEI_NONE)
    return presser_tei_branches_get (self->branches, presser_tei_source_get_element (self->writer->source, first)->parent);
  if (description != PRESSER_TEI_NONE && presser_tei_source_find_child (self->writer->source, description, "p") != PRESSER_TEI_NONE)
    return presser_tei_branch_get_path (root, "standOff/listPerson");

  return presser_tei_branch_get_path (root, PATH);
}

/* A new person stands behind the one before it in the document. */
static void
add_person (SpeakerWriter  *self,
            PresserSpeaker *speaker,
            guint           n_before)
{
  g_autoptr (GArray) places = g_array_copy (self->elements);
  PresserTeiBranch *list = get_list (self);
  PresserTeiBranch *person;

  g_array_sort (places, presser_tei_write_compare_elements);
  if (n_before > 0)
    list = presser_tei_branches_get (self->branches,
                                     presser_tei_source_get_element (self->writer->source,
                                                                     g_array_index (places, guint32, n_before - 1))
                                         ->parent);
  person = presser_tei_branch_add (list, "person", NULL);
  fill_person (person, speaker);
  if (n_before > 0)
    presser_tei_branch_set_after (person, g_array_index (places, guint32, n_before - 1));
  else if (places->len > 0)
    presser_tei_branch_set_before (person, g_array_index (places, guint32, 0));
}

static void
find_old (SpeakerWriter *self)
{
  GListModel *speakers = presser_document_get_speakers (self->writer->document);

  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      PresserTeiEntry *entry = g_hash_table_lookup (self->entries, presser_speaker_get_id (speaker));

      if (entry == NULL || entry->element == PRESSER_TEI_NONE)
        continue;
      g_array_append_val (self->elements, entry->element);
      g_ptr_array_add (self->speakers, g_object_ref (speaker));
    }
}

static void
write_new (SpeakerWriter *self)
{
  GListModel *speakers = presser_document_get_speakers (self->writer->document);
  guint       n_before = 0;

  for (guint i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);
      PresserTeiEntry *entry = g_hash_table_lookup (self->entries, presser_speaker_get_id (speaker));

      if (entry != NULL && entry->element != PRESSER_TEI_NONE)
        n_before++;
      else if (presser_tei_writer_wants (self->writer, presser_speaker_get_id (speaker))
               && (entry == NULL || self->writer->wanted != NULL || !presser_tei_speaker_equal (PRESSER_SPEAKER (entry->object), speaker)))
        add_person (self, speaker, n_before);
    }
}

void
presser_tei_write_speakers (PresserTeiWriter   *writer,
                            PresserTeiBranches *branches)
{
  GArray *entries = writer->reading->speakers;
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) speakers = g_ptr_array_new_with_free_func (g_object_unref);
  SpeakerWriter self = { writer, branches, index, elements, speakers };

  for (guint i = 0; i < entries->len; i++)
    {
      PresserTeiEntry *entry = &g_array_index (entries, PresserTeiEntry, i);
      const char      *id = presser_speaker_get_id (PRESSER_SPEAKER (entry->object));

      g_hash_table_insert (index, (gpointer) id, entry);
      if (entry->element != PRESSER_TEI_NONE && presser_document_get_speaker (writer->document, id) == NULL)
        presser_tei_branches_delete (branches, entry->element);
    }
  find_old (&self);
  write_old (&self);
  write_new (&self);
}
