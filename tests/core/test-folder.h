/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A new folder for one test. */
char *test_folder_new (void);
/* Removes it and everything in it. */
void   test_folder_free (char *folder);
GFile *test_folder_get_file (const char *folder,
                             const char *name);
void   test_folder_put (const char *folder,
                        const char *name,
                        const char *content);
void   test_folder_assert (const char *folder,
                           const char *name,
                           const char *content);
guint  test_folder_count (const char *folder);

typedef char *TestFolder;

static inline void
test_folder_clear (TestFolder *folder)
{
  g_clear_pointer (folder, test_folder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestFolder, test_folder_clear)
