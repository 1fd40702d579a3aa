/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions and what answers them, as the file tells. */

#include "presser-overview-private.h"

typedef struct
{
  PresserDocument *document;
  GHashTable      *shown;     /* of PresserStatement: those that count */
  GArray          *exchanges; /* of PresserOverviewExchange */
} Search;

static guint
count_statements_in (Search      *self,
                     PresserRange range)
{
  g_autoptr (GPtrArray) touching = presser_document_dup_statements_touching (self->document, range);
  guint n_statements = 0;

  for (guint i = 0; i < touching->len; i++)
    n_statements += g_hash_table_contains (self->shown, touching->pdata[i])
                    && presser_range_contains (range, presser_statement_get_extent (touching->pdata[i]).start);
  return n_statements;
}

static gboolean
is_question (Search           *self,
             PresserParagraph *paragraph)
{
  const char     *id = presser_paragraph_get_speaker (paragraph);
  PresserSpeaker *speaker = id != NULL ? presser_document_get_speaker (self->document, id) : NULL;

  return speaker != NULL && presser_speaker_is_unnamed (speaker);
}

/* Takes a turn that answers something into the account of its question. */
static void
add_answer (Search      *self,
            GHashTable  *places,
            const char  *question,
            guint        first,
            PresserRange range)
{
  guint                    place = GPOINTER_TO_UINT (g_hash_table_lookup (places, question));
  PresserOverviewExchange *exchange;

  if (place == 0)
    return;
  exchange = &g_array_index (self->exchanges, PresserOverviewExchange, place - 1);
  exchange->answer = MIN (exchange->answer, first);
  exchange->n_statements += count_statements_in (self, range);
}

/* Where the turn of a paragraph ends: behind its last paragraph. */
static guint
find_turn_end (Search *self,
               guint   first)
{
  const char *turn = presser_paragraph_get_turn (presser_document_get_paragraph (self->document, first));
  guint       end = first + 1;

  while (end < presser_document_get_n_paragraphs (self->document)
         && g_strcmp0 (presser_paragraph_get_turn (presser_document_get_paragraph (self->document, end)), turn) == 0)
    end++;
  return end;
}

/* The ids of turns that the file says are answered. */
static GHashTable *
collect_answered (PresserDocument *document)
{
  GHashTable *answered = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      const char *question = presser_paragraph_get_question (presser_document_get_paragraph (document, i));

      if (question != NULL)
        g_hash_table_add (answered, (gpointer) question);
    }
  return answered;
}

/**
 * presser_exchanges_find:
 * @document: a document
 * @statements: (element-type PresserStatement): those of its statements that count
 * @exchanges: (element-type PresserOverviewExchange): where to add what is found
 *
 * Looks for questions and what answers them.
 */
void
presser_exchanges_find (PresserDocument *document,
                        GPtrArray       *statements,
                        GArray          *exchanges)
{
  g_autoptr (GHashTable) answered = collect_answered (document);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  Search self = { document, shown, exchanges };
  guint  end;

  /* Without a single pair nothing is known of questions, and a list of them would only be noise. */
  if (g_hash_table_size (answered) == 0)
    return;
  for (guint i = 0; i < statements->len; i++)
    g_hash_table_add (shown, statements->pdata[i]);
  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i = end)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      const char       *turn = presser_paragraph_get_turn (paragraph);
      const char       *question = presser_paragraph_get_question (paragraph);
      PresserRange      range = presser_document_get_paragraph_range (document, i);

      end = turn != NULL ? find_turn_end (&self, i) : i + 1;
      range.end = presser_document_get_paragraph_range (document, end - 1).end;
      if (turn == NULL)
        continue;
      if (question != NULL)
        add_answer (&self, places, question, i, range);
      if (g_hash_table_contains (answered, turn) || is_question (&self, paragraph))
        {
          PresserOverviewExchange exchange = { i, G_MAXUINT, 0 };

          g_array_append_val (exchanges, exchange);
          g_hash_table_insert (places, (gpointer) turn, GUINT_TO_POINTER (exchanges->len));
        }
    }
}
