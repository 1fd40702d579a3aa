/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-history-private.h"

/* A step is taken back by performing its changes again, last first: performing a change exchanges
 * what is there with what is not. */
struct _PresserHistory
{
  GObject parent_instance;

  PresserSteps *steps;
  guint64       saved; /* number of the state in the file */

  guint    depth; /* of open groups */
  char    *group_label;
  gboolean group_has_step; /* the last step is the open group's */
  gboolean is_replaying;

  /* What listeners were told last. */
  gboolean could_undo;
  gboolean could_redo;
  gboolean was_modified;
  char    *undo_label;
  char    *redo_label;

  PresserHistoryPerform perform;
  gpointer              document; /* borrowed */

  const PresserHistoryWatcher *watcher; /* borrowed; NULL if nobody keeps a record */
  gpointer                     watcher_data;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PresserHistory, presser_history, G_TYPE_OBJECT)

static void
presser_history_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PresserHistory *self = PRESSER_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, presser_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, presser_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, presser_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, presser_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, presser_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
presser_history_finalize (GObject *object)
{
  PresserHistory *self = PRESSER_HISTORY (object);

  presser_steps_free (self->steps);
  g_free (self->group_label);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (presser_history_parent_class)->finalize (object);
}

static void
presser_history_class_init (PresserHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = presser_history_get_property;
  object_class->finalize = presser_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
presser_history_init (PresserHistory *self)
{
  self->steps = presser_steps_new ();
}

PresserHistory *
presser_history_new (PresserHistoryPerform perform,
                     gpointer              document)
{
  PresserHistory *self = g_object_new (PRESSER_TYPE_HISTORY, NULL);

  self->perform = perform;
  self->document = document;
  return self;
}

void
presser_history_forget_document (PresserHistory *self)
{
  self->document = NULL;
}

void
presser_history_set_watcher (PresserHistory              *self,
                             const PresserHistoryWatcher *watcher,
                             gpointer                     user_data)
{
  self->watcher = watcher;
  self->watcher_data = user_data;
}

/* The watcher hears of it first: whoever hears of the change itself may make another, which comes after. */
static void
carry_out (PresserHistory *self,
           PresserChange  *change)
{
  if (self->watcher != NULL)
    self->watcher->changing (change, self->watcher_data);
  self->perform (change, self->document);
}

static void
finish_step (PresserHistory *self,
             const char     *label)
{
  if (self->watcher != NULL)
    self->watcher->step_done (label, self->watcher_data);
}

gboolean
presser_history_is_replaying (PresserHistory *self)
{
  return self->is_replaying;
}

static void
announce_flag (PresserHistory *self,
               gboolean       *told,
               gboolean        now,
               guint           property)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
announce_label (PresserHistory *self,
                char          **told,
                const char     *now,
                guint           property)
{
  if (g_strcmp0 (*told, now) == 0)
    return;
  g_free (*told);
  *told = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
announce (PresserHistory *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  announce_flag (self, &self->could_undo, presser_history_can_undo (self), PROP_CAN_UNDO);
  announce_flag (self, &self->could_redo, presser_history_can_redo (self), PROP_CAN_REDO);
  announce_label (self, &self->undo_label, presser_history_get_undo_label (self), PROP_UNDO_LABEL);
  announce_label (self, &self->redo_label, presser_history_get_redo_label (self), PROP_REDO_LABEL);
  announce_flag (self, &self->was_modified, presser_history_is_modified (self), PROP_MODIFIED);
  g_object_thaw_notify (G_OBJECT (self));
}

void
presser_history_perform (PresserHistory *self,
                         PresserChange  *change)
{
  g_assert (self->depth > 0 && !self->is_replaying);

  /* Only now, for an empty group leaves no step, and what could be done again stays. */
  if (!self->group_has_step)
    presser_steps_add (self->steps, self->group_label);
  self->group_has_step = TRUE;
  /* Noted first: whoever hears of it may make a change of its own, which comes after. */
  presser_steps_note_change (self->steps, change);
  carry_out (self, change);
}

void
presser_history_note_typing (PresserHistory *self,
                             PresserTyping   typing,
                             guint           position,
                             gboolean        starts_run)
{
  if (self->depth == 0)
    presser_steps_note_typing (self->steps, typing, position, starts_run);
}

/**
 * presser_history_begin:
 * @self: a history
 * @label: what the step does, translated
 *
 * Everything until the matching presser_history_end() is one step. Groups nest; the outermost label counts.
 */
void
presser_history_begin (PresserHistory *self,
                       const char     *label)
{
  g_return_if_fail (PRESSER_IS_HISTORY (self));
  g_return_if_fail (label != NULL);

  if (self->depth++ > 0)
    return;
  g_free (self->group_label);
  self->group_label = g_strdup (label);
  self->group_has_step = FALSE;
}

/**
 * presser_history_end:
 * @self: a history
 *
 * Ends the group that was begun last. A group in which nothing happened leaves no step.
 */
void
presser_history_end (PresserHistory *self)
{
  g_return_if_fail (PRESSER_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  if (self->group_has_step)
    finish_step (self, self->group_label);
  self->group_has_step = FALSE;
  announce (self);
}

/**
 * presser_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back; not while a group is open
 */
gboolean
presser_history_can_undo (PresserHistory *self)
{
  g_return_val_if_fail (PRESSER_IS_HISTORY (self), FALSE);

  return presser_steps_get_last (self->steps) != NULL && self->depth == 0 && !self->is_replaying && self->document != NULL;
}

/**
 * presser_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again; not while a group is open
 */
gboolean
presser_history_can_redo (PresserHistory *self)
{
  g_return_val_if_fail (PRESSER_IS_HISTORY (self), FALSE);

  return presser_steps_get_next (self->steps) != NULL && self->depth == 0 && !self->is_replaying && self->document != NULL;
}

/**
 * presser_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable): what the next undo takes back, translated
 */
const char *
presser_history_get_undo_label (PresserHistory *self)
{
  PresserStep *step;

  g_return_val_if_fail (PRESSER_IS_HISTORY (self), NULL);

  step = presser_steps_get_last (self->steps);
  return step != NULL ? step->label : NULL;
}

/**
 * presser_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable): what the next redo does again, translated
 */
const char *
presser_history_get_redo_label (PresserHistory *self)
{
  PresserStep *step;

  g_return_val_if_fail (PRESSER_IS_HISTORY (self), NULL);

  step = presser_steps_get_next (self->steps);
  return step != NULL ? step->label : NULL;
}

/**
 * presser_history_undo:
 * @self: a history
 *
 * Takes the last step back.
 *
 * Returns: whether there was one
 */
gboolean
presser_history_undo (PresserHistory *self)
{
  PresserStep *step;
  guint        i;

  g_return_val_if_fail (PRESSER_IS_HISTORY (self), FALSE);

  if (!presser_history_can_undo (self))
    return FALSE;
  step = presser_steps_get_last (self->steps);
  presser_steps_go_back (self->steps);
  self->is_replaying = TRUE;
  for (i = step->changes->len; i > 0; i--)
    carry_out (self, step->changes->pdata[i - 1]);
  self->is_replaying = FALSE;
  finish_step (self, step->label);
  announce (self);
  return TRUE;
}

/**
 * presser_history_redo:
 * @self: a history
 *
 * Does the step again that was taken back last.
 *
 * Returns: whether there was one
 */
gboolean
presser_history_redo (PresserHistory *self)
{
  PresserStep *step;
  guint        i;

  g_return_val_if_fail (PRESSER_IS_HISTORY (self), FALSE);

  if (!presser_history_can_redo (self))
    return FALSE;
  step = presser_steps_get_next (self->steps);
  presser_steps_go_on (self->steps);
  self->is_replaying = TRUE;
  for (i = 0; i < step->changes->len; i++)
    carry_out (self, step->changes->pdata[i]);
  self->is_replaying = FALSE;
  finish_step (self, step->label);
  announce (self);
  return TRUE;
}

/**
 * presser_history_get_state:
 * @self: a history
 *
 * Returns: a number that names the present state: 0 at the start, and the same number again only when
 *   everything is again as it was then
 */
guint64
presser_history_get_state (PresserHistory *self)
{
  PresserStep *step;

  g_return_val_if_fail (PRESSER_IS_HISTORY (self), 0);

  step = presser_steps_get_last (self->steps);
  return step != NULL ? step->number : 0;
}

/**
 * presser_history_set_saved:
 * @self: a history
 * @state: from presser_history_get_state(), at the moment when the bytes were made
 *
 * Tells that the file holds that state. Undo goes on across it.
 */
void
presser_history_set_saved (PresserHistory *self,
                           guint64         state)
{
  g_return_if_fail (PRESSER_IS_HISTORY (self));

  self->saved = state;
  /* Else the state in the file would be one in the middle of a step, which undo never reaches. */
  presser_steps_break_typing (self->steps);
  announce (self);
}

/**
 * presser_history_is_modified:
 * @self: a history
 *
 * Returns: whether the document differs from what the file holds
 */
gboolean
presser_history_is_modified (PresserHistory *self)
{
  g_return_val_if_fail (PRESSER_IS_HISTORY (self), FALSE);

  return presser_history_get_state (self) != self->saved;
}

/**
 * presser_history_clear:
 * @self: a history
 *
 * Forgets all steps: what is there now is the beginning, and counts as saved. For readers, when they have
 * filled a new document. Not while a group is open.
 */
void
presser_history_clear (PresserHistory *self)
{
  g_return_if_fail (PRESSER_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0 && !self->is_replaying);

  presser_steps_clear (self->steps);
  self->saved = 0;
  announce (self);
}
