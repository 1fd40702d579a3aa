/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-topic-proposals.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "presser-offsets.h"
#include "presser-person-names-private.h"
#include "presser-topic-terms-private.h"

/* Topics that a text proposes itself: of the terms that are frequent here and stand in no list of words that are
 * frequent everywhere, the ones that are in many places; phrases before the words they are made of. */

#define LONG_TEXT     400 /* words, from which on a single word has to stand three times */
#define MIN_NOUN      35  /* of 100 times that a word has to look like a noun */
#define MOSTLY        60  /* of 100 times that a word stands in a phrase, so that the phrase is enough */
#define NAME_FACTOR   1.3
#define PHRASE_FACTOR 1.6

/**
 * presser_topic_proposal_free:
 * @proposal: (transfer full): a proposal
 *
 * Frees a proposal.
 */
void
presser_topic_proposal_free (PresserTopicProposal *proposal)
{
  g_free (proposal->label);
  g_free (proposal);
}

static double
score (const PresserTerm *term)
{
  double frequency = (1 + log (term->n_times)) * sqrt (term->n_paragraphs);

  if (term->n_words > 1)
    frequency *= PHRASE_FACTOR;

  return term->is_name ? frequency * NAME_FACTOR : frequency;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const PresserTerm *one = *(const PresserTerm *const *) a, *other = *(const PresserTerm *const *) b;
  double             first = score (one), second = score (other);

  if (first != second)
    return first > second ? -1 : 1;

  return strcmp (one->key, other->key);
}

static gboolean
is_salient (const PresserTerms *terms,
            const PresserTerm  *term)
{
  gboolean is_weak = term->begins_common || (term->n_words == 1 && !term->is_name);
  guint    n_least = term->begins_common || (is_weak && terms->n_words > LONG_TEXT) ? 3 : 2;

  if (term->n_times < n_least)
    return FALSE;

  return term->is_name || term->n_as_noun * 100 >= term->n_times * MIN_NOUN;
}

static gboolean
holds (const char *phrase,
       const char *key)
{
  g_autofree char *outer = g_strconcat (" ", phrase, " ", NULL), *inner = g_strconcat (" ", key, " ", NULL);

  return strstr (outer, inner) != NULL;
}

/* A longer one that says the same, or a shorter one that was taken already. */
static gboolean
is_said_already (GPtrArray         *taken,
                 const PresserTerm *term)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const PresserTerm *one = taken->pdata[i];

      if (holds (one->key, term->key) && one->n_times * 100 >= term->n_times * MOSTLY)
        return TRUE;
      if (holds (term->key, one->key))
        return TRUE;
    }

  return FALSE;
}

static void
add_common (const char *word,
            gsize       n_bytes,
            gpointer    user_data)
{
  PresserTerms *terms = user_data;

  g_hash_table_add (terms->common, (gpointer) presser_folder_stem (terms->folder, word, n_bytes));
}

static void
add_words (PresserTerms *terms,
           GHashTable   *set,
           const char   *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) presser_folder_stem (terms->folder, words[i], strlen (words[i])));
}

/* The document's speakers are no topics, and its topics no new ones. */
static void
leave_out_known (PresserTerms *terms)
{
  for (guint i = 0; i < terms->source->speakers->len; i++)
    add_words (terms, terms->persons, presser_speaker_get_name (terms->source->speakers->pdata[i]));
  for (guint i = 0; i < terms->source->topics->len; i++)
    {
      const char *const *keywords = presser_topic_get_keywords (terms->source->topics->pdata[i]);

      add_words (terms, terms->common, presser_topic_get_label (terms->source->topics->pdata[i]));
      for (guint k = 0; keywords != NULL && keywords[k] != NULL; k++)
        add_words (terms, terms->common, keywords[k]);
    }
}

static GPtrArray *
choose (PresserTerms *terms,
        guint         n_most)
{
  GPtrArray *taken = g_ptr_array_new ();
  g_autoptr (GPtrArray) salient = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       term;

  g_hash_table_iter_init (&iter, terms->terms);
  while (g_hash_table_iter_next (&iter, NULL, &term))
    {
      if (is_salient (terms, term))
        g_ptr_array_add (salient, term);
    }
  g_ptr_array_sort (salient, compare_terms);
  for (guint i = 0; i < salient->len && taken->len < n_most; i++)
    {
      if (!is_said_already (taken, salient->pdata[i]))
        g_ptr_array_add (taken, salient->pdata[i]);
    }

  return taken;
}

static GPtrArray *
make_proposals (PresserTerms *terms,
                GPtrArray    *taken)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) presser_topic_proposal_free);
  g_autoptr (PresserOffsets) offsets = presser_offsets_new (terms->source->text, terms->source->n_bytes);

  for (guint i = 0; i < taken->len; i++)
    {
      const PresserTerm    *term = taken->pdata[i];
      PresserTopicProposal *proposal = g_new0 (PresserTopicProposal, 1);

      const char *words = terms->source->text + term->first;
      gsize       n_bytes = presser_name_cut_possessive (words, term->first_end - term->first);

      proposal->label = g_strndup (words, n_bytes);
      proposal->first = (PresserRange){ presser_offsets_get (offsets, term->first), presser_offsets_get (offsets, term->first + (guint32) n_bytes) };
      proposal->n_times = term->n_times;
      proposal->n_paragraphs = term->n_paragraphs;
      g_ptr_array_add (proposals, proposal);
    }

  return proposals;
}

static void
clear_terms (PresserTerms *terms)
{
  g_hash_table_unref (terms->common);
  g_hash_table_unref (terms->persons);
  g_hash_table_unref (terms->terms);
  g_array_unref (terms->tokens);
  g_string_chunk_free (terms->strings);
  presser_folder_free (terms->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresserTerms, clear_terms)

/**
 * presser_suggest_topics:
 * @source: what to look in
 * @language: (nullable): BCP 47 tag, or %NULL for the document's, or else what the text looks like
 * @n_most: how many proposals at most
 * @cancellable: (nullable): stops the work
 * @error: return location
 *
 * Proposes topics from what a text keeps coming back to: names of what is no person, nouns and phrases. Words
 * that every briefing has (the section [common] of the language's table) and topics that are there already are left out.
 *
 * Returns: (transfer full) (nullable) (element-type PresserTopicProposal): proposals, the best first, or %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
presser_suggest_topics (PresserSuggestSource *source,
                        const char           *language,
                        guint                 n_most,
                        GCancellable         *cancellable,
                        GError              **error)
{
  const PresserCueTable *table = presser_suggest_source_find_table (source, language);
  g_autoptr (GPtrArray) taken = NULL;
  g_auto (PresserTerms) terms = {
    .source = source,
    .main_table = table,
    .folder = presser_folder_new (table),
    .common = g_hash_table_new (g_str_hash, g_str_equal),
    .persons = g_hash_table_new (g_str_hash, g_str_equal),
    .terms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .strings = g_string_chunk_new (4096),
    .tokens = g_array_new (FALSE, FALSE, sizeof (PresserToken)),
  };

  presser_cue_table_foreach (table, PRESSER_WORD_COMMON | PRESSER_WORD_SAID, add_common, &terms);
  leave_out_known (&terms);
  if (!presser_terms_collect (&terms, cancellable, error))
    return NULL;
  taken = choose (&terms, n_most);

  return make_proposals (&terms, taken);
}

static gboolean
has_label (PresserDocument *document,
           const char      *label)
{
  GListModel      *topics = presser_document_get_topics (document);
  guint            n_topics = g_list_model_get_n_items (topics);
  g_autofree char *wanted = g_utf8_casefold (label, -1);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (PresserTopic) topic = g_list_model_get_item (topics, i);
      g_autofree char *folded = g_utf8_casefold (presser_topic_get_label (topic), -1);

      if (strcmp (folded, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
make_label (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  char     letter[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (first), letter);

  return g_strconcat (letter, g_utf8_next_char (text), NULL);
}

/**
 * presser_suggest_add_topics:
 * @document: a document
 * @proposals: (element-type PresserTopicProposal): what to add
 *
 * Makes topics of proposals, each with its words for a keyword, as one undoable step. One whose label is there
 * already is left out.
 *
 * Returns: how many topics were added
 */
guint
presser_suggest_add_topics (PresserDocument *document,
                            GPtrArray       *proposals)
{
  PresserHistory *history = presser_document_get_history (document);
  guint           n_added = 0;

  presser_history_begin (history, _ ("Add Suggested Topics"));
  for (guint i = 0; i < proposals->len; i++)
    {
      const PresserTopicProposal *proposal = proposals->pdata[i];
      const char *const           keywords[] = { proposal->label, NULL };
      g_autofree char            *label = make_label (proposal->label);
      g_autofree char            *id = NULL;
      g_autoptr (PresserTopic) topic = NULL;
      g_autoptr (PresserTopic) with_keyword = NULL;

      if (has_label (document, label))
        continue;
      id = presser_document_make_id (document, "t", label);
      topic = presser_topic_new (id, label);
      with_keyword = presser_topic_with_keywords (topic, keywords);
      presser_document_insert_topic (document, G_MAXUINT, with_keyword);
      n_added++;
    }
  presser_history_end (history);

  return n_added;
}
