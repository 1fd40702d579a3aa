/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-tei-file.h"

G_BEGIN_DECLS

/* NAME.statements.xml beside NAME.xml: the file that holds the statements of a text that must not change. */

GFile *presser_tei_beside_get_file (GFile *file);

/* Reads it into a file that was just opened, if there is one. */
gboolean presser_tei_beside_read (PresserTeiFile *tei,
                                  GFile          *file,
                                  GCancellable   *cancellable,
                                  GError        **error);

/* What has to happen on the disk after presser_tei_file_write(); may be done in a thread. */
typedef struct
{
  GFile  *file;  /* the second one */
  GBytes *bytes; /* what it is to hold, or NULL if it must go */
  GBytes *read;  /* what it held, or NULL if there was none */
} PresserTeiBesideSave;

/* @file: where the text itself goes. */
PresserTeiBesideSave *presser_tei_beside_save_new (PresserTeiFile *tei,
                                                   GFile          *file);
void                  presser_tei_beside_save_free (PresserTeiBesideSave *self);
/* Before the text's own file is written, so that nothing is ever in neither. */
gboolean presser_tei_beside_save_before (PresserTeiBesideSave *self,
                                         gboolean              overwrite,
                                         GCancellable         *cancellable,
                                         GError              **error);
/* After it: takes away what stands in the text's own file now. */
gboolean presser_tei_beside_save_after (PresserTeiBesideSave *self,
                                        GCancellable         *cancellable,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserTeiBesideSave, presser_tei_beside_save_free)

G_END_DECLS
