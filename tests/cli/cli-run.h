/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The real program, run in a folder of its own that holds a briefing, and what it said. */
typedef struct
{
  char *folder;
  int   status;
  char *out;
  char *err;
} CliRun;

/* Text of briefing.txt, and two stretches of it. */
#define CLI_BRIEFING "briefing.txt"
#define CLI_QUOTE    "\"No toll before 2030,\" she said."
#define CLI_WORDS    "No toll before 2030"

/* To be called first in main(): takes the program's path off the arguments. */
void cli_run_init (int   *argc,
                   char **argv);

void cli_run_set_up (CliRun       *self,
                     gconstpointer data);
void cli_run_tear_down (CliRun       *self,
                        gconstpointer data);

/* Words of the command line are parted by blanks; single quotation marks keep blanks together. */
void cli_run (CliRun     *self,
              const char *command_line);
void cli_run_with_input (CliRun     *self,
                         const char *command_line,
                         const char *input);
/* Through sh, with the program as $CLI: for limits and pipes. */
void cli_run_shell (CliRun     *self,
                    const char *script);

char    *cli_read (CliRun     *self,
                   const char *name);
void     cli_write (CliRun     *self,
                    const char *name,
                    const char *content,
                    gssize      size);
gboolean cli_exists (CliRun     *self,
                     const char *name);
/* Fails if the folder holds anything but these, each between blanks: no half-written file may be left. */
void cli_assert_files (CliRun     *self,
                       const char *names);
/* Imports the briefing to briefing.xml and tags CLI_WORDS as s1 for Marta Lund on Tolls. */
void cli_make_tagged (CliRun *self);

#define cli_assert_done(self)                                                                 \
  G_STMT_START                                                                                \
  {                                                                                           \
    if ((self)->status != 0)                                                                  \
      g_error ("%s:%d: exit status %d: %s", __FILE__, __LINE__, (self)->status, (self)->err); \
  }                                                                                           \
  G_STMT_END
#define cli_assert_says(text, words)                                              \
  G_STMT_START                                                                    \
  {                                                                               \
    if (strstr ((text), (words)) == NULL)                                         \
      g_error ("%s:%d: “%s” is not in: %s", __FILE__, __LINE__, (words), (text)); \
  }                                                                               \
  G_STMT_END

G_END_DECLS
