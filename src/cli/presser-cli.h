/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit statuses, the same for all verbs. */
enum
{
  PRESSER_CLI_DONE = 0,
  PRESSER_CLI_BAD_INPUT = 1,
  PRESSER_CLI_WRONG_USAGE = 2,
};

/* Reads the options of a verb; @arguments (“FILE… [QUERY]”) and @summary are for --help, which prints and exits by
 * itself. FALSE after a complaint: the status is then PRESSER_CLI_WRONG_USAGE. */
gboolean presser_cli_parse (const char         *arguments,
                            const char         *summary,
                            const GOptionEntry *entries,
                            int                *argc,
                            char             ***argv);

/* One line on the standard error stream. */
void presser_cli_complain (const char *format,
                           ...) G_GNUC_PRINTF (1, 2);
/* PRESSER_CLI_WRONG_USAGE after the complaint. */
int presser_cli_misuse (const char *format,
                        ...) G_GNUC_PRINTF (1, 2);
/* Each a line of its own: GPtrArray of strings. */
void presser_cli_remark (const char *name,
                         GPtrArray  *remarks);

/* Whether an output is one of the files that were read, by whatever name or link. */
gboolean presser_cli_is_same_file (const char *output,
                                   GFile      *input);

/* To a file, whole or not at all, or with NULL or "-" to the standard output stream. FALSE after a complaint. */
gboolean presser_cli_put (const char *path,
                          GBytes     *bytes,
                          gboolean    overwrite);

int presser_cli_check (int    argc,
                       char **argv);
int presser_cli_export (int    argc,
                        char **argv);
int presser_cli_import (int    argc,
                        char **argv);
int presser_cli_list (int    argc,
                      char **argv);
int presser_cli_stats (int    argc,
                       char **argv);
int presser_cli_suggest (int    argc,
                         char **argv);
int presser_cli_tag (int    argc,
                     char **argv);
int presser_cli_text (int    argc,
                      char **argv);
int presser_cli_untag (int    argc,
                       char **argv);

G_END_DECLS
