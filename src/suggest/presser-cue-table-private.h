/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cue-table.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 hash;
  guint32 offset; /* of the word in the arena */
  guint32 length; /* bytes; 0 is an empty place */
  guint64 classes;
} PresserCueEntry;

typedef struct
{
  guint  n_words;
  char **words;
} PresserCuePhrase;

struct _PresserCueTable
{
  const char      *language; /* of the list of languages; NULL for a table of none */
  PresserCueEntry *entries;  /* a power of two of places, at most half of them taken */
  guint32          mask;
  guint32          n_entries;
  GString         *arena;
  GArray          *phrases;     /* of PresserCuePhrase */
  GArray          *marks;       /* of PresserMarkPair */
  GStrv            endings;     /* case endings to cut when names are compared, longest first */
  GStrv            she_endings; /* of a verb whose subject is a woman */
  GStrv            adverb_endings;
  GStrv            role_endings; /* of compounds that are role nouns */
  GStrv            role_she_endings;
  guint            grammar;
};

guint32 presser_cue_hash (const char *word,
                          gsize       n_bytes);
/* The place of a folded word, or the empty place where it belongs. */
PresserCueEntry *presser_cue_table_find (const PresserCueTable *self,
                                         const char            *word,
                                         gsize                  n_bytes,
                                         guint32                hash);

G_END_DECLS
