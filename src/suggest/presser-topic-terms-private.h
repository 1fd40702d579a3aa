/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-folder.h"
#include "presser-suggest-source-private.h"

G_BEGIN_DECLS

/**
 * PresserTerm:
 * @key: its stems, parted by blanks
 * @first: first byte of the text where its usual form stands
 * @first_end: one past the last byte there
 * @n_votes: for that form, less those against it
 * @n_times: how often it stands in the text
 * @n_as_noun: how often what stands before it says that it is a noun
 * @n_paragraphs: in how many paragraphs
 * @last_paragraph: the last of them, counted from 1
 * @n_words: how many words it has
 * @begins_common: its first word is one of every text
 * @is_name: a name of something that is no person
 *
 * A word or a phrase that may be a topic.
 */
typedef struct
{
  const char *key;
  guint32     first;
  guint32     first_end;
  guint       n_votes;
  guint       n_times;
  guint       n_as_noun;
  guint       n_paragraphs;
  guint       last_paragraph;
  guint       n_words;
  gboolean    begins_common;
  gboolean    is_name;
} PresserTerm;

typedef struct
{
  PresserSuggestSource  *source;
  const PresserCueTable *main_table;
  const PresserCueTable *table; /* of the paragraph at hand */
  PresserFolder         *folder;
  GHashTable            *common;  /* set of stems that are no topic */
  GHashTable            *persons; /* set of stems of people's names */
  GHashTable            *terms;   /* key: PresserTerm */
  GStringChunk          *strings;
  GArray                *tokens; /* of PresserToken */
  guint                  n_words;
} PresserTerms;

gboolean presser_terms_collect (PresserTerms *self,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
