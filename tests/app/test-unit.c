/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-unit.h"

static const char text[] = "Holm said, rather late, that we wait. Dr. Vale agreed.\n"
                           "\n"
                           "She left at 1,000 hours.";

typedef struct
{
  PresserUnit  unit;
  PresserRange from;
  const char  *expected;
} Case;

static const Case finds[] = {
  { PRESSER_UNIT_WORD, { 1, 1 }, "Holm" },
  { PRESSER_UNIT_WORD, { 2, 6 }, "Holm said" },
  { PRESSER_UNIT_CLAUSE, { 1, 1 }, "Holm said" },
  { PRESSER_UNIT_CLAUSE, { 13, 13 }, "rather late" },
  { PRESSER_UNIT_CLAUSE, { 30, 30 }, "that we wait." },
  { PRESSER_UNIT_CLAUSE, { 2, 13 }, "Holm said, rather late" },
  { PRESSER_UNIT_SENTENCE, { 13, 13 }, "Holm said, rather late, that we wait." },
  { PRESSER_UNIT_SENTENCE, { 39, 39 }, "Dr. Vale agreed." },
  { PRESSER_UNIT_SENTENCE, { 44, 60 }, "Dr. Vale agreed.\n\nShe left at 1,000 hours." },
  { PRESSER_UNIT_PARAGRAPH, { 60, 60 }, "She left at 1,000 hours." },
  { PRESSER_UNIT_CLAUSE, { 60, 60 }, "She left at 1,000 hours." },
  { PRESSER_UNIT_TURN, { 60, 60 }, "She left at 1,000 hours." },
};

static const Case nexts[] = {
  { PRESSER_UNIT_WORD, { 0, 4 }, "said" },
  { PRESSER_UNIT_WORD, { 47, 54 }, "She" },
  { PRESSER_UNIT_CLAUSE, { 0, 9 }, "rather late" },
  { PRESSER_UNIT_SENTENCE, { 0, 37 }, "Dr. Vale agreed." },
  { PRESSER_UNIT_SENTENCE, { 38, 54 }, "She left at 1,000 hours." },
  { PRESSER_UNIT_PARAGRAPH, { 0, 54 }, "She left at 1,000 hours." },
  { PRESSER_UNIT_PARAGRAPH, { 56, 80 }, "She left at 1,000 hours." },
};

static void
check (PresserDocument *document,
       PresserRange     found,
       const char      *expected)
{
  g_autofree char *slice = presser_text_dup_slice (presser_document_get_text (document), found);

  g_assert_cmpstr (slice, ==, expected);
}

static void
test_units_are_found_around_a_place (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (text);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (finds); i++)
    check (document, presser_unit_find (document, finds[i].unit, finds[i].from), finds[i].expected);
}

static void
test_the_next_one_may_stand_in_a_later_paragraph (void)
{
  g_autoptr (PresserDocument) document = presser_document_new (text);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (nexts); i++)
    check (document, presser_unit_find_next (document, nexts[i].unit, nexts[i].from), nexts[i].expected);
}

static void
add (GPtrArray           *paragraphs,
     PresserParagraphKind kind,
     const char          *turn,
     const char          *speaker)
{
  g_autoptr (PresserParagraph) paragraph = presser_paragraph_new (kind);

  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (paragraph, turn, speaker));
}

static PresserDocument *
new_interview (void)
{
  g_autoptr (PresserText) words = presser_text_new ("Q:\nWhen?\nHOLM:\nSoon, we hope.\nNot today.\nQ:\nWhy?", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PresserSpeaker) reporter = presser_speaker_new ("p.reporter", "Reporter");
  g_autoptr (PresserSpeaker) unnamed = presser_speaker_with_unnamed (reporter, TRUE);
  g_autoptr (PresserSpeaker) holm = presser_speaker_new ("p.holm", "Ines Holm");
  PresserDocument *document;

  add (paragraphs, PRESSER_PARAGRAPH_LABEL, NULL, NULL);
  add (paragraphs, PRESSER_PARAGRAPH_SPEECH, "u1", "p.reporter");
  add (paragraphs, PRESSER_PARAGRAPH_LABEL, NULL, NULL);
  add (paragraphs, PRESSER_PARAGRAPH_SPEECH, "u2", "p.holm");
  add (paragraphs, PRESSER_PARAGRAPH_SPEECH, "u2", "p.holm");
  add (paragraphs, PRESSER_PARAGRAPH_LABEL, NULL, NULL);
  add (paragraphs, PRESSER_PARAGRAPH_SPEECH, "u3", "p.reporter");
  document = presser_document_new_with_paragraphs (words, paragraphs);
  presser_document_insert_speaker (document, G_MAXUINT, unnamed);
  presser_document_insert_speaker (document, G_MAXUINT, holm);
  return document;
}

static void
test_growing_goes_from_the_word_to_question_and_answer (void)
{
  static const char *const steps[] = { "we", "we hope.", "Soon, we hope.", "Soon, we hope.\nNot today.",
                                       "When?\nHOLM:\nSoon, we hope.\nNot today." };
  g_autoptr (PresserDocument) document = new_interview ();
  PresserRange range = { 22, 22 };
  guint        i;

  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      range = presser_unit_grow (document, range);
      check (document, range, steps[i]);
    }
  g_assert_true (presser_range_equal (presser_unit_grow (document, range), range));
}

static void
test_a_question_takes_its_answer_along (void)
{
  g_autoptr (PresserDocument) document = new_interview ();

  check (document, presser_unit_find (document, PRESSER_UNIT_EXCHANGE, (PresserRange){ 4, 4 }),
         "When?\nHOLM:\nSoon, we hope.\nNot today.");
  check (document, presser_unit_find_next (document, PRESSER_UNIT_TURN, (PresserRange){ 3, 8 }), "Soon, we hope.\nNot today.");
  check (document, presser_unit_find (document, PRESSER_UNIT_TURN, (PresserRange){ 10, 10 }), "Soon, we hope.\nNot today.");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit/units-are-found-around-a-place", test_units_are_found_around_a_place);
  g_test_add_func ("/unit/the-next-one-may-stand-in-a-later-paragraph", test_the_next_one_may_stand_in_a_later_paragraph);
  g_test_add_func ("/unit/growing-goes-from-the-word-to-question-and-answer", test_growing_goes_from_the_word_to_question_and_answer);
  g_test_add_func ("/unit/a-question-takes-its-answer-along", test_a_question_takes_its_answer_along);

  return g_test_run ();
}
