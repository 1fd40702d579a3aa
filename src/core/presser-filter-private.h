/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-filter.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_TERM_TEXT,
  PRESSER_TERM_SPEAKER,
  PRESSER_TERM_TOPIC,
  PRESSER_TERM_STATUS,
  PRESSER_TERM_KIND,
  PRESSER_TERM_RULE,
  PRESSER_TERM_NOTE,
  PRESSER_TERM_ANNOTATOR,
  PRESSER_TERM_CERTAINTY,
  PRESSER_TERM_ID,
  PRESSER_TERM_IS,
  PRESSER_TERM_N_FIELDS,
} PresserTermField;

typedef enum
{
  PRESSER_IS_UNTAGGED,
  PRESSER_IS_UNATTRIBUTED,
} PresserTermIs;

typedef struct
{
  PresserTermField field;
  gboolean         is_negated;
  char            *value;  /* as typed */
  char            *folded; /* as presser_strings_fold() makes it, blanks made one space */
  int              choice; /* a PresserStatus, PresserKind, PresserGroundRule or PresserTermIs, for those fields */
} PresserTerm;

void presser_term_free (PresserTerm *term);
/* "speaker" and the like; "" for plain text. */
const char *presser_term_field_get_name (PresserTermField field);
/* One of the few words that a field can have; NULL behind the last, and for fields that can have any. */
const char *presser_term_field_get_word (PresserTermField field,
                                         guint            i);
/* GPtrArray of PresserTerm; or NULL and PRESSER_ERROR_INVALID, which says what is wrong and what there is. */
GPtrArray *presser_filter_parse (const char *query,
                                 GError    **error);
/* Folded, with every run of blanks one space. */
char *presser_filter_fold (const char *utf8);

G_END_DECLS
