/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user decided about labels, ready for look-ups. */

#include "presser-label-choices.h"

#include <string.h>

#include "presser-characters.h"
#include "presser-label-scan-private.h"
#include "presser-paragraph.h"

static GHashTable *
new_set (const char *const *labels)
{
  GHashTable *set = NULL;

  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    {
      if (set == NULL)
        set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_add (set, presser_text_make_key (labels[i], strlen (labels[i])));
    }

  return set;
}

static GHashTable *
new_merges (const PresserImportMerge *merges)
{
  GHashTable *table = NULL;

  for (guint i = 0; merges != NULL && merges[i].label != NULL; i++)
    {
      if (table == NULL)
        table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (table, presser_text_make_key (merges[i].label, strlen (merges[i].label)),
                           presser_text_make_key (merges[i].into, strlen (merges[i].into)));
    }

  return table;
}

/**
 * presser_label_choices_init:
 * @self: zeroed
 * @options: what the user gave
 */
void
presser_label_choices_init (PresserLabelChoices        *self,
                            const PresserImportOptions *options)
{
  self->pattern = options->label_pattern != NULL ? g_regex_ref (options->label_pattern) : NULL;
  self->speakers = new_set (options->speakers);
  self->not_speakers = new_set (options->not_speakers);
  self->apart = new_set (options->apart);
  self->merges = new_merges (options->merges);
}

/**
 * presser_label_choices_clear:
 * @self: initialised or zeroed
 */
void
presser_label_choices_clear (PresserLabelChoices *self)
{
  g_clear_pointer (&self->pattern, g_regex_unref);
  g_clear_pointer (&self->speakers, g_hash_table_unref);
  g_clear_pointer (&self->not_speakers, g_hash_table_unref);
  g_clear_pointer (&self->apart, g_hash_table_unref);
  g_clear_pointer (&self->merges, g_hash_table_unref);
}

static gboolean
holds (GHashTable *set,
       const char *key)
{
  return set != NULL && g_hash_table_contains (set, key);
}

/**
 * presser_label_choices_is_speaker:
 * @self: choices
 * @key: presser_text_make_key() of a label
 *
 * Returns: whether the user says that it is a speaker
 */
gboolean
presser_label_choices_is_speaker (const PresserLabelChoices *self,
                                  const char                *key)
{
  return holds (self->speakers, key);
}

/**
 * presser_label_choices_is_excluded:
 * @self: choices
 * @key: presser_text_make_key() of a label
 *
 * Returns: whether the user says that it is no speaker
 */
gboolean
presser_label_choices_is_excluded (const PresserLabelChoices *self,
                                   const char                *key)
{
  return holds (self->not_speakers, key);
}

/**
 * presser_label_choices_is_apart:
 * @self: choices
 * @key: presser_text_make_key() of a label
 *
 * Returns: whether the user says that it is a person of its own
 */
gboolean
presser_label_choices_is_apart (const PresserLabelChoices *self,
                                const char                *key)
{
  return holds (self->apart, key);
}

/**
 * presser_label_choices_get_target:
 * @self: choices
 * @key: presser_text_make_key() of a label
 *
 * Returns: (transfer none) (nullable): key of the label whose speaker it means
 */
const char *
presser_label_choices_get_target (const PresserLabelChoices *self,
                                  const char                *key)
{
  return self->merges != NULL ? g_hash_table_lookup (self->merges, key) : NULL;
}

static gboolean
fetch_name (const GMatchInfo *match,
            int              *start,
            int              *end)
{
  if (g_match_info_fetch_named_pos (match, "speaker", start, end) && *start >= 0)
    return TRUE;
  if (g_match_info_get_match_count (match) > 1 && g_match_info_fetch_pos (match, 1, start, end) && *start >= 0)
    return TRUE;

  return g_match_info_fetch_pos (match, 0, start, end);
}

/**
 * presser_label_choices_scan:
 * @self: choices with a pattern
 * @text: start of a line
 * @end: its end
 * @hit: (out): where the label stands
 *
 * Looks for a label as the user's own pattern describes it. A label is short, so that only the start of a line is
 * shown to the pattern.
 *
 * Returns: whether there is one
 */
gboolean
presser_label_choices_scan (const PresserLabelChoices *self,
                            const char                *text,
                            const char                *end,
                            PresserLabelHit           *hit)
{
  g_autoptr (GMatchInfo) match = NULL;
  const char *limit = end - text > PRESSER_MAX_LABEL ? g_utf8_find_prev_char (text, text + PRESSER_MAX_LABEL) : end;
  const char *speech;
  int         start, stop, last;

  memset (hit, 0, sizeof *hit);
  hit->time = PRESSER_TIME_UNKNOWN;
  if (!g_regex_match_full (self->pattern, text, limit - text, 0, G_REGEX_MATCH_ANCHORED, &match, NULL))
    return FALSE;
  if (!fetch_name (match, &start, &stop) || stop <= start || !g_match_info_fetch_pos (match, 0, NULL, &last))
    return FALSE;

  speech = presser_text_skip_blank (text + last, end);
  hit->form = PRESSER_LABEL_PATTERN;
  hit->start = (guint32) start;
  hit->length = (guint32) (stop - start);
  hit->skip = (guint32) (speech - text);
  hit->is_alone = speech == end;

  return TRUE;
}
