/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where an export goes: standard output, a file or a folder. What goes to the disk gets its name when all of it is
 * there, and is gone without a trace if it is freed before. */
typedef struct _PresserCliOutput PresserCliOutput;

/* NULL or "-" is standard output. */
PresserCliOutput *presser_cli_output_new (const char *path,
                                          gboolean    is_folder,
                                          GError    **error);
void              presser_cli_output_free (PresserCliOutput *self);
/* A PresserExportSink. */
gboolean presser_cli_output_put (const char *name,
                                 const char *data,
                                 gsize       size,
                                 gpointer    self,
                                 GError    **error);
gboolean presser_cli_output_finish (PresserCliOutput *self,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserCliOutput, presser_cli_output_free)

G_END_DECLS
