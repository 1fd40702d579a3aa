/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-run.h"

#include <string.h>

#include <glib/gstdio.h>

static const char briefing[] =
    "Tunnel stays free, minister says\n"
    "\n"
    "14 March 2026, Port Hallwould\n"
    "\n"
    "The tunnel under the bay 🚇 stays free of charge, transport minister Marta Lund told reporters.\n"
    "\n" CLI_QUOTE " \"We’ve said so — and said so — for years.\"\n"
    "\n"
    "Engineers expect the pumps to last until 2031.\n";

static char *program;

void
cli_run_init (int   *argc,
              char **argv)
{
  g_assert_cmpint (*argc, >, 1);
  program = g_canonicalize_filename (argv[1], NULL);
  memmove (argv + 1, argv + 2, (*argc - 1) * sizeof *argv);
  (*argc)--;
}

void
cli_run_set_up (CliRun       *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("presser-cli-XXXXXX", &error);
  g_assert_no_error (error);
  cli_write (self, CLI_BRIEFING, briefing, -1);
}

static void
clear_results (CliRun *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

void
cli_run_tear_down (CliRun       *self,
                   gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  for (name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  clear_results (self);
  g_free (self->folder);
}

static char *
dup_text (GBytes *bytes)
{
  gsize       size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL ? g_strndup (data, size) : g_strdup ("");
}

static void
run (CliRun            *self,
     const char *const *arguments,
     const char        *input)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = g_bytes_new (input != NULL ? input : "", input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "CLI", program, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  /* A program that refuses its arguments does not read its input. */
  if (error != NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  clear_results (self);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  self->out = dup_text (out);
  self->err = dup_text (err);
}

void
cli_run_with_input (CliRun     *self,
                    const char *command_line,
                    const char *input)
{
  g_autofree char *line = g_strconcat (program, " ", command_line, NULL);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  g_shell_parse_argv (line, NULL, &arguments, &error);
  g_assert_no_error (error);
  run (self, (const char *const *) arguments, input);
}

void
cli_run (CliRun     *self,
         const char *command_line)
{
  cli_run_with_input (self, command_line, NULL);
}

void
cli_run_shell (CliRun     *self,
               const char *script)
{
  const char *arguments[] = { "/bin/sh", "-c", script, NULL };

  run (self, arguments, NULL);
}

char *
cli_read (CliRun     *self,
          const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char            *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return content;
}

void
cli_write (CliRun     *self,
           const char *name,
           const char *content,
           gssize      size)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, size, &error);
  g_assert_no_error (error);
}

gboolean
cli_exists (CliRun     *self,
            const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
cli_assert_files (CliRun     *self,
                  const char *names)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  g_auto (GStrv) expected = g_strsplit (names, " ", -1);
  const char *name = NULL;
  guint       n_files = 0;

  for (name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      if (!g_strv_contains ((const char *const *) expected, name))
        g_error ("a file that should not be there: %s", name);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, g_strv_length (expected));
}

void
cli_make_tagged (CliRun *self)
{
  cli_run (self, "import briefing.txt -o briefing.xml");
  cli_assert_done (self);
  cli_run (self, "tag briefing.xml --quote '" CLI_WORDS "' --speaker 'Marta Lund' --topic Tolls --id s1");
  cli_assert_done (self);
}
