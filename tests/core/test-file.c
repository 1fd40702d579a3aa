/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "presser-file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "presser-error.h"
#include "test-folder.h"

static void
test_the_whole_file_is_read (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.txt");
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *expected = NULL;

  while (content->len < 3 * 1024 * 1024 + 5)
    g_string_append (content, "0123456789\n");
  test_folder_put (folder, "a.txt", content->str);
  bytes = presser_file_read (file, &checksum, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content->str, content->len);
  expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content->str, -1);
  g_assert_cmpstr (checksum, ==, expected);
}

static void
test_an_empty_file_is_a_file (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.txt");
  g_autoptr (GBytes) bytes = NULL;

  test_folder_put (folder, "a.txt", "");
  bytes = presser_file_read (file, NULL, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
assert_refused (GFile      *file,
                GQuark      domain,
                int         code,
                const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (presser_file_read (file, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_what_is_no_file_is_refused_by_name (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) missing = test_folder_get_file (folder, "missing.txt");
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) pipe = test_folder_get_file (folder, "pipe");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/a.txt");
  g_autofree char *path = g_file_get_path (pipe);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "missing.txt");
  assert_refused (directory, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, folder);
  assert_refused (pipe, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");
  assert_refused (device, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "/dev/zero");
  assert_refused (remote, PRESSER_ERROR, PRESSER_ERROR_UNSUPPORTED, "example.org");
}

static void
test_an_unreadable_file_is_refused_by_name (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "secret.txt");
  g_autofree char *path = g_file_get_path (file);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  test_folder_put (folder, "secret.txt", "x");
  g_chmod (path, 0);
  assert_refused (file, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "secret.txt");
}

static void
test_reading_can_be_stopped (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "a.txt");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  test_folder_put (folder, "a.txt", "x");
  g_cancellable_cancel (cancellable);
  g_assert_null (presser_file_read (file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_file_over_the_limit_is_refused (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "big");
  g_autofree char *path = g_file_get_path (file);

  test_folder_put (folder, "big", "x");
  /* A hole: it takes no room on the disk. */
  if (truncate (path, (off_t) PRESSER_FILE_LIMIT + 1) != 0)
    {
      g_test_skip ("no room for a file of that size");
      return;
    }
  assert_refused (file, PRESSER_ERROR, PRESSER_ERROR_TOO_LARGE, "big");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/the-whole-file-is-read", test_the_whole_file_is_read);
  g_test_add_func ("/file/an-empty-file-is-a-file", test_an_empty_file_is_a_file);
  g_test_add_func ("/file/what-is-no-file-is-refused-by-name", test_what_is_no_file_is_refused_by_name);
  g_test_add_func ("/file/an-unreadable-file-is-refused-by-name", test_an_unreadable_file_is_refused_by_name);
  g_test_add_func ("/file/reading-can-be-stopped", test_reading_can_be_stopped);
  g_test_add_func ("/file/a-file-over-the-limit-is-refused", test_a_file_over_the_limit_is_refused);
  return g_test_run ();
}
