/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A label is one only if it acts like one in this document. Strong ones repeat or say a known office; those that stand
 * once are held against the strong ones. */

#include "presser-label-survey-private.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-slips.h"
#include "presser-label-words.h"

static gboolean
is_known (const PresserLabelShape *shape)
{
  return shape->is_machine || shape->is_question || shape->is_role || shape->has_title;
}

static gboolean
is_known_text (const char *text)
{
  PresserLabelShape shape = presser_label_get_shape (text, strlen (text));

  return is_known (&shape);
}

/* Would it be a label if no other stood in the document? */
static gboolean
is_strong_by_words (const PresserLabel      *label,
                    const PresserLabelShape *shape)
{
  if (shape->is_field)
    return FALSE;
  if (shape->is_machine)
    return TRUE;
  if (shape->is_question || shape->is_role || shape->has_title)
    return (shape->is_capitals || label->n >= 2) && shape->n_words <= 12;
  if (shape->is_capitals || shape->is_caseless)
    return label->n >= 2;
  if (shape->is_handle)
    return label->n >= 3;
  return shape->is_name && label->n >= (shape->n_words == 1 && label->n_bold == 0 ? 3 : 2);
}

/* What stands in a form that says much needs few words to support it, and the reverse. */
static gboolean
is_strong (const PresserLabel       *label,
           const PresserLabelShape  *shape,
           const PresserLabelSurvey *survey)
{
  switch (label->form)
    {
    case PRESSER_LABEL_SOURCE:
    case PRESSER_LABEL_TAG:
    case PRESSER_LABEL_PATTERN:
      return TRUE;
    case PRESSER_LABEL_LETTER:
      return *label->key == 'q' ? survey->n_questions >= 1 : survey->n_questions >= 2 && survey->n_answers >= 2;
    case PRESSER_LABEL_MARKED:
    case PRESSER_LABEL_ARROWS:
      return survey->n_hits[label->form] >= 2;
    case PRESSER_LABEL_TIMED:
      return survey->n_hits[label->form] >= 3;
    case PRESSER_LABEL_BRACKETS:
      return shape->is_machine || (label->n >= 2 && label->n_alone == 0 && survey->n_hits[label->form] >= 4);
    case PRESSER_LABEL_LINE:
      return shape->is_machine || survey->n_under_rule >= 3 || (label->n >= 3 && label->n_at_paragraph > 0);
    case PRESSER_LABEL_TAB:
      return label->n >= 2 && survey->n_hits[label->form] >= 4;
    case PRESSER_LABEL_STOP:
      return label->n >= 2 && survey->n_hits[label->form] >= 4;
    case PRESSER_LABEL_COLON:
    case PRESSER_LABEL_BOLD:
    case PRESSER_LABEL_NONE:
    default:
      return is_strong_by_words (label, shape);
    }
}

/* Lists of those present stand before, and their heads look like labels. */
static void
find_first_line (PresserScript      *self,
                 PresserLabelSurvey *survey)
{
  survey->first_line = G_MAXUINT;
  for (guint i = 0; i < self->labels->len; i++)
    {
      const PresserLabel *label = self->labels->pdata[i];

      if (label->is_strong && label->n * 20 >= survey->n_turns)
        survey->first_line = MIN (survey->first_line, label->first_line);
    }
}

static void
survey_strong (PresserScript      *self,
               PresserLabelSurvey *survey)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel     *label = self->labels->pdata[i];
      PresserLabelShape shape = presser_label_get_shape (label->text, strlen (label->text));

      label->is_chosen = presser_label_choices_is_speaker (&self->choices, label->key);
      label->is_excluded = presser_label_choices_is_excluded (&self->choices, label->key);
      label->is_strong = !label->is_excluded && (label->is_given || label->is_chosen || is_strong (label, &shape, survey));
      if (!label->is_strong)
        continue;
      survey->n_strong++;
      survey->n_known += is_known (&shape) || label->form != PRESSER_LABEL_COLON;
      survey->n_turns += label->n;
      survey->n_at_paragraph += label->n_at_paragraph;
      survey->n_alone += label->n_alone;
      survey->n_capitals += shape.is_capitals ? label->n : 0;
      survey->n_forms[label->form] += label->n;
    }
  find_first_line (self, survey);
}

/* One label that repeats and nothing else is rather a heading; two take turns. In a long text a few that repeat are
 * chance. */
static gboolean
is_confirmed (const PresserScript      *self,
              const PresserLabel       *label,
              const PresserLabelSurvey *survey)
{
  if (survey->n_turns < 20 && survey->n_turns * 250 < self->lines->len)
    return FALSE;
  if (label->last_line < survey->first_line && (label->form == PRESSER_LABEL_COLON || label->form == PRESSER_LABEL_BOLD)
      && !is_known_text (label->text))
    return FALSE;
  if (label->form == PRESSER_LABEL_LETTER)
    return survey->n_questions >= 2 || survey->n_strong >= 2;
  /* Names alone on their lines without dividing lines: only if that is how this document does it. */
  if (label->form == PRESSER_LABEL_LINE && survey->n_under_rule < 3 && survey->n_forms[PRESSER_LABEL_LINE] * 2 <= survey->n_turns)
    return FALSE;

  return survey->n_known > 0 || survey->n_strong >= 2 || survey->n_like > 0 || survey->n_turns * 2 >= self->lines->len;
}

/* “Devin Lund:” the first time and “DL:” from then on. */
static gboolean
has_initials_elsewhere (const PresserScript *self,
                        const PresserLabel  *label)
{
  g_autofree char    *initials = presser_text_make_initials (label->key);
  const PresserLabel *other = g_hash_table_lookup (self->label_keys, initials);

  return other != NULL && other->is_strong;
}

/* A label that stands once is one if others are and it stands as they do. */
static gboolean
is_like_the_others (const PresserScript      *self,
                    const PresserLabel       *label,
                    const PresserLabelShape  *shape,
                    const PresserLabelSurvey *survey)
{
  gboolean others_alone = survey->n_alone * 2 > survey->n_turns;
  gboolean is_alone = label->n_alone > 0;

  if (survey->n_strong < 1 || survey->n_turns < 2 || survey->n_forms[label->form] == 0 || shape->is_field)
    return FALSE;
  if (survey->n_at_paragraph * 10 > survey->n_turns * 8 && label->n_at_paragraph == 0)
    return FALSE;
  if (label->form == PRESSER_LABEL_BOLD)
    return shape->n_words <= 6 && is_alone == others_alone && (label->first_line > survey->first_line || is_known (shape));
  if (label->form == PRESSER_LABEL_STOP)
    return shape->is_capitals && shape->n_words >= 2;
  if (label->form != PRESSER_LABEL_COLON || (is_alone != others_alone && !is_known (shape)))
    return FALSE;
  if (shape->is_capitals)
    return shape->n_words >= 2 || is_known (shape) || survey->n_capitals * 2 > survey->n_turns;
  if (shape->is_handle)
    return FALSE;
  /* Without capitals a short sentence looks like a name, and so do the heads of the list of those present. */
  if (shape->is_caseless && !shape->has_title && !shape->has_note)
    return shape->n_words == 2 && label->first_line > survey->first_line;
  if (shape->has_title || shape->has_note || strchr (label->text, ',') != NULL)
    return shape->n_words >= 1 && shape->n_words <= 8;
  if (shape->n_words <= 4 && has_initials_elsewhere (self, label))
    return TRUE;
  return survey->n_capitals * 2 < survey->n_turns && (shape->n_words >= 2 || label->n >= 2 || is_known (shape)) && shape->n_words <= 4;
}

/* Labels that stand once are held against the strong ones; where they are the rule, they are no labels. */
static guint
judge_rare (PresserScript            *self,
            const PresserLabelSurvey *survey)
{
  g_auto (PresserLabelSlips) slips = { 0 };
  guint n = 0;

  presser_label_slips_init (&slips, self);
  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel     *label = self->labels->pdata[i];
      PresserLabelShape shape = presser_label_get_shape (label->text, strlen (label->text));

      label->slip_of = label->is_given || label->is_chosen ? NULL : presser_label_slips_find (&slips, label);
      if (label->slip_of != NULL && !label->is_strong)
        {
          label->is_accepted = !label->is_excluded;
          n += label->is_accepted;
          continue;
        }
      label->is_accepted = !label->is_strong && !label->is_excluded && is_like_the_others (self, label, &shape, survey);
      n += label->is_accepted;
    }

  return n > survey->n_turns * 2 ? 0 : n;
}

/**
 * presser_label_judge:
 * @self: a script whose possible labels were counted
 * @survey: what was counted
 *
 * Sets is_accepted of every label.
 */
void
presser_label_judge (PresserScript      *self,
                     PresserLabelSurvey *survey)
{
  guint n_confirmed = 0;

  survey_strong (self, survey);
  survey->n_like = judge_rare (self, survey);
  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel *label = self->labels->pdata[i];

      if (label->is_strong)
        label->is_accepted = label->is_given || label->is_chosen || label->form == PRESSER_LABEL_PATTERN || is_confirmed (self, label, survey);
      n_confirmed += label->is_strong && label->is_accepted;
    }
  for (guint i = 0; (n_confirmed == 0 || survey->n_like == 0) && i < self->labels->len; i++)
    {
      PresserLabel *label = self->labels->pdata[i];

      label->is_accepted = label->is_accepted && label->is_strong;
    }
}
