/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two looks at the document. The first collects what could be a label and how often; then each is judged by its
 * form, by what it looks like and by how the others behave. The second look begins turns where a judged label stands. */

#include "presser-label-survey-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-slips.h"
#include "presser-label-words.h"

static gboolean
is_worded_like_a_name (const PresserLabelShape *shape,
                       guint                    max_words)
{
  return shape->n_words >= 1 && shape->n_words <= max_words
         && (shape->is_name || shape->is_capitals || shape->is_caseless || shape->is_machine);
}

/* Cheap and generous: what fails here is no label in any document. */
static gboolean
is_possible_form (const PresserLabelHit   *hit,
                  const PresserLabelShape *shape)
{
  switch (hit->form)
    {
    case PRESSER_LABEL_LETTER:
    case PRESSER_LABEL_TAG:
    case PRESSER_LABEL_MARKED:
    case PRESSER_LABEL_PATTERN:
      return TRUE;
    case PRESSER_LABEL_ARROWS:
      return hit->length > 0;
    case PRESSER_LABEL_TIMED:
      return is_worded_like_a_name (shape, 6) || shape->is_handle;
    case PRESSER_LABEL_BRACKETS:
      return !shape->is_field && !shape->is_handle && is_worded_like_a_name (shape, 5);
    case PRESSER_LABEL_TAB:
      return !shape->is_field && (is_worded_like_a_name (shape, 5) || shape->is_handle);
    case PRESSER_LABEL_LINE:
    case PRESSER_LABEL_STOP:
      return !shape->is_field && is_worded_like_a_name (shape, 12);
    case PRESSER_LABEL_COLON:
    case PRESSER_LABEL_BOLD:
      return !shape->is_field && (is_worded_like_a_name (shape, 12) || shape->is_handle);
    case PRESSER_LABEL_NONE:
    case PRESSER_LABEL_SOURCE:
    default:
      return FALSE;
    }
}

static gboolean
is_possible (const PresserScript   *self,
             const PresserLine     *line,
             const PresserLabelHit *hit)
{
  const char       *text = presser_line_text (self, line) + hit->start;
  PresserLabelShape shape = presser_label_get_shape (text, hit->length);
  g_autofree char  *key = NULL;

  if (is_possible_form (hit, &shape) || (hit->form == PRESSER_LABEL_COLON && presser_label_is_torn_question (text, hit->length)))
    return TRUE;
  if (self->choices.speakers == NULL)
    return FALSE;

  key = presser_text_make_key (text, hit->length);
  return presser_label_choices_is_speaker (&self->choices, key);
}

static void
count_hit (PresserScript         *self,
           guint                  place,
           const PresserLabelHit *hit,
           PresserLabelSurvey    *survey)
{
  PresserLine  *line = presser_script_line (self, place);
  PresserLabel *label = presser_script_intern_label (self, presser_line_text (self, line) + hit->start, hit->length,
                                                     &line->label);

  if (label->n == 0)
    {
      label->form = hit->form;
      label->first_line = place;
    }
  label->n++;
  label->last_line = place;
  label->n_at_paragraph += (line->flags & PRESSER_LINE_PARAGRAPH) != 0;
  label->n_alone += hit->is_alone;
  label->n_bold += line->emphasis >= hit->start + hit->length;
  survey->n_hits[hit->form]++;
  survey->n_under_rule += hit->form == PRESSER_LABEL_LINE && (line->flags & PRESSER_LINE_RULE) != 0;
  survey->n_questions += hit->form == PRESSER_LABEL_LETTER && hit->is_question;
  survey->n_answers += hit->form == PRESSER_LABEL_LETTER && !hit->is_question;
}

static void
collect (PresserScript      *self,
         PresserLabelSurvey *survey)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PresserLine    *line = presser_script_line (self, i);
      PresserLabelHit hit;

      if ((line->flags & PRESSER_LINE_FIXED) != 0 || !presser_script_scan_label (self, line, &hit))
        continue;
      if (hit.form == PRESSER_LABEL_NONE)
        continue;
      survey->n_hits[PRESSER_LABEL_ARROWS] += hit.form == PRESSER_LABEL_ARROWS && hit.length == 0;
      if (is_possible (self, line, &hit))
        count_hit (self, i, &hit, survey);
    }
}

static gboolean
ends_sentence (const PresserScript *self,
               const PresserLine   *line)
{
  const char *text = presser_line_text (self, line);
  const char *end = presser_line_end (self, line);
  gunichar    last = presser_text_last_character (text, end);

  while (end > text && presser_character_closes (last))
    {
      end = g_utf8_prev_char (end);
      last = presser_text_last_character (text, end);
    }

  return presser_character_ends_sentence (last) || last == ':' || last == 0x2014 || last == 0x2013 || last == '-';
}

/* In a text broken at the width of a page a word in capitals may come to stand at the start of a line. */
static gboolean
may_begin_here (const PresserScript      *self,
                guint                     place,
                const PresserLabel       *label,
                const PresserLabelSurvey *survey)
{
  const PresserLine *line = presser_script_line (self, place);

  if (place == 0 || (line->flags & PRESSER_LINE_PARAGRAPH) != 0)
    return TRUE;
  if (survey->n_at_paragraph * 10 < survey->n_turns * 8)
    return TRUE;

  return label->is_strong && label->form != PRESSER_LABEL_LETTER
         && ends_sentence (self, presser_script_line (self, place - 1));
}

static void
remember_variant (PresserLabel *label,
                  const char   *text,
                  gsize         length)
{
  g_autofree char *printed = NULL;

  if (strlen (label->text) == length && memcmp (label->text, text, length) == 0)
    return;
  printed = presser_text_make_plain (text, length);
  if (strcmp (label->text, printed) == 0 || label->variants->len >= 8)
    return;
  for (guint i = 0; i < label->variants->len; i++)
    if (strcmp (label->variants->pdata[i], printed) == 0)
      return;
  g_ptr_array_add (label->variants, g_steal_pointer (&printed));
}

static void
begin_turn (PresserScript         *self,
            guint                  place,
            const PresserLabelHit *hit)
{
  PresserLine *line = presser_script_line (self, place);

  line->flags |= PRESSER_LINE_PARAGRAPH | PRESSER_LINE_TURN | (hit->is_question ? PRESSER_LINE_QUESTION : 0);
  line->skip = hit->skip;
  if (hit->has_time)
    line->start_time = hit->time;
  self->has_turns = TRUE;
  if (line->label != PRESSER_NO_LABEL)
    {
      PresserLabel *label = self->labels->pdata[line->label];

      label->is_used = TRUE;
      remember_variant (label, presser_line_text (self, line) + hit->start, hit->length);
    }
}

/* A stamp on a line of its own belongs to the turn below it. */
static void
take_time_from_above (PresserScript *self,
                      guint          place)
{
  PresserLine    *line = presser_script_line (self, place);
  PresserLine    *above = place > 0 ? presser_script_line (self, place - 1) : NULL;
  PresserLabelHit hit;

  if (above == NULL || line->start_time != PRESSER_TIME_UNKNOWN || above->length > 24
      || !presser_label_scan (presser_line_text (self, above), presser_line_end (self, above), 0, self->counts_days, &hit))
    return;
  if (hit.form == PRESSER_LABEL_NONE && hit.has_time && hit.is_alone)
    {
      line->start_time = hit.time;
      above->length = 0;
    }
}

static gboolean
begins_turn (const PresserScript      *self,
             guint                     place,
             const PresserLabelHit    *hit,
             const PresserLabelSurvey *survey)
{
  const PresserLine  *line = presser_script_line (self, place);
  const PresserLabel *label;

  if (hit->form == PRESSER_LABEL_ARROWS && hit->length == 0)
    return survey->n_hits[PRESSER_LABEL_ARROWS] >= 2;
  if (line->label == PRESSER_NO_LABEL)
    return FALSE;
  label = self->labels->pdata[line->label];
  /* A name alone on its line needs the dividing line above it wherever the others have it. */
  if (hit->form == PRESSER_LABEL_LINE && survey->n_under_rule >= 3 && (line->flags & PRESSER_LINE_RULE) == 0)
    return FALSE;

  return label->is_accepted && may_begin_here (self, place, label, survey);
}

/* The format said who speaks, and the user says that this is nobody. */
static void
drop_excluded (PresserScript *self,
               PresserLine   *line)
{
  PresserLabel *label = line->label != PRESSER_NO_LABEL ? self->labels->pdata[line->label] : NULL;

  if (label != NULL && presser_label_choices_is_excluded (&self->choices, label->key))
    {
      line->label = PRESSER_NO_LABEL;
      label->is_used = FALSE;
    }
}

static void
begin_turns (PresserScript            *self,
             const PresserLabelSurvey *survey)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PresserLine    *line = presser_script_line (self, i);
      PresserLabelHit hit;

      if ((line->flags & PRESSER_LINE_FIXED) != 0)
        {
          self->has_turns = self->has_turns || (line->flags & PRESSER_LINE_TURN) != 0;
          drop_excluded (self, line);
          continue;
        }
      if (line->length > 0 && (line->label != PRESSER_NO_LABEL || survey->n_hits[PRESSER_LABEL_ARROWS] >= 2)
          && presser_script_scan_label (self, line, &hit) && begins_turn (self, i, &hit, survey))
        {
          begin_turn (self, i, &hit);
          take_time_from_above (self, i);
        }
      else
        line->label = PRESSER_NO_LABEL;
    }
}

/**
 * presser_labels_find:
 * @self: a script whose paragraphs are known
 *
 * Sets where turns begin, their labels and times.
 */
void
presser_labels_find (PresserScript *self)
{
  PresserLabelSurvey survey = { { 0 } };

  if (self->choices.pattern == NULL)
    presser_label_lines_find (self);
  collect (self, &survey);
  presser_label_judge (self, &survey);
  begin_turns (self, &survey);
}
