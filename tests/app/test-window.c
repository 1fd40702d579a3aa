/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtksourceview/gtksource.h>
#include <glib/gstdio.h>

#include "presser-transcript.h"
#include "presser-window.h"

/* A real window with a real file, worked through its actions. */
typedef struct
{
  char            *folder;
  PresserWindow   *window;
  PresserDocument *document; /* borrowed */
} Fixture;

static PresserApplication *application;

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *child;
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
act (Fixture    *fixture,
     const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, target);
}

static PresserTranscript *
get_transcript (Fixture *fixture)
{
  return PRESSER_TRANSCRIPT (find (GTK_WIDGET (fixture->window), PRESSER_TYPE_TRANSCRIPT));
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (presser_document_get_statements (fixture->document));
}

static PresserStatement *
get_first (Fixture *fixture)
{
  g_autoptr (PresserStatement) statement = g_list_model_get_item (presser_document_get_statements (fixture->document), 0);

  return statement; /* the document holds it */
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *original = g_test_build_filename (G_TEST_DIST, "data", "app", "briefing.txt", NULL);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = NULL;

  g_assert_true (g_file_get_contents (original, &contents, NULL, NULL));
  fixture->folder = g_dir_make_tmp ("presser-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "briefing.txt", NULL);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  file = g_file_new_for_path (path);
  fixture->window = presser_window_new (application);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  presser_window_open (fixture->window, file);
  while (presser_window_get_document (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->document = presser_window_get_document (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const names[] = { "briefing.txt", "briefing.xml" };
  guint                    i;

  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_the_title_is_that_of_the_document (Fixture      *fixture,
                                        gconstpointer data)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Harbour Board Explains Delay of the New Ferry");
}

static void
test_a_quotation_is_found_from_anywhere_before_it (Fixture      *fixture,
                                                   gconstpointer data)
{
  PresserText     *text = presser_document_get_text (fixture->document);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  act (fixture, "grow::quotation");
  first = presser_text_dup_slice (text, presser_transcript_get_selection (get_transcript (fixture)));
  act (fixture, "grow::quotation");
  second = presser_text_dup_slice (text, presser_transcript_get_selection (get_transcript (fixture)));

  g_assert_true (g_str_has_prefix (first, "We will not sail"));
  g_assert_true (g_str_has_suffix (first, "every passenger."));
  g_assert_true (g_str_has_prefix (second, "The yard pays"));
}

static void
test_a_statement_is_tagged_undone_and_redone (Fixture      *fixture,
                                              gconstpointer data)
{
  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  act (fixture, "mark-new-topic::Ferry");
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (presser_statement_get_speaker (get_first (fixture)), ==, "p.holm");
  g_assert_true (presser_statement_has_topic (get_first (fixture), "t.ferry"));

  act (fixture, "undo");
  g_assert_false (presser_statement_has_topic (get_first (fixture), "t.ferry"));
  act (fixture, "undo");
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_speakers (fixture->document)), ==, 0);
  act (fixture, "redo");
  act (fixture, "redo");
  g_assert_true (presser_statement_has_topic (get_first (fixture), "t.ferry"));
}

static void
test_a_further_statement_takes_two_keys (Fixture      *fixture,
                                         gconstpointer data)
{
  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  act (fixture, "mark-new-topic::Ferry");
  act (fixture, "grow::quotation");
  act (fixture, "mark-key::1");
  act (fixture, "mark-key::a");

  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpuint (presser_document_count_by_speaker (fixture->document, "p.holm"), ==, 2);
  g_assert_cmpuint (presser_document_count_by_topic (fixture->document, "t.ferry"), ==, 2);
}

static void
test_keys_change_the_statement_under_the_cursor (Fixture      *fixture,
                                                 gconstpointer data)
{
  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  act (fixture, "leave");
  act (fixture, "next-statement");
  g_assert_true (presser_transcript_get_current (get_transcript (fixture)) == get_first (fixture));

  act (fixture, "toggle-verified");
  g_assert_cmpint (presser_statement_get_status (get_first (fixture)), ==, PRESSER_STATUS_VERIFIED);
  act (fixture, "next-kind");
  g_assert_cmpint (presser_statement_get_kind (get_first (fixture)), ==, PRESSER_KIND_INDIRECT);
  act (fixture, "delete-statement");
  g_assert_cmpuint (count (fixture), ==, 0);
}

static gboolean
is_enabled (Fixture    *fixture,
            const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

static void
test_only_what_is_possible_is_enabled (Fixture      *fixture,
                                       gconstpointer data)
{
  g_assert_false (is_enabled (fixture, "undo"));
  g_assert_false (is_enabled (fixture, "reload"));
  g_assert_false (is_enabled (fixture, "delete-statement"));
  g_assert_false (is_enabled (fixture, "paste-into-empty"));
  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  g_assert_true (is_enabled (fixture, "undo"));
  g_assert_true (is_enabled (fixture, "delete-statement"));
}

static void
test_saving_writes_a_file_beside (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "briefing.xml", NULL);
  PresserHistory  *history = presser_document_get_history (fixture->document);

  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  act (fixture, "save");
  while (presser_history_is_modified (history))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (is_enabled (fixture, "reload"));
  act (fixture, "undo");
  g_assert_true (presser_history_is_modified (history));
}

static void
test_closing_with_unsaved_work_keeps_the_window (Fixture      *fixture,
                                                 gconstpointer data)
{
  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (fixture->window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
}

static void
test_closing_with_nothing_to_lose_closes (Fixture      *fixture,
                                          gconstpointer data)
{
  act (fixture, "grow::quotation");
  act (fixture, "mark-new-speaker::Ines Holm");
  act (fixture, "undo");
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_correcting_can_be_switched_on_and_off (Fixture      *fixture,
                                            gconstpointer data)
{
  act (fixture, "correct");
  g_assert_true (presser_transcript_get_correcting (get_transcript (fixture)));
  act (fixture, "correct");
  g_assert_false (presser_transcript_get_correcting (get_transcript (fixture)));
}

static void
test_the_text_is_named_for_screen_readers (Fixture      *fixture,
                                           gconstpointer data)
{
  gtk_test_accessible_assert_role (get_transcript (fixture), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_transcript (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* The thread answers in the main loop. */
static void
suggest (Fixture *fixture)
{
  act (fixture, "suggest");
  while (count (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_suggestions_are_accepted_and_rejected_one_by_one (Fixture      *fixture,
                                                       gconstpointer data)
{
  guint             n_suggested;
  PresserStatement *current;

  suggest (fixture);
  n_suggested = count (fixture);
  current = presser_transcript_get_current (get_transcript (fixture));
  g_assert_cmpint (presser_statement_get_status (current), ==, PRESSER_STATUS_SUGGESTED);

  act (fixture, "quick-tag");
  g_assert_cmpuint (count (fixture), ==, n_suggested);
  g_assert_cmpint (presser_statement_get_status (get_first (fixture)), ==, PRESSER_STATUS_DRAFT);

  act (fixture, "reject-suggestion");
  g_assert_cmpuint (count (fixture), ==, n_suggested - 1);
  g_assert_cmpint (presser_statement_get_status (get_first (fixture)), ==, PRESSER_STATUS_DRAFT);
}

static void
open_in_window (Fixture    *fixture,
                const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PresserDocument *before = fixture->document;

  presser_window_open (fixture->window, file);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      fixture->document = presser_window_get_document (fixture->window);
    }
  while (fixture->document == NULL || fixture->document == before);
}

/* Long enough that the search goes on while the short one is opened. */
static char *
write_long_briefing (Fixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "long.txt", NULL);
  g_autoptr (GString) text = g_string_new ("A Long Briefing\n\n");
  guint i;

  for (i = 0; i < 50000; i++)
    g_string_append (text, "Chairwoman Ines Holm said, \"We will not sail before the brakes have been tested.\"\n\n");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return path;
}

static void
test_suggestions_for_another_document_are_dropped (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autofree char *short_path = g_build_filename (fixture->folder, "briefing.txt", NULL);
  g_autofree char *long_path = write_long_briefing (fixture);
  g_autoptr (PresserDocument) searched = NULL;

  open_in_window (fixture, long_path);
  searched = g_object_ref (fixture->document);
  act (fixture, "suggest");
  open_in_window (fixture, short_path);

  /* The search lets its document go when it has answered. */
  while (G_OBJECT (searched)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_unlink (long_path);
}

static void
test_an_old_offer_to_undo_leaves_newer_work_alone (Fixture      *fixture,
                                                   gconstpointer data)
{
  PresserHistory  *history = presser_document_get_history (fixture->document);
  g_autofree char *offer = NULL;
  guint            n_suggested;

  suggest (fixture);
  n_suggested = count (fixture);
  offer = g_strdup_printf ("undo-step(uint64 %" G_GUINT64_FORMAT ")", presser_history_get_state (history));
  act (fixture, "quick-tag");
  act (fixture, offer);
  g_assert_cmpint (presser_statement_get_status (get_first (fixture)), ==, PRESSER_STATUS_DRAFT);

  act (fixture, "undo");
  g_assert_cmpuint (count (fixture), ==, n_suggested);
  act (fixture, offer);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* Says of the widgets below @widget, down the widest, how wide they must be. */
static void
tell_widths (GtkWidget *widget)
{
  GtkWidget *child;
  GtkWidget *widest = NULL;
  int        most = -1;
  int        width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("%s: %d", G_OBJECT_TYPE_NAME (widget), width);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (!gtk_widget_get_visible (child) || width <= most)
        continue;
      most = width;
      widest = child;
    }
  if (widest != NULL)
    tell_widths (widest);
}

/* A telephone's width, or half of a small screen at 200 %: what is left of it for the text without panes. */
static void
test_a_narrow_screen (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const views[] = { "transcript", "statements", "overview", "tei" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *view = g_strdup_printf ("view::%s", views[i]);
      GtkWidget       *centre = gtk_widget_get_ancestor (GTK_WIDGET (get_transcript (fixture)), GTK_TYPE_STACK);
      int              width;

      act (fixture, view);
      act (fixture, i == 0 ? "replace" : "leave");
      while (g_main_context_iteration (NULL, FALSE))
        ;
      centre = gtk_widget_get_parent (centre);
      gtk_widget_measure (centre, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > 350)
        tell_widths (centre);
      g_assert_cmpint (width, <=, 350);
    }
}

#define ADD(name, function) g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = PRESSER_APPLICATION (presser_application_new ());
  g_application_register (G_APPLICATION (application), NULL, NULL);

  ADD ("the-title-is-that-of-the-document", test_the_title_is_that_of_the_document);
  ADD ("a-quotation-is-found-from-anywhere-before-it", test_a_quotation_is_found_from_anywhere_before_it);
  ADD ("a-statement-is-tagged-undone-and-redone", test_a_statement_is_tagged_undone_and_redone);
  ADD ("a-further-statement-takes-two-keys", test_a_further_statement_takes_two_keys);
  ADD ("keys-change-the-statement-under-the-cursor", test_keys_change_the_statement_under_the_cursor);
  ADD ("only-what-is-possible-is-enabled", test_only_what_is_possible_is_enabled);
  ADD ("saving-writes-a-file-beside", test_saving_writes_a_file_beside);
  ADD ("closing-with-unsaved-work-keeps-the-window", test_closing_with_unsaved_work_keeps_the_window);
  ADD ("closing-with-nothing-to-lose-closes", test_closing_with_nothing_to_lose_closes);
  ADD ("correcting-can-be-switched-on-and-off", test_correcting_can_be_switched_on_and_off);
  ADD ("suggestions-are-accepted-and-rejected-one-by-one", test_suggestions_are_accepted_and_rejected_one_by_one);
  ADD ("suggestions-for-another-document-are-dropped", test_suggestions_for_another_document_are_dropped);
  ADD ("an-old-offer-to-undo-leaves-newer-work-alone", test_an_old_offer_to_undo_leaves_newer_work_alone);
  ADD ("the-text-is-named-for-screen-readers", test_the_text_is_named_for_screen_readers);
  ADD ("a-narrow-screen", test_a_narrow_screen);

  return g_test_run ();
}
