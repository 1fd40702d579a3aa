/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a table says of a statement, and what a template may ask for. */

typedef enum
{
  PRESSER_COLUMN_ID,
  PRESSER_COLUMN_DOCUMENT,
  PRESSER_COLUMN_TITLE,
  PRESSER_COLUMN_DATE,
  PRESSER_COLUMN_PLACE,
  PRESSER_COLUMN_SOURCE,
  PRESSER_COLUMN_SPEAKER,
  PRESSER_COLUMN_ROLE,
  PRESSER_COLUMN_AFFILIATION,
  PRESSER_COLUMN_TOPICS,
  PRESSER_COLUMN_KIND,
  PRESSER_COLUMN_GROUND_RULE,
  PRESSER_COLUMN_STATUS,
  PRESSER_COLUMN_CERTAINTY,
  PRESSER_COLUMN_QUOTE,
  PRESSER_COLUMN_BEFORE,
  PRESSER_COLUMN_AFTER,
  PRESSER_COLUMN_QUESTION,
  PRESSER_COLUMN_NOTE,
  PRESSER_COLUMN_PARAGRAPH,
  PRESSER_COLUMN_START,
  PRESSER_COLUMN_END,
  PRESSER_COLUMN_START_TIME,
  PRESSER_COLUMN_END_TIME,
  PRESSER_COLUMN_ANNOTATOR,
  PRESSER_COLUMN_MADE,
  PRESSER_COLUMN_CHANGED,
  PRESSER_N_COLUMNS,
} PresserColumn;

typedef enum
{
  PRESSER_COLUMN_IS_TEXT,
  PRESSER_COLUMN_IS_NUMBER,
  PRESSER_COLUMN_IS_MOMENT, /* ISO 8601, UTC */
} PresserColumnType;

/* The stable, untranslated name in a table's first line. */
const char *presser_column_get_name (PresserColumn column);
/* The same for people, translated. */
const char       *presser_column_get_label (PresserColumn column);
PresserColumnType presser_column_get_type_of (PresserColumn column);
gboolean          presser_column_find (const char    *name,
                                       PresserColumn *column);
/* “speaker,quote,date” as an array of PresserColumn; an unknown name or one that is told twice is an error. */
GArray *presser_columns_parse (const char *names,
                               GError    **error);

G_END_DECLS
