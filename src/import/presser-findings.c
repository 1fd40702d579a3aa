/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found, for the report that the user sees: who speaks how often, with a sample, and what looks like a label
 * and was not taken for one. */

#include "presser-script-private.h"

#include "presser-characters.h"
#include "presser-import-report-private.h"

#define SAMPLE_BYTES   200
#define MAX_CANDIDATES 40

typedef struct
{
  guint    n_turns;
  guint    sample; /* a line, or G_MAXUINT */
  gboolean is_certain;
  gboolean is_long; /* the sample is more than a word or two */
} Count;

static gsize
get_speech_length (const PresserScript *self,
                   guint                place)
{
  const PresserLine *line = presser_script_line (self, place);

  return line->length - MIN (line->skip, line->length);
}

/* A label alone on its line has its speech below. */
static guint
find_speech (const PresserScript *self,
             guint                place)
{
  if (get_speech_length (self, place) > 0 || place + 1 >= self->lines->len
      || (presser_script_line (self, place + 1)->flags & PRESSER_LINE_TURN) != 0)
    return place;

  return place + 1;
}

static char *
dup_sample (const PresserScript *self,
            guint                place,
            guint                skip)
{
  const PresserLine *line = presser_script_line (self, place);
  const char        *start = presser_line_text (self, line) + MIN (skip, line->length);
  const char        *end = presser_line_end (self, line);

  if (end - start > SAMPLE_BYTES)
    end = g_utf8_find_prev_char (start, start + SAMPLE_BYTES);

  return presser_text_make_plain (start, (gsize) (end - start));
}

static Count *
count_turns (const PresserScript *self,
             guint               *n_turns)
{
  Count *counts = g_new0 (Count, self->voices->len + 1);

  for (guint i = 0; i < self->voices->len; i++)
    counts[i].sample = G_MAXUINT;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PresserLine  *line = presser_script_line (self, i);
      const PresserLabel *label;
      Count              *count;
      guint               speech;

      if ((line->flags & PRESSER_LINE_TURN) == 0)
        continue;
      (*n_turns)++;
      if (line->label == PRESSER_NO_LABEL)
        continue;
      label = self->labels->pdata[line->label];
      count = &counts[label->voice];
      count->n_turns++;
      count->is_certain = count->is_certain || label->is_given || label->is_strong;
      speech = count->is_long ? i : find_speech (self, i);
      if (count->sample == G_MAXUINT || (!count->is_long && get_speech_length (self, speech) > 40))
        {
          count->sample = speech;
          count->is_long = get_speech_length (self, speech) > 40;
        }
    }

  return counts;
}

static void
report_voice (const PresserScript *self,
              const PresserVoice  *voice,
              const Count         *count,
              PresserImportReport *report)
{
  g_autofree char                 *sample = count->sample != G_MAXUINT
                                                ? dup_sample (self, count->sample, presser_script_line (self, count->sample)->skip)
                                                : g_strdup ("");
  const PresserImportSpeakerFields fields = {
    .name = voice->name,
    .role = voice->role,
    .is_unnamed = voice->is_unnamed,
    .is_certain = count->is_certain,
    .labels = voice->aliases,
    .n_turns = count->n_turns,
    .sample = sample,
    .proposed = voice->proposed,
  };

  presser_import_report_take_speaker (report, presser_import_speaker_new (&fields));
}

static int
compare_frequency (gconstpointer one,
                   gconstpointer other)
{
  const PresserLabel *a = *(PresserLabel *const *) one, *b = *(PresserLabel *const *) other;

  return a->n != b->n ? (a->n < b->n ? 1 : -1) : (a->place < b->place ? -1 : 1);
}

static void
report_candidate (const PresserScript *self,
                  const PresserLabel  *label,
                  PresserImportReport *report)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char                 *sample = dup_sample (self, label->first_line, 0);
  const PresserImportSpeakerFields fields = { .name = label->text, .labels = labels, .n_turns = label->n, .sample = sample };

  g_ptr_array_add (labels, label->text);
  presser_import_report_take_candidate (report, presser_import_speaker_new (&fields));
}

/* What stands once looks like a label by chance. */
static void
report_candidates (const PresserScript *self,
                   PresserImportReport *report)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel *label = self->labels->pdata[i];

      if (!label->is_used && label->first_line < self->lines->len
          && (label->n >= 2 || presser_label_choices_is_excluded (&self->choices, label->key)))
        g_ptr_array_add (rest, label);
    }
  g_ptr_array_sort (rest, compare_frequency);
  for (guint i = 0; i < MIN (rest->len, MAX_CANDIDATES); i++)
    report_candidate (self, rest->pdata[i], report);
}

/**
 * presser_findings_report:
 * @self: a script that went through all steps
 * @report: gets speakers, candidates and the number of turns
 */
void
presser_findings_report (PresserScript       *self,
                         PresserImportReport *report)
{
  guint             n_turns = 0;
  g_autofree Count *counts = count_turns (self, &n_turns);

  presser_import_report_set_n_turns (report, n_turns);
  for (guint i = 0; i < self->voices->len; i++)
    report_voice (self, self->voices->pdata[i], &counts[i], report);
  report_candidates (self, report);
}
