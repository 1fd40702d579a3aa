/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "presser-suggest.h"

/* Runs the engine on tests/data/quotes and asks for the F1 of quotations with their speakers. */

typedef struct
{
  char         letter;
  PresserRange range;
  char        *name;
} Mention;

typedef struct
{
  char         letter;
  PresserRange range;
} Quotation;

typedef struct
{
  GString *text;
  guint    n_characters;
  GArray  *mentions;   /* of Mention */
  GArray  *quotations; /* of Quotation */
} Example;

static void
clear_mention (gpointer data)
{
  g_free (((Mention *) data)->name);
}

static Example *
example_new (void)
{
  Example *self = g_new0 (Example, 1);

  self->text = g_string_new (NULL);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_array_set_clear_func (self->mentions, clear_mention);
  self->quotations = g_array_new (FALSE, FALSE, sizeof (Quotation));

  return self;
}

static void
example_free (Example *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->mentions);
  g_array_unref (self->quotations);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Example, example_free)

static void
append (Example    *self,
        const char *text,
        gsize       n_bytes)
{
  g_string_append_len (self->text, text, (gssize) n_bytes);
  self->n_characters += (guint) g_utf8_strlen (text, (gssize) n_bytes);
}

/* {a|words} or {a|words|Name} */
static const char *
read_mention (Example    *self,
              const char *p)
{
  const char *end = strchr (p, '}');
  const char *words = p + 3;
  const char *bar = memchr (words, '|', (gsize) (end - words));
  Mention     mention = { p[1], { self->n_characters, 0 }, NULL };

  append (self, words, (gsize) ((bar != NULL ? bar : end) - words));
  mention.range.end = self->n_characters;
  mention.name = bar != NULL ? g_strndup (bar + 1, (gsize) (end - bar - 1)) : g_strndup (words, (gsize) (end - words));
  g_array_append_val (self->mentions, mention);

  return end + 1;
}

static void
read_line (Example    *self,
           const char *p)
{
  Quotation quotation = { 0 };

  while (*p != '\0')
    {
      if (*p == '{')
        {
          p = read_mention (self, p);
          continue;
        }
      if (*p == '<')
        {
          quotation.letter = p[1];
          quotation.range.start = self->n_characters;
          p += 3;
          continue;
        }
      if (*p == '>')
        {
          quotation.range.end = self->n_characters;
          g_array_append_val (self->quotations, quotation);
          p++;
          continue;
        }
      append (self, p, (gsize) (g_utf8_next_char (p) - p));
      p = g_utf8_next_char (p);
    }
  append (self, "\n", 1);
}

/* GPtrArray of Example. */
static GPtrArray *
read_examples (const char *language)
{
  g_autofree char *name = g_strconcat (language, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "quotes", name, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func ((GDestroyNotify) example_free);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (examples, example_new ());
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_equal (lines[i], "---"))
        g_ptr_array_add (examples, example_new ());
      else if (lines[i][0] != '#' && lines[i][0] != '\0')
        read_line (examples->pdata[examples->len - 1], lines[i]);
    }

  return g_steal_pointer (&examples);
}

/* As the scorer of the annotated news counts: half of the longer one in common. */
static gboolean
is_same_stretch (PresserRange one,
                 PresserRange other)
{
  guint common = presser_range_get_length (presser_range_intersect (one, other));

  return common * 2 >= MAX (presser_range_get_length (one), presser_range_get_length (other));
}

static const char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : name;
}

static gboolean
is_right_speaker (const Example         *example,
                  char                   letter,
                  const PresserProposal *proposal)
{
  for (guint i = 0; i < example->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (example->mentions, Mention, i);

      if (mention->letter != letter || proposal->speaker_name == NULL)
        continue;
      if (presser_range_touches (mention->range, proposal->mention) || g_str_equal (last_word (mention->name), last_word (proposal->speaker_name)))
        return TRUE;
    }

  return FALSE;
}

/* Where the reporter speaks between the marks, each side is a quotation. */
static gboolean
is_part (PresserRange           range,
         const PresserProposal *proposal)
{
  PresserRange ranges[2];
  guint        n_ranges = presser_proposal_get_ranges (proposal, ranges);

  return is_same_stretch (range, ranges[0]) || (n_ranges > 1 && is_same_stretch (range, ranges[1]));
}

static guint
count_parts (GPtrArray *proposals)
{
  PresserRange ranges[2];
  guint        n_parts = 0;

  for (guint i = 0; i < proposals->len; i++)
    n_parts += presser_proposal_get_ranges (proposals->pdata[i], ranges);

  return n_parts;
}

static gboolean
is_found (const Example   *example,
          const Quotation *quotation,
          GPtrArray       *proposals)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];

      if (!is_part (quotation->range, proposal))
        continue;
      if (is_right_speaker (example, quotation->letter, proposal))
        return TRUE;
      g_test_message ("wrong speaker: “%s” (%s) at %u in: %s", proposal->speaker_name, proposal->reason,
                      quotation->range.start, example->text->str);
      return FALSE;
    }
  g_test_message ("not found: %u to %u in: %s", quotation->range.start, quotation->range.end, example->text->str);

  return FALSE;
}

static void
tell_extras (const Example *example,
             GPtrArray     *proposals)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserProposal *proposal = proposals->pdata[i];
      gboolean               is_wanted = FALSE;

      for (guint k = 0; k < example->quotations->len; k++)
        is_wanted = is_wanted || is_part (g_array_index (example->quotations, Quotation, k).range, proposal);
      if (!is_wanted)
        g_test_message ("not asked for: %u to %u in: %s", proposal->range.start, proposal->range.end, example->text->str);
    }
}

static void
test_language_reaches_its_floor (gconstpointer data)
{
  const char *language = data;
  g_autoptr (GPtrArray) examples = read_examples (language);
  guint  n_right = 0, n_gold = 0, n_found = 0;
  double f1;

  for (guint i = 0; i < examples->len; i++)
    {
      const Example *example = examples->pdata[i];
      g_autoptr (PresserSuggestSource) source = presser_suggest_source_new_from_text (example->text->str, language);
      g_autoptr (GPtrArray) proposals = presser_suggest_run (source, NULL, NULL, NULL);

      n_gold += example->quotations->len;
      n_found += count_parts (proposals);
      tell_extras (example, proposals);
      for (guint k = 0; k < example->quotations->len; k++)
        n_right += is_found (example, &g_array_index (example->quotations, Quotation, k), proposals) ? 1 : 0;
    }

  f1 = 200.0 * n_right / (n_gold + n_found);
  g_test_message ("%s: %u quotations, %u found, %u right, F1 %.1f", language, n_gold, n_found, n_right, f1);
  g_assert_cmpuint (n_gold, >=, 40);
  g_assert_cmpfloat (f1, >=, 85.0);
}

static void
test_language_is_told_by_its_small_words (gconstpointer data)
{
  const char *language = data;
  g_autoptr (GPtrArray) examples = read_examples (language);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PresserSuggestSource) given = NULL;
  g_autoptr (PresserSuggestSource) detected = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) other = NULL;

  for (guint i = 0; i < examples->len; i++)
    g_string_append (text, ((const Example *) examples->pdata[i])->text->str);
  given = presser_suggest_source_new_from_text (text->str, language);
  detected = presser_suggest_source_new_from_text (text->str, NULL);
  one = presser_suggest_run (given, NULL, NULL, NULL);
  other = presser_suggest_run (detected, NULL, NULL, NULL);

  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    g_assert_cmpstr (((const PresserProposal *) one->pdata[i])->speaker_name, ==, ((const PresserProposal *) other->pdata[i])->speaker_name);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const languages[] = { "de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *floor = g_strconcat ("/languages/reaches-its-floor/", languages[i], NULL);
      g_autofree char *told = g_strconcat ("/languages/is-told-by-its-small-words/", languages[i], NULL);

      g_test_add_data_func (floor, languages[i], test_language_reaches_its_floor);
      g_test_add_data_func (told, languages[i], test_language_is_told_by_its_small_words);
    }

  return g_test_run ();
}
