/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tag.h"

#include "presser-latin.h"
#include "presser-palette.h"

/**
 * presser_tag_is_speaker:
 * @tag: a speaker or a topic
 *
 * Returns: which of the two
 */
gboolean
presser_tag_is_speaker (GObject *tag)
{
  return PRESSER_IS_SPEAKER (tag);
}

/**
 * presser_tag_get_id:
 * @tag: a speaker or a topic
 *
 * Returns: (transfer none): its id
 */
const char *
presser_tag_get_id (GObject *tag)
{
  if (PRESSER_IS_SPEAKER (tag))
    return presser_speaker_get_id (PRESSER_SPEAKER (tag));
  return presser_topic_get_id (PRESSER_TOPIC (tag));
}

/**
 * presser_tag_get_name:
 * @tag: a speaker or a topic
 *
 * Returns: (transfer none): what it is called
 */
const char *
presser_tag_get_name (GObject *tag)
{
  if (PRESSER_IS_SPEAKER (tag))
    return presser_speaker_get_name (PRESSER_SPEAKER (tag));
  return presser_topic_get_label (PRESSER_TOPIC (tag));
}

/**
 * presser_tag_dup_details:
 * @tag: a speaker or a topic
 *
 * Returns: (transfer full) (nullable): role and affiliation of a speaker, definition of a topic
 */
char *
presser_tag_dup_details (GObject *tag)
{
  const char *role;
  const char *affiliation;

  if (!PRESSER_IS_SPEAKER (tag))
    return g_strdup (presser_topic_get_definition (PRESSER_TOPIC (tag)));

  role = presser_speaker_get_role (PRESSER_SPEAKER (tag));
  affiliation = presser_speaker_get_affiliation (PRESSER_SPEAKER (tag));
  if (role != NULL && affiliation != NULL)
    return g_strdup_printf ("%s, %s", role, affiliation);
  return g_strdup (role != NULL ? role : affiliation);
}

/**
 * presser_tag_dup_initials:
 * @tag: a speaker or a topic
 *
 * Returns: (transfer full): the first letters of the first and the last word of the name
 */
char *
presser_tag_dup_initials (GObject *tag)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) initials = g_string_new (NULL);
  const char *last = NULL;
  guint       i;

  if (PRESSER_IS_SPEAKER (tag) && presser_speaker_is_unnamed (PRESSER_SPEAKER (tag)))
    return g_strdup ("?");

  words = g_strsplit_set (presser_tag_get_name (tag), " \t-", -1);
  for (i = 0; words[i] != NULL; i++)
    {
      if (!g_unichar_isalnum (g_utf8_get_char (words[i])))
        continue;
      if (initials->len == 0)
        g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));
      else
        last = words[i];
    }
  if (last != NULL)
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (last)));
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

/**
 * presser_tag_get_palette_place:
 * @tag: a speaker or a topic
 * @document: the one it belongs to
 *
 * Returns: its place in the palette
 */
int
presser_tag_get_palette_place (GObject         *tag,
                               PresserDocument *document)
{
  const char *id = presser_tag_get_id (tag);

  if (PRESSER_IS_SPEAKER (tag))
    return presser_palette_find_speaker (document, id);
  return presser_palette_find_topic (document, id);
}

/**
 * presser_tag_count:
 * @tag: a speaker or a topic
 * @document: the one it belongs to
 *
 * Returns: how many statements carry it
 */
guint
presser_tag_count (GObject         *tag,
                   PresserDocument *document)
{
  const char *id = presser_tag_get_id (tag);

  if (PRESSER_IS_SPEAKER (tag))
    return presser_document_count_by_speaker (document, id);
  return presser_document_count_by_topic (document, id);
}

/**
 * presser_tag_get_depth:
 * @tag: a speaker or a topic
 * @document: the one it belongs to
 *
 * Returns: how many topics stand above it
 */
guint
presser_tag_get_depth (GObject         *tag,
                       PresserDocument *document)
{
  PresserTopic *topic = PRESSER_IS_TOPIC (tag) ? PRESSER_TOPIC (tag) : NULL;
  guint         depth = 0;

  while (topic != NULL && presser_topic_get_parent (topic) != NULL)
    {
      topic = presser_document_get_topic (document, presser_topic_get_parent (topic));
      depth += topic != NULL;
    }
  return depth;
}

/**
 * presser_tag_has_children:
 * @tag: a speaker or a topic
 * @document: the one it belongs to
 *
 * Returns: whether topics stand below it
 */
gboolean
presser_tag_has_children (GObject         *tag,
                          PresserDocument *document)
{
  GListModel *topics = presser_document_get_topics (document);
  guint       i;

  if (!PRESSER_IS_TOPIC (tag))
    return FALSE;

  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      if (g_strcmp0 (presser_topic_get_parent (topic), presser_tag_get_id (tag)) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * presser_tag_get_list:
 * @tag: a speaker or a topic
 * @document: the one it belongs to
 *
 * Returns: (transfer none): the list that it stands in
 */
GListModel *
presser_tag_get_list (GObject         *tag,
                      PresserDocument *document)
{
  return PRESSER_IS_SPEAKER (tag) ? presser_document_get_speakers (document)
                                  : presser_document_get_topics (document);
}

/**
 * presser_tag_get_key:
 * @tag: a speaker or a topic
 * @document: the one it belongs to
 *
 * Returns: the key that applies it, or 0
 */
char
presser_tag_get_key (GObject         *tag,
                     PresserDocument *document)
{
  const char *keys = PRESSER_IS_SPEAKER (tag) ? "123456789" : "abcdefghij";

  for (; *keys != '\0'; keys++)
    {
      g_autoptr (GObject) other = presser_tag_dup_for_key (document, *keys);

      if (other == NULL)
        return 0;
      if (g_str_equal (presser_tag_get_id (other), presser_tag_get_id (tag)))
        return *keys;
    }
  return 0;
}

/**
 * presser_tag_dup_for_key:
 * @document: a document
 * @key: `1` to `9` for a speaker, `a` to `j` for a topic
 *
 * Keys go to topics that have none below them: those are what a statement is about.
 *
 * Returns: (transfer full) (nullable): the tag of that key
 */
GObject *
presser_tag_dup_for_key (PresserDocument *document,
                         char             key)
{
  GListModel *topics = presser_document_get_topics (document);
  guint       place;
  guint       i;

  if (g_ascii_isdigit (key))
    return g_list_model_get_item (presser_document_get_speakers (document), key - '1');

  place = key - 'a';
  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (GObject) topic = g_list_model_get_item (topics, i);

      if (presser_tag_has_children (topic, document))
        continue;
      if (place == 0)
        return g_steal_pointer (&topic);
      place--;
    }
  return NULL;
}

/* Case and accents gone, as a search wants it. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);
  const char *p;

  for (p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

static int
find_folded (const char *own,
             const char *folded)
{
  const char *hit = strstr (own, folded);
  int         best = 0;

  for (; hit != NULL; hit = strstr (hit + 1, folded))
    {
      if (hit == own)
        return 3;
      if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (hit))))
        best = 2;
      best = MAX (best, 1);
    }
  return best;
}

/**
 * presser_tag_match_text:
 * @text: a name
 * @typed: what somebody typed, whatever its case, accents and script
 *
 * Returns: 0 if it does not fit, 1 if it stands somewhere, 2 if a word begins so, 3 if the whole begins so
 */
int
presser_tag_match_text (const char *text,
                        const char *typed)
{
  g_autofree char *own = fold (text);
  g_autofree char *folded = fold (typed);
  int              best = find_folded (own, folded);
  guint            way;

  if (best > 0 || (!presser_latin_is_needed (text) && !presser_latin_is_needed (typed)))
    return best;
  for (way = 0; way < PRESSER_LATIN_N_WAYS; way++)
    {
      g_autofree char *latin = presser_latin_dup (text, way);
      g_autofree char *latin_typed = presser_latin_dup (typed, way);

      best = MAX (best, find_folded (latin, latin_typed));
    }
  return best;
}

static int
match_any (const char *const *texts,
           const char        *typed)
{
  int best = 0;

  for (; texts != NULL && *texts != NULL; texts++)
    best = MAX (best, presser_tag_match_text (*texts, typed));
  return MIN (best, 2);
}

/**
 * presser_tag_match:
 * @tag: a speaker or a topic
 * @typed: what somebody typed, whatever its case and accents
 *
 * Returns: 0 if it does not fit, and the more the better it does
 */
int
presser_tag_match (GObject    *tag,
                   const char *typed)
{
  int best = presser_tag_match_text (presser_tag_get_name (tag), typed);

  if (PRESSER_IS_SPEAKER (tag))
    return MAX (best, match_any (presser_speaker_get_aliases (PRESSER_SPEAKER (tag)), typed));
  return MAX (best, match_any (presser_topic_get_keywords (PRESSER_TOPIC (tag)), typed));
}

/**
 * presser_tag_is_alive:
 * @tag: a speaker or a topic
 * @document: a document
 *
 * Returns: whether it is one of the document's as it is now
 */
gboolean
presser_tag_is_alive (GObject         *tag,
                      PresserDocument *document)
{
  const char *id = presser_tag_get_id (tag);

  if (PRESSER_IS_SPEAKER (tag))
    return G_OBJECT (presser_document_get_speaker (document, id)) == tag;
  return G_OBJECT (presser_document_get_topic (document, id)) == tag;
}

/**
 * presser_tag_is_unconfirmed:
 * @tag: a speaker or a topic
 *
 * Speech recognition tells voices apart and numbers them; that is no name.
 *
 * Returns: whether it is a speaker whose name is such a number
 */
gboolean
presser_tag_is_unconfirmed (GObject *tag)
{
  return PRESSER_IS_SPEAKER (tag)
         && g_regex_match_simple ("^(speaker|spk|spkr|voice|channel)[ _-]?(\\d+|[a-z])$",
                                  presser_tag_get_name (tag), G_REGEX_CASELESS, 0);
}

/**
 * presser_tag_dup_query:
 * @tag: a speaker or a topic
 *
 * Returns: (transfer full): a query that finds its statements
 */
char *
presser_tag_dup_query (GObject *tag)
{
  const char *field = PRESSER_IS_SPEAKER (tag) ? "speaker" : "topic";
  const char *value = presser_tag_get_name (tag);

  if (strchr (value, '"') != NULL)
    value = presser_tag_get_id (tag);
  if (strpbrk (value, " \t") != NULL)
    return g_strdup_printf ("%s:\"%s\"", field, value);
  return g_strdup_printf ("%s:%s", field, value);
}
