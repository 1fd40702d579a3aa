/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SubRip and WebVTT. They differ in the head, in the comma or dot of the time, and in voice tags; the rest of
 * both is: a line with an arrow, lines of text, a blank line. https://www.w3.org/TR/webvtt1/ */

#include "presser-import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-clock.h"
#include "presser-error.h"
#include "presser-markup.h"
#include "presser-script-private.h"

#define ARROW "-->"

typedef struct
{
  PresserScript *script;
  gint32         start_time;
  gint32         end_time;
  gboolean       in_cue;
  gboolean       in_note;    /* NOTE, STYLE, REGION: up to the next blank line */
  char          *voice;      /* of the cue, or NULL */
  char          *last_voice; /* the one that the last turn was given to */
  gboolean       has_voices;
  guint          n_backwards;
  guint          n_cues;
  guint          n_cue_lines; /* of the cue being read */
  GArray        *heads;       /* of guint: first lines of cues with more than one */
} Reader;

static gboolean
read_times (Reader     *reader,
            const char *line)
{
  const char  *arrow = strstr (line, ARROW);
  const char  *end = line + strlen (line);
  PresserClock from, to;

  if (arrow == NULL)
    return FALSE;
  line += strspn (line, " \t");
  arrow += strlen (ARROW);
  arrow += strspn (arrow, " \t");
  if (presser_clock_parse (line, end, &from) == 0 || presser_clock_parse (arrow, end, &to) == 0)
    return FALSE;

  reader->n_backwards += from.time < reader->start_time || to.time < from.time;
  reader->start_time = (gint32) from.time;
  reader->end_time = (gint32) (to.time < from.time ? PRESSER_TIME_UNKNOWN : to.time);
  return TRUE;
}

/* <v Name> and <v.loud Name>; “-” stands for somebody else. */
static char *
find_voice (const char *line)
{
  const char      *tag = strstr (line, "<v");
  const char      *close = tag != NULL ? strchr (tag, '>') : NULL;
  const char      *name;
  g_autofree char *raw = NULL;

  if (close == NULL || (tag[2] != ' ' && tag[2] != '.' && tag[2] != '\t'))
    return NULL;
  name = tag + strcspn (tag, " \t");
  if (name >= close)
    return NULL;
  raw = g_strndup (name, (gsize) (close - name));
  g_strstrip (raw);

  return strcmp (raw, "-") == 0 ? g_strdup ("") : presser_markup_decode_entities (raw, -1);
}

static void
add_text (Reader     *reader,
          const char *raw)
{
  g_autofree char *voice = find_voice (raw);
  g_autofree char *bare = presser_markup_strip_tags (raw, -1);
  g_autofree char *text = presser_markup_decode_entities (bare, -1);
  PresserLine     *line;

  g_strdelimit (text, "\n\r", ' ');
  if (voice != NULL)
    {
      g_free (reader->voice);
      reader->voice = g_steal_pointer (&voice);
    }
  if (reader->voice != NULL && g_strcmp0 (reader->voice, reader->last_voice) != 0)
    {
      line = presser_script_add_turn (reader->script, reader->voice, text, -1);
      g_free (reader->last_voice);
      reader->last_voice = g_strdup (reader->voice);
      reader->has_voices = TRUE;
    }
  else
    line = presser_script_add_line (reader->script, text, -1, reader->has_voices ? PRESSER_LINE_FIXED : 0);
  if (line == NULL)
    return;
  line->start_time = reader->start_time;
  line->end_time = reader->end_time;
  if (++reader->n_cue_lines == 2)
    {
      guint head = reader->script->lines->len - 2;

      g_array_append_val (reader->heads, head);
    }
}

static gboolean
begins_note (const char *line)
{
  return g_str_has_prefix (line, "NOTE") || strcmp (line, "STYLE") == 0 || strcmp (line, "REGION") == 0
         || g_str_has_prefix (line, "WEBVTT") || g_str_has_prefix (line, "X-TIMESTAMP-MAP");
}

static void
read_line (Reader *reader,
           char   *line)
{
  g_strchomp (line);
  if (*line == '\0')
    {
      reader->in_cue = reader->in_note = FALSE;
      g_clear_pointer (&reader->voice, g_free);
    }
  else if (reader->in_note)
    return;
  else if (read_times (reader, line))
    {
      reader->in_cue = TRUE;
      reader->n_cue_lines = 0;
      reader->n_cues++;
    }
  else if (reader->in_cue)
    add_text (reader, line);
  else
    reader->in_note = begins_note (line);
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
  gsize            length;
  g_autofree char *text = presser_import_decode (bytes, name, options, &length, &metadata, report, error);
  Reader           reader = { .script = script, .start_time = PRESSER_TIME_UNKNOWN, .end_time = PRESSER_TIME_UNKNOWN };
  char            *line = text;

  if (text == NULL)
    return NULL;

  reader.heads = g_array_new (FALSE, FALSE, sizeof (guint));
  presser_script_set_captions (script, TRUE);
  while (line != NULL)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end++ = '\0';
      read_line (&reader, line);
      line = end;
    }
  /* Where nearly every caption is headed by a name, the names are speakers. */
  if (!reader.has_voices && reader.heads->len * 10 >= reader.n_cues * 9)
    presser_label_lines_take (script, reader.heads, 9);
  g_array_unref (reader.heads);
  /* A file of which half cannot be has been damaged or shuffled; quotes with its times would be wrong. */
  if (reader.n_cues > 1 && reader.n_backwards * 2 >= reader.n_cues)
    {
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID,
                   ngettext ("“%1$s” is damaged: %2$u of its captions runs backwards in time.",
                             "“%1$s” is damaged: %2$u of its captions run backwards in time.", reader.n_backwards),
                   name, reader.n_backwards);
      g_free (reader.voice);
      g_free (reader.last_voice);
      return NULL;
    }
  if (reader.n_backwards > 0)
    presser_script_add_remark (script, _ ("Some captions run backwards in time. They were kept in the order of the file."));
  g_free (reader.voice);
  g_free (reader.last_voice);

  return presser_script_finish (script, metadata, options, report);
}

/* The first line with an arrow between two times. */
static gboolean
has_arrow (const char *text)
{
  Reader           reader = { .start_time = PRESSER_TIME_UNKNOWN };
  const char      *arrow = strstr (text, ARROW);
  const char      *start = arrow;
  g_autofree char *line = NULL;

  if (arrow == NULL)
    return FALSE;
  while (start > text && start[-1] != '\n')
    start--;
  line = g_strndup (start, strcspn (start, "\n"));

  return read_times (&reader, line);
}

static int
score_vtt (GBytes     *bytes,
           const char *text,
           const char *name)
{
  return text != NULL && g_str_has_prefix (text, "WEBVTT") ? 95 : 0;
}

static int
score_srt (GBytes     *bytes,
           const char *text,
           const char *name)
{
  return text != NULL && has_arrow (text) ? 80 : 0;
}

const PresserImporter presser_import_vtt = {
  .id = "vtt",
  .description = N_ ("WebVTT captions"),
  .patterns = "*.vtt",
  .score = score_vtt,
  .import = import,
};

const PresserImporter presser_import_srt = {
  .id = "srt",
  .description = N_ ("SubRip captions"),
  .patterns = "*.srt",
  .score = score_srt,
  .import = import,
};
