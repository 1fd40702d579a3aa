/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-tei-stream-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "presser-error.h"

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

/* Walks to a place, or to an offset, whichever comes first. */
static guint
walk (PresserTeiSource *source,
      guint32           element,
      guint32           place,
      guint             offset,
      guint32          *reached)
{
  PresserTeiElement *owner = presser_tei_source_get_element (source, element);
  guint              n_characters = 0;

  *reached = owner->tag_end;
  for (guint token = owner->token; presser_tei_source_get_token (source, token)->start < owner->close_start; token++)
    {
      PresserTeiToken *current = presser_tei_source_get_token (source, token);
      gboolean         is_cdata = current->kind == PRESSER_TEI_TOKEN_CDATA;
      guint32          at = current->start + (is_cdata ? 9 : 0);
      guint32          end = presser_tei_source_get_token_end (source, token) - (is_cdata ? 3 : 0);

      if (current->kind != PRESSER_TEI_TOKEN_TEXT && !is_cdata)
        continue;
      while (at < end)
        {
          guint   length;
          guint32 next = step (source, at, end, is_cdata, &length);

          if (at >= place || n_characters >= offset)
            return n_characters;
          n_characters += length;
          at = *reached = next;
        }
    }

  return n_characters;
}

guint
presser_tei_stream_count (PresserTeiSource *source,
                          guint32           element,
                          guint32           place)
{
  guint32 reached;

  return walk (source, element, place, G_MAXUINT, &reached);
}

gboolean
presser_tei_stream_find (PresserTeiSource *source,
                         guint32           element,
                         guint             offset,
                         guint32          *place)
{
  return walk (source, element, G_MAXUINT32, offset, place) >= offset;
}

static void
add_range (PresserTeiReading *reading,
           guint32            start,
           guint32            end,
           GArray            *ranges)
{
  PresserRange range = { presser_tei_reading_find_position (reading, start), presser_tei_reading_find_position (reading, end) };

  if (!presser_range_is_empty (range))
    g_array_append_val (ranges, range);
}

static gboolean
read_string_range (PresserTeiReading *reading,
                   guint32            owner,
                   const char        *arguments,
                   GArray            *ranges,
                   GError           **error)
{
  g_auto (GStrv) values = g_strsplit (arguments, ",", -1);
  guint32 element = presser_tei_source_find_id (reading->source, values[0] != NULL ? values[0] : "");

  if (element == PRESSER_TEI_NONE)
    return FALSE;

  for (guint i = 1; values[i] != NULL && values[i + 1] != NULL; i += 2)
    {
      guint   offset = (guint) strtoul (values[i], NULL, 10);
      guint   length = (guint) strtoul (values[i + 1], NULL, 10);
      guint32 start;
      guint32 end;

      if (offset > G_MAXINT || length > G_MAXINT
          || !presser_tei_stream_find (reading->source, element, offset + length, &end)
          || !presser_tei_stream_find (reading->source, element, offset, &start))
        {
          presser_tei_source_set_error (reading->source, presser_tei_source_get_element (reading->source, owner)->tag_start,
                                        error, PRESSER_ERROR_INVALID, _ ("the range of this statement lies outside the text"));
          return FALSE;
        }
      add_range (reading, start, end, ranges);
    }

  return TRUE;
}

gboolean
presser_tei_stream_read_targets (PresserTeiReading *reading,
                                 guint32            owner,
                                 const char        *targets,
                                 GArray            *ranges,
                                 GError           **error)
{
  static const char scheme[] = "#string-range(";
  g_auto (GStrv) pointers = presser_tei_split_pointers (targets);

  for (guint i = 0; pointers[i] != NULL; i++)
    {
      gsize length = strlen (pointers[i]);

      if (g_str_has_prefix (pointers[i], scheme) && pointers[i][length - 1] == ')')
        {
          g_autofree char *arguments = g_strndup (pointers[i] + strlen (scheme), length - strlen (scheme) - 1);

          if (!read_string_range (reading, owner, arguments, ranges, error))
            return FALSE;
        }
      else
        {
          g_autofree char   *id = presser_tei_dup_target (pointers[i]);
          guint32            element = presser_tei_source_find_id (reading->source, id);
          PresserTeiElement *target;

          if (element == PRESSER_TEI_NONE)
            return FALSE;
          target = presser_tei_source_get_element (reading->source, element);
          add_range (reading, target->tag_end, target->close_start, ranges);
        }
    }

  return ranges->len > 0;
}

char *
presser_tei_stream_dup_target (PresserTeiReading *reading,
                               guint32            element,
                               const char        *id,
                               PresserRange       range)
{
  PresserTeiSource *source = reading->source;
  guint             start = presser_tei_stream_count (source, element, presser_tei_reading_get_place (reading, range.start).start);
  guint             end = presser_tei_stream_count (source, element, presser_tei_reading_get_place (reading, range.end - 1).end);

  return g_strdup_printf ("#string-range(%s,%u,%u)", id, start, end - start);
}
