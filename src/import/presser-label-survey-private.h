/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-script-private.h"

G_BEGIN_DECLS

/* What was counted over the whole document. */
typedef struct
{
  guint n_hits[PRESSER_LABEL_SOURCE + 1];
  guint n_under_rule; /* lines in capitals right below a dividing line */
  guint n_questions;  /* Q and its kin */
  guint n_answers;
  guint n_known;  /* strong labels whose words are known */
  guint n_like;   /* that stand once and as the strong ones do */
  guint n_strong; /* different labels that repeat or are known */
  /* Of the strong ones: how they stand, so that rare ones can be held against them. */
  guint n_turns;
  guint n_at_paragraph;
  guint n_alone;
  guint n_capitals;
  guint n_forms[PRESSER_LABEL_SOURCE + 1];
  guint first_line; /* where the first of the frequent ones stands: what is before is the front matter */
} PresserLabelSurvey;

/* Decides for every label that was collected whether it is one. */
void presser_label_judge (PresserScript      *self,
                          PresserLabelSurvey *survey);

G_END_DECLS
