/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-file.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "presser-error.h"
#include "test-folder.h"

static gboolean
write_text (GFile      *file,
            const char *text,
            const char *expected,
            gboolean    overwrite,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return presser_file_write (file, bytes, expected, overwrite, NULL, NULL, error);
}

static void
test_a_new_file_is_written_and_nothing_else_left (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autoptr (GBytes) bytes = g_bytes_new ("<a/>", 4);
  g_autoptr (GError) error = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "<a/>", -1);
  g_autofree char *path = g_file_get_path (file);
  struct stat      status;

  presser_file_write (file, bytes, NULL, FALSE, &checksum, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (checksum, ==, expected);
  test_folder_assert (folder, "a.xml", "<a/>");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  /* Whoever may read what one writes may read this too. */
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0600, ==, 0600);
  g_assert_cmpuint (status.st_mode & 0111, ==, 0);
}

static void
test_a_file_that_is_there_is_kept_unless_it_may_go (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autoptr (GError) error = NULL;

  test_folder_put (folder, "a.xml", "old");
  g_assert_false (write_text (file, "new", NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "a.xml"));
  test_folder_assert (folder, "a.xml", "old");
  g_assert_true (write_text (file, "new", NULL, TRUE, NULL));
  test_folder_assert (folder, "a.xml", "new");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
}

static void
test_a_file_that_changed_is_left_alone (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "old", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;
  g_autofree char *path = g_file_get_path (file);

  test_folder_put (folder, "a.xml", "old");
  g_assert_true (write_text (file, "new", checksum, FALSE, NULL));
  g_assert_false (write_text (file, "newer", checksum, TRUE, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_CHANGED);
  test_folder_assert (folder, "a.xml", "new");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);

  g_remove (path);
  g_assert_false (write_text (file, "newer", checksum, TRUE, &gone));
  g_assert_error (gone, PRESSER_ERROR, PRESSER_ERROR_CHANGED);
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
}

static void
test_permissions_stay (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autofree char *path = g_file_get_path (file);
  struct stat      status;

  test_folder_put (folder, "a.xml", "old");
  g_chmod (path, 0640);
  g_assert_true (write_text (file, "new", NULL, TRUE, NULL));
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
}

static void
test_links_are_followed_and_stay_links (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) link = test_folder_get_file (folder, "link.xml");
  g_autoptr (GFile) dangling = test_folder_get_file (folder, "dangling.xml");
  g_autofree char *link_path = g_file_get_path (link);
  g_autofree char *dangling_path = g_file_get_path (dangling);

  test_folder_put (folder, "real.xml", "old");
  g_assert_cmpint (symlink ("real.xml", link_path), ==, 0);
  g_assert_cmpint (symlink ("later.xml", dangling_path), ==, 0);
  g_assert_true (write_text (link, "new", NULL, TRUE, NULL));
  g_assert_true (write_text (dangling, "new too", NULL, TRUE, NULL));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (dangling_path, G_FILE_TEST_IS_SYMLINK));
  test_folder_assert (folder, "real.xml", "new");
  test_folder_assert (folder, "later.xml", "new too");
}

static void
test_folders_and_missing_folders_are_refused_by_name (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) nowhere = test_folder_get_file (folder, "no/such.xml");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/a.xml");
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (directory, "x", NULL, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_false (write_text (nowhere, "x", NULL, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "such.xml"));
  g_clear_error (&error);
  g_assert_false (write_text (remote, "x", NULL, TRUE, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED);
}

/* A limit on the size of files stands in for a full disk: writing fails in the middle of the file. */
static void
test_a_full_disk_leaves_the_old_file (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autofree char *big = g_strnfill (300000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  test_folder_put (folder, "a.xml", "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_text (file, big, NULL, TRUE, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "a.xml"));
  g_assert_nonnull (strstr (error->message, "unchanged"));
  test_folder_assert (folder, "a.xml", "old");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
}

static void
test_devices_are_not_written_to (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  /* Not a regular file: refused before anything is written to it. */
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  g_assert_false (write_text (file, "x", NULL, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_read_only_files_and_folders_are_refused (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autoptr (GFile) other = test_folder_get_file (folder, "b.xml");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everything");
      return;
    }
  test_folder_put (folder, "a.xml", "old");
  g_chmod (path, 0444);
  g_assert_false (write_text (file, "new", NULL, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  g_chmod (folder, 0555);
  g_assert_false (write_text (other, "new", NULL, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_a_stopped_write_leaves_nothing_behind (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new ("x", 1);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (presser_file_write (file, bytes, NULL, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
}

static void
test_pieces_have_their_name_in_the_end (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (PresserFileWriter) writer = NULL;

  test_folder_put (folder, "a.csv", "old");
  g_assert_null (presser_file_writer_new (file, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  writer = presser_file_writer_new (file, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (presser_file_writer_put (writer, "one ", 4, &error));
  g_assert_true (presser_file_writer_put (writer, "two", 3, &error));
  test_folder_assert (folder, "a.csv", "old");
  g_assert_true (presser_file_writer_close (writer, &error));
  test_folder_assert (folder, "a.csv", "old");
  g_assert_true (presser_file_writer_finish (writer, &error));
  test_folder_assert (folder, "a.csv", "one two");
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
}

static void
test_unfinished_pieces_leave_nothing (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.csv");
  PresserFileWriter *writer = presser_file_writer_new (file, TRUE, NULL);

  g_assert_true (presser_file_writer_put (writer, "one", 3, NULL));
  presser_file_writer_free (writer);
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-write/a-new-file-is-written-and-nothing-else-left", test_a_new_file_is_written_and_nothing_else_left);
  g_test_add_func ("/file-write/a-file-that-is-there-is-kept-unless-it-may-go", test_a_file_that_is_there_is_kept_unless_it_may_go);
  g_test_add_func ("/file-write/a-file-that-changed-is-left-alone", test_a_file_that_changed_is_left_alone);
  g_test_add_func ("/file-write/permissions-stay", test_permissions_stay);
  g_test_add_func ("/file-write/links-are-followed-and-stay-links", test_links_are_followed_and_stay_links);
  g_test_add_func ("/file-write/folders-and-missing-folders-are-refused-by-name", test_folders_and_missing_folders_are_refused_by_name);
  g_test_add_func ("/file-write/a-full-disk-leaves-the-old-file", test_a_full_disk_leaves_the_old_file);
  g_test_add_func ("/file-write/devices-are-not-written-to", test_devices_are_not_written_to);
  g_test_add_func ("/file-write/read-only-files-and-folders-are-refused", test_read_only_files_and_folders_are_refused);
  g_test_add_func ("/file-write/a-stopped-write-leaves-nothing-behind", test_a_stopped_write_leaves_nothing_behind);
  g_test_add_func ("/file-write/pieces-have-their-name-in-the-end", test_pieces_have_their_name_in_the_end);
  g_test_add_func ("/file-write/unfinished-pieces-leave-nothing", test_unfinished_pieces_leave_nothing);

  return g_test_run ();
}
