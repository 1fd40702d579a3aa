/* SPDX-FileCopyrightText: 2026 The Presser developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Single members out of a ZIP file in memory; nothing is ever written to disk. */

/* Whether it is a ZIP file. */
gboolean presser_archive_is_zip (GBytes *bytes);
/* Whether it has a member of that name; looks at the raw directory, unpacks nothing. */
gboolean presser_archive_names (GBytes     *bytes,
                                const char *member);
/* For each of @members its content, or NULL where it is missing. @name: of the file, for messages. */
GPtrArray *presser_archive_read (GBytes            *bytes,
                                 const char        *name,
                                 const char *const *members,
                                 GError           **error);

G_END_DECLS
