/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PRESSER_STEP_SELECT,
  PRESSER_STEP_TAG,
  PRESSER_STEP_SAVE,
  PRESSER_N_STEPS,
} PresserHintStep;

/* The first three steps of somebody who is new here, each ticked off as it is made. It goes when all are
 * made or when it is told to, and does not come back by itself. */
#define PRESSER_TYPE_HINT (presser_hint_get_type ())
G_DECLARE_FINAL_TYPE (PresserHint, presser_hint, PRESSER, HINT, GtkWidget)

GtkWidget *presser_hint_new (void);
void       presser_hint_set_done (PresserHint    *self,
                                  PresserHintStep step);
/* Shows it, if it was not seen yet; @again: even so, and with all steps to be made. */
void presser_hint_show (PresserHint *self,
                        gboolean     again);

G_END_DECLS
