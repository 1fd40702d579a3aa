/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Journals that a power cut, a full disk or somebody else has been at. */

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "presser-error.h"
#include "presser-journal-reading.h"
#include "test-folder.h"

#define N_STATEMENTS 5

static PresserDocument *
new_document (void)
{
  PresserDocument *document = presser_document_new ("One two three four five six.");

  presser_history_clear (presser_document_get_history (document));
  return document;
}

static PresserJournal *
new_journal (PresserDocument *document,
             const char      *folder)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<TEI/>", 6);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  PresserJournalBase base = { .bytes = bytes, .name = "briefing.xml" };

  return presser_journal_new (document, file, &base);
}

static void
add_statement (PresserDocument *document)
{
  g_autofree char *id = presser_document_make_statement_id (document);
  PresserRange     range = { 4, 7 };
  g_autoptr (PresserStatement) statement = presser_statement_new (id, &range, 1);

  presser_document_add_statement (document, statement);
}

/* Of N_STATEMENTS steps. */
static char *
make_journal (const char *folder,
              gsize      *length)
{
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  guint i;

  for (i = 0; i < N_STATEMENTS; i++)
    {
      add_statement (document);
      presser_journal_flush (journal, &error);
      g_assert_no_error (error);
    }
  file = presser_journal_dup_file (journal);
  g_file_load_contents (file, NULL, &content, length, NULL, &error);
  g_assert_no_error (error);
  presser_journal_close (journal);
  return content;
}

/* How many statements come back, or -1 if nothing does. */
static int
count_restored (const char *folder,
                const char *content,
                gsize       length)
{
  g_autofree char *path = g_build_filename (folder, "left.journal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (PresserDocument) document = new_document ();

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  reading = presser_journal_reading_new (file, NULL);
  if (reading == NULL)
    return -1;
  presser_journal_reading_replay (reading, document, NULL);
  return (int) g_list_model_get_n_items (presser_document_get_statements (document));
}

static void
test_a_journal_cut_anywhere_gives_what_is_whole (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  gsize            length;
  g_autofree char *content = make_journal (folder, &length);
  int              n_last = -1;
  gsize            i;

  for (i = 0; i <= length; i++)
    {
      int n_restored = count_restored (folder, content, i);

      g_assert_cmpint (n_restored, >=, n_last);
      g_assert_cmpint (n_restored, <=, n_last + 1);
      n_last = n_restored;
    }
  g_assert_cmpint (n_last, ==, N_STATEMENTS);
}

static void
test_a_journal_with_a_wrong_byte_gives_what_stands_before_it (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  gsize            length;
  g_autofree char *content = make_journal (folder, &length);
  gsize            i;

  for (i = 0; i < length; i++)
    {
      content[i] ^= 0x15;
      g_assert_cmpint (count_restored (folder, content, length), <, N_STATEMENTS);
      content[i] ^= 0x15;
    }
}

/* The next record goes where the broken one was. */
static void
test_a_torn_journal_goes_on (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "left.journal");
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (PresserJournalReading) again = NULL;
  g_autoptr (PresserJournal) journal = NULL;
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserDocument) last = new_document ();
  gsize            length;
  g_autofree char *content = make_journal (folder, &length);
  g_autofree char *path = g_file_get_path (file);

  g_assert_true (g_file_set_contents (path, content, (gssize) length - 3, NULL));
  reading = presser_journal_reading_new (file, NULL);
  g_assert_true (presser_journal_reading_replay (reading, document, NULL));
  journal = presser_journal_reading_resume (reading, document);
  g_clear_object (&reading);
  add_statement (document);
  add_statement (document);
  g_assert_true (presser_journal_flush (journal, NULL));
  g_clear_object (&journal);
  again = presser_journal_reading_new (file, NULL);
  g_assert_true (presser_journal_reading_replay (again, last, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_statements (last)), ==, N_STATEMENTS + 1);
}

static void
test_a_journal_in_use_is_left_alone (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  add_statement (document);
  g_assert_true (presser_journal_flush (journal, NULL));
  file = presser_journal_dup_file (journal);
  list = presser_journal_list (folder_file);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (g_file_equal (list->pdata[0], file));
  g_assert_null (presser_journal_reading_new (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_object (&journal);
  reading = presser_journal_reading_new (file, &error);
  g_assert_no_error (error);
  presser_journal_reading_discard (reading);
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
}

static void
test_a_folder_that_cannot_be_made_is_told_and_nothing_is_forgotten (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autofree char *inner = g_build_filename (folder, "journal", NULL);
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, inner);
  g_autoptr (GError) error = NULL;

  test_folder_put (folder, "journal", "a file is in the way");
  add_statement (document);
  g_assert_false (presser_journal_flush (journal, &error));
  g_assert_nonnull (strstr (error->message, "Save often"));
  g_assert_true (presser_journal_has_pending (journal));
  g_remove (inner);
  add_statement (document);
  g_assert_true (presser_journal_flush (journal, NULL));
  presser_journal_close (journal);
  g_rmdir (inner);
}

/* A limit on the size of files stands for a disk that is full in the middle of a record. */
static void
test_a_full_disk_leaves_the_journal_whole (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (PresserDocument) document = new_document ();
  g_autoptr (PresserDocument) restored = new_document ();
  g_autoptr (PresserJournal) journal = new_journal (document, folder);
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit usual, small;
  GStatBuf      status;

  add_statement (document);
  g_assert_true (presser_journal_flush (journal, NULL));
  file = presser_journal_dup_file (journal);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  getrlimit (RLIMIT_FSIZE, &usual);
  small = usual;
  small.rlim_cur = (rlim_t) status.st_size + 20;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  add_statement (document);
  g_assert_false (presser_journal_flush (journal, &error));
  g_assert_true (presser_journal_has_pending (journal));
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint ((guint64) status.st_size, ==, small.rlim_cur - 20);
  setrlimit (RLIMIT_FSIZE, &usual);
  add_statement (document);
  g_assert_true (presser_journal_flush (journal, NULL));
  g_clear_object (&journal);
  reading = presser_journal_reading_new (file, NULL);
  g_assert_true (presser_journal_reading_replay (reading, restored, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_statements (restored)), ==, 3);
}

/* A step that does not fit, as another document's would not, ends the replay; what came before stays. */
static void
test_steps_on_another_text_are_refused (void)
{
  g_auto (TestFolder) folder = test_folder_new ();
  g_autoptr (GFile) file = test_folder_get_file (folder, "left.journal");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (PresserDocument) other = presser_document_new ("Five.");
  g_autoptr (PresserJournalReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  gsize            length;
  g_autofree char *content = make_journal (folder, &length);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  reading = presser_journal_reading_new (file, NULL);
  g_assert_false (presser_journal_reading_replay (reading, other, &error));
  g_assert_error (error, PRESSER_ERROR, PRESSER_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (presser_document_get_statements (other)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-file/a-journal-cut-anywhere-gives-what-is-whole", test_a_journal_cut_anywhere_gives_what_is_whole);
  g_test_add_func ("/journal-file/a-journal-with-a-wrong-byte-gives-what-stands-before-it",
                   test_a_journal_with_a_wrong_byte_gives_what_stands_before_it);
  g_test_add_func ("/journal-file/a-torn-journal-goes-on", test_a_torn_journal_goes_on);
  g_test_add_func ("/journal-file/a-journal-in-use-is-left-alone", test_a_journal_in_use_is_left_alone);
  g_test_add_func ("/journal-file/a-folder-that-cannot-be-made-is-told-and-nothing-is-forgotten",
                   test_a_folder_that_cannot_be_made_is_told_and_nothing_is_forgotten);
  g_test_add_func ("/journal-file/a-full-disk-leaves-the-journal-whole", test_a_full_disk_leaves_the_journal_whole);
  g_test_add_func ("/journal-file/steps-on-another-text-are-refused", test_steps_on_another_text_are_refused);
  return g_test_run ();
}
