/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-import-report-private.h"

struct _PresserImportSpeaker
{
  GObject parent_instance;

  char    *name;
  char    *role;
  char   **labels;
  char    *sample;
  char    *proposed;
  guint    n_turns;
  gboolean is_unnamed;
  gboolean is_certain;
};

G_DEFINE_FINAL_TYPE (PresserImportSpeaker, presser_import_speaker, G_TYPE_OBJECT)

static void
presser_import_speaker_finalize (GObject *object)
{
  PresserImportSpeaker *self = PRESSER_IMPORT_SPEAKER (object);

  g_free (self->name);
  g_free (self->role);
  g_strfreev (self->labels);
  g_free (self->sample);
  g_free (self->proposed);

  G_OBJECT_CLASS (presser_import_speaker_parent_class)->finalize (object);
}

static void
presser_import_speaker_class_init (PresserImportSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = presser_import_speaker_finalize;
}

static void
presser_import_speaker_init (PresserImportSpeaker *self)
{
}

/**
 * presser_import_speaker_new:
 * @fields: what is known; copied
 *
 * Returns: (transfer full): a speaker of an import
 */
PresserImportSpeaker *
presser_import_speaker_new (const PresserImportSpeakerFields *fields)
{
  PresserImportSpeaker *self = g_object_new (PRESSER_TYPE_IMPORT_SPEAKER, NULL);

  self->name = g_strdup (fields->name);
  self->role = g_strdup (fields->role);
  self->is_unnamed = fields->is_unnamed;
  self->is_certain = fields->is_certain;
  self->n_turns = fields->n_turns;
  self->sample = g_strdup (fields->sample);
  self->proposed = g_strdup (fields->proposed);
  self->labels = g_new0 (char *, fields->labels->len + 1);
  for (guint i = 0; i < fields->labels->len; i++)
    self->labels[i] = g_strdup (fields->labels->pdata[i]);

  return self;
}

/**
 * presser_import_speaker_get_name:
 * @self: a speaker of an import
 *
 * Returns: (transfer none): the name as people write it; for a candidate, the label as printed
 */
const char *
presser_import_speaker_get_name (PresserImportSpeaker *self)
{
  return self->name;
}

/**
 * presser_import_speaker_get_role:
 * @self: a speaker of an import
 *
 * Returns: (transfer none) (nullable): party or office, where a label tells it
 */
const char *
presser_import_speaker_get_role (PresserImportSpeaker *self)
{
  return self->role;
}

/**
 * presser_import_speaker_is_unnamed:
 * @self: a speaker of an import
 *
 * Returns: whether the name is a description that stands for many, such as Reporter
 */
gboolean
presser_import_speaker_is_unnamed (PresserImportSpeaker *self)
{
  return self->is_unnamed;
}

/**
 * presser_import_speaker_is_certain:
 * @self: a speaker of an import
 *
 * Returns: whether a label would be one on its own; %FALSE if it only stands as the certain ones do
 */
gboolean
presser_import_speaker_is_certain (PresserImportSpeaker *self)
{
  return self->is_certain;
}

/**
 * presser_import_speaker_get_labels:
 * @self: a speaker of an import
 *
 * Returns: (transfer none) (array zero-terminated=1): all printed forms. The first stands for the speaker in the
 *   options of another import
 */
const char *const *
presser_import_speaker_get_labels (PresserImportSpeaker *self)
{
  return (const char *const *) self->labels;
}

/**
 * presser_import_speaker_get_n_turns:
 * @self: a speaker of an import
 *
 * Returns: how many turns the speaker has; for a candidate, how many lines begin with the label
 */
guint
presser_import_speaker_get_n_turns (PresserImportSpeaker *self)
{
  return self->n_turns;
}

/**
 * presser_import_speaker_get_sample:
 * @self: a speaker of an import
 *
 * Returns: (transfer none): the beginning of something that the speaker said, on one line, perhaps empty
 */
const char *
presser_import_speaker_get_sample (PresserImportSpeaker *self)
{
  return self->sample;
}

/**
 * presser_import_speaker_get_proposed:
 * @self: a speaker of an import
 *
 * Returns: (transfer none) (nullable): first label of another speaker who may be the same person, which is for the
 *   user to decide: “MR. MARKS” for “DR. MARKS”
 */
const char *
presser_import_speaker_get_proposed (PresserImportSpeaker *self)
{
  return self->proposed;
}
