/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "transcript-fixture.h"

static void
test_the_buffer_follows_any_edits (Fixture      *fixture,
                                   gconstpointer user_data)
{
  static const char *const pieces[] = { "", "x", "שלום", "two\nlines", "\n", "😀 e\xcc\x81" };
  guint                    n_undone = 0;

  for (guint i = 0; i < 300; i++)
    {
      guint length = presser_text_get_length (presser_document_get_text (fixture->document));
      guint start = (guint) g_test_rand_int_range (0, (gint32) length + 1);
      guint end = MIN (length, start + (guint) g_test_rand_int_range (0, 12));

      presser_document_replace_text (fixture->document, (PresserRange){ start, end },
                                     pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_same_text (fixture);
    }

  for (; presser_history_undo (get_history (fixture)); n_undone++)
    assert_same_text (fixture);

  g_assert_cmpuint (n_undone, >, 100);

  while (presser_history_redo (get_history (fixture)))
    assert_same_text (fixture);
}

static void
test_typing_corrects_the_document (Fixture      *fixture,
                                   gconstpointer user_data)
{
  presser_transcript_set_correcting (fixture->view, TRUE);
  put_cursor (fixture, "Nobody");

  for (const char *p = "And s"; *p != '\0'; p++)
    g_assert_true (gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), (char[]){ *p, '\0' }, 1,
                                                                 gtk_text_view_get_editable (GTK_TEXT_VIEW (fixture->view))));

  assert_same_text (fixture);
  g_assert_cmpuint (presser_transcript_get_selection (fixture->view).start, ==, find (fixture, "And sNobody").start + 5);
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (fixture)));

  while (presser_history_undo (get_history (fixture)) && presser_history_get_undo_label (get_history (fixture)) != NULL)
    ;

  assert_same_text (fixture);
}

static void
test_annotating_leaves_the_text_alone (Fixture      *fixture,
                                       gconstpointer user_data)
{
  g_autofree char *before = presser_text_dup (presser_document_get_text (fixture->document));
  g_autofree char *after = NULL;

  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (fixture->view)));
  g_assert_true (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (fixture->view)));
  put_cursor (fixture, "Nobody");
  g_signal_emit_by_name (fixture->view, "backspace");
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_WORD_ENDS, 1);
  after = presser_text_dup (presser_document_get_text (fixture->document));
  g_assert_cmpstr (after, ==, before);
}

static void
test_replacing_a_selection_is_one_step (Fixture      *fixture,
                                        gconstpointer user_data)
{
  g_autofree char *before = presser_text_dup (presser_document_get_text (fixture->document));
  g_autofree char *after = NULL;

  presser_transcript_set_correcting (fixture->view, TRUE);
  presser_transcript_select (fixture->view, find (fixture, "narrow"));
  /* As the view does with what an input method commits. */
  gtk_text_buffer_begin_user_action (get_buffer (fixture));
  gtk_text_buffer_delete_selection (get_buffer (fixture), TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), "wide", -1, TRUE);
  gtk_text_buffer_end_user_action (get_buffer (fixture));
  find (fixture, "in a wide circle");
  assert_same_text (fixture);
  presser_history_undo (get_history (fixture));
  after = presser_text_dup (presser_document_get_text (fixture->document));
  g_assert_cmpstr (after, ==, before);
  assert_same_text (fixture);
}

static void
test_other_line_ends_become_the_documents (Fixture      *fixture,
                                           gconstpointer user_data)
{
  presser_transcript_set_correcting (fixture->view, TRUE);
  put_cursor (fixture, "The end.");
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), "one\r\ntwo\rthree\xe2\x80\xa9", -1, TRUE);
  find (fixture, "one\ntwo\nthree\nThe end.");
  assert_same_text (fixture);
  g_assert_cmpuint (presser_transcript_get_selection (fixture->view).start, ==, find (fixture, "The end.").start);
}

static void
test_the_innermost_statement_is_current (Fixture      *fixture,
                                         gconstpointer user_data)
{
  PresserStatement *outer = tag (fixture, "Yes, it was discussed in a narrow circle", "p.lavrov");
  PresserStatement *inner = tag (fixture, "discussed in", NULL);

  put_cursor (fixture, "discussed");
  g_assert_true (presser_transcript_get_current (fixture->view) == inner);
  put_cursor (fixture, "narrow");
  g_assert_true (presser_transcript_get_current (fixture->view) == outer);
  put_cursor (fixture, ", and everybody");
  g_assert_true (presser_transcript_get_current (fixture->view) == outer);
  put_cursor (fixture, "and everybody");
  g_assert_null (presser_transcript_get_current (fixture->view));
}

static void
test_cycling_takes_the_next_one_outwards (Fixture      *fixture,
                                          gconstpointer user_data)
{
  PresserStatement *outer = tag (fixture, "Yes, it was discussed in a narrow circle", "p.lavrov");
  PresserStatement *inner = tag (fixture, "discussed in", NULL);

  put_cursor (fixture, "discussed");
  presser_transcript_cycle_current (fixture->view);
  g_assert_true (presser_transcript_get_current (fixture->view) == outer);
  presser_transcript_cycle_current (fixture->view);
  g_assert_true (presser_transcript_get_current (fixture->view) == inner);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_a_changed_statement_stays_current (Fixture      *fixture,
                                        gconstpointer user_data)
{
  PresserStatement *outer = tag (fixture, "Yes, it was discussed in a narrow circle", "p.lavrov");
  g_autoptr (PresserStatement) verified = presser_statement_with_status (outer, PRESSER_STATUS_VERIFIED);
  guint n_notified = 0;

  tag (fixture, "Yes", NULL);
  presser_transcript_go_to_statement (fixture->view, outer);
  g_assert_true (presser_transcript_get_current (fixture->view) == outer);
  g_signal_connect_swapped (fixture->view, "notify::current-statement", G_CALLBACK (count_cb), &n_notified);
  presser_document_replace_statement (fixture->document, outer, verified);
  g_assert_true (presser_transcript_get_current (fixture->view) == verified);
  g_assert_cmpuint (n_notified, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->view, &n_notified);
  presser_document_remove_statement (fixture->document, verified);
  g_assert_false (presser_transcript_get_current (fixture->view) == verified);
}

static void
test_what_was_selected_and_tagged_is_current (Fixture      *fixture,
                                              gconstpointer user_data)
{
  PresserRange range = find (fixture, "narrow circle");

  presser_transcript_select (fixture->view, range);
  g_assert_true (presser_transcript_get_current (fixture->view) == NULL);
  g_assert_true (tag (fixture, "narrow circle", "p.lavrov") == presser_transcript_get_current (fixture->view));
  g_assert_true (presser_range_equal (presser_transcript_get_selection (fixture->view), range));
}

static void
test_nothing_scrolls_but_by_the_reader (Fixture      *fixture,
                                        gconstpointer user_data)
{
  double       before;
  PresserRange range;

  settle ();
  gtk_adjustment_set_value (fixture->adjustment, 3000);
  settle ();
  range = find (fixture, "Paragraph 30 of");
  presser_transcript_select (fixture->view, range);
  settle ();
  before = gtk_adjustment_get_value (fixture->adjustment);
  g_assert_cmpfloat (before, ==, 3000);

  tag (fixture, "Paragraph 30 of", "p.lavrov");
  tag (fixture, "Paragraph 390 of", "p.lavrov");
  presser_history_undo (get_history (fixture));
  presser_history_redo (get_history (fixture));
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, before);
  g_assert_true (presser_range_equal (presser_transcript_get_selection (fixture->view), range));
}

static void
test_going_to_a_statement_brings_it_into_view (Fixture      *fixture,
                                               gconstpointer user_data)
{
  PresserStatement *statement = tag (fixture, "Paragraph 350 of many", "p.lavrov");
  PresserRange      extent = presser_statement_get_extent (statement);
  GdkRectangle      place;

  settle ();
  presser_transcript_go_to_statement (fixture->view, statement);
  settle ();
  g_assert_true (presser_transcript_get_current (fixture->view) == statement);
  presser_transcript_get_location (fixture->view, extent, &place);
  g_assert_cmpint (place.y, >, 0);
  g_assert_cmpint (place.y + place.height, <, gtk_widget_get_height (GTK_WIDGET (fixture->view)));

  /* What is seen already does not move. */
  settle ();
  gtk_adjustment_set_value (fixture->adjustment, gtk_adjustment_get_value (fixture->adjustment) + 40);
  settle ();
  {
    double value = gtk_adjustment_get_value (fixture->adjustment);

    presser_transcript_reveal (fixture->view, extent);
    settle ();
    g_assert_cmpfloat (gtk_adjustment_get_value (fixture->adjustment), ==, value);
  }
}

static void
test_dragged_edges_change_the_statement (Fixture      *fixture,
                                         gconstpointer user_data)
{
  PresserStatement *statement = tag (fixture, "discussed", "p.lavrov");
  PresserRange      range = find (fixture, "was discussed in");
  g_autofree char  *id = g_strdup (presser_statement_get_id (statement));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "transcript.set-edges", "(suu)", id, range.start, range.end);
  statement = presser_document_get_statement (fixture->document, id);
  g_assert_true (presser_range_equal (presser_statement_get_extent (statement), range));
  g_assert_cmpstr (presser_statement_get_speaker (statement), ==, "p.lavrov");

  /* Nothing is left of it: refused. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "transcript.set-edges", "(suu)", id, range.start, range.start);
  statement = presser_document_get_statement (fixture->document, id);
  g_assert_true (presser_range_equal (presser_statement_get_extent (statement), range));
}

static void
test_the_current_statement_is_told_to_screen_readers (Fixture      *fixture,
                                                      gconstpointer user_data)
{
  tag (fixture, "Yes, it was discussed", "p.lavrov");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Transcript");
  put_cursor (fixture, "it was");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Statement of Sergey Lavrov, no topic. Direct · Draft · On the record");
  put_cursor (fixture, "The end");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
test_a_page_can_be_emptied (Fixture      *fixture,
                            gconstpointer user_data)
{
  tag (fixture, "A heading", "p.lavrov");
  put_cursor (fixture, "A heading");
  presser_transcript_set_document (fixture->view, NULL);
  settle ();
  g_assert_null (presser_transcript_get_current (fixture->view));
  presser_document_replace_text (fixture->document, (PresserRange){ 0, 1 }, "The");
  presser_transcript_set_document (fixture->view, fixture->document);
  assert_same_text (fixture);
}

static void
test_a_closed_window_lets_the_document_go (Fixture      *fixture,
                                           gconstpointer user_data)
{
  tag (fixture, "A heading", "p.lavrov");
  settle ();
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->document));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Scrolling is there at once, not some frames later. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("the-buffer-follows-any-edits", set_up, test_the_buffer_follows_any_edits);
  ADD ("typing-corrects-the-document", set_up, test_typing_corrects_the_document);
  ADD ("annotating-leaves-the-text-alone", set_up, test_annotating_leaves_the_text_alone);
  ADD ("replacing-a-selection-is-one-step", set_up, test_replacing_a_selection_is_one_step);
  ADD ("other-line-ends-become-the-documents", set_up, test_other_line_ends_become_the_documents);
  ADD ("the-innermost-statement-is-current", set_up, test_the_innermost_statement_is_current);
  ADD ("cycling-takes-the-next-one-outwards", set_up, test_cycling_takes_the_next_one_outwards);
  ADD ("a-changed-statement-stays-current", set_up, test_a_changed_statement_stays_current);
  ADD ("what-was-selected-and-tagged-is-current", set_up, test_what_was_selected_and_tagged_is_current);
  ADD ("nothing-scrolls-but-by-the-reader", set_up_long, test_nothing_scrolls_but_by_the_reader);
  ADD ("going-to-a-statement-brings-it-into-view", set_up_long, test_going_to_a_statement_brings_it_into_view);
  ADD ("dragged-edges-change-the-statement", set_up, test_dragged_edges_change_the_statement);
  ADD ("the-current-statement-is-told-to-screen-readers", set_up, test_the_current_statement_is_told_to_screen_readers);
  ADD ("a-page-can-be-emptied", set_up, test_a_page_can_be_emptied);
  ADD ("a-closed-window-lets-the-document-go", set_up, test_a_closed_window_lets_the_document_go);

  return g_test_run ();
}
