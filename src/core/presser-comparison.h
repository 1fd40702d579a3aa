/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-document.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_SUBJECT_DETAILS,
  PRESSER_SUBJECT_SPEAKERS,
  PRESSER_SUBJECT_TOPICS,
  PRESSER_SUBJECT_STATEMENTS,
  PRESSER_SUBJECT_TEXT,
} PresserSubject;

/* One thing in which two versions of a document differ, in words. Immutable. */
#define PRESSER_TYPE_DIFFERENCE (presser_difference_get_type ())
G_DECLARE_FINAL_TYPE (PresserDifference, presser_difference, PRESSER, DIFFERENCE, GObject)

PresserSubject presser_difference_get_subject (PresserDifference *self);
/* What it is about, or where it stands: “¶12”, “Title”, the name of a speaker. */
const char *presser_difference_get_title (PresserDifference *self);
/* NULL if it is only in the other version. */
const char *presser_difference_get_before (PresserDifference *self);
const char *presser_difference_get_after (PresserDifference *self);

/* GPtrArray of PresserDifference, by subject; empty if both say the same. Statements, speakers and topics are the
 * same ones by their id. */
GPtrArray *presser_compare_documents (PresserDocument *before,
                                      PresserDocument *after);

/**
 * PresserWordRun:
 * @text: words, and the blanks behind them
 * @is_before: whether they stand in the first version
 * @is_after: whether they stand in the second
 */
typedef struct
{
  char    *text;
  gboolean is_before;
  gboolean is_after;
} PresserWordRun;

/* Both versions in one: GArray of PresserWordRun, with a clear function. */
GArray *presser_compare_words (const char *before,
                               const char *after);

G_END_DECLS
