/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From labels to speakers. Only what leaves no doubt is merged, and what the user said; what only looks like the same
 * person is proposed. */

#include "presser-script-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "presser-label-words.h"
#include "presser-same-person.h"

#define MAX_REMARKS 30
#define MAX_STEPS   4

static PresserVoice *
add_voice (PresserScript *self,
           const char    *name,
           const char    *role,
           gboolean       is_unnamed)
{
  PresserVoice *voice = g_new0 (PresserVoice, 1);

  voice->name = g_strdup (name);
  voice->role = g_strdup (role);
  voice->is_unnamed = is_unnamed;
  voice->aliases = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->voices, voice);

  return voice;
}

static void
add_aliases (PresserVoice       *voice,
             const PresserLabel *label)
{
  g_ptr_array_add (voice->aliases, g_strdup (label->text));
  for (guint i = 0; i < label->variants->len; i++)
    g_ptr_array_add (voice->aliases, g_strdup (label->variants->pdata[i]));
}

/* Every question by nobody in particular belongs to one entry, whatever the word for it. */
static guint
get_reporter (PresserScript *self,
              int           *reporter)
{
  if (*reporter < 0)
    {
      /* Translators: name of the speaker entry for all questions whose asker is not named */
      add_voice (self, _ ("Reporter"), NULL, TRUE)->is_reporter = TRUE;
      *reporter = (int) self->voices->len - 1;
    }

  return (guint) *reporter;
}

static void
remark_proposal (PresserScript      *self,
                 const PresserLabel *label,
                 const PresserLabel *other)
{
  if (self->remarks->len < MAX_REMARKS)
    {
      /* Translators: both %s are speaker labels as printed, such as MR. MARKS and DR. MARKS */
      g_autofree char *remark = g_strdup_printf (_ ("“%s” and “%s” may be the same person. They were kept apart."),
                                                 other->text, label->text);

      presser_script_add_remark (self, remark);
    }
}

static void
remark_merge (PresserScript      *self,
              const PresserLabel *label,
              const PresserLabel *target)
{
  if (self->remarks->len < MAX_REMARKS)
    {
      /* Translators: both %s are speaker labels as printed, such as DB and Devin Becker */
      g_autofree char *remark = g_strdup_printf (_ ("The labels “%s” and “%s” were taken for the same person."),
                                                 label->text, target->text);

      presser_script_add_remark (self, remark);
    }
}

static guint
give_voice (PresserScript      *self,
            const PresserLabel *label,
            const PresserName  *name,
            int                *reporter)
{
  PresserLabelShape shape = presser_label_get_shape (label->text, strlen (label->text));
  g_autofree char  *readable = NULL;

  if ((shape.is_question || (label->form == PRESSER_LABEL_LETTER && strchr ("qp", *label->key) != NULL)) && !shape.is_machine)
    return get_reporter (self, reporter);

  readable = presser_name_make_readable (name->name);
  add_voice (self, readable, name->role, shape.is_unnamed);
  return self->voices->len - 1;
}

static const PresserLabel *
find_next (const PresserScript     *self,
           const PresserSamePerson *persons,
           const PresserLabel      *label)
{
  const char         *key = presser_label_choices_get_target (&self->choices, label->key);
  const PresserLabel *target = key != NULL ? g_hash_table_lookup (self->label_keys, key) : NULL;

  if (target != NULL && target->is_used)
    return target;
  if (presser_label_choices_is_apart (&self->choices, label->key))
    return label;

  return self->labels->pdata[presser_same_person_find (persons, label)];
}

/* More than one step, since initials may stand for a name that is itself the end of a longer one. */
static PresserLabel *
find_target (const PresserScript     *self,
             const PresserSamePerson *persons,
             PresserLabel            *label)
{
  const PresserLabel *target = label;

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      const PresserLabel *next = find_next (self, persons, target);

      if (next == target)
        break;
      target = next;
    }

  return (PresserLabel *) target;
}

static void
join_voice (PresserScript           *self,
            const PresserSamePerson *persons,
            PresserLabel            *label,
            const PresserLabel      *target)
{
  PresserVoice      *voice = self->voices->pdata[target->voice];
  const PresserName *name = presser_same_person_get_name (persons, label->place);
  const PresserName *other = presser_same_person_get_name (persons, target->place);

  label->voice = target->voice;
  if (voice->role == NULL && name->role == NULL)
    voice->role = presser_name_dup_office (name->name, name->key, other->key);
  else if (voice->role == NULL)
    voice->role = g_strdup (name->role);
  if (presser_label_choices_get_target (&self->choices, label->key) == NULL)
    remark_merge (self, label, target);
}

static void
propose (PresserScript     *self,
         PresserSamePerson *persons,
         PresserLabel      *label)
{
  PresserLabel *other;
  PresserVoice *voice = self->voices->pdata[label->voice];

  if (presser_label_choices_is_apart (&self->choices, label->key))
    return;
  other = self->labels->pdata[presser_same_person_find_maybe (persons, label)];
  if (other == label || other->voice == label->voice || voice->proposed != NULL
      || presser_label_choices_is_apart (&self->choices, other->key))
    return;

  voice->proposed = g_strdup (other->text);
  remark_proposal (self, label, other);
}

static void
assign_voices (PresserScript     *self,
               PresserSamePerson *persons)
{
  int reporter = -1;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PresserLabel *label = self->labels->pdata[i];
      PresserLabel *target;

      if (!label->is_used)
        continue;
      target = find_target (self, persons, label);
      if (target->voice == G_MAXUINT)
        target->voice = give_voice (self, target, presser_same_person_get_name (persons, target->place), &reporter);
      if (target != label)
        join_voice (self, persons, label, target);
      add_aliases (self->voices->pdata[label->voice], label);
    }
}

/**
 * presser_voices_find:
 * @self: a script whose turns are known
 *
 * Gives every label a speaker; several labels may be one.
 */
void
presser_voices_find (PresserScript *self)
{
  g_auto (PresserSamePerson) persons = { 0 };

  presser_same_person_init (&persons, self);
  for (guint i = 0; i < self->labels->len; i++)
    ((PresserLabel *) self->labels->pdata[i])->voice = G_MAXUINT;
  assign_voices (self, &persons);
  for (guint i = 0; i < self->labels->len; i++)
    if (((PresserLabel *) self->labels->pdata[i])->is_used)
      propose (self, &persons, self->labels->pdata[i]);
}
