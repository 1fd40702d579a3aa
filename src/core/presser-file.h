/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reading whole files and writing them so that nothing is ever half there. */

/* Larger files are refused with a clear message. */
#define PRESSER_FILE_LIMIT (1024 * 1024 * 1024)

/* The whole of a regular file. @checksum (out, optional): SHA-256, to tell later whether the file changed.
 * A folder, a device, a FIFO, a vanished or unreadable file is an error that names it. */
GBytes *presser_file_read (GFile        *file,
                           char        **checksum,
                           GCancellable *cancellable,
                           GError      **error);

/* Writes beside, syncs, renames; keeps permissions; follows a link to the file it points at. With
 * @expected_checksum, a file that holds anything else by now is left alone: PRESSER_ERROR_CHANGED.
 * With NULL there must be no such file, or @overwrite says that it may go.
 * @checksum (out, optional): of what was written. */
gboolean presser_file_write (GFile        *file,
                             GBytes       *bytes,
                             const char   *expected_checksum,
                             gboolean      overwrite,
                             char        **checksum,
                             GCancellable *cancellable,
                             GError      **error);

/* The same piece by piece: the name is given by finish(), and without it nothing stays. */
typedef struct _PresserFileWriter PresserFileWriter;

PresserFileWriter *presser_file_writer_new (GFile   *file,
                                            gboolean overwrite,
                                            GError **error);
void               presser_file_writer_free (PresserFileWriter *self);
gboolean           presser_file_writer_put (PresserFileWriter *self,
                                            const void        *data,
                                            gsize              length,
                                            GError           **error);
gboolean           presser_file_writer_close (PresserFileWriter *self,
                                              GError           **error);
gboolean           presser_file_writer_finish (PresserFileWriter *self,
                                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserFileWriter, presser_file_writer_free)

G_END_DECLS
