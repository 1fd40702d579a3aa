/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-json-private.h"

#include <string.h>

#include "presser-clock.h"

static void
clear_utterance (gpointer data)
{
  PresserUtterance *utterance = data;

  g_free (utterance->text);
  g_free (utterance->speaker);
  g_clear_pointer (&utterance->words, g_array_unref);
}

/**
 * presser_utterances_new:
 *
 * Returns: (transfer full): an empty list
 */
PresserUtterances *
presser_utterances_new (void)
{
  PresserUtterances *self = g_new0 (PresserUtterances, 1);

  self->utterances = g_array_new (FALSE, FALSE, sizeof (PresserUtterance));
  g_array_set_clear_func (self->utterances, clear_utterance);

  return self;
}

/**
 * presser_utterances_free:
 * @self: (transfer full): a list
 */
void
presser_utterances_free (PresserUtterances *self)
{
  g_array_unref (self->utterances);
  g_free (self);
}

/**
 * presser_utterances_add:
 * @self: a list
 * @text: what was said
 * @speaker: (nullable): who
 * @start: seconds or, for the whole list, milliseconds; negative for unknown
 * @end: the same
 */
void
presser_utterances_add (PresserUtterances *self,
                        const char        *text,
                        const char        *speaker,
                        double             start,
                        double             end)
{
  PresserUtterance utterance = { g_strdup (text), g_strdup (speaker), start, end, NULL };

  g_array_append_val (self->utterances, utterance);
  self->n_bytes += strlen (text);
  self->has_speakers = self->has_speakers || speaker != NULL;
}

/**
 * presser_utterances_take_words:
 * @self: utterances, not empty
 * @words: (transfer full) (nullable) (element-type PresserWordTime): when words of the last one are said
 */
void
presser_utterances_take_words (PresserUtterances *self,
                               GArray            *words)
{
  PresserUtterance *last = &g_array_index (self->utterances, PresserUtterance, self->utterances->len - 1);

  g_clear_pointer (&last->words, g_array_unref);
  last->words = words;
}

static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

/**
 * presser_json_dup_text:
 * @object: (nullable): an object
 * @name: of a member
 *
 * Returns: (transfer full) (nullable): the member as text, whole numbers as printed; %NULL for anything else
 */
char *
presser_json_dup_text (JsonObject *object,
                       const char *name)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return NULL;
}

static double
parse_time (const char *text)
{
  const char  *end = text + strlen (text);
  PresserClock clock;
  char        *stop;
  double       number;

  if (presser_clock_parse (text, end, &clock) > 0 && strchr (text, ':') != NULL)
    return (double) clock.time / 1000;
  number = g_ascii_strtod (text, &stop);
  if (stop == text || (*stop != '\0' && strcmp (stop, "s") != 0))
    return -1;

  return number;
}

/**
 * presser_json_get_time:
 * @object: (nullable): an object
 * @name: of a member
 *
 * Returns: seconds, from a number, a number or a clock in a string, or seconds and nanos; -1 for anything else
 */
double
presser_json_get_time (JsonObject *object,
                       const char *name)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return -1;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *parts = json_node_get_object (node);
      double      seconds = presser_json_get_time (parts, "seconds");
      double      nanos = presser_json_get_time (parts, "nanos");

      return seconds < 0 ? -1 : seconds + MAX (nanos, 0) / 1e9;
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return -1;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return parse_time (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return json_node_get_double (node);

  return -1;
}

/**
 * presser_json_get_array:
 * @object: (nullable): an object
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the member if it is an array
 */
JsonArray *
presser_json_get_array (JsonObject *object,
                        const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * presser_json_get_object:
 * @object: (nullable): an object
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the member if it is an object
 */
JsonObject *
presser_json_get_object (JsonObject *object,
                         const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * presser_json_get_element:
 * @array: an array
 * @place: less than its length
 *
 * Returns: (transfer none) (nullable): the element if it is an object
 */
JsonObject *
presser_json_get_element (JsonArray *array,
                          guint      place)
{
  JsonNode *node = json_array_get_element (array, place);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The unknown ones: every array is looked at, arrays at the same path together; the one with the most text wins, and
 * speakers count as much as text. */

static const char *const text_keys[] = { "text", "quote", "transcript", "content", "body", "utterance", "line", "message", "content_text", "words", "word", "punctuated_word", "utf8", "value", NULL };
static const char *const word_keys[] = { "punctuated_word", "text", "word", "value", "content", NULL };
static const char *const speaker_keys[] = { "speaker", "speaker_name", "speakerName", "speaker_label", "speakerTag", "speaker_tag", "speaker_id", "speakerId", "name", "voice", "author", "spk", "role", NULL };
static const char *const start_keys[] = { "start", "startTime", "start_time", "begin", "from", "ts", "start_ms", "startMs", "tStartMs", "time", "timestamp", "offset", "offsets", NULL };
static const char *const end_keys[] = { "end", "endTime", "end_time", "to", "end_ts", "end_ms", "endMs", "offsets", NULL };

/* Only arrays with these names are the machine's cuts; all others are somebody's paragraphs. */
static const char *const machine_arrays[] = { "segments", "transcription", "results", "items", "events", "chunks", "result", NULL };

/* A word stands not much further on than the one before. */
#define MAX_WORD_GAP 200

typedef struct
{
  GHashTable *found; /* path -> PresserUtterances */
  guint       depth;
} Walk;

static char *
dup_first_text (JsonObject        *object,
                const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = presser_json_dup_text (object, names[i]);

      if (text != NULL && *text != '\0')
        return g_steal_pointer (&text);
    }

  return NULL;
}

static double
get_first_time (JsonObject        *object,
                const char *const *names,
                const char        *inner)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonObject *parts = presser_json_get_object (object, names[i]);
      double      time = parts != NULL && json_object_has_member (parts, inner) ? presser_json_get_time (parts, inner) / 1000
                                                                                : presser_json_get_time (object, names[i]);

      if (time >= 0)
        return time;
    }

  return -1;
}

/* {"speaker": {"id": …, "name": "Marta Lund"}}, as Presser itself writes it. */
static char *
dup_speaker_object (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "speaker");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? presser_json_dup_text (json_node_get_object (node), "name") : NULL;
}

/* WhisperX gives the speaker to the words where a segment has two. */
static char *
dup_speaker (JsonObject *object)
{
  char      *speaker = dup_first_text (object, speaker_keys);
  JsonArray *words = NULL;

  if (speaker == NULL)
    speaker = dup_speaker_object (object);
  words = speaker == NULL ? presser_json_get_array (object, "words") : NULL;

  for (guint i = 0; words != NULL && i < json_array_get_length (words) && speaker == NULL; i++)
    {
      JsonObject *word = presser_json_get_element (words, i);

      if (word != NULL)
        speaker = dup_first_text (word, speaker_keys);
    }

  return speaker;
}

static gboolean
has_empty_text (JsonObject *object)
{
  for (guint i = 0; text_keys[i] != NULL; i++)
    {
      g_autofree char *text = presser_json_dup_text (object, text_keys[i]);

      if (text != NULL && *text == '\0')
        return TRUE;
    }

  return FALSE;
}

/* Where each word of the text stands, and when it is said. Words that differ from the text are passed over. */
static GArray *
find_word_times (JsonObject *object,
                 const char *text)
{
  JsonArray  *words = presser_json_get_array (object, "words");
  GArray     *times = words != NULL ? g_array_new (FALSE, FALSE, sizeof (PresserWordTime)) : NULL;
  const char *place = text;

  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    {
      JsonObject      *word = presser_json_get_element (words, i);
      g_autofree char *written = word != NULL ? dup_first_text (word, word_keys) : NULL;
      PresserWordTime  time;
      const char      *found;

      if (written == NULL || *g_strstrip (written) == '\0')
        continue;
      found = g_strstr_len (place, (gssize) strnlen (place, MAX_WORD_GAP), written);
      time.time = get_first_time (word, start_keys, "from");
      if (found == NULL)
        continue;
      time.offset = (gsize) (found - text);
      if (time.time >= 0)
        g_array_append_val (times, time);
      place = found + strlen (written);
    }

  return times;
}

/* What somebody said may be there word by word only. */
static char *
join_words (JsonObject *object)
{
  JsonArray *words = presser_json_get_array (object, "words");
  GString   *text = words != NULL ? g_string_new (NULL) : NULL;

  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    {
      JsonObject      *word = presser_json_get_element (words, i);
      g_autofree char *written = word != NULL ? dup_first_text (word, word_keys) : NULL;

      if (written == NULL)
        continue;
      if (text->len > 0 && text->str[text->len - 1] != ' ' && *written != ' ')
        g_string_append_c (text, ' ');
      g_string_append (text, written);
    }
  if (text != NULL && text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static void
take_object (Walk       *walk,
             const char *path,
             JsonObject *object)
{
  g_autofree char   *text = dup_first_text (object, text_keys);
  g_autofree char   *speaker = NULL;
  PresserUtterances *known;
  gboolean           is_heading = FALSE;

  if (text == NULL)
    text = join_words (object);
  /* A speaker without words is a heading that slipped into the wrong member. */
  if (text == NULL && has_empty_text (object))
    {
      text = dup_first_text (object, speaker_keys);
      is_heading = TRUE;
    }
  if (text == NULL)
    return;
  known = g_hash_table_lookup (walk->found, path);
  if (known == NULL)
    {
      const char *last = strrchr (path, '/');

      known = presser_utterances_new ();
      known->joins_runs = last != NULL && g_strv_contains (machine_arrays, last + 1);
      g_hash_table_insert (walk->found, g_strdup (path), known);
    }
  speaker = is_heading ? NULL : dup_speaker (object);
  presser_utterances_add (known, text, speaker, get_first_time (object, start_keys, "from"), get_first_time (object, end_keys, "to"));
  presser_utterances_take_words (known, find_word_times (object, text));
}

static void
walk_node (Walk       *walk,
           const char *path,
           JsonNode   *node)
{
  if (walk->depth > 60)
    return;
  walk->depth++;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_OBJECT (element))
            take_object (walk, path, json_node_get_object (element));
          walk_node (walk, path, element);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char    *name;
      JsonNode      *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &member))
        if (!JSON_NODE_HOLDS_VALUE (member))
          {
            g_autofree char *longer = g_strdup_printf ("%s/%s", path, name);

            walk_node (walk, longer, member);
          }
    }
  walk->depth--;
}

/* Words one by one are the last choice: their text has no spaces. */
static gsize
weigh (const PresserUtterances *utterances)
{
  gsize mean = utterances->n_bytes / MAX (utterances->utterances->len, 1);

  return utterances->n_bytes * (utterances->has_speakers ? 3 : 2) / (mean < 8 ? 4 : 2);
}

/**
 * presser_json_read_any:
 * @root: a JSON document
 *
 * Arrays at the same path are taken together; the path with the most text wins, speakers in it count for it.
 *
 * Returns: (transfer full) (nullable): what was said, or %NULL if no array holds anything like text
 */
PresserUtterances *
presser_json_read_any (JsonNode *root)
{
  Walk               walk = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  PresserUtterances *best = NULL;
  GHashTableIter     iter;
  gpointer           value;

  if (JSON_NODE_HOLDS_OBJECT (root))
    take_object (&walk, "", json_node_get_object (root));
  walk_node (&walk, "", root);
  g_hash_table_iter_init (&iter, walk.found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PresserUtterances *other = value;

      if (best == NULL || weigh (other) > weigh (best))
        {
          g_clear_pointer (&best, presser_utterances_free);
          best = other;
        }
      else
        presser_utterances_free (other);
    }
  g_hash_table_unref (walk.found);

  return best;
}
