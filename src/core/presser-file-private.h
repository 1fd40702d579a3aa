/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-file.h"

G_BEGIN_DECLS

/* A file that is open by number; -1 is none. */
typedef int PresserDescriptor;

void presser_file_close (PresserDescriptor *descriptor);
/* Only for files that the system can open by name: PRESSER_ERROR_UNSUPPORTED for the others. */
char *presser_file_dup_path (GFile   *file,
                             GError **error);
/* Takes @message over: a sentence for a person. @number is an errno. */
void presser_file_set_error (GError **error,
                             int      number,
                             char    *message);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresserDescriptor, presser_file_close)

G_END_DECLS
