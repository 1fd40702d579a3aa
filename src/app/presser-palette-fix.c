/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-palette-fix.h"

#include "presser-palette.h"

typedef int (*FindColour) (PresserDocument *document,
                           const char      *id);
typedef const char *(*GetId) (gpointer item);

/* @first: where the palette begins for them. */
static int
pick (PresserDocument *document,
      GListModel      *list,
      GetId            get_id,
      FindColour       find,
      guint            first)
{
  guint n_uses[PRESSER_PALETTE_SIZE] = { 0 };
  guint best = first;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      int colour = find (document, get_id (item));

      if (colour >= 0)
        n_uses[colour % PRESSER_PALETTE_SIZE]++;
    }
  for (i = 0; i < PRESSER_PALETTE_SIZE; i++)
    {
      guint colour = (first + i) % PRESSER_PALETTE_SIZE;

      if (n_uses[colour] < n_uses[best])
        best = colour;
    }
  return (int) best;
}

/**
 * presser_palette_pick_speaker:
 * @document: a document
 *
 * Returns: a place in the palette for one more speaker
 */
int
presser_palette_pick_speaker (PresserDocument *document)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), 0);

  return pick (document, presser_document_get_speakers (document), (GetId) presser_speaker_get_id, presser_palette_find_speaker, 0);
}

/**
 * presser_palette_pick_topic:
 * @document: a document
 *
 * Returns: a place in the palette for one more topic
 */
int
presser_palette_pick_topic (PresserDocument *document)
{
  g_return_val_if_fail (PRESSER_IS_DOCUMENT (document), 0);

  return pick (document, presser_document_get_topics (document), (GetId) presser_topic_get_id, presser_palette_find_topic,
               PRESSER_PALETTE_TOPIC_OFFSET);
}

static void
fix_speaker (PresserDocument *document,
             PresserSpeaker  *speaker)
{
  g_autoptr (PresserSpeaker) fixed = NULL;

  if (presser_speaker_get_colour (speaker) != PRESSER_COLOUR_AUTOMATIC)
    return;
  fixed = presser_speaker_with_colour (speaker, presser_palette_find_speaker (document, presser_speaker_get_id (speaker)));
  presser_document_replace_speaker (document, speaker, fixed);
}

static void
fix_topic (PresserDocument *document,
           PresserTopic    *topic)
{
  g_autoptr (PresserTopic) fixed = NULL;

  if (presser_topic_get_colour (topic) != PRESSER_COLOUR_AUTOMATIC)
    return;
  fixed = presser_topic_with_colour (topic, presser_palette_find_topic (document, presser_topic_get_id (topic)));
  presser_document_replace_topic (document, topic, fixed);
}

/**
 * presser_palette_fix:
 * @document: a document
 */
void
presser_palette_fix (PresserDocument *document)
{
  GListModel *speakers;
  GListModel *topics;
  guint       i;

  g_return_if_fail (PRESSER_IS_DOCUMENT (document));

  speakers = presser_document_get_speakers (document);
  topics = presser_document_get_topics (document);
  for (i = 0; i < g_list_model_get_n_items (speakers); i++)
    {
      g_autoptr (PresserSpeaker) speaker = g_list_model_get_item (speakers, i);

      fix_speaker (document, speaker);
    }
  for (i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);

      fix_topic (document, topic);
    }
}
