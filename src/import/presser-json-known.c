/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Services that keep words and speakers apart: AWS Transcribe, Rev, YouTube's json3, and the editors that write a list
 * of words and a list of paragraphs by their times (BBC, digital paper edit, hyperaudio). */

#include "presser-json-private.h"

#include <string.h>

typedef struct
{
  PresserUtterances *result;
  GString           *text;
  char              *speaker;
  double             start;
  double             end;
  GArray            *words; /* of PresserWordTime */
} Gatherer;

static void
flush (Gatherer *gatherer)
{
  if (gatherer->text->len > 0)
    {
      presser_utterances_add (gatherer->result, gatherer->text->str, gatherer->speaker, gatherer->start, gatherer->end);
      presser_utterances_take_words (gatherer->result, g_array_copy (gatherer->words));
    }
  g_array_set_size (gatherer->words, 0);
  g_string_truncate (gatherer->text, 0);
  g_clear_pointer (&gatherer->speaker, g_free);
  gatherer->start = gatherer->end = -1;
}

static Gatherer
begin (void)
{
  Gatherer gatherer = { presser_utterances_new (), g_string_new (NULL), NULL, -1, -1, g_array_new (FALSE, FALSE, sizeof (PresserWordTime)) };

  return gatherer;
}

static PresserUtterances *
finish (Gatherer *gatherer)
{
  flush (gatherer);
  g_string_free (gatherer->text, TRUE);
  g_array_unref (gatherer->words);
  if (gatherer->result->utterances->len == 0)
    g_clear_pointer (&gatherer->result, presser_utterances_free);

  return gatherer->result;
}

static void
add_word (Gatherer   *gatherer,
          const char *word,
          gboolean    is_glued,
          double      start,
          double      end)
{
  if (gatherer->text->len > 0 && !is_glued)
    g_string_append_c (gatherer->text, ' ');
  if (start >= 0)
    {
      PresserWordTime time = { gatherer->text->len + strspn (word, " "), start };

      g_array_append_val (gatherer->words, time);
    }
  g_string_append (gatherer->text, word);
  if (gatherer->start < 0)
    gatherer->start = start;
  gatherer->end = MAX (gatherer->end, end);
}

/* AWS: older files tell the speaker of a word only in speaker_labels, by its start time, which is text. */
static GHashTable *
read_speakers (JsonObject *results)
{
  GHashTable *speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonArray  *segments = presser_json_get_array (presser_json_get_object (results, "speaker_labels"), "segments");

  for (guint i = 0; segments != NULL && i < json_array_get_length (segments); i++)
    {
      JsonArray *items = presser_json_get_array (presser_json_get_element (segments, i), "items");

      for (guint j = 0; items != NULL && j < json_array_get_length (items); j++)
        {
          JsonObject *item = presser_json_get_element (items, j);
          char       *start = presser_json_dup_text (item, "start_time");
          char       *label = presser_json_dup_text (item, "speaker_label");

          if (start != NULL && label != NULL)
            g_hash_table_insert (speakers, start, label);
          else
            {
              g_free (start);
              g_free (label);
            }
        }
    }

  return speakers;
}

static void
read_aws_item (Gatherer   *gatherer,
               JsonObject *item,
               GHashTable *speakers)
{
  JsonArray       *alternatives = presser_json_get_array (item, "alternatives");
  JsonObject      *best = alternatives != NULL && json_array_get_length (alternatives) > 0 ? presser_json_get_element (alternatives, 0) : NULL;
  g_autofree char *word = presser_json_dup_text (best, "content");
  g_autofree char *start = presser_json_dup_text (item, "start_time");
  g_autofree char *type = presser_json_dup_text (item, "type");
  g_autofree char *speaker = presser_json_dup_text (item, "speaker_label");
  gboolean         is_mark = g_strcmp0 (type, "punctuation") == 0;

  if (word == NULL)
    return;
  if (speaker == NULL && start != NULL)
    speaker = g_strdup (g_hash_table_lookup (speakers, start));
  if (!is_mark && speaker != NULL && g_strcmp0 (speaker, gatherer->speaker) != 0)
    {
      flush (gatherer);
      gatherer->speaker = g_steal_pointer (&speaker);
    }
  add_word (gatherer, word, is_mark, presser_json_get_time (item, "start_time"), presser_json_get_time (item, "end_time"));
}

static PresserUtterances *
read_aws (JsonObject *root)
{
  JsonObject *results = presser_json_get_object (root, "results");
  JsonArray  *items = presser_json_get_array (results, "items");
  g_autoptr (GHashTable) speakers = NULL;
  Gatherer gatherer;

  if (items == NULL)
    return NULL;
  speakers = read_speakers (results);
  gatherer = begin ();
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = presser_json_get_element (items, i);

      if (item != NULL)
        read_aws_item (&gatherer, item, speakers);
    }

  return finish (&gatherer);
}

/* Rev: spaces are elements like any other. */
static PresserUtterances *
read_rev (JsonObject *root)
{
  JsonArray *monologues = presser_json_get_array (root, "monologues");
  Gatherer   gatherer;

  if (monologues == NULL)
    return NULL;
  gatherer = begin ();
  for (guint i = 0; i < json_array_get_length (monologues); i++)
    {
      JsonObject      *monologue = presser_json_get_element (monologues, i);
      JsonArray       *elements = presser_json_get_array (monologue, "elements");
      g_autofree char *speaker = presser_json_dup_text (monologue, "speaker");

      flush (&gatherer);
      gatherer.speaker = speaker != NULL && g_ascii_isdigit (*speaker) ? g_strdup_printf ("Speaker %s", speaker) : g_strdup (speaker);
      for (guint j = 0; elements != NULL && j < json_array_get_length (elements); j++)
        {
          JsonObject      *element = presser_json_get_element (elements, j);
          g_autofree char *value = presser_json_dup_text (element, "value");

          if (value != NULL)
            add_word (&gatherer, value, TRUE, presser_json_get_time (element, "ts"), presser_json_get_time (element, "end_ts"));
        }
    }

  return finish (&gatherer);
}

/* YouTube: events without segs only set the window; those with aAppend hold a line break. */
static PresserUtterances *
read_youtube (JsonObject *root)
{
  JsonArray *events = presser_json_get_array (root, "events");
  Gatherer   gatherer;

  if (events == NULL)
    return NULL;
  gatherer = begin ();
  gatherer.result->is_in_milliseconds = TRUE;
  gatherer.result->joins_runs = TRUE;
  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *event = presser_json_get_element (events, i);
      JsonArray  *segs = presser_json_get_array (event, "segs");
      double      start = presser_json_get_time (event, "tStartMs");
      double      length = presser_json_get_time (event, "dDurationMs");

      flush (&gatherer);
      for (guint j = 0; segs != NULL && j < json_array_get_length (segs); j++)
        {
          g_autofree char *text = presser_json_dup_text (presser_json_get_element (segs, j), "utf8");

          double offset = presser_json_get_time (presser_json_get_element (segs, j), "tOffsetMs");

          if (text != NULL && strcmp (text, "\n") != 0)
            add_word (&gatherer, text, TRUE, start < 0 ? -1 : start + MAX (offset, 0), length < 0 ? -1 : start + length);
        }
    }

  return finish (&gatherer);
}

static void
add_words_until (Gatherer  *gatherer,
                 JsonArray *words,
                 guint     *next,
                 double     end)
{
  for (; *next < json_array_get_length (words); (*next)++)
    {
      JsonObject      *word = presser_json_get_element (words, *next);
      double           start = presser_json_get_time (word, "start");
      g_autofree char *text = presser_json_dup_text (word, "text");

      if (end >= 0 && start >= end)
        return;
      if (text != NULL)
        add_word (gatherer, g_strstrip (text), FALSE, start, presser_json_get_time (word, "end"));
    }
}

static PresserUtterances *
read_words_and_paragraphs (JsonObject *root)
{
  JsonArray *words = presser_json_get_array (root, "words");
  JsonArray *paragraphs = presser_json_get_array (root, "paragraphs");
  Gatherer   gatherer;
  guint      next = 0;

  if (words == NULL || paragraphs == NULL)
    return NULL;
  gatherer = begin ();
  for (guint i = 0; i < json_array_get_length (paragraphs); i++)
    {
      JsonObject *paragraph = presser_json_get_element (paragraphs, i);
      JsonObject *following = i + 1 < json_array_get_length (paragraphs) ? presser_json_get_element (paragraphs, i + 1) : NULL;

      flush (&gatherer);
      gatherer.speaker = presser_json_dup_text (paragraph, "speaker");
      add_words_until (&gatherer, words, &next, following != NULL ? presser_json_get_time (following, "start") : -1);
      gatherer.start = presser_json_get_time (paragraph, "start");
      gatherer.end = presser_json_get_time (paragraph, "end");
    }

  return finish (&gatherer);
}

/**
 * presser_json_read_known:
 * @root: a JSON document
 *
 * Returns: (transfer full) (nullable): what was said, or %NULL if it is of none of the services known here
 */
PresserUtterances *
presser_json_read_known (JsonNode *root)
{
  typedef PresserUtterances *(*Read) (JsonObject * object);
  static const Read reads[] = { read_aws, read_rev, read_youtube, read_words_and_paragraphs };

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      PresserUtterances *found = reads[i](json_node_get_object (root));

      if (found != NULL)
        return found;
    }

  return NULL;
}
