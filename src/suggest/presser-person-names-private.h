/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tokens.h"

G_BEGIN_DECLS

/* Runs of capitals that may be names, and the keys that names are compared by. */

#define MAX_KEY 120

typedef struct
{
  char  text[MAX_KEY];
  gsize n_bytes;
} PresserNameKey;

typedef struct
{
  const PresserToken *tokens;
  guint               first; /* without titles */
  guint               last;
  guint               role; /* first title or role noun before it */
} PresserNameRun;

void     presser_name_key_make (const PresserCueTable *table, const char *word, gsize n_bytes, PresserNameKey *key);
void     presser_name_key_make_of_token (const PresserCueTable *table, const char *text, const PresserToken *token, PresserNameKey *key);
gsize    presser_name_cut_possessive (const char *word, gsize n_bytes);
gboolean presser_name_is_word (const PresserToken *token);
guint    presser_name_run_find_end (const PresserNameRun *run, guint n_tokens);
void     presser_name_run_find_titles (PresserNameRun *run);
guint    presser_name_run_count_words (const PresserNameRun *run);
char    *presser_name_run_dup (const char *text, const PresserNameRun *run);
guint64  presser_name_run_get_classes (const PresserNameRun *run, guint first, guint end);
gboolean presser_name_is_title (const PresserToken *token);

G_END_DECLS
