/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `person`, `personGrp`, `org` and the roles of a play, as speakers. */

#include "presser-tei-person-private.h"

#include <stdlib.h>
#include <string.h>

#include "presser-tei-reading-private.h"

#define RANK_ENGLISH 100
#define RANK_OTHER   101

/* The language of an element, its own or that of the nearest around it. */
static char *
dup_language (PresserTeiSource *source,
              guint32           element)
{
  while (element != PRESSER_TEI_NONE)
    {
      if (presser_tei_source_get_element (source, element)->has_language)
        return presser_tei_source_dup_attribute (source, element, "xml:lang");
      element = presser_tei_source_get_element (source, element)->parent;
    }

  return NULL;
}

static gboolean
is_same_language (const char *tag,
                  const char *locale)
{
  gsize length = strcspn (tag, "-_");

  return length > 0 && length == strcspn (locale, "-_.@") && g_ascii_strncasecmp (tag, locale, length) == 0;
}

guint
presser_tei_language_rank (PresserTeiSource *source,
                           guint32           element)
{
  const char *const *locales = g_get_language_names ();
  g_autofree char   *tag = dup_language (source, element);

  for (guint i = 0; tag != NULL && locales[i] != NULL && i < RANK_ENGLISH; i++)
    if (is_same_language (tag, locales[i]))
      return i;

  return tag != NULL && is_same_language (tag, "en") ? RANK_ENGLISH : RANK_OTHER;
}

guint32
presser_tei_language_find_child (PresserTeiSource *source,
                                 guint32           parent,
                                 const char       *name)
{
  guint32 best = PRESSER_TEI_NONE;
  guint   best_rank = G_MAXUINT;
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, parent, child)) != PRESSER_TEI_NONE)
    {
      guint rank = presser_tei_source_is (source, child, name) ? presser_tei_language_rank (source, child) : G_MAXUINT;

      if (rank >= best_rank)
        continue;
      best = child;
      best_rank = rank;
    }

  return best;
}

static gboolean
has_type (PresserTeiSource *source,
          guint32           element,
          const char       *type)
{
  g_autofree char *own = presser_tei_source_dup_attribute (source, element, "type");

  return own != NULL && g_ascii_strcasecmp (own, type) == 0;
}

static gboolean
has_attribute (PresserTeiSource *source,
               guint32           element,
               const char       *name)
{
  PresserTeiAttribute attribute;

  return presser_tei_source_find_attribute (source, element, name, &attribute);
}

static gboolean
is_name (PresserTeiSource *source,
         guint32           element)
{
  return (presser_tei_source_is (source, element, "persName") && !has_type (source, element, "alias"))
         || presser_tei_source_is (source, element, "orgName") || presser_tei_source_is (source, element, "role");
}

/* A name of the past, or an abbreviation, only if there is no other. */
static guint
rank_name (PresserTeiSource *source,
           guint32           element)
{
  g_autofree char *full = presser_tei_source_dup_attribute (source, element, "full");
  guint            rank = presser_tei_language_rank (source, element);

  if (has_attribute (source, element, "to"))
    rank += 2000;
  if (full != NULL && (strcmp (full, "abb") == 0 || strcmp (full, "init") == 0))
    rank += 1000;

  return rank;
}

guint32
presser_tei_person_find_name (PresserTeiSource *source,
                              guint32           person)
{
  guint32 best = PRESSER_TEI_NONE;
  guint   best_rank = G_MAXUINT;
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, person, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *text = is_name (source, child) ? presser_tei_source_dup_text (source, child) : NULL;
      guint            rank = text == NULL ? G_MAXUINT : rank_name (source, child);

      if (rank >= best_rank)
        continue;
      best = child;
      best_rank = rank;
    }

  return best;
}

static void
append_parts (PresserTeiSource *source,
              guint32           name,
              const char       *part,
              GString          *text)
{
  guint32 child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, name, child)) != PRESSER_TEI_NONE)
    {
      g_autofree char *word = presser_tei_source_is (source, child, part) ? presser_tei_source_dup_text (source, child) : NULL;

      if (word != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
    }
}

/* Corpora of parliaments put the surname first, and no blank between. */
static char *
dup_ordered_name (PresserTeiSource *source,
                  guint32           name)
{
  static const char *const parts[] = { "forename", "nameLink", "surname" };
  GString                 *text;

  if (presser_tei_source_find_child (source, name, "surname") == PRESSER_TEI_NONE)
    return presser_tei_source_dup_text (source, name);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_parts (source, name, parts[i], text);

  return g_string_free (text, text->len == 0);
}

/* NULL if it has none. */
char *
presser_tei_person_dup_name (PresserTeiSource *source,
                             guint32           person)
{
  guint32 name = presser_tei_person_find_name (source, person);

  if (name != PRESSER_TEI_NONE)
    return dup_ordered_name (source, name);
  if (presser_tei_source_is (source, person, "role") || presser_tei_source_is (source, person, "castItem"))
    return presser_tei_source_dup_text (source, person);

  return NULL;
}

static void
take (PresserSpeaker **speaker,
      PresserSpeaker  *other)
{
  g_object_unref (*speaker);
  *speaker = other;
}

static guint32
find_organisation (PresserTeiSource     *source,
                   PresserTeiNeighbours *neighbours,
                   guint32               affiliation,
                   PresserTeiSource    **where)
{
  g_autofree char *ref = presser_tei_source_dup_attribute (source, affiliation, "ref");
  g_autofree char *id = presser_tei_dup_target (ref);

  *where = NULL;
  for (guint i = 0; id != NULL && i < neighbours->sources->len; i++)
    {
      guint32 element;

      *where = g_ptr_array_index (neighbours->sources, i);
      element = presser_tei_source_find_id (*where, id);
      if (element != PRESSER_TEI_NONE)
        return element;
    }

  return PRESSER_TEI_NONE;
}

static char *
dup_organisation (PresserTeiSource     *source,
                  PresserTeiNeighbours *neighbours,
                  guint32               affiliation,
                  gboolean             *is_party)
{
  PresserTeiSource *where;
  guint32           element = find_organisation (source, neighbours, affiliation, &where);
  g_autofree char  *role = element == PRESSER_TEI_NONE ? NULL : presser_tei_source_dup_attribute (where, element, "role");

  *is_party = role != NULL && (strcmp (role, "politicalParty") == 0 || strcmp (role, "parliamentaryGroup") == 0);

  return element == PRESSER_TEI_NONE ? NULL : presser_tei_person_dup_name (where, element);
}

/* The first one that still holds, before those of the past. A party says more than the parliament. */
static void
read_affiliations (PresserSpeaker      **speaker,
                   PresserTeiSource     *source,
                   guint32               person,
                   PresserTeiNeighbours *neighbours)
{
  g_autofree char *best = NULL;
  guint            best_rank = G_MAXUINT;
  guint32          child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, person, child)) != PRESSER_TEI_NONE)
    {
      gboolean         is_party;
      g_autofree char *name = presser_tei_source_is (source, child, "affiliation")
                                  ? dup_organisation (source, neighbours, child, &is_party)
                                  : NULL;
      guint            rank = name == NULL ? G_MAXUINT : (is_party ? 0u : 1u) + (has_attribute (source, child, "to") ? 2u : 0u);

      if (rank >= best_rank)
        continue;
      g_free (best);
      best = g_steal_pointer (&name);
      best_rank = rank;
    }
  if (best != NULL)
    take (speaker, presser_speaker_with_affiliation (*speaker, best));
}

static void
read_part (PresserSpeaker  **speaker,
           PresserTeiSource *source,
           guint32           part,
           GStrvBuilder     *aliases)
{
  const char      *name = presser_tei_source_get_name (source, part);
  g_autofree char *text = NULL;

  if (strcmp (name, "persName") == 0 && has_type (source, part, "alias"))
    {
      text = presser_tei_source_dup_text (source, part);
      if (text != NULL)
        g_strv_builder_add (aliases, text);
    }
  else if (strcmp (name, "occupation") == 0 && presser_speaker_get_role (*speaker) == NULL)
    {
      text = presser_tei_source_dup_text (source, part);
      take (speaker, presser_speaker_with_role (*speaker, text));
    }
  else if (strcmp (name, "affiliation") == 0 && presser_speaker_get_affiliation (*speaker) == NULL)
    {
      text = presser_tei_source_dup_text (source, presser_tei_source_find_child (source, part, "orgName"));
      take (speaker, presser_speaker_with_affiliation (*speaker, text));
    }
  else if (strcmp (name, "idno") == 0 && has_type (source, part, "URI") && presser_speaker_get_link (*speaker) == NULL)
    {
      text = presser_tei_source_dup_text (source, part);
      take (speaker, presser_speaker_with_link (*speaker, text));
    }
}

/* `rend="colour-3"`, among other words. */
static int
read_colour (PresserTeiSource *source,
             guint32           element)
{
  g_autofree char *rend = presser_tei_source_dup_attribute (source, element, "rend");
  g_auto (GStrv) words = presser_tei_split_pointers (rend);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "colour-") && g_ascii_isdigit (words[i][7]))
      return atoi (words[i] + 7);

  return PRESSER_COLOUR_AUTOMATIC;
}

PresserSpeaker *
presser_tei_person_read (PresserTeiSource     *source,
                         guint32               person,
                         const char           *id,
                         PresserTeiNeighbours *neighbours)
{
  g_autofree char *name = presser_tei_person_dup_name (source, person);
  g_autofree char *role = presser_tei_source_dup_attribute (source, person, "role");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) aliases = NULL;
  PresserSpeaker *speaker = presser_speaker_new (id, name != NULL ? name : id);
  guint32         child = PRESSER_TEI_NONE;

  while ((child = presser_tei_source_next_child (source, person, child)) != PRESSER_TEI_NONE)
    read_part (&speaker, source, child, builder);
  aliases = g_strv_builder_end (builder);
  if (aliases[0] != NULL)
    take (&speaker, presser_speaker_with_aliases (speaker, (const char *const *) aliases));
  take (&speaker, presser_speaker_with_colour (speaker, read_colour (source, person)));
  if (role != NULL && strcmp (role, "unnamed") == 0)
    take (&speaker, presser_speaker_with_unnamed (speaker, TRUE));
  if (neighbours != NULL && presser_speaker_get_affiliation (speaker) == NULL)
    read_affiliations (&speaker, source, person, neighbours);

  return speaker;
}
