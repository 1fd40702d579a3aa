/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that was not saved comes back, and only that. */

#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "presser-error.h"
#include "presser-rescue.h"

typedef struct
{
  char *folder;
  char *path; /* of a briefing that is no TEI */
} Fixture;

static void
remove_all_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  for (name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("presser-rescue-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "briefing.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "Harbour Board\n\nHolm said, \"We will not sail.\" She left.\n", -1, NULL));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) journals = presser_open_file_dup_journal_folder ();

  remove_all_in (g_file_peek_path (journals));
  remove_all_in (fixture->folder);
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

static void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static PresserOpenFile *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PresserOpenFile *open_file;

  presser_open_file_load_async (file, NULL, result_cb, &result);
  wait_for_result (&result);
  open_file = presser_open_file_load_finish (result, &error);
  g_assert_no_error (error);
  return open_file;
}

static gboolean
save (PresserOpenFile *file,
      GFile           *location,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  presser_open_file_save_async (file, location, FALSE, NULL, result_cb, &result);
  wait_for_result (&result);
  return presser_open_file_save_finish (file, result, error);
}

static void
tag (PresserOpenFile *file)
{
  PresserDocument *document = presser_open_file_get_document (file);
  g_autofree char *id = presser_document_make_statement_id (document);
  PresserRange     range = { 26, 30 };
  g_autoptr (PresserStatement) statement = presser_statement_new (id, &range, 1);

  presser_document_add_statement (document, statement);
}

static guint
count (PresserOpenFile *file)
{
  return g_list_model_get_n_items (presser_document_get_statements (presser_open_file_get_document (file)));
}

/* A window that goes while there is unsaved work and nobody said that it may, as in a crash. */
static void
crash (PresserOpenFile **file)
{
  g_object_add_weak_pointer (G_OBJECT (*file), (gpointer *) file);
  g_object_unref (*file);
  while (*file != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
find (void)
{
  g_autoptr (GAsyncResult) result = NULL;

  presser_rescue_find_async (NULL, result_cb, &result);
  wait_for_result (&result);
  return presser_rescue_find_finish (result, NULL);
}

static void
test_an_import_comes_back (Fixture      *fixture,
                           gconstpointer data)
{
  PresserOpenFile *file = load (fixture->path);
  g_autoptr (PresserOpenFile) restored = NULL;
  g_autoptr (GPtrArray) rescues = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GFile) suggestion = NULL;
  g_autoptr (GError) error = NULL;

  tag (file);
  tag (file);
  crash (&file);
  rescues = find ();
  g_assert_cmpuint (rescues->len, ==, 1);
  g_assert_cmpstr (presser_rescue_get_title (rescues->pdata[0]), ==, "Harbour Board");
  summary = presser_rescue_dup_summary (rescues->pdata[0]);
  g_assert_nonnull (strstr (summary, "2 statements new or changed"));
  g_assert_nonnull (strstr (summary, fixture->path));
  restored = presser_rescue_restore (rescues->pdata[0]);
  g_assert_cmpuint (count (restored), ==, 2);
  g_assert_true (presser_open_file_has_unsaved_work (restored));
  g_assert_null (presser_open_file_get_location (restored));

  suggestion = presser_open_file_dup_suggestion (restored);
  g_assert_true (save (restored, suggestion, &error));
  g_assert_no_error (error);
  g_clear_object (&restored);
  again = find ();
  g_assert_cmpuint (again->len, ==, 0);
}

static PresserOpenFile *
save_as_tei (Fixture *fixture,
             GFile  **location)
{
  PresserOpenFile *file = load (fixture->path);
  g_autoptr (GError) error = NULL;

  *location = presser_open_file_dup_suggestion (file);
  tag (file);
  g_assert_true (save (file, *location, &error));
  g_assert_no_error (error);
  return file;
}

static void
test_only_what_came_after_the_save_is_unsaved (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autoptr (GFile) location = NULL;
  PresserOpenFile *file = save_as_tei (fixture, &location);
  g_autoptr (PresserOpenFile) restored = NULL;
  g_autoptr (GPtrArray) rescues = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;

  tag (file);
  crash (&file);
  rescues = find ();
  g_assert_cmpuint (rescues->len, ==, 1);
  summary = presser_rescue_dup_summary (rescues->pdata[0]);
  g_assert_nonnull (strstr (summary, "1 statement new or changed"));
  restored = presser_rescue_restore (rescues->pdata[0]);
  g_assert_true (g_file_equal (presser_open_file_get_location (restored), location));
  g_assert_cmpuint (count (restored), ==, 2);
  g_assert_true (save (restored, location, &error));
  g_assert_no_error (error);
  g_assert_cmpint (presser_open_file_get_state (restored), ==, PRESSER_FILE_SAVED);
}

static void
changed_cb (PresserOpenFile *file,
            gboolean         exists,
            gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_a_file_that_changed_since_is_not_overwritten (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autoptr (GFile) location = NULL;
  PresserOpenFile *file = save_as_tei (fixture, &location);
  g_autoptr (PresserOpenFile) restored = NULL;
  g_autoptr (GPtrArray) rescues = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_changed = FALSE;

  tag (file);
  crash (&file);
  g_assert_true (g_file_set_contents (g_file_peek_path (location), "<TEI>theirs</TEI>", -1, NULL));
  rescues = find ();
  restored = presser_rescue_restore (rescues->pdata[0]);
  g_assert_cmpuint (count (restored), ==, 2);
  g_signal_connect (restored, "changed-on-disk", G_CALLBACK (changed_cb), &has_changed);
  while (!has_changed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (save (restored, location, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED);
  presser_open_file_give_up (restored);
}

static void
test_pasted_text_comes_back_untouched (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Holm said nothing.", 18);
  g_autoptr (GAsyncResult) result = NULL;
  PresserOpenFile *file;
  g_autoptr (PresserOpenFile) restored = NULL;
  g_autoptr (GPtrArray) rescues = NULL;
  g_autofree char *summary = NULL;

  presser_open_file_load_bytes_async (bytes, "Pasted Transcript", TRUE, NULL, result_cb, &result);
  wait_for_result (&result);
  file = presser_open_file_load_finish (result, NULL);
  g_clear_object (&result);
  crash (&file);
  rescues = find ();
  g_assert_cmpuint (rescues->len, ==, 1);
  summary = presser_rescue_dup_summary (rescues->pdata[0]);
  g_assert_nonnull (strstr (summary, "a transcript of 3 words"));
  g_assert_nonnull (strstr (summary, "never saved"));
  restored = presser_rescue_restore (rescues->pdata[0]);
  g_assert_true (presser_open_file_has_unsaved_work (restored));
  presser_open_file_give_up (restored);
}

static void
test_what_nobody_wants_does_not_come_back (Fixture      *fixture,
                                           gconstpointer data)
{
  PresserOpenFile *given_up = load (fixture->path);
  PresserOpenFile *undone = load (fixture->path);
  PresserOpenFile *discarded = load (fixture->path);
  PresserOpenFile *untouched = load (fixture->path);
  g_autoptr (GPtrArray) rescues = NULL;
  g_autoptr (GPtrArray) again = NULL;

  tag (given_up);
  presser_open_file_give_up (given_up);
  tag (undone);
  presser_history_undo (presser_document_get_history (presser_open_file_get_document (undone)));
  tag (discarded);
  crash (&given_up);
  crash (&undone);
  crash (&untouched);
  crash (&discarded);
  rescues = find ();
  g_assert_cmpuint (rescues->len, ==, 1);
  presser_rescue_discard (rescues->pdata[0]);
  g_clear_pointer (&rescues, g_ptr_array_unref);
  again = find ();
  g_assert_cmpuint (again->len, ==, 0);
}

/* Asked and not answered: the next start asks again. */
static void
test_what_is_decided_later_stays (Fixture      *fixture,
                                  gconstpointer data)
{
  PresserOpenFile *file = load (fixture->path);
  PresserOpenFile *other = load (fixture->path);
  g_autoptr (GPtrArray) with_open = NULL;
  g_autoptr (GPtrArray) rescues = NULL;
  g_autoptr (GPtrArray) again = NULL;

  tag (file);
  tag (other);
  crash (&file);
  rescues = find (); /* the other window is at work with its own */
  g_assert_cmpuint (rescues->len, ==, 1);
  again = find (); /* held by whoever asks now */
  g_assert_cmpuint (again->len, ==, 0);
  g_clear_pointer (&again, g_ptr_array_unref);
  g_clear_pointer (&rescues, g_ptr_array_unref);
  again = find ();
  g_assert_cmpuint (again->len, ==, 1);
  presser_open_file_give_up (other);
  g_object_unref (other);
}

static void
keeping_changed_cb (PresserOpenFile *file,
                    gpointer         user_data)
{
  (*(guint *) user_data)++;
}

static void
test_a_journal_that_cannot_be_written_is_told_and_tried_again (Fixture      *fixture,
                                                               gconstpointer data)
{
  g_autoptr (GFile) journals = presser_open_file_dup_journal_folder ();
  g_autoptr (PresserOpenFile) file = load (fixture->path);
  guint n_told = 0;

  g_rmdir (g_file_peek_path (journals));
  g_assert_true (g_file_set_contents (g_file_peek_path (journals), "in the way", -1, NULL));
  g_signal_connect (file, "keeping-changed", G_CALLBACK (keeping_changed_cb), &n_told);
  tag (file);
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (presser_open_file_get_keep_error (file));
  g_assert_cmpint (presser_open_file_get_state (file), ==, PRESSER_FILE_EDITED);
  g_unlink (g_file_peek_path (journals));
  while (n_told == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (presser_open_file_get_keep_error (file));
  presser_open_file_give_up (file);
}

#define ADD(name, test) g_test_add ("/rescue/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *data_home = g_dir_make_tmp ("presser-data-XXXXXX", NULL);

  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("an-import-comes-back", test_an_import_comes_back);
  ADD ("only-what-came-after-the-save-is-unsaved", test_only_what_came_after_the_save_is_unsaved);
  ADD ("a-file-that-changed-since-is-not-overwritten", test_a_file_that_changed_since_is_not_overwritten);
  ADD ("pasted-text-comes-back-untouched", test_pasted_text_comes_back_untouched);
  ADD ("what-nobody-wants-does-not-come-back", test_what_nobody_wants_does_not_come_back);
  ADD ("what-is-decided-later-stays", test_what_is_decided_later_stays);
  ADD ("a-journal-that-cannot-be-written-is-told-and-tried-again", test_a_journal_that_cannot_be_written_is_told_and_tried_again);
  return g_test_run ();
}
