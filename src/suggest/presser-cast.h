/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tokens.h"

G_BEGIN_DECLS

typedef enum
{
  PRESSER_GENDER_UNKNOWN,
  PRESSER_GENDER_HE,
  PRESSER_GENDER_SHE,
} PresserGender;

/**
 * PresserPerson:
 * @name: the longest name seen, without titles
 * @key: what surnames are compared by: without possessive and case ending
 * @role: titles and role nouns before the name, as the text has them, or %NULL
 * @speaker: id of the document's speaker, or %NULL
 * @next: the next person with the same key
 * @gender: as far as names, titles and verbs tell
 * @n_words: words in @name
 * @is_sure: a given name, a title or the document's own list says that this is a person
 * @is_attested: as @is_sure, but not because it was taken for a speaker: what certainty rests on
 * @is_place: a word of the name says that it is none
 * @n_spoken: how often it was found to speak
 *
 * Somebody whom the text names. Strings belong to the cast.
 */
typedef struct _PresserPerson PresserPerson;
struct _PresserPerson
{
  const char    *name;
  const char    *key;
  const char    *role;
  const char    *speaker;
  PresserPerson *next;
  PresserGender  gender;
  guint          n_words;
  guint          n_spoken;
  guint          is_sure : 1;
  guint          is_attested : 1;
  guint          is_place : 1;
  guint          is_nominative : 1;
};

typedef struct _PresserCast PresserCast;

PresserCast *presser_cast_new (const PresserCueTable *table);
void         presser_cast_free (PresserCast *self);
void         presser_cast_set_table (PresserCast           *self,
                                     const PresserCueTable *table);

void presser_cast_add_speaker (PresserCast       *self,
                               const char        *id,
                               const char        *name,
                               const char *const *aliases);
void presser_cast_harvest (PresserCast  *self,
                           const char   *text,
                           const GArray *tokens);
void presser_cast_harvest_brackets (PresserCast            *self,
                                    const char             *text,
                                    const PresserQuotation *quotation);

gboolean       presser_cast_knows (PresserCast *self,
                                   const char  *word,
                                   gsize        n_bytes);
PresserPerson *presser_cast_find_named (PresserCast        *self,
                                        const char         *text,
                                        const PresserToken *tokens,
                                        guint               n_tokens);
PresserPerson *presser_cast_find_before (PresserCast  *self,
                                         const char   *text,
                                         guint32       position,
                                         PresserGender gender,
                                         gboolean     *is_clear);
PresserPerson *presser_cast_find_role (PresserCast        *self,
                                       const char         *text,
                                       const PresserToken *role,
                                       guint32             position);
void           presser_cast_note (PresserCast   *self,
                                  PresserPerson *person,
                                  guint32        position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserCast, presser_cast_free)

G_END_DECLS
