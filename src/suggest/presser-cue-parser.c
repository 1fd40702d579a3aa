/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-cue-table-private.h"

#include <string.h>

#include "presser-error.h"

/* Reads a language's table: sections in brackets, words parted by blanks, comments behind #. */

static void
grow (PresserCueTable *self)
{
  g_autofree PresserCueEntry *old = self->entries;
  guint32                     n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->entries = g_new0 (PresserCueEntry, n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    {
      if (old[i].length > 0)
        *presser_cue_table_find (self, self->arena->str + old[i].offset, old[i].length, old[i].hash) = old[i];
    }
}

static void
add_word (PresserCueTable *self,
          const char      *word,
          guint64          classes)
{
  char             folded[PRESSER_WORD_MAX];
  gsize            n_bytes = presser_cue_fold (word, strlen (word), folded);
  guint32          hash = presser_cue_hash (folded, n_bytes);
  PresserCueEntry *entry;

  if (n_bytes == 0)
    return;

  if (self->n_entries * 2 > self->mask)
    grow (self);

  entry = presser_cue_table_find (self, folded, n_bytes, hash);
  if (entry->length == 0)
    {
      *entry = (PresserCueEntry){ hash, (guint32) self->arena->len, (guint32) n_bytes, 0 };
      g_string_append_len (self->arena, folded, (gssize) n_bytes);
      self->n_entries++;
    }
  entry->classes |= classes;
}

static void
clear_phrase (gpointer data)
{
  g_strfreev (((PresserCuePhrase *) data)->words);
}

static void
add_phrase (PresserCueTable *self,
            const char      *phrase)
{
  PresserCuePhrase entry = { 0, g_strsplit (phrase, "_", -1) };

  entry.n_words = g_strv_length (entry.words);
  add_word (self, entry.words[0], PRESSER_WORD_PHRASE);
  g_array_append_val (self->phrases, entry);
}

/* “stem/a/b” is the stem and the stem with each ending; “stem-/a/b” leaves the bare stem out. */
static void
add_forms (PresserCueTable *self,
           const char      *forms,
           guint64          classes)
{
  g_auto (GStrv) parts = g_strsplit (forms, "/", -1);
  gboolean is_stem = parts[1] != NULL && g_str_has_suffix (parts[0], "-");

  if (is_stem)
    parts[0][strlen (parts[0]) - 1] = '\0';
  else
    add_word (self, parts[0], classes);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *form = g_strconcat (parts[0], parts[i], NULL);

      add_word (self, form, classes);
    }
}

static const struct
{
  const char *name;
  guint64     classes;
} sections[] = {
  { "said", PRESSER_WORD_SAID },
  { "weak", PRESSER_WORD_SAID | PRESSER_WORD_WEAK },
  { "saying", PRESSER_WORD_SAYING },
  { "stated", PRESSER_WORD_STATED },
  { "he", PRESSER_WORD_HE },
  { "she", PRESSER_WORD_SHE },
  { "they", PRESSER_WORD_THEY },
  { "who", PRESSER_WORD_WHO },
  { "skip", PRESSER_WORD_SKIP },
  { "break", PRESSER_WORD_BREAK },
  { "that", PRESSER_WORD_THAT },
  { "stop", PRESSER_WORD_STOP },
  { "of", PRESSER_WORD_OF },
  { "title", PRESSER_WORD_TITLE },
  { "title-he", PRESSER_WORD_TITLE | PRESSER_WORD_TITLE_HE },
  { "title-she", PRESSER_WORD_TITLE | PRESSER_WORD_TITLE_SHE },
  { "role", PRESSER_WORD_ROLE },
  { "role-he", PRESSER_WORD_ROLE | PRESSER_WORD_ROLE_HE },
  { "role-she", PRESSER_WORD_ROLE | PRESSER_WORD_ROLE_SHE },
  { "document", PRESSER_WORD_DOCUMENT },
  { "name-he", PRESSER_WORD_NAME_HE },
  { "name-she", PRESSER_WORD_NAME_SHE },
  { "organisation", PRESSER_WORD_ORGANISATION },
  { "no-name", PRESSER_WORD_NO_NAME },
  { "abbreviation", PRESSER_WORD_ABBREVIATION },
  { "label", PRESSER_WORD_LABEL },
  { "wording", PRESSER_WORD_WORDING },
  { "article", PRESSER_WORD_ARTICLE },
  { "fronted", PRESSER_WORD_FRONTED },
  { "particle", PRESSER_WORD_PARTICLE },
  { "according", PRESSER_WORD_ACCORDING },
  { "according-after", PRESSER_WORD_ACCORDING_AFTER },
  { "elision", PRESSER_WORD_ELISION },
  { "clitic", PRESSER_WORD_CLITIC },
  { "question", PRESSER_WORD_QUESTION },
  { "common", PRESSER_WORD_COMMON },
};

static const struct
{
  const char    *name;
  PresserGrammar flag;
} grammars[] = {
  { "noun-capitals", PRESSER_GRAMMAR_NOUN_CAPITALS },
  { "verb-second", PRESSER_GRAMMAR_VERB_SECOND },
  { "subject-after", PRESSER_GRAMMAR_SUBJECT_AFTER },
  { "dropped-subjects", PRESSER_GRAMMAR_DROPPED },
  { "cases", PRESSER_GRAMMAR_CASES },
  { "dash-dialogue", PRESSER_GRAMMAR_DASHES },
  { "ordinal-dots", PRESSER_GRAMMAR_ORDINAL_DOTS },
  { "attribution-inside", PRESSER_GRAMMAR_INSIDE },
};

static gboolean
add_grammar (PresserCueTable *self,
             const char      *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++)
    {
      if (g_str_equal (grammars[i].name, name))
        {
          self->grammar |= grammars[i].flag;
          return TRUE;
        }
    }

  return FALSE;
}

/* An opener and, without blanks, all its closers. */
static gboolean
add_marks (PresserCueTable *self,
           const char      *word)
{
  PresserMarkPair pair = { g_utf8_get_char (word), { 0 } };
  guint           n_closers = 0;

  for (const char *p = g_utf8_next_char (word); *p != '\0'; p = g_utf8_next_char (p))
    {
      if (n_closers + 1 == G_N_ELEMENTS (pair.closers))
        return FALSE;
      pair.closers[n_closers++] = g_utf8_get_char (p);
    }
  g_array_append_val (self->marks, pair);

  return n_closers > 0;
}

static void
append_ending (GStrv      *endings,
               const char *ending)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (*endings != NULL)
    g_strv_builder_addv (builder, (const char **) *endings);
  g_strv_builder_add (builder, ending);
  g_strfreev (*endings);
  *endings = g_strv_builder_end (builder);
}

/* NULL if the section is none of endings. */
static GStrv *
find_endings (PresserCueTable *self,
              const char      *section)
{
  if (g_str_equal (section, "ending"))
    return &self->endings;
  if (g_str_equal (section, "ending-adverb"))
    return &self->adverb_endings;
  if (g_str_equal (section, "ending-she"))
    return &self->she_endings;
  if (g_str_equal (section, "role-ending"))
    return &self->role_endings;
  if (g_str_equal (section, "role-ending-she"))
    return &self->role_she_endings;

  return NULL;
}

static gboolean
add_entry (PresserCueTable *self,
           const char      *section,
           const char      *word)
{
  GStrv *endings;

  if (g_str_equal (section, "grammar"))
    return add_grammar (self, word);
  if (g_str_equal (section, "marks"))
    return add_marks (self, word);
  endings = find_endings (self, section);
  if (endings != NULL)
    {
      append_ending (endings, word);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (!g_str_equal (sections[i].name, section))
        continue;
      if (sections[i].classes == PRESSER_WORD_ACCORDING && strchr (word, '_') != NULL)
        add_phrase (self, word);
      else
        add_forms (self, word, sections[i].classes);
      return TRUE;
    }

  return FALSE;
}

static gboolean
add_line (PresserCueTable *self,
          char            *line,
          char           **section)
{
  g_auto (GStrv) words = NULL;

  g_strstrip (line);
  if (line[0] == '#' || line[0] == '\0')
    return TRUE;
  if (line[0] == '[' && g_str_has_suffix (line, "]"))
    {
      g_free (*section);
      *section = g_strndup (line + 1, strlen (line) - 2);
      return TRUE;
    }

  words = g_strsplit_set (line, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0' && (*section == NULL || !add_entry (self, *section, words[i])))
        return FALSE;
    }

  return TRUE;
}

/**
 * presser_cue_table_new:
 * @text: a table as data/cues/README.md describes it
 * @error: return location
 *
 * Reads a language's table.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with %PRESSER_ERROR_INVALID naming the line
 */
PresserCueTable *
presser_cue_table_new (const char *text,
                       GError    **error)
{
  g_autoptr (PresserCueTable) self = g_new0 (PresserCueTable, 1);
  g_auto (GStrv) lines = NULL;
  g_autofree char *section = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self->mask = 1023;
  self->entries = g_new0 (PresserCueEntry, self->mask + 1);
  self->arena = g_string_new (NULL);
  self->phrases = g_array_new (FALSE, FALSE, sizeof (PresserCuePhrase));
  g_array_set_clear_func (self->phrases, clear_phrase);
  self->marks = g_array_new (FALSE, FALSE, sizeof (PresserMarkPair));

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (add_line (self, lines[i], &section))
        continue;
      g_set_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID, "line %u: “%s”", i + 1, lines[i]);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * presser_cue_table_adopt_names:
 * @self: a table
 * @other: the table of another language
 *
 * Takes over given names that @self has no word for: news is full of foreigners.
 */
void
presser_cue_table_adopt_names (PresserCueTable       *self,
                               const PresserCueTable *other)
{
  for (guint32 i = 0; i <= other->mask; i++)
    {
      const PresserCueEntry *entry = &other->entries[i];
      guint64                names = entry->classes & (PRESSER_WORD_NAME_HE | PRESSER_WORD_NAME_SHE);
      g_autofree char       *word = NULL;
      guint64                own;

      if (entry->length == 0 || names == 0)
        continue;
      word = g_strndup (other->arena->str + entry->offset, entry->length);
      own = presser_cue_table_look_up (self, word, entry->length);
      if (own == 0 || (own & PRESSER_WORD_ADOPTED) != 0)
        add_word (self, word, names | PRESSER_WORD_ADOPTED);
    }
}
