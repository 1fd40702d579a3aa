/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <glib/gstdio.h>

#include "presser-folder-export.h"

typedef struct
{
  char                 *path;
  GFile                *folder;
  GFile                *target;
  GMainLoop            *loop;
  PresserFolderOutcome *outcome;
  GError               *error;
  GCancellable         *cancellable;
  guint                 n_told;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A said in each of them, so that something goes out. */
static char *
make_tei (const char *words)
{
  return g_strdup_printf ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
                          "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
                          "<text><body><p><said xml:id=\"s1\">%s</said></p></body></text></TEI>",
                          words);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *one = make_tei ("We will not sail.");
  g_autofree char *other = make_tei ("The fares stay.");
  g_autofree char *output = NULL;
  g_autofree char *within = NULL;

  fixture->path = g_dir_make_tmp ("presser-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  within = g_build_filename (fixture->path, "within", NULL);
  g_assert_cmpint (g_mkdir (within, 0700), ==, 0);
  write_file (fixture, "one.xml", one);
  write_file (fixture, "within/other.xml", other);
  write_file (fixture, "torn.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>");
  output = g_strconcat (fixture->path, "-out", NULL);
  fixture->target = g_file_new_for_path (output);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const names[] = { "one.xml", "within/other.xml", "torn.xml", "within", "." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->path, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (fixture->path);
  g_file_delete (fixture->target, NULL, NULL);
  g_free (fixture->path);
  g_object_unref (fixture->folder);
  g_object_unref (fixture->target);
  g_object_unref (fixture->cancellable);
  g_main_loop_unref (fixture->loop);
  g_clear_pointer (&fixture->outcome, presser_folder_outcome_free);
  g_clear_error (&fixture->error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  fixture->outcome = presser_folder_export_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
progressed_cb (guint       n_read,
               guint       n_files,
               const char *name,
               gpointer    data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (n_files, ==, 3);
  g_assert_cmpuint (n_read, <, n_files);
  fixture->n_told++;
}

static void
export_folder (Fixture    *fixture,
               const char *format,
               const char *query)
{
  const PresserFolderOrder order = {
    .folder = fixture->folder,
    .target = fixture->target,
    .exporter = presser_exporter_find (format),
    .statuses = PRESSER_EXPORT_TAGGED,
    .query = query,
    .progress = progressed_cb,
    .progress_data = fixture,
  };

  presser_folder_export_async (&order, fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
test_a_bad_file_is_told_and_the_others_go_out (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autofree char *written = NULL;

  export_folder (fixture, "csv", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->outcome->n_documents, ==, 2);
  g_assert_cmpuint (fixture->outcome->n_statements, ==, 2);
  g_assert_cmpuint (fixture->outcome->bad->len, ==, 1);
  g_assert_nonnull (strstr (fixture->outcome->bad->pdata[0], "torn.xml"));
  g_assert_cmpuint (fixture->n_told, ==, 3);
  g_assert_true (g_file_load_contents (fixture->target, NULL, &written, NULL, NULL, NULL));
  g_assert_nonnull (strstr (written, "one.xml"));
  g_assert_nonnull (strstr (written, "We will not sail."));
  g_assert_nonnull (strstr (written, "The fares stay."));
}

static void
test_a_filter_holds_for_all_files (Fixture      *fixture,
                                   gconstpointer data)
{
  export_folder (fixture, "csv", "fares");
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->outcome->n_statements, ==, 1);
}

static void
test_nothing_stays_of_a_cancelled_export (Fixture      *fixture,
                                          gconstpointer format)
{
  g_cancellable_cancel (fixture->cancellable);
  export_folder (fixture, format, NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->outcome);
  g_assert_false (g_file_query_exists (fixture->target, NULL));
}

static void
test_a_format_of_several_files_fills_a_folder (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autoptr (GFileEnumerator) files = NULL;
  guint  n_files = 0;
  GFile *file = NULL;

  export_folder (fixture, "brat", NULL);
  g_assert_no_error (fixture->error);
  files = g_file_enumerate_children (fixture->target, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (g_file_enumerator_iterate (files, NULL, &file, NULL, NULL) && file != NULL)
    {
      n_files++;
      g_assert_true (g_file_delete (file, NULL, NULL));
    }
  g_assert_cmpuint (n_files, >, 2);
}

static void
test_a_folder_without_transcripts_is_told (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->path, "within", "empty", NULL);

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_set_object (&fixture->folder, NULL);
  fixture->folder = g_file_new_for_path (empty);
  export_folder (fixture, "csv", NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_query_exists (fixture->target, NULL));
  g_assert_cmpint (g_rmdir (empty), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/folder-export/a-bad-file-is-told-and-the-others-go-out", Fixture, NULL, set_up, test_a_bad_file_is_told_and_the_others_go_out, tear_down);
  g_test_add ("/folder-export/a-filter-holds-for-all-files", Fixture, NULL, set_up, test_a_filter_holds_for_all_files, tear_down);
  g_test_add ("/folder-export/nothing-stays-of-a-cancelled-file", Fixture, "csv", set_up, test_nothing_stays_of_a_cancelled_export, tear_down);
  g_test_add ("/folder-export/nothing-stays-of-a-cancelled-folder", Fixture, "brat", set_up, test_nothing_stays_of_a_cancelled_export, tear_down);
  g_test_add ("/folder-export/a-format-of-several-files-fills-a-folder", Fixture, NULL, set_up, test_a_format_of_several_files_fills_a_folder, tear_down);
  g_test_add ("/folder-export/a-folder-without-transcripts-is-told", Fixture, NULL, set_up, test_a_folder_without_transcripts_is_told, tear_down);

  return g_test_run ();
}
