/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-tagging-parts.h"
#include "presser-turn.h"

static const char text[] = "We will not sail, and that is that. Ask the yard.";

typedef struct
{
  PresserDocument *document;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = presser_document_new (text);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->document);
}

static PresserStatement *
add (Fixture     *fixture,
     const char  *speaker,
     const char  *topic,
     PresserRange range)
{
  g_autofree char *id = presser_document_make_statement_id (fixture->document);
  g_autoptr (PresserStatement) bare = presser_statement_new (id, &range, 1);
  g_autoptr (PresserStatement) spoken = presser_statement_with_speaker (bare, speaker);
  g_autoptr (PresserStatement) filed = presser_statement_with_topic (spoken, topic);

  presser_document_add_statement (fixture->document, filed);
  return presser_document_get_statement (fixture->document, id);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (presser_document_get_statements (fixture->document));
}

static void
check_quote (Fixture          *fixture,
             PresserStatement *statement,
             const char       *expected)
{
  g_autofree char *quote = presser_document_dup_quote (fixture->document, statement);

  g_assert_cmpstr (quote, ==, expected);
}

static void
test_a_statement_is_cut_where_the_cursor_is (Fixture      *fixture,
                                             gconstpointer data)
{
  PresserStatement *statement = add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 35 });
  PresserStatement *second = presser_tagging_split (fixture->document, statement, 17);
  PresserStatement *first = presser_document_get_statement (fixture->document, "s1");

  check_quote (fixture, first, "We will not sail,");
  check_quote (fixture, second, "and that is that.");
  g_assert_cmpstr (presser_statement_get_speaker (second), ==, "p.holm");
  g_assert_true (presser_statement_has_topic (second, "t.ferry"));
  g_assert_true (presser_history_undo (presser_document_get_history (fixture->document)));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_nothing_is_cut_off_at_an_edge (Fixture      *fixture,
                                    gconstpointer data)
{
  PresserStatement *statement = add (fixture, NULL, "t.ferry", (PresserRange){ 3, 17 });

  g_assert_null (presser_tagging_split (fixture->document, statement, 3));
  g_assert_null (presser_tagging_split (fixture->document, statement, 17));
  g_assert_null (presser_tagging_split (fixture->document, statement, 30));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static GPtrArray *
pair (PresserStatement *one,
      PresserStatement *other)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (statements, g_object_ref (one));
  g_ptr_array_add (statements, g_object_ref (other));
  return statements;
}

static void
test_joined_statements_are_one_without_the_blank_between (Fixture      *fixture,
                                                          gconstpointer data)
{
  PresserStatement *first = add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 17 });
  PresserStatement *second = add (fixture, "p.holm", "t.money", (PresserRange){ 18, 35 });
  g_autoptr (GPtrArray) both = pair (first, second);
  PresserStatement *joined = presser_tagging_join (fixture->document, both);
  guint             n_ranges;

  g_assert_cmpuint (count (fixture), ==, 1);
  presser_statement_get_ranges (joined, &n_ranges);
  g_assert_cmpuint (n_ranges, ==, 1);
  check_quote (fixture, joined, "We will not sail, and that is that.");
  g_assert_true (presser_statement_has_topic (joined, "t.ferry"));
  g_assert_true (presser_statement_has_topic (joined, "t.money"));
}

static void
test_words_between_joined_statements_stay_a_gap (Fixture      *fixture,
                                                 gconstpointer data)
{
  PresserStatement *first = add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 16 });
  PresserStatement *second = add (fixture, "p.holm", "t.ferry", (PresserRange){ 36, 49 });
  g_autoptr (GPtrArray) both = pair (first, second);

  check_quote (fixture, presser_tagging_join (fixture->document, both), "We will not sail Ask the yard.");
}

static void
test_the_stricter_ground_rule_and_the_lesser_status_hold (Fixture      *fixture,
                                                          gconstpointer data)
{
  PresserStatement *first = add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 16 });
  PresserStatement *second = add (fixture, "p.holm", "t.ferry", (PresserRange){ 36, 49 });
  g_autoptr (PresserStatement) verified = presser_statement_with_status (first, PRESSER_STATUS_VERIFIED);
  g_autoptr (PresserStatement) secret = presser_statement_with_ground_rule (second, PRESSER_GROUND_OFF_RECORD, 0);
  g_autoptr (GPtrArray) both = pair (verified, secret);
  PresserStatement *joined;

  presser_document_replace_statement (fixture->document, first, verified);
  presser_document_replace_statement (fixture->document, second, secret);
  joined = presser_tagging_join (fixture->document, both);
  g_assert_cmpint (presser_statement_get_ground_rule (joined), ==, PRESSER_GROUND_OFF_RECORD);
  g_assert_cmpint (presser_statement_get_status (joined), ==, PRESSER_STATUS_DRAFT);
}

static void
test_nobody_is_given_anothers_words (Fixture      *fixture,
                                     gconstpointer data)
{
  PresserStatement *first = add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 16 });
  PresserStatement *second = add (fixture, "p.vale", "t.ferry", (PresserRange){ 36, 49 });
  g_autoptr (GPtrArray) both = pair (first, second);

  g_assert_false (presser_tagging_can_join (both));
}

static void
test_a_trim_is_taken_back_and_done_again (Fixture      *fixture,
                                          gconstpointer data)
{
  PresserStatement *statement = add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 17 });
  PresserRange      selected = { 0, 18 };

  statement = presser_tagging_toggle_trim (fixture->document, statement, selected);
  g_assert_cmpuint (presser_statement_get_extent (statement).end, ==, 18);
  statement = presser_tagging_toggle_trim (fixture->document, statement, selected);
  g_assert_cmpuint (presser_statement_get_extent (statement).end, ==, 17);
}

static void
add_paragraph (GPtrArray  *paragraphs,
               const char *turn,
               const char *speaker)
{
  g_autoptr (PresserParagraph) paragraph = presser_paragraph_new (PRESSER_PARAGRAPH_SPEECH);

  g_ptr_array_add (paragraphs, presser_paragraph_with_turn (paragraph, turn, speaker));
}

static void
test_a_turn_takes_along_what_was_said_in_its_speakers_name (Fixture      *fixture,
                                                            gconstpointer data)
{
  g_autoptr (PresserText) words = presser_text_new ("We wait.\nNot long.\nWhy?", -1);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  PresserStatement *told, *outside;
  guint             paragraph, n_statements;

  add_paragraph (paragraphs, "u1", "p.holm");
  add_paragraph (paragraphs, "u1", "p.holm");
  add_paragraph (paragraphs, "u2", "p.holm");
  g_set_object (&fixture->document, NULL);
  fixture->document = presser_document_new_with_paragraphs (words, paragraphs);
  add (fixture, "p.holm", "t.ferry", (PresserRange){ 0, 8 });
  told = add (fixture, "p.yard", "t.ferry", (PresserRange){ 9, 18 });
  outside = add (fixture, "p.holm", "t.ferry", (PresserRange){ 19, 23 });

  g_assert_true (presser_turn_find (fixture->document, 3, &paragraph));
  g_assert_true (presser_turn_give (fixture->document, paragraph, "p.vale", &n_statements));
  g_assert_cmpuint (n_statements, ==, 1);
  g_assert_cmpstr (presser_paragraph_get_speaker (presser_document_get_paragraph (fixture->document, 1)), ==, "p.vale");
  g_assert_cmpstr (presser_paragraph_get_speaker (presser_document_get_paragraph (fixture->document, 2)), ==, "p.holm");
  g_assert_cmpstr (presser_statement_get_speaker (presser_document_get_statement (fixture->document, "s1")), ==, "p.vale");
  g_assert_cmpstr (presser_statement_get_speaker (told), ==, "p.yard");
  g_assert_cmpstr (presser_statement_get_speaker (outside), ==, "p.holm");

  g_assert_false (presser_turn_give (fixture->document, paragraph, "p.vale", &n_statements));
  g_assert_true (presser_history_undo (presser_document_get_history (fixture->document)));
  g_assert_cmpstr (presser_statement_get_speaker (presser_document_get_statement (fixture->document, "s1")), ==, "p.holm");
  g_assert_cmpstr (presser_paragraph_get_speaker (presser_document_get_paragraph (fixture->document, 0)), ==, "p.holm");
}

#define ADD(name, function) g_test_add ("/tagging-parts/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("a-statement-is-cut-where-the-cursor-is", test_a_statement_is_cut_where_the_cursor_is);
  ADD ("nothing-is-cut-off-at-an-edge", test_nothing_is_cut_off_at_an_edge);
  ADD ("joined-statements-are-one-without-the-blank-between", test_joined_statements_are_one_without_the_blank_between);
  ADD ("words-between-joined-statements-stay-a-gap", test_words_between_joined_statements_stay_a_gap);
  ADD ("the-stricter-ground-rule-and-the-lesser-status-hold", test_the_stricter_ground_rule_and_the_lesser_status_hold);
  ADD ("nobody-is-given-anothers-words", test_nobody_is_given_anothers_words);
  ADD ("a-trim-is-taken-back-and-done-again", test_a_trim_is_taken_back_and_done_again);
  ADD ("a-turn-takes-along-what-was-said-in-its-speakers-name", test_a_turn_takes_along_what_was_said_in_its_speakers_name);

  return g_test_run ();
}
