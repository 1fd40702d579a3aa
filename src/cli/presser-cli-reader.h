/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cli-input.h"

G_BEGIN_DECLS

/* Many files, read side by side and handed over in their order; never more of them in memory than a few for each
 * processor. A bad one is complained about in its turn and passed over. */
typedef struct _PresserCliReader PresserCliReader;

/* Done with each file, in a thread: gives what is handed over, or NULL with an error. Takes @input over. */
typedef gpointer (*PresserCliWork) (PresserCliInput *input,
                                    gpointer         work_data,
                                    GError         **error);

/* @paths, with folders in them: what presser_cli_expand_folders() takes. */
PresserCliReader *presser_cli_reader_new (GPtrArray     *paths,
                                          PresserCliWork work,
                                          gpointer       work_data,
                                          GDestroyNotify free_result);
void              presser_cli_reader_free (PresserCliReader *self);
/* The files that were found: GPtrArray of char *, borrowed. */
GPtrArray *presser_cli_reader_get_paths (PresserCliReader *self);
/* The next result, to be freed by the caller; NULL after the last. */
gpointer presser_cli_reader_next (PresserCliReader *self);
/* PRESSER_CLI_BAD_INPUT once one of them was bad. */
int presser_cli_reader_get_status (PresserCliReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserCliReader, presser_cli_reader_free)

G_END_DECLS
