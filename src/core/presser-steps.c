/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-steps-private.h"

struct _PresserSteps
{
  GPtrArray *steps; /* of PresserStep: done ones first */
  guint      n_done;
  guint64    last_number;
};

static void
free_step (gpointer data)
{
  PresserStep *step = data;

  g_free (step->label);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

static void
free_change (gpointer data)
{
  presser_change_free (data);
}

PresserSteps *
presser_steps_new (void)
{
  PresserSteps *self = g_new0 (PresserSteps, 1);

  self->steps = g_ptr_array_new_with_free_func (free_step);
  return self;
}

void
presser_steps_free (PresserSteps *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

PresserStep *
presser_steps_get_last (PresserSteps *self)
{
  return self->n_done > 0 ? self->steps->pdata[self->n_done - 1] : NULL;
}

PresserStep *
presser_steps_get_next (PresserSteps *self)
{
  return self->n_done < self->steps->len ? self->steps->pdata[self->n_done] : NULL;
}

PresserStep *
presser_steps_add (PresserSteps *self,
                   const char   *label)
{
  PresserStep *step = g_new0 (PresserStep, 1);

  step->label = g_strdup (label);
  step->changes = g_ptr_array_new_with_free_func (free_change);
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  return step;
}

void
presser_steps_note_change (PresserSteps  *self,
                           PresserChange *change)
{
  PresserStep *step = presser_steps_get_last (self);

  g_assert (step != NULL);

  step->number = ++self->last_number;
  g_ptr_array_add (step->changes, change);
}

void
presser_steps_go_back (PresserSteps *self)
{
  presser_steps_break_typing (self);
  self->n_done--;
  presser_steps_break_typing (self);
}

void
presser_steps_go_on (PresserSteps *self)
{
  self->n_done++;
}

static gboolean
joins_typing (PresserStep  *before,
              PresserTyping typing,
              guint         position)
{
  if (before->typing != typing || typing == PRESSER_TYPING_NONE)
    return FALSE;
  if (typing == PRESSER_TYPING_INSERT)
    return position == before->typing_position;
  return position + 1 == before->typing_position || position == before->typing_position;
}

/* The earlier step takes the later one's changes, and its number, for the state is the later one's. */
static void
join_last_steps (PresserSteps *self)
{
  PresserStep *before = self->steps->pdata[self->n_done - 2];
  PresserStep *last = self->steps->pdata[self->n_done - 1];

  g_ptr_array_extend_and_steal (before->changes, g_ptr_array_ref (last->changes));
  before->number = last->number;
  before->typing_position = last->typing_position;
  g_ptr_array_set_size (self->steps, (int) --self->n_done);
}

void
presser_steps_note_typing (PresserSteps *self,
                           PresserTyping typing,
                           guint         position,
                           gboolean      starts_run)
{
  PresserStep *last = presser_steps_get_last (self);

  if (last == NULL)
    return;
  last->typing = typing;
  last->typing_position = typing == PRESSER_TYPING_INSERT ? position + 1 : position;
  if (self->n_done > 1 && !starts_run && joins_typing (self->steps->pdata[self->n_done - 2], typing, position))
    join_last_steps (self);
}

void
presser_steps_break_typing (PresserSteps *self)
{
  PresserStep *last = presser_steps_get_last (self);

  if (last != NULL)
    last->typing = PRESSER_TYPING_NONE;
}

void
presser_steps_clear (PresserSteps *self)
{
  g_ptr_array_set_size (self->steps, 0);
  self->n_done = 0;
  self->last_number = 0;
}
