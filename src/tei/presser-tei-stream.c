/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-stream-private.h"

#include <stdlib.h>
#include <string.h>

/* Steps over one character as an XML parser would count it, or over all of an entity. */
static guint32
step (PresserTeiSource *source,
      guint32           place,
      guint32           end,
      gboolean          is_cdata,
      guint            *n_characters)
{
  const char         *text = source->text;
  PresserTeiReference reference;

  *n_characters = 1;
  if (text[place] == '\r' && place + 1 < end && text[place + 1] == '\n')
    return place + 2;
  if (text[place] != '&' || is_cdata)
    return (guint32) (g_utf8_next_char (text + place) - text);

  presser_tei_source_read_reference (source, place, end, &reference);
  if (reference.expansion != NULL)
    *n_characters = (guint) g_utf8_strlen (reference.expansion, (gssize) reference.expansion_length);

  return reference.end;
}

/* Where a walk through an element may begin: many pointers lead into one element. */
typedef struct
{
  guint   token;
  guint32 place;
  guint   n_characters;
} Checkpoint;

#define CHECKPOINT_DISTANCE 4096

typedef struct
{
  PresserTeiSource *source;
  guint32           element;
  GArray           *checkpoints; /* of Checkpoint, the last one at the end of the element */
} Stream;

static void
append_checkpoint (GArray *checkpoints,
                   guint   token,
                   guint32 place,
                   guint   n_characters)
{
  Checkpoint checkpoint = { token, place, n_characters };

  g_array_append_val (checkpoints, checkpoint);
}

/* Walks from a checkpoint to a place, or to an offset, whichever comes first. @checkpoints: gets those passed, or NULL. */
static guint
walk (Stream    *self,
      Checkpoint from,
      guint32    place,
      guint      offset,
      guint32   *reached,
      GArray    *checkpoints)
{
  PresserTeiSource *source = self->source;
  guint32           close = presser_tei_source_get_element (source, self->element)->close_start;
  guint             n_characters = from.n_characters;
  guint             last = from.n_characters;
  guint             token = from.token;

  *reached = from.place;
  for (; presser_tei_source_get_token (source, token)->start < close; token++)
    {
      PresserTeiToken *current = presser_tei_source_get_token (source, token);
      gboolean         is_cdata = current->kind == PRESSER_TEI_TOKEN_CDATA;
      guint32          at = MAX (current->start + (is_cdata ? 9 : 0), token == from.token ? from.place : 0);
      guint32          end = presser_tei_source_get_token_end (source, token) - (is_cdata ? 3 : 0);

      if (current->kind != PRESSER_TEI_TOKEN_TEXT && !is_cdata)
        continue;
      while (at < end)
        {
          guint   length;
          guint32 next = step (source, at, end, is_cdata, &length);

          if (checkpoints != NULL && n_characters - last >= CHECKPOINT_DISTANCE)
            append_checkpoint (checkpoints, token, at, last = n_characters);
          if (at >= place || n_characters >= offset)
            return n_characters;
          n_characters += length;
          at = *reached = next;
        }
    }
  if (checkpoints != NULL)
    append_checkpoint (checkpoints, token, *reached, n_characters);

  return n_characters;
}

static Checkpoint
get_start (PresserTeiSource *source,
           guint32           element)
{
  PresserTeiElement *owner = presser_tei_source_get_element (source, element);

  return (Checkpoint){ owner->token, owner->tag_end, 0 };
}

/* Elements of the usual size need none. */
static GArray *
get_checkpoints (PresserTeiSource *source,
                 guint32           element)
{
  PresserTeiElement *owner = presser_tei_source_get_element (source, element);
  Stream             self = { source, element, NULL };
  GArray            *checkpoints;
  guint32            reached;

  if (owner->close_start - owner->tag_end < 4 * CHECKPOINT_DISTANCE)
    return NULL;
  if (source->checkpoints == NULL)
    source->checkpoints = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  checkpoints = g_hash_table_lookup (source->checkpoints, GUINT_TO_POINTER (element));
  if (checkpoints == NULL)
    {
      checkpoints = g_array_new (FALSE, FALSE, sizeof (Checkpoint));
      walk (&self, get_start (source, element), G_MAXUINT32, G_MAXUINT, &reached, checkpoints);
      g_hash_table_insert (source->checkpoints, GUINT_TO_POINTER (element), checkpoints);
    }

  return checkpoints;
}

static Checkpoint
find_checkpoint (PresserTeiSource *source,
                 guint32           element,
                 guint32           place,
                 guint             offset)
{
  GArray    *checkpoints = get_checkpoints (source, element);
  Checkpoint found = get_start (source, element);
  guint      low = 0;
  guint      high = checkpoints == NULL ? 0 : checkpoints->len;

  while (low < high)
    {
      guint      middle = low + (high - low) / 2;
      Checkpoint checkpoint = g_array_index (checkpoints, Checkpoint, middle);

      if (checkpoint.place <= place && checkpoint.n_characters <= offset)
        {
          found = checkpoint;
          low = middle + 1;
        }
      else
        high = middle;
    }

  return found;
}

guint
presser_tei_stream_count (PresserTeiSource *source,
                          guint32           element,
                          guint32           place)
{
  Stream  self = { source, element, NULL };
  guint32 reached;

  return walk (&self, find_checkpoint (source, element, place, G_MAXUINT), place, G_MAXUINT, &reached, NULL);
}

/* @excess: how many characters too far, in the middle of an entity, the place is. */
static gboolean
find (PresserTeiSource *source,
      guint32           element,
      guint             offset,
      guint32          *place,
      guint            *excess)
{
  Stream self = { source, element, NULL };
  guint  n_characters = walk (&self, find_checkpoint (source, element, G_MAXUINT32, offset), G_MAXUINT32, offset, place, NULL);

  if (n_characters < offset)
    return FALSE;
  *excess = n_characters - offset;

  return TRUE;
}

/* A path such as /TEI/text[1]/body[1]/p[3]: local names, and which of that name it is. */
static guint32
find_path (PresserTeiSource *source,
           const char       *path)
{
  g_auto (GStrv) steps = g_strsplit (path + 1, "/", -1);
  guint32 element = 0;

  if (steps[0] == NULL || source->elements->len == 0 || !g_str_has_prefix (steps[0], presser_tei_source_get_name (source, 0)))
    return PRESSER_TEI_NONE;

  for (guint i = 1; steps[i] != NULL && element != PRESSER_TEI_NONE; i++)
    {
      char   *bracket = strchr (steps[i], '[');
      guint   number = bracket == NULL ? 1 : (guint) strtoul (bracket + 1, NULL, 10);
      guint32 child = PRESSER_TEI_NONE;

      if (bracket != NULL)
        *bracket = '\0';
      while ((child = presser_tei_source_next_child (source, element, child)) != PRESSER_TEI_NONE)
        if (strcmp (presser_tei_source_get_local_name (source, child), steps[i]) == 0 && --number == 0)
          break;
      element = child;
    }

  return element;
}

static char *
dup_path (PresserTeiSource *source,
          guint32           element)
{
  g_autoptr (GString) path = g_string_new (NULL);

  while (presser_tei_source_get_element (source, element)->parent != PRESSER_TEI_NONE)
    {
      guint32          parent = presser_tei_source_get_element (source, element)->parent;
      const char      *name = presser_tei_source_get_local_name (source, element);
      guint            number = 1;
      g_autofree char *step = NULL;

      for (guint32 child = presser_tei_source_next_child (source, parent, PRESSER_TEI_NONE); child != element;
           child = presser_tei_source_next_child (source, parent, child))
        number += strcmp (presser_tei_source_get_local_name (source, child), name) == 0;
      step = g_strdup_printf ("/%s[%u]", name, number);
      g_string_prepend (path, step);
      element = parent;
    }
  g_string_prepend (path, presser_tei_source_get_local_name (source, element));
  g_string_prepend_c (path, '/');

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static PresserRange *
add_range (PresserTeiReading *reading,
           guint32            start,
           guint32            end,
           GArray            *ranges)
{
  PresserRange range = { presser_tei_reading_find_position (reading, start), presser_tei_reading_find_position (reading, end) };

  g_array_append_val (ranges, range);

  return &g_array_index (ranges, PresserRange, ranges->len - 1);
}

static void
add_broken (PresserTeiReading *reading,
            guint32            element,
            GArray            *ranges)
{
  PresserTeiSource *source = reading->source;
  guint             position = element == PRESSER_TEI_NONE
                                   ? G_MAXUINT
                                   : presser_tei_reading_find_position (reading, presser_tei_source_get_element (source, element)->tag_end);
  PresserRange      range = { position, position };

  g_array_append_val (ranges, range);
}

static PresserTeiTargets
read_string_range (PresserTeiReading *reading,
                   const char        *arguments,
                   GArray            *ranges)
{
  PresserTeiSource *source = reading->source;
  g_auto (GStrv) values = g_strsplit (arguments, ",", -1);
  guint32           element = values[0] == NULL     ? PRESSER_TEI_NONE
                              : values[0][0] == '/' ? find_path (source, values[0])
                                                    : presser_tei_source_find_id (source, values[0]);
  PresserTeiTargets result = element == PRESSER_TEI_NONE ? PRESSER_TEI_TARGETS_BROKEN : PRESSER_TEI_TARGETS_FOUND;

  for (guint i = 1; values[0] != NULL && values[i] != NULL && values[i + 1] != NULL; i += 2)
    {
      guint64 offset = g_ascii_strtoull (values[i], NULL, 10);
      guint64 length = g_ascii_strtoull (values[i + 1], NULL, 10);
      guint32 start;
      guint32 end;
      guint   start_excess;
      guint   end_excess;

      if (element != PRESSER_TEI_NONE && offset < G_MAXINT && length < G_MAXINT
          && find (source, element, (guint) (offset + length), &end, &end_excess)
          && find (source, element, (guint) offset, &start, &start_excess))
        {
          PresserRange *range = add_range (reading, start, end, ranges);

          range->start -= MIN (range->start, start_excess);
          range->end -= MIN (range->end, end_excess);
          continue;
        }
      add_broken (reading, element, ranges);
      result = PRESSER_TEI_TARGETS_BROKEN;
    }

  return result;
}

static PresserTeiTargets
read_element (PresserTeiReading *reading,
              const char        *pointer,
              GArray            *ranges)
{
  g_autofree char   *id = presser_tei_dup_target (pointer);
  guint32            element = presser_tei_source_find_id (reading->source, id);
  PresserTeiElement *target;

  if (element == PRESSER_TEI_NONE)
    {
      add_broken (reading, element, ranges);
      return PRESSER_TEI_TARGETS_BROKEN;
    }
  target = presser_tei_source_get_element (reading->source, element);
  add_range (reading, target->tag_end, target->close_start, ranges);

  return presser_range_is_empty (g_array_index (ranges, PresserRange, ranges->len - 1)) ? PRESSER_TEI_TARGETS_ELSEWHERE
                                                                                        : PRESSER_TEI_TARGETS_FOUND;
}

PresserTeiTargets
presser_tei_stream_read_targets (PresserTeiReading *reading,
                                 const char        *targets,
                                 gboolean           is_beside,
                                 GArray            *ranges)
{
  static const char scheme[] = "#string-range(";
  g_auto (GStrv) pointers = presser_tei_split_pointers (targets);
  PresserTeiTargets result = PRESSER_TEI_TARGETS_FOUND;

  for (guint i = 0; pointers[i] != NULL; i++)
    {
      const char       *hash = strchr (pointers[i], '#');
      gsize             length = hash == NULL ? 0 : strlen (hash);
      PresserTeiTargets one;

      if (hash == NULL || (hash > pointers[i]) != is_beside)
        return PRESSER_TEI_TARGETS_ELSEWHERE;
      if (g_str_has_prefix (hash, scheme) && hash[length - 1] == ')')
        {
          g_autofree char *arguments = g_strndup (hash + strlen (scheme), length - strlen (scheme) - 1);

          one = read_string_range (reading, arguments, ranges);
        }
      else
        one = read_element (reading, hash, ranges);
      if (one == PRESSER_TEI_TARGETS_ELSEWHERE)
        return one;
      result = MAX (result, one);
    }

  return ranges->len == 0 ? PRESSER_TEI_TARGETS_ELSEWHERE : result;
}

/* A name as the beginning of a pointer: what would part pointers in a list is escaped. */
static char *
escape_name (const char *file)
{
  return file == NULL ? g_strdup ("") : g_uri_escape_string (file, "", TRUE);
}

/* The offset before a character, or behind it. One of several that an entity stands for has no place of its own. */
static guint
count_to (PresserTeiReading *reading,
          guint32            element,
          guint              position,
          gboolean           is_end)
{
  PresserTeiPlace place = presser_tei_reading_get_place (reading, position);
  guint           first = position;
  gboolean        is_several;

  if (place.kind != PRESSER_TEI_SEGMENT_FOLDED)
    return presser_tei_stream_count (reading->source, element, is_end ? place.end : place.start);
  while (first > 0 && presser_tei_reading_get_place (reading, first - 1).start == place.start)
    first--;
  is_several = first < position
               || (position + 1 < reading->n_characters && presser_tei_reading_get_place (reading, position + 1).start == place.start);
  if (!is_several)
    return presser_tei_stream_count (reading->source, element, is_end ? place.end : place.start);

  return presser_tei_stream_count (reading->source, element, place.start) + (position - first) + (is_end ? 1 : 0);
}

char *
presser_tei_stream_dup_target (PresserTeiReading *reading,
                               guint32            element,
                               const char        *file,
                               const char        *id,
                               PresserRange       range)
{
  guint            start = count_to (reading, element, range.start, FALSE);
  guint            end = count_to (reading, element, range.end - 1, TRUE);
  g_autofree char *name = escape_name (file);
  g_autofree char *path = id != NULL ? g_strdup (id) : dup_path (reading->source, element);

  return g_strdup_printf ("%s#string-range(%s,%u,%u)", name, path, start, end - start);
}
