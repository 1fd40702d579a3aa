/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The script tells Hebrew, Arabic, Greek, Korean, Japanese and Chinese; small words tell languages of one script apart.
 * Each word stands in as few rows as can be: what several languages share tells nothing. */

#include "presser-language.h"

#include <string.h>

#include "presser-characters.h"

/* Enough for any language to show, little enough for 50 MB. */
#define SAMPLE_BYTES (256 * 1024)

typedef struct
{
  const char *tag;
  const char *words;
} Row;

static const Row rows[] = {
  { "en", "the of and to that is was for with this have are they you we it not but his from" },
  { "de", "der die das und ist nicht wir ein eine mit auf für sich auch dem den von werden ich haben" },
  { "fr", "le les des est une dans nous pour pas vous qui sur avec ce sont au du je mais être" },
  { "es", "el los las y es una por para con del se no lo pero está como más su porque muy" },
  { "it", "il gli di che è una per non sono con della questo ma anche più nel del si abbiamo ci" },
  { "pt", "o os as um uma não para com é do da em que ele mas está são você mais foi" },
  { "nl", "het een en van is dat niet wij zijn voor met op ook maar deze hebben wordt aan bij naar" },
  { "pl", "i w z na nie się jest do że to jak ale od przez oraz tego który są będzie po" },
  { "cs", "a v na že je se to s z jsme ale jako jsem není pro aby které bude tak by" },
  { "sv", "och att det som är en på för vi inte med har av till den jag om men var kan" },
  { "tr", "ve bir bu için ile da de çok olarak olan ne var daha gibi ama biz ben değil mi kadar" },
  { "ru", "и в не на что с это мы как по но из у за от так же для вы то" },
  { "uk", "і в не на що з це ми як по але із у за від так та для ви й" },
};

typedef struct
{
  guint n[G_N_ELEMENTS (rows)];
  guint n_words;
  guint n_hebrew, n_arabic, n_greek, n_hangul, n_kana, n_han, n_other;
} Count;

static GHashTable *
fill_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[j]));

          g_hash_table_insert (table, g_strdup (words[j]), GUINT_TO_POINTER (bits | 1u << i));
        }
    }

  return table;
}

static void
count_word (GHashTable *table,
            GString    *word,
            Count      *count)
{
  guint bits;

  if (word->len == 0)
    return;
  bits = GPOINTER_TO_UINT (g_hash_table_lookup (table, word->str));
  count->n_words++;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    count->n[i] += bits >> i & 1;
  g_string_truncate (word, 0);
}

static void
count_script (gunichar character,
              Count   *count)
{
  if (character >= 0x590 && character < 0x600)
    count->n_hebrew++;
  else if (character >= 0x600 && character < 0x780)
    count->n_arabic++;
  else if (character >= 0x370 && character < 0x400)
    count->n_greek++;
  else if (character >= 0xac00 && character < 0xd7b0)
    count->n_hangul++;
  else if (character >= 0x3040 && character < 0x3100)
    count->n_kana++;
  else if (character >= 0x3400 && character < 0xa000)
    count->n_han++;
  else
    count->n_other++;
}

/* An ideograph says as much as half a word of letters. */
static const char *
decide_by_script (const Count *count)
{
  guint rest = count->n_other;

  if ((count->n_kana + count->n_han) * 2 > rest)
    return count->n_kana * 10 > count->n_han ? "ja" : "zh";
  if (count->n_hangul * 2 > rest)
    return "ko";
  if (count->n_hebrew > rest)
    return "he";
  if (count->n_arabic > rest)
    return "ar";
  if (count->n_greek > rest)
    return "el";
  return NULL;
}

static const char *
decide_by_words (const Count *count)
{
  guint best = 0, second = 0;

  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    if (count->n[i] > count->n[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (i != best)
      second = MAX (second, count->n[i]);
  if (count->n[best] < 3 || count->n[best] * 14 < count->n_words || count->n[best] * 5 < second * 6)
    return NULL;

  return rows[best].tag;
}

/**
 * presser_language_guess:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Counts scripts and the commonest small words of the first 256 kB.
 *
 * Returns: (nullable): a BCP 47 tag, or %NULL if nothing stands out
 */
const char *
presser_language_guess (const char *text,
                        gsize       length)
{
  g_autoptr (GHashTable) table = fill_table ();
  g_autoptr (GString) word = g_string_new (NULL);
  const char *end = text + MIN (length, SAMPLE_BYTES);
  const char *by_script;
  Count       count = { { 0 } };

  while (end < text + length && (*end & 0xc0) == 0x80)
    end++;
  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_isalpha (character))
        {
          count_word (table, word, &count);
          continue;
        }
      count_script (character, &count);
      g_string_append_unichar (word, g_unichar_tolower (character));
    }
  count_word (table, word, &count);

  by_script = decide_by_script (&count);
  return by_script != NULL ? by_script : decide_by_words (&count);
}
