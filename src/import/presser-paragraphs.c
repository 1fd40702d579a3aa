/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-script-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-words.h"
#include "presser-tei-builder.h"

/* Every second byte is enough to find two spaces side by side. */
static gboolean
has_padding (const char *text,
             gsize       length)
{
  for (gsize i = 1; i < length; i += 2)
    if (text[i] == ' ' && (text[i - 1] == ' ' || (i + 1 < length && text[i + 1] == ' ')))
      return TRUE;

  return memchr (text, '\t', length) != NULL;
}

/* Runs of plain spaces and tabs are padding; no-break spaces are the author's. */
static void
append_single_spaced (GString    *text,
                      const char *more,
                      gsize       length)
{
  const char *end = more + length;

  if (!has_padding (more, length))
    {
      g_string_append_len (text, more, (gssize) length);
      return;
    }
  while (more < end)
    {
      const char *stop = more;

      while (stop < end && *stop != '\t' && !(*stop == ' ' && stop + 1 < end && (stop[1] == ' ' || stop[1] == '\t')))
        stop++;
      g_string_append_len (text, more, stop - more);
      if (stop == end)
        break;
      g_string_append_c (text, ' ');
      while (stop < end && (*stop == ' ' || *stop == '\t'))
        stop++;
      more = stop;
    }
}

/* Lines broken at the width of the page are joined by a space; not in scripts that have none between words, and not
 * after a hyphen inside a word, which is kept. */
static void
append_joined (GString    *text,
               const char *more,
               gsize       length)
{
  if (text->len > 0)
    {
      gunichar before = presser_text_last_character (text->str, text->str + text->len);
      gunichar after = g_utf8_get_char (more);
      gboolean in_word = before == '-' && text->len > 1 && g_ascii_isalpha (text->str[text->len - 2]) && g_unichar_islower (after);

      if (!in_word && !(presser_character_is_dense (before) && presser_character_is_dense (after)))
        g_string_append_c (text, ' ');
    }
  append_single_spaced (text, more, length);
}

/* The label with the mark behind it, as it stands in the source. */
static char *
dup_printed_label (const PresserScript *self,
                   const PresserLine   *line,
                   const PresserLabel  *label)
{
  const char     *text = presser_line_text (self, line);
  const char     *end = text + line->skip;
  const char     *start, *name_end, *mark;
  PresserLabelHit hit;

  if ((line->flags & PRESSER_LINE_FIXED) != 0)
    {
      PresserLabelShape shape = presser_label_get_shape (label->text, strlen (label->text));

      return shape.is_machine ? NULL : g_strdup (label->text);
    }
  if (!presser_script_scan_label (self, line, &hit)
      || hit.form == PRESSER_LABEL_MARKED)
    return NULL;

  start = text + hit.start;
  name_end = start + hit.length;
  mark = name_end;
  if (hit.form == PRESSER_LABEL_TAG)
    return g_strndup (start, hit.length);
  if (hit.form != PRESSER_LABEL_TIMED)
    mark = presser_text_skip_blank (name_end, end);
  if (mark < end && (*mark == ':' || *mark == '.' || *mark == ';'))
    return g_strndup (start, (gsize) (mark - start) + 1);
  if (mark < end && g_utf8_get_char (mark) == 0xff1a)
    return g_strndup (start, (gsize) (mark - start) + 3);

  return g_strndup (start, hit.length);
}

/* For the turn just begun. @numbers: what the builder counted each turn before as. */
static void
set_question (PresserScript     *self,
              PresserTeiBuilder *builder,
              GArray            *numbers)
{
  guint32 question = numbers->len < self->questions->len ? g_array_index (self->questions, guint32, numbers->len) : PRESSER_NO_TURN;
  guint   number = presser_tei_builder_get_turn (builder);

  g_array_append_val (numbers, number);
  if (question != PRESSER_NO_TURN)
    presser_tei_builder_set_question (builder, g_array_index (numbers, guint, question));
}

static void
begin_turn (PresserScript     *self,
            PresserTeiBuilder *builder,
            const PresserLine *line)
{
  const PresserLabel *label;
  const PresserVoice *voice;
  g_autofree char    *printed = NULL;

  if (line->label == PRESSER_NO_LABEL)
    {
      presser_tei_builder_begin_turn (builder, NULL, NULL, line->start_time, line->end_time);
      return;
    }
  label = self->labels->pdata[line->label];
  voice = self->voices->pdata[label->voice];
  printed = dup_printed_label (self, line, label);
  presser_tei_builder_begin_turn (builder, voice->id, printed, line->start_time, line->end_time);
}

static void
declare_voices (PresserScript     *self,
                PresserTeiBuilder *builder)
{
  for (guint i = 0; i < self->voices->len; i++)
    {
      PresserVoice *voice = self->voices->pdata[i];

      voice->id = presser_tei_builder_add_speaker (builder, voice->name, voice->role, voice->is_unnamed);
      for (guint j = 0; j < voice->aliases->len; j++)
        presser_tei_builder_add_alias (builder, voice->id, voice->aliases->pdata[j]);
    }
}

static void
write_paragraph (PresserTeiBuilder *builder,
                 guint              kind,
                 GString           *text,
                 GArray            *anchors)
{
  if (text->len > 0)
    presser_tei_builder_add_timed_paragraph (builder, kind, text->str, (gssize) text->len,
                                             (const PresserTeiAnchor *) (gpointer) anchors->data, anchors->len);
  g_string_truncate (text, 0);
  g_array_set_size (anchors, 0);
}

/* The moments of a line that was just appended, if it was appended as it is. @next: of the moments not looked at yet. */
static void
take_moments (PresserScript *self,
              const char    *start,
              const char    *end,
              const GString *text,
              guint         *next,
              GArray        *anchors)
{
  gboolean is_whole = text->len >= (gsize) (end - start) && memcmp (text->str + text->len - (end - start), start, (gsize) (end - start)) == 0;

  for (; *next < self->anchors->len; (*next)++)
    {
      const PresserMoment *moment = &g_array_index (self->anchors, PresserMoment, *next);
      const char          *place = self->text->str + moment->place;
      PresserTeiAnchor     anchor = { text->len - (gsize) (end - place), moment->time };

      if (place >= end)
        return;
      if (place >= start && is_whole)
        g_array_append_val (anchors, anchor);
    }
}

/**
 * presser_paragraphs_write:
 * @self: a script that went through all other steps
 * @builder: a PresserTeiBuilder
 *
 * Writes speakers, turns and paragraphs.
 */
void
presser_paragraphs_write (PresserScript *self,
                          gpointer       builder)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (PresserTeiAnchor));
  guint kind = PRESSER_PARAGRAPH_BODY, next_moment = 0;

  declare_voices (self, builder);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PresserLine *line = presser_script_line (self, i);
      const char        *start = presser_line_text (self, line) + line->skip;
      const char        *end = presser_line_end (self, line);

      if ((line->flags & (PRESSER_LINE_PARAGRAPH | PRESSER_LINE_TURN)) != 0)
        {
          write_paragraph (builder, kind, text, anchors);
          kind = line->kind;
        }
      if ((line->flags & PRESSER_LINE_END) != 0)
        presser_tei_builder_end_turn (builder);
      if ((line->flags & PRESSER_LINE_TURN) != 0)
        {
          begin_turn (self, builder, line);
          set_question (self, builder, numbers);
        }
      if (start >= end)
        continue;
      append_joined (text, start, (gsize) (end - start));
      if (self->anchors->len > 0)
        take_moments (self, start, end, text, &next_moment, anchors);
    }
  write_paragraph (builder, kind, text, anchors);
  presser_tei_builder_end_turn (builder);
}
