/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed at moments that it cannot foresee, while it tags and saves: never is more lost than
 * the work of the last two seconds, and never is a file broken. PRESSER_KILLS says how often; the seed that g_test
 * prints repeats the moments. */

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "presser-open-file.h"
#include "presser-rescue.h"
#include "presser-tei-file.h"

#define N_KILLS      8
#define N_PARAGRAPHS 400
#define LONGEST_MS   3500
#define TICK_MS      50
#define N_TICKS      (2000 / TICK_MS) /* in what may be lost */

/* The worker: tags a word every few milliseconds and saves now and then, until it is killed. */

typedef struct
{
  PresserOpenFile *file;
  GFile           *location;
  guint            n_steps;
  guint            n_between_saves;
} Worker;

static void
say (const char *what,
     guint       n_steps)
{
  printf ("%s %u %" G_GINT64_FORMAT "\n", what, n_steps, g_get_monotonic_time ());
  fflush (stdout);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  guint n_steps = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;

  presser_open_file_save_finish (PRESSER_OPEN_FILE (source), result, &error);
  g_assert_no_error (error);
  say ("saved", n_steps);
}

static void
tag (Worker *worker)
{
  PresserDocument *document = presser_open_file_get_document (worker->file);
  PresserRange     range = presser_document_get_paragraph_range (document, worker->n_steps % N_PARAGRAPHS);
  g_autofree char *id = presser_document_make_statement_id (document);
  g_autofree char *note = NULL;
  g_autoptr (PresserStatement) plain = NULL;
  g_autoptr (PresserStatement) statement = NULL;

  worker->n_steps++;
  range.end = MIN (range.end, range.start + 4 + worker->n_steps % 9);
  note = g_strdup_printf ("%u", worker->n_steps);
  plain = presser_statement_new (id, &range, 1);
  statement = presser_statement_with_note (plain, note);
  presser_document_add_statement (document, statement);
  say ("step", worker->n_steps);
}

static gboolean
work_cb (gpointer user_data)
{
  Worker *worker = user_data;

  tag (worker);
  if (worker->n_steps % worker->n_between_saves == 0 && presser_open_file_get_state (worker->file) != PRESSER_FILE_SAVING)
    presser_open_file_save_async (worker->file, worker->location, TRUE, NULL, saved_cb, GUINT_TO_POINTER (worker->n_steps));
  return G_SOURCE_CONTINUE;
}

static void
worker_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Worker *worker = user_data;
  g_autoptr (GError) error = NULL;

  worker->file = presser_open_file_load_finish (result, &error);
  g_assert_no_error (error);
  g_timeout_add (7, work_cb, worker);
}

/* A machine that has other things to do may not let the worker run at all; two seconds are those in which it ran. */
static gpointer
tick_thread (gpointer data)
{
  for (;;)
    {
      say ("tick", 0);
      g_usleep (TICK_MS * 1000);
    }
  return NULL;
}

static int
work (const char *path,
      const char *n_between_saves)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Worker           worker = { NULL, NULL, 0, (guint) g_ascii_strtoull (n_between_saves, NULL, 10) };
  g_autofree char *target = g_strconcat (path, ".xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  worker.location = g_file_new_for_path (target);
  g_thread_unref (g_thread_new ("tick", tick_thread, NULL));
  presser_open_file_load_async (file, NULL, worker_loaded_cb, &worker);
  g_main_loop_run (loop);
  return 0;
}

/* The test. */

static char *own_path;

typedef struct
{
  char *folder;
  char *path;   /* of the transcript */
  char *target; /* of what is saved */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Harbour Board Explains Delay\n\n");
  guint i;

  for (i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (text, "Holm said that the ferry would not sail in week %u, and that the yard pays for it.\n\n", i);
  fixture->folder = g_dir_make_tmp ("presser-kill-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "briefing.txt", NULL);
  fixture->target = g_strconcat (fixture->path, ".xml", NULL);
  g_assert_true (g_file_set_contents (fixture->path, text->str, -1, NULL));
}

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
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_all_in (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->target);
}

/* What the worker had done @before that time, and when it saved last. */
static guint
count_steps (const char *said,
             gint64      before)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  guint n_steps = 0;
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

      if (g_strv_length (words) == 3 && (g_str_equal (words[0], "saved") || g_ascii_strtoll (words[2], NULL, 10) <= before))
        n_steps = MAX (n_steps, (guint) g_ascii_strtoull (words[1], NULL, 10));
    }
  return n_steps;
}

/* When it had two seconds to run yet. */
static gint64
find_promised_time (const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  guint n_ticks = 0;
  guint i;

  for (i = g_strv_length (lines); i > 0; i--)
    if (g_str_has_prefix (lines[i - 1], "tick ") && ++n_ticks > N_TICKS)
      return g_ascii_strtoll (strrchr (lines[i - 1], ' '), NULL, 10);
  return 0;
}

/* Gives what it said up to its end, and when that was. */
static char *
run_and_kill (Fixture *fixture,
              guint    after_ms,
              gint64  *killed)
{
  /* Often, seldom, never. */
  static const char *const saves[] = { "23", "150", "1000000" };
  const char              *n_between_saves = saves[g_test_rand_int_range (0, G_N_ELEMENTS (saves))];
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) worker = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, own_path, "--work", fixture->path, n_between_saves, NULL);
  g_autoptr (GOutputStream) said = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_usleep (after_ms * 1000);
  g_subprocess_force_exit (worker);
  *killed = g_get_monotonic_time ();
  g_output_stream_splice (said, g_subprocess_get_stdout_pipe (worker), G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait (worker, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (worker));
  g_assert_cmpint (g_subprocess_get_term_sig (worker), ==, SIGKILL); /* it ended by nothing else */
  if (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (said)) == 0)
    return g_strdup (""); /* killed before it began */
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (said)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (said)));
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
find_rescues (void)
{
  g_autoptr (GAsyncResult) result = NULL;

  presser_rescue_find_async (NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return presser_rescue_find_finish (result, NULL);
}

static int
compare_numbers (gconstpointer one,
                 gconstpointer other)
{
  return (int) *(const guint *) one - (int) *(const guint *) other;
}

/* The steps, each of which left a statement, came back from the first on and without a gap. */
static guint
check_steps (PresserDocument *document)
{
  GListModel *statements = presser_document_get_statements (document);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PresserStatement) statement = g_list_model_get_item (statements, i);
      guint step = (guint) g_ascii_strtoull (presser_statement_get_note (statement), NULL, 10);

      g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_numbers);
  for (i = 0; i < steps->len; i++)
    g_assert_cmpuint (g_array_index (steps, guint, i), ==, i + 1);
  return steps->len;
}

/* How many steps the file holds that was saved; it has to be whole. */
static guint
check_saved (Fixture *fixture)
{
  g_autofree char *content = NULL;
  gsize            length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PresserTeiFile) tei = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (fixture->target, &content, &length, NULL))
    return 0;
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  tei = presser_tei_file_new (bytes, "saved", &error);
  g_assert_no_error (error);
  return check_steps (presser_tei_file_get_document (tei));
}

static guint
check_rescued (Fixture *fixture)
{
  g_autoptr (GPtrArray) rescues = find_rescues ();
  g_autoptr (PresserOpenFile) file = NULL;
  guint n_steps;

  g_assert_cmpuint (rescues->len, <=, 1);
  if (rescues->len == 0)
    return 0;
  g_assert_cmpstr (presser_rescue_get_trouble (rescues->pdata[0]), ==, NULL);
  file = presser_rescue_restore (rescues->pdata[0]);
  g_assert_true (presser_open_file_has_unsaved_work (file));
  n_steps = check_steps (presser_open_file_get_document (file));
  presser_open_file_give_up (file);
  return n_steps;
}

static void
test_a_kill_loses_two_seconds_at_most (Fixture      *fixture,
                                       gconstpointer data)
{
  const char *wish = g_getenv ("PRESSER_KILLS");
  guint       n_kills = wish != NULL ? (guint) g_ascii_strtoull (wish, NULL, 10) : N_KILLS;
  guint       n_rescued = 0;
  gint64      worst = 0;
  guint       i;

  for (i = 0; i < n_kills; i++)
    {
      guint            after_ms = (guint) g_test_rand_int_range (50, LONGEST_MS);
      gint64           killed;
      g_autofree char *said = run_and_kill (fixture, after_ms, &killed);
      guint            n_promised = count_steps (said, find_promised_time (said));
      guint            n_done = count_steps (said, killed);
      guint            n_saved = check_saved (fixture);
      guint            n_back = check_rescued (fixture);
      gint64           age = 0;

      n_rescued += n_back > 0 ? 1 : 0;
      n_back = MAX (n_back, n_saved);
      while (age < killed && count_steps (said, killed - age) > n_back)
        age += 10000;
      worst = MAX (worst, age);
      g_test_message ("killed after %u ms: %u done, %u saved, %u back; lost the last %" G_GINT64_FORMAT " ms", after_ms, n_done,
                      n_saved, n_back, age / 1000);
      g_assert_cmpuint (n_back, >=, n_promised);
      g_unlink (fixture->target);
    }
  g_test_message ("%u kills, %u times unsaved work came back; at the worst the last %" G_GINT64_FORMAT " ms were lost", n_kills,
                  n_rescued, worst / 1000);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data_home = NULL;
  g_autofree char *journals = NULL;
  int              result;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 4 && g_str_equal (argv[1], "--work"))
    return work (argv[2], argv[3]);
  data_home = g_dir_make_tmp ("presser-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  own_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal-kill/a-kill-loses-two-seconds-at-most", Fixture, NULL, set_up, test_a_kill_loses_two_seconds_at_most, tear_down);
  result = g_test_run ();
  journals = g_build_filename (data_home, "presser", "journal", NULL);
  remove_all_in (journals);
  g_rmdir (journals);
  return result;
}
