/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-change-private.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_TYPING_NONE,
  PRESSER_TYPING_INSERT,
  PRESSER_TYPING_DELETE,
} PresserTyping;

typedef struct
{
  guint64       number; /* names the state after the step; no other state ever has it */
  char         *label;
  GPtrArray    *changes; /* of PresserChange, in the order they were made */
  PresserTyping typing;
  guint         typing_position; /* where the next key press would go on, in code points */
} PresserStep;

/* What a history remembers: the steps that were done, and behind them those that can be done again. */
typedef struct _PresserSteps PresserSteps;

PresserSteps *presser_steps_new (void);
void          presser_steps_free (PresserSteps *self);
/* Borrowed, or NULL: what undo would take back, and what redo would do again. */
PresserStep *presser_steps_get_last (PresserSteps *self);
PresserStep *presser_steps_get_next (PresserSteps *self);
/* A new step behind the last one; those that could be done again are forgotten. */
PresserStep *presser_steps_add (PresserSteps *self,
                                const char   *label);
/* Takes @change over into the last step, which gets a new number. */
void presser_steps_note_change (PresserSteps  *self,
                                PresserChange *change);
/* The last done one becomes the next, and the other way round. */
void presser_steps_go_back (PresserSteps *self);
void presser_steps_go_on (PresserSteps *self);
/* The last step is one key press at @position: it joins the one before if that is the same run of
 * typing, unless @starts_run. */
void presser_steps_note_typing (PresserSteps *self,
                                PresserTyping typing,
                                guint         position,
                                gboolean      starts_run);
/* The next key press is a step of its own. */
void presser_steps_break_typing (PresserSteps *self);
void presser_steps_clear (PresserSteps *self);

G_END_DECLS
