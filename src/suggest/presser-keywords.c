/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-keywords.h"

#include <string.h>

/* Text and keywords are brought to one form: words without accents in lower case, parted and surrounded by
 * single spaces. A keyword is then found by looking for it with a space before it, and behind it one too
 * unless it ends in “*”. */

typedef struct
{
  char *needle;
  char *topic;
} Keyword;

struct _PresserKeywords
{
  GArray *keywords; /* of Keyword, those of one topic next to each other */
};

static void
clear_keyword (gpointer data)
{
  Keyword *keyword = data;

  g_free (keyword->needle);
  g_free (keyword->topic);
}

static char *
fold (const char *text,
      gssize      n_bytes)
{
  g_autofree char *lower = g_utf8_casefold (text, n_bytes);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (" ");

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c) || c == '*')
        g_string_append_unichar (folded, c);
      else if (folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');

  return g_string_free (folded, FALSE);
}

static void
add_keyword (PresserKeywords *self,
             const char      *topic,
             const char      *word)
{
  Keyword keyword = { fold (word, -1), NULL };
  gsize   length = strlen (keyword.needle);

  /* “ toll* ” is sought as “ toll” */
  if (length > 3 && keyword.needle[length - 2] == '*')
    keyword.needle[length - 2] = '\0';
  if (strlen (keyword.needle) < 3 || strchr (keyword.needle, '*') != NULL)
    {
      g_free (keyword.needle);
      return;
    }

  keyword.topic = g_strdup (topic);
  g_array_append_val (self->keywords, keyword);
}

/**
 * presser_keywords_new:
 * @topics: (element-type PresserTopic): topics
 *
 * Makes ready to look for the keywords of topics. A topic without keywords is not looked for.
 *
 * Returns: (transfer full): the keywords
 */
PresserKeywords *
presser_keywords_new (GPtrArray *topics)
{
  PresserKeywords *self = g_new0 (PresserKeywords, 1);

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
  g_array_unref (self->keywords);
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

/**
 * presser_keywords_match:
 * @self: keywords
 * @text: UTF-8
 * @n_bytes: its length in bytes
 *
 * Tells which topics have a keyword in a text.
 *
 * Returns: (transfer full): ids of topics in the order of the topics, ended by %NULL
 */
char **
presser_keywords_match (const PresserKeywords *self,
                        const char            *text,
                        gsize                  n_bytes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = self->keywords->len > 0 ? fold (text, (gssize) n_bytes) : NULL;
  const char      *last = NULL;

  for (guint i = 0; i < self->keywords->len; i++)
    {
      const Keyword *keyword = &g_array_index (self->keywords, Keyword, i);

      if (g_strcmp0 (last, keyword->topic) == 0 || strstr (folded, keyword->needle) == NULL)
        continue;
      g_strv_builder_add (builder, keyword->topic);
      last = keyword->topic;
    }

  return g_strv_builder_end (builder);
}
