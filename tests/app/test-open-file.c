/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>

#include "presser-error.h"
#include "presser-open-file.h"
#include "presser-tagging.h"
#include "presser-tei-file.h"

static const char briefing[] = "Harbour Board Explains Delay\n\nHolm said, \"We will not sail.\" She left.\n";

typedef struct
{
  char *folder;
  char *path; /* of the briefing */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("presser-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "briefing.txt", NULL);
  g_file_set_contents (fixture->path, briefing, -1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  for (name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static PresserOpenFile *
load (const char *path,
      GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  presser_open_file_load_async (file, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return presser_open_file_load_finish (result, error);
}

static gboolean
save (PresserOpenFile *self,
      GFile           *location,
      gboolean         overwrite,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  presser_open_file_save_async (self, location, overwrite, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return presser_open_file_save_finish (self, result, error);
}

static PresserOpenFile *
load_briefing (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PresserOpenFile *file = load (fixture->path, &error);

  g_assert_no_error (error);
  return file;
}

static void
tag (PresserOpenFile *file,
     const char      *name)
{
  PresserDocument *document = presser_open_file_get_document (file);
  PresserRange     range = presser_document_get_paragraph_range (document, 1);
  PresserTarget    target = { document, { range.start + 12, range.start + 29 }, NULL, "Rosa Klein" };

  g_assert_nonnull (presser_tagging_toggle_speaker (&target, presser_tagging_add_speaker (document, name)));
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
test_an_import_is_saved_beside_and_never_over_the_original (Fixture      *fixture,
                                                            gconstpointer data)
{
  g_autoptr (PresserOpenFile) file = load_briefing (fixture);
  g_autoptr (GFile) origin = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) suggestion = presser_open_file_dup_suggestion (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (suggestion);

  g_assert_cmpint (presser_open_file_get_state (file), ==, PRESSER_FILE_UNSAVED);
  g_assert_false (presser_open_file_has_unsaved_work (file));
  g_assert_cmpstr (name, ==, "briefing.xml");

  g_assert_false (save (file, origin, TRUE, &error));
  g_assert_nonnull (error);
  assert_holds (fixture->path, briefing);

  g_clear_error (&error);
  g_assert_true (save (file, suggestion, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (presser_open_file_get_state (file), ==, PRESSER_FILE_SAVED);
  g_assert_true (g_file_equal (presser_open_file_get_location (file), suggestion));
}

static void
test_a_name_that_is_taken_is_numbered (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autofree char *taken = g_build_filename (fixture->folder, "briefing.xml", NULL);
  g_autoptr (PresserOpenFile) file = load_briefing (fixture);
  g_autoptr (GFile) suggestion = NULL;
  g_autofree char *name = NULL;

  g_file_set_contents (taken, "<notes/>", -1, NULL);
  suggestion = presser_open_file_dup_suggestion (file);
  name = g_file_get_basename (suggestion);
  g_assert_cmpstr (name, ==, "briefing 2.xml");
}

static void
test_work_is_read_back_after_saving (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (PresserOpenFile) file = load_briefing (fixture);
  g_autoptr (GFile) location = presser_open_file_dup_suggestion (file);
  g_autoptr (PresserOpenFile) again = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *statements;
  g_autoptr (PresserStatement) statement = NULL;
  g_autofree char *quote = NULL;

  tag (file, "Ines Holm");
  g_assert_cmpint (presser_open_file_get_state (file), ==, PRESSER_FILE_EDITED);
  g_assert_true (presser_open_file_has_unsaved_work (file));
  g_assert_true (save (file, location, FALSE, &error));
  g_assert_no_error (error);

  again = load (g_file_peek_path (location), &error);
  g_assert_no_error (error);
  g_assert_cmpint (presser_open_file_get_state (again), ==, PRESSER_FILE_SAVED);
  statements = presser_document_get_statements (presser_open_file_get_document (again));
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, 1);
  statement = g_list_model_get_item (statements, 0);
  quote = presser_document_dup_quote (presser_open_file_get_document (again), statement);
  g_assert_cmpstr (quote, ==, "We will not sail.");
}

static void
test_a_file_that_somebody_else_changed_is_left_alone (Fixture      *fixture,
                                                      gconstpointer data)
{
  g_autoptr (PresserOpenFile) file = load_briefing (fixture);
  g_autoptr (GFile) location = presser_open_file_dup_suggestion (file);
  g_autoptr (GError) error = NULL;

  tag (file, "Ines Holm");
  g_assert_true (save (file, location, FALSE, &error));
  g_file_set_contents (g_file_peek_path (location), "theirs", -1, NULL);
  tag (file, "Ole Berg");

  g_assert_false (save (file, location, FALSE, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED);
  g_assert_cmpint (presser_open_file_get_state (file), ==, PRESSER_FILE_EDITED);
  assert_holds (g_file_peek_path (location), "theirs");

  g_clear_error (&error);
  g_assert_true (save (file, location, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (presser_open_file_get_state (file), ==, PRESSER_FILE_SAVED);
}

static void
changed_on_disk_cb (PresserOpenFile *file,
                    gboolean         exists,
                    int             *seen)
{
  *seen = exists;
}

static void
test_a_change_on_disk_is_noticed_and_a_save_of_ours_is_not (Fixture      *fixture,
                                                            gconstpointer data)
{
  g_autoptr (PresserOpenFile) file = load_briefing (fixture);
  g_autoptr (GFile) location = presser_open_file_dup_suggestion (file);
  int seen = -1;

  g_signal_connect (file, "changed-on-disk", G_CALLBACK (changed_on_disk_cb), &seen);
  g_assert_true (save (file, location, FALSE, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    g_assert_cmpint (seen, ==, -1);

  g_file_set_contents (g_file_peek_path (location), "theirs", -1, NULL);
  while (seen != TRUE)
    g_main_context_iteration (NULL, TRUE);
  g_file_delete (location, NULL, NULL);
  while (seen != FALSE)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_what_cannot_be_opened_says_which_file (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (missing, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "missing.txt"));
}

static void
test_pasted_text_is_precious_until_it_is_saved (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (briefing, strlen (briefing));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PresserOpenFile) file = NULL;

  presser_open_file_load_bytes_async (bytes, "Pasted", TRUE, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  file = presser_open_file_load_finish (result, NULL);

  g_assert_nonnull (file);
  g_assert_true (presser_open_file_has_unsaved_work (file));
  g_assert_null (presser_open_file_dup_suggestion (file));
}

#define ADD(name, function) g_test_add ("/open-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("an-import-is-saved-beside-and-never-over-the-original", test_an_import_is_saved_beside_and_never_over_the_original);
  ADD ("a-name-that-is-taken-is-numbered", test_a_name_that_is_taken_is_numbered);
  ADD ("work-is-read-back-after-saving", test_work_is_read_back_after_saving);
  ADD ("a-file-that-somebody-else-changed-is-left-alone", test_a_file_that_somebody_else_changed_is_left_alone);
  ADD ("a-change-on-disk-is-noticed-and-a-save-of-ours-is-not", test_a_change_on_disk_is_noticed_and_a_save_of_ours_is_not);
  ADD ("what-cannot-be-opened-says-which-file", test_what_cannot_be_opened_says_which_file);
  ADD ("pasted-text-is-precious-until-it-is-saved", test_pasted_text_is_precious_until_it_is_saved);

  return g_test_run ();
}
