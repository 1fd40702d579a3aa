/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cast-private.h"

#include <string.h>

/* Everybody whom the text names, and where. Names are runs of capitals; a title, a role noun or a
 * known given name makes a run a person for sure, an organisation's word makes it none. Surnames are keys:
 * a bare one means the longest name seen with it. */

#define MAX_NAME_WORDS 5
#define MAX_KEY        120
#define MAX_NAMESAKES  16

/**
 * presser_cast_new:
 * @table: the language
 *
 * Makes an empty cast.
 *
 * Returns: (transfer full): the cast
 */
PresserCast *
presser_cast_new (const PresserCueTable *table)
{
  PresserCast *self = g_new0 (PresserCast, 1);

  self->table = table;
  self->strings = g_string_chunk_new (4096);
  self->persons = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_alias = g_hash_table_new (g_str_hash, g_str_equal);
  self->sightings = g_array_new (FALSE, FALSE, sizeof (PresserSighting));

  return self;
}

/**
 * presser_cast_set_table:
 * @self: a cast
 * @table: the language of the paragraphs to come
 *
 * Goes on in another language.
 */
void
presser_cast_set_table (PresserCast           *self,
                        const PresserCueTable *table)
{
  self->table = table;
}

/**
 * presser_cast_free:
 * @self: (transfer full): a cast
 *
 * Frees a cast and all its persons.
 */
void
presser_cast_free (PresserCast *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_alias);
  g_ptr_array_unref (self->persons);
  g_array_unref (self->sightings);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static gboolean
has_same_given_name (const PresserCueTable *table,
                     const char            *one,
                     const char            *other)
{
  PresserNameKey first, second;

  if (g_utf8_get_char (one) == g_utf8_get_char (other) && (*g_utf8_next_char (one) == '.' || *g_utf8_next_char (one) == ' ' || *g_utf8_next_char (other) == '.' || *g_utf8_next_char (other) == ' '))
    return TRUE;

  presser_name_key_make (table, one, strcspn (one, " "), &first);
  presser_name_key_make (table, other, strcspn (other, " "), &second);

  return g_str_equal (first.text, second.text);
}

/* Of those with the key: one whose given name fits; a bare surname fits everybody. */
static PresserPerson *
find_person (PresserCast *self,
             const char  *key,
             const char  *name,
             guint        n_words)
{
  PresserPerson *person = g_hash_table_lookup (self->by_key, key);

  for (guint tries = 0; person != NULL; person = person->next, tries++)
    {
      if (tries == MAX_NAMESAKES || n_words == 1 || person->n_words == 1 || has_same_given_name (self->table, person->name, name))
        return person;
    }

  return NULL;
}

static PresserPerson *
add_person (PresserCast *self,
            const char  *key,
            const char  *name,
            guint        n_words)
{
  PresserPerson *person = find_person (self, key, name, n_words);
  PresserPerson *first;

  if (person != NULL)
    {
      if (n_words > person->n_words && person->speaker == NULL)
        {
          person->name = g_string_chunk_insert (self->strings, name);
          person->n_words = n_words;
        }
      return person;
    }

  person = g_new0 (PresserPerson, 1);
  person->name = g_string_chunk_insert (self->strings, name);
  person->key = g_string_chunk_insert_const (self->strings, key);
  person->n_words = n_words;
  g_ptr_array_add (self->persons, person);

  first = g_hash_table_lookup (self->by_key, key);
  if (first == NULL)
    {
      g_hash_table_insert (self->by_key, (gpointer) person->key, person);
      return person;
    }
  while (first->next != NULL)
    first = first->next;
  first->next = person;

  return person;
}

static void
add_alias (PresserCast   *self,
           const char    *alias,
           PresserPerson *person)
{
  g_autofree char *folded = g_utf8_strdown (alias, -1);

  if (!g_hash_table_contains (self->by_alias, folded))
    g_hash_table_insert (self->by_alias, g_string_chunk_insert_const (self->strings, folded), person);
}

static PresserGender
gender_of_classes (guint64 classes)
{
  gboolean he = (classes & (PRESSER_WORD_NAME_HE | PRESSER_WORD_TITLE_HE | PRESSER_WORD_ROLE_HE)) != 0;
  gboolean she = (classes & (PRESSER_WORD_NAME_SHE | PRESSER_WORD_TITLE_SHE | PRESSER_WORD_ROLE_SHE)) != 0;

  if (he == she)
    return PRESSER_GENDER_UNKNOWN;

  return he ? PRESSER_GENDER_HE : PRESSER_GENDER_SHE;
}

/**
 * presser_cast_add_speaker:
 * @self: a cast
 * @id: id of the document's speaker
 * @name: the speaker's name
 * @aliases: (nullable): other printed forms of the name
 *
 * Adds somebody whom the journalist has listed. To be called before anything is harvested.
 */
void
presser_cast_add_speaker (PresserCast       *self,
                          const char        *id,
                          const char        *name,
                          const char *const *aliases)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint          n_words = g_strv_length (words);
  char           folded[PRESSER_WORD_MAX];
  PresserPerson *person;
  PresserNameKey key;

  if (n_words == 0)
    return;

  presser_name_key_make (self->table, words[n_words - 1], strlen (words[n_words - 1]), &key);
  person = add_person (self, key.text, name, n_words);
  person->speaker = g_string_chunk_insert (self->strings, id);
  person->is_sure = 1;
  person->is_attested = 1;
  person->is_nominative = 1;
  person->gender = gender_of_classes (presser_cue_table_look_up (self->table, folded, presser_cue_fold (words[0], strlen (words[0]), folded)) & (PRESSER_WORD_NAME_HE | PRESSER_WORD_NAME_SHE));
  add_alias (self, name, person);
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    add_alias (self, aliases[i], person);
}

static void
set_role (PresserCast          *self,
          PresserPerson        *person,
          const char           *text,
          const PresserNameRun *run)
{
  guint first = run->role, end = run->first;

  /* “Mr.” and “Dr.” are no roles */
  while (first < end && (run->tokens[first].kind == PRESSER_TOKEN_PUNCTUATION || (run->tokens[first].classes & (PRESSER_WORD_TITLE_HE | PRESSER_WORD_TITLE_SHE | PRESSER_WORD_ABBREVIATION)) != 0))
    first++;
  if (first < end && person->role == NULL)
    person->role = g_string_chunk_insert_len (self->strings, text + run->tokens[first].start,
                                              run->tokens[end - 1].end - run->tokens[first].start);
}

static void
learn (PresserCast          *self,
       PresserPerson        *person,
       const char           *text,
       const PresserNameRun *run,
       guint                 n_words)
{
  guint64       given = run->tokens[run->first].classes & (PRESSER_WORD_NAME_HE | PRESSER_WORD_NAME_SHE);
  guint64       before = presser_name_run_get_classes (run, run->role, run->first);
  PresserGender gender = gender_of_classes (before);

  if (gender == PRESSER_GENDER_UNKNOWN)
    gender = gender_of_classes (given);
  if (person->gender == PRESSER_GENDER_UNKNOWN)
    person->gender = gender;
  if (before != 0 || (n_words > 1 && given != 0))
    person->is_sure = person->is_attested = 1;
  else if ((presser_name_run_get_classes (run, run->first, run->last + 1) & PRESSER_WORD_ORGANISATION) != 0)
    person->is_place = 1;
  if (before != 0)
    set_role (self, person, text, run);
  if (n_words > 1 && given != 0 && n_words <= 3)
    {
      g_autofree char *first_name = g_strndup (text + run->tokens[run->first].start,
                                               run->tokens[run->first].end - run->tokens[run->first].start);

      add_alias (self, first_name, person);
    }
}

static PresserPerson *
take_run (PresserCast    *self,
          const char     *text,
          PresserNameRun *run)
{
  g_autofree char *name = NULL;
  PresserPerson   *person;
  guint            n_words;
  PresserNameKey   key;

  presser_name_run_find_titles (run);
  n_words = presser_name_run_count_words (run);
  if (n_words > MAX_NAME_WORDS)
    return NULL;

  name = presser_name_run_dup (text, run);
  presser_name_key_make_of_token (self->table, text, &run->tokens[run->last], &key);
  person = n_words == 1 ? g_hash_table_lookup (self->by_key, key.text) : NULL;
  if (person == NULL && n_words == 1)
    {
      g_autofree char *folded = g_utf8_strdown (name, -1);

      person = g_hash_table_lookup (self->by_alias, folded);
    }
  if (person == NULL)
    person = add_person (self, key.text, name, n_words);
  learn (self, person, text, run, n_words);

  return person;
}

static void
see (PresserCast   *self,
     PresserPerson *person,
     guint32        position)
{
  PresserSighting sighting = { position, person };

  g_array_append_val (self->sightings, sighting);
}

/**
 * presser_cast_harvest:
 * @self: a cast
 * @text: the text
 * @tokens: (element-type PresserToken): tokens of one paragraph, the paragraphs to come in text order
 *
 * Collects the names of a paragraph, outside its quotations.
 */
void
presser_cast_harvest (PresserCast  *self,
                      const char   *text,
                      const GArray *tokens)
{
  PresserNameRun run = { (const PresserToken *) (const void *) tokens->data };

  for (guint i = 0; i < tokens->len; i = run.last + 1)
    {
      PresserPerson *person;
      guint32        position = run.tokens[i].start;

      run.first = run.last = i;
      if (!presser_name_is_word (&run.tokens[i]))
        continue;

      run.last = presser_name_run_find_end (&run, tokens->len);
      person = take_run (self, text, &run);
      if (person != NULL)
        see (self, person, position);
    }
}

/**
 * presser_cast_harvest_brackets:
 * @self: a cast
 * @text: the text
 * @quotation: a quotation, in bytes of @text
 *
 * Names in square brackets inside a quotation, put in by the reporter: “Sergei Nikolaevich [Lebedev]
 * just mentioned it” tells that the one who is spoken of is Lebedev. It never makes him the speaker.
 */
void
presser_cast_harvest_brackets (PresserCast            *self,
                               const char             *text,
                               const PresserQuotation *quotation)
{
  const char *end = text + quotation->content_end;
  const char *open = memchr (text + quotation->content_start, '[', quotation->content_end - quotation->content_start);

  while (open != NULL && open + 1 < end)
    {
      const char *close = memchr (open, ']', (gsize) (end - open));
      g_autoptr (GArray) tokens = NULL;
      PresserNameRun run = { 0 };

      if (close == NULL)
        return;
      tokens = g_array_new (FALSE, FALSE, sizeof (PresserToken));
      presser_tokens_read (self->table, text, (guint32) (open + 1 - text), (guint32) (close - text), NULL, 0, 0, tokens);
      run.tokens = (const PresserToken *) (const void *) tokens->data;
      if (tokens->len > 0 && tokens->len <= 3 && presser_name_is_word (&run.tokens[tokens->len - 1]))
        {
          run.last = tokens->len - 1;
          take_run (self, text, &run);
        }
      open = memchr (close, '[', (gsize) (end - close));
    }
}

/**
 * presser_cast_knows:
 * @self: a cast
 * @word: UTF-8
 * @n_bytes: its length in bytes
 *
 * Returns: %TRUE if @word is the surname of somebody with a full name or a title
 */
gboolean
presser_cast_knows (PresserCast *self,
                    const char  *word,
                    gsize        n_bytes)
{
  PresserPerson *person;
  PresserNameKey key;

  presser_name_key_make (self->table, word, n_bytes, &key);
  person = g_hash_table_lookup (self->by_key, key.text);

  return person != NULL && !person->is_place && (person->is_sure || person->n_words > 1) && g_unichar_isupper (g_utf8_get_char (word));
}

static guint
find_cut (const PresserToken *tokens,
          guint               start,
          guint               n_tokens)
{
  while (start < n_tokens && !(tokens[start].kind == PRESSER_TOKEN_PUNCTUATION && (tokens[start].first == ',' || tokens[start].first == '(')))
    start++;

  return start;
}

/* “Lund's lawyer”, “the Lund campaign”: somebody or something of Lund's, not Lund. */
static gboolean
belongs_to_it (const PresserToken *tokens,
               guint               last,
               guint               end)
{
  if (last + 1 >= end)
    return FALSE;

  return tokens[last].is_possessive || (!tokens[last + 1].is_capital && (tokens[last + 1].classes & (PRESSER_WORD_ROLE | PRESSER_WORD_DOCUMENT)) != 0);
}

static gboolean
comes_from (const PresserToken *tokens,
            guint               first,
            guint               start)
{
  if (first > start && (tokens[first - 1].classes & PRESSER_WORD_ARTICLE) != 0)
    first--;

  return first > start && (tokens[first - 1].classes & PRESSER_WORD_OF) != 0;
}

/**
 * presser_cast_find_named:
 * @self: a cast
 * @text: the text
 * @tokens: a mention
 * @n_tokens: how many tokens it has
 *
 * Finds the person whom a mention names: its last run of capitals before the first comma or bracket.
 *
 * Returns: (transfer none) (nullable): the person, or %NULL if the mention holds no name
 */
PresserPerson *
presser_cast_find_named (PresserCast        *self,
                         const char         *text,
                         const PresserToken *tokens,
                         guint               n_tokens)
{
  PresserNameRun run = { tokens };
  gboolean       all_capitals = (presser_cue_table_get_grammar (self->table) & PRESSER_GRAMMAR_NOUN_CAPITALS) != 0;
  gboolean       found = FALSE;
  guint          end = find_cut (tokens, 0, n_tokens), start = 0;

  /* “the prosecutor, X”: the name behind the comma, not “Crown” in “the Crown prosecutor” */
  if (end + 1 < n_tokens && end > 0 && tokens[end].first == ',' && ((tokens[0].classes & PRESSER_WORD_ARTICLE) != 0 || (!tokens[end - 1].is_capital && (tokens[end - 1].classes & PRESSER_WORD_ROLE) != 0)) && presser_name_is_word (&tokens[end + 1]))
    {
      start = end + 1;
      end = find_cut (tokens, start, n_tokens);
    }
  for (guint i = start; i < end; i++)
    {
      PresserNameRun next = { tokens, i, i, i };

      if (!presser_name_is_word (&tokens[i]))
        continue;
      next.last = presser_name_run_find_end (&next, end);
      i = next.last;
      presser_name_run_find_titles (&next);
      if (all_capitals && (next.first == next.last) && presser_name_is_title (&tokens[next.first]))
        continue;
      if (presser_name_is_title (&tokens[next.last]) && next.first == next.last)
        continue;
      if (belongs_to_it (tokens, next.last, end))
        continue;
      if (found && i > 0 && comes_from (tokens, next.role, start))
        continue; /* “John Smith of the Council” */
      run = next;
      found = TRUE;
    }

  return found ? take_run (self, text, &run) : NULL;
}
