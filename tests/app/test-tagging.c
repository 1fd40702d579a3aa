/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "presser-tagging.h"

static const char text[] = "The board met.\n"
                           "Holm said, “We will not sail.” She left.";

/* “We will not sail. with a mark that has no partner and blanks around, and without. */
static const PresserRange marked = { 25, 44 };
static const PresserRange bare = { 27, 44 };

typedef struct
{
  PresserDocument *document;
  PresserTarget    target;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = presser_document_new (text);
  fixture->target = (PresserTarget){ fixture->document, marked, NULL, "Rosa Klein" };
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->document);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (presser_document_get_statements (fixture->document));
}

static void
test_a_speaker_makes_a_statement_of_the_words_themselves (Fixture      *fixture,
                                                          gconstpointer data)
{
  const char       *id = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  PresserStatement *statement = presser_tagging_toggle_speaker (&fixture->target, id);
  g_autofree char  *quote = presser_document_dup_quote (fixture->document, statement);
  const char       *annotator = presser_statement_get_annotator (statement);

  g_assert_cmpstr (quote, ==, "We will not sail.");
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, id);
  g_assert_cmpint (presser_statement_get_kind (statement), ==, PRESSER_KIND_DIRECT);
  g_assert_cmpint (presser_statement_get_status (statement), ==, PRESSER_STATUS_DRAFT);
  g_assert_cmpint (presser_statement_get_made (statement), >, 0);
  g_assert_cmpstr (presser_annotator_get_name (presser_document_get_annotator (fixture->document, annotator)), ==, "Rosa Klein");
}

static void
test_the_same_selection_changes_the_statement_that_is_there (Fixture      *fixture,
                                                             gconstpointer data)
{
  const char       *speaker = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  const char       *topic = presser_tagging_add_topic (fixture->document, "Ferry");
  PresserStatement *statement;

  presser_tagging_toggle_speaker (&fixture->target, speaker);
  statement = presser_tagging_toggle_topic (&fixture->target, topic);

  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, speaker);
  g_assert_true (presser_statement_has_topic (statement, topic));
}

static void
test_the_same_tag_again_is_taken_away (Fixture      *fixture,
                                       gconstpointer data)
{
  const char       *speaker = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  const char       *topic = presser_tagging_add_topic (fixture->document, "Ferry");
  PresserStatement *statement;

  presser_tagging_toggle_speaker (&fixture->target, speaker);
  presser_tagging_toggle_topic (&fixture->target, topic);
  presser_tagging_toggle_speaker (&fixture->target, speaker);
  statement = presser_tagging_toggle_topic (&fixture->target, topic);

  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_null (presser_statement_get_speaker (statement));
  g_assert_false (presser_statement_has_topic (statement, topic));
}

static void
test_without_a_selection_the_current_statement_is_changed (Fixture      *fixture,
                                                           gconstpointer data)
{
  const char       *one = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  const char       *other = presser_tagging_add_speaker (fixture->document, "Ole Berg");
  PresserStatement *statement = presser_tagging_toggle_speaker (&fixture->target, one);
  PresserTarget     target = { fixture->document, { 30, 30 }, statement, NULL };

  statement = presser_tagging_toggle_speaker (&target, other);

  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, other);
}

static void
test_nothing_selected_tags_nothing (Fixture      *fixture,
                                    gconstpointer data)
{
  const char *id = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  guint64     state = presser_history_get_state (presser_document_get_history (fixture->document));

  fixture->target.selection = (PresserRange){ 3, 3 };
  g_assert_false (presser_tagging_is_possible (&fixture->target));
  g_assert_null (presser_tagging_toggle_speaker (&fixture->target, id));
  fixture->target.selection = (PresserRange){ 3, 4 }; /* a blank */
  g_assert_null (presser_tagging_toggle_speaker (&fixture->target, id));
  g_assert_cmpuint (presser_history_get_state (presser_document_get_history (fixture->document)), ==, state);
}

static void
test_tagging_is_one_step_to_undo (Fixture      *fixture,
                                  gconstpointer data)
{
  const char     *id = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  PresserHistory *history = presser_document_get_history (fixture->document);
  guint64         state = presser_history_get_state (history);

  presser_tagging_toggle_speaker (&fixture->target, id);
  presser_history_undo (history);

  g_assert_cmpuint (presser_history_get_state (history), ==, state);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_annotators (fixture->document)), ==, 0);
}

static void
test_words_outside_quotation_marks_are_indirect (Fixture      *fixture,
                                                 gconstpointer data)
{
  const char *id = presser_tagging_add_speaker (fixture->document, "Ines Holm");

  fixture->target.selection = (PresserRange){ 0, 14 };
  g_assert_cmpint (presser_statement_get_kind (presser_tagging_toggle_speaker (&fixture->target, id)), ==,
                   PRESSER_KIND_INDIRECT);
}

static void
test_a_part_is_added_and_taken_away (Fixture      *fixture,
                                     gconstpointer data)
{
  const char         *id = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  PresserStatement   *statement = presser_tagging_toggle_speaker (&fixture->target, id);
  PresserTarget       target = { fixture->document, { 0, 9 }, NULL, NULL };
  const PresserRange *ranges;
  guint               n_ranges;

  statement = presser_tagging_toggle_part (&target, statement);
  ranges = presser_statement_get_ranges (statement, &n_ranges);
  g_assert_cmpuint (n_ranges, ==, 2);
  g_assert_true (presser_range_equal (ranges[0], (PresserRange){ 0, 9 }));
  g_assert_true (presser_range_equal (ranges[1], bare));

  statement = presser_tagging_toggle_part (&target, statement);
  presser_statement_get_ranges (statement, &n_ranges);
  g_assert_cmpuint (n_ranges, ==, 1);
}

static void
test_repeating_takes_speaker_and_topics (Fixture      *fixture,
                                         gconstpointer data)
{
  const char       *speaker = presser_tagging_add_speaker (fixture->document, "Ines Holm");
  const char       *topic = presser_tagging_add_topic (fixture->document, "Ferry");
  PresserTarget     target = { fixture->document, { 0, 14 }, NULL, NULL };
  PresserStatement *statement;

  presser_tagging_toggle_speaker (&fixture->target, speaker);
  statement = presser_tagging_repeat (&target, presser_tagging_toggle_topic (&fixture->target, topic));

  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, speaker);
  g_assert_true (presser_statement_has_topic (statement, topic));
}

static void
test_an_accepted_suggestion_is_a_draft_of_who_accepted_it (Fixture      *fixture,
                                                           gconstpointer data)
{
  PresserHistory *history = presser_document_get_history (fixture->document);
  g_autoptr (PresserAnnotator) program = presser_annotator_new ("ann.presser", "Presser", TRUE);
  g_autoptr (PresserStatement) plain = presser_statement_new ("s1", &bare, 1);
  g_autoptr (PresserStatement) suggested = presser_statement_with_status (plain, PRESSER_STATUS_SUGGESTED);
  g_autoptr (PresserStatement) suggestion = presser_statement_with_annotator (suggested, "ann.presser");
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_object_unref);
  PresserStatement *accepted;
  const char       *annotator;

  presser_document_add_annotator (fixture->document, program);
  presser_document_add_statement (fixture->document, suggestion);
  g_ptr_array_add (suggestions, g_object_ref (presser_document_get_statement (fixture->document, "s1")));
  presser_tagging_accept (fixture->document, suggestions, "Rosa Klein");
  accepted = presser_document_get_statement (fixture->document, "s1");
  annotator = presser_statement_get_annotator (accepted);
  g_assert_cmpint (presser_statement_get_status (accepted), ==, PRESSER_STATUS_DRAFT);
  g_assert_cmpstr (presser_annotator_get_name (presser_document_get_annotator (fixture->document, annotator)), ==, "Rosa Klein");

  presser_history_undo (history);
  g_assert_true (presser_statement_equal (presser_document_get_statement (fixture->document, "s1"), suggestion));
}

static void
test_a_known_name_is_not_added_again (Fixture      *fixture,
                                      gconstpointer data)
{
  const char *id = presser_tagging_add_speaker (fixture->document, "Ines Holm");

  g_assert_cmpstr (presser_tagging_add_speaker (fixture->document, "ines holm"), ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_speakers (fixture->document)), ==, 1);
}

#define ADD(name, function) g_test_add ("/tagging/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("a-speaker-makes-a-statement-of-the-words-themselves", test_a_speaker_makes_a_statement_of_the_words_themselves);
  ADD ("the-same-selection-changes-the-statement-that-is-there", test_the_same_selection_changes_the_statement_that_is_there);
  ADD ("the-same-tag-again-is-taken-away", test_the_same_tag_again_is_taken_away);
  ADD ("without-a-selection-the-current-statement-is-changed", test_without_a_selection_the_current_statement_is_changed);
  ADD ("nothing-selected-tags-nothing", test_nothing_selected_tags_nothing);
  ADD ("tagging-is-one-step-to-undo", test_tagging_is_one_step_to_undo);
  ADD ("words-outside-quotation-marks-are-indirect", test_words_outside_quotation_marks_are_indirect);
  ADD ("a-part-is-added-and-taken-away", test_a_part_is_added_and_taken_away);
  ADD ("repeating-takes-speaker-and-topics", test_repeating_takes_speaker_and_topics);
  ADD ("an-accepted-suggestion-is-a-draft-of-who-accepted-it", test_an_accepted_suggestion_is_a_draft_of_who_accepted_it);
  ADD ("a-known-name-is-not-added-again", test_a_known_name_is_not_added_again);

  return g_test_run ();
}
