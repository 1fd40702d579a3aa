/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-clock.h"
#include "presser-date.h"
#include "presser-error.h"
#include "presser-json-private.h"
#include "presser-markup.h"

/* The parser calls itself for each level. */
#define MAX_DEPTH 200
/* Spoken characters a second; far fewer mean that times count milliseconds. */
#define SPEED 15

static gboolean
is_too_deep (const char *text)
{
  guint    depth = 0;
  gboolean in_string = FALSE;

  for (; *text != '\0'; text++)
    {
      if (in_string && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        in_string = !in_string;
      else if (!in_string && (*text == '[' || *text == '{') && ++depth > MAX_DEPTH)
        return TRUE;
      else if (!in_string && (*text == ']' || *text == '}') && depth > 0)
        depth--;
    }

  return FALSE;
}

static guint
read_escape (const char *place)
{
  guint unit = 0;

  if (place[0] != '\\' || place[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (place[i]))
        return 0;
      unit = unit * 16 + (guint) g_ascii_xdigit_value (place[i]);
    }

  return unit;
}

/* Half of a character, written as \ud83d without the other half: the parser would swallow what stands behind. Gives
 * the line, or 0. */
static guint
find_lone_surrogate (const char *text)
{
  guint line = 1;

  for (; *text != '\0'; text++)
    {
      guint unit;

      line += *text == '\n';
      if (*text != '\\')
        continue;
      unit = read_escape (text);
      if (unit >= 0xdc00 && unit < 0xe000)
        return line;
      if (unit >= 0xd800 && unit < 0xdc00)
        {
          guint other = read_escape (text + 6);

          if (other < 0xdc00 || other >= 0xe000)
            return line;
          text += 11;
        }
      else if (text[1] != '\0')
        text++;
    }

  return 0;
}

/* One object a line becomes one array. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *array = g_string_new ("[");

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (array, "%s%s", array->len > 1 ? "," : "", lines[i]);
  g_string_append_c (array, ']');

  return g_string_free (array, FALSE);
}

static JsonNode *
parse (const char *text,
       const char *name,
       GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *joined = NULL;
  guint            lone;

  if (is_too_deep (text))
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE, _ ("“%s” is nested more than %d levels deep, which no transcript is."),
                   name, MAX_DEPTH);
      return NULL;
    }
  lone = find_lone_surrogate (text);
  if (lone > 0)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   _ ("“%s” is not sound JSON: line %u holds half of a character. Export it once more, without escapes such as \\ud83d."),
                   name, lone);
      return NULL;
    }
  joined = *text == '{' && strstr (text, "}\n{") != NULL ? join_lines (text) : NULL;
  if (joined != NULL && json_parser_load_from_data (parser, joined, -1, NULL))
    return json_parser_steal_root (parser);
  if (text[strspn (text, " \t\n")] == '\0')
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%s” holds no text, only blanks and lines."), name);
      return NULL;
    }
  if (json_parser_load_from_data (parser, text, -1, &reason))
    return json_parser_steal_root (parser);

  /* Translators: %1$s is a file name, %2$s the parser's message with the line */
  g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, _ ("“%1$s” is not sound JSON: %2$s"), name, reason->message);
  return NULL;
}

static gint32
get_time (const PresserUtterances *found,
          double                   time)
{
  return (gint32) presser_clock_from_seconds (found->is_in_milliseconds ? time / 1000 : time);
}

/* Whole numbers much too large for the amount of text are milliseconds. */
static void
find_unit (PresserUtterances *found)
{
  double last = 0;

  for (guint i = 0; i < found->utterances->len; i++)
    {
      double start = g_array_index (found->utterances, PresserUtterance, i).start;

      /* A fraction is one of a second. */
      if (start > 0 && (double) (gint64) start < start)
        return;
      if (start > last)
        last = start;
    }
  if (last > 10.0 * ((double) found->n_bytes / SPEED + 60))
    found->is_in_milliseconds = TRUE;
}

/* @start, @end: the line in the script. @offset: the same place in the utterance. @next: the first word not looked at. */
static void
add_moments (PresserScript           *script,
             const PresserUtterances *found,
             const PresserUtterance  *utterance,
             guint32                  start,
             guint32                  end,
             gsize                    offset,
             guint                   *next)
{
  for (; utterance->words != NULL && *next < utterance->words->len; (*next)++)
    {
      const PresserWordTime *word = &g_array_index (utterance->words, PresserWordTime, *next);

      if (word->offset >= offset + (end - start))
        return;
      if (word->offset >= offset)
        presser_script_add_moment (script, start + (guint32) (word->offset - offset), get_time (found, word->time));
    }
}

/* Line breaks inside an entry part paragraphs. */
static void
add_utterance (PresserScript           *script,
               const PresserUtterances *found,
               const PresserUtterance  *utterance,
               gboolean                 begins_turn)
{
  g_auto (GStrv) parts = g_strsplit (utterance->text, "\n", -1);
  gboolean is_first = TRUE;
  gsize    offset = 0; /* of the part in the text */
  guint    next_word = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      PresserLine *line;
      gsize        part = offset + strspn (parts[i], " \t\r\f\v");

      offset += strlen (parts[i]) + 1;
      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (is_first && begins_turn)
        line = presser_script_add_turn (script, utterance->speaker, parts[i], -1);
      else
        line = presser_script_add_line (script, parts[i], -1,
                                        (found->joins_runs && is_first ? 0 : PRESSER_LINE_PARAGRAPH) | (found->has_speakers ? PRESSER_LINE_FIXED : 0));
      if (line != NULL)
        {
          add_moments (script, found, utterance, line->start, line->start + line->length, part, &next_word);
          line->start_time = get_time (found, utterance->start);
          line->end_time = get_time (found, utterance->end);
          is_first = FALSE;
        }
    }
}

static void
add_utterances (PresserScript     *script,
                PresserUtterances *found)
{
  const char *speaker = NULL;
  gboolean    has_turn = FALSE;

  find_unit (found);
  presser_script_set_captions (script, found->joins_runs);
  for (guint i = 0; i < found->utterances->len; i++)
    {
      const PresserUtterance *utterance = &g_array_index (found->utterances, PresserUtterance, i);
      gboolean                begins = found->has_speakers && (!has_turn || !found->joins_runs || g_strcmp0 (speaker, utterance->speaker) != 0);

      add_utterance (script, found, utterance, begins);
      has_turn = has_turn || begins;
      speaker = utterance->speaker;
    }
}

static void
take_member (PresserScript       *script,
             JsonObject          *root,
             const char          *name,
             PresserMetadataField field)
{
  g_autofree char *value = presser_json_dup_text (root, name);
  PresserDate      date;

  if (value == NULL || strlen (value) > 500)
    return;
  if (field == PRESSER_METADATA_DATE)
    {
      g_autofree char *iso = presser_date_find (value, MIN (strlen (value), 10), &date) ? presser_date_dup_iso (&date) : NULL;

      presser_script_set_metadata (script, field, iso);
    }
  else
    presser_script_set_metadata (script, field, value);
}

static void
read_metadata (PresserScript *script,
               JsonNode      *root)
{
  JsonObject      *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autofree char *language = presser_json_dup_text (object, "language");

  if (object == NULL)
    return;
  take_member (script, object, "title", PRESSER_METADATA_TITLE);
  take_member (script, object, "date", PRESSER_METADATA_DATE);
  take_member (script, object, "url", PRESSER_METADATA_SOURCE);
  take_member (script, object, "media", PRESSER_METADATA_RECORDING);
  if (language == NULL)
    language = presser_json_dup_text (presser_json_get_object (object, "result"), "language");
  if (language != NULL && strlen (language) <= 5)
    presser_script_set_metadata (script, PRESSER_METADATA_LANGUAGE, language);
}

/* oTranscribe: one member holds a piece of a web page. */
static gboolean
read_otranscribe (PresserScript *script,
                  JsonNode      *root)
{
  JsonObject      *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autofree char *text = presser_json_dup_text (object, "text");

  if (text == NULL || !json_object_has_member (object, "media-time"))
    return FALSE;

  return presser_html_read (script, text, strlen (text), FALSE);
}

static GBytes *
import (GBytes                     *bytes,
        const char                 *name,
        const PresserImportOptions *options,
        PresserImportReport        *report,
        GError                    **error)
{
  g_autoptr (PresserScript) script = presser_script_new ();
  g_autoptr (PresserMetadata) metadata = NULL;
  g_autoptr (PresserUtterances) found = NULL;
  g_autoptr (JsonNode) root = NULL;
  gsize            length;
  g_autofree char *text = presser_import_decode (bytes, name, options, &length, &metadata, report, error);

  if (text == NULL)
    return NULL;
  root = parse (text, name, error);
  if (root == NULL)
    return NULL;

  read_metadata (script, root);
  if (!read_otranscribe (script, root))
    {
      found = presser_json_read_known (root);
      if (found == NULL)
        found = presser_json_read_any (root);
      if (found == NULL)
        {
          g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, _ ("“%s” is JSON, but nothing in it looks like a transcript."), name);
          return NULL;
        }
      add_utterances (script, found);
    }

  return presser_script_finish (script, metadata, options, report);
}

static int
score (GBytes     *bytes,
       const char *text,
       const char *name)
{
  const char *start, *next;

  if (text == NULL)
    return 0;
  start = text + strspn (text, " \n\t");
  if (*start != '{' && *start != '[')
    return 0;
  next = start + 1 + strspn (start + 1, " \n\t");
  /* Deep nesting and nothing else is nobody's text. */
  if (strspn (start, "[ \n\t") > 20)
    return 80;
  if (*start == '{')
    return *next == '"' ? 85 : 0;

  return *next == '{' || *next == '[' || *next == '"' ? (*next == '{' || next[1] == '{' || strchr (next, '"') != NULL ? 80 : 0) : 0;
}

const PresserImporter presser_import_json = {
  .id = "json",
  .description = N_ ("JSON of a transcription service"),
  .patterns = "*.json;*.otr;*.jsonl;*.json3",
  .score = score,
  .import = import,
};
