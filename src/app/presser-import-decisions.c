/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-decisions.h"

/**
 * presser_import_decisions_new:
 *
 * Returns: (transfer full): nothing decided yet
 */
PresserImportDecisions *
presser_import_decisions_new (void)
{
  PresserImportDecisions *self = g_new0 (PresserImportDecisions, 1);

  self->speakers = g_ptr_array_new_with_free_func (g_free);
  self->not_speakers = g_ptr_array_new_with_free_func (g_free);
  self->apart = g_ptr_array_new_with_free_func (g_free);
  self->merges = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * presser_import_decisions_free:
 * @self: (transfer full): decisions
 */
void
presser_import_decisions_free (PresserImportDecisions *self)
{
  g_free (self->format);
  g_free (self->encoding);
  g_free (self->label_pattern);
  g_clear_object (&self->metadata);
  g_ptr_array_unref (self->speakers);
  g_ptr_array_unref (self->not_speakers);
  g_ptr_array_unref (self->apart);
  g_ptr_array_unref (self->merges);
  g_free (self);
}

static void
copy_labels (GPtrArray *labels,
             GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (labels, g_strdup (others->pdata[i]));
}

/**
 * presser_import_decisions_copy:
 * @self: decisions
 *
 * Returns: (transfer full): the same for another thread
 */
PresserImportDecisions *
presser_import_decisions_copy (const PresserImportDecisions *self)
{
  PresserImportDecisions *copy = presser_import_decisions_new ();

  copy->format = g_strdup (self->format);
  copy->encoding = g_strdup (self->encoding);
  copy->label_pattern = g_strdup (self->label_pattern);
  copy->metadata = self->metadata != NULL ? g_object_ref (self->metadata) : NULL;
  copy_labels (copy->speakers, self->speakers);
  copy_labels (copy->not_speakers, self->not_speakers);
  copy_labels (copy->apart, self->apart);
  copy_labels (copy->merges, self->merges);
  copy->has_columns = self->has_columns;
  for (guint i = 0; i < PRESSER_IMPORT_N_COLUMNS; i++)
    copy->columns[i] = self->columns[i];
  return copy;
}

static void
remove_label (GPtrArray  *labels,
              const char *label)
{
  for (guint i = labels->len; i > 0; i--)
    if (g_str_equal (labels->pdata[i - 1], label))
      g_ptr_array_remove_index (labels, i - 1);
}

static void
remove_merges (PresserImportDecisions *self,
               const char             *label)
{
  for (guint i = self->merges->len; i > 0; i -= 2)
    if (g_str_equal (self->merges->pdata[i - 2], label) || g_str_equal (self->merges->pdata[i - 1], label))
      g_ptr_array_remove_range (self->merges, i - 2, 2);
}

/**
 * presser_import_decisions_set_speaker:
 * @self: decisions
 * @label: a printed label
 * @is_speaker: whether somebody speaks under it
 */
void
presser_import_decisions_set_speaker (PresserImportDecisions *self,
                                      const char             *label,
                                      gboolean                is_speaker)
{
  g_autofree char *own = g_strdup (label); /* it may be one of ours */

  remove_label (self->speakers, own);
  remove_label (self->not_speakers, own);
  if (!is_speaker)
    remove_merges (self, own);
  g_ptr_array_add (is_speaker ? self->speakers : self->not_speakers, g_steal_pointer (&own));
}

/**
 * presser_import_decisions_merge:
 * @self: decisions
 * @label: a printed label
 * @into: the label of the speaker whom it means
 */
void
presser_import_decisions_merge (PresserImportDecisions *self,
                                const char             *label,
                                const char             *into)
{
  if (g_str_equal (label, into))
    return;
  remove_label (self->apart, label);
  remove_label (self->apart, into);
  for (guint i = self->merges->len; i > 0; i -= 2)
    if (g_str_equal (self->merges->pdata[i - 2], label))
      g_ptr_array_remove_range (self->merges, i - 2, 2);
  g_ptr_array_add (self->merges, g_strdup (label));
  g_ptr_array_add (self->merges, g_strdup (into));
}

/**
 * presser_import_decisions_keep_apart:
 * @self: decisions
 * @labels: (array zero-terminated=1): labels of one speaker that are several people
 */
void
presser_import_decisions_keep_apart (PresserImportDecisions *self,
                                     const char *const      *labels)
{
  for (; *labels != NULL; labels++)
    {
      remove_merges (self, *labels);
      remove_label (self->apart, *labels);
      g_ptr_array_add (self->apart, g_strdup (*labels));
    }
}

/* Borrows the strings: (transfer container). */
static const char **
dup_list (GPtrArray *labels)
{
  const char **list = g_new0 (const char *, labels->len + 1);

  for (guint i = 0; i < labels->len; i++)
    list[i] = labels->pdata[i];
  return list;
}

static PresserImportMerge *
dup_merges (GPtrArray *merges)
{
  PresserImportMerge *list = g_new0 (PresserImportMerge, merges->len / 2 + 1);

  for (guint i = 0; i < merges->len / 2; i++)
    list[i] = (PresserImportMerge){ merges->pdata[2 * i], merges->pdata[2 * i + 1] };
  return list;
}

/**
 * presser_import_decisions_run:
 * @self: decisions
 * @bytes: a transcript
 * @name: its file name without folder
 * @report: (out) (transfer full): what was found
 * @error: return location for an error, also of the label pattern
 *
 * Returns: (transfer full) (nullable): the TEI
 */
GBytes *
presser_import_decisions_run (const PresserImportDecisions *self,
                              GBytes                       *bytes,
                              const char                   *name,
                              PresserImportReport         **report,
                              GError                      **error)
{
  g_autofree const char        **speakers = dup_list (self->speakers);
  g_autofree const char        **not_speakers = dup_list (self->not_speakers);
  g_autofree const char        **apart = dup_list (self->apart);
  g_autofree PresserImportMerge *merges = dup_merges (self->merges);
  g_autoptr (GRegex) pattern = NULL;
  PresserImportOptions options = {
    .format = self->format,
    .encoding = self->encoding,
    .metadata = self->metadata,
    .speakers = speakers,
    .not_speakers = not_speakers,
    .apart = apart,
    .merges = merges,
    .columns = self->has_columns ? self->columns : NULL,
  };

  if (self->label_pattern != NULL)
    {
      pattern = g_regex_new (self->label_pattern, G_REGEX_OPTIMIZE, 0, error);
      if (pattern == NULL)
        return NULL;
      options.label_pattern = pattern;
    }
  return presser_import_with_report (bytes, name, &options, report, error);
}
