/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-code-book.h"

#include <glib/gi18n-lib.h>

#include "presser-palette-fix.h"

static gboolean
is_known_so (PresserSpeaker  *speaker,
             PresserDocument *document,
             const char      *name)
{
  return presser_speaker_is_called (speaker, name) || presser_document_find_speaker (document, name) != NULL;
}

/* Who is here keeps everything, and learns the other names that nobody else here goes by. */
static void
learn_names (PresserDocument *document,
             PresserSpeaker  *here,
             PresserSpeaker  *other)
{
  const char *const *own = presser_speaker_get_aliases (here);
  const char *const *names = presser_speaker_get_aliases (other);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (PresserSpeaker) taught = NULL;
  guint n_own, i;

  for (i = 0; own[i] != NULL; i++)
    g_ptr_array_add (aliases, (gpointer) own[i]);
  n_own = aliases->len;
  if (!is_known_so (here, document, presser_speaker_get_name (other)))
    g_ptr_array_add (aliases, (gpointer) presser_speaker_get_name (other));
  for (i = 0; names[i] != NULL; i++)
    if (!is_known_so (here, document, names[i]))
      g_ptr_array_add (aliases, (gpointer) names[i]);
  if (aliases->len == n_own)
    return;
  g_ptr_array_add (aliases, NULL);
  taught = presser_speaker_with_aliases (here, (const char *const *) aliases->pdata);
  presser_document_replace_speaker (document, here, taught);
}

static PresserSpeaker *
find_same_speaker (PresserDocument *document,
                   PresserSpeaker  *other)
{
  PresserSpeaker    *found = presser_document_find_speaker (document, presser_speaker_get_name (other));
  const char *const *names = presser_speaker_get_aliases (other);
  guint              i;

  for (i = 0; found == NULL && names[i] != NULL; i++)
    found = presser_document_find_speaker (document, names[i]);
  return found;
}

static void
add_speaker (PresserDocument *document,
             PresserSpeaker  *other)
{
  g_autofree char *id = presser_document_make_id (document, "p", presser_speaker_get_name (other));
  g_autoptr (PresserSpeaker) bare = presser_speaker_new (id, presser_speaker_get_name (other));
  g_autoptr (PresserSpeaker) titled = presser_speaker_with_role (bare, presser_speaker_get_role (other));
  g_autoptr (PresserSpeaker) placed = presser_speaker_with_affiliation (titled, presser_speaker_get_affiliation (other));
  g_autoptr (PresserSpeaker) linked = presser_speaker_with_link (placed, presser_speaker_get_link (other));
  g_autoptr (PresserSpeaker) named = presser_speaker_with_aliases (linked, presser_speaker_get_aliases (other));
  g_autoptr (PresserSpeaker) told = presser_speaker_with_unnamed (named, presser_speaker_is_unnamed (other));
  int colour = presser_speaker_get_colour (other);
  g_autoptr (PresserSpeaker) coloured = presser_speaker_with_colour (
      told, colour != PRESSER_COLOUR_AUTOMATIC ? colour : presser_palette_pick_speaker (document));

  presser_document_insert_speaker (document, G_MAXUINT, coloured);
}

static void
add_topic (PresserDocument *document,
           PresserTopic    *other,
           const char      *id,
           const char      *parent)
{
  g_autoptr (PresserTopic) bare = presser_topic_new (id, presser_topic_get_label (other));
  g_autoptr (PresserTopic) defined = presser_topic_with_definition (bare, presser_topic_get_definition (other));
  g_autoptr (PresserTopic) worded = presser_topic_with_keywords (defined, presser_topic_get_keywords (other));
  g_autoptr (PresserTopic) placed = presser_topic_with_parent (worded, parent);
  int colour = presser_topic_get_colour (other);
  g_autoptr (PresserTopic) coloured = presser_topic_with_colour (
      placed, colour != PRESSER_COLOUR_AUTOMATIC ? colour : presser_palette_pick_topic (document));

  presser_document_insert_topic (document, G_MAXUINT, coloured);
}

static guint
take_speakers (PresserDocument *document,
               PresserDocument *from)
{
  GListModel *speakers = presser_document_get_speakers (from);
  guint       n_taken = 0;
  guint       i;

  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) other = g_list_model_get_item (speakers, i);
      PresserSpeaker *here = find_same_speaker (document, other);

      if (here != NULL)
        learn_names (document, here, other);
      else
        add_speaker (document, other);
      n_taken += here == NULL;
    }
  return n_taken;
}

/* Parents come before their children, so each finds its own here. */
static guint
take_topics (PresserDocument *document,
             PresserDocument *from)
{
  GListModel *topics = presser_document_get_topics (from);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free); /* theirs → ours */
  guint n_taken = 0;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) other = g_list_model_get_item (topics, i);
      PresserTopic *here = presser_document_find_topic (document, presser_topic_get_label (other));
      const char   *parent = presser_topic_get_parent (other);
      char         *id = here != NULL ? g_strdup (presser_topic_get_id (here))
                                      : presser_document_make_id (document, "t", presser_topic_get_label (other));

      g_hash_table_insert (ids, (gpointer) presser_topic_get_id (other), id);
      if (here == NULL)
        add_topic (document, other, id, parent != NULL ? g_hash_table_lookup (ids, parent) : NULL);
      n_taken += here == NULL;
    }
  return n_taken;
}

/**
 * presser_code_book_take:
 * @document: a document
 * @from: another one
 * @n_speakers: (out): how many speakers are new
 * @n_topics: (out): how many topics are new
 */
void
presser_code_book_take (PresserDocument *document,
                        PresserDocument *from,
                        guint           *n_speakers,
                        guint           *n_topics)
{
  PresserHistory *history;

  g_return_if_fail (PRESSER_IS_DOCUMENT (document));
  g_return_if_fail (PRESSER_IS_DOCUMENT (from));

  history = presser_document_get_history (document);
  presser_history_begin (history, _ ("Take Speakers and Topics"));
  presser_palette_fix (document);
  *n_speakers = take_speakers (document, from);
  *n_topics = take_topics (document, from);
  presser_history_end (history);
}
