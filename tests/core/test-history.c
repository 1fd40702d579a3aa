/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-document.h"

static void
type (PresserDocument *document,
      guint            position,
      const char      *character)
{
  presser_document_replace_text (document, (PresserRange){ position, position }, character);
}

static void
assert_text (PresserDocument *document,
             const char      *expected)
{
  g_autofree char *utf8 = presser_text_dup (presser_document_get_text (document));

  g_assert_cmpstr (utf8, ==, expected);
}

static void
add_speaker (PresserDocument *document,
             const char      *id)
{
  g_autoptr (PresserSpeaker) speaker = presser_speaker_new (id, id);

  presser_document_insert_speaker (document, G_MAXUINT, speaker);
}

static void
test_a_new_document_has_nothing_to_take_back (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);

  g_assert_false (presser_history_can_undo (history));
  g_assert_false (presser_history_undo (history));
  g_assert_false (presser_history_redo (history));
  g_assert_null (presser_history_get_undo_label (history));
  g_assert_cmpuint (presser_history_get_state (history), ==, 0);
  g_assert_false (presser_history_is_modified (history));
}

static void
test_a_group_is_one_step_under_the_outermost_label (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);

  presser_history_begin (history, "Outer");
  add_speaker (document, "p.a");
  presser_history_begin (history, "Inner");
  add_speaker (document, "p.b");
  presser_history_end (history);
  g_assert_false (presser_history_can_undo (history));
  g_assert_false (presser_history_undo (history));
  presser_history_end (history);

  g_assert_cmpstr (presser_history_get_undo_label (history), ==, "Outer");
  g_assert_true (presser_history_undo (history));
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_speakers (document)), ==, 0);
  g_assert_false (presser_history_can_undo (history));
  g_assert_cmpstr (presser_history_get_redo_label (history), ==, "Outer");
}

static void
test_an_empty_group_leaves_no_step_and_keeps_redo (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);

  add_speaker (document, "p.a");
  presser_history_undo (history);
  presser_history_begin (history, "Nothing");
  presser_history_end (history);
  g_assert_false (presser_history_can_undo (history));
  g_assert_true (presser_history_redo (history));
}

static void
test_a_new_step_ends_what_could_be_done_again (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);

  add_speaker (document, "p.a");
  presser_history_undo (history);
  add_speaker (document, "p.b");
  g_assert_false (presser_history_can_redo (history));
  g_assert_null (presser_document_get_speaker (document, "p.a"));
}

static void
test_saved_is_a_state_not_a_moment (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);
  guint64         state;

  add_speaker (document, "p.a");
  state = presser_history_get_state (history);
  add_speaker (document, "p.b");
  presser_history_set_saved (history, state);
  g_assert_true (presser_history_is_modified (history));
  presser_history_undo (history);
  g_assert_false (presser_history_is_modified (history));
  presser_history_undo (history);
  g_assert_true (presser_history_is_modified (history));
  presser_history_redo (history);
  g_assert_false (presser_history_is_modified (history));
  /* As many steps as before, but other ones. */
  presser_history_undo (history);
  add_speaker (document, "p.c");
  g_assert_true (presser_history_is_modified (history));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n_times)
{
  (*n_times)++;
}

static void
test_properties_are_notified_when_they_change_and_only_then (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory  *history = presser_document_get_history (document);
  guint            n_can_undo = 0, n_modified = 0, n_labels = 0;
  gboolean         can_undo, can_redo, modified;
  g_autofree char *redo_label = NULL;

  g_signal_connect (history, "notify::can-undo", G_CALLBACK (count_cb), &n_can_undo);
  g_signal_connect (history, "notify::modified", G_CALLBACK (count_cb), &n_modified);
  g_signal_connect (history, "notify::undo-label", G_CALLBACK (count_cb), &n_labels);
  add_speaker (document, "p.a");
  add_speaker (document, "p.b");
  g_assert_cmpuint (n_can_undo, ==, 1);
  g_assert_cmpuint (n_modified, ==, 1);
  g_assert_cmpuint (n_labels, ==, 1);
  presser_history_undo (history);
  presser_history_undo (history);
  g_assert_cmpuint (n_can_undo, ==, 2);
  g_assert_cmpuint (n_modified, ==, 2);
  g_object_get (history, "can-undo", &can_undo, "can-redo", &can_redo, "modified", &modified, "redo-label", &redo_label, NULL);
  g_assert_false (can_undo);
  g_assert_true (can_redo);
  g_assert_false (modified);
  g_assert_nonnull (redo_label);
}

static void
test_clearing_makes_the_present_the_beginning (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);

  add_speaker (document, "p.a");
  presser_history_clear (history);
  g_assert_false (presser_history_can_undo (history));
  g_assert_false (presser_history_is_modified (history));
  g_assert_cmpuint (presser_history_get_state (history), ==, 0);
  g_assert_nonnull (presser_document_get_speaker (document, "p.a"));
}

static void
edit_cb (GListModel      *list,
         guint            position,
         guint            n_removed,
         guint            n_added,
         PresserDocument *document)
{
  if (n_removed > 0)
    type (document, 0, "x");
}

static void
test_listeners_cannot_edit_while_a_step_is_taken_back (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  PresserHistory *history = presser_document_get_history (document);

  add_speaker (document, "p.a");
  g_signal_connect (presser_document_get_speakers (document), "items-changed", G_CALLBACK (edit_cb), document);
  g_test_expect_message ("presser-core", G_LOG_LEVEL_CRITICAL, "*is_replaying*");
  presser_history_undo (history);
  g_test_assert_expected_messages ();
  assert_text (document, "Text.");
  g_assert_true (presser_history_can_redo (history));
}

static void
test_a_history_that_outlives_its_document_does_nothing (void)
{
  g_autoptr (PresserDocument) document = presser_document_new ("Text.");
  g_autoptr (PresserHistory) history = g_object_ref (presser_document_get_history (document));

  add_speaker (document, "p.a");
  g_clear_object (&document);
  g_assert_false (presser_history_undo (history));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/a-new-document-has-nothing-to-take-back", test_a_new_document_has_nothing_to_take_back);
  g_test_add_func ("/history/a-group-is-one-step-under-the-outermost-label", test_a_group_is_one_step_under_the_outermost_label);
  g_test_add_func ("/history/an-empty-group-leaves-no-step-and-keeps-redo", test_an_empty_group_leaves_no_step_and_keeps_redo);
  g_test_add_func ("/history/a-new-step-ends-what-could-be-done-again", test_a_new_step_ends_what_could_be_done_again);
  g_test_add_func ("/history/saved-is-a-state-not-a-moment", test_saved_is_a_state_not_a_moment);
  g_test_add_func ("/history/properties-are-notified-when-they-change-and-only-then", test_properties_are_notified_when_they_change_and_only_then);
  g_test_add_func ("/history/clearing-makes-the-present-the-beginning", test_clearing_makes_the_present_the_beginning);
  g_test_add_func ("/history/listeners-cannot-edit-while-a-step-is-taken-back", test_listeners_cannot_edit_while_a_step_is_taken_back);
  g_test_add_func ("/history/a-history-that-outlives-its-document-does-nothing", test_a_history_that_outlives_its_document_does_nothing);
  return g_test_run ();
}
