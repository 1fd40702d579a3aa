/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "presser-cue-table.h"

G_BEGIN_DECLS

/* Brings words to the form they are compared in; belongs to one thread. */
typedef struct _PresserFolder PresserFolder;

PresserFolder *presser_folder_new (const PresserCueTable *table);
void           presser_folder_free (PresserFolder *self);
/* Both strings belong to the folder. */
const char *presser_folder_fold (PresserFolder *self,
                                 const char    *word,
                                 gsize          n_bytes);
const char *presser_folder_stem (PresserFolder *self,
                                 const char    *word,
                                 gsize          n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PresserFolder, presser_folder_free)

G_END_DECLS
