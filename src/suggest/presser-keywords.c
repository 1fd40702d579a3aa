/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-keywords.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "presser-folder.h"

/* A keyword is one or more words that follow each other. Text and keywords are cut into words by ICU (so that
 * scripts without blanks work too), and compared by their stems; a word with “*” by how it begins; an acronym
 * only with capitals, so that “US” is not “us”. */

#define MAX_ACRONYM  5
#define LONG_ACRONYM 4 /* letters, from which on it may be written like a name */

typedef struct
{
  const char *form; /* stem, beginning, or acronym; of the folder or the chunk */
  enum
  {
    STEM,
    BEGINNING,
    ACRONYM,
  } kind;
} KeywordPart;

typedef struct
{
  const char *topic;
  GArray     *parts; /* of KeywordPart; at least one */
} Keyword;

/* A word of a text: its forms are worked out when they are needed. */
typedef struct
{
  const char *text;
  gsize       n_bytes;
  const char *stem;
} Word;

struct _PresserKeywords
{
  PresserFolder  *folder;
  GStringChunk   *strings;
  GArray         *keywords; /* of Keyword, those of one topic next to each other */
  UBreakIterator *iterator;
  GArray         *words; /* of Word: of the text at hand */
};

static void
clear_keyword (gpointer data)
{
  g_array_unref (((Keyword *) data)->parts);
}

static void
cut_into_words (PresserKeywords *self,
                const char      *text,
                gsize            n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UText     *utext = utext_openUTF8 (NULL, text, (int64_t) n_bytes, &status);
  int32_t    start, end;

  g_array_set_size (self->words, 0);
  if (self->iterator != NULL)
    ubrk_setUText (self->iterator, utext, &status);
  if (self->iterator == NULL || U_FAILURE (status))
    {
      utext_close (utext);
      return;
    }

  start = ubrk_first (self->iterator);
  for (end = ubrk_next (self->iterator); end != UBRK_DONE; start = end, end = ubrk_next (self->iterator))
    {
      Word word = { text + start, (gsize) (end - start), NULL };

      if (ubrk_getRuleStatus (self->iterator) >= UBRK_WORD_NUMBER)
        g_array_append_val (self->words, word);
    }
  utext_close (utext);
}

static const char *
get_stem (PresserKeywords *self,
          Word            *word)
{
  if (word->stem == NULL)
    word->stem = presser_folder_stem (self->folder, word->text, word->n_bytes);

  return word->stem;
}

static gboolean
is_acronym (const char *word,
            gsize       n_bytes)
{
  guint n_letters = 0;

  for (const char *p = word; p < word + n_bytes; p = g_utf8_next_char (p), n_letters++)
    {
      if (!g_unichar_isupper (g_utf8_get_char (p)))
        return FALSE;
    }

  return n_letters >= 2 && n_letters <= MAX_ACRONYM;
}

static KeywordPart
make_part (PresserKeywords *self,
           Word            *word,
           const char      *end)
{
  const char *behind = word->text + word->n_bytes;

  if (behind < end && *behind == '*')
    return (KeywordPart){ presser_folder_fold (self->folder, word->text, word->n_bytes), BEGINNING };
  if (is_acronym (word->text, word->n_bytes))
    return (KeywordPart){ g_string_chunk_insert_len (self->strings, word->text, (gssize) word->n_bytes), ACRONYM };

  return (KeywordPart){ get_stem (self, word), STEM };
}

static void
add_keyword (PresserKeywords *self,
             const char      *topic,
             const char      *text)
{
  Keyword     keyword = { g_string_chunk_insert_const (self->strings, topic), NULL };
  const char *end = text + strlen (text);

  cut_into_words (self, text, strlen (text));
  if (self->words->len == 0)
    return;

  keyword.parts = g_array_new (FALSE, FALSE, sizeof (KeywordPart));
  for (guint i = 0; i < self->words->len; i++)
    {
      KeywordPart part = make_part (self, &g_array_index (self->words, Word, i), end);

      g_array_append_val (keyword.parts, part);
    }
  g_array_append_val (self->keywords, keyword);
}

static UBreakIterator *
open_iterator (const PresserCueTable *table)
{
  UErrorCode      status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_WORD, table != NULL ? presser_cue_table_get_language (table) : "", NULL, 0, &status);

  return U_SUCCESS (status) ? iterator : NULL;
}

/**
 * presser_keywords_new:
 * @topics: (element-type PresserTopic): topics
 * @table: (nullable): the language, whose inflected forms are one word; without, they are not
 *
 * Makes ready to look for the keywords of topics. A topic without keywords is not looked for.
 *
 * Returns: (transfer full): the keywords, for one thread
 */
PresserKeywords *
presser_keywords_new (GPtrArray             *topics,
                      const PresserCueTable *table)
{
  PresserKeywords *self = g_new0 (PresserKeywords, 1);

  self->folder = presser_folder_new (table);
  self->strings = g_string_chunk_new (512);
  self->iterator = open_iterator (table);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->keywords = g_array_new (FALSE, FALSE, sizeof (Keyword));
  g_array_set_clear_func (self->keywords, clear_keyword);
  for (guint i = 0; i < topics->len; i++)
    {
      const char *const *words = presser_topic_get_keywords (topics->pdata[i]);

      for (guint k = 0; words != NULL && words[k] != NULL; k++)
        add_keyword (self, presser_topic_get_id (topics->pdata[i]), words[k]);
    }

  return self;
}

/**
 * presser_keywords_free:
 * @self: (transfer full): keywords
 *
 * Frees the keywords.
 */
void
presser_keywords_free (PresserKeywords *self)
{
  g_clear_pointer (&self->iterator, ubrk_close);
  g_array_unref (self->keywords);
  g_array_unref (self->words);
  g_string_chunk_free (self->strings);
  presser_folder_free (self->folder);
  g_free (self);
}

/**
 * presser_keywords_is_empty:
 * @self: keywords
 *
 * Returns: %TRUE if no topic has a keyword
 */
gboolean
presser_keywords_is_empty (const PresserKeywords *self)
{
  return self->keywords->len == 0;
}

/* “Nato” is NATO, but “Who” is not the WHO. */
static gboolean
is_same_acronym (const char *acronym,
                 const Word *word)
{
  g_autofree char *written = NULL, *upper = NULL;

  if (strlen (acronym) == word->n_bytes && memcmp (acronym, word->text, word->n_bytes) == 0)
    return TRUE;
  if (g_utf8_strlen (acronym, -1) < LONG_ACRONYM || !g_unichar_isupper (g_utf8_get_char (word->text)))
    return FALSE;

  written = g_strndup (word->text, word->n_bytes);
  upper = g_utf8_strup (written, -1);

  return strcmp (upper, acronym) == 0;
}

static gboolean
part_fits (PresserKeywords   *self,
           const KeywordPart *part,
           Word              *word)
{
  switch (part->kind)
    {
    case BEGINNING:
      return g_str_has_prefix (presser_folder_fold (self->folder, word->text, word->n_bytes), part->form);
    case ACRONYM:
      return is_same_acronym (part->form, word);
    case STEM:
    default:
      return strcmp (part->form, get_stem (self, word)) == 0;
    }
}

static gboolean
fits_at (PresserKeywords *self,
         const Keyword   *keyword,
         guint            at)
{
  if (at + keyword->parts->len > self->words->len)
    return FALSE;

  for (guint i = 0; i < keyword->parts->len; i++)
    {
      if (!part_fits (self, &g_array_index (keyword->parts, KeywordPart, i), &g_array_index (self->words, Word, at + i)))
        return FALSE;
    }

  return TRUE;
}

/* The words as they stand in the text, or NULL. */
static char *
find (PresserKeywords *self,
      const Keyword   *keyword)
{
  for (guint at = 0; at < self->words->len; at++)
    {
      const Word *first = &g_array_index (self->words, Word, at), *last;

      if (!fits_at (self, keyword, at))
        continue;
      last = &g_array_index (self->words, Word, at + keyword->parts->len - 1);
      return g_strndup (first->text, (gsize) (last->text + last->n_bytes - first->text));
    }

  return NULL;
}

static void
end_topic (GStrvBuilder *ids,
           GStrvBuilder *words,
           const char   *topic,
           GString      *found)
{
  if (found->len == 0)
    return;
  g_strv_builder_add (ids, topic);
  g_strv_builder_add (words, found->str);
  g_string_truncate (found, 0);
}

/**
 * presser_keywords_match:
 * @self: keywords
 * @text: UTF-8
 * @n_bytes: its length in bytes
 * @words: (out) (optional) (transfer full): for each topic the words that matched, as the text has them, parted by commas
 *
 * Tells which topics have a keyword in a text.
 *
 * Returns: (transfer full): ids of topics in the order of the topics, ended by %NULL
 */
char **
presser_keywords_match (PresserKeywords *self,
                        const char      *text,
                        gsize            n_bytes,
                        char          ***words)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) lists = g_strv_builder_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  const char *topic = NULL;

  if (self->keywords->len > 0)
    cut_into_words (self, text, n_bytes);
  for (guint i = 0; i < self->keywords->len; i++)
    {
      const Keyword   *keyword = &g_array_index (self->keywords, Keyword, i);
      g_autofree char *match = find (self, keyword);

      if (topic != keyword->topic)
        end_topic (ids, lists, topic, found);
      topic = keyword->topic;
      if (match != NULL)
        g_string_append_printf (found, "%s%s", found->len > 0 ? ", " : "", match);
    }
  end_topic (ids, lists, topic, found);

  if (words != NULL)
    *words = g_strv_builder_end (lists);

  return g_strv_builder_end (ids);
}
