/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

/* For every turn the number of the turn that it answers, 0 for none: “0 0 2”. */
static char *
dup_questions (const char *text)
{
  g_autoptr (Reading) reading = reading_new_text (text, "briefing.txt");
  PresserDocument *document = reading_get_document (reading);
  const char      *last = NULL;
  GString         *questions = g_string_new (NULL);

  for (guint i = 0; i < presser_document_get_n_paragraphs (document); i++)
    {
      PresserParagraph *paragraph = presser_document_get_paragraph (document, i);
      const char       *turn = presser_paragraph_get_turn (paragraph);
      const char       *question = presser_paragraph_get_question (paragraph);

      if (turn == NULL || g_strcmp0 (turn, last) == 0)
        continue;
      last = turn;
      g_string_append_printf (questions, "%s%s", questions->len > 0 ? " " : "", question != NULL ? question + 1 : "0");
    }

  return g_string_free (questions, FALSE);
}

typedef struct
{
  const char *text;
  const char *questions;
} Row;

static const Row rows[] = {
  /* a moderator between, two who answer, two questions in a row */
  { "MS. VALE: Hello.\n\nQ  Why is that?\n\nMODERATOR: One moment.\n\nMS. VALE: Because.\n\nDR. LIND: Yes.\n\n"
    "Q  And you?\n\nQ  When?\n\nMS. VALE: Today. Jeff?\n\nDR. LIND: Today.\n",
    "0 0 0 2 2 0 0 7 7" },
  /* reporters with names of their own */
  { "CHAIR MOORE: Good afternoon.\n\nANN LUND: Will rates rise?\n\nCHAIR MOORE: They may.\n\nANN LUND: Thank you.\n\n"
    "BO HOLM: And next year?\n\nCHAIR MOORE: They may not.\n",
    "0 0 2 0 0 5" },
  /* nobody asks */
  { "ANN LUND: Good morning.\n\nBO HOLM: Good morning.\n\nANN LUND: Let us begin.\n\nBO HOLM: Yes.\n", "0 0 0 0" },
};

static void
test_answers_know_their_questions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *questions = dup_questions (rows[i].text);

      g_assert_cmpstr (questions, ==, rows[i].questions);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questions/answers-know-their-questions", test_answers_know_their_questions);

  return g_test_run ();
}
