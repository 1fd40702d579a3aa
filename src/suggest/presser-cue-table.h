/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word can be, as the tables in data/cues/ say; data/cues/README.md explains each section. */
#define PRESSER_WORD(bit)            (G_GUINT64_CONSTANT (1) << (bit))
#define PRESSER_WORD_SAID            PRESSER_WORD (0)
#define PRESSER_WORD_WEAK            PRESSER_WORD (1)
#define PRESSER_WORD_SAYING          PRESSER_WORD (2)
#define PRESSER_WORD_HE              PRESSER_WORD (3)
#define PRESSER_WORD_SHE             PRESSER_WORD (4)
#define PRESSER_WORD_THEY            PRESSER_WORD (5)
#define PRESSER_WORD_WHO             PRESSER_WORD (6)
#define PRESSER_WORD_SKIP            PRESSER_WORD (7)
#define PRESSER_WORD_BREAK           PRESSER_WORD (8)
#define PRESSER_WORD_STOP            PRESSER_WORD (9)
#define PRESSER_WORD_OF              PRESSER_WORD (10)
#define PRESSER_WORD_TITLE           PRESSER_WORD (11)
#define PRESSER_WORD_TITLE_HE        PRESSER_WORD (12)
#define PRESSER_WORD_TITLE_SHE       PRESSER_WORD (13)
#define PRESSER_WORD_ROLE            PRESSER_WORD (14)
#define PRESSER_WORD_ROLE_HE         PRESSER_WORD (15)
#define PRESSER_WORD_ROLE_SHE        PRESSER_WORD (16)
#define PRESSER_WORD_NAME_HE         PRESSER_WORD (17)
#define PRESSER_WORD_NAME_SHE        PRESSER_WORD (18)
#define PRESSER_WORD_ORGANISATION    PRESSER_WORD (19)
#define PRESSER_WORD_NO_NAME         PRESSER_WORD (20)
#define PRESSER_WORD_ABBREVIATION    PRESSER_WORD (21)
#define PRESSER_WORD_LABEL           PRESSER_WORD (22)
#define PRESSER_WORD_ARTICLE         PRESSER_WORD (23)
#define PRESSER_WORD_FRONTED         PRESSER_WORD (24)
#define PRESSER_WORD_PARTICLE        PRESSER_WORD (25)
#define PRESSER_WORD_ACCORDING       PRESSER_WORD (26)
#define PRESSER_WORD_ACCORDING_AFTER PRESSER_WORD (27)
#define PRESSER_WORD_PHRASE          PRESSER_WORD (28)
#define PRESSER_WORD_ELISION         PRESSER_WORD (29)
#define PRESSER_WORD_CLITIC          PRESSER_WORD (30)
#define PRESSER_WORD_THAT            PRESSER_WORD (31)
#define PRESSER_WORD_QUESTION        PRESSER_WORD (32)
#define PRESSER_WORD_WORDING         PRESSER_WORD (33)
#define PRESSER_WORD_DOCUMENT        PRESSER_WORD (34)
#define PRESSER_WORD_STATED          PRESSER_WORD (35)
#define PRESSER_WORD_ADOPTED         PRESSER_WORD (36)
#define PRESSER_WORD_COMMON          PRESSER_WORD (37)

/* Longer words stand in no table. */
#define PRESSER_WORD_MAX 48

/* How a language differs, from the section [grammar]. */
typedef enum
{
  PRESSER_GRAMMAR_NOUN_CAPITALS = 1 << 0, /* every noun has a capital, so a capital tells nothing */
  PRESSER_GRAMMAR_VERB_SECOND = 1 << 1,   /* after a fronted word the subject follows the verb */
  PRESSER_GRAMMAR_SUBJECT_AFTER = 1 << 2, /* after a quotation the subject follows the verb */
  PRESSER_GRAMMAR_DROPPED = 1 << 3,       /* the verb alone may be the sentence's subject */
  PRESSER_GRAMMAR_CASES = 1 << 4,         /* names are inflected */
  PRESSER_GRAMMAR_DASHES = 1 << 5,        /* dialogue behind a dash at the line's start */
  PRESSER_GRAMMAR_ORDINAL_DOTS = 1 << 6,  /* “5. Mai”: a stop behind one or two figures ends no sentence */
  PRESSER_GRAMMAR_INSIDE = 1 << 7,        /* «Non, dit-il, jamais.»: who speaks may be said between the marks */
} PresserGrammar;

/**
 * PresserMarkPair:
 * @opener: the opening quotation mark
 * @closers: those that end what it opened, ended by 0
 */
typedef struct
{
  gunichar opener;
  gunichar closers[6];
} PresserMarkPair;

typedef struct _PresserCueTable PresserCueTable;

PresserCueTable   *presser_cue_table_get (const char *language);
const char *const *presser_cue_table_get_languages (void);
guint              presser_cue_table_count (const PresserCueTable *table,
                                            const char            *utf8,
                                            const char            *end,
                                            guint                 *n_words);
const char        *presser_cue_table_detect (const char *utf8,
                                             gsize       n_bytes);

PresserCueTable *presser_cue_table_new (const char *text,
                                        GError    **error);
void             presser_cue_table_adopt_names (PresserCueTable       *self,
                                                const PresserCueTable *other);
void             presser_cue_table_free (PresserCueTable *self);

guint64 presser_cue_table_look_up (const PresserCueTable *self,
                                   const char            *word,
                                   gsize                  n_bytes);
/* Calls a function with every word that has one of the classes. */
typedef void (*PresserCueFunc) (const char *word,
                                gsize       n_bytes,
                                gpointer    user_data);
void                   presser_cue_table_foreach (const PresserCueTable *self,
                                                  guint64                classes,
                                                  PresserCueFunc         func,
                                                  gpointer               user_data);
guint64                presser_cue_table_look_up_compound (const PresserCueTable *self,
                                                           const char            *word,
                                                           gsize                  n_bytes);
guint                  presser_cue_table_match_phrase (const PresserCueTable *self,
                                                       const char *const     *words,
                                                       const gsize           *lengths,
                                                       guint                  n_words);
const char            *presser_cue_table_get_language (const PresserCueTable *self);
guint                  presser_cue_table_get_grammar (const PresserCueTable *self);
const PresserMarkPair *presser_cue_table_get_marks (const PresserCueTable *self,
                                                    guint                 *n_pairs);
const char *const     *presser_cue_table_get_endings (const PresserCueTable *self);
const char *const     *presser_cue_table_get_she_endings (const PresserCueTable *self);
const char *const     *presser_cue_table_get_adverb_endings (const PresserCueTable *self);

gsize presser_cue_fold (const char *word,
                        gsize       n_bytes,
                        char       *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserCueTable, presser_cue_table_free)

G_END_DECLS
